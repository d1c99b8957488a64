/* overview_roles.c: roles that too few people may hold, by the program's own pairs and person rules, and why. */
#include <stdlib.h>
#include <string.h>

#include "explain/overview_parts.h"
#include "explain/site_staff.h"
#include "program/person_rules.h"
#include "score/eligibility.h"

/* How many people may hold the role by itself; no more than `enough` are counted. */
static int count_holders(const Program *program, int role, int enough)
{
    int n = 0;
    for (int64_t i = program->role_first_pair[role]; n < enough && i < program->role_first_pair[role + 1]; i++)
        n += program_role_obstacle(program, program->pair_person[program->role_pairs[i]], role) < 0;
    return n;
}

/* "below what it requires (Data 4, Literacy 3)"; NULL without memory. */
static const char *must_words(const Model *model, const Role *role, Arena *arena)
{
    const char *words = "below what it requires";
    for (int i = role->first_bar; words && i < role->first_bar + role->n_bars; i++)
        words = arena_print(arena, "%s%s%s %d", words, i > role->first_bar ? ", " : " (",
                            names_get(model->skills, model->bars[i].skill), model->bars[i].level);
    return words ? arena_print(arena, "%s)", words) : NULL;
}

/* Count what keeps each of the people near from the role: [BARRIER_NEVER + 1], and of those with no barrier [n_person_rules].
 */
static void count_reasons(int barred[], int limited[], const ClosedRole *closed, const Program *program, const SiteStaff *sites)
{
    int group = program->model->roles[closed->role].group;
    for (int at = 0; at < closed->n_near; at++) {
        int person = site_staff_near(sites, group, at);
        Barrier barrier = eligibility_barrier(program->model, person, closed->role, NULL);
        if (barrier == BARRIER_NONE && program_find_pair(program, person, closed->role) < 0) barrier = BARRIER_NEVER;
        barred[barrier]++;
        int rule = barrier == BARRIER_NONE ? program_role_obstacle(program, person, closed->role) : -1;
        if (rule >= 0) limited[rule]++;
    }
}

static int by_people(const void *left, const void *right)
{
    const ClosedReason *a = left, *b = right;
    if (a->people != b->people) return a->people > b->people ? -1 : 1;
    return strcmp(a->name, b->name);
}

static CadreStatus find_reasons(ClosedRole *closed, const Program *program, const SiteStaff *sites, Arena *arena,
                                CadreError *err)
{
    static const ClosedReason barriers[] = {[BARRIER_AWAY] = {"away", "away", 0},
                                            [BARRIER_SITE] = {"site", "of another site", 0},
                                            [BARRIER_POSITION] = {"position", "in another position", 0},
                                            [BARRIER_MUST] = {"must", NULL, 0},
                                            [BARRIER_NEVER] = {"never", "kept out by pins.csv", 0}};
    const Role *role = &program->model->roles[closed->role];
    int *barred = ARENA_ARRAY(arena, int, BARRIER_NEVER + 1), *limited = ARENA_ARRAY(arena, int, n_person_rules);
    closed->reasons = ARENA_ARRAY(arena, ClosedReason, BARRIER_NEVER + n_person_rules);
    if (!barred || !limited || !closed->reasons) return error_no_memory(err);
    closed->n_near = site_staff_n_near(sites, role->group);
    count_reasons(barred, limited, closed, program, sites);
    for (int barrier = BARRIER_AWAY; barrier <= BARRIER_NEVER; barrier++) {
        if (barred[barrier] == 0) continue;
        ClosedReason *reason = &closed->reasons[closed->n_reasons++];
        *reason = barriers[barrier];
        reason->people = barred[barrier];
        if (barrier == BARRIER_MUST) reason->words = must_words(program->model, role, arena);
        if (!reason->words) return error_no_memory(err);
    }
    for (int rule = 0; rule < n_person_rules; rule++)
        if (limited[rule] > 0)
            closed->reasons[closed->n_reasons++] =
                (ClosedReason){person_rules[rule].name, person_rules[rule].alone, limited[rule]};
    if (closed->n_reasons > 1) qsort(closed->reasons, (size_t)closed->n_reasons, sizeof *closed->reasons, by_people);
    return CADRE_OK;
}

static int by_closed(const void *left, const void *right)
{
    const ClosedRole *a = left, *b = right;
    if ((a->have > 0) != (b->have > 0)) return a->have > 0 ? 1 : -1;
    return (a->role > b->role) - (a->role < b->role);
}

CadreStatus overview_closed_roles(Overview *overview, Arena *arena, CadreError *err)
{
    const Model *model = overview->model;
    SiteStaff sites;
    TRY(site_staff_make(&sites, model, arena, err));
    for (int role = 0; role < model->n_roles; role++) {
        int needed = model->roles[role].min > 1 ? model->roles[role].min : 1;
        ClosedRole closed = {.role = role, .needed = needed, .have = count_holders(overview->program, role, needed)};
        if (closed.have >= needed) continue;
        TRY(find_reasons(&closed, overview->program, &sites, arena, err));
        if (!LIST_PUSH(arena, &overview->closed, closed)) return error_no_memory(err);
    }
    if (overview->closed.n > 1)
        qsort(overview->closed.items, (size_t)overview->closed.n, sizeof *overview->closed.items, by_closed);
    return CADRE_OK;
}
