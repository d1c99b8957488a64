/* mend.h: a result is mended with few moves: what the best plan with at most so many moves is worth, for each number of moves,
 * and where to stop.
 *
 * A move is an assignment that the result has not (program_changes). F(k), the best value with at most k moves, is found for
 * each part of a district by itself: the best of all, the best where each move counts `worth` points, and then every k from 0
 * on, each from the bundles and the assignments of the one before. The parts' figures add up to the whole's exactly: the
 * greatest sum over all ways to share out k moves.
 *
 * The step to take is the best where each move counts `worth` points, of several the one with the fewest moves: from there no
 * step beyond gains more than `worth` for each move more, and from every step before it the moves that are left gain more than
 * that on average. */
#ifndef SOLVE_MEND_H
#define SOLVE_MEND_H

#include "solve/solve.h"

typedef struct MendOptions {
    const SolveOptions *solve; /* method, threads, gap, time, listener */
    int64_t worth;             /* points, from 0 */
    int most;                  /* moves that the plan allows, NO_LIMIT: any number */
    int steps; /* every number of moves up to this one is looked at; -1: some beyond what is recommended. Where `most` is less
                  than is recommended, up to that at least */
} MendOptions;

/* A number of moves that gains something over one move less. */
typedef struct MendStep {
    int64_t moves;
    int64_t value, bound; /* the best with at most so many moves lies between */
    ObjectiveParts parts; /* of the assignments that have the value */
    int n_shortages;
} MendStep;

typedef struct Mend {
    MendStep *steps; /* [n_steps], by moves; values rise */
    int n_steps;
    int64_t complete_to;     /* no number of moves up to this one is left out that gains something */
    bool exact;              /* all of it is proved: what is recommended, too */
    int recommended, chosen; /* indices into steps; chosen has fewer moves where the plan allows no more */
    SolveOutcome outcome;    /* the chosen one's; nothing has more than its bound with as many moves as it, or as `most` where
                                that is less than is recommended */
} Mend;

/**
 * program: without a limit on changes, of fairness total. Errors: CADRE_INPUT where the rules cannot be kept with as few moves
 * as `most`, or at all (messages); CADRE_SOLVER, CADRE_NO_MEMORY. Cost: solves of each part, two and one for each of its moves
 * up to `steps`.
 */
CadreStatus mend_run(Mend *out, const Program *program, const MendOptions *options, Arena *arena, Messages *messages,
                     CadreError *err);

#endif
