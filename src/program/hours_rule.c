/* A person's hours: the group's and the role's of all that the person does. The row is divided by what all hours share, and its
 * right side rounded down, which makes it tighter. */
#include "program/person_rules.h"

static int64_t role_hours(const Model *model, int role)
{
    return (int64_t)model->groups[model->roles[role].group].hours + model->roles[role].hours;
}

bool hours_allowed(const Program *program, int person, const int *roles, int n_roles)
{
    int64_t used = 0;
    for (int i = 0; i < n_roles; i++) used += role_hours(program->model, roles[i]);
    return used <= program->model->staff[person].hours;
}

void hours_rows_add(PersonRows *rows, int person)
{
    const Program *program = rows->program;
    const Person *at = &program->model->staff[person];
    int rank = program->person_rank[person];
    int64_t all = 0, shared = 0;
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++) {
        int64_t hours = role_hours(program->model, program->pair_role[pair]);
        all += hours;
        shared = program_common_divisor(hours, shared);
    }
    if (all <= at->hours || shared == 0) return;
    person_row_open(rows, INT64_MIN, at->hours / shared, at->origin);
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++) {
        int64_t hours = role_hours(program->model, program->pair_role[pair]);
        if (hours > 0) person_row_entry(rows, pair, hours / shared);
    }
}
