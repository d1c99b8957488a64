/* clashes.h: absolute rules that cannot all be kept: least sets of them that share no rule, and for each what would do. */
#ifndef SOLVE_CLASHES_H
#define SOLVE_CLASHES_H

#include "model/model_without.h"
#include "solve/rule_asking.h"
#include "solve/solve.h"

/* A change of one sheet row that is enough. */
typedef struct WayOut {
    int row; /* RuleRows.rows */
    Without without;
    bool priced, proved;
    int64_t value; /* where it is priced: the objective that the plan then reaches */
} WayOut;

typedef struct Clash {
    int *rows, n_rows; /* RuleRows.rows, ascending; none of them can go */
    bool least;        /* false: a limit left it open whether one can go */
    WayOut *ways;      /* each enough by itself, the cheapest first */
    int n_ways;
    int *together, n_together; /* where none is enough: rows that are enough together */
} Clash;

typedef struct Clashes {
    LIST(Clash) clashes;
    bool more; /* there may be more than these */
} Clashes;

/**
 * Of rules that cannot all be kept. What would do is told of each clash by itself: with the rules of the others out of the way.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost O(rules in a clash * log rules) questions, at most ten clashes.
 */
CadreStatus clashes_find(Clashes *out, RuleAsking *asking, CadreError *err);

/* The ways out of `clash`; base: [rows.n], the rules in force beside it, itself included. */
CadreStatus ways_out_find(Clash *clash, RuleAsking *asking, const bool *base, CadreError *err);

/* Price the ways out of the one clash of a program that is not large: each a solve of its own, its work limited. */
CadreStatus ways_out_price(Clash *clash, const Program *program, Arena *arena, CadreError *err);

/* An error for each clash that names its sheet rows and what would do. */
CadreStatus clashes_report(const Clashes *clashes, const RuleRows *rows, Messages *messages, CadreError *err);

#endif
