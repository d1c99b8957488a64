/* Nobody sits in two groups that meet at the same time. Two intervals overlap exactly where the start of one lies in the other,
 * so a row for each start, over all groups that meet then, says as much as a row for each pair of groups, and binds tighter. */
#include "program/person_rules.h"

bool slots_allowed(const Program *program, int person, const int *roles, int n_roles)
{
    (void)person;
    const Model *model = program->model;
    for (int i = 0; i < n_roles; i++)
        for (int k = 0; k < i; k++)
            if (model->roles[roles[i]].group != model->roles[roles[k]].group &&
                model_groups_clash(model, model->roles[roles[i]].group, model->roles[roles[k]].group))
                return false;
    return true;
}

static bool slot_meets_at(const Slot *slot, const Slot *start)
{
    if (slot->day < 0 || start->day < 0) return slot->day < 0 && start->day < 0 && slot->text == start->text;
    return slot->day == start->day && slot->start <= start->start && start->start < slot->end;
}

static bool group_meets_at(const Model *model, int group, const Slot *start)
{
    const Group *at = &model->groups[group];
    for (int slot = at->first_slot; slot < at->first_slot + at->n_slots; slot++)
        if (slot_meets_at(&model->slots[slot], start)) return true;
    return false;
}

/* The slots of the groups of pairs begin .. pair that begin (or read) as `start` does have been taken already. */
static bool start_taken(const PersonRows *rows, int64_t begin, int64_t pair, int slot)
{
    const Program *program = rows->program;
    const Model *model = program->model;
    const Slot *start = &model->slots[slot];
    for (int64_t at = begin; at <= pair; at++) {
        const Group *group = &model->groups[model->roles[program->pair_role[at]].group];
        for (int i = group->first_slot; i < group->first_slot + group->n_slots && i != slot; i++) {
            const Slot *other = &model->slots[i];
            if (other->day == start->day && (start->day < 0 ? other->text == start->text : other->start == start->start))
                return true;
        }
    }
    return false;
}

static void start_row_add(PersonRows *rows, int64_t begin, int64_t end, const Slot *start)
{
    const Program *program = rows->program;
    const Model *model = program->model;
    int group_first = -1, n_groups = 0;
    for (int64_t pair = begin; pair < end; pair++) {
        int group = model->roles[program->pair_role[pair]].group;
        if (group == group_first || !group_meets_at(model, group, start)) continue;
        group_first = group;
        n_groups++;
    }
    if (n_groups < 2) return;
    person_row_open(rows, INT64_MIN, 1, model->groups[group_first].origin);
    for (int64_t pair = begin; pair < end; pair++)
        if (group_meets_at(model, model->roles[program->pair_role[pair]].group, start)) person_row_entry(rows, pair, 1);
}

void slots_rows_add(PersonRows *rows, int person)
{
    const Program *program = rows->program;
    const Model *model = program->model;
    int rank = program->person_rank[person], group_before = -1;
    int64_t begin = program->first_pair[rank], end = program->first_pair[rank + 1];
    for (int64_t pair = begin; pair < end; pair++) {
        int group = model->roles[program->pair_role[pair]].group;
        if (group == group_before) continue;
        group_before = group;
        const Group *at = &model->groups[group];
        for (int slot = at->first_slot; slot < at->first_slot + at->n_slots; slot++)
            if (!start_taken(rows, begin, pair, slot)) start_row_add(rows, begin, end, &model->slots[slot]);
    }
}
