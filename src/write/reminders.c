/* reminders.c: the list of those who have not answered, for a mail merge. */
#include <string.h>

#include "base/files.h"
#include "model/reminder_list.h"
#include "write/csv_write.h"
#include "write/overview_write.h"

static void add_header(CsvWriter *csv)
{
    for (int i = 0; i < REMINDER_COLUMNS; i++) csv_word(csv, reminder_columns[i]);
}

bool reminders_known(const Overview *overview) { return overview && overview->n_asked > 0; }

static CadreStatus add_row(CsvWriter *csv, const Overview *overview, const Gap *gap, CadreError *err)
{
    const Model *model = overview->model;
    const Person *person = &model->staff[gap->person];
    TextBuffer missing = {.arena = csv->text.arena};
    const char *text;
    for (int i = 0; i < gap->n_forms; i++)
        buffer_print(&missing, "%s%s", i ? "; " : "", overview->form_names[overview->gap_forms.items[gap->first_form + i]]);
    TRY(buffer_text(&text, &missing, err));
    csv_text(csv, person->key);
    csv_text(csv, person->name);
    csv_text(csv, person->email);
    csv_text(csv, person->site < 0 ? "" : model->sites[person->site].name);
    csv_text(csv, text);
    csv_end_row(csv);
    return CADRE_OK;
}

CadreStatus reminders_text(const char **text, size_t *size, const Overview *overview, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text = {.arena = arena}};
    add_header(&csv);
    csv_end_row(&csv);
    for (int i = 0; i < overview->gaps.n; i++) TRY(add_row(&csv, overview, &overview->gaps.items[i], err));
    TRY(buffer_text(text, &csv.text, err));
    *size = (size_t)csv.text.bytes.n;
    return CADRE_OK;
}

CadreStatus reminders_target_check(const char *path, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text = {.arena = arena}};
    const char *header;
    char *bytes;
    size_t size;
    PathKind kind;
    TRY(path_look(&kind, path, err));
    if (kind == PATH_ABSENT) return CADRE_OK;
    if (kind == PATH_FOLDER) return error_set(err, CADRE_INPUT, "%s: is a folder; expected a file for the reminder list", path);
    TRY(file_read(&bytes, &size, path, arena, err));
    add_header(&csv);
    TRY(buffer_text(&header, &csv.text, err));
    if (strncmp(bytes, header, strlen(header)) == 0 && bytes[strlen(header)] && strchr("\r\n", bytes[strlen(header)]))
        return CADRE_OK;
    return error_set(err, CADRE_INPUT,
                     "%s: is there and is no reminder list; expected a new file, or an earlier list to replace", path);
}
