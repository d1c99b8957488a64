/* The sheets that only a result that mends another has. */
#include "write/csv_write.h"
#include "write/result_csv.h"

CadreStatus mending_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err)
{
    (void)model;
    const Mend *mend = &rows->mending->mend;
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "moves", "total", "bound", "proved", "gain", "points", "shortages", "short_needs", "recommended",
               "chosen");
    for (int i = 0; i < mend->n_steps; i++) {
        const MendStep *step = &mend->steps[i];
        csv_number(&csv, step->moves);
        csv_number(&csv, step->value);
        csv_number(&csv, step->bound);
        csv_word(&csv, step->bound == step->value ? "yes" : "no");
        csv_number_or_blank(&csv, i > 0 ? step->value - mend->steps[i - 1].value : 0, i > 0);
        csv_number(&csv, step->parts.points);
        csv_number(&csv, step->parts.shortages);
        csv_number(&csv, step->n_shortages);
        csv_word(&csv, i == mend->recommended ? "yes" : "no");
        csv_word(&csv, i == mend->chosen ? "yes" : "no");
        csv_end_row(&csv);
    }
    return buffer_text(text, &csv.text, err);
}

CadreStatus notices_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err)
{
    const Notices *notices = &rows->mending->notices;
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "person", "name", "email", "site", "change", "group", "role", "note");
    for (int i = 0; i < notices->n; i++) {
        const Notice *notice = &notices->items[i];
        const Person *person = &model->staff[notice->person];
        csv_text(&csv, person->key);
        csv_text(&csv, person->name);
        csv_text(&csv, person->email);
        csv_text(&csv, person->site < 0 ? "" : model->sites[person->site].name);
        csv_word(&csv, notice_kind_name(notice->kind));
        csv_text(&csv, notice->group);
        csv_text(&csv, notice->role);
        csv_text(&csv, notice->note);
        csv_end_row(&csv);
    }
    return buffer_text(text, &csv.text, err);
}

/* The limit on changes that the result keeps. */
CadreStatus mending_scenario_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err)
{
    (void)rows;
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "sheet", "key", "column", "value");
    if (model->settings.max_changes != NO_LIMIT) {
        csv_word(&csv, "settings");
        csv_word(&csv, "max_changes");
        csv_word(&csv, "value");
        csv_number(&csv, model->settings.max_changes);
        csv_end_row(&csv);
    }
    return buffer_text(text, &csv.text, err);
}
