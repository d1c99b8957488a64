/* The judge: rules that the sheets change under a result that was right, and files damaged at every byte. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "unit/verify_case.h"
#include "verify/verify.h"

/* A change of the sheets after which the result breaks a rule. */
typedef struct RuleCase {
    void (*change)(VerifyCase *school);
    const char *file, *text;
    int line, column;
} RuleCase;

static void few_hours(VerifyCase *school) { school->model.staff[BEN].hours = 224; }
static void few_groups(VerifyCase *school) { school->model.staff[BEN].max_groups = 1; }
static void no_leads(VerifyCase *school) { school->model.staff[ANA].max_leads = 0; }
static void is_away(VerifyCase *school) { school->model.staff[CY].away = true; }
static void other_site(VerifyCase *school) { school->model.groups[LITERACY].site = 1; }
static void small_group(VerifyCase *school) { school->model.groups[ATTENDANCE].max_size = 2; }
static void small_role(VerifyCase *school) { school->model.roles[ATTENDANCE_MEMBER].max = 1; }
static void few_changes(VerifyCase *school) { school->model.settings.max_changes = 2; }
static void other_weight(VerifyCase *school) { school->model.settings.weight_fit = 51; }
static void other_price(VerifyCase *school) { school->model.settings.short_should = 1999; }
static void pin_must(VerifyCase *school) { verify_case_pin(school, PIN_MUST, CY, ATTENDANCE_LEAD); }
static void pin_never(VerifyCase *school) { verify_case_pin(school, PIN_NEVER, CY, ATTENDANCE_MEMBER); }
static void pin_prefer(VerifyCase *school) { verify_case_pin(school, PIN_PREFER, BEN, LITERACY_MEMBER); }

static void overlapping_slots(VerifyCase *school) { school->model.slots[1].start = 989; }

static void equal_text_slots(VerifyCase *school)
{
    for (int i = 0; i < 2; i++) school->model.slots[i] = (Slot){-1, 0, 0, 7, "first thing"};
}

static void below_must(VerifyCase *school) { school->model.roles[ATTENDANCE_MEMBER].n_bars = 1; /* Reading 3 */ }

static void add_pair(VerifyCase *school, int person, int other, int group, bool together)
{
    school->model.pairs[school->model.n_pairs++] =
        (Pair){.person = person, .other = other, .group = group, .together = together};
}

static void pair_apart(VerifyCase *school) { add_pair(school, ANA, CY, ATTENDANCE, false); }
static void pair_together(VerifyCase *school) { add_pair(school, ANA, BEN, LITERACY, true); }
static void pair_void(VerifyCase *school) { add_pair(school, BEN, CY, LITERACY, true); }
static void pair_kept(VerifyCase *school) { add_pair(school, BEN, CY, ATTENDANCE, true); }
static void pair_kept_apart(VerifyCase *school) { add_pair(school, BEN, CY, LITERACY, false); }
static void unknown_before(VerifyCase *school) { school->model.has_previous = false; }

Test(verify, broken_rules_are_caught)
{
    static const RuleCase list[] = {
        {few_hours, "assignments.csv", "\"ben\" has 2.25 hours; expected 2.24 at most", 4, 1},
        {few_groups, "assignments.csv", "\"ben\" is in 2 groups; expected 1 at most", 4, 1},
        {no_leads, "assignments.csv", "\"ana\" has 1 leading roles; expected 0 at most", 2, 1},
        {is_away, "assignments.csv", "this person is away", 5, 1},
        {other_site, "assignments.csv", "the group is for another site's people", 4, 1},
        {below_must, "assignments.csv", "a level is below a must of the role", 3, 1},
        {below_must, "assignments.csv", "a level is below a must of the role", 5, 1},
        {small_group, "assignments.csv", "\"Attendance\" has 3 members; expected 2 at most", 5, 4},
        {small_role, "assignments.csv", "\"member\" of \"Attendance\" has 2 holders; expected 1 at most", 5, 5},
        {few_changes, "assignments.csv", "3 assignments are not in previous.csv; expected 2 at most", 0, 0},
        {overlapping_slots, "assignments.csv", "\"Literacy Team\" meets at the time of \"Attendance\"", 4, 4},
        {equal_text_slots, "assignments.csv", "(\"first thing\"); expected no overlap", 4, 4},
        {pin_must, "assignments.csv", "\"cy\" has no role that the must pin at plan/pins.csv:2 names; expected one", 0, 0},
        {pin_never, "assignments.csv", "a pin says never", 5, 1},
        {pin_prefer, "assignments.csv", "\"interest\" is \"800\"; expected \"1000\"", 4, 9},
        {pin_prefer, "assignments.csv", "\"points\" is \"385\"; expected \"455\"", 4, 7},
        {pair_apart, "assignments.csv", "\"ana\" and \"cy\" are both in \"Attendance\"; expected them apart", 5, 4},
        {pair_together, "assignments.csv", "\"ana\" is not in \"Literacy Team\"; expected \"ana\" and \"ben\" together", 4, 4},
        {other_weight, "assignments.csv", "\"points\" is \"830\"; expected \"831\"", 2, 7},
        {other_price, "shortages.csv", "\"cost\" is \"4000\"; expected \"3998\"", 3, 11},
        {unknown_before, "assignments.csv", "\"continuity\" is \"1000\"; expected blank", 2, 11},
        {unknown_before, "result.json", "\"changes\" is given; expected none without previous.csv", 3, 0},
    };
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        Arena *arena = arena_create(NULL);
        VerifyCase *school = verify_case_create(arena);
        list[i].change(school);
        verify_case_expect(school, arena, list[i].file, list[i].line, list[i].column, list[i].text);
        arena_release(arena);
    }
}

