/* One role per group. */
#include "program/person_rules.h"

bool one_role_allowed(const Program *program, int person, const int *roles, int n_roles)
{
    (void)person;
    const Role *all = program->model->roles;
    for (int i = 0; i < n_roles; i++)
        for (int k = 0; k < i; k++)
            if (all[roles[i]].group == all[roles[k]].group) return false;
    return true;
}

void one_role_rows_add(PersonRows *rows, int person)
{
    const Program *program = rows->program;
    const Role *all = program->model->roles;
    int rank = program->person_rank[person];
    int64_t begin = program->first_pair[rank], end = program->first_pair[rank + 1];
    for (int64_t pair = begin; pair < end;) { /* the pairs of one group lie side by side */
        int group = all[program->pair_role[pair]].group;
        int64_t next = pair + 1;
        while (next < end && all[program->pair_role[next]].group == group) next++;
        if (next - pair > 1) {
            person_row_open(rows, INT64_MIN, 1, program->model->groups[group].origin);
            for (int64_t at = pair; at < next; at++) person_row_entry(rows, at, 1);
        }
        pair = next;
    }
}
