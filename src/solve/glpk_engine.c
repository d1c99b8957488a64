#include "solve/glpk_engine.h"

#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <string.h>

struct Engine {
    const LinearProgram *linear;
    Arena *arena;
    glp_prob *problem;                /* NULL after a fault */
    int n_rows, n_columns, n_entries; /* of the program, as loaded */
    bool primal;                      /* the basis at hand stays primal feasible: columns were added to it */
};

/* What a guarded piece of work gets. */
typedef struct Work {
    Engine *engine;
    const EngineLimits *limits;
    EngineRelaxation *relaxation;
    EngineSearch *search;
    const double *start; /* [1 + columns] */
    bool start_given;
    const char *const *column_names, *const *row_names;
    const char *path;
    int first;
    unsigned char *basis_out;
    const unsigned char *basis_in;
    int *row, *column; /* [1 + entries] */
    double *value;
    int status;
} Work;

static void on_fault(void *info)
{
    jmp_buf *jump = info;
    longjmp(*jump, 1);
}

static void load(Work *work);

/* GLPK aborts on misuse and where there is no memory; come back here instead. Its environment is lost then. */
static CadreStatus guarded(void (*run)(Work *work), Work *work, CadreError *err)
{
    jmp_buf jump;
    if (!work->engine->problem && run != load) return error_set(err, CADRE_SOLVER, "the solver GLPK is closed");
    if (setjmp(jump) != 0) {
        work->engine->problem = NULL;
        glp_error_hook(NULL, NULL);
        glp_free_env();
        return error_set(err, CADRE_SOLVER, "the solver GLPK gave up; expected more memory or a smaller plan");
    }
    glp_error_hook(on_fault, &jump);
    glp_term_out(GLP_OFF);
    run(work);
    glp_error_hook(NULL, NULL);
    return CADRE_OK;
}

static int bounds_type(int64_t low, int64_t high)
{
    if (low == INT64_MIN) return high == INT64_MAX ? GLP_FR : GLP_UP;
    if (high == INT64_MAX) return GLP_LO;
    return low == high ? GLP_FX : GLP_DB;
}

static void set_columns(Work *work)
{
    const LinearProgram *linear = work->engine->linear;
    for (int j = 0; j < linear->columns.n; j++) {
        LinearColumn column = linear->columns.items[j];
        glp_set_col_bnds(work->engine->problem, j + 1, bounds_type(column.low, column.high), (double)column.low,
                         (double)column.high);
    }
}

static void set_rows(Work *work)
{
    const LinearProgram *linear = work->engine->linear;
    for (int i = 0; i < linear->rows.n; i++) {
        LinearRow row = linear->rows.items[i];
        glp_set_row_bnds(work->engine->problem, i + 1, bounds_type(row.low, row.high), (double)row.low, (double)row.high);
    }
}

static void load(Work *work)
{
    Engine *engine = work->engine;
    const LinearProgram *linear = engine->linear;
    glp_prob *problem = engine->problem = glp_create_prob();
    glp_set_obj_dir(problem, GLP_MAX);
    if (linear->rows.n) glp_add_rows(problem, linear->rows.n);
    if (linear->columns.n) glp_add_cols(problem, linear->columns.n);
    set_columns(work);
    for (int j = 0; j < linear->columns.n; j++) {
        glp_set_col_kind(problem, j + 1, GLP_IV);
        glp_set_obj_coef(problem, j + 1, (double)linear->columns.items[j].cost);
    }
    set_rows(work);
}

static void load_matrix(Work *work)
{
    glp_load_matrix(work->engine->problem, work->engine->linear->entries.n, work->row, work->column, work->value);
}

static CadreStatus load_entries(Work *work, Arena *scratch, CadreError *err)
{
    const LinearProgram *linear = work->engine->linear;
    int n = linear->entries.n;
    work->row = ARENA_ARRAY(scratch, int, n + 1);
    work->column = ARENA_ARRAY(scratch, int, n + 1);
    work->value = ARENA_ARRAY(scratch, double, n + 1);
    if (!work->row || !work->column || !work->value) return error_no_memory(err);
    for (int k = 0; k < n; k++) {
        work->row[k + 1] = linear->entries.items[k].row + 1;
        work->column[k + 1] = linear->entries.items[k].column + 1;
        work->value[k + 1] = (double)linear->entries.items[k].coefficient;
    }
    TRY(guarded(load_matrix, work, err));
    work->engine->n_rows = linear->rows.n;
    work->engine->n_columns = linear->columns.n;
    work->engine->n_entries = n;
    return CADRE_OK;
}

