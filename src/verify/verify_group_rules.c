/* verify_group_rules.c: the absolute rules about a group, pairs, and the number of changes. */
#include "verify/verify_cells.h"

#include <inttypes.h>

int verify_role_size(const Judge *judge, int role)
{
    return judge->seats_of_role.first[role + 1] - judge->seats_of_role.first[role];
}

int verify_group_size(const Judge *judge, int group)
{
    const Group *of = &judge->model->groups[group];
    int size = 0;
    for (int role = of->first_role; role < of->first_role + of->n_roles; role++) size += verify_role_size(judge, role);
    return size;
}

int verify_seat_in_group(const Judge *judge, int person, int group)
{
    const Buckets *of = &judge->seats_of_person;
    for (int i = of->first[person]; i < of->first[person + 1]; i++)
        if (judge->model->roles[judge->seats[of->items[i]].role].group == group) return of->items[i];
    return -1;
}

static bool was_before(const Judge *judge, const Seat *seat)
{
    const Model *model = judge->model;
    const Buckets *of = model->mends ? &judge->held_of_person : &judge->previous_of_person;
    const PreviousAssignment *rows = model->mends ? model->held : model->previous;
    for (int i = of->first[seat->person]; i < of->first[seat->person + 1]; i++)
        if (rows[of->items[i]].role == seat->role) return true;
    return false;
}

int64_t verify_changes(const Judge *judge)
{
    int64_t changes = 0;
    for (int i = 0; i < judge->n_seats; i++) changes += !was_before(judge, &judge->seats[i]);
    return changes;
}

static void check_role_max(Judge *judge, int role)
{
    const Role *of = &judge->model->roles[role];
    int size = verify_role_size(judge, role);
    if (size <= of->max) return;
    int last = judge->seats_of_role.items[judge->seats_of_role.first[role + 1] - 1];
    VERIFY_FAIL(judge, &judge->files->assignments, judge->seats[last].row, SEAT_ROLE,
                "%s of %s has %d holders; expected %d at most", verify_show(judge, of->name),
                verify_show(judge, judge->model->groups[of->group].name), size, of->max);
}

/* The last row of a group that has one. */
static int last_row(const Judge *judge, int group)
{
    const Group *of = &judge->model->groups[group];
    const Buckets *seats = &judge->seats_of_role;
    int last = -1;
    for (int i = seats->first[of->first_role]; i < seats->first[of->first_role + of->n_roles]; i++)
        if (judge->seats[seats->items[i]].row > last) last = judge->seats[seats->items[i]].row;
    return last;
}

static void check_max_size(Judge *judge, int group)
{
    const Group *of = &judge->model->groups[group];
    int size = verify_group_size(judge, group);
    if (size > of->max_size)
        VERIFY_FAIL(judge, &judge->files->assignments, last_row(judge, group), SEAT_GROUP,
                    "%s has %d members; expected %d at most", verify_show(judge, of->name), size, of->max_size);
}

static bool can_join(const Judge *judge, int person, int group)
{
    const Group *of = &judge->model->groups[group];
    for (int role = of->first_role; role < of->first_role + of->n_roles; role++)
        if (!verify_barred(judge, person, role)) return true;
    return false;
}

static void check_apart(Judge *judge, const Pair *pair, int seat, int other)
{
    const Model *model = judge->model;
    int row = judge->seats[seat].row > judge->seats[other].row ? judge->seats[seat].row : judge->seats[other].row;
    VERIFY_FAIL(judge, &judge->files->assignments, row, SEAT_GROUP, "%s and %s are both in %s; expected them apart",
                verify_show(judge, model->staff[pair->person].key), verify_show(judge, model->staff[pair->other].key),
                verify_show(judge, model->groups[pair->group].name));
}

/* One of the two has a seat; void where the other cannot join the group at all. */
static void check_together(Judge *judge, const Pair *pair, int seat)
{
    const Model *model = judge->model;
    int absent = judge->seats[seat].person == pair->person ? pair->other : pair->person;
    if (!can_join(judge, absent, pair->group)) return;
    VERIFY_FAIL(judge, &judge->files->assignments, judge->seats[seat].row, SEAT_GROUP,
                "%s is not in %s; expected %s and %s together or neither", verify_show(judge, model->staff[absent].key),
                verify_show(judge, model->groups[pair->group].name), verify_show(judge, model->staff[pair->person].key),
                verify_show(judge, model->staff[pair->other].key));
}

static void check_pair(Judge *judge, const Pair *pair)
{
    int seat = verify_seat_in_group(judge, pair->person, pair->group);
    int other = verify_seat_in_group(judge, pair->other, pair->group);
    if (!pair->together && seat >= 0 && other >= 0) check_apart(judge, pair, seat, other);
    if (pair->together && (seat >= 0) != (other >= 0)) check_together(judge, pair, seat >= 0 ? seat : other);
}

void verify_group_rules(Judge *judge)
{
    const Model *model = judge->model;
    for (int role = 0; role < model->n_roles; role++) check_role_max(judge, role);
    for (int group = 0; group < model->n_groups; group++) check_max_size(judge, group);
    for (int i = 0; i < model->n_pairs; i++) check_pair(judge, &model->pairs[i]);
    int64_t changes = model->mends || model->has_previous ? verify_changes(judge) : 0;
    if (changes > model->settings.max_changes)
        VERIFY_FAIL_FILE(judge, judge->files->assignments.file,
                         "%" PRId64 " assignments are not in %s; expected %d at most (max_changes)", changes,
                         model->mends ? "the result that is mended" : "previous.csv", model->settings.max_changes);
}
