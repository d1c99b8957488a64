/* pins_read.c: pins.csv -> pins, each with all the roles it is about. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/plan_reader.h"

typedef struct PinsWork {
    PlanReader *reader;
    LIST(Pin) pins;
    LIST(int) roles;
} PinsWork;

static bool read_rule(PinRule *rule, const PlanReader *reader, PlanRow row)
{
    static const struct {
        const char *name;
        PinRule rule;
    } rules[] = {{"must", PIN_MUST}, {"never", PIN_NEVER}, {"prefer", PIN_PREFER}};
    const char *text = row_cell(row, PINS_RULE), *key = text_name_key(reader->scratch, text);
    for (size_t i = 0; key && i < sizeof rules / sizeof *rules; i++)
        if (strcmp(key, rules[i].name) == 0) {
            *rule = rules[i].rule;
            return true;
        }
    if (*text)
        messages_add(reader->messages, CADRE_ERROR, row_origin(row, PINS_RULE),
                     "\"rule\" is \"%s\"; expected must, never or prefer", text);
    return false;
}

/* Whether a pin on this selection is about the group: of an `each` group only about the person's own copy, unless the copy
 * itself is named. */
static bool concerns(const PlanReader *reader, const Selection *selection, int group_index, int person)
{
    const Group *group = &reader->model->groups[group_index];
    return !group_is_copy(group) || selection->rank == RANK_COPY || group->site == reader->model->staff[person].site;
}

/* Whether a group that the row names has the role, be it one that the person cannot join. */
static bool role_is_there(const PlanReader *reader, const Selection *selection, int role_name)
{
    for (int i = 0; i < selection->n; i++)
        if (plan_find_role(reader, selection->groups[i], role_name) >= 0) return true;
    return false;
}

/* A pin about nothing. A must that nothing can meet is an error; another rule just has nothing to do. */
static void report_void(const PlanReader *reader, PlanRow row, const Pin *pin)
{
    int site = reader->model->staff[pin->person].site;
    const char *role = row_cell(row, PINS_ROLE);
    messages_add(reader->messages, pin->rule == PIN_MUST ? CADRE_ERROR : CADRE_WARNING, row_origin(row, PINS_GROUP),
                 "\"%s\" has no copy%s%s%s for \"%s\", whose site is %s; expected a group that the person may join",
                 row_cell(row, PINS_GROUP), *role ? " with the role \"" : "", role, *role ? "\"" : "",
                 row_cell(row, PINS_PERSON), site < 0 ? "unknown" : reader->model->sites[site].name);
}

/* The roles that the pin is about into work->roles; role_name -1: any. */
static bool add_roles(PinsWork *work, Pin *pin, const Selection *selection, int role_name)
{
    const PlanReader *reader = work->reader;
    pin->first_role = work->roles.n;
    for (int i = 0; i < selection->n; i++) {
        const Group *group = &reader->model->groups[selection->groups[i]];
        if (!concerns(reader, selection, selection->groups[i], pin->person)) continue;
        for (int role = group->first_role; role < group->first_role + group->n_roles; role++)
            if ((role_name < 0 || reader->role_name[role] == role_name) && !LIST_PUSH(reader->arena, &work->roles, role))
                return false;
    }
    pin->n_roles = work->roles.n - pin->first_role;
    return true;
}

static CadreStatus read_row(PinsWork *work, PlanRow row)
{
    PlanReader *reader = work->reader;
    const char *role_text = row_cell(row, PINS_ROLE);
    int role_name = *role_text ? names_find(reader->role_names, role_text) : -1;
    Pin pin = {.origin = row_origin(row, PINS_PERSON)};
    Selection selection;
    bool ruled = read_rule(&pin.rule, reader, row);
    pin.person = plan_person(reader, row, PINS_PERSON);
    if (!plan_select(&selection, reader, row, PINS_GROUP)) return CADRE_OK;
    if (*role_text && selection.n > 0 && (role_name < 0 || !role_is_there(reader, &selection, role_name))) {
        plan_no_such_role(reader, row, PINS_GROUP, PINS_ROLE);
        return CADRE_OK;
    }
    if (pin.person < 0 || !ruled) return CADRE_OK;
    if (!add_roles(work, &pin, &selection, role_name)) return error_no_memory(reader->err);
    if (pin.n_roles == 0)
        report_void(reader, row, &pin);
    else if (!LIST_PUSH(reader->arena, &work->pins, pin))
        return error_no_memory(reader->err);
    return CADRE_OK;
}

/* A pin with its roles at hand. */
typedef struct PinEntry {
    Pin pin;
    const int *roles;
} PinEntry;

static int by_person_rule_roles(const void *left, const void *right)
{
    const PinEntry *a = left, *b = right;
    int order = plan_compare(a->pin.person, b->pin.person);
    if (!order) order = plan_compare((int)a->pin.rule, (int)b->pin.rule);
    for (int i = 0; !order && i < a->pin.n_roles && i < b->pin.n_roles; i++) order = plan_compare(a->roles[i], b->roles[i]);
    if (!order) order = plan_compare(a->pin.n_roles, b->pin.n_roles);
    return order ? order : plan_compare(a->pin.origin.line, b->pin.origin.line);
}

/* The pins in an order of their own, their roles in that order too. */
static CadreStatus store_pins(PinsWork *work)
{
    PlanReader *reader = work->reader;
    Model *model = reader->model;
    PinEntry *entries = ARENA_ARRAY(reader->scratch, PinEntry, work->pins.n);
    model->pins = ARENA_ARRAY(reader->arena, Pin, work->pins.n);
    model->pin_roles = ARENA_ARRAY(reader->arena, int, work->roles.n);
    if (!entries || !model->pins || !model->pin_roles) return error_no_memory(reader->err);
    for (int i = 0; i < work->pins.n; i++)
        entries[i] = (PinEntry){work->pins.items[i], work->roles.items + work->pins.items[i].first_role};
    if (work->pins.n) qsort(entries, (size_t)work->pins.n, sizeof *entries, by_person_rule_roles);
    for (int i = 0; i < work->pins.n; i++) {
        Pin *pin = &model->pins[model->n_pins++];
        *pin = entries[i].pin;
        pin->first_role = model->n_pin_roles;
        for (int j = 0; j < pin->n_roles; j++) model->pin_roles[model->n_pin_roles++] = entries[i].roles[j];
    }
    return CADRE_OK;
}

CadreStatus pins_read(PlanReader *reader)
{
    PinsWork work = {.reader = reader};
    for (int row = 0; row < plan_n_rows(reader, SHEET_PINS); row++) TRY(read_row(&work, plan_row(reader, SHEET_PINS, row)));
    return store_pins(&work);
}
