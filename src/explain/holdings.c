#include "explain/holdings.h"

int seat_hours(const Model *model, int role)
{
    return model->groups[model->roles[role].group].hours + model->roles[role].hours;
}

static void count_assignments(Holdings *out, const Solution *solution)
{
    const Model *model = out->model;
    for (int i = 0; i < solution->n; i++) {
        Assignment at = solution->assignments[i];
        const Role *role = &model->roles[at.role];
        out->first[at.person + 1]++;
        out->hours[at.person] += seat_hours(model, at.role);
        out->leads[at.person] += role->leads;
        out->seated[at.role]++;
        out->size[role->group]++;
    }
    for (int person = 0; person < model->n_staff; person++) out->first[person + 1] += out->first[person];
}

CadreStatus holdings_make(Holdings *out, const Model *model, const ScoreTable *scores, const Solution *solution, Arena *arena,
                          CadreError *err)
{
    Holdings holdings = {.model = model, .scores = scores, .assignments = solution->assignments};
    holdings.first = ARENA_ARRAY(arena, int, model->n_staff + 1);
    holdings.hours = ARENA_ARRAY(arena, int, model->n_staff);
    holdings.leads = ARENA_ARRAY(arena, int, model->n_staff);
    holdings.seated = ARENA_ARRAY(arena, int, model->n_roles);
    holdings.size = ARENA_ARRAY(arena, int, model->n_groups);
    if (!holdings.first || !holdings.hours || !holdings.leads || !holdings.seated || !holdings.size)
        return error_no_memory(err);
    count_assignments(&holdings, solution);
    TRY(site_staff_make(&holdings.sites, model, arena, err));
    TRY(labels_make(&holdings.labels, model, arena, err));
    TRY(pin_set_make(&holdings.must, model, PIN_MUST, arena, err));
    TRY(pin_set_make(&holdings.prefer, model, PIN_PREFER, arena, err));
    *out = holdings;
    return CADRE_OK;
}

int holdings_role_in(const Holdings *holdings, int person, int group)
{
    for (int i = holdings->first[person]; i < holdings->first[person + 1]; i++)
        if (holdings->model->roles[holdings->assignments[i].role].group == group) return holdings->assignments[i].role;
    return -1;
}

int holdings_best_role(const Holdings *holdings, int person)
{
    const ScoreTable *scores = holdings->scores;
    int role = -1, points = -1;
    for (int64_t pair = scores->first_pair[person]; pair < scores->first_pair[person + 1]; pair++) {
        if (scores->points[pair] <= points) continue;
        points = scores->points[pair];
        role = scores->role[pair];
    }
    return role;
}

bool holdings_has(const Holdings *holdings, int person, int role)
{
    for (int i = holdings->first[person]; i < holdings->first[person + 1]; i++)
        if (holdings->assignments[i].role == role) return true;
    return false;
}

static bool meets_with(const Holdings *holdings, int person, int group, int given_up)
{
    const Model *model = holdings->model;
    for (int i = holdings->first[person]; i < holdings->first[person + 1]; i++) {
        int held = holdings->assignments[i].role, other = model->roles[held].group;
        if (held != given_up && other != group && model_groups_clash(model, other, group)) return true;
    }
    return false;
}

Obstacle holdings_limit_without(const Holdings *holdings, int person, int role, int given_up)
{
    const Model *model = holdings->model;
    const Person *staff = &model->staff[person];
    const Role *seat = &model->roles[role];
    int inside = holdings_role_in(holdings, person, seat->group), left[2] = {given_up, inside == given_up ? -1 : inside};
    int hours = holdings->hours[person], groups = holdings_count(holdings, person), leads = holdings->leads[person];
    for (int i = 0; i < 2; i++) {
        if (left[i] < 0) continue;
        hours -= seat_hours(model, left[i]);
        groups--;
        leads -= model->roles[left[i]].leads;
    }
    if (seat->leads && leads >= staff->max_leads) return OBSTACLE_LEADS;
    if (groups >= staff->max_groups) return OBSTACLE_GROUPS;
    if (hours + seat_hours(model, role) > staff->hours) return OBSTACLE_HOURS;
    if (meets_with(holdings, person, seat->group, given_up)) return OBSTACLE_SLOT;
    return left[1] >= 0 ? OBSTACLE_IN_GROUP : OBSTACLE_NONE;
}

Obstacle holdings_limit(const Holdings *holdings, int person, int role)
{
    return holdings_limit_without(holdings, person, role, -1);
}

Obstacle holdings_obstacle(const Holdings *holdings, int person, int role)
{
    const Model *model = holdings->model;
    const Role *seat = &model->roles[role];
    if (holdings_role_in(holdings, person, seat->group) >= 0) return OBSTACLE_IN_GROUP;
    if (holdings->seated[role] >= seat->max) return OBSTACLE_ROLE_FULL;
    if (holdings->size[seat->group] >= model->groups[seat->group].max_size) return OBSTACLE_GROUP_FULL;
    return holdings_limit(holdings, person, role);
}

const char *person_label(const Model *model, int person)
{
    const Person *staff = &model->staff[person];
    return staff->name[0] ? staff->name : staff->key;
}
