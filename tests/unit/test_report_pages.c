/* A report of more than one page: which there are, that none is too large, and that every link between them leads somewhere. */
#include <criterion/criterion.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/files.h"
#include "folder_case.h"
#include "write/report_book.h"
#include "write/write.h"

enum { STAFF = 3200, SITES = 3, GROUPS = 4 };

static Model model;
static ResultRows rows;
static SolveOutcome outcome;
static Site sites[SITES] = {
    {.name = "Zoë's <School>", .network = ""}, {.name = "学校", .network = ""}, {.name = "Elm", .network = ""}};
static Group groups[GROUPS] = {
    {.name = "One", .base_name = "One", .kind = "", .purpose = "", .site = 0, .first_role = 0, .n_roles = 1, .max_size = STAFF},
    {.name = "Two", .base_name = "Two", .kind = "", .purpose = "", .site = 1, .first_role = 1, .n_roles = 1, .max_size = STAFF},
    {.name = "Three",
     .base_name = "Three",
     .kind = "",
     .purpose = "",
     .site = 2,
     .first_role = 2,
     .n_roles = 1,
     .max_size = STAFF},
    {.name = "All",
     .base_name = "All",
     .kind = "",
     .purpose = "",
     .site = -1,
     .first_role = 3,
     .n_roles = 1,
     .max_size = STAFF}};
static Role roles[GROUPS] = {{.name = "member", .group = 0, .min = 1, .max = STAFF},
                             {.name = "member", .group = 1, .min = 1, .max = STAFF},
                             {.name = "member", .group = 2, .min = 1, .max = STAFF},
                             {.name = "lead", .leads = true, .group = 3, .min = 1, .max = 1}};

/* Everyone serves in the group of their site, and the first of all leads what is open to all. */
static void make_rows(void)
{
    rows = (ResultRows){.n_people = STAFF, .n_groups = GROUPS};
    rows.assignments = ARENA_ARRAY(arena, AssignmentRow, STAFF + 1);
    rows.people = ARENA_ARRAY(arena, PersonRow, STAFF);
    rows.groups = ARENA_ARRAY(arena, GroupRow, GROUPS);
    for (int group = 0; group < GROUPS; group++) rows.groups[group] = (GroupRow){.group = group};
    for (int person = 0; person < STAFF; person++) {
        int at = model.staff[person].site;
        rows.people[person] = (PersonRow){.person = person, .groups = 1 + (person == 0), .reason = ""};
        rows.assignments[rows.n_assignments++] =
            (AssignmentRow){.person = person, .role = at, .points = 5, .reason = "Willing."};
        if (person == 0) rows.assignments[rows.n_assignments++] = (AssignmentRow){.role = 3, .points = 7, .reason = "Leads."};
        rows.groups[at].size++;
    }
    rows.groups[3].size = 1;
}

static void set_up_pages(int n_sites)
{
    folder_case_begin();
    model = (Model){.n_staff = STAFF, .n_sites = n_sites, .n_groups = GROUPS, .n_roles = GROUPS, .sites = sites};
    model.settings = (Settings)SETTINGS_INIT;
    model.groups = groups;
    model.roles = roles;
    model.fields = names_create(arena, NAME_STYLE_HEADER);
    model.skills = names_create(arena, NAME_STYLE_NAME);
    model.staff = ARENA_ARRAY(arena, Person, STAFF);
    for (int i = 0; i < STAFF; i++)
        model.staff[i] = (Person){.key = arena_print(arena, "p%04d", i),
                                  .name = arena_print(arena, "Person %04d", i),
                                  .email = "",
                                  .position = "",
                                  .site = n_sites > 1 ? i % 100 == 0   ? 0
                                                        : i % 100 < 10 ? 1
                                                                       : 2
                                                      : 0,
                                  .hours = 400,
                                  .answered = true};
    make_rows();
    outcome = (SolveOutcome){.method = "bundles", .proved = true, .floor = -1, .changes = -1};
}

static void write_pages(const char *path, int threads)
{
    ReportInput input = {&model, &rows, &outcome, 1, NULL, 0, threads};
    cr_assert_eq(folder_create(path, &err), CADRE_OK, "%s", err.text);
    cr_assert_eq(report_write(path, &input, arena, &err), CADRE_OK, "%s", err.text);
}

static const char *page_text(const char *path)
{
    char *text;
    size_t size;
    cr_assert_eq(file_read(&text, &size, path, arena, &err), CADRE_OK, "%s", err.text);
    cr_expect(size <= 2000000, "%s has %zu bytes", path, size);
    return text;
}

