/* Two passes, both parallel and both writing each cell once: by person, which roles are open; then by role, the points over
 * blocks of people who lie side by side. */
#include "score/score.h"

#include <omp.h>

#include "score/eligibility.h"
#include "score/kernel.h"

enum { BLOCK_PEOPLE = 256 };

typedef struct Scoring {
    const Model *model;
    const KernelVariant *kernel;
    PackedLevels packed;
    PinSet never, prefer;
    bool *group_preferred;  /* [n_groups] */
    int64_t *first_of_site; /* [n_sites + 2]: roles of groups open to all, then of each site */
    int *site_roles;        /* ascending within a site */
    int64_t *first_pair;
    int32_t *role;
    int16_t *points;
} Scoring;

/* Part 0 of the roles: those open to all; part s + 1: those of site s. */
static CadreStatus site_roles_make(Scoring *scoring, Arena *arena, CadreError *err)
{
    const Model *model = scoring->model;
    int64_t *first = ARENA_ARRAY(arena, int64_t, model->n_sites + 2);
    int64_t *next = ARENA_ARRAY(arena, int64_t, model->n_sites + 2);
    int *roles = ARENA_ARRAY(arena, int, model->n_roles);
    if (!first || !next || !roles) return error_no_memory(err);
    for (int role = 0; role < model->n_roles; role++) first[model->groups[model->roles[role].group].site + 1]++;
    int64_t start = 0;
    for (int part = 0; part <= model->n_sites; part++) {
        int64_t count = first[part];
        first[part] = next[part] = start;
        start += count;
    }
    first[model->n_sites + 1] = start;
    for (int role = 0; role < model->n_roles; role++) roles[next[model->groups[model->roles[role].group].site + 1]++] = role;
    scoring->first_of_site = first;
    scoring->site_roles = roles;
    return CADRE_OK;
}

static bool role_open(const Scoring *scoring, int person, int role)
{
    return eligibility_barrier(scoring->model, person, role, NULL) == BARRIER_NONE &&
           !pin_set_has(&scoring->never, person, role);
}

/* The roles open to a person, ascending: the merge of those open to all and those of the site. `out` may be NULL. */
static int64_t open_roles(const Scoring *scoring, int person, int32_t *out)
{
    if (scoring->model->staff[person].away) return 0;
    int site = scoring->model->staff[person].site;
    const int64_t *first = scoring->first_of_site;
    int64_t all = first[0], own = site >= 0 ? first[site + 1] : 0, own_end = site >= 0 ? first[site + 2] : 0, n = 0;
    while (all < first[1] || own < own_end) {
        bool from_all = own == own_end || (all < first[1] && scoring->site_roles[all] < scoring->site_roles[own]);
        int role = scoring->site_roles[from_all ? all++ : own++];
        if (!role_open(scoring, person, role)) continue;
        if (out) out[n] = role;
        n++;
    }
    return n;
}

static CadreStatus pairs_make(Scoring *scoring, int threads, Arena *arena, CadreError *err)
{
    int n_staff = scoring->model->n_staff;
    scoring->first_pair = ARENA_ARRAY(arena, int64_t, n_staff + 1);
    if (!scoring->first_pair) return error_no_memory(err);
#pragma omp parallel for num_threads(threads) schedule(static)
    for (int person = 0; person < n_staff; person++) scoring->first_pair[person + 1] = open_roles(scoring, person, NULL);
    for (int person = 0; person < n_staff; person++) scoring->first_pair[person + 1] += scoring->first_pair[person];
    scoring->role = ARENA_ARRAY(arena, int32_t, scoring->first_pair[n_staff]);
    scoring->points = ARENA_ARRAY(arena, int16_t, scoring->first_pair[n_staff]);
    if (!scoring->role || !scoring->points) return error_no_memory(err);
#pragma omp parallel for num_threads(threads) schedule(static)
    for (int person = 0; person < n_staff; person++) open_roles(scoring, person, scoring->role + scoring->first_pair[person]);
    return CADRE_OK;
}

/* The place of `role` among ascending roles low .. high - 1; -1 where it is not there. */
static int64_t find_role(const int32_t *roles, int64_t low, int64_t high, int role)
{
    int64_t end = high;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (roles[middle] < role)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && roles[low] == role ? low : -1;
}

