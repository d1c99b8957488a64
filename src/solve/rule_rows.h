/* rule_rows.h: the rules of a plan as rows without prices, to be asked which of them can hold together. A row knows the sheet
 * row that it comes from and what it is about, so that a conflict can be named. */
#ifndef SOLVE_RULE_ROWS_H
#define SOLVE_RULE_ROWS_H

#include "program/program.h"

typedef enum RuleKind {
    /* needs, priced in the program; here they hold in full */
    RULE_ROLE_MIN, /* about: Model.roles */
    RULE_SIZE_MIN, /* Model.groups; a role's empty seats count as members, as in the program */
    RULE_COVERAGE, /* Model.coverages */
    RULE_MIX_MIN,  /* Model.mixes */
    RULE_MIX_MAX,
    /* absolute rules of groups */
    RULE_ROLE_MAX, /* Model.roles */
    RULE_SIZE_MAX, /* Model.groups */
    RULE_TOGETHER, /* Model.pairs */
    RULE_APART,
    RULE_CHANGES, /* -1 */
    /* rules of one person */
    RULE_HOURS, /* Model.staff */
    RULE_MAX_GROUPS,
    RULE_MAX_LEADS,
    RULE_SLOTS,
    RULE_MUST, /* Model.pins */
    /* what no sheet row can lift */
    RULE_ONE_ROLE, /* Model.staff */
    RULE_COUNT,    /* says what a column that counts members beyond a role's min may be; Model.roles */
} RuleKind;

/* low <= sum of coefficient * column <= high. */
typedef struct RuleRow {
    RuleKind kind;
    int about;
    Origin origin;
    int64_t low, high; /* INT64_MIN, INT64_MAX: none */
    int first_entry, n_entries;
} RuleRow;

typedef struct RuleEntry {
    int column;
    int64_t coefficient;
} RuleEntry;

typedef struct RuleColumn {
    int64_t pair; /* Program.pairs, 0 or 1; -1: a count */
    int64_t high;
} RuleColumn;

/* Running out of memory is remembered in `lost`. */
typedef struct RuleRows {
    const Program *program;
    Arena *arena;
    bool lost;
    int *column_of; /* [n_pairs], -1: of nobody asked */
    LIST(RuleColumn) columns;
    LIST(RuleRow) rows; /* counts come before the rules of people */
    LIST(RuleEntry) entries;
} RuleRows;

/**
 * asked: [n_staff], the people whose pairs take part; all others do nothing. needs: [n_rules], the priced rules that are to
 * hold in full, or NULL: none. Rows that hold whatever those people do are left out, but those of `needs`, which are none where
 * nothing is needed. Errors: CADRE_NO_MEMORY. Cost O(pairs + entries of the program).
 */
CadreStatus rule_rows_make(RuleRows *out, const Program *program, const bool *asked, const bool *needs, Arena *arena,
                           CadreError *err);

/* Whether a sheet row can lift it. */
static inline bool rule_row_can_go(const RuleRow *row) { return row->kind < RULE_ONE_ROLE; }

/* The group of a pair's column; -1 of a count. */
int rule_column_group(const RuleRows *rows, int column);

/* The groups of a row's pairs, each once, in the row's order; NULL where there is no memory. */
int *rule_row_groups(int *n, const RuleRows *rows, const RuleRow *row, Arena *arena);

#endif
