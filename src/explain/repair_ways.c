#include "explain/repair_ways.h"

#include <stdlib.h>
#include <string.h>

#include "explain/level_changes.h"
#include "explain/limit_changes.h"
#include "explain/order.h"

enum { OUTSIDE_STEPS = 5 }; /* as from no level to the highest */

typedef struct Finding {
    RepairWays *out;
    const WhatIf *what_if;
    const Holdings *holdings;
    const Model *model;
    const Shortage *shortage;
    bool lost;
} Finding;

static void add_way(Finding *finding, const Alteration *changes, int n, int steps, int nearness, int points)
{
    if (n == 0) return;
    RepairWay way = {.repair = {.n_changes = n, .steps = steps}, .nearness = nearness, .points = points};
    for (int i = 0; i < n; i++) way.repair.changes[i] = changes[i];
    if (!LIST_PUSH(finding->out->arena, &finding->out->list, way)) finding->lost = true;
}

/* --- the plan itself --- */

static void add_lower(Finding *finding)
{
    const Shortage *shortage = finding->shortage;
    const Model *model = finding->model;
    Alteration change = alteration_of(ALTER_ROLE_MIN, -1, shortage->group, shortage->role);
    change.source = shortage->source;
    switch (shortage->kind) {
    case SHORTAGE_ROLE:
        change.value = model->roles[shortage->role].min - 1;
        break;
    case SHORTAGE_SIZE:
        change.kind = ALTER_MIN_SIZE;
        change.value = model->groups[shortage->group].min_size - 1;
        break;
    case SHORTAGE_COVERAGE:
        change.kind = ALTER_PEOPLE;
        change.value = model->coverages[shortage->source].people - 1;
        break;
    case SHORTAGE_MIX: {
        bool many = shortage->have > shortage->needed;
        change.kind = many ? ALTER_MIX_MAX : ALTER_MIX_MIN;
        change.value = many ? model->mixes[shortage->source].max + 1 : model->mixes[shortage->source].min - 1;
        break;
    }
    }
    add_way(finding, &change, 1, 1, 0, 0);
}

/* The lower the better: a role that leads, that has no seat left, and what it requires. */
static int demand_of(const Finding *finding, int role)
{
    const Role *at = &finding->model->roles[role];
    bool full = finding->holdings->seated[role] >= at->max;
    return (at->leads ? 2000 : 0) + (full ? 1000 : 0) + at->n_bars;
}

/* The role that someone from outside would take: the one that is short, else the least demanding. */
static int role_outside(const Finding *finding)
{
    const Group *group = &finding->model->groups[finding->shortage->group];
    int best = finding->shortage->role;
    if (best >= 0) return best;
    for (int role = group->first_role; role < group->first_role + group->n_roles; role++)
        if (best < 0 || demand_of(finding, role) < demand_of(finding, best)) best = role;
    return best;
}

/* Whether the shortage is of another site's people, whom the group is closed to. */
static bool of_another_site(const Finding *finding)
{
    const Shortage *shortage = finding->shortage;
    int site = finding->model->groups[shortage->group].site;
    return shortage->field == FIELD_SITE && site >= 0 && shortage->value != site;
}

static void add_outside(Finding *finding)
{
    const Shortage *shortage = finding->shortage;
    int role = role_outside(finding);
    if (role < 0 || of_another_site(finding)) return;
    Alteration change = alteration_of(ALTER_OUTSIDE, -1, shortage->group, role);
    change.skill = shortage->skill;
    change.value = shortage->level;
    change.field = shortage->field;
    change.field_value = shortage->value;
    add_way(finding, &change, 1, OUTSIDE_STEPS, 0, 0);
}

static void add_slot(Finding *finding)
{
    if (finding->model->groups[finding->shortage->group].n_slots == 0) return;
    Alteration change = alteration_of(ALTER_MEETS, -1, finding->shortage->group, -1);
    add_way(finding, &change, 1, 1, 0, 0);
}

/* --- people --- */

/* Whether the person has what the shortage is about, seat or no seat. */
static bool qualifies(const Finding *finding, int person)
{
    const Shortage *shortage = finding->shortage;
    if (shortage->kind == SHORTAGE_COVERAGE) return model_level(finding->model, person, shortage->skill) >= shortage->level;
    if (shortage->kind == SHORTAGE_MIX) return model_has_attribute(finding->model, person, shortage->field, shortage->value);
    return true;
}

static bool sits_there(const Finding *finding, int person)
{
    int held = holdings_role_in(finding->holdings, person, finding->shortage->group);
    return held >= 0 && (finding->shortage->role < 0 || held == finding->shortage->role);
}

/* What would make an eligible person sit there. */
static void add_limits(Finding *finding, int person, int role, int points)
{
    Alteration changes[LIMIT_CHANGES_MOST];
    int steps, n = limit_changes(changes, &steps, finding->holdings, person, role);
    if (steps > 1) /* one step alone may do, where they give up something else */
        for (int i = 0; i < n; i++) {
            Alteration change = changes[i];
            if (change.kind == ALTER_HOURS) change.value = finding->model->staff[person].hours + WHOLE_HOUR;
            add_way(finding, &change, 1, 1, 2, points);
        }
    add_way(finding, changes, n, steps, 2, points);
}

