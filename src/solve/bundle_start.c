#include "solve/bundle_step.h"

enum { STARTERS = 3 }; /* people per seat whose single roles start the master */

static void add_solution(BundleMaster *master, const Program *program, const Solution *solution, int64_t *pairs)
{
    for (int first = 0, n; first < solution->n; first += n) {
        int person = solution->assignments[first].person;
        for (n = 0; first + n < solution->n && solution->assignments[first + n].person == person; n++) {
            int64_t pair = program_find_pair(program, person, solution->assignments[first + n].role), at = n;
            for (; at > 0 && pairs[at - 1] > pair; at--) pairs[at] = pairs[at - 1];
            pairs[at] = pair;
        }
        master_add(master, program->person_rank[person], pairs, n);
    }
}

/* For each role the few people who earn most in it. */
static void add_singles(BundlesStep *at)
{
    const Program *program = at->run->program;
    const Model *model = program->model;
    for (int role = 0; role < model->n_roles; role++) {
        int wanted = model->roles[role].min > 0 ? STARTERS * model->roles[role].min : STARTERS;
        int64_t above = INT64_MAX;
        while (wanted > 0) { /* the next lower value and all who have it */
            int64_t best = -1;
            for (int64_t i = program->role_first_pair[role]; i < program->role_first_pair[role + 1]; i++) {
                int64_t value = program->pair_value[program->role_pairs[i]];
                if (value < above && value > best) best = value;
            }
            if (best < 0) break;
            for (int64_t i = program->role_first_pair[role]; i < program->role_first_pair[role + 1] && wanted > 0; i++) {
                int64_t pair = program->role_pairs[i];
                int person = program->pair_person[pair], in = program->pair_role[pair];
                if (program->pair_value[pair] != best || at->barred[pair] || !program_bundle_allowed(program, person, &in, 1))
                    continue;
                master_add(&at->master, program->person_rank[person], &pair, 1);
                wanted--;
            }
            above = best;
        }
    }
}

/* Who has a must pin needs a column from the start. */
static CadreStatus add_musts(BundlesStep *at, CadreError *err)
{
    const Program *program = at->run->program;
    int64_t *reduced = ARENA_ARRAY(at->arena, int64_t, program->n_pairs);
    int64_t *none = ARENA_ARRAY(at->arena, int64_t, program->n_rules);
    PricingSearch *search = pricing_search_create(&at->state->facts, at->arena);
    if (!reduced || !none || !search) return error_no_memory(err);
    pricing_reduce(reduced, program, at->value, none, at->run->options->threads);
    PricingPrices prices = {reduced, at->barred, at->master.load_counts};
    for (int rank = 0; rank < program->n_people; rank++) {
        int person = program->person[rank];
        BundleFound found;
        int64_t nodes = 0;
        bool cut = false;
        if (program->first_must[person] == program->first_must[person + 1]) continue;
        if (pricing_best(&found, search, &prices, rank, at->caps.search_nodes, &nodes, &cut))
            master_add(&at->master, rank, found.pairs, found.n_pairs);
    }
    return CADRE_OK;
}

/* The pairs of the bundle, ascending; 0 where the person may not have all of them so. */
static int pool_pairs(int64_t *pairs, const BundlesStep *at, const Bundle *bundle)
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

static void add_pool(BundlesStep *at, int64_t *pairs)
{
    const BundlePool *pool = at->run->options->pool;
    for (int i = 0; pool && i < pool->bundles.n; i++) {
        const Bundle *bundle = &pool->bundles.items[i];
        int n = pool_pairs(pairs, at, bundle);
        if (n > 0) master_add(&at->master, at->run->program->person_rank[bundle->person], pairs, n);
    }
}

CadreStatus bundles_start(BundlesStep *at, CadreError *err)
{
    int64_t *pairs = ARENA_ARRAY(at->arena, int64_t, at->run->program->n_pairs);
    if (!pairs) return error_no_memory(err);
    if (at->out->found) add_solution(&at->master, at->run->program, &at->out->solution, pairs);
    add_singles(at);
    add_pool(at, pairs);
    return add_musts(at, err);
}