/* Every link of a page leads to a page that is there, and to something with that id. */
static int follow_links(const char *folder_path, const char *file)
{
    int n = 0;
    bool within = strncmp(file, REPORT_FOLDER "/", sizeof REPORT_FOLDER) == 0;
    const char *text = page_text(arena_print(arena, "%s/%s", folder_path, file));
    const char *other_name = "", *other = "";
    for (const char *at = text; (at = strstr(at, "href=\"")); n++) {
        at += 6;
        const char *end = strchr(at, '"'), *hash = memchr(at, '#', (size_t)(end - at));
        const char *name = arena_copy_n(arena, at, (size_t)((hash ? hash : end) - at));
        const char *id = hash ? arena_print(arena, " id=\"%.*s\"", (int)(end - hash - 1), hash + 1) : "<main";
        if (*name && strcmp(name, other_name) != 0) {
            other = page_text(arena_print(arena, "%s/%s%s", folder_path, within ? REPORT_FOLDER "/" : "", name));
            other_name = name;
        }
        cr_assert(strstr(*name ? other : text, id), "%s: %s%s", file, name, id);
    }
    return n;
}

Test(report_pages, many_sites_have_an_index_and_a_page_each, .fini = folder_case_end)
{
    set_up_pages(SITES);
    const char *path = path_of("result"), *again = path_of("again");
    const char *const *names;
    int n;
    write_pages(path, 1);
    cr_assert_eq(folder_list(&names, &n, path_of("result/report"), arena, &err), CADRE_OK);
    cr_assert_geq(n, 5);
    cr_expect_str_eq(names[0], "0001-zoe-s-school.html");
    cr_expect_str_eq(names[1], "0002.html");
    cr_expect_str_eq(names[2], "0003-elm-people-1.html");
    write_pages(again, 4);
    for (int i = 0; i < n; i++) {
        const char *name = arena_print(arena, REPORT_FOLDER "/%s", names[i]);
        const char *one = page_text(arena_print(arena, "%s/%s", path, name));
        cr_expect_str_eq(one, page_text(arena_print(arena, "%s/%s", again, name)), "%s", name);
        cr_expect_gt(follow_links(path, name), 10, "%s", name);
        cr_expect(report_has_page(names[i]));
    }
    const char *index = page_text(path_of("result/" REPORT_FILE));
    cr_expect(strstr(index, "data-index=\"sites\"") && strstr(index, "<h2 id=\"groups-title\">Groups open to all</h2>"));
    cr_expect(strstr(index, "href=\"report/0001-zoe-s-school.html#p0\""));
    cr_expect(!strstr(index, "People without a site") && !strstr(index, "<bdi>Person 0001"));
    follow_links(path, REPORT_FILE);
    const char *first = page_text(path_of("result/report/0001-zoe-s-school.html"));
    cr_expect(strstr(first, "data-site=\"Zoë&#39;s &lt;School&gt;\"") && strstr(first, "href=\"../report.html#g3\""));
}

Test(report_pages, a_chapter_that_is_too_long_is_told_in_parts, .fini = folder_case_end)
{
    set_up_pages(1);
    const char *path = path_of("result");
    const char *const *names;
    int n, found = 0;
    write_pages(path, 1);
    cr_assert_eq(folder_list(&names, &n, path_of("result/report"), arena, &err), CADRE_OK);
    for (int person = 0; person < STAFF; person += 1599) {
        const char *id = arena_print(arena, "id=\"p%d\"", person);
        for (int i = 0; i < n; i++) found += strstr(page_text(arena_print(arena, "%s/report/%s", path, names[i])), id) != NULL;
    }
    cr_expect_eq(found, 3); /* each on one page only */
    for (int i = 0; i < n; i++) follow_links(path, arena_print(arena, REPORT_FOLDER "/%s", names[i]));
    follow_links(path, REPORT_FILE);
    cr_expect(strstr(page_text(path_of("result/" REPORT_FILE)), "The 3,200 people are told of on"));
}

static int entries_of(const char *path)
{
    const char *const *names;
    int n = -1;
    cr_assert_eq(folder_list(&names, &n, path, arena, &err), CADRE_OK, "%s", err.text);
    return n;
}

static CadreStatus put_result(const char *path)
{
    static const RunFacts facts = {.threads = 1, .started = "2026-01-02T03:04:05Z"};
    const ReportInput result = {&model, &rows, &outcome, 1, NULL, 0, 2};
    const char *aside;
    TRY(result_target_check(path, arena, &err));
    TRY(result_write_aside(&aside, path, &result, arena, &err));
    return result_commit(aside, path, &facts, arena, &err);
}

