#include "tiny/tiny_rules.h"

typedef struct Search {
    TinyRules rules;
    int n_bundles[TINY_PEOPLE];
    int bundles[TINY_PEOPLE][1 << TINY_ROLES]; /* bit masks of roles */
    int64_t earns[TINY_PEOPLE][1 << TINY_ROLES];
    int holding[TINY_PEOPLE]; /* the masks of the leaf at hand */
    /* what the leaves are asked, and the answer so far */
    int64_t shortage_limit; /* only leaves that cost at most this */
    int floor;              /* only leaves with at least these points in every leading seat that must be filled */
    bool found;
    int64_t least_shortage, best;
    int best_floor, fewest_changes;
} Search;

static void visit_leaf(Search *search, int64_t earned)
{
    if (tiny_whole_broken(&search->rules, search->holding)) return;
    int64_t cost = tiny_shortages(&search->rules, search->holding, NULL);
    int lowest = tiny_lowest_leading(&search->rules, search->holding);
    if (cost > search->shortage_limit || lowest < search->floor) return;
    int changes = tiny_changes(search->rules.tiny, search->holding);
    int64_t objective = earned - cost;
    if (!search->found || cost < search->least_shortage) search->least_shortage = cost;
    if (!search->found || lowest > search->best_floor) search->best_floor = lowest;
    if (!search->found || objective > search->best || (objective == search->best && changes < search->fewest_changes)) {
        search->best = objective;
        search->fewest_changes = changes;
    }
    search->found = true;
}

/* Whether the first `n_people` alone fill some role beyond its max: then whatever the others do breaks it too. */
static bool too_many(const Search *search, int n_people)
{
    const TinyCase *tiny = search->rules.tiny;
    for (int r = 0; r < tiny->n_roles && tiny_rules_have(&search->rules, TINY_ROLE_MAX); r++) {
        int holders = 0;
        for (int p = 0; p < n_people; p++) holders += search->holding[p] >> r & 1;
        if (holders > tiny->roles[r].max) return true;
    }
    return false;
}

static void descend(Search *search, int person, int64_t earned)
{
    if (person >= TINY_PEOPLE || person == search->rules.tiny->n_people) {
        visit_leaf(search, earned);
        return;
    }
    for (int i = 0; i < search->n_bundles[person]; i++) {
        search->holding[person] = search->bundles[person][i];
        if (too_many(search, person + 1)) continue;
        descend(search, person + 1, earned + search->earns[person][i]);
    }
}

static void run(Search *search, int64_t shortage_limit, int floor)
{
    search->shortage_limit = shortage_limit;
    search->floor = floor;
    search->found = false;
    descend(search, 0, 0);
}

static void list_bundles(Search *search)
{
    const TinyCase *tiny = search->rules.tiny;
    for (int p = 0; p < tiny->n_people; p++)
        for (int mask = 0; mask < 1 << tiny->n_roles; mask++) {
            if (tiny_person_broken(&search->rules, p, mask)) continue;
            TinyEarned earned = tiny_earned(&search->rules, p, mask);
            search->earns[p][search->n_bundles[p]] = earned.points + earned.everyone - earned.extra_load;
            search->bundles[p][search->n_bundles[p]++] = mask;
        }
}

TinyOptimum tiny_case_optimum(const TinyCase *tiny, unsigned without)
{
    Search search = {0};
    tiny_rules_make(&search.rules, tiny, without);
    list_bundles(&search);
    int highest = tiny_highest_leading(&search.rules);
    bool has_floor_role = false;
    for (int r = 0; r < tiny->n_roles; r++) has_floor_role |= tiny_floor_role(tiny, r);
    run(&search, INT64_MAX, TINY_NONE);
    if (search.found && tiny->settings.floor && tiny_rules_have(&search.rules, TINY_FLOOR) && has_floor_role) {
        int64_t least = search.least_shortage;
        run(&search, least, TINY_NONE);
        run(&search, least, search.best_floor < highest ? search.best_floor : highest);
    }
    return (TinyOptimum){search.found, search.best, search.fewest_changes};
}
