/* bundle_master.h: the master program over bundles: a column is all that one person does, the rows are the group rules and one
 * convexity row (<= 1; = 1 where must pins ask for a role) per person. Dantzig-Wolfe by staff member; see Barnhart et al.,
 * "Branch-and-price", Operations Research 46(3), 1998. */
#ifndef SOLVE_BUNDLE_MASTER_H
#define SOLVE_BUNDLE_MASTER_H

#include "solve/glpk_engine.h"
#include "solve/pricing.h"
#include "solve/step.h"

typedef struct BundleColumn {
    const int64_t *pairs; /* ascending */
    int n_pairs, rank;
    int before;     /* the same person's column before this, -1 */
    bool only_near; /* no pricing has asked for it */
} BundleColumn;

typedef struct BundleMaster {
    const Program *program;
    const Step *step;
    Arena *arena;
    const int64_t *value; /* [n_pairs], what a pair earns in the step */
    const bool *barred;   /* [n_pairs], or NULL */
    bool load_counts;
    LinearProgram linear; /* columns: slacks, then bundles; rows: group rules, [cost row], [total row], convexity by rank */
    LIST(BundleColumn) columns;
    int *last_column;                         /* [n_people], -1 */
    int cost_row, total_row, first_convexity; /* -1 where there is none */
    int64_t cost_divisor, unit_most;          /* the greatest price, in units of cost_divisor; at least 1 */
    bool reopened;                            /* a column of before is open again */
    int *row_sum;                             /* scratch, [n_rules] */
} BundleMaster;

/* An empty master of a step: slacks and rows, no bundle. A step that asks for the least cost has no cost row: its bound says
 * whether cost_most can be kept. Errors: CADRE_NO_MEMORY. */
CadreStatus master_make(BundleMaster *out, const Program *program, const Step *step, const int64_t *value, const bool *barred,
                        Arena *arena, CadreError *err);

/* Add a bundle that pricing asks for; false where it was asked for before. Running out of memory is remembered in linear.lost.
 * Cost O(pairs * entries). */
bool master_add(BundleMaster *master, int rank, const int64_t *pairs, int n_pairs);

/* Open the column of a bundle, made where it is missing. */
void master_open(BundleMaster *master, int rank, const int64_t *pairs, int n_pairs);

/* The column of exactly these pairs (an index into master->columns), -1 where there is none. Cost O(columns of the person). */
int master_find(const BundleMaster *master, int rank, const int64_t *pairs, int n_pairs);

/* Take over to the engine what has been added and opened: its basis stays primal feasible. Errors: CADRE_NO_MEMORY,
 * CADRE_SOLVER. */
CadreStatus master_send(BundleMaster *master, Engine *engine, CadreError *err);

/* What the cost row's shortages may come to in all, in units of cost_divisor; INT64_MAX: anything. */
int64_t master_cost_most(const BundleMaster *master);

/* Points of the objective of DESIGN section 5 that the bundle earns, whatever the step's goal. */
int64_t master_bundle_total(const Program *program, int rank, const int64_t *pairs, int n_pairs);

/* The solution that a point of the columns stands for. Errors: CADRE_NO_MEMORY. */
CadreStatus master_solution(Solution *out, const BundleMaster *master, const int64_t *point, Arena *arena, CadreError *err);

#endif
