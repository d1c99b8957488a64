#include "write/result_csv.h"

#include "explain/veil.h"
#include "write/csv_write.h"

static const char *site_name(const Model *model, int site) { return site < 0 ? "" : model->sites[site].name; }

static void add_person(CsvWriter *csv, const Model *model, int person)
{
    const Person *staff = &model->staff[person];
    csv_text(csv, staff->key);
    csv_text(csv, staff->name);
    csv_text(csv, site_name(model, staff->site));
}

static CadreStatus assignments_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena,
                                    CadreError *err)
{
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "person", "name", "site", "group", "role", "leads", "points", "fit", "interest", "growth", "continuity",
               "reason");
    for (int i = 0; i < rows->n_assignments; i++) {
        const AssignmentRow *row = &rows->assignments[i];
        const Role *role = &model->roles[row->role];
        add_person(&csv, model, row->person);
        csv_text(&csv, model->groups[role->group].name);
        csv_text(&csv, role->name);
        csv_word(&csv, role->leads ? "yes" : "no");
        csv_number(&csv, row->points);
        csv_number_or_blank(&csv, row->parts.fit, row->parts.fit >= 0);
        csv_number_or_blank(&csv, row->parts.interest, row->parts.interest >= 0);
        csv_number_or_blank(&csv, row->parts.growth, row->parts.growth >= 0);
        csv_number_or_blank(&csv, row->parts.continuity, row->parts.continuity >= 0);
        csv_text(&csv, row->reason);
        csv_end_row(&csv);
    }
    return buffer_text(text, &csv.text, err);
}

static CadreStatus groups_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "group", "site", "size", "leads", "points_mean", "points_min", "shortages");
    for (int i = 0; i < rows->n_groups; i++) {
        const GroupRow *row = &rows->groups[i];
        csv_text(&csv, model->groups[row->group].name);
        csv_text(&csv, site_name(model, model->groups[row->group].site));
        csv_number(&csv, row->size);
        csv_number(&csv, row->leads);
        csv_number_or_blank(&csv, row->points_mean, row->points_mean >= 0);
        csv_number_or_blank(&csv, row->points_min, row->points_min >= 0);
        csv_number(&csv, row->shortages);
        csv_end_row(&csv);
    }
    return buffer_text(text, &csv.text, err);
}

static CadreStatus people_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "person", "name", "site", "groups", "leads", "hours", "hours_left", "best_points", "reason");
    for (int i = 0; i < rows->n_people; i++) {
        const PersonRow *row = &rows->people[i];
        add_person(&csv, model, row->person);
        csv_number(&csv, row->groups);
        csv_number(&csv, row->leads);
        csv_hundredths(&csv, row->hours);
        csv_hundredths(&csv, row->hours_left);
        csv_number_or_blank(&csv, row->best_points, row->best_points >= 0);
        csv_text(&csv, row->reason);
        csv_end_row(&csv);
    }
    return buffer_text(text, &csv.text, err);
}

static const char *const kind_names[] = {
    [SHORTAGE_ROLE] = "role", [SHORTAGE_SIZE] = "size", [SHORTAGE_COVERAGE] = "coverage", [SHORTAGE_MIX] = "mix"};

static void add_shortage(CsvWriter *csv, const Model *model, const ShortageRow *row)
{
    const Shortage *at = &row->shortage;
    csv_word(csv, kind_names[at->kind]);
    csv_text(csv, model->groups[at->group].name);
    csv_text(csv, site_name(model, model->groups[at->group].site));
    csv_text(csv, at->role < 0 ? "" : model->roles[at->role].name);
    csv_text(csv, at->skill < 0 ? "" : names_get(model->skills, at->skill));
    csv_number_or_blank(csv, at->level, at->skill >= 0);
    csv_text(csv, at->field < 0 ? "" : names_get(model->fields, at->field));
    csv_text(csv, at->field < 0 ? "" : names_get(model->field_values[at->field], at->value));
    csv_number(csv, at->needed);
    csv_number(csv, at->have);
    csv_number(csv, at->cost);
    csv_text(csv, row->repair);
    csv_end_row(csv);
}

static CadreStatus shortages_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "kind", "group", "site", "role", "skill", "level", "field", "value", "needed", "have", "cost", "repair");
    for (int i = 0; i < rows->n_shortages; i++) add_shortage(&csv, model, &rows->shortages[i]);
    return buffer_text(text, &csv.text, err);
}

/* Tenths of one per cent. */
static void add_percent(CsvWriter *csv, int tenths)
{
    if (tenths < 0)
        csv_blank(csv);
    else
        csv_hundredths(csv, 10 * tenths);
}

static CadreStatus leading_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err)
{
    const LeadingTable *table = &rows->leading;
    bool told = true;
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "field", "value", "staff", "leaders", "leading_roles", "staff_percent", "leading_percent");
    for (int i = 0; i < table->rows.n; i++) {
        const LeadingRow *row = &table->rows.items[i];
        if (i == 0 || row->field != table->rows.items[i - 1].field) told = !veil_hides_field(model, table, row->field);
        csv_text(&csv, names_get(model->fields, row->field));
        csv_text(&csv, row->value);
        csv_number_or_blank(&csv, row->staff, told);
        csv_number_or_blank(&csv, row->leaders, told);
        csv_number_or_blank(&csv, row->leading_roles, told);
        add_percent(&csv, told ? leading_share(row->staff, table->staff) : -1);
        add_percent(&csv, told ? leading_share(row->leading_roles, table->leading_roles) : -1);
        csv_end_row(&csv);
    }
    return buffer_text(text, &csv.text, err);
}

const ResultSheet result_sheets[RESULT_SHEETS] = {
    {"assignments.csv", false, assignments_text}, {"groups.csv", false, groups_text},
    {"people.csv", false, people_text},           {"shortages.csv", false, shortages_text},
    {"leading.csv", false, leading_text},         {"mending.csv", true, mending_text},
    {"notices.csv", true, notices_text},          {"scenario.csv", true, mending_scenario_text},
};
