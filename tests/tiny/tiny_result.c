#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tiny/tiny_draw.h"
#include "tiny/tiny_filling.h"
#include "tiny/tiny_leading.h"
#include "tiny/tiny_result.h"

static const char *const assignments_header[] = {"person", "name", "site",     "group",  "role",       "leads",
                                                 "points", "fit",  "interest", "growth", "continuity", "reason"};
static const char *const groups_header[] = {"group", "site", "size", "leads", "points_mean", "points_min", "shortages"};
static const char *const people_header[] = {"person", "name",       "site",        "groups", "leads",
                                            "hours",  "hours_left", "best_points", "reason"};
static const char *const shortages_header[] = {"kind",  "group", "site",   "role", "skill", "level",
                                               "field", "value", "needed", "have", "cost",  "repair"};

static void put_site(Filling *filling, const TinyCase *tiny, int site)
{
    tiny_put(filling, site == TINY_NONE ? "" : tiny->sites[site]);
}

static bool holds(const int holding[], int person, int role) { return holding[person] >> role & 1; }

static Table assignments_table(const TinyRules *rules, const int holding[], Arena *arena)
{
    const TinyCase *tiny = rules->tiny;
    Filling rows = TINY_FILL(arena, "assignments.csv", assignments_header);
    for (int p = 0; p < tiny->n_people; p++)
        for (int g = 0; g < tiny->n_groups; g++)
            for (int r = 0; r < tiny->n_roles; r++) {
                if (tiny->roles[r].group != g || !holds(holding, p, r)) continue;
                int parts[TINY_PARTS], points = tiny_points(rules, parts, p, r);
                tiny_put(&rows, tiny->people[p].id);
                tiny_put(&rows, tiny->people[p].name);
                put_site(&rows, tiny, tiny->people[p].site);
                tiny_put(&rows, tiny->groups[g].name);
                tiny_put(&rows, tiny->roles[r].name);
                tiny_put(&rows, tiny->roles[r].leads ? "yes" : "no");
                tiny_put_number(&rows, points);
                for (int i = 0; i < TINY_PARTS; i++) tiny_put_or_blank(&rows, parts[i]);
                tiny_put(&rows, "");
            }
    return tiny_filled(&rows);
}

static int64_t cost_of_group(const TinyShorts *shorts, int group)
{
    int64_t cost = 0;
    for (int i = 0; i < shorts->n; i++)
        if (shorts->items[i].group == group) cost += shorts->items[i].cost;
    return cost;
}

static Table groups_table(const TinyRules *rules, const int holding[], const TinyShorts *shorts, Arena *arena)
{
    const TinyCase *tiny = rules->tiny;
    Filling rows = TINY_FILL(arena, "groups.csv", groups_header);
    for (int g = 0; g < tiny->n_groups; g++) {
        int size = 0, leads = 0, least = TINY_NONE, sum = 0;
        for (int r = 0; r < tiny->n_roles; r++)
            for (int p = 0; p < tiny->n_people; p++) {
                if (tiny->roles[r].group != g || !holds(holding, p, r)) continue;
                int points = tiny_points(rules, NULL, p, r);
                size++;
                leads += tiny->roles[r].leads;
                sum += points;
                if (least == TINY_NONE || points < least) least = points;
            }
        tiny_put(&rows, tiny->groups[g].name);
        put_site(&rows, tiny, tiny->groups[g].site);
        tiny_put_number(&rows, size);
        tiny_put_number(&rows, leads);
        tiny_put_or_blank(&rows, size ? sum / size : TINY_NONE);
        tiny_put_or_blank(&rows, least);
        tiny_put_number(&rows, cost_of_group(shorts, g));
    }
    return tiny_filled(&rows);
}

