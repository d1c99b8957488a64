/* A must pin: the person holds at least one of the roles that it names and that are open to the person. */
#include "program/person_rules.h"

static bool pin_names(const Model *model, const Pin *pin, int role)
{
    for (int i = 0; i < pin->n_roles; i++)
        if (model->pin_roles[pin->first_role + i] == role) return true;
    return false;
}

static bool pin_kept(const Model *model, const Pin *pin, const int *roles, int n_roles)
{
    for (int i = 0; i < n_roles; i++)
        if (pin_names(model, pin, roles[i])) return true;
    return false;
}

bool must_allowed(const Program *program, int person, const int *roles, int n_roles)
{
    for (int i = program->first_must[person]; i < program->first_must[person + 1]; i++)
        if (!pin_kept(program->model, &program->model->pins[program->musts[i]], roles, n_roles)) return false;
    return true;
}

void must_rows_add(PersonRows *rows, int person)
{
    const Program *program = rows->program;
    for (int i = program->first_must[person]; i < program->first_must[person + 1]; i++) {
        const Pin *pin = &program->model->pins[program->musts[i]];
        person_row_open(rows, 1, INT64_MAX, pin->origin);
        for (int k = 0; k < pin->n_roles; k++) {
            int64_t pair = program_find_pair(program, person, program->model->pin_roles[pin->first_role + k]);
            if (pair >= 0) person_row_entry(rows, pair, 1);
        }
    }
}
