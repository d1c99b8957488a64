#include "solve/branch_tree.h"
#include "solve/half_cuts.h"

enum { ROUNDS = 60, PATIENCE = 5, A_ROUND = 40, PROGRESS = NEAR_SCALE / 4 };

static CadreStatus relax_again(Branch *branch, Scaled *bound, CadreError *err)
{
    Scaled next;
    TRY(branch_relax(branch, &next, err));
    if (next < *bound) *bound = next;
    return CADRE_OK;
}

/* *added: how many cuts, of those that bind. */
static CadreStatus round_run(int *added, Branch *branch, int n_before, Scaled *bound, CadreError *err)
{
    NearProgram *near = branch->near;
    int room = BRANCH_CUTS_MOST - (near->linear.rows.n - n_before);
    Arena *scratch = arena_create(branch->arena);
    if (!scratch) return error_no_memory(err);
    CadreStatus status =
        half_cuts_add(added, near, branch->relaxed.value, branch->root_high, room < A_ROUND ? room : A_ROUND, scratch, err);
    arena_release(scratch);
    if (status != CADRE_OK || *added == 0) return status;
    TRY(engine_extend_rows(branch->engine, err));
    TRY(relax_again(branch, bound, err));
    return branch->relaxed.end == ENGINE_DONE ? engine_drop_rows(branch->engine, &near->linear, n_before, err) : CADRE_OK;
}

CadreStatus branch_root_cut(Branch *branch, Scaled *bound, CadreError *err)
{
    int n_before = branch->near->linear.rows.n, idle = 0, added = 1;
    for (int round = 0; round < ROUNDS && idle < PATIENCE && added > 0; round++) {
        Scaled before = *bound;
        if (branch->relaxed.end != ENGINE_DONE || branch_closes(branch, scaled_floor(*bound, NEAR_SCALE))) return CADRE_OK;
        TRY(round_run(&added, branch, n_before, bound, err));
        idle = before - *bound < PROGRESS ? idle + 1 : 0;
    }
    bool is_open = branch->relaxed.end == ENGINE_DONE && branch->near->linear.rows.n > n_before;
    return is_open ? relax_again(branch, bound, err)
                   : CADRE_OK; /* rows have gone: duals and basis are to be those of what is left */
}
