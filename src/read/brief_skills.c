/* brief_skills.c: the groups that a plan names, and the skills that they need. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/brief_reader.h"
#include "read/plan_reader.h"

enum { AREA_SEVERAL = -1 };

bool brief_says(const BriefReader *reader, const char *text, const char *key)
{
    char *own = text_name_key(reader->scratch, text);
    return own && strcmp(own, key) == 0;
}

/* Groups and their focus areas -------------------------------------------------------------------------------------------- */

CadreStatus brief_groups_read(BriefReader *reader)
{
    int n_rows = brief_rows(reader, SHEET_GROUPS);
    reader->groups = names_create(reader->scratch, NAME_STYLE_NAME);
    reader->focuses = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    reader->group_row = ARENA_ARRAY(reader->scratch, int, n_rows + 1);
    reader->group_area = ARENA_ARRAY(reader->scratch, int, n_rows + 1);
    if (!reader->groups || !reader->focuses || !reader->group_row || !reader->group_area) return error_no_memory(reader->err);
    for (int row = 0; row < n_rows; row++) {
        const char *name = brief_cell(reader, SHEET_GROUPS, row, GROUPS_GROUP);
        const char *focus = brief_cell(reader, SHEET_GROUPS, row, GROUPS_FOCUS);
        int n_before = names_count(reader->groups);
        if (!*name) continue;
        int group = names_add(reader->groups, name);
        int area = vocabulary_add(reader->focuses, *focus ? focus : name, SPELLING_SHEET, 1);
        if (group < 0 || area < 0) return error_no_memory(reader->err);
        if (group < n_before) continue;
        reader->group_row[group] = row;
        reader->group_area[group] = area;
    }
    return CADRE_OK;
}

typedef struct KeyedGroup {
    const char *key;
    int group;
} KeyedGroup;

static int by_key(const void *left, const void *right)
{
    return strcmp(((const KeyedGroup *)left)->key, ((const KeyedGroup *)right)->key);
}

static CadreStatus finish_groups(BriefReader *reader)
{
    int n = names_count(reader->groups);
    const Sheet *sheet = brief_sheet(reader, SHEET_GROUPS);
    KeyedGroup *order = ARENA_ARRAY(reader->scratch, KeyedGroup, n + 1);
    BriefGroup *groups = ARENA_ARRAY(reader->arena, BriefGroup, n + 1);
    if (!order || !groups) return error_no_memory(reader->err);
    for (int i = 0; i < n; i++) order[i] = (KeyedGroup){names_key(reader->groups, i), i};
    if (n) qsort(order, (size_t)n, sizeof *order, by_key);
    for (int i = 0; i < n; i++) {
        int row = reader->group_row[order[i].group];
        groups[i] = (BriefGroup){
            .name = sheet_cell(sheet, row, GROUPS_GROUP),
            .focus = sheet_cell(sheet, row, GROUPS_FOCUS),
            .purpose = sheet_cell(sheet, row, GROUPS_PURPOSE),
            .meets = sheet_cell(sheet, row, GROUPS_MEETS),
            .hours = sheet_hundredths(sheet, row, GROUPS_HOURS, PLAN_HOURS_MAX, 100, reader->messages),
        };
    }
    reader->brief->groups = groups;
    reader->brief->n_groups = n;
    return CADRE_OK;
}

/* Skills and where they are needed ---------------------------------------------------------------------------------------- */

int brief_skill_add(BriefReader *reader, const char *name, SpellingRank rank)
{
    int skill = vocabulary_add(reader->skills, name, rank, 1);
    if (skill == reader->counts.n && !LIST_PUSH(reader->scratch, &reader->counts, (BriefSkill){.area = AREA_SEVERAL}))
        return -1;
    return skill;
}

static CadreStatus need_add(BriefReader *reader, const char *name, int area)
{
    int skill = brief_skill_add(reader, name, SPELLING_SHEET);
    if (skill < 0 || !LIST_PUSH(reader->scratch, &reader->needs, (BriefNeed){skill, area})) return error_no_memory(reader->err);
    reader->counts.items[skill].n_needs++;
    return CADRE_OK;
}

static int by_skill_and_area(const void *left, const void *right)
{
    const BriefNeed *a = left, *b = right;
    return a->skill != b->skill ? plan_compare(a->skill, b->skill) : plan_compare(a->area, b->area);
}

