/* solve.h: program -> outcome, to proof or to a limit. */
#ifndef SOLVE_SOLVE_H
#define SOLVE_SOLVE_H

#include "program/program.h"

/* Where the bundle method gives up; 0: as built in. None is met without being told in SolveOutcome.limits. */
typedef struct SolveCaps {
    int rounds;           /* of column generation */
    int64_t search_nodes; /* partial bundles of one person's pricing */
    int64_t bundles;      /* of one enumeration */
    int64_t work;         /* nodes * bundles of a search */
    int64_t coefficients; /* of the text-book program that is tried where bundles end before they can search */
    int64_t flips;        /* of the greedy search where the proof was not found */
} SolveCaps;

/* Bundles that were worth a look in one solve, and where its relaxation ended, for another that is much like it: of a model
 * with the same indices, as alteration.h makes it. */
typedef struct BundlePool BundlePool;

BundlePool *bundle_pool_create(Arena *arena); /* NULL: no memory */
int bundle_pool_size(const BundlePool *pool); /* bundles */

/* The pools of a program, one for each part that it falls into: for many programs that are much like it, whatever their
 * indices. A part of theirs uses the pool of the part with the same people and roles, and where there is none begins cold. */
typedef struct PoolSet PoolSet;

PoolSet *pool_set_create(Arena *arena); /* NULL: no memory */

/* The programs of the parts that a program falls into, for others that differ from it in settings alone: where those leave the
 * rules as they are (program_same_rules), only what pairs are worth is made again. */
typedef struct PartPrograms PartPrograms;

PartPrograms *part_programs_create(Arena *arena); /* NULL: no memory */

typedef struct SolveOptions {
    const char *method;      /* a name of the method table: "bundles" or "compact" */
    const char *write_model; /* path or NULL: the text-book program of the plain total, no floor or changes, as CPLEX LP */
    int threads;
    int64_t gap_points;  /* stop when bound - objective is below this; at least 1 */
    double time_limit_s; /* 0: none */
    const CadreListener *listener;
    SolveCaps caps;
    const Solution *start;     /* a solution to begin with where it keeps all absolute rules, or NULL */
    const BundlePool *pool;    /* bundles to begin with, or NULL; not empty */
    BundlePool *keep;          /* gets the bundles of the last total step, or NULL; as it was where the program falls apart */
    const PoolSet *pools;      /* the same for a program that may fall apart, or NULL */
    PoolSet *keep_pools;       /* gets the pools of a total's steps, or NULL */
    const PartPrograms *parts; /* of a program that differs from this one in settings alone, or NULL */
    PartPrograms *keep_parts;  /* gets those of this one, or NULL; as much memory as the program itself */
    const Solution *near; /* a solution of a program like this one, or NULL: of equally good solutions one is taken that has the
                             fewest assignments that `near` has not; what fits of `start`, else of `near`, is the start */
    bool near_without_previous; /* where there is a previous.csv, `near` is only a start: its changes are the fewest */
    bool pools_by_settings; /* the programs of `pools` differ from this one in settings alone, and they had the same `near`, or
                               gave it: an answer that a stricter program still allows and values the same is its answer */
    bool may_find_none;     /* SolveOutcome.none_found instead of an error */
    bool value_only;        /* of equally good solutions any will do: no step for the fewest changes */
    bool pool_only;         /* fill `keep` and end: of a total step only the relaxation is wanted */
    bool clashes_unexplained; /* rules that cannot all be kept: CADRE_INPUT without the messages that say why */
} SolveOptions;

/* Whether `name` is in the method table; `names` gets a line that lists them. */
bool solve_method_known(const char *name, const char **names);

/* Write the text-book program of the plain total, as SolveOptions.write_model asks for it. Errors: CADRE_IO, CADRE_NO_MEMORY.
 */
CadreStatus solve_write_model(const Program *program, const char *path, Arena *arena, CadreError *err);

/**
 * Whether the absolute rules can be kept at all, without solving: contradictions are errors that name every sheet row.
 * Errors: CADRE_INPUT where they cannot; CADRE_SOLVER, CADRE_NO_MEMORY.
 */
CadreStatus solve_check(const Program *program, Arena *arena, Messages *messages, CadreError *err);

/**
 * Solve all steps that the settings ask for: floor fairness's three, then the fewest changes among the best. The best solution
 * known is always returned with its bound; `proved` is claimed only where the integer arithmetic shows it. Errors:
 * CADRE_SOLVER, CADRE_NO_MEMORY, CADRE_IO (write_model). Contradicting absolutes: messages and CADRE_INPUT.
 */
CadreStatus solve_run(SolveOutcome *out, const Program *program, const SolveOptions *options, Arena *arena, Messages *messages,
                      CadreError *err);

#endif
