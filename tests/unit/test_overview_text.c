/* The overview as a principal reads it: in 80 columns, cut where it would be long, and the same wherever there is room. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/findings.h"
#include "unit/model_builder.h"
#include "write/overview_write.h"
#include "write/screen.h"

static Arena *arena;
static CadreError err;
static Model *model;
static Responses responses;
static Overview overview;
static CheckReport report;
static SurveyFile survey = {.name = "skills.csv", .names_people = true};
static bool on_roster[BUILDER_ROOM];

static void set_up(void) { arena = arena_create(NULL); }
static void tear_down(void) { arena_release(arena); }

TestSuite(overview_text, .init = set_up, .fini = tear_down);

/* So many people called p0, p1, ... of whom the first `n_answered` answered the one survey. */
static void school(int n_staff, int n_answered, int n_skills)
{
    model = builder_model(arena, n_skills);
    responses = (Responses){.surveys = &survey, .n_surveys = 1, .n_forms = 1, .has_roster = true, .on_roster = on_roster};
    survey.n_rows = n_answered;
    for (int i = 0; i < n_staff; i++) {
        int person = builder_person(model, arena_print(arena, "p%d", i));
        on_roster[person] = true;
        model->staff[person].site = 0;
        for (int skill = 0; skill < n_skills && i < n_answered; skill++)
            builder_level(model, person, skill, (i + skill) % 6, LEVEL_NONE);
        if (i < n_answered) cr_assert(LIST_PUSH(arena, &responses.items, (Response){person, 0, 1, false}));
    }
}

static const char *text_at(int width)
{
    const char *text;
    cr_assert_eq(overview_make(&overview, model, &responses, NULL, arena, &err), CADRE_OK, "%s", err.text);
    report = (CheckReport){.overview = &overview, .errors = 1, .warnings = 2};
    cr_assert_eq(check_report_text(&text, &report, width, arena, &err), CADRE_OK, "%s", err.text);
    return text;
}

static int widest(const char *text)
{
    int widest = 0;
    for (size_t length; *text; text += length + (text[length] == '\n')) {
        length = strcspn(text, "\n");
        const char *line = arena_copy_n(arena, text, length);
        int width = screen_width(line);
        if (width > widest) widest = width;
    }
    return widest;
}

Test(overview_text, a_small_school)
{
    school(8, 7, 1);
    cr_expect_str_eq(text_at(80), "Staff     8: 8 on the roster; 0 away\n"
                                  "Sites     1\n"
                                  "Skills    1\n"
                                  "Groups    not looked at, because of the errors\n"
                                  "\n"
                                  "Surveys                                answers  people  repeated  late  left out\n"
                                  "  skills.csv                                 7       7         0     -         0\n"
                                  "\n"
                                  "By site                                         staff answered      not     away\n"
                                  "  Site                                              8        7        1        0\n"
                                  "\n"
                                  "Skills, people at each level                         0   1   2   3   4   5 blank\n"
                                  "  s0                                        █▄▄▄▄▄   2   1   1   1   1   1     1\n"
                                  "\n"
                                  "1 person has answered nothing:\n"
                                  "  p7\n"
                                  "\n"
                                  "cadre check --missing FILE writes a list of them for a reminder.\n"
                                  "\n"
                                  "Found     1 error, 2 warnings\n");
}

Test(overview_text, the_same_wherever_there_is_room)
{
    school(200, 120, 50);
    const char *text = text_at(80);
    cr_expect_str_eq(text_at(120), text);
    cr_expect_str_eq(text_at(81), text);
    cr_expect_leq(widest(text), 80);
    cr_expect(strstr(text, "  and 10 more that fewer people have; --json tells all\n"), "%s", text);
    cr_expect(strstr(text, "and 56 more\n"), "%s", text);
}

Test(overview_text, narrow_screens_leave_the_bars_out)
{
    school(200, 120, 5);
    cr_expect_leq(widest(text_at(55)), 55);
    cr_expect_not(strstr(text_at(55), "█"));
    cr_expect(strstr(text_at(64), "█"));
}

/* Of too many skills those that most people have are shown, by name. */
Test(overview_text, the_skills_that_most_people_have)
{
    school(10, 10, 45);
    for (int person = 0; person < 10; person++)
        for (int skill = 0; skill < 5; skill++) builder_level(model, person, skill, 0, LEVEL_NONE);
    const char *text = text_at(80);
    cr_expect_not(strstr(text, "  s4 "), "%s", text);
    cr_expect(strstr(text, "  s5 "), "%s", text);
    cr_expect(strstr(text, "  s44 "), "%s", text);
}

