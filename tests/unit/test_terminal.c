/* What a principal sees after a run. */
#include <criterion/criterion.h>
#include <string.h>

#include "write/json_values.h"
#include "write/write.h"

static Arena *arena;
static CadreError err;
static Model model;
static ResultRows rows;
static SolveOutcome outcome;

static Person staff[3] = {
    {.key = "t1", .name = "José Ruiz", .email = "", .position = "", .hours = 400, .answered = true},
    {.key = "t2", .name = "Li 李小龙", .email = "", .position = "", .hours = 400, .answered = true},
    {.key = "t3", .name = "josé ruiz", .email = "", .position = "", .hours = 400, .answered = true},
};
static Group groups[2] = {{.name = "Attendance", .n_roles = 2}, {.name = "Data", .first_role = 2, .n_roles = 1}};
static Role roles[3] = {{.name = "lead", .leads = true, .min = 1, .max = 1},
                        {.name = "member", .min = 2, .max = NO_LIMIT},
                        {.name = "lead", .group = 1, .leads = true, .min = 1, .max = 1}};
static AssignmentRow assignments[2] = {
    {.person = 0,
     .role = 1,
     .points = 50,
     .reason = "A reason that goes on and on until it has to be cut somewhere, as it will be."},
    {.person = 1, .role = 0, .points = 1000, .reason = "Short."}};
static GroupRow group_rows[2] = {{.group = 0, .size = 2, .leads = 1}, {.group = 1}};
static PersonRow people[3] = {
    {.person = 0, .groups = 1, .hours = 150}, {.person = 1, .groups = 1, .hours = 150}, {.person = 2}};
static ShortageRow shortages[1] = {
    {{.kind = SHORTAGE_ROLE, .group = 1, .role = 2, .skill = -1, .field = -1, .needed = 1}, "Ask someone."}};

static void set_up(void)
{
    arena = arena_create(NULL);
    model = (Model){.n_staff = 3, .n_groups = 2, .n_roles = 3, .staff = staff, .groups = groups, .roles = roles};
    rows = (ResultRows){.assignments = assignments, .groups = group_rows, .people = people, .shortages = shortages};
    rows.n_assignments = rows.n_groups = 2;
    rows.n_people = 3;
    rows.n_shortages = 1;
    outcome = (SolveOutcome){.parts = {1050, 400, 0, 20000}, .bound = -18550, .proved = true, .floor = -1};
}

static void tear_down(void) { arena_release(arena); }

TestSuite(terminal, .init = set_up, .fini = tear_down);

static const char *text_at(int width)
{
    const char *text;
    cr_assert_eq(terminal_text(&text, &model, &rows, &outcome, "out/result", width, arena, &err), CADRE_OK, "%s", err.text);
    return text;
}

Test(terminal, table_and_summary)
{
    cr_assert_str_eq(text_at(80), "Attendance (2)\n"
                                  "  lead    Li 李小龙       1000  Short.\n"
                                  "  member  José Ruiz (t1)    50  A reason that goes on and on until it has to be…\n"
                                  "\n"
                                  "Data (0)\n"
                                  "  nobody\n"
                                  "\n"
                                  "Seats     2 of the 4 asked for are filled; 2 assignments in all\n"
                                  "Leaders   1 of 2 groups to be led have a leader\n"
                                  "People    2 of 3 have a role; 1 answered and have none\n"
                                  "Load      1.0 roles for each of them, at most 1; 3 of 12 hours a month used\n"
                                  "Fit       525 of 1000 points for a seat, on average\n"
                                  "\n"
                                  "1 shortage:\n"
                                  "  Data: lead: 0 of 1 seats filled\n"
                                  "    Ask someone.\n"
                                  "\n"
                                  "No better assignment exists under these rules: this is proved.\n"
                                  "The result is in out/result; open report.html there.\n");
}

