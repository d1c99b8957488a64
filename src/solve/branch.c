/* Depth first from the open node of the greatest bound: down to a leaf, one side of each decision, the other left open. */
#include "solve/branch.h"

#include <string.h>

#include "solve/branch_tree.h"
#include "solve/clock.h"

enum { FAR_PARTS = 4 };

int64_t branch_wanted(const Branch *branch, int64_t gap)
{
    const StepOutcome *out = branch->out;
    int64_t wanted = out->found ? out->value + gap : INT64_MIN;
    return branch->dived && branch->limits->least > wanted ? branch->limits->least : wanted;
}

bool branch_closes(const Branch *branch, int64_t bound) { return bound < branch_wanted(branch, branch->limits->gap); }

static bool out_of_work(const Branch *branch)
{
    return branch->n_nodes >= branch->limits->nodes || clock_past(branch->run->deadline_s);
}

static void basis_drop(Branch *branch, Node *node)
{
    if (!node->basis) return;
    node->basis->next = branch->spare;
    branch->spare = node->basis;
    node->basis = NULL;
}

static Basis *basis_new(Branch *branch)
{
    Basis *basis = branch->spare;
    const LinearProgram *linear = &branch->near->linear;
    if (!basis)
        return arena_get(branch->arena, sizeof *basis + BRANCH_CUTS_MOST + (size_t)linear->rows.n + (size_t)linear->columns.n);
    branch->spare = basis->next;
    return basis;
}

/* open: it is left for later, and starts from the basis at hand. */
static CadreStatus node_push(Branch *branch, int parent, Cut cut, int64_t bound, bool open, CadreError *err)
{
    Node node = {parent, cut, bound, open, NULL};
    if (open) {
        node.basis = basis_new(branch);
        if (!node.basis) return error_no_memory(err);
        TRY(engine_basis_get(node.basis->status, branch->engine, err));
    }
    return LIST_PUSH(branch->arena, &branch->nodes, node) ? CADRE_OK : error_no_memory(err);
}

/* The open node with the greatest bound, the latest of several; -1: none is left. */
static int node_best(Branch *branch)
{
    int best = -1;
    for (int i = 0; i < branch->nodes.n; i++) {
        Node *node = &branch->nodes.items[i];
        if (node->open && branch_closes(branch, node->bound)) {
            node->open = false;
            basis_drop(branch, node);
        }
        if (node->open && (best < 0 || node->bound >= branch->nodes.items[best].bound)) best = i;
    }
    return best;
}

static CadreStatus node_load(Branch *branch, int at, CadreError *err)
{
    Node *node = &branch->nodes.items[at];
    branch_cuts_apply(branch, at);
    TRY(engine_rebound(branch->engine, err));
    node->open = false;
    CadreStatus status = CADRE_OK;
    if (node->basis) status = engine_basis_set(branch->engine, node->basis->status, at == 0, err);
    basis_drop(branch, node);
    return status;
}

/* The relaxation's point, which is whole. */
static CadreStatus leaf_take(Branch *branch, CadreError *err)
{
    const NearProgram *near = branch->near;
    StepOutcome *out = branch->out;
    int64_t before = out->found ? out->value : INT64_MIN;
    Solution solution;
    Arena *scratch = arena_create(branch->arena);
    if (!scratch) return error_no_memory(err);
    int64_t *point = ARENA_ARRAY(scratch, int64_t, near->master->linear.columns.n);
    CadreStatus status = point ? CADRE_OK : error_no_memory(err);
    for (int column = near->n_slacks; point && column < near->linear.columns.n; column++)
        if (branch->relaxed.value[column] > 0.5) point[near->n_slacks + near->bundle[column - near->n_slacks]] = 1;
    if (status == CADRE_OK) status = master_solution(&solution, near->master, point, scratch, err);
    if (status == CADRE_OK) status = step_take(out, branch->run, branch->step, &solution, err);
    arena_release(scratch);
    if (status == CADRE_OK && out->found && out->value > before) branch_root_close(branch);
    return status;
}

