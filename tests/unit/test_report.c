/* The page of a small school: its figures, its order, what stands where, and what is left out of another site's page. */
#include <criterion/criterion.h>
#include <limits.h>
#include <string.h>

#include "base/memory.h"
#include "explain/group_profile.h"
#include "explain/result_sums.h"
#include "write/report_figures.h"
#include "write/write.h"

static Arena *arena;
static CadreError err;
static Model model;
static ResultRows rows;
static SolveOutcome outcome;
static ResultIndex index_of;

static Person staff[4] = {
    {.key = "a", .name = "Zoe", .email = "", .position = "Coach", .site = 0, .hours = 400, .answered = true},
    {.key = "b", .name = "Émile", .email = "", .position = "", .site = 0, .hours = 200, .answered = true},
    {.key = "c", .name = "<Ann>", .email = "", .position = "", .site = 1, .hours = 400, .answered = true},
    {.key = "d", .name = "Dan", .email = "", .position = "", .site = 1, .hours = 400, .away = true},
};
static Site sites[2] = {{.name = "Oak", .network = ""}, {.name = "Elm & Co", .network = ""}};
static Group groups[2] = {{.name = "Data", .purpose = "Reads <b>figures</b>", .site = 0, .n_roles = 2, .hours = 100},
                          {.name = "Reading", .site = 1, .first_role = 2, .n_roles = 1, .hours = 150}};
static Target targets[3] = {{0, 4, 1}, {0, 4, 1}, {1, 3, 1}};
static Role roles[3] = {{.name = "lead", .leads = true, .min = 1, .max = 1, .n_targets = 1},
                        {.name = "member", .min = 2, .max = 3, .first_target = 1, .n_targets = 2},
                        {.name = "lead", .group = 1, .leads = true, .min = 1, .max = 1}};
static Coverage coverages[1] = {{.group = 0, .role = -1, .skill = 1, .level = 5, .people = 1}};
static int8_t levels[8] = {5, 2, 3, LEVEL_NONE, 1, 1, 1, 1};
static int8_t interests[8] = {3, 5, 1, 4, LEVEL_NONE, 2, 1, 1};
static bool asked[2] = {true, true};
static AssignmentRow assignments[3] = {{.person = 0, .role = 0, .points = 900, .reason = "Has Data & more."},
                                       {.person = 1, .role = 1, .points = 500, .reason = "Willing."},
                                       {.person = 2, .role = 2, .points = 101, .reason = "Alone."}};
static GroupRow group_rows[2] = {{.group = 0, .size = 2, .leads = 1, .points_mean = 700, .points_min = 500, .shortages = 23},
                                 {.group = 1, .size = 1, .leads = 1, .points_mean = 101, .points_min = 101}};
static PersonRow people[4] = {{.person = 0, .groups = 1, .leads = 1, .hours = 100, .hours_left = 300, .reason = ""},
                              {.person = 1, .groups = 1, .hours = 100, .hours_left = 100, .reason = ""},
                              {.person = 2, .groups = 1, .leads = 1, .hours = 150, .hours_left = 250, .reason = ""},
                              {.person = 3, .hours_left = 400, .reason = "Away."}};
static ShortageRow shortages[2] = {
    {{.kind = SHORTAGE_COVERAGE, .role = -1, .skill = 1, .level = 5, .field = -1, .needed = 1, .cost = 3}, "Train <Ann>."},
    {{.kind = SHORTAGE_ROLE, .role = 1, .skill = -1, .field = -1, .needed = 2, .have = 1, .cost = 20}, ""}};

