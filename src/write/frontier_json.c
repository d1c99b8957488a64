#include "write/frontier_write.h"
#include "write/json_values.h"

static json_t *measures_json(const FrontierMeasures *of)
{
    return json_pack("{s:I, s:I, s:I, s:i, s:i, s:i, s:i, s:b}", "total", (json_int_t)of->total, "points",
                     (json_int_t)of->points, "shortages", (json_int_t)of->shortages, "short_needs", of->n_shortages, "people",
                     of->people, "most_groups", of->most_groups, "moves", of->moves, "keeps_rules", of->keeps_rules);
}

static json_t *values_json(const Frontier *frontier, int point, Arena *arena)
{
    json_t *values = json_array();
    for (int i = 0; i < frontier->n_names && values; i++)
        if (json_array_append_new(values, json_lenient(frontier->values[point * frontier->n_names + i], arena)) != 0) {
            json_decref(values);
            return NULL;
        }
    return values;
}

static json_t *names_json(const Frontier *frontier, Arena *arena)
{
    const Frontier names = {.values = frontier->names, .n_names = frontier->n_names};
    return values_json(&names, 0, arena);
}

static json_t *changes_json(int64_t changes) { return changes < 0 ? json_null() : json_integer(changes); }

static json_t *point_json(const Frontier *frontier, int number, Arena *arena)
{
    const FrontierPoint *point = &frontier->points[number];
    json_t *values = values_json(frontier, number, arena);
    if (!point->possible) return json_pack("{s:o, s:b, s:b}", "values", values, "possible", 0, "efficient", 0);
    return json_pack("{s:o, s:b, s:I, s:I, s:b, s:o, s:o, s:i, s:b}", "values", values, "possible", 1, "value",
                     (json_int_t)point->value, "bound", (json_int_t)point->bound, "proved", point->proved, "measures",
                     measures_json(&point->measures), "changes", changes_json(point->changes), "outcome", point->outcome,
                     "efficient", point->efficient);
}

CadreStatus frontier_json_text(const char **text, const Frontier *frontier, Arena *arena, CadreError *err)
{
    json_t *points = json_array();
    for (int i = 0; i < frontier->n_points && points; i++)
        if (json_array_append_new(points, point_json(frontier, i, arena)) != 0) {
            json_decref(points);
            points = NULL;
        }
    json_t *from = frontier->changes_from ? json_lenient(frontier->changes_from, arena) : json_null();
    json_t *value = json_pack("{s:o, s:o, s:o, s:s, s:o, s:i, s:o}", "varied", names_json(frontier, arena), "own",
                              measures_json(&frontier->own), "own_changes", changes_json(frontier->own_changes), "counted",
                              frontier->changes_from ? "changes" : "moves", "changes_from", from, "outcomes",
                              frontier->n_outcomes, "points", points);
    return json_finish(text, value, arena, err);
}