static void add_training(Finding *finding, int person, int role, int64_t pair)
{
    const Shortage *shortage = finding->shortage;
    Obstacle obstacle = holdings_obstacle(finding->holdings, person, role);
    int nearness = sits_there(finding, person) ? 1 : obstacle == OBSTACLE_NONE ? 2 : 3;
    int points = pair >= 0 ? finding->what_if->scores.points[pair] : 0;
    Alteration changes[LEVEL_CHANGES_MOST];
    int steps = 0, n = 0;
    if (pair < 0) n = level_changes(changes, &steps, finding->model, person, role);
    if (pair >= 0 && shortage->kind == SHORTAGE_COVERAGE) {
        steps = shortage->level - level_held(finding->model, person, shortage->skill);
        changes[n++] = alteration_to(ALTER_LEVEL, person, -1, shortage->skill, shortage->level);
    }
    add_way(finding, changes, n, steps, nearness, points);
}

static void add_person_in_role(Finding *finding, int person, int role)
{
    int64_t pair = score_find(&finding->what_if->scores, person, role);
    bool has = qualifies(finding, person), barred = pair < 0;
    if (barred && eligibility_barrier(finding->model, person, role, NULL) != BARRIER_MUST) return;
    if (has && !barred && sits_there(finding, person)) return;
    if (finding->shortage->kind == SHORTAGE_COVERAGE ? !has != barred : has && barred)
        add_training(finding, person, role, pair);
    else if (has && !barred)
        add_limits(finding, person, role, finding->what_if->scores.points[pair]);
}

/* A position that bars someone who has the rest. */
static void add_position(Finding *finding, int person, int role)
{
    const Role *of = &finding->model->roles[role];
    const Person *staff = &finding->model->staff[person];
    if (!qualifies(finding, person) || eligibility_barrier(finding->model, person, role, NULL) != BARRIER_POSITION) return;
    for (int i = of->first_bar; i < of->first_bar + of->n_bars; i++)
        if (model_level(finding->model, person, finding->model->bars[i].skill) < finding->model->bars[i].level) return;
    for (int i = staff->first_attribute; i < staff->first_attribute + staff->n_attributes; i++) {
        Attribute at = finding->model->attributes[i];
        if (at.field != FIELD_POSITION) continue;
        for (int k = 0; k < finding->out->list.n; k++) {
            const Alteration *known = &finding->out->list.items[k].repair.changes[0];
            if (known->kind == ALTER_POSITION && known->role == role && known->value == at.value) return;
        }
        Alteration change = alteration_to(ALTER_POSITION, -1, role, -1, at.value);
        add_way(finding, &change, 1, 1, 0, 0);
        return;
    }
}

static void add_people(Finding *finding)
{
    const Shortage *shortage = finding->shortage;
    const Group *group = &finding->model->groups[shortage->group];
    int first = shortage->role >= 0 ? shortage->role : group->first_role;
    int end = shortage->role >= 0 ? shortage->role + 1 : group->first_role + group->n_roles;
    for (int at = 0; at < holdings_n_near(finding->holdings, shortage->group); at++) {
        int person = holdings_near(finding->holdings, shortage->group, at);
        for (int role = first; role < end; role++) {
            add_position(finding, person, role);
            add_person_in_role(finding, person, role);
        }
    }
}

/* --- in order --- */

static bool same_changes(const Repair *a, const Repair *b)
{
    bool same = a->n_changes == b->n_changes;
    for (int i = 0; same && i < a->n_changes; i++) {
        const Alteration *x = &a->changes[i], *y = &b->changes[i];
        same = x->kind == y->kind && x->person == y->person && x->role == y->role && x->skill == y->skill &&
               x->value == y->value && x->kind != ALTER_OUTSIDE;
    }
    return same;
}

/* People, groups and roles are sorted by name; skills and values are not. */
int alteration_order(const Model *model, const Alteration *a, const Alteration *b)
{
    int order = order_of(a->person, b->person);
    if (!order) order = order_of(a->kind, b->kind);
    if (!order) order = order_of(a->group, b->group);
    if (!order) order = order_of(a->role, b->role);
    if (!order) order = order_by_name(model->skills, a->skill, b->skill);
    if (!order && a->kind == ALTER_POSITION) return order_by_name(model->field_values[FIELD_POSITION], a->value, b->value);
    return order ? order : order_of(a->value, b->value);
}

static int by_likelihood(const void *left, const void *right, void *model)
{
    const RepairWay *a = left, *b = right;
    int order = order_of(a->nearness > 0, b->nearness > 0);
    if (!order) order = order_of(a->repair.steps, b->repair.steps);
    if (!order) order = order_of(a->nearness, b->nearness);
    if (!order) order = order_of(b->points, a->points);
    return order ? order : alteration_order(model, &a->repair.changes[0], &b->repair.changes[0]);
}

/* One way may serve for several roles of the group: the likeliest stays. */
static void drop_repeated(RepairWays *out)
{
    int kept = 0;
    for (int i = 0; i < out->list.n; i++) {
        bool there = false;
        for (int k = 0; k < kept && !there; k++) there = same_changes(&out->list.items[k].repair, &out->list.items[i].repair);
        if (!there) out->list.items[kept++] = out->list.items[i];
    }
    out->list.n = kept;
}

CadreStatus repair_ways_find(RepairWays *out, const WhatIf *what_if, const Holdings *holdings, const Shortage *shortage,
                             Arena *arena, CadreError *err)
{
    *out = (RepairWays){.arena = arena};
    Finding finding = {
        .out = out, .what_if = what_if, .holdings = holdings, .model = &what_if->part.model, .shortage = shortage};
    add_lower(&finding);
    if (shortage->have < shortage->needed) {
        add_outside(&finding);
        add_slot(&finding);
        add_people(&finding);
    }
    if (finding.lost) return error_no_memory(err);
    Model *context = (Model *)finding.model; /* qsort_r's context is not const */
    qsort_r(out->list.items, (size_t)out->list.n, sizeof *out->list.items, by_likelihood, context);
    drop_repeated(out);
    return CADRE_OK;
}
