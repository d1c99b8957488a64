/* Messages about input, so in the words of the sheets: what contradicts itself, and which change of a row would do. */
#include <string.h>

#include "base/text_buffer.h"
#include "program/contradictions.h"
#include "solve/clashes.h"

typedef struct Report {
    const RuleRows *rows;
    const Model *model;
    TextBuffer text;
} Report;

static void add_place(Report *report, Origin origin)
{
    const char *place = contradiction_place(origin, report->text.arena);
    if (!place) report->text.lost = true;
    if (place && *place) buffer_print(&report->text, " (%s)", place);
}

static const char *key_of(const Report *report, int person) { return report->model->staff[person].key; }
static const char *group_of(const Report *report, int group) { return report->model->groups[group].name; }

static void add_hours(Report *report, int64_t hundredths)
{
    buffer_print(&report->text, hundredths % 100 ? "%lld.%02lld" : "%lld", (long long)(hundredths / 100),
                 (long long)(hundredths % 100));
}

static void add_pin(Report *report, const Pin *pin)
{
    const Role *role = &report->model->roles[report->model->pin_roles[pin->first_role]];
    const Role *last = &report->model->roles[report->model->pin_roles[pin->first_role + pin->n_roles - 1]];
    buffer_print(&report->text, "\"%s\" must ", key_of(report, pin->person));
    if (pin->n_roles == 1)
        buffer_print(&report->text, "be \"%s\" of \"%s\"", role->name, group_of(report, role->group));
    else if (role->group == last->group)
        buffer_print(&report->text, "be in \"%s\"", group_of(report, role->group));
    else
        buffer_print(&report->text, "be in a group from \"%s\" to \"%s\"", group_of(report, role->group),
                     group_of(report, last->group));
}

/* A row of slots stands for the groups that meet then. */
static void add_meetings(Report *report, const RuleRow *row)
{
    int n = 0, *groups = rule_row_groups(&n, report->rows, row, report->text.arena);
    if (!groups) report->text.lost = true;
    for (int i = 0; groups && i < n; i++) {
        buffer_print(&report->text, "%s\"%s\"", i == 0 ? "" : i + 1 < n ? ", " : " and ", group_of(report, groups[i]));
        add_place(report, report->model->groups[groups[i]].origin);
    }
    buffer_print(&report->text, " meet at the same time");
}

static void add_limit(Report *report, const RuleRow *row)
{
    const Model *model = report->model;
    switch (row->kind) {
    case RULE_ROLE_MAX:
        buffer_print(&report->text, "at most %d \"%s\" of \"%s\"", model->roles[row->about].max, model->roles[row->about].name,
                     group_of(report, model->roles[row->about].group));
        break;
    case RULE_SIZE_MAX:
        buffer_print(&report->text, "at most %d in \"%s\"", model->groups[row->about].max_size, group_of(report, row->about));
        break;
    case RULE_CHANGES:
        buffer_print(&report->text, "max_changes %d", model->settings.max_changes);
        break;
    case RULE_HOURS:
        buffer_print(&report->text, "\"%s\" has hours ", key_of(report, row->about));
        add_hours(report, model->staff[row->about].hours);
        break;
    case RULE_MAX_GROUPS:
        buffer_print(&report->text, "\"%s\" has max_groups %d", key_of(report, row->about),
                     model->staff[row->about].max_groups);
        break;
    default:
        buffer_print(&report->text, "\"%s\" has max_leads %d", key_of(report, row->about), model->staff[row->about].max_leads);
    }
}

static void add_row(Report *report, const RuleRow *row)
{
    switch (row->kind) {
    case RULE_MUST:
        add_pin(report, &report->model->pins[row->about]);
        break;
    case RULE_TOGETHER:
    case RULE_APART: {
        const Pair *pair = &report->model->pairs[row->about];
        buffer_print(&report->text, "\"%s\" and \"%s\" %s in \"%s\"", key_of(report, pair->person), key_of(report, pair->other),
                     pair->together ? "together" : "apart", group_of(report, pair->group));
        break;
    }
    case RULE_SLOTS:
        add_meetings(report, row);
        return; /* the places are those of the groups */
    default:
        add_limit(report, row);
    }
    add_place(report, row->origin);
}

/* --- what would do --- */

