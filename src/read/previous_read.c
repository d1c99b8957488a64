/* previous_read.c: an earlier result's assignments.csv -> who did what. People and groups that are gone are warnings. */
#include <stdlib.h>

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

static int by_person_group_role(const void *left, const void *right)
{
    const PreviousAssignment *a = left, *b = right;
    int order = plan_compare(a->person, b->person);
    if (!order) order = plan_compare(a->group, b->group);
    return order ? order : plan_compare(a->role, b->role);
}

CadreStatus previous_read(PlanReader *reader)
{
    Model *model = reader->model;
    int n_rows = plan_n_rows(reader, SHEET_PREVIOUS), n = 0;
    PreviousAssignment *all = ARENA_ARRAY(reader->arena, PreviousAssignment, n_rows);
    if (!all) return error_no_memory(reader->err);
    for (int i = 0; i < n_rows; i++) {
        PlanRow row = plan_row(reader, SHEET_PREVIOUS, i);
        int person = find_person(reader, row), group = person < 0 ? -1 : find_group(reader, row, person);
        if (group < 0) continue;
        int role_name = names_find(reader->role_names, row_cell(row, PREVIOUS_ROLE));
        all[n++] = (PreviousAssignment){person, group, role_name < 0 ? -1 : plan_find_role(reader, group, role_name)};
    }
    if (n) qsort(all, (size_t)n, sizeof *all, by_person_group_role);
    model->n_previous = 0;
    for (int i = 0; i < n; i++)
        if (i == 0 || by_person_group_role(&all[i - 1], &all[i]) != 0) all[model->n_previous++] = all[i];
    model->previous = all;
    model->has_previous = reader->plan->sheets[SHEET_PREVIOUS].present;
    return CADRE_OK;
}
