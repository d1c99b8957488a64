/* program.h: the integer program of DESIGN section 5, before any solver: what can be chosen, what it earns, and which rules
 * bind.
 *
 * Person rules (one person's own: hours, limits, one role a group, slots, pins, first role, extra load) are kept apart from
 * group rules (rows over many people), because the bundle method prices the former and keeps only the latter as rows. Each rule
 * family is one file and one line in a table (group_rules.h, person_rules.h). Staff are taken in an order that depends on their
 * keys and the seed alone, rules in an order that depends on names alone. */
#ifndef PROGRAM_PROGRAM_H
#define PROGRAM_PROGRAM_H

#include "model/solution.h"
#include "score/score.h"

/* A row over pairs and slacks: low <= sum of coefficients * values <= high. */
typedef struct GroupRule {
    int64_t low, high; /* INT64_MIN, INT64_MAX: none */
    int family;        /* index into group_rule_families */
    int about;         /* of that family: the role, group, Model.coverages, mixes or pairs; -1: of all */
    int slack;         /* its own slack, the first entry of that slack; -1: the rule is absolute */
    Origin origin;     /* the sheet row it comes from */
} GroupRule;

/* A priced integer variable >= 0 of a group rule: what is missing (coefficient 1 in its rule) or too many (-1). It may also
 * count in later rules. */
typedef struct Slack {
    int64_t price; /* per unit, taken from the objective */
    int64_t high;  /* upper bound */
} Slack;

typedef struct Entry {
    int32_t row, coefficient; /* a district has tens of millions of them */
} Entry;

typedef struct Program {
    const Model *model;
    const ScoreTable *scores;

    int n_people;     /* those with at least one pair */
    int *person;      /* [n_people] -> Model.staff, in the seeded order */
    int *person_rank; /* [n_staff] -> index into `person`, -1 where there is no pair */

    /* pairs: the 0/1 choices, by person in that order, then by role in a seeded order */
    int64_t n_pairs;
    int64_t *first_pair;    /* [n_people + 1] */
    int *pair_role;         /* [n_pairs] -> Model.roles */
    int *pair_person;       /* [n_pairs] -> Model.staff */
    int64_t *pair_value;    /* [n_pairs], points * role weight */
    bool *pair_changed;     /* [n_pairs]: what changes are counted against does not have it; all false without any */
    const bool *pair_moved; /* [n_pairs]: what the step of the fewest changes counts: pair_changed, but for program_compare */
    bool counts_moves;      /* there is something to compare with */
    int64_t *first_entry;   /* [n_pairs + 1]: entries of each pair in the group rules, ascending by row */
    Entry *entries;

    int64_t *pair_of_score; /* [scores->n_pairs]: the pair of each entry of the score table */

    int64_t *role_first_pair; /* [n_roles + 1]: the pairs of each role */
    int64_t *role_pairs;      /* [n_pairs], ascending within a role */

    int n_rules;
    GroupRule *rules;

    int n_slacks;
    Slack *slacks;
    int64_t *slack_first_entry; /* [n_slacks + 1]; the first entry is its own rule's, further ones lie in later rules */
    Entry *slack_entries;

    int *first_must; /* [n_staff + 1] */
    int *musts;      /* must pins of each person -> Model.pins */
} Program;

/**
 * Formulate. Contradictions that one look finds (a must pin that is barred, must pins that one person cannot keep together,
 * more must pins than a role or a group has room for) are errors that name every sheet row of the conflict; a `together` that
 * is void is a warning. Errors: CADRE_NO_MEMORY. Cost O(pairs * rules a pair is in).
 */
CadreStatus program_make(Program *out, const Model *model, const ScoreTable *scores, Arena *arena, Messages *messages,
                         CadreError *err);

/* Whether models that differ in these settings alone have the same rules, pairs and slacks; not what pairs are worth. */
bool program_same_rules(const Settings *settings, const Settings *other);

/* The program of a model that differs from that of `from` in settings alone, of the same rules: what `from` has is shared, and
 * `scores` has its pairs. Cost O(pairs). Errors: CADRE_NO_MEMORY. */
CadreStatus program_revalue(Program *out, const Program *from, const Model *model, const ScoreTable *scores, Arena *arena,
                            CadreError *err);

/* Must pins that cannot be kept are errors, as program_make says; for a program that was revalued. Errors: CADRE_NO_MEMORY. */
CadreStatus program_check_pins(const Program *program, Arena *arena, Messages *messages, CadreError *err);

/* The pair's index, -1 where the person may not hold the role. Cost O(log roles of the person). */
int64_t program_find_pair(const Program *program, int person, int role);

/* Whether person rules let the person (Model.staff) hold exactly these roles together, and what the bundle earns: points,
 * `everyone`, extra_load (a cost, positive). A role that is not open to the person earns 0 points. Cost O(n^2) slots, O(n
 * log roles of the person) else. */
bool program_bundle_allowed(const Program *program, int person, const int *roles, int n_roles);
ObjectiveParts program_bundle_parts(const Program *program, int person, const int *roles, int n_roles);

/* Each rule's own slack as small as it may be. activity: [n_rules], what the pairs that are on add up to; the slacks that count
 * in later rules are added to it. slack: [n_slacks]. Cost O(rules + entries of slacks). */
void program_slacks(int64_t slack[/*n_slacks*/], int64_t activity[/*n_rules*/], const Program *program);

int64_t program_common_divisor(int64_t a, int64_t b); /* the greatest, of numbers >= 0; the other one where one is 0 */

/* The greatest number that divides every price of a slack; 0 where nothing is priced. */
int64_t program_price_divisor(const Program *program);

/* Assignments that what changes are counted against (Model.held, else Model.previous) does not have; 0 without any. */
int64_t program_changes(const Program *program, const Solution *solution);

/* Assignments that the step of the fewest changes counts. All of them must be pairs of the program. */
int64_t program_moves(const Program *program, const Solution *solution);

/* Have the step of the fewest changes count the assignments that `solution` does not have. Rules stay what they are. Errors:
 * CADRE_NO_MEMORY. */
CadreStatus program_compare(Program *program, const Solution *solution, Arena *arena, CadreError *err);

/**
 * The exact objective of any assignments that keep the absolute rules, and every shortage of them, in integers, from the model
 * and the points alone: rows and slacks play no part.
 * feasible: whether they do keep them. shortages (or NULL): by rule family, then in the model's order.
 * Cost O(staff + roles + assignments * rules of a group).
 */
CadreStatus program_evaluate(ObjectiveParts *parts, bool *feasible, Shortage **shortages, int *n_shortages,
                             const Program *program, const Solution *solution, Arena *arena, CadreError *err);

#endif
