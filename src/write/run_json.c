#include <math.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "write/json_values.h"
#include "write/write.h"

static json_t *day_json(const SurveyAnswers *answers, const char *day)
{
    return survey_answers_dated(answers) && survey_answers_clear(answers) ? json_string(day) : json_null();
}

/* Adds how many answers a survey's file has, and their first and last day where these are clear. */
static bool answers_add(json_t *file, const SurveyAnswers *answers)
{
    json_t *value = json_pack("{s:i, s:o, s:o}", "count", answers->n_rows, "first", day_json(answers, answers->first_day[0]),
                              "last", day_json(answers, answers->last_day[0]));
    return json_object_set_new(file, "answers", value) == 0;
}

static json_t *files_json(const RunFacts *facts, Arena *arena)
{
    json_t *files = json_array();
    for (int i = 0; files && i < facts->n_files; i++) {
        const RunFile *file = &facts->files[i];
        json_t *value = json_pack("{s:o, s:o, s:s}", "path", json_lenient(file->path, arena), "bytes",
                                  file->bytes < 0 ? json_null() : json_integer(file->bytes), "sha256", file->sha256);
        bool told = !facts->surveys || file->survey == 0 || answers_add(value, &facts->surveys[file->survey - 1]);
        if (json_array_append_new(files, value) == 0 && told) continue;
        json_decref(files);
        files = NULL;
    }
    return files;
}

static json_t *paths_json(const char *const paths[], int n, Arena *arena)
{
    json_t *array = json_array();
    for (int i = 0; array && i < n; i++) {
        if (json_array_append_new(array, json_lenient(paths[i], arena)) == 0) continue;
        json_decref(array);
        array = NULL;
    }
    return array;
}

/* In the order of the command: of surveys and scenarios the later wins. */
static json_t *inputs_json(const CadreInputs *inputs, Arena *arena)
{
    if (!inputs) return json_null();
    return json_pack("{s:o, s:o, s:o, s:o}", "from", inputs->from ? json_lenient(inputs->from, arena) : json_null(), "plan",
                     json_lenient(inputs->plan, arena), "surveys", paths_json(inputs->surveys, inputs->n_surveys, arena),
                     "scenarios", paths_json(inputs->scenarios, inputs->n_scenarios, arena));
}

static double to_milliseconds(double seconds) { return round(seconds * 1000) / 1000; }

static json_t *seconds_json(const RunFacts *facts)
{
    json_t *stages = json_object();
    double total = 0;
    for (int i = 0; stages && i < facts->n_stages; i++) {
        total += facts->stages[i].seconds;
        json_t *seconds = json_real(to_milliseconds(facts->stages[i].seconds));
        if (json_object_set_new(stages, facts->stages[i].name, seconds) == 0) continue;
        json_decref(stages);
        stages = NULL;
    }
    return json_pack("{s:o, s:f}", "stages", stages, "total", to_milliseconds(total));
}

static json_t *machine_json(void)
{
    struct utsname machine;
    if (uname(&machine) != 0) return json_null();
    return json_pack("{s:s, s:s, s:s, s:i}", "system", machine.sysname, "release", machine.release, "architecture",
                     machine.machine, "cpus", (int)sysconf(_SC_NPROCESSORS_ONLN));
}

static json_t *peak_memory_json(void)
{
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) == 0 ? json_integer(usage.ru_maxrss) : json_null();
}

CadreStatus run_json_text(const char **text, const RunFacts *facts, Arena *arena, CadreError *err)
{
    json_t *value =
        json_pack("{s:s, s:s, s:i, s:o, s:o, s:o, s:o, s:o}", "version", CADRE_VERSION, "started", facts->started, "threads",
                  facts->threads, "seconds", seconds_json(facts), "machine", machine_json(), "files", files_json(facts, arena),
                  "inputs", inputs_json(facts->inputs, arena), "peak_memory_kb", peak_memory_json());
    if (value && facts->redacted && json_object_set_new(value, "redacted", json_string(facts->redacted)) != 0) {
        json_decref(value);
        value = NULL;
    }
    return json_finish(text, value, arena, err);
}
