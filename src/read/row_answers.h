/* row_answers.h: what one survey row says, thing by thing; private to the merging of answers. */
#ifndef READ_ROW_ANSWERS_H
#define READ_ROW_ANSWERS_H

#include "read/people_reader.h"

/* Things that a person can be asked, numbered: the plain ones, then each field, skill level, skill interest and topic rating.
 */
enum {
    THING_SITE,
    THING_POSITION,
    THING_HOURS,
    THING_MAX_GROUPS,
    THING_MAX_LEADS,
    THING_NAME,
    THING_CHOICES,
    THING_FIRST_FIELD
};

typedef struct Things {
    int first_skill, first_interest, first_topic, n;
} Things;

Things things_of(const Model *model);

/* A value of a field, or a choice, in a row. */
typedef struct RowItem {
    int thing;  /* THING_CHOICES or a field's */
    int number; /* value or topic */
    int points; /* of a choice, 1-5; else 0 */
} RowItem;

/* Negative values of things. A blank among crosses is a no, but no answer that could beat another survey's. */
enum { ANSWER_NONE = -2, ANSWER_BLANK_NO = -1 };

typedef struct RowAnswers {
    AnswerTime time;
    int *values;    /* [things.n] ANSWER_NONE, ANSWER_BLANK_NO or >= 0; of a field or of choices a hash of its items */
    RowItem *items; /* sorted, each (thing, number) once */
    int n_items;
} RowAnswers;

/* Room for a row's answers, to be used for many rows; false where there is no memory. */
bool row_answers_create(RowAnswers *out, const PeopleReader *reader, const Things *things);

/* Fill `out`: of several answers about one thing the highest counts; two different sites or positions are an error.
 * Cost O(columns of the survey + options + things). */
void row_answers_read(RowAnswers *out, const PeopleReader *reader, const Things *things, int survey, IdentityRow row);

/* The table's column in which the row says something of the thing, -1 where it says nothing. scratch: its content is lost. */
int row_answers_column(RowAnswers *scratch, const PeopleReader *reader, const Things *things, IdentityRow row, int thing);

/* When the row was answered. */
AnswerTime row_time(const PeopleReader *reader, int survey, int row);

/* The first thing but the name that the two answer differently; -1 where there is none. */
int row_answers_differ(const RowAnswers *a, const RowAnswers *b, const Things *things);

#endif
