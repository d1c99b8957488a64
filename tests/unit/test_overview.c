/* What the overview finds in surveys and plan. */
#include <criterion/criterion.h>
#include <string.h>

#include "explain/overview.h"
#include "read/read.h"
#include "unit/reading_support.h"
#include "write/overview_write.h"

enum { SURVEYS_MOST = 4 };

static Reading reading;
static const char *surveys[SURVEYS_MOST];
static int n_surveys;
static ReadResult read;
static Responses responses;
static ScoreTable scores;
static Program program;
static Overview overview;

static void sheet(const char *name, const char *text) { reading_text(&reading, name, text); }

static void survey(const char *name, const char *text) { surveys[n_surveys++] = reading_text(&reading, name, text); }

static void start(void)
{
    reading_start(&reading);
    n_surveys = 0;
    sheet("columns.csv",
          "header,means\nWhen,timestamp\nEmail,email\nHours,hours\nSchool,site\nJob,position\nMath,skill\nArt,skill\n"
          "Want math,interest\nClub,focus\n");
    sheet("groups.csv", "group\nTeam\n");
}

static void end(void) { reading_end(&reading); }

TestSuite(overview, .init = start, .fini = end);

/* Columns that the surveys lack are told as errors, so columns.csv has only those that they have. */
static void columns(const char *rows) { sheet("columns.csv", arena_print(reading.arena, "header,means,name\n%s", rows)); }

static void look(void)
{
    CadreInputs inputs = {.plan = reading.folder, .surveys = surveys, .n_surveys = n_surveys};
    CadreError *err = &reading.err;
    Arena *arena = reading.arena;
    cr_assert_eq(read_inputs(&read, &responses, &inputs, arena, reading.messages, err), CADRE_OK, "%s", err->text);
    cr_assert_eq(messages_errors(reading.messages), 0, "%s", reading_messages(&reading));
    cr_assert_eq(score_run(&scores, read.model, 1, arena, err), CADRE_OK);
    cr_assert_eq(program_make(&program, read.model, &scores, arena, reading.messages, err), CADRE_OK);
    cr_assert_eq(overview_make(&overview, read.model, &responses, &program, arena, err), CADRE_OK);
}

static void expect_count(AnswerCount count, int staff, int all, int some, int none, int away)
{
    cr_expect_eq(count.staff, staff, "staff %d", count.staff);
    cr_expect_eq(count.all, all, "all %d", count.all);
    cr_expect_eq(count.some, some, "some %d", count.some);
    cr_expect_eq(count.none, none, "none %d", count.none);
    cr_expect_eq(count.away, away, "away %d", count.away);
}

/* "ann: a.csv, b.csv" for each gap. */
static const char *gaps_text(void)
{
    const char *text = "";
    for (int i = 0; i < overview.gaps.n; i++) {
        const Gap *gap = &overview.gaps.items[i];
        text = arena_print(reading.arena, "%s%s%s%s", text, i ? "; " : "", read.model->staff[gap->person].key,
                           gap->silent ? " silent:" : ":");
        for (int j = gap->first_form; j < gap->first_form + gap->n_forms; j++)
            text = arena_print(reading.arena, "%s %s", text, overview.form_names[overview.gap_forms.items[j]]);
    }
    return text;
}

static void two_surveys(void)
{
    columns("Email,email,\nMath,skill,\nArt,skill,\n");
    survey("a.csv", "Email,Math\nann@x.org,1\nbo@x.org,2\ndi@x.org,2\nfay@x.org,2\n");
    survey("b.csv", "Email,Art\nann@x.org,1\ncy@x.org,5\nfay@x.org,2\n");
}