Test(report_pages, what_no_page_is_called_is_somebody_s_own)
{
    static const char *const pages[] = {"0001.html", "0012-oak.html", "0012-oak-people-3.html", "sites-1.html",
                                        "people-12.html"};
    static const char *const own[] = {"index.html", "minutes.html",  "people.html", "people-.html", "people-x.html",
                                      ".html",      "12-plans.html", "0001.htm",    "0001x.html",   "0001-Oak.html"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) cr_expect(report_has_page(pages[i]), "%s", pages[i]);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) cr_expect_not(report_has_page(own[i]), "%s", own[i]);
}

/* What a link leads to is not part of the result, whatever its files are called. */
Test(report_pages, links_are_not_followed, .fini = folder_case_end)
{
    set_up_pages(SITES);
    cr_assert_eq(put_result(path_of("result")), CADRE_OK, "%s", err.text);
    cr_assert_eq(rename(path_of("result/report"), path_of("mine")), 0);
    cr_assert_eq(symlink("../mine", path_of("result/report")), 0);
    int n = entries_of(path_of("mine"));
    cr_expect_eq(put_result(path_of("result")), CADRE_INPUT);
    cr_expect(strstr(err.text, "holds \"report\", which is no part of a result"), "%s", err.text);
    cr_expect_neq(folder_remove(path_of("result/report"), &err), CADRE_OK);
    cr_expect_eq(entries_of(path_of("mine")), n);
}

static void replace_result(void)
{
    const char *path = path_of("result");
    cr_assert_eq(put_result(path), CADRE_OK, "%s", err.text);
    int n = entries_of(path_of("result/report"));
    cr_assert_eq(put_result(path), CADRE_OK, "%s", err.text);
    cr_expect_eq(entries_of(path_of("result/report")), n);
    cr_expect_eq(entries_of(path_of("")), 1); /* nothing of the earlier one */
    cr_assert_eq(file_write(path_of("result/report/mine.txt"), "mine", 4, &err), CADRE_OK);
    cr_expect_eq(put_result(path), CADRE_INPUT);
    cr_expect(strstr(err.text, "holds \"report/mine.txt\", which is no part of a result"), "%s", err.text);
    cr_expect_eq(entries_of(path_of("")), 1);
}

/* "2026-plans.html" could be the page of the 2,026th site, and is not. */
Test(report_pages, a_file_of_one_s_own_is_kept_whatever_it_is_called, .fini = folder_case_end)
{
    static const char own[] = "<!DOCTYPE html><title>Minutes</title>";
    static const char *const names[] = {"result/report/2026-plans.html", "result/report/people-7.html"};
    set_up_pages(SITES);
    const char *path = path_of("result"), *page;
    cr_assert_eq(put_result(path), CADRE_OK, "%s", err.text);
    page = page_text(path_of("result/report/0002.html"));
    for (int i = 0; i < 4; i++) {
        const char *name = path_of(names[i % 2]), *text = i < 2 ? own : page; /* also a copy of a page under another name */
        cr_assert_eq(file_write(name, text, strlen(text), &err), CADRE_OK);
        cr_expect_eq(put_result(path), CADRE_INPUT);
        cr_expect(strstr(err.text, arena_print(arena, "holds \"%s\", which is no part of a result", names[i % 2] + 7)), "%s",
                  err.text);
        cr_expect_str_eq(page_text(name), text);
        file_remove(name);
    }
    cr_expect_eq(put_result(path), CADRE_OK, "%s", err.text);
}

Test(report_pages, a_result_with_pages_is_replaced_whole, .fini = folder_case_end)
{
    set_up_pages(SITES);
    replace_result();
}

Test(report_pages, so_it_is_without_exchange, .fini = folder_case_end)
{
    set_up_pages(SITES);
    files_without_exchange(true);
    replace_result();
    files_without_exchange(false);
}

/* Faults in the middle of the pages: everything before and after is that of one page. */
Test(report_pages, a_full_disk_leaves_nothing_behind, .fini = folder_case_end)
{
    set_up_pages(SITES);
    const char *path = path_of("result");
    cr_assert_eq(put_result(path), CADRE_OK, "%s", err.text);
    for (int n = 0; n < 200; n += 3) {
        files_fail_after(n, ENOSPC);
        CadreStatus status = put_result(path);
        files_fail_after(-1, 0);
        if (status == CADRE_OK) break;
        cr_assert_null(strstr(err.text, ".cadre-"), "%s", err.text);
        cr_assert_eq(entries_of(path_of("")), 1);
    }
}