static Table people_table(const TinyRules *rules, const int holding[], Arena *arena)
{
    const TinyCase *tiny = rules->tiny;
    Filling rows = TINY_FILL(arena, "people.csv", people_header);
    for (int p = 0; p < tiny->n_people; p++) {
        int groups = 0, leads = 0, hours = 0, best = TINY_NONE;
        for (int r = 0; r < tiny->n_roles; r++) {
            if (rules->points[p][r] > best) best = rules->points[p][r];
            if (!holds(holding, p, r)) continue;
            groups |= 1 << tiny->roles[r].group;
            leads += tiny->roles[r].leads;
            hours += tiny->roles[r].hours + tiny->groups[tiny->roles[r].group].hours;
        }
        tiny_put(&rows, tiny->people[p].id);
        tiny_put(&rows, tiny->people[p].name);
        put_site(&rows, tiny, tiny->people[p].site);
        tiny_put_number(&rows, __builtin_popcount((unsigned)groups));
        tiny_put_number(&rows, leads);
        tiny_put_hours(&rows, hours);
        tiny_put_hours(&rows, tiny->people[p].hours - hours);
        tiny_put_or_blank(&rows, best);
        tiny_put(&rows, "");
    }
    return tiny_filled(&rows);
}

/* One unmet need with the texts of its row. */
typedef struct ShortRow {
    const TinyShort *unmet;
    const char *keys[7]; /* kind, group, role, skill, level, field, value, by which the rows are sorted */
} ShortRow;

static int by_keys(const void *left, const void *right)
{
    const ShortRow *a = left, *b = right;
    for (int i = 0; i < 7; i++) {
        int order = strcmp(a->keys[i], b->keys[i]);
        if (order) return order;
    }
    return 0;
}

static ShortRow short_row(const TinyCase *tiny, const TinyShort *unmet, Arena *arena)
{
    static const char *const kinds[] = {"coverage", "mix", "role", "size"};
    ShortRow row = {unmet, {kinds[unmet->kind], tiny->groups[unmet->group].name, "", "", "", "", ""}};
    if (unmet->role != TINY_NONE) row.keys[2] = tiny->roles[unmet->role].name;
    if (unmet->skill != TINY_NONE) row.keys[3] = tiny->skills[unmet->skill];
    if (unmet->level != TINY_NONE) row.keys[4] = arena_print(arena, "%d", unmet->level);
    if (unmet->mix) row.keys[5] = tiny_field_names[unmet->mix->field];
    if (unmet->mix) row.keys[6] = unmet->mix->value;
    if (!row.keys[4]) abort();
    return row;
}

static Table shortages_table(const TinyCase *tiny, const TinyShorts *shorts, Arena *arena)
{
    ShortRow ordered[TINY_SHORTS];
    for (int i = 0; i < shorts->n; i++) ordered[i] = short_row(tiny, &shorts->items[i], arena);
    qsort(ordered, (size_t)shorts->n, sizeof ordered[0], by_keys);
    Filling rows = TINY_FILL(arena, "shortages.csv", shortages_header);
    for (int i = 0; i < shorts->n; i++) {
        const TinyShort *unmet = ordered[i].unmet;
        tiny_put(&rows, ordered[i].keys[0]);
        tiny_put(&rows, ordered[i].keys[1]);
        put_site(&rows, tiny, tiny->groups[unmet->group].site);
        for (int key = 2; key < 7; key++) tiny_put(&rows, ordered[i].keys[key]);
        tiny_put_number(&rows, unmet->needed);
        tiny_put_number(&rows, unmet->have);
        tiny_put_number(&rows, unmet->cost);
        tiny_put(&rows, "");
    }
    return tiny_filled(&rows);
}

/* Settings in force. */
static const char *settings_text(const TinySettings *settings, Arena *arena)
{
    const char *changes = settings->max_changes == TINY_NO_LIMIT ? "null" : arena_print(arena, "%d", settings->max_changes);
    const char *closes = settings->closes ? arena_print(arena, "\"%s\"", settings->closes) : "null";
    return arena_print(arena,
                       "{\"weight_fit\": %d, \"weight_interest\": %d, \"weight_growth\": %d, \"weight_continuity\": %d,"
                       "\"hours\": %d.%02d, \"max_groups\": %d, \"max_leads\": %d, \"everyone\": %" PRId64
                       ", \"extra_load\": %" PRId64 ", \"short_must\": %" PRId64 ", \"short_role\": %" PRId64
                       ", \"short_should\": %" PRId64 ", \"fairness\": \"%s\", \"max_changes\": %s, \"seed\": %" PRId64
                       ", \"closes\": %s}",
                       settings->weights[0], settings->weights[1], settings->weights[2], settings->weights[3],
                       settings->hours / 100, settings->hours % 100, settings->max_groups, settings->max_leads,
                       settings->everyone, settings->extra_load, settings->short_must, settings->short_role,
                       settings->short_should, settings->floor ? "floor" : "total", changes, settings->seed, closes);
}