static void add_raise(Report *report, const WayOut *way)
{
    const Model *model = report->model;
    const Without *without = &way->without;
    switch (without->kind) {
    case WITH_ROLE_MAX:
        buffer_print(&report->text, "max %d for \"%s\" of \"%s\"", without->most, model->roles[without->which].name,
                     group_of(report, model->roles[without->which].group));
        break;
    case WITH_MAX_SIZE:
        buffer_print(&report->text, "max_size %d for \"%s\"", without->most, group_of(report, without->which));
        break;
    case WITH_HOURS:
        buffer_print(&report->text, "hours ");
        add_hours(report, without->most);
        buffer_print(&report->text, " for \"%s\"", key_of(report, without->which));
        break;
    case WITH_MAX_CHANGES:
        buffer_print(&report->text, "max_changes %d", without->most);
        break;
    default:
        buffer_print(&report->text, "%s %d for \"%s\"", without->kind == WITH_MAX_GROUPS ? "max_groups" : "max_leads",
                     without->most, key_of(report, without->which));
    }
}

/* first: of those among which it stands. */
static void add_way(Report *report, const WayOut *way, const WayOut *first)
{
    const RuleRow *row = &report->rows->rows.items[way->row];
    Origin origin = row->origin;
    switch (way->without.kind) {
    case WITHOUT_PIN:
    case WITHOUT_PAIR:
        buffer_print(&report->text, "without %s", contradiction_place(origin, report->text.arena));
        break;
    case WITHOUT_MEETINGS:
        buffer_print(&report->text, "another time for \"%s\"", group_of(report, way->without.which));
        add_place(report, report->model->groups[way->without.which].origin);
        break;
    default:
        add_raise(report, way);
        add_place(report, origin);
    }
    if (!way->priced) return;
    if (way == first)
        buffer_add(&report->text, ", the best of these for the whole");
    else if (way->value == first->value)
        buffer_add(&report->text, ", as good");
    else
        buffer_print(&report->text, ", %s%lld points less", way->proved && first->proved ? "" : "about ",
                     (long long)(first->value - way->value));
}

static void add_ways(Report *report, const Clash *clash)
{
    if (clash->n_ways > 0) {
        buffer_print(&report->text, "; %s would do: ", clash->n_ways > 1 ? "any one of these" : "this");
        for (int i = 0; i < clash->n_ways; i++) {
            if (i) buffer_print(&report->text, "; or ");
            add_way(report, &clash->ways[i], &clash->ways[0]);
        }
    } else if (clash->n_together > 0) {
        buffer_print(&report->text, "; no one of them is enough to change, but to do without these together would do: ");
        for (int i = 0; i < clash->n_together; i++) {
            if (i) buffer_print(&report->text, "; and ");
            add_row(report, &report->rows->rows.items[clash->together[i]]);
        }
    }
}

/* --- the whole --- */

/* The first must pin of the clash: without one nothing contradicts itself. */
static Origin clash_place(const Report *report, const Clash *clash)
{
    Origin place = {0};
    for (int i = 0; i < clash->n_rows; i++) {
        const RuleRow *row = &report->rows->rows.items[clash->rows[i]];
        if (row->kind == RULE_MUST && (!place.file || row->origin.line < place.line)) place = row->origin;
    }
    return place;
}

static CadreStatus clash_report(const Clash *clash, const RuleRows *rows, bool more, Messages *messages, CadreError *err)
{
    Report report = {.rows = rows, .model = rows->program->model, .text = {.arena = rows->arena}};
    const char *text;
    for (int i = 0; i < clash->n_rows; i++) {
        if (i) buffer_print(&report.text, "; ");
        add_row(&report, &rows->rows.items[clash->rows[i]]);
    }
    buffer_print(&report.text, "; expected rules that can all be kept");
    if (!clash->least) buffer_print(&report.text, ", and a limit stopped the search for fewer that contradict each other");
    add_ways(&report, clash);
    if (more) buffer_print(&report.text, "; beside these, more may contradict each other");
    TRY(buffer_text(&text, &report.text, err));
    messages_add(messages, CADRE_ERROR, clash_place(&report, clash), "these rules contradict each other: %s", text);
    return CADRE_OK;
}

CadreStatus clashes_report(const Clashes *clashes, const RuleRows *rows, Messages *messages, CadreError *err)
{
    int n = clashes->clashes.n;
    for (int i = 0; i < n; i++) TRY(clash_report(&clashes->clashes.items[i], rows, clashes->more && i == n - 1, messages, err));
    return CADRE_OK;
}
