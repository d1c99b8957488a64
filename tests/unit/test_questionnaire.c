#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "base/files.h"
#include "base/memory.h"
#include "generate/form.h"
#include "read/brief_read.h"
#include "unit/reading_support.h"
#include "write/new_folder.h"

static Reading reading;
static Form form;
static FormMaker maker;

static void start(void)
{
    reading_start(&reading);
    form = (Form){.stem = "form", .title = "Title", .thanks = "Thanks", .source = ""};
    maker = (FormMaker){.form = &form, .headers = names_create(reading.arena, NAME_STYLE_HEADER), .arena = reading.arena};
    cr_assert(form_headers_start(maker.headers));
}

static void end(void)
{
    memory_fail_after(-1);
    files_fail_after(-1, 0);
    reading_end(&reading);
}

TestSuite(questionnaire, .init = start, .fini = end);

Test(questionnaire, a_line_has_single_blanks)
{
    cr_expect_str_eq(form_line(reading.arena, " a\t\r\n b\u2028\u00a0c\x01 "), "a b c");
    cr_expect_str_eq(form_line(reading.arena, "\xef\xbb\xbf"), "");
    cr_expect_str_eq(form_line(reading.arena, "a\xff"
                                              "b"),
                     "a\xef\xbf\xbd"
                     "b");
}

/* The header and name of every row of columns.csv beyond Google's own. */
static const char *columns(void)
{
    const Form *forms[] = {&form};
    DraftSheet sheet;
    const char *text = "";
    cr_assert_eq(form_columns_sheet(&sheet, NULL, forms, 1, reading.arena, &reading.err), CADRE_OK);
    for (int row = 6; row < draft_rows(&sheet); row++) {
        const char *const *cells = &sheet.cells.items[row * sheet.n_columns];
        text = arena_print(reading.arena, "%s%s=%s\n", text, cells[1], cells[3]);
    }
    return text;
}

Test(questionnaire, headers_that_cadre_would_confuse_get_numbers)
{
    form_reads(form_question(&maker, QUESTION_TEXT, "E-mail address?", ""), "ignore", "", "");
    form_reads(form_question(&maker, QUESTION_TEXT, "Email\n address", ""), "ignore", "", "");
    Question *grid = form_question(&maker, QUESTION_GRID, "How well?", "");
    form_reads(grid, "skill", "", "0-5");
    form_row(&maker, grid, "note taking");
    form_row(&maker, grid, "notetaking");
    form_row(&maker, grid, "NOTE_TAKING");
    form_row(&maker, grid, "\uff2eote-taking");
    cr_expect(!form.lost);
    cr_expect_str_eq(columns(), "E-mail address?=\nEmail address (2)=\nHow well? [note taking]=note taking\n"
                                "How well? [notetaking (2)]=notetaking\nHow well? [NOTE_TAKING (3)]=NOTE_TAKING\n"
                                "How well? [\uff2eote-taking]=\uff2eote-taking\n");
}

Test(questionnaire, a_script_holds_nothing_that_ends_it)
{
    form_paragraph(&maker, "</script> \"q\" \\n \u2028 \u202e \U000e0001 \u00f1");
    form_reads(form_question(&maker, QUESTION_STORY, "<!--", "two\nlines"), "ignore", "", "");
    const char *text;
    cr_assert_eq(form_script(&text, &form, reading.arena, &reading.err), CADRE_OK);
    cr_expect(strstr(text, "\"\\u003c/script\\u003e \\\"q\\\" \\\\n \\u2028 \\u202e \\udb40\\udc01 \u00f1\""));
    cr_expect(strstr(text, "\"title\": \"\\u003c!--\""));
    cr_expect(strstr(text, "\"help\": \"two\\nlines\""));
}

Test(questionnaire, ticks_hold_no_semicolon)
{
    Question *ticks = form_question(&maker, QUESTION_TICKS, "Which?", "");
    form_option(&maker, ticks, "a; b, c");
    cr_expect_str_eq(ticks->options.items[0], "a, b, c");
}

/* The brief of the plan in the folder, and of the surveys. */
static Brief read_brief(const char *const surveys[], int n)
{
    Brief brief = {0};
    CadreInputs inputs = {.plan = reading.folder, .surveys = surveys, .n_surveys = n};
    cr_assert_eq(brief_read(&brief, &inputs, reading.arena, reading.messages, &reading.err), CADRE_OK, "%s", reading.err.text);
    return brief;
}

/* "Data:Math:2:0:0" of each skill: name, area, needs, able, strong. */
static const char *skills_of(const Brief *brief)
{
    const char *text = "";
    for (int i = 0; i < brief->n_skills; i++) {
        const BriefSkill *skill = &brief->skills[i];
        const char *area = skill->area < 0 ? "-" : names_get(brief->focuses, skill->area);
        text = arena_print(reading.arena, "%s%s%s:%s:%d:%d:%d", text, i ? " " : "", skill->name, area, skill->n_needs,
                           skill->n_able, skill->n_strong);
    }
    return text;
}