static void count_numbers(int64_t numbers[TINY_NUMBERS], const TinyRules *rules, const int holding[], const TinyShorts *shorts,
                          int64_t short_cost)
{
    const TinyCase *tiny = rules->tiny;
    memset(numbers, 0, TINY_NUMBERS * sizeof numbers[0]);
    for (int p = 0; p < tiny->n_people; p++) {
        TinyEarned earned = tiny_earned(rules, p, holding[p]);
        numbers[TINY_POINTS] += earned.points;
        numbers[TINY_EVERYONE_EARNED] += earned.everyone;
        numbers[TINY_EXTRA_LOAD_PAID] += earned.extra_load;
        numbers[TINY_ASSIGNMENT_COUNT] += __builtin_popcount((unsigned)holding[p]);
        numbers[TINY_ANSWERED_COUNT] += tiny->people[p].answered;
        numbers[TINY_AWAY_COUNT] += tiny->people[p].away;
        numbers[TINY_WITH_ROLE_COUNT] += holding[p] != 0;
    }
    numbers[TINY_SHORTAGES_PAID] = short_cost;
    numbers[TINY_OBJECTIVE] =
        numbers[TINY_POINTS] + numbers[TINY_EVERYONE_EARNED] - numbers[TINY_EXTRA_LOAD_PAID] - numbers[TINY_SHORTAGES_PAID];
    numbers[TINY_SHORTAGE_COUNT] = shorts->n;
    numbers[TINY_STAFF_COUNT] = tiny->n_people;
    numbers[TINY_SITE_COUNT] = tiny->n_sites;
    numbers[TINY_SKILL_COUNT] = tiny->n_skills;
    numbers[TINY_GROUP_COUNT] = tiny->n_groups;
    numbers[TINY_ROLE_COUNT] = tiny->n_roles;
    numbers[TINY_CHANGES] = tiny_changes(tiny, holding);
    tiny_leading_count(&numbers[TINY_LEADING_STAFF], rules, holding);
}

static const char *counts_text(const int64_t numbers[TINY_NUMBERS], Arena *arena)
{
    return arena_print(arena,
                       "{\"staff\": %" PRId64 ", \"answered\": %" PRId64 ", \"away\": %" PRId64 ", \"sites\": %" PRId64
                       ", \"skills\": %" PRId64 ", \"groups\": %" PRId64 ", \"roles\": %" PRId64 ", \"assignments\": %" PRId64
                       ", \"people_with_role\": %" PRId64 ", \"shortages\": %" PRId64 "}",
                       numbers[TINY_STAFF_COUNT], numbers[TINY_ANSWERED_COUNT], numbers[TINY_AWAY_COUNT],
                       numbers[TINY_SITE_COUNT], numbers[TINY_SKILL_COUNT], numbers[TINY_GROUP_COUNT], numbers[TINY_ROLE_COUNT],
                       numbers[TINY_ASSIGNMENT_COUNT], numbers[TINY_WITH_ROLE_COUNT], numbers[TINY_SHORTAGE_COUNT]);
}

