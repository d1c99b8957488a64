#include "explain/holdings.h"

static int seat_hours(const Model *model, int role)
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

/* A group that the person serves in and that meets when `group` does, -1 for none. */
static int clashing_group(const Holdings *holdings, int person, int group)
{
    for (int i = holdings->first[person]; i < holdings->first[person + 1]; i++) {
        int held = holdings->model->roles[holdings->assignments[i].role].group;
        if (model_groups_clash(holdings->model, held, group)) return held;
    }
    return -1;
}

Obstacle holdings_obstacle(const Holdings *holdings, int person, int role)
{
    const Model *model = holdings->model;
    const Person *staff = &model->staff[person];
    const Role *seat = &model->roles[role];
    const Group *group = &model->groups[seat->group];
    if (holdings_role_in(holdings, person, seat->group) >= 0) return OBSTACLE_IN_GROUP;
    if (holdings->seated[role] >= seat->max) return OBSTACLE_ROLE_FULL;
    if (holdings->size[seat->group] >= group->max_size) return OBSTACLE_GROUP_FULL;
    if (holdings->hours[person] + seat_hours(model, role) > staff->hours) return OBSTACLE_HOURS;
    if (holdings_count(holdings, person) >= staff->max_groups) return OBSTACLE_GROUPS;
    if (seat->leads && holdings->leads[person] >= staff->max_leads) return OBSTACLE_LEADS;
    if (clashing_group(holdings, person, seat->group) >= 0) return OBSTACLE_SLOT;
    return OBSTACLE_NONE;
}

const char *hours_words(int hundredths, Arena *arena)
{
    int whole = hundredths / 100, rest = hundredths % 100;
    if (rest == 0) return arena_print(arena, "%d", whole);
    if (rest % 10 == 0) return arena_print(arena, "%d.%d", whole, rest / 10);
    return arena_print(arena, "%d.%02d", whole, rest);
}

const char *person_label(const Model *model, int person)
{
    const Person *staff = &model->staff[person];
    return staff->name[0] ? staff->name : staff->key;
}

static const char *hours_obstacle(const Holdings *holdings, int person, int role, Arena *arena)
{
    int free = holdings->model->staff[person].hours - holdings->hours[person];
    const char *left = hours_words(free > 0 ? free : 0, arena);
    const char *taken = hours_words(seat_hours(holdings->model, role), arena);
    return left && taken ? arena_print(arena, "has %s free of the %s hours it takes", left, taken) : NULL;
}

const char *obstacle_words(const Holdings *holdings, int person, int role, Obstacle obstacle, Arena *arena)
{
    const Model *model = holdings->model;
    int group = model->roles[role].group;
    switch (obstacle) {
    case OBSTACLE_HOURS:
        return hours_obstacle(holdings, person, role, arena);
    case OBSTACLE_GROUPS:
        return arena_print(arena, "is at the limit of %d group(s)", model->staff[person].max_groups);
    case OBSTACLE_LEADS:
        return arena_print(arena, "is at the limit of %d leading role(s)", model->staff[person].max_leads);
    case OBSTACLE_SLOT:
        return arena_print(arena, "meets at the same time with %s",
                           model->groups[clashing_group(holdings, person, group)].name);
    case OBSTACLE_ROLE_FULL:
        return "came after those who fill its seats";
    case OBSTACLE_GROUP_FULL:
        return "came after those who fill the group";
    case OBSTACLE_IN_GROUP:
        return arena_print(arena, "serves there as %s", model->roles[holdings_role_in(holdings, person, group)].name);
    case OBSTACLE_NONE:
        break;
    }
    return "has time for it";
}