Test(overview, who_answered_against_the_roster)
{
    two_surveys();
    sheet("people.csv",
          "email,site,away\nann@x.org,North,\nbo@x.org,North,\ncy@x.org,South,\neve@x.org,South,\nfay@x.org,South,yes\n"
          "gus@x.org,,\n");
    look();
    expect_count(overview.all, 7, 1, 3, 2, 1);
    expect_count(overview.sites[0], 2, 1, 1, 0, 0);
    expect_count(overview.sites[1], 3, 0, 1, 1, 1);
    expect_count(overview.sites[2], 2, 0, 1, 1, 0);
    cr_expect_str_eq(gaps_text(), "bo@x.org: b.csv; cy@x.org: a.csv; di@x.org: b.csv; eve@x.org silent: a.csv b.csv; gus@x.org "
                                  "silent: a.csv b.csv");
}

Test(overview, who_answered_without_a_roster)
{
    two_surveys();
    look();
    expect_count(overview.all, 5, 2, 3, 0, 0);
    cr_expect_eq(overview.gaps.n, 3);
}

/* One form exported school by school is answered once. */
Test(overview, exports_of_one_form)
{
    columns("Email,email,\nMath,skill,\nArt,skill,\n");
    survey("north.csv", "Email,Math\nann@x.org,1\n");
    survey("art.csv", "Email,Art\nann@x.org,1\n");
    survey("south.csv", "Email,Math\nbo@x.org,1\n");
    sheet("people.csv", "email\nann@x.org\nbo@x.org\ncy@x.org\n");
    look();
    cr_expect_str_eq(gaps_text(), "bo@x.org: art.csv; cy@x.org silent: north.csv or south.csv art.csv");
}

Test(overview, many_exports_of_one_form)
{
    columns("Email,email,\nMath,skill,\n");
    for (int i = 0; i < SURVEYS_MOST; i++)
        survey(arena_print(reading.arena, "s%d.csv", i), arena_print(reading.arena, "Email,Math\np%d@x.org,1\n", i));
    look();
    cr_expect_str_eq(overview.form_names[0], "s0.csv or s1.csv or s2.csv or 1 more");
    expect_count(overview.all, 4, 4, 0, 0, 0);
}

/* Nobody is missing in a survey that asks nobody's name, and its rows miss nothing. */
Test(overview, surveys_that_ask_no_name)
{
    columns("Email,email,\nMath,skill,\nArt,skill,\n");
    survey("a.csv", "Email,Math\nann@x.org,1\n");
    survey("b.csv", "Art\n1\n2\n");
    sheet("people.csv", "email\nann@x.org\nbo@x.org\n");
    look();
    expect_count(overview.all, 4, 3, 0, 1, 0);
    cr_expect_eq(overview.n_asked, 1);
    cr_expect_str_eq(gaps_text(), "bo@x.org silent: a.csv");
}

Test(overview, late_and_repeated_answers_are_counted_by_survey)
{
    columns("When,timestamp,\nEmail,email,\nMath,skill,\n");
    sheet("settings.csv", "setting,value\ncloses,2026-09-10\n");
    survey("a.csv",
           "When,Email,Math\n2026-09-01,ann@x.org,1\n2026-09-11,ann@x.org,2\n2026-09-12,bo@x.org,1\n2026-09-01,cy@x.org,1\n");
    look();
    cr_expect_eq(overview.surveys[0].people, 3);
    cr_expect_eq(overview.surveys[0].repeated, 1);
    cr_expect_eq(overview.surveys[0].late, 2);
}

static const Spread *spread_of(SpreadKind kind, const char *name)
{
    for (int i = 0; i < overview.spreads.n; i++)
        if (overview.spreads.items[i].kind == kind && strcmp(overview.spreads.items[i].name, name) == 0)
            return &overview.spreads.items[i];
    return NULL;
}

