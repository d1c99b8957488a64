#include "solve/bundle_pool.h"

#include <stdlib.h>
#include <string.h>

#include "program/group_rules.h"

typedef struct PoolBundle {
    int person; /* Model.staff */
    int n_roles;
    const int *roles; /* Model.roles */
    unsigned char status;
} PoolBundle;

typedef struct PoolRule {
    int64_t key;
    unsigned char status, slack_status; /* of the row and of its own slack */
} PoolRule;

struct BundlePool {
    Arena *arena;
    LIST(PoolBundle) bundles;
    PoolRule *rules; /* [n_rules], by key */
    int n_rules;
    unsigned char *person_status; /* [n_staff]: of convexity rows; 0: there was none */
    int n_staff;
    unsigned char cost_status; /* 0: there was no such row */
};

BundlePool *bundle_pool_create(Arena *arena)
{
    BundlePool *pool = ARENA_NEW(arena, BundlePool);
    if (pool) pool->arena = arena;
    return pool;
}

int bundle_pool_size(const BundlePool *pool) { return pool->bundles.n; }

/* The same for the same rule of two models with the same indices. */
static int64_t rule_key(const GroupRule *rule)
{
    bool is_most = rule->low == INT64_MIN; /* one thing has at most one rule that asks for a least and one for a most */
    return (((int64_t)rule->about + 1) * n_group_rule_families + rule->family) * 2 + is_most;
}

static int by_key(const void *left, const void *right)
{
    int64_t a = ((const PoolRule *)left)->key, b = ((const PoolRule *)right)->key;
    return (a > b) - (a < b);
}

static CadreStatus rows_fill(BundlePool *pool, const BundlesStep *at, const MasterBasis *basis, CadreError *err)
{
    const Program *program = at->run->program;
    const unsigned char *of_columns = basis->status + at->master.linear.rows.n;
    pool->n_rules = program->n_rules;
    pool->n_staff = program->model->n_staff;
    pool->rules = ARENA_ARRAY(pool->arena, PoolRule, pool->n_rules);
    pool->person_status = ARENA_ARRAY(pool->arena, unsigned char, pool->n_staff);
    if (!pool->rules || !pool->person_status) return error_no_memory(err);
    for (int rule = 0; rule < program->n_rules; rule++) {
        int slack = program->rules[rule].slack;
        pool->rules[rule] =
            (PoolRule){rule_key(&program->rules[rule]), basis->status[rule], slack < 0 ? ENGINE_AT_LOW : of_columns[slack]};
    }
    if (pool->n_rules > 1) qsort(pool->rules, (size_t)pool->n_rules, sizeof *pool->rules, by_key);
    for (int rank = 0; rank < program->n_people; rank++)
        pool->person_status[program->person[rank]] = basis->status[at->master.first_convexity + rank];
    if (at->master.cost_row >= 0) pool->cost_status = basis->status[at->master.cost_row];
    return CADRE_OK;
}

CadreStatus bundle_pool_fill(BundlePool *pool, const BundlesStep *at, CadreError *err)
{
    const Program *program = at->run->program;
    if (at->slices.list.n == 0 || at->master.total_row >= 0) return CADRE_OK;
    const MasterBasis *basis = &at->slices.list.items[0].basis;
    int first = at->master.linear.rows.n + program->n_slacks, n_known = basis->n_columns - program->n_slacks;
    pool->bundles.n = 0;
    for (int i = 0; i < at->master.columns.n; i++) {
        const BundleColumn *column = &at->master.columns.items[i];
        if (column->only_near) continue;
        int *roles = ARENA_ARRAY(pool->arena, int, column->n_pairs);
        if (!roles) return error_no_memory(err);
        for (int k = 0; k < column->n_pairs; k++) roles[k] = program->pair_role[column->pairs[k]];
        PoolBundle bundle = {program->person[column->rank], column->n_pairs, roles,
                             i < n_known ? basis->status[first + i] : ENGINE_AT_LOW};
        if (!LIST_PUSH(pool->arena, &pool->bundles, bundle)) return error_no_memory(err);
    }
    return rows_fill(pool, at, basis, err);
}

CadreStatus bundle_pool_copy(BundlePool *pool, const BundlePool *from, CadreError *err)
{
    Arena *arena = pool->arena;
    *pool = (BundlePool){.arena = arena, .n_rules = from->n_rules, .n_staff = from->n_staff, .cost_status = from->cost_status};
    pool->rules = ARENA_ARRAY(arena, PoolRule, from->n_rules);
    pool->person_status = ARENA_ARRAY(arena, unsigned char, from->n_staff);
    if (!pool->rules || !pool->person_status) return error_no_memory(err);
    if (from->n_rules > 0) memcpy(pool->rules, from->rules, (size_t)from->n_rules * sizeof *pool->rules);
    if (from->n_staff > 0) memcpy(pool->person_status, from->person_status, (size_t)from->n_staff);
    for (int i = 0; i < from->bundles.n; i++) {
        PoolBundle bundle = from->bundles.items[i];
        int *roles = ARENA_ARRAY(arena, int, bundle.n_roles);
        if (!roles) return error_no_memory(err);
        if (bundle.n_roles > 0) memcpy(roles, bundle.roles, (size_t)bundle.n_roles * sizeof *roles);
        bundle.roles = roles;
        if (!LIST_PUSH(arena, &pool->bundles, bundle)) return error_no_memory(err);
    }
    return CADRE_OK;
}

