#include "read/result_facts_read.h"

#include <string.h>

#include "base/files.h"
#include "base/text.h"
#include "read/read.h"

enum { FACT_COLUMNS = 10 };

/* A file of the result while it is read. */
typedef struct FactTable {
    const Table *table;
    int column[FACT_COLUMNS];
    int row;
    Messages *messages;
} FactTable;

static int header_find(const Table *table, const char *name)
{
    for (int i = 0; i < table->n_columns; i++)
        if (strcmp(table->header[i], name) == 0) return i;
    return -1;
}

/* names: NULL at the end. False with messages where a column is missing; a table that could not be read is told already. */
static bool open_table(FactTable *out, const Table *table, const char *const names[], Messages *messages)
{
    bool whole = table->n_columns > 0;
    *out = (FactTable){.table = table, .messages = messages};
    for (int i = 0; table->n_columns > 0 && names[i]; i++) {
        out->column[i] = header_find(table, names[i]);
        if (out->column[i] >= 0) continue;
        whole = false;
        messages_add(messages, CADRE_ERROR, (Origin){table->file, table->header_line, 0},
                     "there is no column \"%s\"; expected the file as Cadre has written it", names[i]);
    }
    return whole;
}

static const char *text_at(const FactTable *at, int column) { return table_cell(at->table, at->row, at->column[column]); }

static const char *filled_at(const FactTable *at, int column)
{
    const char *text = text_at(at, column);
    if (!*text)
        messages_add(at->messages, CADRE_ERROR, table_origin(at->table, at->row, at->column[column]),
                     "the cell is blank; expected a name, as Cadre has written it");
    return text;
}

static void say_no_number(const FactTable *at, int column)
{
    messages_add(at->messages, CADRE_ERROR, table_origin(at->table, at->row, at->column[column]),
                 "\"%s\" is no number; expected one, as Cadre has written it", text_at(at, column));
}

static int64_t number_at(const FactTable *at, int column)
{
    int64_t number = 0;
    bool is_number = text_to_int64(text_at(at, column), &number);
    if (is_number && number >= -FACT_MOST && number <= FACT_MOST) return number;
    say_no_number(at, column);
    return 0;
}

static int64_t number_or_none(const FactTable *at, int column) { return *text_at(at, column) ? number_at(at, column) : -1; }

static int64_t hundredths_at(const FactTable *at, int column)
{
    int64_t number = 0;
    if (text_to_hundredths(text_at(at, column), &number) && number <= FACT_MOST) return number;
    say_no_number(at, column);
    return 0;
}

static CadreStatus seats_take(ResultFacts *out, const Table *table, Arena *arena, Messages *messages, CadreError *err)
{
    static const char *const names[] = {"person", "name", "group", "role", "leads", "points", NULL};
    FactTable at;
    if (!open_table(&at, table, names, messages)) return CADRE_OK;
    if (!(out->seats = ARENA_ARRAY(arena, FactSeat, table->n_rows))) return error_no_memory(err);
    for (; at.row < table->n_rows; at.row++)
        out->seats[out->n_seats++] = (FactSeat){.person = filled_at(&at, 0),
                                                .name = text_at(&at, 1),
                                                .group = filled_at(&at, 2),
                                                .role = filled_at(&at, 3),
                                                .leads = strcmp(text_at(&at, 4), "yes") == 0,
                                                .points = number_at(&at, 5)};
    return CADRE_OK;
}

static CadreStatus people_take(ResultFacts *out, const Table *table, Arena *arena, Messages *messages, CadreError *err)
{
    static const char *const names[] = {"person", "name", "groups", "leads", "hours", NULL};
    FactTable at;
    if (!open_table(&at, table, names, messages)) return CADRE_OK;
    if (!(out->people = ARENA_ARRAY(arena, FactPerson, table->n_rows))) return error_no_memory(err);
    for (; at.row < table->n_rows; at.row++)
        out->people[out->n_people++] = (FactPerson){.person = filled_at(&at, 0),
                                                    .name = text_at(&at, 1),
                                                    .groups = number_at(&at, 2),
                                                    .leads = number_at(&at, 3),
                                                    .hours = hundredths_at(&at, 4)};
    return CADRE_OK;
}

static CadreStatus groups_take(ResultFacts *out, const Table *table, Arena *arena, Messages *messages, CadreError *err)
{
    static const char *const names[] = {"group", "size", "leads", "points_mean", "points_min", "shortages", NULL};
    FactTable at;
    if (!open_table(&at, table, names, messages)) return CADRE_OK;
    if (!(out->groups = ARENA_ARRAY(arena, FactGroup, table->n_rows))) return error_no_memory(err);
    for (; at.row < table->n_rows; at.row++)
        out->groups[out->n_groups++] = (FactGroup){.group = filled_at(&at, 0),
                                                   .size = number_at(&at, 1),
                                                   .leads = number_at(&at, 2),
                                                   .points_mean = number_or_none(&at, 3),
                                                   .points_min = number_or_none(&at, 4),
                                                   .shortages = number_at(&at, 5)};
    return CADRE_OK;
}

