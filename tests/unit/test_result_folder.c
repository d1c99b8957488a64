/* A result folder is written complete or not at all, and replaces nothing but a result. */
#include <criterion/criterion.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.h"
#include "base/memory.h"
#include "scratch.h"
#include "write/write.h"

static Arena *arena;
static char folder[SCRATCH_SIZE];
static CadreError err;

/* One group led by one of two people. */
static Model model;
static ResultRows rows;
static SolveOutcome outcome;
static const ReportInput result = {&model, &rows, &outcome, 1, NULL, 0, 1};
static const RunFacts facts = {.stages = {{"read", 0.25}}, .n_stages = 1, .threads = 1, .started = "2026-01-01T00:00:00Z"};

static void make_model(void)
{
    static Settings settings = SETTINGS_INIT;
    static Person staff[2] = {
        {.key = "a1", .id = "a1", .email = "", .name = "=Ana", .site = 0, .position = "", .answered = true},
        {.key = "b2", .id = "b2", .email = "", .name = "Bo", .site = -1, .position = ""}};
    static Site sites[1] = {{.name = "Oak", .network = ""}};
    static Group groups[1] = {{.name = "Data", .base_name = "Data", .site = -1, .n_roles = 1}};
    static Role roles[1] = {{.name = "lead", .leads = true, .min = 2, .max = 2}};
    model = (Model){.settings = settings, .n_staff = 2, .n_sites = 1, .n_groups = 1, .n_roles = 1};
    model.staff = staff;
    model.sites = sites;
    model.groups = groups;
    model.roles = roles;
    model.skills = names_create(arena, NAME_STYLE_NAME);
    model.fields = names_create(arena, NAME_STYLE_HEADER);
    names_add(model.fields, "site");
}

static void make_rows(void)
{
    static AssignmentRow assignments[1] = {{.points = 612, .parts = {700, 500, -1, -1}, .reason = "Has Data 4 (5 wanted)."}};
    static GroupRow groups[1] = {{.size = 1, .leads = 1, .points_mean = 612, .points_min = 612, .shortages = 20000}};
    static PersonRow people[2] = {{.groups = 1, .leads = 1, .hours = 150, .hours_left = 250, .best_points = 612, .reason = "r"},
                                  {.person = 1, .hours_left = 400, .best_points = -1, .reason = "Away."}};
    static ShortageRow shortages[1] = {{{.role = 0, .skill = -1, .field = -1, .needed = 2, .have = 1, .cost = 20000}, "hire"}};
    static LeadingRow leading[2] = {{FIELD_SITE, "=Oak", 1, 1, 1}, {FIELD_SITE, "", 2, 0, 0}};
    rows = (ResultRows){.assignments = assignments, .groups = groups, .people = people, .shortages = shortages};
    rows.n_assignments = rows.n_groups = rows.n_shortages = 1;
    rows.n_people = 2;
    rows.leading = (LeadingTable){.staff = 3, .leaders = 1, .leading_roles = 1, .merit = {-1, 1, 3, 2, 1}};
    rows.leading.rows.items = leading;
    rows.leading.rows.n = 2;
    outcome = (SolveOutcome){.parts = {1836, 200, 0, 20000}, .bound = -17964, .proved = true, .method = "compact"};
    outcome.floor = outcome.changes = -1;
}

static void set_up(void)
{
    arena = arena_create(NULL);
    cr_assert(scratch_folder(folder, "result"));
    make_model();
    make_rows();
}

static void tear_down(void)
{
    char command[128];
    files_fail_after(-1, 0);
    files_without_exchange(false);
    memory_fail_after(-1);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
    arena_release(arena);
}

TestSuite(result_folder, .init = set_up, .fini = tear_down);

static const char *in_folder(const char *name) { return arena_print(arena, "%s/%s", folder, name); }

static int entries_of(const char *path)
{
    const char *const *names;
    int n = -1;
    cr_assert_eq(folder_list(&names, &n, path, arena, &err), CADRE_OK, "%s", err.text);
    return n;
}

static CadreStatus write_result(const char *path)
{
    const char *aside;
    TRY(result_target_check(path, arena, &err));
    TRY(result_write_aside(&aside, path, &result, arena, &err));
    return result_commit(aside, path, &facts, arena, &err);
}

static void expect_file(const char *path, const char *expected)
{
    char *bytes;
    size_t size;
    cr_assert_eq(file_read(&bytes, &size, path, arena, &err), CADRE_OK, "%s", err.text);
    cr_assert_str_eq(bytes, expected);
}

static void expect_result(const char *path)
{
    cr_assert_eq(entries_of(path), 8);
    expect_file(arena_print(arena, "%s/assignments.csv", path),
                "person,name,site,group,role,leads,points,fit,interest,growth,continuity,reason\n"
                "a1,'=Ana,Oak,Data,lead,yes,612,700,500,,,Has Data 4 (5 wanted).\n");
}

