/* How many groups a person may serve in, and in how many the person may lead. */
#include "program/person_rules.h"

bool max_groups_allowed(const Program *program, int person, const int *roles, int n_roles)
{
    (void)roles;
    return n_roles <= program->model->staff[person].max_groups;
}

bool max_leads_allowed(const Program *program, int person, const int *roles, int n_roles)
{
    int leads = 0;
    for (int i = 0; i < n_roles; i++) leads += program->model->roles[roles[i]].leads;
    return leads <= program->model->staff[person].max_leads;
}

/* At most `limit` of the person's pairs, of all or of those that lead. */
static void limit_add(PersonRows *rows, int person, int limit, bool leading_only)
{
    const Program *program = rows->program;
    int rank = program->person_rank[person];
    int n = 0;
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++)
        n += !leading_only || program->model->roles[program->pair_role[pair]].leads;
    if (n <= limit) return;
    person_row_open(rows, INT64_MIN, limit, program->model->staff[person].origin);
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++)
        if (!leading_only || program->model->roles[program->pair_role[pair]].leads) person_row_entry(rows, pair, 1);
}

void max_groups_rows_add(PersonRows *rows, int person)
{
    limit_add(rows, person, rows->program->model->staff[person].max_groups, false);
}

void max_leads_rows_add(PersonRows *rows, int person)
{
    limit_add(rows, person, rows->program->model->staff[person].max_leads, true);
}
