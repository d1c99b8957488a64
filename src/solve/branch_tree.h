/* branch_tree.h: what the parts of the branch and bound share. */
#ifndef SOLVE_BRANCH_TREE_H
#define SOLVE_BRANCH_TREE_H

#include "solve/branch.h"

typedef enum CutKind { CUT_NONE, CUT_ON, CUT_OFF, CUT_MOST, CUT_LEAST } CutKind;

/* One decision: a person has a pair or has it not; a slack is at most or at least so much. */
typedef struct Cut {
    CutKind kind;
    int rank, slack;
    int64_t pair, value;
    double share; /* of the pair in the relaxation before */
} Cut;

typedef struct Basis {
    struct Basis *next;
    unsigned char status[];
} Basis;

typedef struct Node {
    int parent; /* -1: the root */
    Cut cut;
    int64_t bound;
    bool open;
    Basis *basis; /* to start from; NULL: the one at hand */
} Node;

/* What deciding a pair has cost, by the points lost per unit of it: [0] without it, [1] with it. */
typedef struct Learned {
    double loss[2];
    int n[2];
} Learned;

typedef struct Branch {
    StepOutcome *out;
    SolveRun *run;
    const Step *step;
    NearProgram *near;
    const BranchLimits *limits;
    Arena *arena;
    Engine *engine;
    LIST(Node) nodes;
    Basis *spare;
    EngineRelaxation relaxed;
    int64_t *dual;                 /* [rows] */
    Scaled *worth, *best, here;    /* [columns], [n_people], and the bound, all at `dual` */
    int64_t *root_low, *root_high; /* [columns] */
    int64_t *root_least;           /* [n_people]: low of the convexity row */
    Scaled *root_loss, root_bound; /* [columns]: what one unit takes from the root's bound */
    double *share;                 /* [n_pairs], 0 between uses */
    int64_t *touched;              /* [n_pairs] */
    Learned *learned, all;         /* [n_pairs] */
    EngineRelaxation trial;        /* of a side of a decision */
    Basis *trial_basis;            /* and what to come back to */
    LinearColumn *trial_columns;   /* [columns] */
    int64_t n_trial_iterations;
    bool dived;         /* the first plunge is over */
    int64_t unresolved; /* the greatest bound of a node that could be neither solved nor closed; INT64_MIN */
    int64_t n_nodes, n_iterations;
} Branch;

/* The least value that is of interest; INT64_MIN: any. */
int64_t branch_wanted(const Branch *branch, int64_t gap);

/* Whether nothing of interest has a value at or below this bound. */
bool branch_closes(const Branch *branch, int64_t bound);

/* --- branch_node.c: bounds --- */

void branch_cut_apply(Branch *branch, const Cut *cut);
void branch_cuts_apply(Branch *branch, int node); /* from the root's bounds on */
/* Relax the program as its columns stand; *bound: no point within them has a greater value. */
CadreStatus branch_relax(Branch *branch, Scaled *bound, CadreError *err);
void branch_columns_close(Branch *branch); /* what something better within them cannot use, by the duals at hand */
void branch_root_keep(Branch *branch);
void branch_root_close(Branch *branch); /* the same for the whole tree, after a better solution is found */

/* --- branch_cuts.c --- */

enum { BRANCH_CUTS_MOST = 400 };

/* Cut off what is not whole of the root's relaxation, while that lowers *bound. */
CadreStatus branch_root_cut(Branch *branch, Scaled *bound, CadreError *err);

/* --- branch_choice.c: what to decide next --- */

/* False where the relaxation's point is whole. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus branch_choose(bool *any, Cut *out, Branch *branch, CadreError *err);
/* Where it is whole, but less than its bound, as duals are rounded: what makes most of the difference; false where nothing
 * does. */
bool branch_choose_excess(Cut *out, const Branch *branch);
Cut branch_other(Cut cut);
void branch_learn(Branch *branch, const Cut *cut, int64_t loss);

#endif