/* One new column after another; the entries of a column lie together. */
static void append_columns(Work *work)
{
    Engine *engine = work->engine;
    const LinearProgram *linear = engine->linear;
    int first = engine->n_columns, k = engine->n_entries;
    glp_add_cols(engine->problem, linear->columns.n - first);
    for (int j = first; j < linear->columns.n; j++) {
        LinearColumn column = linear->columns.items[j];
        int n = 0;
        for (; k < linear->entries.n && linear->entries.items[k].column == j; k++) {
            work->row[++n] = linear->entries.items[k].row + 1;
            work->value[n] = (double)linear->entries.items[k].coefficient;
        }
        glp_set_mat_col(engine->problem, j + 1, n, work->row, work->value);
        glp_set_col_kind(engine->problem, j + 1, GLP_IV);
        glp_set_obj_coef(engine->problem, j + 1, (double)column.cost);
        glp_set_col_bnds(engine->problem, j + 1, bounds_type(column.low, column.high), (double)column.low, (double)column.high);
    }
    engine->n_columns = linear->columns.n;
    engine->n_entries = k;
    engine->primal = true;
}

static void append_rows(Work *work)
{
    Engine *engine = work->engine;
    const LinearProgram *linear = engine->linear;
    int k = engine->n_entries;
    glp_add_rows(engine->problem, linear->rows.n - engine->n_rows);
    for (int i = engine->n_rows; i < linear->rows.n; i++) {
        LinearRow row = linear->rows.items[i];
        int n = 0;
        for (; k < linear->entries.n && linear->entries.items[k].row == i; k++) {
            work->column[++n] = linear->entries.items[k].column + 1;
            work->value[n] = (double)linear->entries.items[k].coefficient;
        }
        glp_set_mat_row(engine->problem, i + 1, n, work->column, work->value);
        glp_set_row_bnds(engine->problem, i + 1, bounds_type(row.low, row.high), (double)row.low, (double)row.high);
    }
    engine->n_rows = linear->rows.n;
    engine->n_entries = k;
    engine->primal = false;
}

/* room: what a row or column can hold. */
static CadreStatus extend(Engine *engine, void (*append)(Work *work), int room, CadreError *err)
{
    if (engine->linear->lost) return error_no_memory(err);
    Arena *scratch = arena_create(engine->arena);
    if (!scratch) return error_no_memory(err);
    int *places = ARENA_ARRAY(scratch, int, room + 1);
    Work work = {.engine = engine, .row = places, .column = places, .value = ARENA_ARRAY(scratch, double, room + 1)};
    CadreStatus status = places && work.value ? guarded(append, &work, err) : error_no_memory(err);
    arena_release(scratch);
    return status;
}

CadreStatus engine_extend(Engine *engine, CadreError *err)
{
    if (engine->linear->columns.n == engine->n_columns && !engine->linear->lost) return CADRE_OK;
    return extend(engine, append_columns, engine->linear->rows.n, err);
}

CadreStatus engine_extend_rows(Engine *engine, CadreError *err)
{
    return extend(engine, append_rows, engine->linear->columns.n, err);
}

/* work->row: where each row goes, -1: nowhere. */
static void drop_rows(Work *work)
{
    int n = 0;
    for (int i = 0; i < work->engine->linear->rows.n; i++) {
        work->row[i] = i - n;
        if (i < work->first || glp_get_row_stat(work->engine->problem, i + 1) != GLP_BS) continue;
        work->row[i] = -1;
        work->column[++n] = i + 1;
    }
    if (n) glp_del_rows(work->engine->problem, n, work->column);
}