static void leave_unresolved(Branch *branch, int64_t bound)
{
    run_note_end(branch->run, branch->relaxed.end);
    if (bound > branch->unresolved) branch->unresolved = bound;
}

/* Relax a node that is loaded. *cut: what to decide; of no kind where the node is closed, a leaf or unresolved. */
static CadreStatus node_solve(Branch *branch, int at, Cut *cut, CadreError *err)
{
    Scaled scaled;
    int64_t before = branch->nodes.items[at].bound, bound;
    *cut = (Cut){.kind = CUT_NONE};
    TRY(branch_relax(branch, &scaled, err));
    if (at == 0) TRY(branch_root_cut(branch, &scaled, err));
    bound = scaled_floor(scaled, NEAR_SCALE);
    if (at == 0) branch_root_keep(branch);
    if (bound > before) bound = before;
    if (at > 0) branch_learn(branch, &branch->nodes.items[at].cut, before - bound);
    branch->nodes.items[at].bound = bound;
    if (branch_closes(branch, bound)) return CADRE_OK;
    bool any = false;
    if (branch->relaxed.end == ENGINE_DONE) TRY(branch_choose(&any, cut, branch, err));
    if (any) return CADRE_OK;
    if (branch->relaxed.end == ENGINE_DONE) TRY(leaf_take(branch, err));
    if (branch_closes(branch, bound)) return CADRE_OK;
    if (branch->relaxed.end == ENGINE_DONE && branch_choose_excess(cut, branch)) return CADRE_OK;
    leave_unresolved(branch, bound);
    return CADRE_OK;
}

/* Whether a way down has lost so much of what lies between the best open bound and what is wanted that others are likelier to
 * lead there. The first way down goes all the way. */
static bool is_far_below(const Branch *branch, int64_t best, int64_t bound)
{
    int64_t wanted = branch_wanted(branch, branch->limits->gap);
    if (!branch->dived || best == INT64_MAX || wanted == INT64_MIN) return false;
    return (Scaled)FAR_PARTS * ((Scaled)best - bound) > (Scaled)best - wanted;
}

/* From an open node down to a leaf, or until it is far below the bound that it began with. */
static CadreStatus plunge(Branch *branch, int at, CadreError *err)
{
    int64_t from = branch->nodes.items[at].bound;
    TRY(node_load(branch, at, err));
    for (;;) {
        Cut cut;
        TRY(node_solve(branch, at, &cut, err));
        if (cut.kind == CUT_NONE) return CADRE_OK;
        int64_t bound = branch->nodes.items[at].bound;
        TRY(node_push(branch, at, branch_other(cut), bound, true, err));
        TRY(node_push(branch, at, cut, bound, is_far_below(branch, from, bound) || out_of_work(branch), err));
        at = branch->nodes.n - 1;
        if (branch->nodes.items[at].open) return CADRE_OK;
        branch_columns_close(branch);
        branch_cut_apply(branch, &cut);
        TRY(engine_rebound(branch->engine, err));
    }
}

