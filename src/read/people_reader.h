/* people_reader.h: what the steps of people_read share; private to people_read.c and the files that hold its steps.
 *
 * Names are numbered provisionally while cells are read, and finally (by key) before answers are merged; from then on every
 * number is the model's. */
#ifndef READ_PEOPLE_READER_H
#define READ_PEOPLE_READER_H

#include "read/checklists.h"
#include "read/columns.h"
#include "read/identity.h"
#include "read/people_read.h"
#include "read/sites_read.h"
#include "read/times.h"

enum {
    AMOUNT_HOURS_MAX = 1000000, /* hundredths: 10,000 hours a month */
    AMOUNT_COUNT_MAX = 100000,  /* groups or leading roles, in hundredths: 1,000 */
    TICK_SKILL = 3,
    TICK_INTEREST = 5,
};

/* One survey column that means something, with each different answer interpreted. */
typedef struct SurveyColumn {
    const ColumnMeaning *meaning;
    const Table *table;
    Distinct answers;  /* not for id, e-mail and name */
    int subject;       /* skill, focus (topic) or field that the column is about; -1 */
    int *values;       /* [answers.n] level, hundredths, site, position, field's value or topic chosen; -1 = no answer */
    AnswerTime *times; /* [answers.n] of a time stamp */
    bool blank_is_no;  /* a grid of crosses: a blank is level 0 */

    /* checklists */
    int *first_tick; /* [answers.n + 1] */
    int *ticks;      /* by answer: skills, topics or values of the field */
    int *options;    /* [n_options] every option of the column, the same numbers */
    int n_options;
    int tick_level;
} SurveyColumn;

/* The first mention of a topic. */
typedef struct TopicMention {
    int survey, row, column; /* row -1: a header */
    bool only_choice;
} TopicMention;

typedef struct FieldNames {
    Vocabulary *values; /* provisional */
    int *final_of;
} FieldNames;

typedef struct PeopleReader {
    Model *model;
    TopicOrigins *topic_origins;
    Responses *responses; /* NULL: not asked for */
    const PlanSheets *plan;
    const Table *surveys;
    int n_surveys;
    Arena *arena;   /* the model's */
    Arena *scratch; /* released when people_read returns */
    Messages *messages;
    CadreError *err;

    Scales *scales;
    ColumnMeanings meanings;
    SiteTable sites;
    SurveyColumn *columns; /* by survey, column */
    int *first_column;     /* [n_surveys + 1] into columns */

    Vocabulary *skills, *topics, *fields;
    LIST(FieldNames) field_names; /* by provisional field */
    LIST(bool) interest_asked;    /* by provisional skill */
    LIST(TopicMention) mentions;  /* by provisional topic */
    int *final_field;             /* provisional -> model */

    Identities identities;
    int *roster_values;    /* [roster rows][other columns] values of fields; -1 */
    int *roster_fields;    /* [other columns] fields */
    int *roster_sites;     /* [roster rows] -1 = blank */
    int *roster_positions; /* [roster rows] -1 = blank */
    int *site_values;      /* [rows of sites.csv][1 + other columns] values of network and fields; -1 */
    int *site_fields;      /* [1 + other columns] */
    int *site_row;         /* [model sites] row of sites.csv; -1 without it */
} PeopleReader;

/* The steps in their order. Problems are messages. Errors: CADRE_NO_MEMORY. */
CadreStatus survey_columns_read(PeopleReader *reader);          /* every column's answers interpreted, provisional numbers */
CadreStatus survey_levels_read(PeopleReader *reader);           /* its part for ratings, by question */
CadreStatus repeated_headers_check(const PeopleReader *reader); /* a warning where columns of one header disagree */
CadreStatus roster_fields_read(PeopleReader *reader);           /* sites, positions and fields of people.csv and sites.csv */
CadreStatus names_finish(PeopleReader *reader);                 /* final numbers everywhere */
CadreStatus people_identify(PeopleReader *reader);
CadreStatus options_check(PeopleReader *reader); /* a warning a column of the options that one person alone ticked */
CadreStatus staff_fill(PeopleReader *reader);    /* answers merged, Model.staff and what hangs on it */

/* The provisional number of a value of a field (provisional); -1 where there is no memory. */
int field_value_add(PeopleReader *reader, int field, const char *text, SpellingRank rank, int count);
int field_add(PeopleReader *reader, const char *name, SpellingRank rank); /* the same for a field */

/* The provisional number of a skill or topic as a column or option names it; -1 where there is no memory. */
int skill_add(PeopleReader *reader, const char *name, bool interest, SpellingRank rank, int count);
int topic_add(PeopleReader *reader, const char *name, TopicMention mention, SpellingRank rank, int count);

#endif