CadreStatus engine_drop_rows(Engine *engine, LinearProgram *linear, int first, CadreError *err)
{
    Arena *scratch = arena_create(engine->arena);
    if (!scratch) return error_no_memory(err);
    Work work = {.engine = engine,
                 .first = first,
                 .row = ARENA_ARRAY(scratch, int, linear->rows.n + 1),
                 .column = ARENA_ARRAY(scratch, int, linear->rows.n + 1)};
    CadreStatus status = work.row && work.column ? guarded(drop_rows, &work, err) : error_no_memory(err);
    if (status == CADRE_OK) linear_keep_rows(linear, work.row);
    engine->n_rows = linear->rows.n;
    engine->n_entries = linear->entries.n;
    arena_release(scratch);
    return status;
}

CadreStatus engine_open(Engine **out, const LinearProgram *linear, Arena *arena, CadreError *err)
{
    Engine *engine = ARENA_NEW(arena, Engine);
    if (!engine || linear->lost) return error_no_memory(err);
    *engine = (Engine){.linear = linear, .arena = arena};
    Work work = {.engine = engine};
    TRY(guarded(load, &work, err));
    Arena *scratch = arena_create(arena);
    CadreStatus status = scratch ? load_entries(&work, scratch, err) : error_no_memory(err);
    arena_release(scratch);
    if (status != CADRE_OK) engine_close(engine);
    *out = engine;
    return status;
}

void engine_close(Engine *engine)
{
    if (engine && engine->problem) glp_delete_prob(engine->problem);
    if (engine) engine->problem = NULL;
}

void engine_finish(void) { glp_free_env(); }

static void set_bounds(Work *work)
{
    set_columns(work);
    set_rows(work);
    work->engine->primal = false; /* duals are what a change of bounds leaves feasible */
}

CadreStatus engine_rebound(Engine *engine, CadreError *err)
{
    TRY(engine_extend(engine, err));
    Work work = {.engine = engine};
    return guarded(set_bounds, &work, err);
}

CadreStatus engine_reopen(Engine *engine, CadreError *err)
{
    Work work = {.engine = engine};
    return guarded(set_columns, &work, err);
}

static int milliseconds(double seconds)
{
    if (seconds <= 0) return INT_MAX;
    return seconds * 1000 < INT_MAX ? (int)(seconds * 1000) + 1 : INT_MAX;
}

/* -1 where a basic variable is below its bounds, 1 above. */
static double basic_beyond(const Engine *engine, int place)
{
    int variable = glp_get_bhead(engine->problem, place), column = variable - engine->linear->rows.n;
    LinearColumn own = column > 0 ? engine->linear->columns.items[column - 1] : (LinearColumn){0};
    LinearRow bounds = column > 0 ? (LinearRow){own.low, own.high} : engine->linear->rows.items[variable - 1];
    double value = column > 0 ? glp_get_col_prim(engine->problem, column) : glp_get_row_prim(engine->problem, variable);
    return value < (double)bounds.low - 1e-7 ? -1 : value > (double)bounds.high + 1e-7;
}

/* From the basis inverse: the row of the variable that no pivot of the dual simplex makes feasible; after the primal simplex
 * the gradient of all that is beyond its bounds. */
static void take_ray(Work *work)
{
    glp_prob *problem = work->engine->problem;
    EngineRelaxation *out = work->relaxation;
    int n_rows = work->engine->linear->rows.n, variable = glp_get_unbnd_ray(problem), place = 0;
    if (!glp_bf_exists(problem) && glp_factorize(problem) != 0) return;
    if (variable > 0)
        place = variable <= n_rows ? glp_get_row_bind(problem, variable) : glp_get_col_bind(problem, variable - n_rows);
    out->ray[0] = 0;
    for (int i = 1; i <= n_rows; i++) out->ray[i] = place > 0 ? i == place : basic_beyond(work->engine, i);
    glp_btran(problem, out->ray);
    memmove(out->ray, out->ray + 1, (size_t)n_rows * sizeof *out->ray);
    out->has_ray = true;
}

