/* Reasons and repairs say what the model holds, and nothing else. */
#include <criterion/criterion.h>
#include <string.h>

#include "explain/repairs.h"
#include "explain/result.h"

enum { DATA, LITERACY, N_SKILLS };
enum { ANA, BO, CY, N_STAFF };
enum { LEAD, MEMBER, N_ROLES };

static Arena *arena;
static CadreError err;
static Model model;
static ScoreTable scores;
static SolveOutcome outcome;
static ResultRows rows;

static Person staff[N_STAFF];
static Group groups[1];
static Role roles[N_ROLES];
static Target targets[2];
static Bar bars[1];
static int8_t levels[N_STAFF * N_SKILLS], interests[N_STAFF * N_SKILLS];
static bool asked[N_SKILLS];
static Assignment assignments[2];

/* The data team: a lead with Data 5 at least, and members. Ana leads it; Bo and Cy could be members; nobody else may lead. */
static void make_school(void)
{
    static const int64_t first_pair[N_STAFF + 1] = {0, 2, 3, 4};
    static const int32_t pair_role[] = {LEAD, MEMBER, MEMBER, MEMBER};
    static const int16_t points[] = {900, 800, 600, 700};
    for (int i = 0; i < N_STAFF; i++)
        staff[i] = (Person){.email = "", .position = "", .site = -1, .hours = 400, .max_groups = 3, .max_leads = 1};
    staff[ANA].key = staff[ANA].name = "Ana";
    staff[BO].key = staff[BO].name = "Bo";
    staff[CY].key = "t3";
    staff[CY].name = "";
    groups[0] = (Group){.name = "Data Team", .site = -1, .max_size = NO_LIMIT, .hours = 150, .weight = 1, .n_roles = 2};
    memset(groups[0].topics, -1, sizeof groups[0].topics);
    roles[LEAD] = (Role){.name = "lead", .min = 1, .max = 1, .leads = true, .n_targets = 1, .n_bars = 1};
    roles[MEMBER] = (Role){.name = "member", .min = 0, .max = NO_LIMIT, .first_target = 1, .n_targets = 1};
    targets[0] = targets[1] = (Target){.skill = DATA, .level = 5, .weight = 1};
    bars[0] = (Bar){.skill = DATA, .level = 5};
    scores = (ScoreTable){.n_staff = N_STAFF, .n_pairs = 4, .first_pair = first_pair, .role = pair_role, .points = points};
    memset(interests, LEVEL_NONE, sizeof interests);
    memcpy(levels, (int8_t[]){5, 3, 4, LEVEL_NONE, 2, 0}, sizeof levels);
}

static void set_up(void)
{
    arena = arena_create(NULL);
    make_school();
    model = (Model){.n_staff = N_STAFF, .n_groups = 1, .n_roles = N_ROLES, .n_skills = N_SKILLS};
    model.staff = staff;
    model.groups = groups;
    model.roles = roles;
    model.targets = targets;
    model.bars = bars;
    model.levels = levels;
    model.interests = interests;
    model.interest_asked = asked;
    model.skills = names_create(arena, NAME_STYLE_NAME);
    names_add(model.skills, "Data");
    names_add(model.skills, "Literacy");
    model.fields = names_create(arena, NAME_STYLE_HEADER);
    assignments[0] = (Assignment){ANA, LEAD};
    outcome = (SolveOutcome){.solution = {assignments, 1}};
}

static void tear_down(void) { arena_release(arena); }

TestSuite(explain, .init = set_up, .fini = tear_down);

static void make_result(const Shortage *shortages, int n)
{
    cr_assert_eq(result_rows_make(&rows, &model, &scores, &outcome, shortages, n, NULL, arena, &err), CADRE_OK, "%s", err.text);
}

static const char *repair_of(Shortage shortage)
{
    make_result(&shortage, 1);
    return rows.shortages[0].repair;
}

