#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "read/degrees.h"
#include "read/draft_plan.h"
#include "read/guess_cues.h"
#include "read/site_variants.h"
#include "read/survey_folder.h"
#include "unit/reading_support.h"
#include "write/draft_write.h"

static Reading reading;
static Draft draft;
static const char *surveys[3];
static int n_surveys;

static void start(void)
{
    reading_start(&reading);
    draft = (Draft){0};
    n_surveys = 0;
}
static void end(void)
{
    memory_fail_after(-1);
    reading_end(&reading);
}

TestSuite(draft, .init = start, .fini = end);

static void add_survey(const char *name, const char *text) { surveys[n_surveys++] = reading_text(&reading, name, text); }

static CadreStatus make(bool update)
{
    CadreInputs inputs = {.plan = reading.folder, .surveys = surveys, .n_surveys = n_surveys};
    return draft_make(&draft, &inputs, update, reading.arena, reading.messages, &reading.err);
}

/* The text of a drafted sheet; "" where it is not to be written. */
static const char *sheet(const char *name)
{
    const char *text = "";
    size_t size;
    for (int i = 0; i < draft.n_sheets; i++)
        if (strcmp(draft.sheets[i].name, name) == 0 && draft.sheets[i].changed)
            cr_assert_eq(draft_sheet_text(&text, &size, &draft.sheets[i], reading.arena, &reading.err), CADRE_OK);
    return text;
}

static int degree(const char *answer) { return degree_of(cue_words(reading.arena, answer)); }

Test(draft, degrees_of_answers)
{
    cr_expect_eq(degree("Not relevant to me"), 0);
    cr_expect_eq(degree("A bit prepared"), 1);
    cr_expect_eq(degree("Somewhat useful"), 3);
    cr_expect_eq(degree("Quite prepared"), 4);
    cr_expect_eq(degree("Crucial"), 5);
    cr_expect_eq(degree("Very poor"), 0);
    cr_expect_eq(degree("Poor"), 1);
    cr_expect_eq(degree("Nada capaz"), 0);
    cr_expect_eq(degree("Totalmente capaz"), 5);
    cr_expect_eq(degree("On Mondays"), -1);
    cr_expect_eq(degree("Very much"), DEGREE_MUCH);
    cr_expect_eq(degree("Rather unsure"), 2);
    cr_expect_eq(degree("Have heard of it"), 1);
    cr_expect_eq(degree("Could teach it"), 5);
}

static void expect_variants(const char *const spellings[], const int counts[], int n, const int expected[])
{
    int of[16];
    cr_assert_eq(site_variants(of, spellings, counts, n, 0, reading.arena, &reading.err), CADRE_OK);
    for (int i = 0; i < n; i++) cr_expect_eq(of[i], expected[i], "%s is taken for %s", spellings[i], spellings[of[i]]);
}

Test(draft, spellings_of_one_site)
{
    static const char *const spellings[] = {
        "Maple",    "Maple Elem.", "Maple Elementary School", "maple elementary", "Oakland High", "Oak", "C.E.I.P. Oak",
        "CEIP Oak", "Oaklnad High"};
    static const int counts[] = {8, 1, 2, 3, 9, 1, 1, 4, 1}, expected[] = {0, 0, 0, 0, 4, 7, 7, 7, 4};
    expect_variants(spellings, counts, 9, expected);
}

Test(draft, sites_that_a_spelling_leaves_open_stay_apart)
{
    static const char *const spellings[] = {"Lincoln", "Lincoln Elementary", "Lincoln High", "School 12", "School 13"};
    static const int counts[] = {3, 5, 5, 9, 1}, expected[] = {0, 1, 2, 3, 4};
    expect_variants(spellings, counts, 5, expected);
}

