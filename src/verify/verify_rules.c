/* verify_rules.c: the absolute rules about one person, each told at a row of assignments.csv that it concerns. */
#include "verify/verify_cells.h"

static const Role *seat_role(const Judge *judge, int seat) { return &judge->model->roles[judge->seats[seat].role]; }

static void fail_seat(Judge *judge, int seat, int column, const char *wrong, const char *expected)
{
    VERIFY_FAIL(judge, &judge->files->assignments, judge->seats[seat].row, column, "%s; expected %s", wrong, expected);
}

static void check_open(Judge *judge, int seat)
{
    Seat at = judge->seats[seat];
    const char *why = verify_barred(judge, at.person, at.role);
    if (why) fail_seat(judge, seat, SEAT_PERSON, why, "only people to whom the role is open");
}

/* Told at the last of the person's rows. */
static void check_limits(Judge *judge, int person)
{
    const Table *table = &judge->files->assignments;
    const Buckets *of = &judge->seats_of_person;
    if (of->first[person] == of->first[person + 1]) return;
    int row = judge->seats[of->items[of->first[person + 1] - 1]].row;
    const Person *who = &judge->model->staff[person];
    PersonTotals totals = verify_person_totals(judge, person);
    char used[NUMBER_SIZE], most[NUMBER_SIZE];
    if (totals.hours > who->hours)
        VERIFY_FAIL(judge, table, row, SEAT_PERSON, "%s has %s hours; expected %s at most", verify_show(judge, who->key),
                    verify_hours_text(used, totals.hours), verify_hours_text(most, who->hours));
    if (totals.groups > who->max_groups)
        VERIFY_FAIL(judge, table, row, SEAT_PERSON, "%s is in %d groups; expected %d at most", verify_show(judge, who->key),
                    totals.groups, who->max_groups);
    if (totals.leads > who->max_leads)
        VERIFY_FAIL(judge, table, row, SEAT_PERSON, "%s has %d leading roles; expected %d at most",
                    verify_show(judge, who->key), totals.leads, who->max_leads);
}

static bool slots_meet(const Slot *one, const Slot *two)
{
    if (one->day < 0 || two->day < 0) return one->day == two->day && one->text == two->text;
    int begin = one->start > two->start ? one->start : two->start, end = one->end < two->end ? one->end : two->end;
    return one->day == two->day && begin < end;
}

/* The first slot in which two groups both meet, or NULL. */
static const Slot *common_slot(const Model *model, const Group *one, const Group *two)
{
    for (int i = one->first_slot; i < one->first_slot + one->n_slots; i++)
        for (int j = two->first_slot; j < two->first_slot + two->n_slots; j++)
            if (slots_meet(&model->slots[i], &model->slots[j])) return &model->slots[i];
    return NULL;
}

/* A seat against an earlier one of the same person. */
static void check_two(Judge *judge, int seat, int earlier)
{
    const Table *table = &judge->files->assignments;
    const Model *model = judge->model;
    int group = seat_role(judge, seat)->group, other = seat_role(judge, earlier)->group;
    if (group == other) {
        fail_seat(judge, seat, SEAT_ROLE, "this person has another role in this group", "one role per group");
        return;
    }
    const Slot *slot = common_slot(model, &model->groups[group], &model->groups[other]);
    if (slot)
        VERIFY_FAIL(judge, table, judge->seats[seat].row, SEAT_GROUP, "%s meets at the time of %s (%s); expected no overlap",
                    verify_show(judge, model->groups[group].name), verify_show(judge, model->groups[other].name),
                    verify_show(judge, slot->name));
}

static void check_must_pins(Judge *judge, int person)
{
    const Model *model = judge->model;
    const Buckets *pins = &judge->pins_of_person, *seats = &judge->seats_of_person;
    for (int i = pins->first[person]; i < pins->first[person + 1]; i++) {
        const Pin *pin = &model->pins[pins->items[i]];
        if (pin->rule != PIN_MUST) continue;
        bool met = false;
        for (int k = seats->first[person]; k < seats->first[person + 1] && !met; k++)
            for (int role = pin->first_role; role < pin->first_role + pin->n_roles && !met; role++)
                met = model->pin_roles[role] == judge->seats[seats->items[k]].role;
        if (!met)
            VERIFY_FAIL_FILE(
                judge, judge->files->assignments.file, "%s has no role that the must pin at %s:%d names; expected one",
                verify_show(judge, model->staff[person].key), pin->origin.file ? pin->origin.file : "", pin->origin.line);
    }
}

void verify_people_rules(Judge *judge)
{
    const Buckets *of = &judge->seats_of_person;
    for (int person = 0; person < judge->model->n_staff; person++) {
        check_limits(judge, person);
        for (int i = of->first[person]; i < of->first[person + 1]; i++) {
            check_open(judge, of->items[i]);
            for (int k = of->first[person]; k < i; k++) check_two(judge, of->items[i], of->items[k]);
        }
        check_must_pins(judge, person);
    }
}