static CadreStatus shortages_take(ResultFacts *out, const Table *table, Arena *arena, Messages *messages, CadreError *err)
{
    static const char *const names[] = {"kind",  "group",  "role", "skill", "level", "field",
                                        "value", "needed", "have", "cost",  NULL};
    FactTable at;
    if (!open_table(&at, table, names, messages)) return CADRE_OK;
    if (!(out->shortages = ARENA_ARRAY(arena, FactShortage, table->n_rows))) return error_no_memory(err);
    for (; at.row < table->n_rows; at.row++)
        out->shortages[out->n_shortages++] = (FactShortage){.kind = filled_at(&at, 0),
                                                            .group = filled_at(&at, 1),
                                                            .role = text_at(&at, 2),
                                                            .skill = text_at(&at, 3),
                                                            .level = text_at(&at, 4),
                                                            .field = text_at(&at, 5),
                                                            .value = text_at(&at, 6),
                                                            .needed = number_at(&at, 7),
                                                            .have = number_at(&at, 8),
                                                            .cost = number_at(&at, 9)};
    return CADRE_OK;
}

static void find_strangers(const ResultFacts *facts, const ResultFiles *files, Messages *messages)
{
    for (int i = 0; i < facts->n_seats; i++) {
        const FactSeat *seat = &facts->seats[i];
        if (!result_person(facts, seat->person))
            messages_add(messages, CADRE_ERROR, (Origin){files->assignments.file, 0, 0},
                         "\"%s\" is not in people.csv; expected the files of one result", seat->person);
        if (!result_group(facts, seat->group))
            messages_add(messages, CADRE_ERROR, (Origin){files->assignments.file, 0, 0},
                         "\"%s\" is not in groups.csv; expected the files of one result", seat->group);
    }
}

static void say_apart(const Table *table, const char *what, const char *of, int64_t says, int64_t counted, Messages *messages)
{
    messages_add(messages, CADRE_ERROR, (Origin){table->file, 0, 0},
                 "%s%s%s is %lld, but the other files make it %lld; expected the files of one result", what, *of ? " of " : "",
                 of, (long long)says, (long long)counted);
}

/* Assignments of each group and person, and the cost of shortages, are counted again: files that were cut or are of different
 * results would be compared as if people had lost their roles. The first of each
 * file is told. */
static CadreStatus find_miscounts(const ResultFacts *facts, const ResultFiles *files, Arena *arena, Messages *messages,
                                  CadreError *err)
{
    int *sizes = ARENA_ARRAY(arena, int, facts->n_groups), *groups = ARENA_ARRAY(arena, int, facts->n_people);
    int64_t cost = 0;
    if (!sizes || !groups) return error_no_memory(err);
    for (int i = 0; i < facts->n_seats; i++) {
        const FactGroup *group = result_group(facts, facts->seats[i].group);
        const FactPerson *person = result_person(facts, facts->seats[i].person);
        if (group) sizes[group - facts->groups]++;
        if (person) groups[person - facts->people]++;
    }
    for (int i = 0; i < facts->n_groups; i++) {
        const FactGroup *group = &facts->groups[i];
        if (group->size == sizes[i]) continue;
        say_apart(&files->groups, "the size", group->group, group->size, sizes[i], messages);
        break;
    }
    for (int i = 0; i < facts->n_people; i++) {
        const FactPerson *person = &facts->people[i];
        if (person->groups == groups[i]) continue;
        say_apart(&files->people, "the number of groups", person->person, person->groups, groups[i], messages);
        break;
    }
    for (int i = 0; i < facts->n_shortages; i++) cost += facts->shortages[i].cost;
    if (cost != facts->parts.shortages)
        say_apart(&files->shortages, "the cost of all shortages", "", facts->parts.shortages, cost, messages);
    return CADRE_OK;
}

/* Two rows of one name cannot be told apart afterwards. */
static void find_twins(const ResultFacts *facts, const ResultFiles *files, Messages *messages)
{
    for (int i = 1; i < facts->n_people; i++)
        if (strcmp(facts->people[i - 1].person, facts->people[i].person) == 0)
            messages_add(messages, CADRE_ERROR, (Origin){files->people.file, 0, 0},
                         "\"%s\" has two rows; expected each person once", facts->people[i].person);
    for (int i = 1; i < facts->n_groups; i++)
        if (strcmp(facts->groups[i - 1].group, facts->groups[i].group) == 0)
            messages_add(messages, CADRE_ERROR, (Origin){files->groups.file, 0, 0},
                         "\"%s\" has two rows; expected each group once", facts->groups[i].group);
    for (int i = 1; i < facts->n_seats; i++) {
        const FactSeat *a = &facts->seats[i - 1], *b = &facts->seats[i];
        if (strcmp(a->person, b->person) == 0 && strcmp(a->group, b->group) == 0 && strcmp(a->role, b->role) == 0)
            messages_add(messages, CADRE_ERROR, (Origin){files->assignments.file, 0, 0},
                         "\"%s\" is twice %s of %s; expected each assignment once", b->person, b->role, b->group);
    }
}

CadreStatus result_facts_read(ResultFacts *out, const char *folder, Arena *arena, Messages *messages, CadreError *err)
{
    ResultFiles files = {.json = ""};
    *out = (ResultFacts){.folder = folder, .floor = -1, .changes = -1};
    int before = messages_errors(messages);
    TRY(read_result_core(&files, folder, arena, messages, err));
    if (!folder_exists(folder)) return CADRE_OK;
    TRY(seats_take(out, &files.assignments, arena, messages, err));
    TRY(people_take(out, &files.people, arena, messages, err));
    TRY(groups_take(out, &files.groups, arena, messages, err));
    TRY(shortages_take(out, &files.shortages, arena, messages, err));
    TRY(result_facts_json(out, &files, arena, messages, err));
    if (messages_errors(messages) > before) return CADRE_OK;
    result_facts_sort(out);
    find_twins(out, &files, messages);
    find_strangers(out, &files, messages);
    if (messages_errors(messages) == before) TRY(find_miscounts(out, &files, arena, messages, err));
    return read_snapshot(&out->snapshot, folder, arena, err);
}