static void relax(Work *work)
{
    const LinearProgram *linear = work->engine->linear;
    const EngineLimits *limits = work->limits;
    glp_prob *problem = work->engine->problem;
    EngineRelaxation *out = work->relaxation;
    glp_smcp control;
    glp_init_smcp(&control);
    control.msg_lev = GLP_MSG_OFF;
    control.meth = work->engine->primal ? GLP_PRIMAL : GLP_DUALP;
    if (limits->has_cutoff && !work->engine->primal) control.obj_ll = limits->cutoff;
    control.it_lim = limits->iterations > 0 ? limits->iterations : INT_MAX;
    control.tm_lim = milliseconds(limits->seconds);
    int before = glp_get_it_cnt(problem);
    work->status = glp_simplex(problem, &control);
    if (work->status == GLP_EBADB || work->status == GLP_ESING || work->status == GLP_ECOND) {
        glp_std_basis(problem); /* the basis that was set is none */
        control.meth = GLP_PRIMAL;
        work->status = glp_simplex(problem, &control);
    }
    out->has_ray = false;
    out->objective = glp_get_obj_val(problem);
    out->iterations = glp_get_it_cnt(problem) - before;
    for (int i = 0; i < linear->rows.n; i++) out->dual[i] = glp_get_row_dual(problem, i + 1);
    int status = work->status == 0 ? glp_get_status(problem) : GLP_UNDEF;
    for (int j = 0; out->value && status == GLP_OPT && j < linear->columns.n; j++)
        out->value[j] = glp_get_col_prim(problem, j + 1);
    if (out->ray && status == GLP_NOFEAS) take_ray(work);
}

static EngineEnd relaxation_end(const Work *work)
{
    if (work->status == GLP_EITLIM) return ENGINE_ITERATIONS;
    if (work->status == GLP_ETMLIM) return ENGINE_TIME;
    if (work->status == GLP_EOBJLL) return ENGINE_CUTOFF;
    if (work->status != 0) return ENGINE_FAILED;
    int status = glp_get_status(work->engine->problem);
    if (status == GLP_OPT) return ENGINE_DONE;
    return status == GLP_NOFEAS ? ENGINE_INFEASIBLE : ENGINE_FAILED;
}

CadreStatus engine_relax(EngineRelaxation *out, Engine *engine, const EngineLimits *limits, CadreError *err)
{
    Work work = {.engine = engine, .limits = limits, .relaxation = out};
    TRY(guarded(relax, &work, err));
    out->end = relaxation_end(&work);
    return CADRE_OK;
}

static void get_basis(Work *work)
{
    int n_rows = work->engine->linear->rows.n;
    for (int i = 0; i < n_rows; i++) work->basis_out[i] = (unsigned char)glp_get_row_stat(work->engine->problem, i + 1);
    for (int j = 0; j < work->engine->linear->columns.n; j++)
        work->basis_out[n_rows + j] = (unsigned char)glp_get_col_stat(work->engine->problem, j + 1);
}

static void set_basis(Work *work)
{
    int n_rows = work->engine->linear->rows.n;
    for (int i = 0; i < n_rows; i++) glp_set_row_stat(work->engine->problem, i + 1, work->basis_in[i]);
    for (int j = 0; j < work->engine->linear->columns.n; j++)
        glp_set_col_stat(work->engine->problem, j + 1, work->basis_in[n_rows + j]);
}

CadreStatus engine_basis_get(unsigned char *basis, Engine *engine, CadreError *err)
{
    Work work = {.engine = engine, .basis_out = basis};
    return guarded(get_basis, &work, err);
}

CadreStatus engine_basis_set(Engine *engine, const unsigned char *basis, bool primal, CadreError *err)
{
    Work work = {.engine = engine, .basis_in = basis};
    engine->primal = primal;
    return guarded(set_basis, &work, err);
}

/* The bound of all that is still open. */
static void note_bound(glp_tree *tree, Work *work)
{
    int best = glp_ios_best_node(tree);
    if (best != 0) work->search->bound = glp_ios_node_bound(tree, best);
}

static bool near_enough(const Work *work, double objective)
{
    const EngineLimits *limits = work->limits;
    if (limits->enough != INT64_MAX && objective > (double)limits->enough - 0.5) return true;
    return limits->gap > 1 && work->search->bound - objective < (double)limits->gap - 0.5;
}