Test(explain, rows_are_counted)
{
    make_result(NULL, 0);
    cr_assert_eq(rows.n_people, 3);
    cr_assert_eq(rows.people[ANA].hours, 150);
    cr_assert_eq(rows.people[ANA].hours_left, 250);
    cr_assert_eq(rows.people[ANA].leads, 1);
    cr_assert_eq(rows.people[CY].best_points, 700);
    cr_assert_eq(rows.groups[0].points_mean, 900);
    cr_assert_eq(rows.groups[0].leads, 1);
}

Test(explain, mean_is_rounded_down)
{
    outcome.solution.n = 2;
    assignments[1] = (Assignment){CY, MEMBER};
    scores.points = (const int16_t[]){900, 800, 600, 701};
    make_result(NULL, 0);
    cr_assert_eq(rows.groups[0].points_mean, 800);
    cr_assert_eq(rows.groups[0].points_min, 701);
}

Test(explain, reasons)
{
    interests[CY * N_SKILLS + DATA] = 5;
    outcome.solution.n = 2;
    assignments[1] = (Assignment){CY, MEMBER};
    make_result(NULL, 0);
    cr_assert_str_eq(rows.assignments[0].reason, "Has Data 5 (5 wanted); nobody else may hold it.");
    cr_assert_str_eq(rows.assignments[1].reason, "Has Data 2 (5 wanted), has interest 5 of 5 in Data; wants to learn Data.");
    cr_assert_str_eq(rows.people[ANA].reason, "Serves in 1 group, using 1.5 of 4 hours.");
    cr_assert_str_eq(rows.people[BO].reason,
                     "Of all roles member of Data Team suits this person best (600 points), who was not chosen, as the plan "
                     "as a whole gains nothing by one member more there.");
}

Test(explain, who_answered_nothing_is_said_so)
{
    levels[CY * N_SKILLS + DATA] = LEVEL_NONE;
    outcome.solution.n = 2;
    assignments[1] = (Assignment){CY, MEMBER};
    make_result(NULL, 0);
    cr_assert_str_eq(rows.assignments[1].reason, "Has not answered a survey.");
    staff[CY].answered = true;
    make_result(NULL, 0);
    cr_assert_str_eq(rows.assignments[1].reason, "Has told no level above 0 in the skills wanted.");
}

Test(explain, a_choice_is_told_where_no_rating_counts)
{
    TopicAnswer answer = {.topic = 0, .rating = LEVEL_NONE, .choice = LEVEL_MAX};
    groups[0].topics[0] = 0;
    model.topic_answers = &answer;
    model.n_topic_answers = staff[ANA].n_topics = 1;
    make_result(NULL, 0);
    cr_assert_str_eq(rows.assignments[0].reason, "Has Data 5 (5 wanted), made it the first choice; nobody else may hold it.");
    answer.rating = 0;
    make_result(NULL, 0);
    cr_assert_str_eq(rows.assignments[0].reason, "Has Data 5 (5 wanted), rated it 0 of 5; nobody else may hold it.");
}

/* A group of one site looks among its people alone. */
Test(explain, repair_keeps_to_the_site)
{
    Shortage shortage = {.kind = SHORTAGE_ROLE, .role = MEMBER, .skill = -1, .field = -1, .needed = 3};
    Site sites[] = {{"North", ""}, {"South", ""}};
    model.sites = sites;
    model.n_sites = 2;
    staff[ANA].site = staff[CY].site = groups[0].site = 1;
    staff[BO].site = 0;
    outcome.solution.n = 0;
    scores.first_pair = (const int64_t[]){0, 2, 2, 3};
    scores.points = (const int16_t[]){900, 800, 600};
    scores.n_pairs = 3;
    cr_assert_str_eq(repair_of(shortage), "Ana comes nearest as member with 800 points and has time for it.");
    scores.points = (const int16_t[]){900, 500, 600};
    cr_assert_str_eq(repair_of(shortage), "t3 comes nearest as member with 600 points and has time for it.");
}

