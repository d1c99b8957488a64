/* previous_read.c: an earlier result's assignments.csv -> who did what, of previous.csv and of the result that is to be mended.
 * People and groups that are gone are warnings. */
#include <stdlib.h>
#include <string.h>

#include "read/plan_reader.h"

static int find_person(const PlanReader *reader, PlanRow row)
{
    const char *text = row_cell(row, PREVIOUS_PERSON);
    int person = *text ? person_index_find_printed(reader->people, text) : PERSON_UNKNOWN;
    if (*text && person < 0)
        messages_add(reader->messages, CADRE_WARNING, row_origin(row, PREVIOUS_PERSON),
                     "\"%s\" %s, so the row is passed over; expected an id, e-mail or unique name of today's staff", text,
                     person == PERSON_AMBIGUOUS ? "is the name of more than one person" : "is not on the staff now");
    return person;
}

/* The group of that name; what was one group and has a copy per site now means the person's own. */
static int find_group(const PlanReader *reader, PlanRow row, int person)
{
    const char *text = row_cell(row, PREVIOUS_GROUP);
    Selection selection;
    bool found = *text && selector_find(&selection, reader->groups, reader->sites, text, reader->scratch);
    if (found && selection.rank == RANK_COPY) return selection.groups[0];
    if (found && selection.rank == RANK_GROUP) {
        int copy = selector_copy_at(reader->groups, text, reader->model->staff[person].site);
        if (copy >= 0) return copy;
    }
    if (*text)
        messages_add(reader->messages, CADRE_WARNING, row_origin(row, PREVIOUS_GROUP),
                     "the group \"%s\" is not in the plan now, so the row is passed over; expected a group of groups.csv",
                     text);
    return -1;
}

typedef LIST(GoneAssignment) GoneRows;

static int by_person_and_names(const void *left, const void *right)
{
    const GoneAssignment *a = left, *b = right;
    int order = plan_compare(a->person, b->person);
    if (!order) order = strcmp(a->group, b->group);
    return order ? order : strcmp(a->role, b->role);
}

static int by_person_group_role(const void *left, const void *right)
{
    const PreviousAssignment *a = left, *b = right;
    int order = plan_compare(a->person, b->person);
    if (!order) order = plan_compare(a->group, b->group);
    return order ? order : plan_compare(a->role, b->role);
}

/* The rows of one such sheet, sorted, each once. gone: those whose group or role is not in the plan now; NULL: of no interest.
 * strangers: how many are of nobody on the staff. */
static CadreStatus rows_read(PreviousAssignment **out, int *n_out, int *strangers, GoneRows *gone, const PlanReader *reader,
                             const Sheet *sheet)
{
    int n_rows = sheet->present ? sheet->table.n_rows : 0, n = 0, kept = 0;
    PreviousAssignment *all = ARENA_ARRAY(reader->arena, PreviousAssignment, n_rows);
    if (!all) return error_no_memory(reader->err);
    *strangers = 0;
    for (int i = 0; i < n_rows; i++) {
        PlanRow row = {sheet, i, reader->messages};
        int person = find_person(reader, row), group = person < 0 ? -1 : find_group(reader, row, person);
        int role_name = names_find(reader->role_names, row_cell(row, PREVIOUS_ROLE));
        int role = group < 0 || role_name < 0 ? -1 : plan_find_role(reader, group, role_name);
        *strangers += person == PERSON_UNKNOWN && *row_cell(row, PREVIOUS_PERSON);
        if (group >= 0) all[n++] = (PreviousAssignment){person, group, role};
        if (!gone || person < 0 || role >= 0) continue;
        GoneAssignment one = {person, row_cell(row, PREVIOUS_GROUP), row_cell(row, PREVIOUS_ROLE)};
        if (!LIST_PUSH(reader->arena, gone, one)) return error_no_memory(reader->err);
    }
    if (n) qsort(all, (size_t)n, sizeof *all, by_person_group_role);
    for (int i = 0; i < n; i++)
        if (i == 0 || by_person_group_role(&all[i - 1], &all[i]) != 0) all[kept++] = all[i];
    *out = all;
    *n_out = kept;
    return CADRE_OK;
}

/* A result of which nobody is on the staff is another school's: to mend it would move everybody. */
static void check_held(const PlanReader *reader, const Sheet *held)
{
    int n = held->present ? held->table.n_rows : 0;
    if (n == 0 || reader->model->n_strangers < n) return;
    messages_add(reader->messages, CADRE_ERROR, (Origin){held->table.file, 0, 0},
                 "nobody in this result is on the staff now; expected a result of these people to mend (--from)");
}

CadreStatus previous_read(PlanReader *reader)
{
    Model *model = reader->model;
    const Sheet *previous = &reader->plan->sheets[SHEET_PREVIOUS], *held = &reader->plan->held;
    GoneRows gone = {0};
    int ignored;
    TRY(rows_read(&model->previous, &model->n_previous, &ignored, NULL, reader, previous));
    TRY(rows_read(&model->held, &model->n_held, &model->n_strangers, &gone, reader, held));
    check_held(reader, held);
    if (gone.n > 1) qsort(gone.items, (size_t)gone.n, sizeof *gone.items, by_person_and_names);
    int kept = 0;
    for (int i = 0; i < gone.n; i++)
        if (i == 0 || by_person_and_names(&gone.items[kept - 1], &gone.items[i]) != 0) gone.items[kept++] = gone.items[i];
    model->has_previous = previous->present;
    model->mends = held->present;
    model->gone = gone.items;
    model->n_gone = kept;
    return CADRE_OK;
}