static void set_up(void)
{
    arena = arena_create(NULL);
    model = (Model){.n_staff = 4, .n_sites = 2, .n_skills = 2, .n_groups = 2, .n_roles = 3, .n_coverages = 1};
    model.settings = (Settings)SETTINGS_INIT;
    model.staff = staff;
    model.sites = sites;
    model.groups = groups;
    model.roles = roles;
    model.targets = targets;
    model.coverages = coverages;
    model.levels = levels;
    model.interests = interests;
    model.interest_asked = asked;
    model.fields = names_create(arena, NAME_STYLE_HEADER);
    model.skills = names_create(arena, NAME_STYLE_NAME);
    names_add(model.skills, "Data");
    names_add(model.skills, "Art \"1\"");
    rows = (ResultRows){assignments, group_rows, people, shortages, 3, 2, 4, 2, .n_left = 0};
    outcome = (SolveOutcome){.parts = {1501, 0, 0, 23}, .bound = 1478, .proved = true, .floor = -1};
    cr_assert_eq(result_index_make(&index_of, &model, &rows, arena, &err), CADRE_OK);
}

static void tear_down(void) { arena_release(arena); }

TestSuite(report, .init = set_up, .fini = tear_down);

static const char *page_of(int site)
{
    ReportInput input = {&model, &rows, &outcome, 1, NULL, 0, 1};
    const char *text;
    cr_assert_eq(report_text(&text, &input, site, arena, &err), CADRE_OK);
    return text;
}

static void expect_in_order(const char *page, const char *const parts[], int n)
{
    for (int i = 0; i < n; i++) {
        const char *at = strstr(page, parts[i]);
        cr_expect(at, "not there, or not there in this order: %s", parts[i]);
        if (at) page = at;
    }
}

Test(report, says_at_a_glance_what_the_rows_come_to)
{
    static const char *const parts[] = {
        "3 of 4 roles are filled.",
        "No better assignment exists under these rules: this is proved.",
        "2 of 2 groups to be led have a leader.",
        "3 of 4 staff have a part. 1 is away.",
        "holds 1.0 roles on average, nobody more than 1. 4 of 10 hours",
        "500 of 1,000 points",
        "2 things that the plan asks for are missing.",
    };
    expect_in_order(page_of(SCOPE_ALL), parts, sizeof parts / sizeof *parts);
}

Test(report, names_leaders_for_whom_nothing_speaks)
{
    static const char *const unfit[] = {"1 leader has 0 points for the role they lead in",
                                        "<bdi>&lt;Ann&gt;</bdi></a> (<a href=\"#g1\"><bdi>Reading</bdi></a>)</li>"};
    cr_expect(!strstr(page_of(SCOPE_ALL), "has 0 points"));
    assignments[2].points = 0;
    const char *page = page_of(SCOPE_ALL);
    assignments[2].parts = (ScoreParts){-1, -1, -1, -1};
    const char *unasked = page_of(SCOPE_ALL);
    assignments[2].parts = (ScoreParts){0, 0, 0, 0};
    assignments[2].points = 101;
    expect_in_order(page, unfit, sizeof unfit / sizeof *unfit);
    cr_expect(!strstr(unasked, "has 0 points") && strstr(unasked, "1 leader was named without anything to go by"));
}

/* Whatever the settings weigh: skill or will is there, or the role was asked about, or it was not. */
Test(report, who_has_no_points_and_skill_or_will_is_no_leader_for_whom_nothing_speaks)
{
    static const struct {
        ScoreParts parts;
        bool unfit, unasked;
    } cases[] = {
        {{1000, -1, 0, -1}, false, false}, {{0, 200, 0, 0}, false, false},  {{0, -1, 1, -1}, false, false},
        {{0, -1, 0, 1000}, true, false},   {{-1, -1, -1, 0}, false, true},  {{-1, -1, -1, 1000}, false, true},
        {{-1, 0, -1, -1}, true, false},    {{-1, -1, -1, -1}, false, true},
    };
    assignments[2].points = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assignments[2].parts = cases[i].parts;
        const char *page = page_of(SCOPE_ALL);
        cr_expect_eq(strstr(page, "has 0 points for the role they lead in") != NULL, cases[i].unfit, "case %zu", i);
        cr_expect_eq(strstr(page, "1 leader was named without anything to go by") != NULL, cases[i].unasked, "case %zu", i);
    }
    assignments[2].parts = (ScoreParts){0, 0, 0, 0};
    assignments[2].points = 101;
}

