/* rule_asking.h: which rules can hold together, asked of the solver, and a least set of those that cannot. */
#ifndef SOLVE_RULE_ASKING_H
#define SOLVE_RULE_ASKING_H

#include "solve/glpk_engine.h"
#include "solve/rule_rows.h"

/* Counts what questions cost, the same on every machine: rows times iterations and nodes. */
typedef struct RuleAsking {
    const RuleRows *rows;
    const EngineLimits *limits; /* of one question */
    Arena *arena;
    const bool *near; /* [columns.n] or NULL: columns that are on where all but little holds, which a search starts from */
    int64_t work, work_most; /* spent; beyond work_most every answer is "not known" */
} RuleAsking;

typedef struct RuleQuestion {
    const bool *in_force; /* [rows.n]; what no sheet row can lift is in force always */
    int no_meeting;       /* the group whose meetings are away, -1 */
    int raised;           /* the row whose most is raised by as little as it takes, -1 */
    bool *shown;          /* [rows.n] or NULL: where the relaxation shows a conflict, the rows that show it */
    bool keep;            /* whether the assignments found are wanted */
    bool relaxed;         /* the relaxation alone: it shows most conflicts at a small part of the cost, and holds nothing */
} RuleQuestion;

#define RULE_QUESTION_INIT                                                                                                     \
    {                                                                                                                          \
        .no_meeting = -1, .raised = -1                                                                                         \
    }

typedef struct RuleAnswer {
    bool known, feasible; /* not known: a limit was reached */
    bool shown;           /* RuleQuestion.shown was filled */
    int64_t raise;        /* of the row raised, in its own units */
    Solution found;       /* where it is kept: in the asking's arena */
} RuleAnswer;

/* Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus rules_ask(RuleAnswer *out, RuleAsking *asking, const RuleQuestion *question, CadreError *err);

/**
 * Narrow rows that cannot hold together to a set of which none can go, by blocks that halve: O(rows in it * log rows)
 * questions. in_force: [rows.n], in and out. order: [n], the rows to be tried, those to go rather than others last. least:
 * false where a limit left a question open, so that a row may be there in vain. The relaxation narrows
 * them first. Errors: CADRE_NO_MEMORY, CADRE_SOLVER.
 */
CadreStatus rules_narrow(bool *least, bool *in_force, RuleAsking *asking, const int *order, int n, CadreError *err);

#endif
