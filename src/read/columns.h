/* columns.h: what each survey column means, from columns.csv or guessed (DESIGN section 3, "Surveys"). */
#ifndef READ_COLUMNS_H
#define READ_COLUMNS_H

#include "read/scales.h"
#include "read/sheets.h"

typedef enum MeansKind {
    MEANS_IGNORE,
    MEANS_ID,
    MEANS_EMAIL,
    MEANS_NAME,
    MEANS_TIMESTAMP,
    MEANS_SITE,
    MEANS_POSITION,
    MEANS_HOURS,
    MEANS_MAX_GROUPS,
    MEANS_MAX_LEADS,
    MEANS_FIELD,
    MEANS_FIELDS, /* a checklist of values of one field */
    MEANS_SKILL,
    MEANS_INTEREST,
    MEANS_FOCUS,
    MEANS_SKILLS, /* checklists: each option is a skill or a focus */
    MEANS_INTERESTS,
    MEANS_FOCUSES,
    MEANS_CHOICE,
    MEANS_COUNT
} MeansKind;

/* As columns.csv spells them: "ignore", "id", ... */
extern const char *const means_names[MEANS_COUNT];

/* One column of one survey. */
typedef struct ColumnMeaning {
    int survey, column; /* the surveys as given; the table's column */
    MeansKind means;
    const char
        *name; /* skill, focus or field that it is about: never blank for skill, interest, focus, field, fields; else "" */
    int rank;  /* choice: 1, 2, ...; else 0 */
    const char *scale; /* as written in columns.csv, "" = detected */
    char separator;    /* checklists: ',' or ';', 0 = detected */
    int sure;          /* percent, of a guess; 0 where columns.csv says it */
    Origin origin;     /* the row of columns.csv; of a guess the survey's header */
} ColumnMeaning;

/* Every column of every survey once (those that nothing names as MEANS_IGNORE), sorted by survey, column. */
typedef struct ColumnMeanings {
    ColumnMeaning *items;
    int n;
} ColumnMeanings;

/**
 * The meanings from columns.csv, or, where the plan has none, from columns_guess, each guess a note. Problems are messages; a
 * row with one is taken as MEANS_IGNORE. Errors: CADRE_NO_MEMORY. Cost O(columns + rows), guessing O(cells).
 */
CadreStatus columns_read(ColumnMeanings *out, const PlanSheets *plan, const Table *surveys, int n_surveys, const Scales *scales,
                         Arena *arena, Messages *messages, CadreError *err);

/* Of `Question [row]` the text in the last brackets where they end the header, else the trimmed header. NULL: no memory. */
char *columns_default_name(Arena *arena, const char *header);

/* Of `Question [row]` the question: the trimmed text before its last brackets; else, or where that is blank, the trimmed
 * header. NULL: no memory. */
char *columns_question(Arena *arena, const char *header);

/* The header without the code before its question, as `q12. ` or `time1can: `: a word with a digit in it and a point after. */
const char *columns_after_code(const char *header);

/* The rank that a choice's name or header speaks of ("1", "2nd choice", "Choice 3", "first", "segunda"); 0 where none. */
int columns_rank(const char *name);

static inline bool means_is_checklist(MeansKind means)
{
    return means == MEANS_FIELDS || means == MEANS_SKILLS || means == MEANS_INTERESTS || means == MEANS_FOCUSES;
}
static inline bool means_is_level(MeansKind means)
{
    return means == MEANS_SKILL || means == MEANS_INTEREST || means == MEANS_FOCUS;
}
static inline bool means_is_amount(MeansKind means)
{
    return means == MEANS_HOURS || means == MEANS_MAX_GROUPS || means == MEANS_MAX_LEADS;
}

#endif