Test(report, beside_the_points_of_who_answered_nothing_says_so)
{
    static const char *const silent[] = {"<bdi>Zoe</bdi>", "<bdi>Émile</bdi>",
                                         "<span class=\"silent\">no answer</span> 500</td>"};
    const char *card = strstr(page_of(SCOPE_ALL), "id=\"g0\"");
    cr_assert(card && !strstr(card, "class=\"silent\""));
    staff[1].answered = false;
    card = strstr(page_of(SCOPE_ALL), "id=\"g0\"");
    staff[1].answered = true;
    cr_assert(card);
    expect_in_order(card, silent, sizeof silent / sizeof *silent);
}

Test(report, orders_shortages_by_cost_and_people_by_name_within_a_site)
{
    static const char *const parts[] = {"id=\"s1\"",          "id=\"s0\"",
                                        "Train &lt;Ann&gt;.", "id=\"g0\"",
                                        "id=\"g1\"",          "<tbody><tr><th scope=\"row\"><a href=\"#p1\"><bdi>Émile</bdi>",
                                        "<bdi>Zoe</bdi>",     "<bdi>&lt;Ann&gt;</bdi>",
                                        "<bdi>Dan</bdi>"};
    expect_in_order(page_of(SCOPE_ALL), parts, 6);
    expect_in_order(page_of(SCOPE_ALL), parts + 5, 4);
}

/* Data: 5 at Oak, 3 there, 1 at Elm. The coverage asks for one at 5 in the other skill, which nobody has. */
Test(report, counts_skills_and_load)
{
    static const char *const parts[] = {
        "id=\"skills\"",
        "2 skills of 3 staff are counted here.",
        "1 person is away and not counted.",
        "<tr data-skill=\"Art &quot;1&quot;\">",
        "data-counts=\"1 0 1 1 0 0 0\"",
        "<tr data-skill=\"Data\">",
        "data-counts=\"0 0 1 0 1 0 1\"",
        "data-counts=\"1 0 1 0 1 0 0\"",
        "Too few skills are known",
        "data-have=\"2\" data-value=\"667\">67% (2 of 3)",
        "data-missing=\"1\"",
        "data-expert=\"a\"",
        "id=\"balance\"",
        "3 of 3 staff have a part; 3 hold one role, 0 hold several.",
    };
    expect_in_order(page_of(SCOPE_ALL), parts, sizeof parts / sizeof *parts);
}

Test(report, a_page_of_one_site_has_no_other)
{
    const char *page = page_of(1);
    cr_expect(strstr(page, "<title>\u2068Elm &amp; Co\u2069: who serves and who leads</title>"));
    cr_expect(strstr(page, "1 of 1 role is filled."));
    cr_expect(strstr(page, "Nothing that the plan asks for is missing."));
    cr_expect(!strstr(page, "Zoe") && !strstr(page, "Reads &lt;b") && !strstr(page, "Oak"));
}

Test(report, holds_nothing_unescaped_and_nothing_from_elsewhere)
{
    const char *page = page_of(SCOPE_ALL);
    cr_expect(!strstr(page, "<Ann>") && !strstr(page, "<b>figures"));
    cr_expect(!strstr(page, " style=") && !strstr(page, " onclick") && !strstr(page, "http://") && !strstr(page, "https://"));
    cr_expect(strstr(page, "default-src 'none'") || strstr(page, "default-src &#39;none&#39;"));
}

Test(report, an_open_proof_is_no_proof)
{
    outcome.proved = false;
    outcome.bound = 2000;
    outcome.limits.time = true;
    const char *page = page_of(SCOPE_ALL);
    cr_expect(strstr(page, "it is not proved that no better one exists"));
    cr_expect(strstr(page, "Whether a better one exists is not proved: stopped by the time limit."));
    cr_expect(!strstr(page, "this is proved"));
}