Test(draft, a_whole_plan)
{
    add_survey("a.csv", "Submitted at,First name,Last name,Building,How ready do you feel to...? [Coach a peer],"
                        "How ready do you feel to...? [Analyze data],Which areas would you like to help with?\n"
                        "2026-09-01 8:00,Ana,Ruiz,Maple,Quite ready,A bit ready,\"Garden, Clubs\"\n"
                        "2026-09-02 8:00,Bo,Li,Maple Elem,Not ready,Fully ready,Garden\n"
                        "2026-09-03 8:00,Cy,Fox,Maple,Fully ready,Quite ready,\"Clubs, Garden\"\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_str_eq(sheet("columns"), "survey,header,means,name,scale,separator\n"
                                       ",Submitted at,timestamp,,,\n"
                                       ",First name,name,,,\n"
                                       ",Last name,name,,,\n"
                                       ",Building,site,,,\n"
                                       ",How ready do you feel to...? [Coach a peer],skill,,not ready to fully ready,\n"
                                       ",How ready do you feel to...? [Analyze data],skill,,not ready to fully ready,\n"
                                       ",Which areas would you like to help with?,focuses,,,\",\"\n");
    cr_expect_str_eq(sheet("scales"), "scale,answer,level\n"
                                      "not ready to fully ready,Fully ready,5\n"
                                      "not ready to fully ready,Quite ready,4\n"
                                      "not ready to fully ready,A bit ready,1\n"
                                      "not ready to fully ready,Not ready,0\n");
    cr_expect_str_eq(sheet("sites"), "site,aliases\nMaple,Maple Elem\n");
    cr_expect_not_null(strstr(sheet("groups"), "\nGarden,focus,,Garden,"), "%s", sheet("groups"));
    cr_expect_not_null(strstr(sheet("roles"), "\nLeadership Team,Leads data,1,1,yes,"), "%s", sheet("roles"));
    cr_expect_not_null(strstr(sheet("needs"), "\nLeadership Team,Leads data,Analyze data,4,"), "%s", sheet("needs"));
}

/* No one scale knows nada, regular and mucho; and a column that shares an answer with a drafted scale names its own. */
Test(draft, words_of_several_scales)
{
    add_survey("a.csv", "Nombre,¿Qué tan capaz se siente? [Datos],¿Qué tan capaz se siente? [Arte],Can you do this? [Sing],"
                        "Would you join? [Choir],Would you lead a group?\n"
                        "Ana Ruiz,Nada,Mucho,Yes,Yes,Yes\nBo Li,Regular,Poco,No,Not now,No\n"
                        "Cy Sol,Bastante,Mucho,Yes,Maybe,Perhaps one\nDee Lan,Mucho,Regular,No,No,No\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_str_eq(sheet("scales"),
                     "scale,answer,level\n"
                     "nada to mucho,Mucho,5\nnada to mucho,Bastante,4\nnada to mucho,Regular,3\n"
                     "nada to mucho,Poco,1\nnada to mucho,Nada,0\n"
                     "not now to yes,Yes,5\nnot now to yes,Maybe,3\nnot now to yes,No,0\nnot now to yes,Not now,0\n"
                     "max_leads,Perhaps one,1\n");
    cr_expect_not_null(strstr(sheet("columns"), "[Sing],skill,,yes/no,"), "%s", sheet("columns"));
    cr_expect_not_null(strstr(sheet("columns"), "[Choir],focus,,not now to yes,"), "%s", sheet("columns"));
    cr_expect_not_null(strstr(sheet("columns"), ",max_leads,,max_leads,"), "%s", sheet("columns"));
}

