#include <criterion/criterion.h>
#include <string.h>

#include "read/read.h"
#include "unit/reading_support.h"

static Reading reading;

static void start(void) { reading_start(&reading); }
static void end(void) { reading_end(&reading); }

TestSuite(read, .init = start, .fini = end);

static const char *path_of(const char *name) { return arena_print(reading.arena, "%s/%s", reading.folder, name); }

/* What could not be read is told once; nothing else is said to be unknown because of it. */
Test(read, unreadable_files_hide_no_other_fault)
{
    reading_text(&reading, "groups.csv", "group,needs\nILT,Literacy 4\n");
    reading_text(&reading, "roles.csv", "group,role,mim\nILT,lead,1\n");
    reading_text(&reading, "settings.csv", "setting,value\nevryone,3\n");
    const char *surveys[] = {path_of("gone.csv"), reading_text(&reading, "empty.csv", "")};
    CadreInputs inputs = {.plan = reading.folder, .surveys = surveys, .n_surveys = 2};
    ReadResult result;
    cr_assert_eq(read_inputs(&result, NULL, &inputs, reading.arena, reading.messages, &reading.err), CADRE_OK, "%s",
                 reading.err.text);
    const char *messages = reading_messages(&reading);
    cr_expect(strstr(messages, "error gone.csv:0:0: cannot be read: "), "%s", messages);
    cr_expect(strstr(messages, "error empty.csv:0:0: the file is empty; expected a header row\n"), "%s", messages);
    cr_expect(strstr(messages, "error roles.csv:1:3: unknown column \"mim\"; expected \"min\" or another of: "), "%s",
              messages);
    cr_expect(strstr(messages, "evryone"), "%s", messages);
    cr_expect_eq(messages_errors(reading.messages), 4, "%s", messages);
}

Test(read, files_are_listed_by_path_with_their_checksum)
{
    reading_text(&reading, "groups.csv", "group\nILT\n");
    const char *surveys[] = {reading_text(&reading, "z.csv", "abc"), path_of("gone.csv")};
    CadreInputs inputs = {.plan = reading.folder, .surveys = surveys, .n_surveys = 2};
    ReadResult result;
    cr_assert_eq(read_inputs(&result, NULL, &inputs, reading.arena, reading.messages, &reading.err), CADRE_OK);
    cr_assert_eq(result.n_files, 2);
    cr_expect_str_eq(result.files[0].path, path_of("groups.csv"));
    cr_expect_eq(result.files[0].bytes, 10);
    cr_expect_str_eq(result.files[1].path, surveys[0]);
    cr_expect_str_eq(result.files[1].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

Test(read, surveys_of_one_name)
{
    reading_text(&reading, "groups.csv", "group\nILT\n");
    const char *survey = path_of("gone.csv"), *surveys[] = {survey, survey, "/nowhere/gone.csv"};
    CadreInputs inputs = {.plan = reading.folder, .surveys = surveys, .n_surveys = 3};
    ReadResult result;
    cr_assert_eq(read_inputs(&result, NULL, &inputs, reading.arena, reading.messages, &reading.err), CADRE_OK);
    const char *messages = reading_messages(&reading);
    cr_expect(strstr(messages, "error gone.csv:0:0: the survey is given twice; expected each once\n"), "%s", messages);
    cr_expect(strstr(messages, "error /nowhere/gone.csv:0:0: the survey \"gone.csv\" is called like "), "%s", messages);
}

Test(read, result_files_lose_their_guards)
{
    reading_text(&reading, "assignments.csv", "person,name\n'=p1,'@Ana\n-1,''x\n");
    reading_text(&reading, "groups.csv", "group\n");
    reading_text(&reading, "people.csv", "person\n'+p1\n");
    reading_text(&reading, "result.json", "{}\n");
    ResultFiles files;
    cr_assert_eq(read_result(&files, reading.folder, reading.arena, reading.messages, &reading.err), CADRE_OK);
    cr_expect_str_eq(table_cell(&files.assignments, 0, 0), "=p1");
    cr_expect_str_eq(table_cell(&files.assignments, 0, 1), "@Ana");
    cr_expect_str_eq(table_cell(&files.assignments, 1, 0), "-1");
    cr_expect_str_eq(table_cell(&files.assignments, 1, 1), "'x");
    cr_expect_str_eq(table_cell(&files.people, 0, 0), "+p1");
    cr_expect_eq(files.groups.n_rows, 0);
    cr_expect_str_eq(files.json, "{}\n");
    cr_expect_eq(files.json_size, 3);
    const char *messages = reading_messages(&reading);
    cr_expect(strncmp(messages, "error shortages.csv:0:0: cannot be read: ", 41) == 0, "%s", messages);
    cr_expect(strstr(messages, "error leading.csv:0:0: there is no such file, as in results of earlier versions; expected one: "
                               "solve again with this version\n"),
              "%s", messages);
    cr_assert_eq(read_result(&files, "/nowhere/result", reading.arena, reading.messages, &reading.err), CADRE_OK);
    cr_expect_str_eq(reading_messages(&reading),
                     "error /nowhere/result:0:0: there is no such folder; expected a result that Cadre has written\n");
}