Test(verify, kept_rules_pass)
{
    static void (*const changes[])(VerifyCase *) = {pair_void, pair_kept, pair_kept_apart};
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        Arena *arena = arena_create(NULL);
        VerifyCase *school = verify_case_create(arena);
        changes[i](school);
        verify_case_expect_right(school, arena);
        arena_release(arena);
    }
}

/* The case under fairness = floor, with this floor in result.json ("" for none). */
static VerifyCase *floor_case(Arena *arena, const char *floor)
{
    VerifyCase *school = verify_case_create(arena);
    school->model.settings.fairness = FAIRNESS_FLOOR;
    const char *text = verify_case_replace(arena, school->text[CASE_JSON], "\"total\"", "\"floor\"");
    const char *line = *floor ? arena_print(arena, "\"floor\": %s, \"gap\": 0", floor) : "\"gap\": 0";
    school->text[CASE_JSON] = verify_case_replace(arena, text, "\"gap\": 0", line);
    return school;
}

Test(verify, floor_binds_the_leading_seats)
{
    Arena *arena = arena_create(NULL);
    verify_case_expect_right(floor_case(arena, "830"), arena);
    verify_case_expect(floor_case(arena, "831"), arena, "assignments.csv", 2, 7,
                       "a leading seat has 830 points; expected at least the floor, 831");
    verify_case_expect(floor_case(arena, "851"), arena, "result.json", 5, 0,
                       "\"floor\" is 851; expected 0 to the most anyone has in a leading role, 850");
    verify_case_expect(floor_case(arena, ""), arena, "result.json", 0, 0, "\"floor\" is missing");
    VerifyCase *unproved = floor_case(arena, "");
    unproved->text[CASE_JSON] = verify_case_replace(arena, unproved->text[CASE_JSON], "true", "false");
    verify_case_expect_right(unproved, arena);
    VerifyCase *leaderless = floor_case(arena, "");
    leaderless->model.roles[ATTENDANCE_LEAD].min = leaderless->model.roles[LITERACY_LEAD].min = 0;
    VerifyHeard heard = {.file = "result.json", .text = "floor"};
    verify_case_judge(leaderless, arena, &heard);
    cr_expect_not(heard.found, "%s", heard.all);
    arena_release(arena);
}

static int n_messages(VerifyCase *school, int file, const char *text)
{
    Arena *arena = arena_create(NULL);
    VerifyCase damaged = *school;
    damaged.text[file] = text;
    VerifyHeard heard = {0};
    verify_case_judge(&damaged, arena, &heard);
    arena_release(arena);
    return heard.n;
}

Test(verify, every_byte_of_a_sheet_counts)
{
    Arena *arena = arena_create(NULL);
    VerifyCase *school = verify_case_create(arena);
    for (int file = 0; file < N_CASE_FILES; file++) {
        size_t length = strlen(school->text[file]);
        for (size_t i = 0; i + 1 < length; i++) {
            char *text = arena_copy(arena, school->text[file]);
            text[i] = '#';
            int n = n_messages(school, file, text);
            cr_expect(n > 0 || file == CASE_JSON, "file %d, byte %zu is not looked at", file, i);
        }
    }
    arena_release(arena);
}

Test(verify, cut_files_are_caught)
{
    Arena *arena = arena_create(NULL);
    VerifyCase *school = verify_case_create(arena);
    for (int file = 0; file < N_CASE_FILES; file++)
        for (size_t length = 0; length + 3 < strlen(school->text[file]); length++)
            cr_expect_gt(n_messages(school, file, arena_copy_n(arena, school->text[file], length)), 0,
                         "file %d, cut to %zu bytes, passes", file, length);
    arena_release(arena);
}

Test(verify, absent_json_is_a_message)
{
    Arena *arena = arena_create(NULL);
    VerifyCase *school = verify_case_create(arena);
    ResultFiles files = verify_case_files(school, arena);
    files.json = NULL;
    Messages *messages = messages_create(arena);
    CadreError err;
    cr_expect_eq(verify_result(&school->model, &files, arena, messages, &err), CADRE_OK);
    cr_expect_eq(messages_errors(messages), 1);
    arena_release(arena);
}

/* A damaged result judged with only n requests for memory granted. */
static CadreStatus judge_with_memory(const VerifyCase *school, long n)
{
    Arena *arena = arena_create(NULL);
    ResultFiles files = verify_case_files(school, arena);
    Messages *messages = messages_create(arena);
    CadreError err;
    memory_fail_after(n);
    CadreStatus status = verify_result(&school->model, &files, arena, messages, &err);
    if (status == CADRE_OK) status = messages_flush(messages, NULL, &err);
    memory_fail_after(-1);
    arena_release(arena);
    return status;
}

Test(verify, missing_memory_is_told)
{
    Arena *arena = arena_create(NULL);
    VerifyCase *school = verify_case_create(arena);
    cr_expect_eq(judge_with_memory(school, 100000), CADRE_OK);
    school->text[CASE_PEOPLE] = "person,name,site,groups,leads,hours,hours_left,best_points,reason\nan,,,,,,,,\n";
    school->text[CASE_SHORTAGES] = "kind\n";
    long n = 0;
    while (n < 10000 && judge_with_memory(school, n) == CADRE_NO_MEMORY) n++;
    cr_expect_gt(n, 10);
    cr_expect_eq(judge_with_memory(school, n), CADRE_INPUT);
    arena_release(arena);
}
