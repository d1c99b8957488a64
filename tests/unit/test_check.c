/* The whole command over a small school, with every request for memory and every file operation made to fail in turn. */
#include <criterion/criterion.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/files.h"
#include "base/memory.h"
#include "unit/reading_support.h"

static Reading reading;
static const char *survey, *missing;

static void start(void)
{
    reading_start(&reading);
    survey = reading_text(&reading, "survey.csv",
                          "When,Email,Rate [a],Rate [b],Rate [c],Rate [d],Rate [e],First\n"
                          "2026-09-01,ann@x.org,1,1,1,1,1,Team\n2026-09-02,ann@x.org,2,2,2,2,2,Team\n"
                          "2026-09-02,bo@x.org,5,4,3,2,5-Mar,\n");
    reading_text(&reading, "columns.csv",
                 "header,means,name\nWhen,timestamp,\nEmail,email,\nRate [a],skill,\nRate [b],skill,\nRate [c],skill,\n"
                 "Rate [d],skill,\nRate [e],skill,\nFirst,choice,1\n");
    reading_text(&reading, "scales.csv", "scale,answer,level\nodd,5-Mar,5\n");
    reading_text(&reading, "people.csv", "email,site,hours\nann@x.org,North,4\nbo@x.org,South,0\ncy@x.org,South,4\n");
    reading_text(&reading, "groups.csv", "group,site,needs\nTeam,each,a 5\nTwo,,b 4\n");
    reading_text(&reading, "settings.csv", "setting,value\ncloses,2026-09-01\n");
    missing = arena_print(reading.arena, "%s/missing.csv", reading.folder);
}

static void end(void) { reading_end(&reading); }

TestSuite(check, .init = start, .fini = end);

static CadreStatus run_check(bool json, FILE *print)
{
    CadreInputs inputs = {.plan = reading.folder, .surveys = &survey, .n_surveys = 1};
    CadreCheckOptions options = {.missing = missing, .print = print, .json = json, .most_alike = 1};
    return cadre_check(&inputs, &options, NULL, &reading.err);
}

static const char *text_of(const char *path)
{
    char *bytes;
    size_t size;
    if (!file_exists(path)) return "";
    cr_assert_eq(file_read(&bytes, &size, path, reading.arena, &reading.err), CADRE_OK, "%s", reading.err.text);
    return bytes;
}

static const char list[] = "person,name,email,site,missing\ncy@x.org,,cy@x.org,South,survey.csv\n";

Test(check, every_want_of_memory_is_told)
{
    FILE *nowhere = fopen("/dev/null", "w");
    cr_assert(nowhere);
    for (int json = 0; json < 2; json++) {
        CadreStatus status = CADRE_NO_MEMORY;
        for (long n = 0; status != CADRE_OK; n++) {
            memory_fail_after(n);
            status = run_check(json, nowhere);
            memory_fail_after(-1);
            cr_assert(status == CADRE_OK || status == CADRE_NO_MEMORY, "after %ld: %s", n, reading.err.text);
            const char *there = text_of(missing);
            cr_assert(strcmp(there, list) == 0 || (status != CADRE_OK && *there == '\0'), "after %ld: %s", n, there);
        }
        file_remove(missing);
    }
    fclose(nowhere);
}

/* An earlier list stays as it was until the new one is whole. */
Test(check, every_fault_of_files_leaves_a_list)
{
    static const char earlier[] = "person,name,email,site,missing\n";
    CadreStatus status = CADRE_IO;
    for (long n = 0; status != CADRE_OK; n++) {
        reading_text(&reading, "missing.csv", earlier);
        files_fail_after(n, ENOSPC);
        status = run_check(false, NULL);
        files_fail_after(-1, 0);
        const char *there = text_of(missing);
        cr_assert(strcmp(there, list) == 0 || (status != CADRE_OK && strcmp(there, earlier) == 0), "after %ld: %s", n, there);
    }
    cr_expect_str_eq(text_of(missing), list);
}
