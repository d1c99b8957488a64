/* test_tiny: solve tiny cases of `cadre generate` from their sheets and compare with brute force over the record beside them.
 * Usage: test_tiny FIRST_SEED COUNT FOLDER. Says for how many cases each rule family decides the optimum. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "cadre/cadre.h"
#include "tiny/tiny_case.h"

typedef struct Found {
    CadreStatus status;
    int64_t objective, changes;
    bool proved;
    char text[1024];
} Found;

static void keep_message(void *data, const CadreMessage *message)
{
    Found *found = data;
    if (message->severity == CADRE_ERROR && !found->text[0])
        snprintf(found->text, sizeof found->text, "%s:%d:%d: %s", message->file, message->line, message->column, message->text);
}

static void read_result(Found *found, const char *path)
{
    json_error_t error;
    json_t *json = json_load_file(path, 0, &error);
    if (!json) {
        found->status = CADRE_IO;
        snprintf(found->text, sizeof found->text, "%s: %s", path, error.text);
        return;
    }
    found->objective = json_integer_value(json_object_get(json, "objective"));
    found->changes = json_integer_value(json_object_get(json, "changes"));
    found->proved = json_is_true(json_object_get(json, "proved"));
    json_decref(json);
}

static Found solve(const char *folder, const char *method)
{
    Found found = {0};
    char skills[600], interests[600], plan[600], out[600], json[700];
    snprintf(skills, sizeof skills, "%s/skills.csv", folder);
    snprintf(interests, sizeof interests, "%s/interests.csv", folder);
    snprintf(plan, sizeof plan, "%s/plan", folder);
    snprintf(out, sizeof out, "%s/result", folder);
    snprintf(json, sizeof json, "%s/result.json", out);
    const char *surveys[] = {skills, interests};
    CadreInputs inputs = {.plan = plan, .surveys = surveys, .n_surveys = 2};
    CadreSolveOptions options = CADRE_SOLVE_OPTIONS_INIT;
    options.repairs = 0; /* other tests are about them */
    options.out = out;
    options.method = method;
    options.threads = 1;
    CadreListener listener = {.data = &found, .message = keep_message};
    CadreError error = {0};
    bool certified;
    found.status = cadre_solve(&inputs, &options, &listener, &certified, &error);
    if (found.status == CADRE_OK)
        read_result(&found, json);
    else if (!found.text[0])
        memcpy(found.text, error.text, sizeof found.text);
    return found;
}

/* Whether a message is one of absolute rules that cannot all be kept, not of sheets that cannot be read. */
static bool is_contradiction(const char *text)
{
    static const char *const endings[] = {
        "expected rules that can all be kept",                        /* found by a search */
        "expected pins that can all be kept",                         /* one person's must pins */
        "expected a person who may hold it, for a pin lifts no rule", /* a must pin and a barred person */
    };
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (strstr(text, endings[i])) return true;
    return strstr(text, " people must be in ") && strstr(text, "; expected at most "); /* a seat too few for must pins */
}

static bool agrees(const TinyCase *tiny, const Found *found, TinyOptimum truth)
{
    if (!truth.feasible) {
        if (found->status == CADRE_INPUT && is_contradiction(found->text)) return true;
        fprintf(stderr, "seed %lu: no assignment keeps the absolute rules, yet the status is %d: %s\n",
                (unsigned long)tiny->seed, found->status, found->text);
        return false;
    }
    if (found->status != CADRE_OK) {
        fprintf(stderr, "seed %lu: status %d: %s\n", (unsigned long)tiny->seed, found->status, found->text);
        return false;
    }
    bool same =
        found->proved && found->objective == truth.objective && (!tiny->has_previous || found->changes == truth.changes);
    if (!same)
        fprintf(stderr, "seed %lu: objective %ld, changes %ld, proved %d; brute force says %ld, %d\n",
                (unsigned long)tiny->seed, (long)found->objective, (long)found->changes, found->proved, (long)truth.objective,
                truth.changes);
    return same;
}

/* Solve and judge one case; count the families that decide it. */
static bool try_case(const TinyCase *tiny, const char *folder, const char *method, long decides[TINY_FAMILIES])
{
    TinyOptimum truth = tiny_case_optimum(tiny, 0);
    for (int family = 0; family < TINY_FAMILIES; family++) {
        TinyOptimum without = tiny_case_optimum(tiny, 1u << family);
        decides[family] += without.feasible != truth.feasible || (truth.feasible && without.objective != truth.objective);
    }
    Found found = solve(folder, method);
    return agrees(tiny, &found, truth);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: test_tiny FIRST_SEED COUNT FOLDER [METHOD]\n");
        return 2;
    }
    uint64_t first = strtoull(argv[1], NULL, 10), count = strtoull(argv[2], NULL, 10);
    long decides[TINY_FAMILIES] = {0}, passed = 0, failed = 0, contradictory = 0;
    for (uint64_t seed = first; seed < first + count; seed++) {
        TinyCase tiny;
        bool right =
            tiny_case_generate(&tiny, seed, argv[3]) && try_case(&tiny, argv[3], argc > 4 ? argv[4] : "compact", decides);
        contradictory += right && !tiny_case_optimum(&tiny, 0).feasible;
        tiny_case_release(&tiny);
        if (right)
            passed++;
        else
            failed++;
    }
    tiny_case_remove(argv[3]);
    printf("rule family: cases whose optimum it decides\n");
    for (int family = 0; family < TINY_FAMILIES; family++) {
        printf("  %-18s %ld\n", tiny_family_names[family], decides[family]);
        if (count >= 1000 && decides[family] * 50 < (long)count) failed++, printf("    too few: expected a fiftieth\n");
    }
    printf("%ld contradictory plans among them\n%ld passed, %ld failed\n", contradictory, passed, failed);
    return failed > 0;
}
