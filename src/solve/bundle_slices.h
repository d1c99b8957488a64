/* bundle_slices.h: the solutions of a step in slices, by how much they have of one shortage or of all: a tree of splits that
 * narrow slacks or the cost row, which are the master's alone, so that pricing stays what it is. Where the bound of the whole
 * counts a fraction of a shortage, hardly a cut and no decision about a person takes it away. */
#ifndef SOLVE_BUNDLE_SLICES_H
#define SOLVE_BUNDLE_SLICES_H

#include "solve/bundle_rounds.h"

/* Where a relaxation ended: [rows + columns] of the master as it was then. */
typedef struct MasterBasis {
    unsigned char *status;
    int n_columns;
} MasterBasis;

enum { SLICE_FRACTIONS = 4 };

/* A shortage that the relaxation leaves undecided. */
typedef struct Fraction {
    int slack;           /* n_slacks: the cost row */
    double value, score; /* score: what deciding it could cost */
} Fraction;

typedef struct Slice {
    int parent;        /* -1: all solutions */
    int slack;         /* that sets it apart from its parent; n_slacks: the cost row */
    int64_t low, high; /* of that slack, or row */
    Arena *arena;      /* of what hangs on it */
    bool split;        /* its two sides stand for it */
    bool tested;       /* it is not worth splitting */
    bool dived;
    int64_t bound;     /* none of its solutions has a greater value */
    MasterDuals duals; /* that gave it, or its parent's; if any is known */
    bool known;
    MasterBasis basis;
    Fraction fractions[SLICE_FRACTIONS]; /* those of the greatest scores */
    int n_fractions;
    int64_t room, work; /* of its next search: points below the bound (0: it is the first); nodes * bundles */
} Slice;

typedef struct Slices {
    Arena *arena;
    LIST(Slice) list;
} Slices;

/* Add the side of `parent` in which a slack lies so; -1: no memory. */
int slices_add(Slices *slices, int parent, int slack, int64_t low, int64_t high);

/* Forget the last slice. */
void slices_drop(Slices *slices);

/* The slice of the greatest bound that is not split, the latest of several; -1: none has a bound of `least` or more. */
int slices_best(const Slices *slices, int64_t least);

/* Let the master stand as the slice has it: slacks, convexity rows, and open what pricing has made. */
void slices_apply(const Slices *slices, int slice, BundleMaster *master);

/* Whether the split that made a slice leaves nothing in it; the master stands as it has it. */
bool slices_is_empty(const Slices *slices, int slice, const BundleMaster *master);

/**
 * Keep where rounds within a slice ended: its bound, if that is less, its duals, basis and fractions.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER.
 */
CadreStatus slices_keep(Slices *slices, int slice, const BundleBound *bound, const BundleMaster *master, Engine *engine,
                        CadreError *err);

/* Where the relaxation that `engine` holds of the master stands. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus basis_take(MasterBasis *out, const BundleMaster *master, Engine *engine, Arena *arena, CadreError *err);

/* The basis with the columns that the master has gained since, and with a row that holds the total where the step has one and
 * the basis not; NULL: no memory. */
unsigned char *basis_grown(const MasterBasis *basis, const BundleMaster *master, Arena *arena);

#endif
