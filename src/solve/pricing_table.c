#include "solve/pricing_table.h"

#include <string.h>

#define NOTHING INT64_MIN /* a choice that a clique does not have */

enum { ROOM_MOST = 1 << 20 }; /* 8 MB a thread */

static size_t entries(size_t cliques, int roles, int leads, int units)
{
    return (cliques + 1) * (size_t)(roles + 1) * (size_t)(leads + 1) * (size_t)(units + 1);
}

/* As many leading roles as roles are no limit. */
static int leads_counted(int leads, int roles) { return leads < roles ? leads : 0; }

/* As many as the shortest leave hours for, and as a table can hold. */
static int roles_most(const PricingFacts *facts, int rank)
{
    const Program *program = facts->program;
    const Person *person = &program->model->staff[program->person[rank]];
    int64_t first = program->first_pair[rank], end = program->first_pair[rank + 1], most = PRICING_UNITS_MOST;
    int32_t shortest = first < end ? facts->hours[first] : 0;
    for (int64_t pair = first; pair < end; pair++)
        if (facts->hours[pair] < shortest) shortest = facts->hours[pair];
    if (end - first < most) most = end - first;
    if (person->max_groups < most) most = person->max_groups;
    if (shortest > 0 && person->hours / shortest < most) most = person->hours / shortest;
    return (int)most;
}

size_t pricing_table_room(const PricingFacts *facts, int rank)
{
    const Program *program = facts->program;
    size_t open = (size_t)(program->first_pair[rank + 1] - program->first_pair[rank]);
    size_t groups = (size_t)program->model->n_groups, cliques = open < groups ? open : groups;
    int roles = roles_most(facts, rank);
    if (cliques > ROOM_MOST) return 0;
    int leads = leads_counted(program->model->staff[program->person[rank]].max_leads, roles);
    size_t room = entries(cliques, roles, leads, PRICING_UNITS_MOST);
    return room <= ROOM_MOST ? room : 0;
}

bool pricing_table_create(PricingTable *out, size_t room, Arena *arena)
{
    *out = (PricingTable){.room = room,
                          .most = ARENA_ARRAY(arena, int64_t, room),
                          .choice = ARENA_ARRAY(arena, int64_t, 2 * (PRICING_UNITS_MOST + 1))};
    return out->most && out->choice;
}

/* Hours are counted in the greatest unit that divides them all, or roughly where that would be too many; not at all where any
 * roles fit. */
static void units_take(PricingTable *table, const PricingFacts *facts, const Candidate items[], int n, int hours)
{
    int64_t unit = hours, longest = 0;
    for (int i = 0; i < n; i++) {
        int32_t own = facts->hours[items[i].pair];
        unit = program_common_divisor(unit, own);
        if (own > longest) longest = own;
    }
    if (longest * table->n_roles <= hours) unit = (int64_t)hours + 1;
    if (hours / (unit > 0 ? unit : 1) > PRICING_UNITS_MOST) unit = hours / PRICING_UNITS_MOST + 1;
    table->unit = unit > 0 ? unit : 1;
    table->n_units = (int)(hours / table->unit);
}

/* Of a clique only the best that takes so many hours, and leads or not. */
static void choices_take(PricingTable *table, const PricingFacts *facts, const Candidate items[], int n)
{
    int room = 2 * (table->n_units + 1);
    for (int i = 0; i < room; i++) table->choice[i] = NOTHING;
    for (int i = 0; i < n; i++) {
        int64_t units = facts->hours[items[i].pair] / table->unit;
        bool leads = table->n_leads > 0 && facts->leads[items[i].pair];
        if (units > table->n_units) continue;
        int64_t *best = &table->choice[leads * (table->n_units + 1) + units];
        if (items[i].worth > *best) *best = items[i].worth;
    }
}

/* One way to fill a place of the clique: what the later cliques add to it, where that is more. */
static void choice_put(const PricingTable *table, int64_t *most, const int64_t *later, int leads, int units,
                       const int64_t worth[])
{
    size_t width = (size_t)(table->n_units + 1), lead_width = width * (size_t)(table->n_leads + 1);
    for (int role = 1; role <= table->n_roles; role++)
        for (int lead = leads; lead <= table->n_leads; lead++) {
            int64_t *to = most + (size_t)role * lead_width + (size_t)lead * width;
            const int64_t *from = later + (size_t)(role - 1) * lead_width + (size_t)(lead - leads) * width;
            for (int left = units; left <= table->n_units; left++) {
                int64_t sum = worth[role] + from[left - units];
                if (sum > to[left]) to[left] = sum;
            }
        }
}

bool pricing_table_make(PricingTable *table, const PricingFacts *facts, const Candidate items[], const int first[],
                        int n_cliques, const int64_t marginal[], int n_roles, int n_leads, int hours)
{
    int64_t worth[PRICING_UNITS_MOST + 1];
    table->n_roles = n_roles;
    table->n_leads = leads_counted(n_leads, n_roles);
    if (n_roles > PRICING_UNITS_MOST || hours < 0) return false;
    units_take(table, facts, items, first[n_cliques], hours);
    if (entries((size_t)n_cliques, n_roles, table->n_leads, table->n_units) > table->room) return false;
    size_t layer = pricing_table_layer(table);
    int leads_most = table->n_leads > 0 ? 1 : 0;
    memset(table->most + (size_t)n_cliques * layer, 0, layer * sizeof *table->most);
    for (int clique = n_cliques - 1; clique >= 0; clique--) {
        int64_t *most = table->most + (size_t)clique * layer;
        const int64_t *later = most + layer;
        memcpy(most, later, layer * sizeof *most);
        choices_take(table, facts, items + first[clique], first[clique + 1] - first[clique]);
        for (int leads = 0; leads <= leads_most; leads++)
            for (int units = 0; units <= table->n_units; units++) {
                int64_t choice = table->choice[leads * (table->n_units + 1) + units];
                if (choice == NOTHING) continue;
                for (int role = 1; role <= n_roles; role++) worth[role] = choice + marginal[n_roles - role + 1];
                choice_put(table, most, later, leads, units, worth);
            }
    }
    return true;
}