/* A skill belongs to the area that more than half of its needs are of. */
static void find_areas(BriefReader *reader)
{
    const BriefNeed *needs = reader->needs.items;
    int n = reader->needs.n;
    if (n) qsort(reader->needs.items, (size_t)n, sizeof *needs, by_skill_and_area);
    for (int first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && by_skill_and_area(&needs[first], &needs[end]) == 0;) end++;
        BriefSkill *skill = &reader->counts.items[needs[first].skill];
        if (2 * (end - first) > skill->n_needs) skill->area = needs[first].area;
    }
}

/* The area of all groups of a kind. */
static int area_of_kind(const BriefReader *reader, const char *kind)
{
    int area = AREA_SEVERAL, n = 0;
    char *key = text_name_key(reader->scratch, kind);
    for (int i = 0; key && i < names_count(reader->groups); i++) {
        if (!brief_says(reader, brief_cell(reader, SHEET_GROUPS, reader->group_row[i], GROUPS_KIND), key)) continue;
        area = n++ == 0 || area == reader->group_area[i] ? reader->group_area[i] : AREA_SEVERAL;
    }
    return area;
}

/* The area of what a `group` cell selects: a group, its copy at one site, kind:NAME or *. */
static int area_of_cell(const BriefReader *reader, const char *cell)
{
    if (selector_names_kind(cell)) return area_of_kind(reader, strchr(cell, ':') + 1);
    const char *at = strstr(cell, " @ "), *base = at ? arena_copy_n(reader->scratch, cell, (size_t)(at - cell)) : cell;
    int group = base ? names_find(reader->groups, base) : -1;
    return group < 0 ? AREA_SEVERAL : reader->group_area[group];
}

/* The short form `Literacy 4; Data 3` of one row of groups.csv. */
static CadreStatus read_short_form(BriefReader *reader, int group)
{
    const Sheet *sheet = brief_sheet(reader, SHEET_GROUPS);
    int n_parts, row = reader->group_row[group];
    const char *const *parts = plan_split(sheet_cell(sheet, row, GROUPS_NEEDS), &n_parts, reader->scratch);
    if (!parts) return error_no_memory(reader->err);
    for (int i = 0; i < n_parts; i++) {
        const char *skill = "";
        if (plan_short_need(&skill, parts[i], reader->scratch) == 0 ||
            (strchr(skill, ',') && vocabulary_find(reader->skills, skill) < 0))
            plan_no_need(reader->messages, sheet_origin(sheet, row, GROUPS_NEEDS), parts[i]);
        else
            TRY(need_add(reader, skill, reader->group_area[group]));
    }
    return CADRE_OK;
}

CadreStatus brief_needs_read(BriefReader *reader)
{
    reader->skills = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    if (!reader->skills) return error_no_memory(reader->err);
    for (int row = 0; row < brief_rows(reader, SHEET_NEEDS); row++) {
        const char *skill = brief_cell(reader, SHEET_NEEDS, row, NEEDS_SKILL);
        if (*skill) TRY(need_add(reader, skill, area_of_cell(reader, brief_cell(reader, SHEET_NEEDS, row, NEEDS_GROUP))));
    }
    for (int group = 0; group < names_count(reader->groups); group++) TRY(read_short_form(reader, group));
    find_areas(reader);
    return CADRE_OK;
}

static CadreStatus finish_skills(BriefReader *reader)
{
    Brief *brief = reader->brief;
    int *final_focus, *final_skill;
    brief->focuses = vocabulary_finish(reader->focuses, NAME_STYLE_NAME, 0, &final_focus, reader->arena);
    Names *names = vocabulary_finish(reader->skills, NAME_STYLE_NAME, 0, &final_skill, reader->arena);
    if (!brief->focuses || !names) return error_no_memory(reader->err);
    brief->n_skills = names_count(names);
    brief->skills = ARENA_ARRAY(reader->arena, BriefSkill, brief->n_skills + 1);
    if (!brief->skills) return error_no_memory(reader->err);
    for (int i = 0; i < brief->n_skills; i++) {
        BriefSkill *skill = &brief->skills[final_skill[i]];
        *skill = reader->counts.items[i];
        skill->name = names_get(names, final_skill[i]);
        skill->area = skill->area < 0 ? -1 : final_focus[skill->area];
    }
    return CADRE_OK;
}

CadreStatus brief_groups_finish(BriefReader *reader)
{
    TRY(finish_groups(reader));
    return finish_skills(reader);
}
