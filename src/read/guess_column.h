/* guess_column.h: what is known of one survey column when its meaning is guessed, and the rules that guess it. */
#ifndef READ_GUESS_COLUMN_H
#define READ_GUESS_COLUMN_H

#include "read/columns.h"
#include "read/guess_cues.h"
#include "read/guess_plan.h"
#include "read/guess_shape.h"

/* A column as the rules see it. */
typedef struct GuessColumn {
    const Table *table;
    int column;
    char *question, *label;             /* `Question [label]`; label is the whole header where there are no brackets */
    char *question_words, *label_words; /* by cue_words */
    char *head_words;                   /* of the label without what stands in parentheses at its end */
    bool grid;                          /* it has brackets that say something else than the question */
    int grid_skills, grid_topics;       /* labels of the same question that the plan knows as skills, as groups or focuses */
    bool ranked;                        /* its question has the rows put into an order */
    Shape shape;
    int file_hint; /* CUE_SKILL or CUE_INTEREST where the survey's own file name says so */
    ColumnMeaning meaning;
} GuessColumn;

typedef struct Guesser {
    PlanNames plan;
    bool drafting;      /* amounts in words may be told by a scale that is drafted with the columns */
    Names *skill_names; /* what the columns and options taken for skills are about, after the first round */
    Arena *arena;       /* the answer's */
    Arena *scratch;
} Guesser;

/* Whether it is a rating but for some odd answers. */
static inline bool guess_mostly_levels(const GuessColumn *column)
{
    return column->shape.levels || column->shape.level_share >= 50;
}

/* Set column->meaning by the first rule that fits; MEANS_IGNORE where none does. */
void guess_column(GuessColumn *column, const Guesser *guesser);

/* A rule: the meaning (and through column->meaning its name, rank), or MEANS_IGNORE where it does not fit. */
typedef MeansKind GuessRule(GuessColumn *column, const Guesser *guesser);

/* Rules about levels and checklists, in guess_levels.c. */
GuessRule guess_choice, guess_pick, guess_level, guess_checklist;

/* Whether a form tool wrote the column beside the answers: an address, a duration, a page. */
bool guess_is_of_form(const GuessColumn *column);

/* How sure a guess is, in percent: by whether the wording, the answers or both speak for it. */
int guess_sureness(const GuessColumn *column);

/* Whether the answers are one of a few short things each, of which people have one. */
bool guess_is_category(const GuessColumn *column);

#endif