/* A question that says what it rates, by words of which only some are on a scale. */
Test(draft, words_that_are_on_no_scale)
{
    add_survey("a.csv",
               "Name,How skilled are you? [Data]\nAna,Novice\nBo,Wizard\nCy,Novice\nDee,Expert\nEli,Wizard\nFay,Novice\n"
               "Gil,Expert\nHal,Expert\nIda,Wizard\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_not_null(strstr(sheet("columns"), "[Data],skill"), "%s", sheet("columns"));
    cr_expect_str_eq(sheet("scales"), "scale,answer,level\nother answers,Wizard,\n");
}

Test(draft, options_ticked_by_their_name)
{
    add_survey("a.csv", "Name,Which can you teach others? - Chess,Which can you teach others? - Art,"
                        "Where would you help? - Garden,Where would you help? - Clubs\n"
                        "Ana,Chess,,Garden,\nBo,,Art,,Clubs\nCy,Chess,Art,Garden,\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_str_eq(sheet("scales"), "scale,answer,level\nticked skills,Chess,3\nticked skills,Art,3\n"
                                      "ticked interests,Garden,5\nticked interests,Clubs,5\n");
    cr_expect_not_null(strstr(sheet("columns"), "- Chess,skill,Chess,ticked skills,"), "%s", sheet("columns"));
    cr_expect_not_null(strstr(sheet("columns"), "- Garden,focus,Garden,ticked interests,"), "%s", sheet("columns"));
}

Test(draft, options_that_hold_the_separator)
{
    add_survey("a.csv", "Name,Areas of expertise (check all that apply)\n"
                        "Ana,\"Reading, writing and speech, Math\"\nBo,\"Reading, writing and speech\"\n"
                        "Cy,\"Math, Clubs (chess, debate)\"\nDee,\"Clubs (chess, debate), Math\"\nEli,Math\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_str_eq(sheet("options"), "header,option\n"
                                       "Areas of expertise (check all that apply),\"Clubs (chess, debate)\"\n"
                                       "Areas of expertise (check all that apply),\"Reading, writing and speech\"\n");
}

Test(draft, sheets_that_are_there_stay)
{
    reading_text(&reading, "columns.csv", "header;means\nName;name\n");
    reading_text(&reading, "groups.csv", "group\nGarden Team\n");
    add_survey("a.csv", "Name,How skilled are you? [Data]\nAna,4\nBo,2\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_str_eq(sheet("columns"), "");
    cr_expect_str_eq(sheet("groups"), "");
    cr_assert_eq(make(true), CADRE_OK);
    cr_expect_str_eq(sheet("columns"), "header,means\nName,name\nHow skilled are you? [Data],skill\n");
    cr_expect_str_eq(sheet("groups"), "");
    reading_messages(&reading);
}

Test(draft, update_completes_sites_and_groups)
{
    reading_text(&reading, "columns.csv", "header,means\nName,name\nSchool,site\n");
    reading_text(&reading, "groups.csv", "group,max_size\nLeadership Team,5\n");
    reading_text(&reading, "sites.csv", "site,aliases,area\nMaple,Maple El,north\nOak,,south\n");
    add_survey("a.csv", "Name,School,Which areas would you like to help with? [Garden]\n"
                        "Ana,Maple Elementary,5\nBo,Elm,2\nCy,Oak,1\nDee,Maple El,4\n");
    cr_assert_eq(make(true), CADRE_OK);
    cr_expect_str_eq(sheet("sites"), "site,aliases,area\nMaple,\"Maple El; Maple Elementary\",north\nOak,,south\nElm,,\n");
    cr_expect_not_null(strstr(sheet("groups"), "\nLeadership Team,5,"), "%s", sheet("groups"));
    cr_expect_not_null(strstr(sheet("groups"), "\nGarden,"), "%s", sheet("groups"));
    reading_messages(&reading);
}

Test(draft, odd_answers_are_told_and_read_as_none)
{
    add_survey("a.csv", "Name,How many hours a month can you give?\nAna,4\nBo,2-3\nCy,about 5\nDee,1\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_str_eq(sheet("scales"), "scale,answer,level\nhours,2-3,\nhours,about 5,5\n");
    cr_expect_eq(draft.doubts.n > 0, true);
}

Test(draft, amounts_that_do_not_say_how_many_are_left_open)
{
    add_survey("a.csv", "Name,How many hours a month can you give?\nAna,6 hours\nBo,10-20\nCy,-3\nDee,30 min\n"
                        "Eve,\"1,000\"\nFay,2-Apr\nGus,2h\nHal,4.5\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_str_eq(sheet("scales"), "scale,answer,level\nhours,-3,\nhours,\"1,000\",\nhours,10-20,\nhours,2-Apr,\n"
                                      "hours,2h,2\nhours,30 min,\n");
}

Test(draft, amounts_of_a_plan_are_drafted_once)
{
    reading_text(&reading, "columns.csv", "header,means\nName,name\nHours,hours\n");
    add_survey("a.csv", "Name,Hours\nAna,6 hours\nBo,about 5\n");
    cr_assert_eq(make(true), CADRE_OK);
    cr_expect_str_eq(sheet("scales"), "scale,answer,level\nhours,about 5,5\n");
    reading_text(&reading, "scales.csv", sheet("scales"));
    cr_assert_eq(make(true), CADRE_OK);
    cr_expect_str_eq(sheet("scales"), "");
}

Test(draft, one_stray_cell_hides_no_rating)
{
    static const char *const strays[] = {"5-Mar", "33", "-1", "3.5", "4+", "#NAME?", "four"};
    for (size_t i = 0; i < sizeof strays / sizeof *strays; i++) {
        n_surveys = 0;
        add_survey("a.csv",
                   arena_print(reading.arena, "Name,How skilled are you in Data?\nAna,4\nBo,2\nCy,0\nDee,5\nEve,3\nFay,%s\n",
                               strays[i]));
        cr_assert_eq(make(false), CADRE_OK);
        cr_expect_not_null(strstr(sheet("columns"), "How skilled are you in Data?,skill,"), "%s", strays[i]);
    }
}

Test(draft, headers_that_not_all_surveys_have_name_their_survey)
{
    add_survey("a.csv", "Name,How many hours a month can you give?\nAna,4\nBo,3\n");
    add_survey("b.csv", "Name,How skilled are you in Data?\nAna,4\nBo,3\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_str_eq(sheet("columns"), "survey,header,means,name,scale,separator\n"
                                       ",Name,name,,,\n"
                                       "a.csv,How many hours a month can you give?,hours,,,\n"
                                       "b.csv,How skilled are you in Data?,skill,,,\n");
}

Test(draft, every_focus_that_the_plan_names_has_a_group)
{
    reading_text(&reading, "columns.csv", "header,means\nName,name\nData,focus\nArt,focus\nGarden,focus\n");
    add_survey("a.csv", "Name,Data,Art,Garden\nAna,4,1,2\nBo,3,2,5\n");
    cr_assert_eq(make(true), CADRE_OK);
    const char *const focuses[] = {"\nData,", "\nArt,", "\nGarden,"};
    for (int i = 0; i < 3; i++) cr_expect_not_null(strstr(sheet("groups"), focuses[i]), "%s", sheet("groups"));
}

Test(draft, one_header_of_two_meanings_names_its_survey)
{
    add_survey("skills.csv", "Name,Topics\nAna,Data;Art\nBo,Art\nCy,Art;Data\n");
    add_survey("interests.csv", "Name,Topics\nAna,Data;Art\nBo,Art\nCy,Art;Data\n");
    cr_assert_eq(make(false), CADRE_OK);
    cr_expect_str_eq(sheet("columns"), "survey,header,means,name,scale,separator\n"
                                       ",Name,name,,,\n"
                                       "skills.csv,Topics,skills,,,\";\"\n"
                                       "interests.csv,Topics,interests,,,\";\"\n");
}

Test(draft, surveys_of_a_folder)
{
    reading_text(&reading, "groups.csv", "group\nX\n");
    reading_text(&reading, "old.csv", "Name,Data\nAna,4\n");
    reading_text(&reading, "new.csv", "Name,Data\nAna,4\nBo,2\n");
    reading_text(&reading, "more.tsv", "Name\tArt\nAna\t4\n");
    reading_text(&reading, "what-if.csv", "sheet,key,column,value\ngroups,X,max_size,3\n");
    reading_text(&reading, "notes.txt", "Name,Data\n");
    const char *const *paths;
    int n;
    cr_assert_eq(survey_folder_list(&paths, &n, reading.folder, reading.arena, reading.messages, &reading.err), CADRE_OK);
    cr_assert_eq(n, 2);
    cr_expect_not_null(strstr(paths[0], "/more.tsv"));
    cr_expect_not_null(strstr(paths[1], "/new.csv"));
    const char *told = reading_messages(&reading);
    cr_expect_not_null(strstr(told, "note old.csv:0:0: is left out, for every answer in it is also in"), "%s", told);
    cr_expect_not_null(strstr(told, "note what-if.csv:0:0: is a scenario"), "%s", told);
}

Test(draft, every_allocation_may_fail)
{
    add_survey("a.csv",
               "Name,School,How ready? [Data],Areas of expertise\nAna,Maple,Quite ready,\"a, b\"\nBo,Maple El,Not ready,a\n"
               "Cy,Oak,Fully ready,\"b, a\"\n");
    CadreStatus status = CADRE_NO_MEMORY;
    for (long after = 0; status != CADRE_OK; after++) {
        memory_fail_after(after);
        status = make(false);
        memory_fail_after(-1);
        cr_assert(status == CADRE_OK || status == CADRE_NO_MEMORY, "%s", reading.err.text);
    }
}