Test(report, a_group_is_set_beside_what_it_asks_for)
{
    GroupRules rules;
    GroupProfile profile;
    cr_assert_eq(group_rules_index(&rules, &model, arena, &err), CADRE_OK);
    cr_assert_eq(group_profile_make(&profile, &index_of, &rules, 0, arena, &err), CADRE_OK);
    cr_assert_eq(profile.skills.n, 3);
    const GroupSkill *art = &profile.skills.items[0], *art_of_role = &profile.skills.items[1], *data = &profile.skills.items[2];
    cr_expect(art->skill == 1 && art->level == 5 && art->people == 1 && art->members == 2 && art->have == 0);
    cr_expect(art->counts[PROFILE_NO_ANSWER] == 1 && art->counts[3] == 1, "one without an answer, one at 2");
    cr_expect(art_of_role->level == 3 && art_of_role->role == 1 && art_of_role->members == 1);
    cr_expect(data->level == 4 && data->role == -1 && data->members == 2 && data->have == 1, "the two roles' targets are one");
}

Test(report, tells_how_it_was_decided)
{
    static const RunFile files[] = {
        {"z/plan/roles.csv", 1234, "bb", 0}, {"survey.csv", 99, "cc", 1}, {"b/groups.csv", 7, "aa", 0}};
    static const char *const parts[] = {
        "id=\"decided\"",
        "data-value=\"526\"", /* 50 of 95, as nothing is known of last time */
        "52.6%",
        "not counted: nothing is known of last time",
        "Nobody holds two roles in one group.",
        "missed at a price, and 2 are: see the shortages.",
        "data-setting=\"extra_load\"",
        "A second role for one person costs 500 points, a third 1,000, and so on.",
        "<bdi>groups.csv</bdi>",
        "<bdi>roles.csv</bdi>",
        "data-value=\"1234\">1,234</td><td><code>bb</code>",
        "<bdi>survey.csv</bdi>",
        ("Made by Cadre " CADRE_VERSION),
    };
    const char *text;
    ReportInput input = {&model, &rows, &outcome, 1, files, 3, 1};
    cr_assert_eq(report_text(&text, &input, SCOPE_ALL, arena, &err), CADRE_OK);
    expect_in_order(text, parts, 8);
    expect_in_order(text, parts + 8, 5);
    cr_expect(strstr(text, "3 of 4 staff answered a survey (75%)."));
    cr_expect(!strstr(text, "z/plan"), "where the files lay says nothing about the result");
}

/* The card of the inputs and what follows it, of a file for each survey. */
static const char *inputs_of(SurveyAnswers surveys[], int n)
{
    RunFile *files = ARENA_ARRAY(arena, RunFile, n);
    const char *text;
    for (int i = 0; i < n; i++) files[i] = (RunFile){arena_print(arena, "in/s%02d.csv", i + 1), -1, "aa", i + 1};
    model.surveys = surveys;
    model.n_surveys = n;
    ReportInput input = {&model, &rows, &outcome, 1, files, n, 1};
    cr_assert_eq(report_text(&text, &input, SCOPE_ALL, arena, &err), CADRE_OK);
    text = strstr(text, "card inputs");
    cr_assert(text);
    return text;
}