static void expect_refusal(const char *path, const char *ending)
{
    cr_assert_eq(result_target_check(path, arena, &err), CADRE_INPUT);
    size_t length = strlen(err.text), tail = strlen(ending);
    cr_assert(length >= tail && strcmp(err.text + length - tail, ending) == 0, "%s", err.text);
}

Test(result_folder, sheets_are_as_the_contract_says)
{
    const char *path = in_folder("result");
    cr_assert_eq(write_result(path), CADRE_OK, "%s", err.text);
    expect_result(path);
    expect_file(in_folder("result/groups.csv"),
                "group,site,size,leads,points_mean,points_min,shortages\nData,,1,1,612,612,20000\n");
    expect_file(in_folder("result/people.csv"), "person,name,site,groups,leads,hours,hours_left,best_points,reason\n"
                                                "a1,'=Ana,Oak,1,1,1.5,2.5,612,r\nb2,Bo,,0,0,0,4,,Away.\n");
    expect_file(in_folder("result/shortages.csv"),
                "kind,group,site,role,skill,level,field,value,needed,have,cost,repair\nrole,Data,,lead,,,,,2,1,20000,hire\n");
    expect_file(in_folder("result/leading.csv"), "field,value,staff,leaders,leading_roles,staff_percent,leading_percent\n"
                                                 "site,'=Oak,1,1,1,33.3,100\nsite,,2,0,0,66.7,0\n");
    cr_assert_eq(entries_of(folder), 1);
}

Test(result_folder, json_is_sorted_and_ends_in_a_newline)
{
    const char *text;
    cr_assert_eq(result_json_text(&text, &model, &rows, &outcome, 1, arena, &err), CADRE_OK);
    const char *bound = strstr(text, "\"bound\": -17964"), *gap = strstr(text, "\"gap\": 0");
    cr_assert(bound && gap && bound < gap);
    cr_assert_not_null(strstr(text, "\"objective\": -17964"));
    cr_assert_not_null(strstr(text, "\"max_changes\": null"));
    cr_assert_null(strstr(text, "\"floor\""));
    cr_assert_not_null(strstr(text, "\"permille\": 833"));
    cr_assert_eq(text[strlen(text) - 1], '\n');
    outcome.floor = 612;
    cr_assert_eq(result_json_text(&text, &model, &rows, &outcome, 1, arena, &err), CADRE_OK);
    cr_assert_not_null(strstr(text, "\"floor\": 612"));
}

Test(result_folder, owner_only)
{
    struct stat about;
    cr_assert_eq(write_result(in_folder("result")), CADRE_OK);
    cr_assert_eq(stat(in_folder("result"), &about), 0);
    cr_assert_eq(about.st_mode & 0777, 0700);
    cr_assert_eq(stat(in_folder("result/run.json"), &about), 0);
    cr_assert_eq(about.st_mode & 0777, 0600);
}

Test(result_folder, names_of_all_kinds)
{
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("a", 0700), 0);
    static const char *const paths[] = {"result", "./dot", "a/b/", "a/../up", "a//c///"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        cr_assert_eq(write_result(paths[i]), CADRE_OK, "%s: %s", paths[i], err.text);
        cr_assert_eq(write_result(paths[i]), CADRE_OK, "again %s: %s", paths[i], err.text);
        expect_result(paths[i]);
    }
    cr_assert_eq(entries_of("."), 4);
    expect_refusal(".", "\".\" is no name for a result; expected one such as result or a/result");
    expect_refusal("a/..", "expected one such as result or a/result");
    expect_refusal("/", "expected one such as result or a/result");
    expect_refusal("", "expected one such as result or a/result");
}

Test(result_folder, a_link_to_a_result_stays_a_link)
{
    struct stat about;
    cr_assert_eq(write_result(in_folder("result")), CADRE_OK);
    cr_assert_eq(symlink("result", in_folder("link")), 0);
    cr_assert_eq(write_result(in_folder("link")), CADRE_OK, "%s", err.text);
    cr_assert_eq(lstat(in_folder("link"), &about), 0);
    cr_assert(S_ISLNK(about.st_mode));
    expect_result(in_folder("result"));
    cr_assert_eq(entries_of(folder), 2);
}

