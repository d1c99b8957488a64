/* result_facts_json.c: result.json as values. Settings become the texts that settings.csv would hold. */
#include <jansson.h>

#include "base/files.h"
#include "read/result_facts_read.h"

static void say(Messages *messages, const ResultFiles *files, const char *what)
{
    messages_add(messages, CADRE_ERROR, (Origin){files->json_path, 0, 0}, "%s; expected the file as Cadre has written it",
                 what);
}

static bool whole(int64_t *out, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_integer(value)) return false;
    *out = (int64_t)json_integer_value(value);
    return *out >= -FACT_MOST && *out <= FACT_MOST;
}

/* NULL: no memory. */
static const char *setting_text(const json_t *value, Arena *arena)
{
    if (json_is_string(value)) return arena_copy(arena, json_string_value(value));
    if (json_is_integer(value)) return arena_print(arena, "%lld", (long long)json_integer_value(value));
    if (!json_is_real(value) || json_real_value(value) < 0 || json_real_value(value) > 1e9) return "";
    long long hundredths = (long long)(json_real_value(value) * 100 + 0.5);
    if (hundredths % 100 == 0) return arena_print(arena, "%lld", hundredths / 100);
    if (hundredths % 10 == 0) return arena_print(arena, "%lld.%lld", hundredths / 100, hundredths / 10 % 10);
    return arena_print(arena, "%lld.%02lld", hundredths / 100, hundredths % 100);
}

static CadreStatus settings_take(ResultFacts *out, json_t *settings, Arena *arena, CadreError *err)
{
    const char *name;
    json_t *value;
    out->settings = ARENA_ARRAY(arena, FactSetting, json_object_size(settings));
    if (!out->settings) return error_no_memory(err);
    json_object_foreach(settings, name, value)
    {
        FactSetting setting = {arena_copy(arena, name), setting_text(value, arena)};
        if (!setting.name || !setting.value) return error_no_memory(err);
        out->settings[out->n_settings++] = setting;
    }
    const json_t *fairness = json_object_get(settings, "fairness");
    out->is_floor = json_is_string(fairness) && json_string_value(fairness)[0] == 'f';
    return CADRE_OK;
}

static void numbers_take(ResultFacts *out, const json_t *root, const ResultFiles *files, Messages *messages)
{
    const json_t *parts = json_object_get(root, "parts"), *proved = json_object_get(root, "proved");
    bool there = whole(&out->objective, root, "objective") && whole(&out->bound, root, "bound") &&
                 whole(&out->gap, root, "gap") && whole(&out->parts.points, parts, "points") &&
                 whole(&out->parts.everyone, parts, "everyone") && whole(&out->parts.extra_load, parts, "extra_load") &&
                 whole(&out->parts.shortages, parts, "shortages") && json_is_boolean(proved);
    if (!there)
        say(messages, files, "\"objective\", \"bound\", \"gap\", \"proved\" or a number of \"parts\" is missing");
    else if (out->gap < 0)
        say(messages, files, "\"gap\" is less than 0");
    else if (objective_value(out->parts) != out->objective)
        say(messages, files, "\"objective\" is not the sum of its \"parts\"");
    out->proved = json_is_true(proved);
    whole(&out->floor, root, "floor");
    whole(&out->changes, root, "changes");
}

CadreStatus result_facts_json(ResultFacts *out, const ResultFiles *files, Arena *arena, Messages *messages, CadreError *err)
{
    if (files->json_size == 0) { /* a file that cannot be read is told */
        if (file_exists(files->json_path)) say(messages, files, "is empty");
        return CADRE_OK;
    }
    json_error_t fault;
    json_t *root = json_loadb(files->json, files->json_size, JSON_REJECT_DUPLICATES, &fault);
    json_t *settings = json_object_get(root, "settings");
    CadreStatus status = CADRE_OK;
    if (!json_is_object(root))
        messages_add(messages, CADRE_ERROR, (Origin){files->json_path, root ? 0 : fault.line, 0},
                     "is no JSON object; expected the file as Cadre has written it");
    else if (!json_is_object(settings))
        say(messages, files, "\"settings\" is missing");
    else {
        numbers_take(out, root, files, messages);
        status = settings_take(out, settings, arena, err);
    }
    json_decref(root);
    return status;
}
