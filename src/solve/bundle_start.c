#include "solve/bundle_pool.h"

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
    PricingSearch *search = pricing_search_create(&at->state->facts, at->round_limits.seconds_end, at->arena);
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

CadreStatus bundles_start(BundlesStep *at, CadreError *err)
{
    int64_t *pairs = ARENA_ARRAY(at->arena, int64_t, at->run->program->n_pairs);
    if (!pairs) return error_no_memory(err);
    if (at->out->found) add_solution(&at->master, at->run->program, &at->out->solution, pairs);
    add_singles(at);
    if (at->run->options->pool) bundle_pool_add(at, pairs);
    return add_musts(at, err);
}