static void watch(glp_tree *tree, void *info)
{
    Work *work = info;
    int total;
    glp_ios_tree_size(tree, NULL, NULL, &total);
    work->search->nodes = total;
    if (glp_ios_reason(tree) == GLP_IHEUR && work->start && !work->start_given) {
        work->start_given = true;
        glp_ios_heur_sol(tree, work->start);
    }
    if (glp_ios_reason(tree) != GLP_ISELECT) return;
    glp_prob *problem = glp_ios_get_prob(tree);
    note_bound(tree, work);
    if (total >= work->limits->nodes) {
        work->search->end = ENGINE_NODES;
        glp_ios_terminate(tree);
    } else if (glp_mip_status(problem) == GLP_FEAS && near_enough(work, glp_mip_obj_val(problem))) {
        work->search->end = ENGINE_GAP;
        glp_ios_terminate(tree);
    }
}

static void search(Work *work)
{
    glp_iocp control;
    glp_init_iocp(&control);
    control.msg_lev = GLP_MSG_OFF;
    control.br_tech = GLP_BR_DTH;
    control.bt_tech = GLP_BT_BLB;
    control.mir_cuts = control.clq_cuts = work->limits->cuts ? GLP_ON : GLP_OFF;
    control.tol_int = 1e-7;
    control.tol_obj = 1e-12; /* the default, 1e-7 of the objective, is worth whole points */
    control.tm_lim = milliseconds(work->limits->seconds);
    control.cb_func = watch;
    control.cb_info = work;
    work->status = glp_intopt(work->engine->problem, &control);
    if (glp_mip_status(work->engine->problem) != GLP_OPT && glp_mip_status(work->engine->problem) != GLP_FEAS) return;
    work->search->found = true;
    work->search->objective = glp_mip_obj_val(work->engine->problem);
    for (int j = 0; j < work->engine->linear->columns.n; j++)
        work->search->point[j] = llround(glp_mip_col_val(work->engine->problem, j + 1));
}

static EngineEnd search_end(const Work *work)
{
    if (work->status == GLP_ETMLIM) return ENGINE_TIME;
    if (work->status == GLP_ESTOP) return work->search->end;
    if (work->status != 0) return ENGINE_FAILED;
    int status = glp_mip_status(work->engine->problem);
    if (status == GLP_OPT) return ENGINE_DONE;
    return status == GLP_NOFEAS ? ENGINE_INFEASIBLE : ENGINE_FAILED;
}

CadreStatus engine_search(EngineSearch *out, Engine *engine, const int64_t *start, const EngineLimits *limits, Arena *arena,
                          CadreError *err)
{
    int n = engine->linear->columns.n;
    *out = (EngineSearch){.bound = INFINITY, .point = ARENA_ARRAY(arena, int64_t, n)};
    double *from = start ? ARENA_ARRAY(arena, double, n + 1) : NULL;
    if (!out->point || (start && !from)) return error_no_memory(err);
    for (int j = 0; start && j < n; j++) from[j + 1] = (double)start[j];
    Work work = {.engine = engine, .limits = limits, .search = out, .start = from};
    TRY(guarded(search, &work, err));
    out->end = search_end(&work);
    return CADRE_OK;
}

static void write_file(Work *work)
{
    glp_prob *problem = work->engine->problem;
    glp_set_obj_name(problem, "objective");
    for (int j = 0; j < work->engine->linear->columns.n; j++) glp_set_col_name(problem, j + 1, work->column_names[j]);
    for (int i = 0; i < work->engine->linear->rows.n; i++) glp_set_row_name(problem, i + 1, work->row_names[i]);
    work->status = glp_write_lp(problem, NULL, work->path);
}

CadreStatus engine_write(bool *written, const LinearProgram *linear, const char *const *column_names,
                         const char *const *row_names, const char *path, Arena *arena, CadreError *err)
{
    Engine *engine = NULL;
    TRY(engine_open(&engine, linear, arena, err));
    Work work = {.engine = engine, .column_names = column_names, .row_names = row_names, .path = path};
    CadreStatus status = guarded(write_file, &work, err);
    *written = status == CADRE_OK && work.status == 0;
    engine_close(engine);
    return status;
}