static const char *joined(const Names *names)
{
    const char *text = "";
    for (int i = 0; i < names_count(names); i++)
        text = arena_print(reading.arena, "%s%s%s", text, i ? "|" : "", names_get(names, i));
    return text;
}

Test(questionnaire, skills_belong_to_the_area_that_needs_them_most)
{
    reading_text(&reading, "groups.csv", "group,kind,focus,needs\nA,PLC,Math,Data 3; Reading 2\nB,PLC,Math,\nC,,,\n");
    reading_text(&reading, "needs.csv",
                 "group,skill,level\nB,DATA,2\nC,Data,1\nkind:PLC,Fractions,3\n*,Talking,3\nB @ Oak,Sums,3\nC,Reading,1\n");
    Brief brief = read_brief(NULL, 0);
    cr_expect_str_eq(reading_messages(&reading), "");
    cr_expect_str_eq(skills_of(&brief), "Data:Math:3:0:0 Fractions:Math:1:0:0 Reading:-:2:0:0 Sums:Math:1:0:0 Talking:-:1:0:0");
    cr_expect_str_eq(joined(brief.focuses), "C|Math");
    cr_expect_str_eq(joined(brief.roles), "lead|member");
}

Test(questionnaire, what_the_roster_knows_is_not_asked)
{
    reading_text(&reading, "people.csv",
                 "id,email,name,position,hours,grade,room\n1,a@example.org,Ann,Teacher,2,K,1\n2,,Ben,Coach,,,2\n");
    reading_text(&reading, "mix.csv", "group,field,value\n*,Grade,each\n*,room,each\n*,region,North\n*,position,Aide\n");
    reading_text(&reading, "sites.csv", "site,region\nOak,North\nElm,South\n");
    Brief brief = read_brief(NULL, 0);
    cr_expect_str_eq(reading_messages(&reading), "");
    cr_expect(brief.asks_id && brief.asks_site && brief.asks_hours && brief.asks_max_groups && brief.asks_max_leads);
    cr_expect(!brief.asks_name && !brief.asks_position);
    cr_expect_str_eq(joined(brief.sites), "Elm|Oak");
    cr_expect_str_eq(joined(brief.positions), "Aide|Coach|Teacher");
    cr_assert_eq(brief.n_fields, 1);
    cr_expect_str_eq(brief.fields[0].name, "Grade");
    cr_expect_str_eq(joined(brief.fields[0].values), "K");
}

Test(questionnaire, slots_come_by_time_and_once)
{
    reading_text(&reading, "groups.csv",
                 "group,meets\nA,Wed 8:00-9:00; before school\nB,wednesday 8:00 - 9:00; Tue 9:30\nC,Tue 10:00;lunch\n");
    Brief brief = read_brief(NULL, 0);
    cr_expect_str_eq(joined(brief.slots), "Tue 9:30|Tue 10:00|Wed 8:00-9:00|before school|lunch");
}

Test(questionnaire, an_inventory_tells_who_is_strong)
{
    reading_text(&reading, "needs.csv", "group,skill,level\n*,Data,3\n*,Art,3\n");
    reading_text(
        &reading, "columns.csv",
        "header,means,name,survey\nWho,email,,\nHow good? [data],skill,Data,\nNot here,skill,,\nOther,skill,,later.csv\n");
    const char *survey = reading_text(&reading, "in.csv",
                                      "Who,How good? [data],How good? [Chess]\na@example.org,4,5\nb@example.org,5,1\n"
                                      "c@example.org,3,4\n");
    Brief brief = read_brief(&survey, 1);
    cr_expect_str_eq(reading_messages(&reading), "");
    cr_expect_str_eq(skills_of(&brief), "Art:-:1:0:0 Chess:-:0:2:2 Data:-:1:3:2");
    cr_expect_eq(brief.n_answered, 3);
    const DraftSheet *sheet = &brief.sheets[BRIEF_COLUMNS];
    cr_expect_eq(draft_rows(sheet), 3, "rows about other surveys play no part");
    cr_expect_str_eq(sheet->header[1], "header");
    cr_expect_str_eq(sheet->cells.items[2 * sheet->n_columns + 1], "How good? [Chess]");
}

Test(questionnaire, a_damaged_plan_is_refused)
{
    CadreInputs inputs = {.plan = "nowhere/at/all"};
    Brief brief;
    reading_text(&reading, "groups.csv", "group,needs,hours\nA,Data 9,x\nB,\"Data 3, Art 4\",1\n");
    read_brief(NULL, 0);
    cr_assert_eq(brief_read(&brief, &inputs, reading.arena, reading.messages, &reading.err), CADRE_OK);
    cr_expect_str_eq(
        reading_messages(&reading),
        "error groups.csv:2:2: \"Data 9\" is no need; expected a skill, a blank and a level from 1 to 5, as Literacy 4; Data "
        "3\n"
        "error groups.csv:2:3: \"hours\" is \"x\"; expected a number from 0 to 10000 with at most two decimals\n"
        "error groups.csv:3:2: \"Data 3, Art 4\" is no need; expected a skill, a blank and a level from 1 to 5, as Literacy 4; "
        "Data 3, with ; and no comma between needs, or a row of needs.csv for each\n"
        "error nowhere/at/all:0:0: there is no such folder; expected the plan's folder, or no --plan at all\n");
}