Test(overview, levels_interests_and_choices_are_counted)
{
    columns("Email,email,\nMath,skill,\nWant math,interest,Math\nClub,focus,Team\nFirst,choice,1\nSecond,choice,2\n");
    survey(
        "a.csv",
        "Email,Math,Want math,Club,First,Second\na@x.org,0,5,3,Team,\nb@x.org,5,,3,,Team\nc@x.org,5,1,,Team,\nd@x.org,,,,,\n");
    look();
    const Spread *skill = spread_of(SPREAD_SKILL, "Math"), *interest = spread_of(SPREAD_INTEREST, "Math");
    const Spread *topic = spread_of(SPREAD_TOPIC, "Team"), *choice = spread_of(SPREAD_CHOICE, "Team");
    cr_assert(skill && interest && topic && choice);
    cr_expect_eq(overview.spreads.n, 4);
    cr_expect_eq(skill->n_answers, 3);
    cr_expect_eq(skill->count[0], 1);
    cr_expect_eq(skill->count[5], 2);
    cr_expect_eq(interest->n_answers, 2);
    cr_expect_eq(interest->count[1], 1);
    cr_expect_eq(topic->count[3], 2);
    cr_expect_eq(choice->count[5], 2);
    cr_expect_eq(choice->count[4], 1);
}

/* "Math 4 at North: 0 of 1, highest 3, Team+1" */
static const char *lacks_text(void)
{
    const char *text = "";
    for (int i = 0; i < overview.lacks.n; i++) {
        const Lack *lack = &overview.lacks.items[i];
        text = arena_print(reading.arena, "%s%s%s %d%s%s: %d of %d, highest %d, %s+%d", text, i ? "; " : "",
                           names_get(read.model->skills, lack->skill), lack->level, lack->site < 0 ? "" : " at ",
                           lack->site < 0 ? "" : read.model->sites[lack->site].name, lack->have, lack->needed, lack->highest,
                           read.model->groups[lack->group].name, lack->n_groups - 1);
    }
    return text;
}

Test(overview, skills_that_too_few_have)
{
    columns("Email,email,\nMath,skill,\nArt,skill,\n");
    survey("a.csv", "Email,Math,Art\nann@x.org,4,1\nbo@x.org,3,\ncy@x.org,5,5\n");
    sheet("people.csv", "email,site,away\nann@x.org,North,\nbo@x.org,South,\ncy@x.org,South,yes\n");
    sheet("groups.csv", "group,site\nAll,\nNorth Team,North\nSouth Team,South\nSouth Two,South\n");
    sheet("needs.csv",
          "group,role,skill,level,must,people\nAll,,Math,4,,\nAll,,Math,3,,3\nNorth Team,,Math,4,,\nSouth Team,,Math,4,,\n"
          "South Two,,Math,4,yes,\nSouth Two,,Art,2,,\n");
    look();
    cr_expect_str_eq(lacks_text(), "Art 2 at South: 0 of 1, highest -1, South Two+0; Math 4 at South: 0 of 1, highest 3, South "
                                   "Team+1; Math 3: 2 of 3, highest 4, All+0");
}

/* "Team lead 0 of 1: 3 must, 1 away" */
static const char *closed_text(void)
{
    const char *text = "";
    for (int i = 0; i < overview.closed.n; i++) {
        const ClosedRole *closed = &overview.closed.items[i];
        const Role *role = &read.model->roles[closed->role];
        text = arena_print(reading.arena, "%s%s%s %s %d of %d:", text, i ? "; " : "", read.model->groups[role->group].name,
                           role->name, closed->have, closed->needed);
        for (int j = 0; j < closed->n_reasons; j++)
            text = arena_print(reading.arena, "%s %d %s", text, closed->reasons[j].people, closed->reasons[j].name);
    }
    return text;
}