Test(overview_text, names_by_site)
{
    static Site sites[20];
    school(40, 0, 1);
    for (int i = 0; i < 20; i++) sites[i] = (Site){arena_print(arena, "Site %c", 'A' + i), ""};
    model->sites = sites;
    model->n_sites = 20;
    for (int i = 0; i < 40; i++) model->staff[i].site = i < 9 ? 19 : i % 19;
    model->staff[39].site = -1;
    const char *text = text_at(80);
    cr_expect(strstr(text, "  Site T: p0, p1, p2, p3, p4, p5 and 3 more\n"), "%s", text);
    cr_expect(strstr(text, "  and 13 more sites\n"), "%s", text);
    cr_expect(strstr(text, "  and 9 more sites\n"), "%s", text);
    cr_expect(strstr(text, "  Everyone "), "%s", text);
}

Test(overview_text, who_shares_a_name_is_told_apart)
{
    school(3, 1, 1);
    model->staff[1].name = model->staff[2].name = "Ann\033[2J Lee";
    cr_expect(strstr(text_at(80), "  Ann [2J Lee (p1), Ann [2J Lee (p2)\n"), "%s", text_at(80));
}

Test(overview_text, odd_answers)
{
    static RatedGrid grids[] = {
        {0, 12, "How would you rate your skill in each of the many things that are listed below here?"}};
    school(4, 4, 1);
    responses.items.items[1].n_rows = 3;
    responses.items.items[2].n_rows = 2;
    responses.items.items[3].late = true;
    responses.grids = grids;
    responses.n_grids = 1;
    model->settings.closes = "2026-10-02";
    cr_assert(LIST_PUSH(arena, &responses.same, (SameAnswer){0, 0, "Expert"}));
    cr_expect(strstr(text_at(80), "\n1 answer came after 2026-10-02; it counts all the same:\n  skills.csv: p3\n"
                                  "\n2 answers were repeated; the latest counts:\n  skills.csv: p1 (3 times), p2\n"
                                  "\n1 time somebody gave every row of a grid the same answer, which may be meant:\n"
                                  "  skills.csv, \"How would you rate your skill in each of the many things that are\n"
                                  "    lis…\", 12 rows: p0 (Expert)\n"),
              "%s", text_at(80));
}

Test(overview_text, nothing_but_the_counts_where_people_are_not_known)
{
    const char *text;
    report = (CheckReport){.errors = 2, .reminders = "list.csv"};
    cr_assert_eq(check_report_text(&text, &report, 80, arena, &err), CADRE_OK);
    cr_expect_str_eq(text, "list.csv is not written: the errors come first.\n\nFound     2 errors, 0 warnings\n");
}

Test(overview_text, paragraphs)
{
    TextBuffer out = {.arena = arena};
    const char *text;
    screen_add_paragraph(&out, "one two  three\tfour 李李李李 五 abcdefghijklmnop q", 2, 12);
    cr_assert_eq(buffer_text(&text, &out, &err), CADRE_OK);
    cr_expect_str_eq(text, "  one two\n    three\n    four\n    李李李李\n    五\n    abcdefg…\n    q\n");
}

static CadreMessage found(CadreSeverity severity, const char *file, int line, const char *text)
{
    return (CadreMessage){severity, file, line, 1, text};
}

Test(overview_text, errors_come_first_and_warnings_alike_are_folded)
{
    CadreMessage findings[] = {
        found(CADRE_WARNING, "a", 1, "\"x\" is odd; expected y"),
        found(CADRE_NOTE, "a", 2, "read"),
        found(CADRE_ERROR, "a", 3, "bad; expected y"),
        found(CADRE_WARNING, "a", 4, "\"z\" is odd; expected y"),
        found(CADRE_WARNING, "b", 5, "\"z\" is odd; expected y"),
        found(CADRE_WARNING, "a", 6, "\"u\" is odd; expected y"),
        found(CADRE_WARNING, "a", 7, "\"v\"; \"w\" is odd"),
        found(CADRE_ERROR, "a", 8, "bad; expected y"),
    };
    CadreMessage *folded;
    int n;
    cr_assert_eq(findings_sort(findings, 8, arena, &err), CADRE_OK);
    static const int lines[] = {3, 8, 1, 4, 5, 6, 7, 2};
    for (int i = 0; i < 8; i++) cr_expect_eq(findings[i].line, lines[i]);
    cr_assert_eq(findings_fold(&folded, &n, findings, 8, 1, arena, &err), CADRE_OK);
    cr_assert_eq(n, 7);
    static const int kept[] = {3, 8, 1, 0, 5, 7, 2};
    for (int i = 0; i < 7; i++) cr_expect_eq(folded[i].line, kept[i]);
    cr_expect_str_eq(folded[3].text, "and 2 more like these (expected y); --json lists all");
    cr_assert_eq(findings_fold(&folded, &n, findings, 8, 2, arena, &err), CADRE_OK);
    cr_expect_eq(n, 8, "one more is as short as saying so");
    cr_assert_eq(findings_fold(&folded, &n, findings, 8, 0, arena, &err), CADRE_OK);
    cr_expect_eq(n, 8);
}
