#include "read/plan_reader.h"

#include <string.h>

#include "base/text.h"

PlanRow plan_row(const PlanReader *reader, SheetKind kind, int row)
{
    return (PlanRow){&reader->plan->sheets[kind], row, reader->messages};
}

int plan_n_rows(const PlanReader *reader, SheetKind kind)
{
    const Sheet *sheet = &reader->plan->sheets[kind];
    return sheet->present ? sheet->table.n_rows : 0;
}

const char *row_cell(PlanRow row, int column) { return sheet_cell(row.sheet, row.row, column); }

Origin row_origin(PlanRow row, int column) { return sheet_origin(row.sheet, row.row, column); }

int row_line(PlanRow row) { return row.sheet->table.line[row.row]; }

int row_int(PlanRow row, int column, int low, int high, int fallback)
{
    return sheet_int(row.sheet, row.row, column, low, high, fallback, row.messages);
}

int row_hundredths(PlanRow row, int column, int fallback)
{
    return sheet_hundredths(row.sheet, row.row, column, PLAN_HOURS_MAX, fallback, row.messages);
}

bool row_yes(PlanRow row, int column) { return sheet_yes(row.sheet, row.row, column, false, row.messages); }

const char *const *plan_split(const char *text, int *n, Arena *arena)
{
    int n_most = 1;
    for (const char *at = text; *at; at++) n_most += *at == ';';
    const char **parts = ARENA_ARRAY(arena, const char *, n_most);
    if (!parts) return NULL;
    *n = 0;
    for (const char *start = text;; start++) {
        size_t length = strcspn(start, ";");
        const char *raw = arena_copy_n(arena, start, length);
        const char *part = raw ? text_trim(arena, raw) : NULL;
        if (!part) return NULL;
        if (*part) parts[(*n)++] = part;
        start += length;
        if (!*start) return parts;
    }
}

int plan_short_need(const char **skill, const char *part, Arena *arena)
{
    size_t length = strlen(part);
    char level = length ? part[length - 1] : '\0';
    if (length < 3 || part[length - 2] != ' ' || level < '1' || level > '5') return 0;
    const char *raw = arena_copy_n(arena, part, length - 2), *trimmed = raw ? text_trim(arena, raw) : NULL;
    *skill = trimmed ? trimmed : "";
    return level - '0';
}

void plan_no_need(Messages *messages, Origin origin, const char *part)
{
    messages_add(messages, CADRE_ERROR, origin,
                 "\"%s\" is no need; expected a skill, a blank and a level from 1 to 5, as Literacy 4; Data 3%s", part,
                 strchr(part, ',') ? ", with ; and no comma between needs, or a row of needs.csv for each" : "");
}

void plan_unknown(Messages *messages, CadreSeverity severity, Origin origin, const char *what, const char *text,
                  const char *expected, const char *nearest)
{
    if (nearest)
        messages_add(messages, severity, origin, "unknown %s \"%s\"; expected %s, the nearest is \"%s\"", what, text, expected,
                     nearest);
    else
        messages_add(messages, severity, origin, "unknown %s \"%s\"; expected %s", what, text, expected);
}

bool plan_select(Selection *out, const PlanReader *reader, PlanRow row, int column)
{
    const char *text = row_cell(row, column);
    if (!*text) return false;
    if (selector_find(out, reader->groups, reader->sites, text, reader->scratch)) return true;
    bool kind = selector_names_kind(text);
    const char *expected = kind ? "a kind that groups.csv has" : "a group of groups.csv, kind:NAME or *";
    plan_unknown(reader->messages, CADRE_ERROR, row_origin(row, column), kind ? "kind" : "group", text, expected,
                 selector_nearest(reader->groups, text, reader->scratch));
    return false;
}

int plan_person(const PlanReader *reader, PlanRow row, int column)
{
    const char *text = row_cell(row, column);
    if (!*text) return -1;
    int person = person_index_find(reader->people, text);
    if (person == PERSON_AMBIGUOUS)
        messages_add(reader->messages, CADRE_ERROR, row_origin(row, column),
                     "\"%s\" is the name of more than one person; expected an id or an e-mail, or a name that only one has",
                     text);
    else if (person < 0)
        plan_unknown(reader->messages, CADRE_ERROR, row_origin(row, column), "person", text,
                     "the id, e-mail or unique name of someone in people.csv or a survey",
                     person_index_nearest(reader->people, text));
    return person < 0 ? -1 : person;
}

int plan_find_role(const PlanReader *reader, int group, int role_name)
{
    const Group *in = &reader->model->groups[group];
    for (int role = in->first_role; role < in->first_role + in->n_roles; role++)
        if (reader->role_name[role] == role_name) return role;
    return -1;
}

void plan_no_such_role(const PlanReader *reader, PlanRow row, int group_column, int role_column)
{
    const char *role = row_cell(row, role_column), *group = row_cell(row, group_column);
    const char *nearest = names_nearest(reader->role_names, role);
    const char *text = arena_print(reader->scratch, "a role that %s has", strcmp(group, "*") == 0 ? "some group" : group);
    plan_unknown(reader->messages, CADRE_ERROR, row_origin(row, role_column), "role", role, text ? text : "a role of the group",
                 nearest && names_find(reader->role_names, role) < 0 ? nearest : NULL);
}

int plan_skill(const PlanReader *reader, const char *text, Origin origin)
{
    if (!*text) return -1;
    int skill = names_find(reader->model->skills, text);
    if (skill >= 0) return skill;
    const TopicOrigins *topics = reader->topics;
    int ignored = topics->ignored ? names_find(topics->ignored, text) : -1;
    if (ignored < 0) {
        plan_unknown(reader->messages, CADRE_ERROR, origin, "skill", text, "a skill that a survey asks about",
                     names_nearest(reader->model->skills, text));
        return -1;
    }
    Origin there = topics->ignored_at[ignored];
    messages_add(reader->messages, CADRE_ERROR, origin,
                 "unknown skill \"%s\"; expected a skill that a survey asks about, and the column of that name (%s:%d:%d) is "
                 "ignored, which columns.csv can change",
                 text, there.file, there.line, there.column);
    return -1;
}