Test(explain, reasons_of_those_left_out)
{
    staff[BO].hours = 100;
    staff[CY].away = true;
    scores.first_pair = (const int64_t[]){0, 2, 3, 3};
    make_result(NULL, 0);
    cr_assert_str_eq(
        rows.people[BO].reason,
        "Of all roles member of Data Team suits this person best (600 points), who has 1 hour left and it takes 1.5.");
    cr_assert_str_eq(rows.people[CY].reason, "Away.");
}

Test(explain, repair_of_an_empty_role)
{
    Shortage shortage = {.kind = SHORTAGE_ROLE, .role = LEAD, .skill = -1, .field = -1, .needed = 1};
    outcome.solution.n = 0;
    cr_assert_str_eq(repair_of(shortage), "Ana comes nearest as lead with 900 points and has time for it.");
    staff[ANA].max_leads = 0;
    cr_assert_str_eq(repair_of(shortage), "Ana comes nearest as lead with 900 points, but is to lead no group.");
    scores.first_pair = (const int64_t[]){0, 0, 0, 0};
    levels[ANA * N_SKILLS + DATA] = 3;
    cr_assert_str_eq(repair_of(shortage), "Nobody else may hold it; Bo comes nearest with Data 4 of the 5 required.");
    for (int i = 0; i < N_STAFF; i++) staff[i].away = true;
    cr_assert_str_eq(repair_of(shortage), "Nobody else may hold it by site, position and pins; look outside or widen who may.");
}

Test(explain, repair_of_coverage)
{
    Shortage shortage = {.kind = SHORTAGE_COVERAGE, .role = -1, .skill = DATA, .level = 4, .field = -1, .needed = 2, .have = 1};
    cr_assert_str_eq(repair_of(shortage), "Bo (Data 4) comes nearest as member with 600 points and has time for it.");
    assignments[0] = (Assignment){BO, MEMBER}; /* who counts already is no repair */
    levels[ANA * N_SKILLS + DATA] = 3;
    cr_assert_str_eq(repair_of(shortage), "Nobody else who may join has Data at level 4; look outside or train someone.");
    levels[ANA * N_SKILLS + DATA] = 5;
    assignments[0] = (Assignment){ANA, LEAD};
    shortage.skill = LITERACY;
    cr_assert_str_eq(repair_of(shortage),
                     "Nobody else who may join has it; of those in Data Team, Ana is closest with Literacy 3 of 4.");
}

Test(explain, shortages_in_words)
{
    const char *words;
    Shortage shortage = {
        .kind = SHORTAGE_COVERAGE, .role = LEAD, .skill = DATA, .level = 4, .field = -1, .needed = 2, .have = 1};
    cr_assert_eq(shortage_words(&words, &model, &shortage, arena, &err), CADRE_OK);
    cr_assert_str_eq(words, "Data Team: lead: 1 of 2 people with Data at level 4 or above");
}

Test(explain, shortages_are_sorted_by_their_key_columns)
{
    const Shortage unsorted[] = {
        {.kind = SHORTAGE_SIZE, .role = -1, .skill = -1, .field = -1, .needed = 3},
        {.kind = SHORTAGE_ROLE, .role = MEMBER, .skill = -1, .field = -1, .needed = 3},
        {.kind = SHORTAGE_ROLE, .role = LEAD, .skill = -1, .field = -1, .needed = 1},
        {.kind = SHORTAGE_COVERAGE, .role = -1, .skill = LITERACY, .level = 3, .field = -1, .needed = 1},
        {.kind = SHORTAGE_COVERAGE, .role = -1, .skill = DATA, .level = 3, .field = -1, .needed = 1},
    };
    make_result(unsorted, 5);
    for (int i = 0; i < 5; i++) cr_assert_eq(rows.shortages[i].shortage.needed, unsorted[4 - i].needed);
    cr_assert_eq(rows.shortages[0].shortage.skill, DATA);
    cr_assert_eq(rows.shortages[2].shortage.role, LEAD);
}
