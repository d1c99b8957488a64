/* glpk_engine.h: the one place that knows GLPK. A linear or integer program in; duals, a point and a bound out, in the solver's
 * floating point: callers prove what they claim by their own integers.
 *
 * GLPK keeps one environment per thread: use an Engine in the thread that opened it and call engine_finish at the thread's end.
 * An abort inside GLPK is a CADRE_SOLVER error; every Engine of that thread is dead then and may only be closed. */
#ifndef SOLVE_GLPK_ENGINE_H
#define SOLVE_GLPK_ENGINE_H

#include "solve/linear.h"

typedef struct Engine Engine;

typedef struct EngineLimits {
    int64_t nodes;  /* of the branch and bound tree */
    int iterations; /* of the root relaxation */
    double seconds; /* 0 or less: none */
    int64_t gap;    /* stop the search when bound - objective is below this; at least 1 */
    int64_t enough; /* stop the search at a point this good; INT64_MAX: never */
    bool has_cutoff;
    double cutoff; /* of a relaxation: stop where its objective falls below */
    bool cuts;     /* rounding and clique cuts: 10 to 100 times fewer nodes for the text-book program of a tight school */
} EngineLimits;

typedef enum EngineEnd {
    ENGINE_DONE,       /* solved; for a search: nothing better exists */
    ENGINE_INFEASIBLE, /* no point at all (beside the start) */
    ENGINE_NODES,      /* the rest: cut short */
    ENGINE_ITERATIONS,
    ENGINE_TIME,
    ENGINE_GAP,    /* close enough, or good enough */
    ENGINE_CUTOFF, /* the relaxation is below the cutoff */
    ENGINE_FAILED, /* numerical trouble; duals may still be of use */
} EngineEnd;

/* Of a relaxation, in the caller's arrays. */
typedef struct EngineRelaxation {
    EngineEnd end;
    double *dual;  /* [rows], the last known */
    double *value; /* [columns], where it was solved; or NULL: not asked for */
    double *ray;   /* [rows + 1]: where there is no point, a way (or its opposite) for the duals to go that shows it; or NULL */
    bool has_ray;
    double objective; /* at these duals */
    int64_t iterations;
} EngineRelaxation;

typedef struct EngineSearch {
    EngineEnd end;
    bool found;       /* a point better than the start, or any without one */
    int64_t *point;   /* [columns], rounded */
    double objective; /* of the best point, the start's included */
    double bound;     /* of the tree where it was cut short */
    int64_t nodes;
} EngineSearch;

/* Load a program; `linear` must outlive it. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus engine_open(Engine **out, const LinearProgram *linear, Arena *arena, CadreError *err);
void engine_close(Engine *engine); /* NULL is allowed */
void engine_finish(void);          /* frees the thread's GLPK environment and all that is in it */

/* Take over the bounds of columns and rows from the program again; the basis stays. */
CadreStatus engine_rebound(Engine *engine, CadreError *err);

/* The same where columns have only been opened: the basis at hand stays primal feasible. */
CadreStatus engine_reopen(Engine *engine, CadreError *err);

/* Take over the columns that the program has gained at its end, with their entries. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus engine_extend(Engine *engine, CadreError *err);

/* Take over the rows that the program has gained at its end, with their entries, which lie together by row; no column has come
 * since. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus engine_extend_rows(Engine *engine, CadreError *err);

/* Forget the rows from `first` on that do not bind at the relaxation's point: `linear` is changed as well. */
CadreStatus engine_drop_rows(Engine *engine, LinearProgram *linear, int first, CadreError *err);

/* The relaxation, from the basis at hand: by the primal simplex after columns have come, by the dual after bounds or rows have
 * changed; limits: iterations, seconds, cutoff (of the dual). Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus engine_relax(EngineRelaxation *out, Engine *engine, const EngineLimits *limits, CadreError *err);

/* Branch and bound after a relaxation that was solved. start: [columns], a point that must be bettered, or NULL.
 * Deterministic but for the time limit. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus engine_search(EngineSearch *out, Engine *engine, const int64_t *start, const EngineLimits *limits, Arena *arena,
                          CadreError *err);

enum {
    ENGINE_BASIC = 1,
    ENGINE_AT_LOW = 2
}; /* of a row or column in a basis: part of it, at its lower bound (GLP_BS, GLP_NL) */

/* The basis at hand, to come back to; primal: its point keeps the rows, or nearly, and its duals need not be an optimum's.
 * basis: [rows + columns].
 * Errors: CADRE_SOLVER. */
CadreStatus engine_basis_get(unsigned char *basis, Engine *engine, CadreError *err);
CadreStatus engine_basis_set(Engine *engine, const unsigned char *basis, bool primal, CadreError *err);

/* Have GLPK write the program to `path` in CPLEX LP format, over what is there. *written: GLPK knows of no fault; of a disk
 * that is full it does not. Names: letters, digits and _ only. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus engine_write(bool *written, const LinearProgram *linear, const char *const *column_names,
                         const char *const *row_names, const char *path, Arena *arena, CadreError *err);

#endif