static void score_block(const Scoring *scoring, int role, const RoleBasis *basis, int first, int n)
{
    TargetSums sums[BLOCK_PEOPLE];
    scoring->kernel->run(sums, &scoring->packed, first, n, basis->targets, basis->n_targets);
    for (int i = 0; i < n; i++) {
        int person = scoring->packed.person[first + i];
        int64_t pair = find_role(scoring->role, scoring->first_pair[person], scoring->first_pair[person + 1], role);
        if (pair < 0) continue;
        PairAnswer answer = points_answer(scoring->model, person, role);
        answer.prefer = pin_set_has(&scoring->prefer, person, role);
        scoring->points[pair] = (int16_t)points_mean(&scoring->model->settings, basis, sums[i], answer);
    }
}

static void score_role(const Scoring *scoring, int role)
{
    int group = scoring->model->roles[role].group, site = scoring->model->groups[group].site;
    RoleBasis basis = points_basis(scoring->model, role, scoring->group_preferred[group]);
    int first = site >= 0 ? scoring->packed.first_place[site] : 0;
    int end = site >= 0 ? scoring->packed.first_place[site + 1] : scoring->packed.n_places;
    for (; first < end; first += BLOCK_PEOPLE)
        score_block(scoring, role, &basis, first, end - first < BLOCK_PEOPLE ? end - first : BLOCK_PEOPLE);
}

static CadreStatus preferred_make(Scoring *scoring, Arena *arena, CadreError *err)
{
    const Model *model = scoring->model;
    scoring->group_preferred = ARENA_ARRAY(arena, bool, model->n_groups);
    if (!scoring->group_preferred) return error_no_memory(err);
    for (int64_t i = 0; i < scoring->prefer.first[model->n_staff]; i++)
        scoring->group_preferred[model->roles[scoring->prefer.role[i]].group] = true;
    return CADRE_OK;
}

static CadreStatus check_targets(const Model *model, CadreError *err)
{
    for (int role = 0; role < model->n_roles; role++)
        if (model->roles[role].n_targets > TARGETS_MAX)
            return error_set(err, CADRE_INPUT, "role %s of %s needs %d skills; expected at most %d", model->roles[role].name,
                             model->groups[model->roles[role].group].name, model->roles[role].n_targets, TARGETS_MAX);
    return CADRE_OK;
}

CadreStatus score_run(ScoreTable *out, const Model *model, int threads, Arena *arena, CadreError *err)
{
    Scoring scoring = {.model = model};
    TRY(check_targets(model, err));
    TRY(kernel_choose(&scoring.kernel, err));
    TRY(packed_make(&scoring.packed, model, arena, err));
    TRY(pin_set_make(&scoring.never, model, PIN_NEVER, arena, err));
    TRY(pin_set_make(&scoring.prefer, model, PIN_PREFER, arena, err));
    TRY(preferred_make(&scoring, arena, err));
    TRY(site_roles_make(&scoring, arena, err));
    if (threads < 1) threads = omp_get_max_threads();
    TRY(pairs_make(&scoring, threads, arena, err));
#pragma omp parallel for num_threads(threads) schedule(dynamic)
    for (int role = 0; role < model->n_roles; role++) score_role(&scoring, role);
    *out = (ScoreTable){.n_staff = model->n_staff,
                        .n_pairs = scoring.first_pair[model->n_staff],
                        .first_pair = scoring.first_pair,
                        .role = scoring.role,
                        .points = scoring.points};
    return CADRE_OK;
}

int64_t score_find(const ScoreTable *scores, int person, int role)
{
    return find_role(scores->role, scores->first_pair[person], scores->first_pair[person + 1], role);
}

CadreStatus score_part(ScoreTable *out, const ScoreTable *whole, const int *staff, int n_staff, const int *role, Arena *arena,
                       CadreError *err)
{
    int64_t most = 0, n = 0;
    for (int i = 0; i < n_staff; i++) most += whole->first_pair[staff[i] + 1] - whole->first_pair[staff[i]];
    int64_t *first_pair = ARENA_ARRAY(arena, int64_t, n_staff + 1);
    int32_t *own_role = ARENA_ARRAY(arena, int32_t, most);
    int16_t *points = ARENA_ARRAY(arena, int16_t, most);
    if (!first_pair || !own_role || !points) return error_no_memory(err);
    for (int i = 0; i < n_staff; i++) {
        for (int64_t pair = whole->first_pair[staff[i]]; pair < whole->first_pair[staff[i] + 1]; pair++) {
            if (role[whole->role[pair]] < 0) continue;
            own_role[n] = role[whole->role[pair]];
            points[n++] = whole->points[pair];
        }
        first_pair[i + 1] = n;
    }
    *out = (ScoreTable){.n_staff = n_staff, .n_pairs = n, .first_pair = first_pair, .role = own_role, .points = points};
    return CADRE_OK;
}