/* The pairs of the bundle, ascending; 0 where the person may not have all of them so. */
static int bundle_pairs(int64_t *pairs, const BundlesStep *at, const PoolBundle *bundle)
{
    const Program *program = at->run->program;
    if (!program_bundle_allowed(program, bundle->person, bundle->roles, bundle->n_roles)) return 0;
    for (int n = 0; n < bundle->n_roles; n++) {
        int64_t pair = program_find_pair(program, bundle->person, bundle->roles[n]);
        if (pair < 0 || at->barred[pair]) return 0;
        int to = n;
        for (; to > 0 && pairs[to - 1] > pair; to--) pairs[to] = pairs[to - 1];
        pairs[to] = pair;
    }
    return bundle->n_roles;
}

void bundle_pool_add(BundlesStep *at, int64_t *pairs)
{
    const BundlePool *pool = at->run->options->pool;
    for (int i = 0; i < pool->bundles.n; i++) {
        const PoolBundle *bundle = &pool->bundles.items[i];
        int n = bundle_pairs(pairs, at, bundle);
        if (n > 0) master_add(&at->master, at->run->program->person_rank[bundle->person], pairs, n);
    }
}

/* --- the basis --- */

static const PoolRule *rule_find(const BundlePool *pool, int64_t key)
{
    PoolRule wanted = {.key = key};
    return pool->n_rules ? bsearch(&wanted, pool->rules, (size_t)pool->n_rules, sizeof *pool->rules, by_key) : NULL;
}

/* Rows that the pool does not know are part of the basis, columns are not. */
static void statuses_take(unsigned char *rows, const BundlesStep *at, int64_t *pairs)
{
    const BundlePool *pool = at->run->options->pool;
    const BundleMaster *master = &at->master;
    const Program *program = at->run->program;
    unsigned char *columns = rows + master->linear.rows.n;
    for (int rule = 0; rule < program->n_rules; rule++) {
        const PoolRule *known = rule_find(pool, rule_key(&program->rules[rule]));
        if (!known) continue;
        rows[rule] = known->status;
        if (program->rules[rule].slack >= 0) columns[program->rules[rule].slack] = known->slack_status;
    }
    if (master->cost_row >= 0 && pool->cost_status) rows[master->cost_row] = pool->cost_status;
    for (int rank = 0; rank < program->n_people; rank++) {
        int person = program->person[rank];
        if (person < pool->n_staff && pool->person_status[person])
            rows[master->first_convexity + rank] = pool->person_status[person];
    }
    for (int i = 0; i < pool->bundles.n; i++) {
        const PoolBundle *bundle = &pool->bundles.items[i];
        int n = bundle_pairs(pairs, at, bundle);
        int column = n > 0 ? master_find(master, program->person_rank[bundle->person], pairs, n) : -1;
        if (column >= 0) columns[program->n_slacks + column] = bundle->status;
    }
}

/* As many in the basis as there are rows: people whose bundle has gone have their row take its place, then any row. */
static bool basis_complete(unsigned char *rows, const BundleMaster *master)
{
    int n_rows = master->linear.rows.n, n = 0;
    for (int i = 0; i < n_rows + master->linear.columns.n; i++) n += rows[i] == ENGINE_BASIC;
    for (int row = n_rows - 1; row >= 0 && n < n_rows; row--) {
        if (rows[row] == ENGINE_BASIC) continue;
        bool has_basic = false;
        for (int at = row >= master->first_convexity ? master->last_column[row - master->first_convexity] : -1; at >= 0;
             at = master->columns.items[at].before)
            has_basic = has_basic || rows[n_rows + master->program->n_slacks + at] == ENGINE_BASIC;
        if (has_basic) continue;
        rows[row] = ENGINE_BASIC;
        n++;
    }
    return n == n_rows;
}

CadreStatus bundle_pool_basis(BundlesStep *at, CadreError *err)
{
    const BundleMaster *master = &at->master;
    int n_rows = master->linear.rows.n;
    Arena *scratch = arena_create(at->arena);
    if (!scratch) return error_no_memory(err);
    unsigned char *rows = ARENA_ARRAY(scratch, unsigned char, n_rows + master->linear.columns.n);
    int64_t *pairs = ARENA_ARRAY(scratch, int64_t, at->run->program->n_pairs);
    CadreStatus status = rows && pairs ? CADRE_OK : error_no_memory(err);
    if (status == CADRE_OK) {
        memset(rows, ENGINE_BASIC, (size_t)n_rows);
        memset(rows + n_rows, ENGINE_AT_LOW, (size_t)master->linear.columns.n);
        statuses_take(rows, at, pairs);
        if (basis_complete(rows, master)) status = engine_basis_set(at->engine, rows, true, err);
    }
    arena_release(scratch);
    return status;
}
