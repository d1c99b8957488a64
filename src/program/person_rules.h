/* person_rules.h: rules about one person. Each has two faces: a filter on bundles, for methods that price bundles, and rows
 * over the person's pairs, for the text-book program. Every filter but `must` lets through whatever is part of a bundle that it
 * lets through. */
#ifndef PROGRAM_PERSON_RULES_H
#define PROGRAM_PERSON_RULES_H

#include "program/program.h"

typedef struct PersonEntry {
    int64_t pair;
    int64_t coefficient;
} PersonEntry;

typedef struct PersonRow {
    int64_t low, high; /* INT64_MIN, INT64_MAX: none */
    int rule;          /* index into person_rules */
    Origin origin;     /* the sheet row it comes from; a slot row's groups say more */
    int64_t first_entry;
    int n_entries;
} PersonRow;

/* Collects rows. Running out of memory is remembered in `lost`. */
typedef struct PersonRows {
    const Program *program;
    Arena *arena;
    int rule;
    bool lost;
    LIST(PersonRow) rows;
    LIST(PersonEntry) entries;
} PersonRows;

typedef struct PersonRule {
    const char *name;
    const char *conflict; /* what it means that must pins break it */
    const char *alone;    /* of people, how it keeps them from one role by itself; NULL where it cannot */
    bool (*allowed)(const Program *program, int person, const int *roles, int n_roles);
    void (*rows_add)(PersonRows *rows, int person); /* only rows that can bind */
} PersonRule;

/* Indices into person_rules. */
enum { PERSON_HOURS, PERSON_MAX_GROUPS, PERSON_MAX_LEADS, PERSON_ONE_ROLE, PERSON_SLOTS, PERSON_MUST };

extern const PersonRule person_rules[];
extern const int n_person_rules;

/* All rows of all people, by person in the program's order. Errors: CADRE_NO_MEMORY. */
CadreStatus person_rows_make(PersonRows *out, const Program *program, Arena *arena, CadreError *err);

/* The first rule that keeps the person from the role even where they hold no other: an index into person_rules, -1 where none
 * does. Must pins, eligibility and the rules of groups are not looked at. */
int program_role_obstacle(const Program *program, int person, int role);

void person_row_open(PersonRows *rows, int64_t low, int64_t high, Origin origin);
void person_row_entry(PersonRows *rows, int64_t pair, int64_t coefficient); /* of the row opened last */

bool hours_allowed(const Program *program, int person, const int *roles, int n_roles);
void hours_rows_add(PersonRows *rows, int person);
bool max_groups_allowed(const Program *program, int person, const int *roles, int n_roles);
void max_groups_rows_add(PersonRows *rows, int person);
bool max_leads_allowed(const Program *program, int person, const int *roles, int n_roles);
void max_leads_rows_add(PersonRows *rows, int person);
bool one_role_allowed(const Program *program, int person, const int *roles, int n_roles);
void one_role_rows_add(PersonRows *rows, int person);
bool slots_allowed(const Program *program, int person, const int *roles, int n_roles);
void slots_rows_add(PersonRows *rows, int person);
bool must_allowed(const Program *program, int person, const int *roles, int n_roles);
void must_rows_add(PersonRows *rows, int person);

/* Costs that depend on how many roles a person has. One marginal serves both faces: it is the price of the column "has an n-th
 * role" and, summed up, what a bundle earns. No marginal is greater than that of a lower n. */
typedef struct PersonCost {
    const char *name;
    int64_t (*marginal)(const Program *program, int person, int nth); /* earned by the nth role, nth >= 1 */
    void (*add)(ObjectiveParts *parts, int64_t earned);
} PersonCost;

extern const PersonCost person_costs[];
extern const int n_person_costs;

/* The sum of all marginals. */
int64_t person_cost_marginal(const Program *program, int person, int nth);

#endif