Test(overview, roles_that_too_few_may_hold)
{
    columns("Email,email,\nMath,skill,\n");
    survey("a.csv", "Email,Math\nann@x.org,4\nbo@x.org,3\ncy@x.org,5\ndi@x.org,1\n");
    sheet("people.csv",
          "email,site,position,hours,max_groups,max_leads,away\nann@x.org,North,Teacher,2,,0,\nbo@x.org,North,Teacher,4,,,\n"
          "cy@x.org,North,Aide,4,,,yes\ndi@x.org,North,Aide,0,,,\n");
    sheet("sites.csv", "site\nNorth\nSouth\n");
    sheet("groups.csv", "group,site,hours\nFar,South,1\nHeavy,,3\nNever,,1\nSkilled,,1\n");
    sheet("roles.csv",
          "group,role,min,leads,hours,positions\nFar,member,1,,,\nHeavy,member,2,,,\nHeavy,lead,1,yes,2,\nNever,aide,1,,,Aide\n"
          "Never,member,1,,,\nSkilled,member,1,,,\n");
    sheet("needs.csv", "group,skill,level,must\nSkilled,Math,4,yes\n");
    sheet("pins.csv",
          "person,group,rule\nann@x.org,Never,never\nann@x.org,Skilled,never\nbo@x.org,Never,never\ndi@x.org,Never,never\n");
    look();
    cr_expect_str_eq(
        closed_text(),
        "Far member 0 of 1:; Heavy lead 0 of 1: 3 hours 1 away; Never aide 0 of 1: 2 position 1 away 1 never; Never "
        "member 0 of 1: 3 never 1 away; Skilled member 0 of 1: 2 must 1 away 1 never; Heavy member 1 of 2: 2 hours "
        "1 away");
}

Test(overview, limits_that_keep_from_any_role)
{
    columns("Email,email,\nMath,skill,\n");
    survey("a.csv", "Email,Math\nann@x.org,4\nbo@x.org,3\n");
    sheet("people.csv", "email,max_groups,max_leads\nann@x.org,0,\nbo@x.org,,0\n");
    look();
    cr_expect_str_eq(closed_text(), "Team lead 0 of 1: 1 max_groups 1 max_leads");
}

/* Where the plan is not sound, the people are told all the same. */
Test(overview, people_without_a_plan)
{
    two_surveys();
    look();
    cr_assert_eq(overview_make(&overview, read.model, &responses, NULL, reading.arena, &reading.err), CADRE_OK);
    expect_count(overview.all, 5, 2, 3, 0, 0);
    cr_expect_eq(overview.closed.n + overview.lacks.n, 0);
}

Test(overview, reminders)
{
    const char *text;
    size_t size;
    columns("Email,email,\nWho,name,\nMath,skill,\nArt,skill,\n");
    survey("a.csv", "Email,Who,Math\nann@x.org,=Ann,1\n");
    survey("b.csv", "Email,Art\nbo@x.org,1\n");
    sheet("people.csv", "email,name,site\nann@x.org,,North\nbo@x.org,\"Bo, Jr.\",North\ncy@x.org,-Cy,North\n");
    look();
    cr_assert(reminders_known(&overview));
    cr_assert_eq(reminders_text(&text, &size, &overview, reading.arena, &reading.err), CADRE_OK);
    cr_expect_str_eq(text,
                     "person,name,email,site,missing\nann@x.org,'=Ann,ann@x.org,North,b.csv\nbo@x.org,\"Bo, Jr.\",bo@x.org,"
                     "North,a.csv\ncy@x.org,'-Cy,cy@x.org,North,\"a.csv; b.csv\"\n");
    cr_expect_eq(size, strlen(text));
    cr_expect_not(reminders_known(NULL));
}

Test(overview, reminders_replace_only_reminders)
{
    CadreError *err = &reading.err;
    Arena *arena = reading.arena;
    const char *none = arena_print(arena, "%s/none.csv", reading.folder);
    cr_expect_eq(reminders_target_check(none, arena, err), CADRE_OK);
    const char *list = reading_text(&reading, "list.csv", "person,name,email,site,missing\r\nx,,,,\r\n");
    cr_expect_eq(reminders_target_check(list, arena, err), CADRE_OK);
    const char *others[] = {reading_text(&reading, "a.csv", "person,name,email,site,missing,more\n"),
                            reading_text(&reading, "b.csv", "person,name\n"), reading_text(&reading, "c.csv", ""),
                            reading.folder};
    for (int i = 0; i < 4; i++) cr_expect_eq(reminders_target_check(others[i], arena, err), CADRE_INPUT, "%s", others[i]);
}
