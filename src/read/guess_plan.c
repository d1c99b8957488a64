#include "read/guess_plan.h"

#include <string.h>

#include "base/text.h"
#include "read/guess_cues.h"

static CadreStatus add_name(Names *names, const char *name, CadreError *err)
{
    if (text_is_blank(name)) return CADRE_OK;
    return names_add(names, name) < 0 ? error_no_memory(err) : CADRE_OK;
}

static CadreStatus add_column(Names *names, const Sheet *sheet, int column, CadreError *err)
{
    for (int row = 0; row < sheet->table.n_rows; row++) TRY(add_name(names, sheet_cell(sheet, row, column), err));
    return CADRE_OK;
}

/* "Literacy 4; Data 3": the parts without their last word where that is a number. */
static CadreStatus add_short_needs(Names *skills, const char *cell, Arena *arena, CadreError *err)
{
    while (*cell) {
        size_t length = strcspn(cell, ";");
        size_t end = length;
        while (end > 0 && strchr(" 0123456789", cell[end - 1])) end--;
        bool has_level = end < length && cell[end] == ' ';
        char *skill = arena_copy_n(arena, cell, has_level ? end : length);
        if (!skill) return error_no_memory(err);
        TRY(add_name(skills, skill, err));
        cell += length + (cell[length] == ';');
    }
    return CADRE_OK;
}

static CadreStatus add_other_headers(Names *fields, const Sheet *sheet, CadreError *err)
{
    for (int i = 0; i < sheet->n_other_columns; i++) TRY(add_name(fields, sheet->table.header[sheet->other_columns[i]], err));
    return CADRE_OK;
}

static char **all_words(const Names *names, Arena *arena)
{
    char **words = ARENA_ARRAY(arena, char *, names_count(names) + 1);
    for (int i = 0; words && i < names_count(names); i++)
        if (!(words[i] = cue_words(arena, names_get(names, i)))) return NULL;
    return words;
}

CadreStatus plan_names_read(PlanNames *out, const PlanSheets *plan, Arena *arena, CadreError *err)
{
    const Sheet *sheets = plan->sheets, *groups = &sheets[SHEET_GROUPS];
    PlanNames names = {.skills = names_create(arena, NAME_STYLE_NAME),
                       .topics = names_create(arena, NAME_STYLE_NAME),
                       .fields = names_create(arena, NAME_STYLE_HEADER),
                       .ids = names_create(arena, NAME_STYLE_NAME)};
    if (!names.skills || !names.topics || !names.fields || !names.ids) return error_no_memory(err);
    TRY(add_column(names.skills, &sheets[SHEET_NEEDS], NEEDS_SKILL, err));
    for (int row = 0; row < groups->table.n_rows; row++)
        TRY(add_short_needs(names.skills, sheet_cell(groups, row, GROUPS_NEEDS), arena, err));
    TRY(add_column(names.topics, groups, GROUPS_GROUP, err));
    TRY(add_column(names.topics, groups, GROUPS_FOCUS, err));
    TRY(add_column(names.fields, &sheets[SHEET_MIX], MIX_FIELD, err));
    TRY(add_other_headers(names.fields, &sheets[SHEET_PEOPLE], err));
    TRY(add_other_headers(names.fields, &sheets[SHEET_SITES], err));
    TRY(add_column(names.ids, &sheets[SHEET_PEOPLE], PEOPLE_ID, err));
    names.skill_words = all_words(names.skills, arena);
    names.topic_words = all_words(names.topics, arena);
    names.field_words = all_words(names.fields, arena);
    if (!names.skill_words || !names.topic_words || !names.field_words) return error_no_memory(err);
    *out = names;
    return CADRE_OK;
}

int plan_names_within(const Names *names, char *const *name_words, const char *words)
{
    int best = -1;
    for (int i = 0; i < names_count(names); i++) {
        if (strlen(name_words[i]) < 3 || !strstr(words, name_words[i])) continue;
        if (best >= 0 && (strlen(name_words[i]) < strlen(name_words[best]) ||
                          (strlen(name_words[i]) == strlen(name_words[best]) && strcmp(name_words[i], name_words[best]) > 0)))
            continue;
        best = i;
    }
    return best;
}