static const char *json_text(const TinyRules *rules, const int holding[], int64_t numbers[TINY_NUMBERS], TinyClaim claim,
                             Arena *arena)
{
    const TinyCase *tiny = rules->tiny;
    int64_t bound = numbers[TINY_OBJECTIVE] + claim.gap;
    numbers[TINY_GAP] = claim.gap;
    if (claim.spoiled != TINY_NONE) numbers[claim.spoiled]++;
    const char *floor = claim.floor == TINY_NONE ? "" : arena_print(arena, "\"floor\": %d, ", claim.floor);
    const char *changes = tiny->has_previous ? arena_print(arena, "\"changes\": %" PRId64 ", ", numbers[TINY_CHANGES]) : "";
    return arena_print(
        arena,
        "{\"version\": \"0\", \"method\": \"compact\", \"objective\": %" PRId64 ", \"parts\": {\"points\": %" PRId64
        ", \"everyone\": %" PRId64 ", \"extra_load\": %" PRId64 ", \"shortages\": %" PRId64 "}, \"bound\": %" PRId64
        ", \"gap\": %" PRId64 ", \"gap_asked\": 1, \"proved\": %s, %s%s\"limits\": {\"nodes\": false, \"rounds\": false,"
        "\"time\": false, \"memory\": false}, \"counts\": %s, \"settings\": %s, \"work\": {}, \"leading\": %s}\n",
        numbers[TINY_OBJECTIVE], numbers[TINY_POINTS], numbers[TINY_EVERYONE_EARNED], numbers[TINY_EXTRA_LOAD_PAID],
        numbers[TINY_SHORTAGES_PAID], bound, numbers[TINY_GAP], claim.gap ? "false" : "true", floor, changes,
        counts_text(numbers, arena), settings_text(&tiny->settings, arena),
        tiny_leading_json(rules, holding, &numbers[TINY_LEADING_STAFF], arena));
}

ResultFiles tiny_result_make(const TinyRules *rules, const int holding[], TinyClaim claim, Arena *arena)
{
    const TinyCase *tiny = rules->tiny;
    TinyShorts shorts;
    int64_t numbers[TINY_NUMBERS], cost = tiny_shortages(rules, holding, &shorts);
    count_numbers(numbers, rules, holding, &shorts, cost);
    ResultFiles files = {.assignments = assignments_table(rules, holding, arena),
                         .groups = groups_table(rules, holding, &shorts, arena),
                         .people = people_table(rules, holding, arena),
                         .shortages = shortages_table(tiny, &shorts, arena),
                         .leading = tiny_leading_table(rules, holding, arena),
                         .json = json_text(rules, holding, numbers, claim, arena),
                         .json_path = "result.json"};
    files.json_size = files.json ? strlen(files.json) : 0;
    return files;
}

/* The cells of a table anew, to be changed. */
static const char **own_cells(Table *table, Arena *arena)
{
    size_t n_cells = (size_t)table->n_rows * (size_t)table->n_columns;
    const char **cells = ARENA_ARRAY(arena, const char *, n_cells);
    if (!cells) abort();
    memcpy(cells, table->cells, n_cells * sizeof *cells);
    table->cells = cells;
    return cells;
}

void tiny_result_spoil_cell(ResultFiles *files, uint64_t *state, Arena *arena)
{
    Table *tables[] = {&files->assignments, &files->groups, &files->people, &files->shortages, &files->leading};
    static const int checked[] = {11, 7, 8, 11, 7}; /* the columns before free text */
    int which = tiny_draw(state, 0, 4);
    if (tables[which]->n_rows == 0) which = 1; /* there is always a group */
    Table *table = tables[which];
    int at = tiny_draw(state, 0, table->n_rows - 1) * table->n_columns + tiny_draw(state, 0, checked[which] - 1);
    const char **cells = own_cells(table, arena);
    cells[at] = arena_print(arena, "%s0", cells[at]);
    if (!cells[at]) abort();
}

bool tiny_result_spoil_order(ResultFiles *files, uint64_t *state, Arena *arena)
{
    Table *tables[] = {&files->assignments, &files->groups, &files->people, &files->shortages, &files->leading};
    Table *table = tables[tiny_draw(state, 0, 4)];
    if (table->n_rows < 2) return false;
    const char **row = own_cells(table, arena) + tiny_draw(state, 0, table->n_rows - 2) * table->n_columns;
    for (int i = 0; i < table->n_columns; i++) {
        const char *cell = row[i];
        row[i] = row[table->n_columns + i];
        row[table->n_columns + i] = cell;
    }
    return true;
}
