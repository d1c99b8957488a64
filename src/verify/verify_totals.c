/* verify_totals.c: groups.csv and people.csv row by row, and the parts of the objective. */
#include "verify/verify_cells.h"

enum { GROUP_SITE = 1, GROUP_SIZE, GROUP_LEADS, GROUP_POINTS_MEAN, GROUP_POINTS_MIN, GROUP_SHORTAGES };
enum { PEOPLE_NAME = 1, PEOPLE_SITE, PEOPLE_GROUPS, PEOPLE_LEADS, PEOPLE_HOURS, PEOPLE_HOURS_LEFT, PEOPLE_BEST_POINTS };

typedef struct GroupTotals {
    int size, leads;
    int points_min; /* -1 where empty */
    int64_t points;
} GroupTotals;

static GroupTotals group_totals(const Judge *judge, int group)
{
    const Model *model = judge->model;
    const Group *of = &model->groups[group];
    const Buckets *seats = &judge->seats_of_role;
    GroupTotals totals = {.points_min = -1};
    for (int i = seats->first[of->first_role]; i < seats->first[of->first_role + of->n_roles]; i++) {
        const Seat *seat = &judge->seats[seats->items[i]];
        totals.size++;
        totals.leads += model->roles[seat->role].leads;
        totals.points += seat->points;
        if (totals.points_min < 0 || seat->points < totals.points_min) totals.points_min = seat->points;
    }
    return totals;
}

void verify_groups_check(Judge *judge)
{
    const Model *model = judge->model;
    const Table *table = &judge->files->groups;
    const int *rows = verify_group_rows(judge, table);
    for (int group = 0; rows && group < model->n_groups; group++) {
        int row = rows[group];
        if (row < 0) continue;
        GroupTotals totals = group_totals(judge, group);
        verify_cell_text(judge, table, row, GROUP_SITE, verify_site_text(model, model->groups[group].site));
        verify_cell_number(judge, table, row, GROUP_SIZE, totals.size);
        verify_cell_number(judge, table, row, GROUP_LEADS, totals.leads);
        verify_cell_points(judge, table, row, GROUP_POINTS_MEAN, totals.size ? (int)(totals.points / totals.size) : -1);
        verify_cell_points(judge, table, row, GROUP_POINTS_MIN, totals.points_min);
        verify_cell_number(judge, table, row, GROUP_SHORTAGES, judge->group_cost[group]);
    }
}

PersonTotals verify_person_totals(const Judge *judge, int person)
{
    const Model *model = judge->model;
    const Buckets *seats = &judge->seats_of_person;
    PersonTotals totals = {0};
    int last_group = -1; /* a person's seats are in the order of groups */
    for (int i = seats->first[person]; i < seats->first[person + 1]; i++) {
        const Role *role = &model->roles[judge->seats[seats->items[i]].role];
        totals.roles++;
        totals.groups += role->group != last_group;
        totals.leads += role->leads;
        totals.hours += role->hours + model->groups[role->group].hours;
        last_group = role->group;
    }
    return totals;
}

/* best: as verify_best_points. */
static void check_person(Judge *judge, int person, int row, int best)
{
    const Table *table = &judge->files->people;
    const Person *who = &judge->model->staff[person];
    PersonTotals totals = verify_person_totals(judge, person);
    verify_cell_text(judge, table, row, PEOPLE_NAME, who->name);
    verify_cell_text(judge, table, row, PEOPLE_SITE, verify_site_text(judge->model, who->site));
    verify_cell_number(judge, table, row, PEOPLE_GROUPS, totals.groups);
    verify_cell_number(judge, table, row, PEOPLE_LEADS, totals.leads);
    verify_cell_hours(judge, table, row, PEOPLE_HOURS, totals.hours);
    verify_cell_hours(judge, table, row, PEOPLE_HOURS_LEFT, who->hours - totals.hours);
    verify_cell_points(judge, table, row, PEOPLE_BEST_POINTS, best);
}

void verify_people_check(Judge *judge)
{
    int n_staff = judge->model->n_staff;
    const int *rows = verify_person_rows(judge, &judge->files->people);
    int *best = ARENA_ARRAY(judge->arena, int, n_staff);
    if (!rows || !best) {
        judge->no_memory = true;
        return;
    }
#pragma omp parallel for schedule(dynamic, 16)
    for (int person = 0; person < n_staff; person++) best[person] = verify_best_points(judge, person, NULL);
    for (int person = 0; person < n_staff; person++)
        if (rows[person] >= 0) check_person(judge, person, rows[person], best[person]);
}

void verify_parts_compute(Judge *judge)
{
    const Model *model = judge->model;
    for (int i = 0; i < judge->n_seats; i++)
        judge->parts.points += (int64_t)judge->seats[i].points * model->roles[judge->seats[i].role].weight;
    for (int person = 0; person < model->n_staff; person++) {
        int64_t roles = verify_person_totals(judge, person).roles;
        if (roles > 0 && model->staff[person].answered) judge->parts.everyone += model->settings.everyone;
        judge->parts.extra_load += model->settings.extra_load * (roles * (roles - 1) / 2);
    }
}
