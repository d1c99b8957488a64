/* pipeline_sweep.h: what the stages of a sweep hand on to each other. */
#ifndef PIPELINE_SWEEP_H
#define PIPELINE_SWEEP_H

#include <stdatomic.h>

#include "explain/frontier.h"
#include "pipeline_run.h"
#include "read/vary.h"
#include "solve/solve.h"

/* What is kept of a point once it is solved. */
typedef struct SweepPoint {
    CadreStatus status;
    CadreError error;
    int parent;         /* the point whose bundles it begins with; -1: those of the plan's own best */
    atomic_int waiting; /* points that are still to begin with its own, and itself */
    Arena *pool_arena;
    PoolSet *pools;       /* NULL where nobody waits for them, or without memory */
    bool unread;          /* the changed plan has errors */
    int16_t *points;      /* [pairs of the plan's scores], where sweep_score is to make them but once; else NULL */
    SolveOutcome outcome; /* in the indices of the point's own model, as are the shortages */
    Shortage *shortages;
    int n_shortages;
    FrontierSeats seats;
    LIST(CadreMessage) messages; /* what was found in the changed plan */
} SweepPoint;

typedef struct Sweep {
    Run *run;
    VaryGrid grid;
    bool settings_only; /* models are made of `base` by its settings alone */
    const InputTables *tables;
    const Model *base;
    ScoreTable scores;
    Program program; /* of base */
    FrontierSeats best;
    Solution best_solution;
    PoolSet *pools;
    PartPrograms *parts;     /* of `program` */
    SweepPoint *points;      /* [grid.n_points] */
    FrontierPoint *frontier; /* [grid.n_points] */
    Arena **keepers;         /* [threads]: what threads leave behind */
    int threads;
    atomic_int n_done;
    atomic_bool wrong; /* some point's plan has errors: none need be solved any more */
    const char *out;   /* the folder, as the command names it */
    const char *aside; /* the folder that is written */
    int n_outcomes;
    Names *told; /* findings that are told already */
} Sweep;

/* The model of the plan with `changes` laid over it. Errors: as read_changed. */
CadreStatus sweep_read(Model **out, const Sweep *sweep, const Table *changes, Arena *arena, Messages *messages,
                       CadreError *err);

/* The scores of a point's model: those of the plan where only settings differ, and no weight of the four; else, where only
 * settings differ, the point keeps what is its own in `keeper` (NULL: it is there). Errors: CADRE_NO_MEMORY. */
CadreStatus sweep_score(ScoreTable *out, const Sweep *sweep, SweepPoint *point, const Model *model, Arena *keeper, Arena *arena,
                        CadreError *err);

/* Solve every point. Errors: CADRE_INPUT where some change is wrong, all that is wrong told; faults. */
CadreStatus sweep_solve(Sweep *sweep, CadreError *err);

/* One point, as sweep_solve does it; what is found in its plan is kept. */
CadreStatus sweep_point_run(Sweep *sweep, int number, Arena *keeper, Arena *arena, CadreError *err);
CadreStatus sweep_messages_keep(SweepPoint *point, Messages *messages, Arena *keeper, CadreError *err);

/* Tell what was found; wrong: some change is. Errors: CADRE_INPUT then; CADRE_NO_MEMORY. */
CadreStatus sweep_tell(Sweep *sweep, bool wrong, CadreError *err);

/* Write, verify and put in place a result for each outcome within sweep->aside, and the scenario beside it. */
CadreStatus sweep_outcomes_write(Sweep *sweep, CadreError *err);

/* Run task(sweep, number, keeper) for 0 .. n - 1 on all threads, lowest first; the fault of the lowest is returned. */
typedef CadreStatus SweepTask(Sweep *sweep, int number, Arena *keeper, CadreError *err);
CadreStatus sweep_parallel(Sweep *sweep, SweepTask *task, int n, const char *stage, CadreError *err);

#endif
