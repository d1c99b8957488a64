/* plan_reader.h: what the readers of the plan's sheets share: the model under construction, the lookups of names, and rows of
 * sheets. plan_read.c makes one PlanReader and calls the readers below in their order. */
#ifndef READ_PLAN_READER_H
#define READ_PLAN_READER_H

#include "read/groups_read.h"
#include "read/person_index.h"
#include "read/plan_read.h"
#include "read/selector.h"
#include "read/site_names.h"

enum {
    PLAN_COUNT_MAX = 100000,  /* of people: sizes, holders, mixes */
    PLAN_HOURS_MAX = 1000000, /* hundredths: 10,000 hours a month */
    PLAN_WEIGHT_MAX = 10,
};

typedef struct PlanReader {
    Model *model;
    const TopicOrigins *topics;
    const PlanSheets *plan;
    Arena *arena;   /* the model's */
    Arena *scratch; /* released when plan_read returns */
    Messages *messages;
    CadreError *err;

    const SiteNames *sites;
    const PersonIndex *people;
    const GroupIndex *groups;
    GroupDraft *drafts; /* one a row of groups.csv */
    int *draft;         /* [n_groups] -> drafts */
    Names *role_names;  /* every role name of the plan */
    int *role_name;     /* [n_roles] -> role_names */
} PlanReader;

/* The readers, in the order in which they run. Each fills its part of the model; problems are messages.
 * Errors: CADRE_NO_MEMORY. */
CadreStatus groups_read(PlanReader *reader);
CadreStatus roles_read(PlanReader *reader);
CadreStatus needs_read(PlanReader *reader);
CadreStatus mix_read(PlanReader *reader);
CadreStatus pins_read(PlanReader *reader);
CadreStatus pairs_read(PlanReader *reader);
CadreStatus previous_read(PlanReader *reader);

/* One row of a sheet, whose cells are asked for by the column's index in the spec (GROUPS_GROUP, ...). */
typedef struct PlanRow {
    const Sheet *sheet;
    int row;
    Messages *messages;
} PlanRow;

PlanRow plan_row(const PlanReader *reader, SheetKind kind, int row);
int plan_n_rows(const PlanReader *reader, SheetKind kind); /* 0 where the sheet is absent */
const char *row_cell(PlanRow row, int column);
Origin row_origin(PlanRow row, int column);
int row_line(PlanRow row); /* the physical line, for messages that name two rows */
int row_int(PlanRow row, int column, int low, int high, int fallback);
int row_hundredths(PlanRow row, int column, int fallback);
bool row_yes(PlanRow row, int column);

/* -1, 0 or 1, for qsort. */
static inline int plan_compare(int a, int b) { return (a > b) - (a < b); }

/* The parts of a `;`-separated cell, trimmed, blank ones left out; NULL where there is no memory. */
const char *const *plan_split(const char *text, int *n, Arena *arena);

/* The level, 1 to 5, of one part of a short form, "Literacy 4", and its skill ("" where there is no memory); 0 where the part
 * is no such thing. */
int plan_short_need(const char **skill, const char *part, Arena *arena);
void plan_no_need(Messages *messages, Origin origin, const char *part); /* the error that says so */

/* 'unknown skill "Litracy"; expected a skill that a survey asks about, the nearest is "Literacy"'; nearest may be NULL. */
void plan_unknown(Messages *messages, CadreSeverity severity, Origin origin, const char *what, const char *text,
                  const char *expected, const char *nearest);

/* The selection that a cell names; false with an error message where it names nothing, without one where it is blank (the sheet
 * has reported that). */
bool plan_select(Selection *out, const PlanReader *reader, PlanRow row, int column);

/* The person of a cell, or -1 with a message. */
int plan_person(const PlanReader *reader, PlanRow row, int column);

/* The role of a group by an index into role_names, -1 where it has none. Cost O(roles of the group). */
int plan_find_role(const PlanReader *reader, int group, int role_name);

/* The error that no group that the row names has the role that it names. */
void plan_no_such_role(const PlanReader *reader, PlanRow row, int group_column, int role_column);

/* The skill of a cell or part of one, or -1 with a message. */
int plan_skill(const PlanReader *reader, const char *text, Origin origin);

#endif
