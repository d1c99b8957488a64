/* What pricing asks about pairs and groups, packed once a run. */
#include <stdlib.h>

#include "solve/pricing_table.h"

static void pack_pairs(PricingFacts *facts)
{
    const Program *program = facts->program;
    const Model *model = program->model;
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        const Role *role = &model->roles[program->pair_role[pair]];
        facts->hours[pair] = role->hours + model->groups[role->group].hours;
        facts->group[pair] = role->group;
        facts->leads[pair] = role->leads;
    }
    for (int rank = 0; rank < program->n_people; rank++) {
        int open = (int)(program->first_pair[rank + 1] - program->first_pair[rank]);
        if (open > facts->most_open) facts->most_open = open;
        size_t room = pricing_table_room(facts, rank);
        if (room > facts->table_room) facts->table_room = room;
    }
}

static int64_t dual_most(const PricingFacts *facts)
{
    const Program *program = facts->program;
    int64_t most = 1, roles = 1;
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        int64_t sum = 0;
        for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++)
            sum += llabs((long long)program->entries[i].coefficient);
        if (sum > most) most = sum;
    }
    for (int rank = 0; rank < program->n_people; rank++) {
        int groups = program->model->staff[program->person[rank]].max_groups;
        int64_t open = program->first_pair[rank + 1] - program->first_pair[rank], own = groups < open ? groups : open;
        if (own > roles) roles = own;
    }
    return (INT64_MAX >> 3) / most / roles;
}

/* Each group joins the first clique all of which it clashes with; a group that clashes with none is one of its own. */
static CadreStatus cliques_make(PricingFacts *facts, Arena *arena, CadreError *err)
{
    int n = facts->program->model->n_groups;
    int *size = ARENA_ARRAY(arena, int, n), *met = ARENA_ARRAY(arena, int, n);
    facts->clique = ARENA_ARRAY(arena, int, n);
    if (!size || !met || !facts->clique) return error_no_memory(err);
    for (int group = 0; group < n; group++) {
        int first = facts->first_clash[group], end = facts->first_clash[group + 1], clique = group;
        for (int i = first; i < end; i++)
            if (facts->clashes[i] < group) met[facts->clique[facts->clashes[i]]]++;
        for (int i = first; i < end && clique == group; i++) {
            int other = facts->clashes[i] < group ? facts->clique[facts->clashes[i]] : group;
            if (other != group && met[other] == size[other]) clique = other;
        }
        for (int i = first; i < end; i++)
            if (facts->clashes[i] < group) met[facts->clique[facts->clashes[i]]] = 0;
        facts->clique[group] = clique;
        size[clique]++;
    }
    return CADRE_OK;
}

static bool could_share(const Group *a, const Group *b) { return a->site < 0 || b->site < 0 || a->site == b->site; }

CadreStatus pricing_facts_make(PricingFacts *out, const Program *program, Arena *arena, CadreError *err)
{
    const Model *model = program->model;
    PricingFacts facts = {.program = program,
                          .hours = ARENA_ARRAY(arena, int32_t, program->n_pairs),
                          .group = ARENA_ARRAY(arena, int32_t, program->n_pairs),
                          .leads = ARENA_ARRAY(arena, bool, program->n_pairs),
                          .first_clash = ARENA_ARRAY(arena, int, model->n_groups + 1)};
    if (!facts.hours || !facts.group || !facts.leads || !facts.first_clash) return error_no_memory(err);
    pack_pairs(&facts);
    facts.dual_most = dual_most(&facts);
    LIST(int) clashes = {0};
    for (int group = 0; group < model->n_groups; group++) {
        facts.first_clash[group] = clashes.n;
        if (model->groups[group].n_slots == 0) continue;
        for (int other = 0; other < model->n_groups; other++)
            if (other != group && could_share(&model->groups[group], &model->groups[other]) &&
                model_groups_clash(model, group, other) && !LIST_PUSH(arena, &clashes, other))
                return error_no_memory(err);
    }
    facts.first_clash[model->n_groups] = clashes.n;
    facts.clashes = clashes.items;
    *out = facts;
    return cliques_make(out, arena, err);
}