Test(report, tells_the_days_of_surveys)
{
    SurveyAnswers surveys[] = {
        {.n_rows = 47,
         .n_undated = 1,
         .n_replaced = 2,
         .first_day = {"2026-09-01", "2026-09-01"},
         .last_day = {"2026-09-19", "2026-09-19"}},
        {.n_rows = 1200, .first_day = {"2026-08-09", "2026-09-08"}, .last_day = {"2026-12-09", "2026-09-12"}},
        {.n_rows = 1, .n_undated = 1, .n_left_out = 1},
        {.n_rows = 0},
        {.few = true},
    };
    static const char *const parts[] = {
        "<li><bdi>s01.csv</bdi>: 47 answers, 1 to 19 September 2026. 1 of them has no date. 2 do not count, as the same person "
        "answered again.</li>",
        "<li><bdi>s02.csv</bdi>: 1,200 answers, 9 August to 9 December 2026 if the day comes first in its dates, 8 to 12 "
        "September "
        "2026 if the month does: nothing in them tells.</li>",
        "<li><bdi>s03.csv</bdi>: 1 answer; on which days is not known, as no time stamp is read from it. 1 does not count, as "
        "nothing says whose it is.</li>",
        "<li><bdi>s04.csv</bdi>: no answers.</li>",
        "<li><bdi>s05.csv</bdi>: answers of so few people, or of so few on a known day, that a redacted report does not tell "
        "of them.</li>",
    };
    static const char *const cells[] = {
        ">47</td><td class=\"day\"><time datetime=\"2026-09-01\">2026-09-01</time></td>",
        "<time datetime=\"2026-09-19\">2026-09-19</time></td>",
        "<time datetime=\"2026-08-09\">2026-08-09</time> or <time datetime=\"2026-09-08\">2026-09-08</time></td>",
        "<bdi>s03.csv</bdi></th><td class=\"number\" data-value=\"1\">1</td><td class=\"day\">no date</td>",
        "<bdi>s05.csv</bdi></th><td class=\"number\">not told</td><td class=\"day\">not told</td>",
    };
    const char *text = inputs_of(surveys, 5);
    expect_in_order(text, parts, 5);
    expect_in_order(text, cells, 5);
}

Test(report, of_many_surveys_the_first_are_told_in_words)
{
    SurveyAnswers surveys[14] = {{.n_rows = 3}};
    const char *text = inputs_of(surveys, 14);
    cr_expect(strstr(text, "<li><bdi>s12.csv</bdi>") && !strstr(text, "<li><bdi>s13.csv</bdi>"));
    cr_expect(strstr(text, "2 more surveys are in the table.") && strstr(text, "<bdi>s14.csv</bdi></th>"));
}

Test(report, room_for_something_better_is_rounded_up)
{
    outcome.proved = false;
    outcome.bound = 1478 + 20;
    cr_expect(strstr(page_of(SCOPE_ALL), "at most 20 points more, 1.34% of all points"), "20 of 1501 is 1.332...%%");
}

Test(report, every_want_of_memory_is_told)
{
    ReportInput input = {&model, &rows, &outcome, 1, NULL, 0, 1};
    const char *text;
    CadreStatus status = CADRE_NO_MEMORY;
    for (long n = 0; status != CADRE_OK; n++) {
        Arena *small = arena_create(NULL);
        memory_fail_after(n);
        status = report_text(&text, &input, SCOPE_ALL, small, &err);
        memory_fail_after(-1);
        arena_release(small);
        cr_assert(status == CADRE_OK || status == CADRE_NO_MEMORY);
    }
}

Test(report, says_what_decides_only_where_half_of_those_who_lead_were_compared)
{
    static const char few[] =
        "in 75 of 100 such pairs the leader has more skill and interest, in 13 as much. 3 of 7 leading roles "
        "could be compared. That is too few to say what decides.";
    rows.leading.leading_roles = 7;
    rows.leading.merit = (LeadingComparison){-1, 3, 800, 600, 101};
    const char *too_few = page_of(SCOPE_ALL);
    rows.leading.leading_roles = 6;
    const char *half = page_of(SCOPE_ALL);
    rows.leading.merit.seats = rows.leading.leading_roles = 2;
    const char *two = page_of(SCOPE_ALL);
    cr_expect(strstr(too_few, few) && !strstr(too_few, "Expertise decides."));
    cr_expect(strstr(half, "3 of 6 leading roles could be compared. Expertise decides."));
    cr_expect(strstr(two, "2 of 2 leading roles could be compared. That is too few") && !strstr(two, "Expertise decides."));
}

/* 43 of 47 is 91.49. */
Test(report, rounds_a_percentage_once)
{
    cr_expect_str_eq(report_share_percent(43, 47, arena), "91");
    cr_expect_str_eq(report_share_percent(1, 8, arena), "13");
    cr_expect_str_eq(report_share_percent(0, 3, arena), "0");
    cr_expect_str_eq(report_share_percent(INT_MAX, INT_MAX, arena), "100");
}
