#include "write/draft_write.h"

#include "write/csv_write.h"
#include "write/json_values.h"

CadreStatus draft_sheet_text(const char **text, size_t *size, const DraftSheet *sheet, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text = {.arena = arena}};
    for (int i = 0; i < sheet->n_columns; i++) csv_word(&csv, sheet->header[i]);
    csv_end_row(&csv);
    for (int i = 0; i < sheet->cells.n; i++) {
        csv_word(&csv, sheet->cells.items[i]);
        if ((i + 1) % sheet->n_columns == 0) csv_end_row(&csv);
    }
    TRY(buffer_text(text, &csv.text, err));
    *size = (size_t)csv.text.bytes.n;
    return CADRE_OK;
}

static void add_sheets(TextBuffer *out, const Draft *draft)
{
    const char *before = "Written   ";
    for (int i = 0; i < draft->n_sheets; i++) {
        const DraftSheet *sheet = &draft->sheets[i];
        if (!sheet->changed) continue;
        int n_new = draft_rows(sheet) - sheet->n_old_rows;
        buffer_print(out, "%s%s.csv (", before, sheet->name);
        if (sheet->existed && n_new == 0)
            buffer_add(out, "completed)");
        else
            buffer_print(out, "%d %srow%s)", n_new, sheet->existed ? "more " : "", n_new == 1 ? "" : "s");
        before = ", ";
    }
    if (*before != ',') buffer_add(out, "Written   nothing");
    buffer_add_byte(out, '\n');
}

static void add_kept(TextBuffer *out, const Draft *draft)
{
    const char *before = "Kept      ";
    for (int i = 0; i < draft->n_sheets; i++) {
        if (!draft->sheets[i].existed || draft->sheets[i].changed) continue;
        buffer_print(out, "%s%s.csv", before, draft->sheets[i].name);
        before = ", ";
    }
    if (*before == ',') buffer_add_byte(out, '\n');
}

CadreStatus draft_report_text(const char **text, const Draft *draft, const char *folder, int n_doubts, Arena *arena,
                              CadreError *err)
{
    TextBuffer out = {.arena = arena};
    for (int i = 0; i < draft->found.n; i++)
        buffer_print(&out, "%-9s %s\n", draft->found.items[i].label, draft->found.items[i].text);
    add_sheets(&out, draft);
    add_kept(&out, draft);
    int n_shown = draft->doubts.n < n_doubts ? draft->doubts.n : n_doubts;
    if (n_shown > 0) buffer_print(&out, "\nLook at these first, in %s:\n", folder);
    for (int i = 0; i < n_shown; i++)
        buffer_print(&out, "  %s: %s\n", draft->doubts.items[i].label, draft->doubts.items[i].text);
    if (n_shown < draft->doubts.n)
        buffer_print(&out, "  and %d more that are less than sure; columns.csv has a row for each column\n",
                     draft->doubts.n - n_shown);
    return buffer_text(text, &out, err);
}

/* An array of n values that `make` makes; NULL without memory. */
static json_t *json_list(const Draft *draft, int n, json_t *(*make)(const Draft *, int, Arena *), Arena *arena)
{
    json_t *array = json_array();
    for (int i = 0; array && i < n; i++) {
        if (json_array_append_new(array, make(draft, i, arena)) == 0) continue;
        json_decref(array);
        array = NULL;
    }
    return array;
}

static json_t *guess_json(const Draft *draft, int i, Arena *arena)
{
    const DraftGuess *guess = &draft->guesses.items[i];
    return json_pack("{s:o, s:o, s:s, s:o, s:i}", "survey", json_lenient(guess->survey, arena), "header",
                     json_lenient(guess->header, arena), "means", guess->means, "name", json_lenient(guess->name, arena),
                     "sure", guess->sure);
}

static json_t *doubt_json(const Draft *draft, int i, Arena *arena)
{
    const DraftLine *doubt = &draft->doubts.items[i];
    return json_pack("{s:s, s:o}", "sheet", doubt->label, "text", json_lenient(doubt->text, arena));
}

static json_t *sheet_json(const Draft *draft, int i, Arena *arena)
{
    const DraftSheet *sheet = &draft->sheets[i];
    const char *file = arena_print(arena, "%s.csv", sheet->name);
    return json_pack("{s:s, s:i, s:i, s:b}", "sheet", file, "rows", draft_rows(sheet), "added",
                     draft_rows(sheet) - sheet->n_old_rows, "written", sheet->changed);
}

CadreStatus draft_json_text(const char **text, const Draft *draft, Arena *arena, CadreError *err)
{
    json_t *value = json_pack("{s:o, s:o, s:o}", "columns", json_list(draft, draft->guesses.n, guess_json, arena), "sheets",
                              json_list(draft, draft->n_sheets, sheet_json, arena), "look_at",
                              json_list(draft, draft->doubts.n, doubt_json, arena));
    return json_finish(text, value, arena, err);
}