Test(result_folder, replaces_only_results)
{
    cr_assert_eq(mkdir(in_folder("empty"), 0700), 0);
    cr_assert_eq(write_result(in_folder("empty")), CADRE_OK, "%s", err.text);

    cr_assert_eq(mkdir(in_folder("plan"), 0700), 0);
    cr_assert_eq(file_write(in_folder("plan/groups.csv"), "group\n", 6, &err), CADRE_OK);
    expect_refusal(in_folder("plan"), "plan: holds files but no result.json; expected a new folder or a result");
    expect_file(in_folder("plan/groups.csv"), "group\n");

    cr_assert_eq(write_result(in_folder("result")), CADRE_OK);
    cr_assert_eq(file_write(in_folder("result/letter.txt"), "x", 1, &err), CADRE_OK);
    expect_refusal(in_folder("result"),
                   "result: holds \"letter.txt\", which is no part of a result; expected a new folder or a result");
    cr_assert_eq(write_result(in_folder("result")), CADRE_INPUT);
    cr_assert_eq(entries_of(in_folder("result")), 9);

    cr_assert_eq(file_write(in_folder("file"), "x", 1, &err), CADRE_OK);
    expect_refusal(in_folder("file"), "file: is a file; expected a new folder or a result");
    expect_refusal(in_folder("none/result"), "none/result: the folder that would hold it is not there; expected one that is");
}

Test(result_folder, what_comes_during_the_work_is_not_destroyed)
{
    const char *aside;
    cr_assert_eq(result_target_check(in_folder("result"), arena, &err), CADRE_OK);
    cr_assert_eq(result_write_aside(&aside, in_folder("result"), &result, arena, &err), CADRE_OK);
    cr_assert_eq(file_write(in_folder("result"), "mine", 4, &err), CADRE_OK);
    cr_assert_eq(result_commit(aside, in_folder("result"), &facts, arena, &err), CADRE_INPUT);
    expect_file(in_folder("result"), "mine");
    cr_assert_eq(entries_of(folder), 1);
}

static void through_full_disk(void)
{
    const char *path = in_folder("result");
    for (int n = 0;; n++) {
        files_fail_after(n, ENOSPC);
        CadreStatus status = write_result(path);
        files_fail_after(-1, 0);
        if (status == CADRE_OK) break;
        cr_assert_not_null(strstr(err.text, "No space left on device"), "%s", err.text);
        cr_assert_null(strstr(err.text, ".cadre-"), "%s", err.text);
        expect_file(in_folder("result/assignments.csv"), "earlier\n");
        cr_assert_eq(entries_of(folder), 1);
    }
    expect_result(path);
    cr_assert_eq(entries_of(folder), 1);
}

static void make_earlier(void)
{
    cr_assert_eq(write_result(in_folder("result")), CADRE_OK);
    cr_assert_eq(file_write(in_folder("result/assignments.csv"), "earlier\n", 8, &err), CADRE_OK);
}

Test(result_folder, full_disk_damages_nothing_earlier)
{
    make_earlier();
    through_full_disk();
}

Test(result_folder, full_disk_without_exchange)
{
    make_earlier();
    files_without_exchange(true);
    through_full_disk();
}

Test(result_folder, want_of_memory_damages_nothing_earlier)
{
    make_earlier();
    Arena *kept = arena;
    const char *path = in_folder("result");
    CadreStatus status = CADRE_NO_MEMORY;
    for (int n = 0; status != CADRE_OK; n++) {
        arena = arena_create(NULL);
        memory_fail_after(n);
        status = write_result(path);
        memory_fail_after(-1);
        arena_release(arena);
        arena = kept;
        if (status == CADRE_OK) break;
        cr_assert_eq(status, CADRE_NO_MEMORY, "%s", err.text);
        expect_file(in_folder("result/assignments.csv"), "earlier\n");
        cr_assert_eq(entries_of(folder), 1);
    }
    expect_result(path);
}

/* The number of a process that is gone. */
static long dead_process(void)
{
    pid_t child = fork();
    if (child == 0) _exit(0);
    waitpid(child, NULL, 0);
    return child;
}

Test(result_folder, what_a_killed_run_left_is_swept)
{
    long dead = dead_process();
    const char *left = arena_print(arena, "%s/.result.cadre-%ld", folder, dead);
    const char *alive = arena_print(arena, "%s/.result.cadre-%ld", folder, (long)getppid());
    cr_assert_eq(mkdir(left, 0700), 0);
    cr_assert_eq(file_write(arena_print(arena, "%s/groups.csv", left), "x", 1, &err), CADRE_OK);
    cr_assert_eq(mkdir(alive, 0700), 0);
    cr_assert_eq(mkdir(in_folder(".resulting.cadre-1x"), 0700), 0);
    cr_assert_eq(write_result(in_folder("result")), CADRE_OK, "%s", err.text);
    cr_assert(!folder_exists(left));
    cr_assert(folder_exists(alive));
    cr_assert(folder_exists(in_folder(".resulting.cadre-1x")));
}

Test(result_folder, an_exchange_cut_short_is_undone)
{
    make_earlier();
    const char *old = arena_print(arena, "%s/.result.cadre-%ld.old", folder, dead_process());
    cr_assert_eq(rename(in_folder("result"), old), 0);
    cr_assert_eq(result_target_check(in_folder("result"), arena, &err), CADRE_OK, "%s", err.text);
    expect_file(in_folder("result/assignments.csv"), "earlier\n");
    cr_assert_eq(entries_of(folder), 1);
}
