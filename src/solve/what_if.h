/* what_if.h: what the best would be if something were otherwise: exact questions about one part of a plan, each answered by
 * solving the altered plan, from the bundles and the assignments at hand.
 *
 * A part is all that can bear on the people and groups asked about, also once levels, positions or pins are changed: what
 * nothing links to them stays as it is and is left out. Everything here is in the part's own indices. */
#ifndef SOLVE_WHAT_IF_H
#define SOLVE_WHAT_IF_H

#include "model/alteration.h"
#include "model/model_part.h"
#include "solve/solve.h"

typedef struct WhatIf {
    ModelPart part;    /* part.model; part.staff and part.roles lead back to the whole */
    int person, group; /* what the part was asked for, -1: nothing */
    ScoreTable scores;
    Program program;
    Solution base; /* as it is now */
    ObjectiveParts base_parts;
    Shortage *shortages; /* of the base */
    int n_shortages;
    int64_t base_bound;     /* nothing has a greater value */
    int base_floor;         /* -1: the settings ask for none */
    const BundlePool *pool; /* NULL: none */
    SolveOptions options;
    double deadline_s;
} WhatIf;

typedef struct WhatIfOptions {
    int threads;
    int64_t work;           /* nodes * bundles of one question's search */
    double deadline_s;      /* on the monotonic clock; what has not begun by then is not asked; 0: none */
    const BundlePool *pool; /* that the whole's solve has kept, or NULL */
    int floor;              /* that `known` reaches, where the settings ask for one; else -1 */
} WhatIfOptions;

/**
 * Make the part of the plan that bears on a person and a group (either may be -1, not both), with what `known`, a solution of
 * the whole, has in it. is_best: known is proved to be a best solution of the whole; else the part is solved, for a bound.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER.
 */
CadreStatus what_if_open(WhatIf *out, const Program *whole, const Solution *known, bool is_best, int person, int group,
                         const WhatIfOptions *options, Arena *arena, CadreError *err);

/* One question: alterations made together. moves: of equally good answers one with the fewest assignments that the base
 * has not is wanted; it is taken as far as the work goes. */
typedef struct WhatIfQuestion {
    Alteration alterations[4];
    int n;
    bool moves;
} WhatIfQuestion;

/* asked = false: there was no time. known = false: limits were met before any assignments were found. possible = false: none
 * keep the absolute rules then. Else the best value lies between value and bound; exact: it is `value`, and under a floor the
 * shortages and the floor are proved too. */
typedef struct WhatIfAnswer {
    bool asked, known, possible, exact;
    int64_t value, bound;
    int64_t floor; /* fairness = floor: that of the second step; else -1 */
    ObjectiveParts parts;
    Solution solution; /* has that value */
    Shortage *shortages;
    int n_shortages;
} WhatIfAnswer;

/* What a question about the part is likely to cost: rows times columns of its relaxation. */
int64_t what_if_work(const WhatIf *what_if);

/**
 * Answer the questions, each by itself, in parallel; the answers do not depend on the number of threads.
 * answers: [n]; what they hold lives in `arena`. Errors: CADRE_NO_MEMORY, CADRE_SOLVER.
 */
CadreStatus what_if_ask(WhatIfAnswer *answers, const WhatIf *what_if, const WhatIfQuestion *questions, int n, Arena *arena,
                        CadreError *err);

/**
 * Why a question that is not possible is not: the rules that contradict each other, as an error about the altered plan names
 * them; "" where that is not known. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost as solve_check.
 */
CadreStatus what_if_because(const char **because, const WhatIf *what_if, const WhatIfQuestion *question, Arena *arena,
                            CadreError *err);

#endif
