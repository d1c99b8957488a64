#include "program/person_rules.h"

#include <string.h>

const PersonRule person_rules[] = {
    [PERSON_HOURS] = {"hours", "more hours than the person has", "with fewer hours than it takes", hours_allowed,
                      hours_rows_add},
    [PERSON_MAX_GROUPS] = {"max_groups", "more groups than the person's max_groups", "with max_groups 0", max_groups_allowed,
                           max_groups_rows_add},
    [PERSON_MAX_LEADS] = {"max_leads", "more leading roles than the person's max_leads", "with max_leads 0", max_leads_allowed,
                          max_leads_rows_add},
    [PERSON_ONE_ROLE] = {"one role", "two roles in one group", NULL, one_role_allowed, one_role_rows_add},
    [PERSON_SLOTS] = {"slots", "groups that meet at the same time", NULL, slots_allowed, slots_rows_add},
    [PERSON_MUST] = {"must", "a must pin", NULL, must_allowed, must_rows_add},
};
const int n_person_rules = (int)(sizeof person_rules / sizeof *person_rules);

void person_row_open(PersonRows *rows, int64_t low, int64_t high, Origin origin)
{
    PersonRow row = {.low = low, .high = high, .rule = rows->rule, .origin = origin, .first_entry = rows->entries.n};
    if (!LIST_PUSH(rows->arena, &rows->rows, row)) rows->lost = true;
}

void person_row_entry(PersonRows *rows, int64_t pair, int64_t coefficient)
{
    if (rows->lost) return;
    PersonEntry entry = {pair, coefficient};
    if (!LIST_PUSH(rows->arena, &rows->entries, entry))
        rows->lost = true;
    else
        rows->rows.items[rows->rows.n - 1].n_entries++;
}

CadreStatus person_rows_make(PersonRows *out, const Program *program, Arena *arena, CadreError *err)
{
    *out = (PersonRows){.program = program, .arena = arena};
    for (int i = 0; i < program->n_people; i++)
        for (out->rule = 0; out->rule < n_person_rules; out->rule++) person_rules[out->rule].rows_add(out, program->person[i]);
    return out->lost ? error_no_memory(err) : CADRE_OK;
}

int program_role_obstacle(const Program *program, int person, int role)
{
    for (int rule = 0; rule < n_person_rules; rule++)
        if (person_rules[rule].alone && !person_rules[rule].allowed(program, person, &role, 1)) return rule;
    return -1;
}

bool program_bundle_allowed(const Program *program, int person, const int *roles, int n_roles)
{
    for (int i = 0; i < n_roles; i++)
        if (score_find(program->scores, person, roles[i]) < 0) return false;
    for (int rule = 0; rule < n_person_rules; rule++)
        if (!person_rules[rule].allowed(program, person, roles, n_roles)) return false;
    return true;
}

ObjectiveParts program_bundle_parts(const Program *program, int person, const int *roles, int n_roles)
{
    ObjectiveParts parts = {0};
    for (int i = 0; i < n_roles; i++) {
        int64_t pair = program_find_pair(program, person, roles[i]);
        if (pair >= 0) parts.points += program->pair_value[pair];
    }
    for (int cost = 0; cost < n_person_costs; cost++)
        for (int nth = 1; nth <= n_roles; nth++)
            person_costs[cost].add(&parts, person_costs[cost].marginal(program, person, nth));
    return parts;
}