/* How many entries the scratch folder has, hidden ones too. */
static int entries(void)
{
    int n = 0;
    DIR *folder = opendir(reading.folder);
    cr_assert(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        n += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return n;
}

static void remove_made(const char *out)
{
    static const char *const inner[] = {"%s/interests", "%s/inventory", "%s/a", "%s/b"};
    for (int i = 0; i < 4; i++) {
        const char *path = arena_print(reading.arena, inner[i], out);
        if (folder_exists(path)) cr_assert_eq(folder_remove(path, &reading.err), CADRE_OK, "%s", reading.err.text);
    }
    cr_assert_eq(folder_remove(out, &reading.err), CADRE_OK, "%s", reading.err.text);
}

Test(questionnaire, a_folder_is_whole_or_not_there)
{
    static const FolderFile files[] = {
        {"a.txt", "A", false}, {"a/one.txt", "1", false}, {"a/two.txt", "2", false}, {"b/three.txt", "3", false}};
    const char *out = arena_print(reading.arena, "%s/out", reading.folder);
    CadreStatus status = CADRE_IO;
    for (long n = 0; status != CADRE_OK; n++) {
        files_fail_after(n, ENOSPC);
        status = new_folder_write(out, files, 4, reading.arena, &reading.err);
        files_fail_after(-1, 0);
        cr_assert(status == CADRE_OK || status == CADRE_IO, "%s", reading.err.text);
        if (status != CADRE_OK) cr_expect_eq(entries(), 0, "after %ld operations", n);
        if (status != CADRE_OK) cr_expect(!strstr(reading.err.text, ".cadre-"), "%s", reading.err.text);
        cr_assert_lt(n, 1000);
    }
    cr_expect_eq(entries(), 1);
    cr_expect_eq(new_folder_write(out, files, 4, reading.arena, &reading.err), CADRE_INPUT);
    cr_expect(
        strstr(reading.err.text, "out: is there already with files in it, and is not written over; expected a new folder"));
    remove_made(out);
    cr_assert_eq(folder_create(out, &reading.err), CADRE_OK);
    cr_expect_eq(new_folder_write(out, files, 4, reading.arena, &reading.err), CADRE_OK, "an empty folder is taken");
    remove_made(out);
    cr_expect_eq(new_folder_write(reading_text(&reading, "file", ""), files, 4, reading.arena, &reading.err), CADRE_INPUT);
    cr_expect_eq(new_folder_write("no/such/place", files, 4, reading.arena, &reading.err), CADRE_INPUT);
}

Test(questionnaire, what_a_killed_run_left_is_swept)
{
    static const FolderFile files[] = {{"a/one.txt", "1", false}};
    const char *out = arena_print(reading.arena, "%s/out", reading.folder);
    const char *left = arena_print(reading.arena, "%s/.out.cadre-999999999", reading.folder);
    const char *inner = arena_print(reading.arena, "%s/a", left);
    cr_assert_eq(folder_create(left, &reading.err), CADRE_OK);
    cr_assert_eq(folder_create(inner, &reading.err), CADRE_OK);
    cr_assert_eq(file_write(arena_print(reading.arena, "%s/x", inner), "x", 1, &reading.err), CADRE_OK);
    cr_expect_eq(new_folder_write(out, files, 1, reading.arena, &reading.err), CADRE_OK, "%s", reading.err.text);
    cr_expect_eq(entries(), 1);
    remove_made(out);
}

/* Every request for memory refused in turn: the run says so, and leaves nothing. */
Test(questionnaire, want_of_memory_is_told)
{
    reading_text(&reading, "groups.csv", "group,focus,meets,needs\nA,Math,Tue 8:00,Data 3\nB,Art,lunch,Chess 2\n");
    reading_text(&reading, "roles.csv", "group,role,leads\n*,lead,yes\n*,\"a, b\",\n");
    const char *survey =
        reading_text(&reading, "in.csv", "Email,How good are you at? [Data]\na@example.org,4\nb@example.org,5\n");
    const char *out = arena_print(reading.arena, "%s/out", reading.folder);
    int n_before = entries();
    CadreInputs inputs = {.plan = reading.folder, .surveys = &survey, .n_surveys = 1};
    CadreQuestionnaireOptions options = {.out = out, .school = "School", .broad = true};
    CadreStatus status = CADRE_NO_MEMORY;
    for (long n = 0; status != CADRE_OK; n += n < 300 ? 1 : 7) {
        memory_fail_after(n);
        status = cadre_questionnaire(&inputs, &options, NULL, &reading.err);
        memory_fail_after(-1);
        cr_assert(status == CADRE_OK || status == CADRE_NO_MEMORY, "%ld: %s", n, reading.err.text);
        if (status != CADRE_OK) cr_expect_eq(entries(), n_before, "after %ld requests", n);
    }
    remove_made(out);
}