/* Who leads is told in words; a group of two says nothing, and nothing is said where nobody leads. */
Test(terminal, who_leads)
{
    enum { GRADE = 3, YEARS, HOBBY };
    static LeadingRow leading[] = {
        {GRADE, "1", 2, 2, 2}, {GRADE, "2", 4, 2, 2}, {GRADE, "3\n", 10, 0, 0}, {GRADE, "", 5, 0, 0}};
    static int left_out[] = {HOBBY}, year_fields[] = {YEARS};
    static LeadingComparison years[] = {{YEARS, 2, 7, 2, 1}};
    static const char *const fields[] = {"site", "position", "network", "grade", "years", "hobby"};
    model.fields = names_create(arena, NAME_STYLE_HEADER);
    for (int i = 0; i < 6; i++) names_add(model.fields, fields[i]);
    cr_assert_null(strstr(text_at(80), "Who leads"));
    rows.leading = (LeadingTable){.staff = 21, .leaders = 4, .leading_roles = 4, .years = years};
    rows.leading.rows.items = leading;
    rows.leading.rows.n = 4;
    rows.leading.left_out.items = left_out;
    rows.leading.year_fields.items = year_fields;
    rows.leading.left_out.n = rows.leading.year_fields.n = 1;
    rows.leading.merit = (LeadingComparison){-1, 4, 800, 600, 101};
    const char
        *text = text_at(80),
        *expected =
            "Who leads Most above their share of staff: grade 2, with 2 of 4 leading roles (50%) and 4 of 21 staff (19%)\n"
            "          Most below their share of staff: grade 3 , with 0 of 4 leading roles (0%) and 10 of 21 staff (48%)\n"
            "          In 75 of 100 comparisons the one who leads has more skill and interest than one who does not but "
            "might by the plan's rules; in 13 as much (44: as by chance)\n"
            "          In 2 of 7 the one who leads has more years; in 1 as much; 2 of 4 leading roles could be compared\n"
            "          Not counted, for the answers are too different: hobby\n";
    cr_assert_not_null(strstr(text, expected), "%s", text);
}

Test(terminal, narrow_ones_leave_the_reason_out)
{
    cr_assert_not_null(strstr(text_at(45), "  lead    Li 李小龙       1000\n"));
}

Test(terminal, the_gap_is_told_where_nothing_is_proved)
{
    outcome.proved = false;
    outcome.limits.time = true;
    outcome.bound = -18000;
    cr_assert_not_null(strstr(text_at(100), "The total is -18550 points; no assignment has over -18000. Whether a better one "
                                            "exists is not proved: stopped by the time limit.\n"));
}

Test(terminal, a_gap_asked_for_is_no_proof_that_none_is_better)
{
    outcome.bound = -18000;
    cr_assert_not_null(strstr(text_at(100), "The total is -18550 points; no assignment has over -18000. That is the gap asked "
                                            "for.\n"));
}

Test(terminal, the_value_may_be_proved_where_the_fewest_changes_are_not)
{
    outcome.proved = false;
    outcome.limits.nodes = true;
    cr_assert_not_null(strstr(text_at(100),
                              "No better assignment exists under these rules: this is proved. Whether one as good "
                              "keeps more of last time's places is not proved: stopped by the work limit.\n"));
}

Test(terminal, a_floor_not_proved_leaves_the_value_open)
{
    outcome.proved = false;
    outcome.floor = 300;
    cr_assert_not_null(strstr(text_at(100),
                              "The total is -18550 points; no assignment with this floor has over -18550. Whether "
                              "a better one exists is not proved.\n"));
}

Test(terminal, control_characters_do_nothing)
{
    assignments[1].reason = "a\033[2Jb\n\xc2\x9b\x9b"
                            "c\u202ed";
    const char *text = text_at(80);
    cr_assert_not_null(strstr(text, "a [2Jb   c d\n"));
    assignments[1].reason = "Short.";
}

Test(terminal, long_names_keep_both_ends)
{
    staff[1].name = "a_survey_of_a_very_long_name_2026.csv-17";
    cr_assert_not_null(strstr(text_at(80), "  lead    a_survey_of_a_very…26.csv-17  1000"), "%s", text_at(80));
    staff[1].name = "李李李李李李李李李李李李李李李李";
    cr_assert_not_null(strstr(text_at(80), "  lead    李李李李李李李李李…李李李李   1000"), "%s", text_at(80));
    staff[1].name = "Li 李小龙";
}

Test(terminal, json_takes_any_bytes)
{
    json_t *value = json_lenient("caf\xe9 \xc3\xa9", arena);
    cr_assert_str_eq(json_string_value(value), "caf\xef\xbf\xbd \xc3\xa9");
    json_decref(value);
}