static CadreStatus branch_make(Branch *branch, CadreError *err)
{
    const LinearProgram *linear = &branch->near->linear;
    int64_t n_pairs = branch->near->master->program->n_pairs;
    Arena *arena = branch->arena;
    int n = linear->columns.n, n_rows = linear->rows.n + BRANCH_CUTS_MOST, n_people = branch->near->n_people;
    branch->relaxed = (EngineRelaxation){.dual = ARENA_ARRAY(arena, double, n_rows),
                                         .value = ARENA_ARRAY(arena, double, n),
                                         .ray = ARENA_ARRAY(arena, double, n_rows + 1)};
    branch->dual = ARENA_ARRAY(arena, int64_t, n_rows);
    branch->worth = ARENA_ARRAY(arena, Scaled, n);
    branch->best = ARENA_ARRAY(arena, Scaled, n_people);
    branch->root_low = ARENA_ARRAY(arena, int64_t, n);
    branch->root_high = ARENA_ARRAY(arena, int64_t, n);
    branch->root_least = ARENA_ARRAY(arena, int64_t, n_people);
    branch->root_loss = ARENA_ARRAY(arena, Scaled, n);
    branch->share = ARENA_ARRAY(arena, double, n_pairs);
    branch->touched = ARENA_ARRAY(arena, int64_t, n_pairs);
    branch->trial_columns = ARENA_ARRAY(arena, LinearColumn, n);
    branch->trial = (EngineRelaxation){.dual = ARENA_ARRAY(arena, double, n_rows)};
    branch->trial_basis = arena_get(arena, sizeof *branch->trial_basis + (size_t)n_rows + (size_t)n);
    branch->learned = ARENA_ARRAY(arena, Learned, n_pairs);
    bool whole = branch->relaxed.dual && branch->relaxed.value && branch->relaxed.ray && branch->dual && branch->worth &&
                 branch->best && branch->root_low && branch->root_high && branch->root_least && branch->root_loss &&
                 branch->share && branch->touched && branch->learned && branch->trial.dual && branch->trial_basis &&
                 branch->trial_columns;
    if (!whole) return error_no_memory(err);
    for (int column = 0; column < n; column++) {
        branch->root_low[column] = linear->columns.items[column].low;
        branch->root_high[column] = linear->columns.items[column].high;
    }
    for (int rank = 0; rank < n_people; rank++) branch->root_least[rank] = linear->rows.items[branch->near->n_rules + rank].low;
    return CADRE_OK;
}

/* The root starts from the basis that the program came with. */
static CadreStatus root_push(Branch *branch, CadreError *err)
{
    const NearProgram *near = branch->near;
    Node root = {.parent = -1, .bound = INT64_MAX, .open = true};
    if (near->basis) {
        root.basis = basis_new(branch);
        if (!root.basis) return error_no_memory(err);
        memcpy(root.basis->status, near->basis, (size_t)near->linear.rows.n + (size_t)near->linear.columns.n);
    }
    return LIST_PUSH(branch->arena, &branch->nodes, root) ? CADRE_OK : error_no_memory(err);
}

static void greater(int64_t *value, int64_t other)
{
    if (other > *value) *value = other;
}

static CadreStatus run_tree(Branch *branch, int64_t *bound, CadreError *err)
{
    const StepOutcome *out = branch->out;
    int node;
    TRY(root_push(branch, err));
    while ((node = node_best(branch)) >= 0 && !out_of_work(branch)) {
        if (out->found && out->value >= branch->limits->enough) break;
        TRY(plunge(branch, node, err));
        branch->dived = true;
    }
    if (node >= 0 && out_of_work(branch))
        run_note_end(branch->run, clock_past(branch->run->deadline_s) ? ENGINE_TIME : ENGINE_NODES);
    *bound = branch->unresolved;
    if (out->found) greater(bound, out->value + branch->limits->gap - 1);
    if (node >= 0) greater(bound, branch->nodes.items[node].bound);
    return CADRE_OK;
}

CadreStatus branch_solve(StepOutcome *out, int64_t *bound, SolveRun *run, const Step *step, NearProgram *near,
                         const BranchLimits *limits, Arena *arena, CadreError *err)
{
    Branch branch = {
        .out = out, .run = run, .step = step, .near = near, .limits = limits, .arena = arena, .unresolved = INT64_MIN};
    TRY(branch_make(&branch, err));
    TRY(engine_open(&branch.engine, &near->linear, arena, err));
    CadreStatus status = run_tree(&branch, bound, err);
    engine_close(branch.engine);
    run->work.columns = near->linear.columns.n;
    run->work.rows = near->linear.rows.n;
    run->work.coefficients = near->linear.entries.n;
    run->work.iterations += branch.n_iterations;
    run->work.nodes += branch.n_nodes;
    return status;
}
