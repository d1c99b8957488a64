/* What --vary asks for, and which points of a sweep are efficient. */
#include <criterion/criterion.h>
#include <string.h>

#include "explain/frontier.h"
#include "read/vary.h"

static Arena *arena;

static void set_up(void) { arena = arena_create(NULL); }
static void tear_down(void) { arena_release(arena); }

TestSuite(sweep, .init = set_up, .fini = tear_down);

static VaryGrid parsed(const char *const *texts, int n)
{
    VaryGrid grid = {.n = 0};
    CadreError err = {.text = ""};
    cr_assert_eq(vary_parse(&grid, texts, n, arena, &err), CADRE_OK, "%s", err.text);
    return grid;
}

/* The values joined by `|`. */
static const char *values_of(const char *text)
{
    VaryGrid grid = parsed(&text, 1);
    const char *all = "";
    for (int i = 0; i < grid.varies[0].n; i++) all = arena_print(arena, "%s%s%s", all, i ? "|" : "", grid.varies[0].values[i]);
    return all;
}

Test(sweep, values)
{
    cr_expect_str_eq(values_of("a=0,2,5"), "0|2|5");
    cr_expect_str_eq(values_of("a=0..100:25"), "0|25|50|75|100");
    cr_expect_str_eq(values_of("a=0..10:4"), "0|4|8");
    cr_expect_str_eq(values_of("a=3..5"), "3|4|5");
    cr_expect_str_eq(values_of("a=1..2:0.5"), "1|1.5|2");
    cr_expect_str_eq(values_of("a=0..1:0.25"), "0|0.25|0.5|0.75|1");
    cr_expect_str_eq(values_of("a=7..7:3"), "7");
    cr_expect_str_eq(values_of("a=5, 0..4:2 ,2"), "0|2|4|5");
    cr_expect_str_eq(values_of("a=5,0,2"), values_of("a=2,5,0"), "in order however they are written");
    cr_expect_str_eq(values_of("a=4.0,4,04"), values_of("a=04,4,4.0"), "one number once");
    cr_expect_str_eq(values_of("a=,2"), "|2", "nothing is a blank cell");
    cr_expect_str_eq(values_of("a=total,floor,10,9"), "9|10|floor|total");
    cr_expect_str_eq(values_of("g:ILT:meets=Mon 15:00-16:00,Tue 15:00=x"), "Mon 15:00-16:00|Tue 15:00=x");
}

Test(sweep, what_varies)
{
    const char *const texts[] = {"weight_interest=1", "needs:ILT//Literacy/4:people=1", "roles:kind:PLC/chair:max=2"};
    VaryGrid grid = parsed(texts, 3);
    cr_expect_str_eq(grid.varies[0].sheet, "settings");
    cr_expect_str_eq(grid.varies[0].key, "weight_interest");
    cr_expect_str_eq(grid.varies[0].column, "value");
    cr_expect_str_eq(grid.varies[1].sheet, "needs");
    cr_expect_str_eq(grid.varies[1].key, "ILT//Literacy/4");
    cr_expect_str_eq(grid.varies[1].column, "people");
    cr_expect_str_eq(grid.varies[2].key, "kind:PLC/chair");
    cr_expect_not(vary_settings_only(&grid, arena));
    grid.n = 1;
    cr_expect(vary_settings_only(&grid, arena));
    const char *closes = "Closes=2026-09-07";
    grid = parsed(&closes, 1);
    cr_expect_not(vary_settings_only(&grid, arena), "the day tells late answers");
}

Test(sweep, what_is_wrong)
{
    static const struct {
        const char *text, *says;
    } wrong[] = {{"weight_interest", "has no ="},
                 {"=1", "nothing to vary"},
                 {"a:b=1", "nothing to vary"},
                 {":k:c=1", "nothing to vary"},
                 {"s::c=1", "nothing to vary"},
                 {"s:k:=1", "nothing to vary"},
                 {"a=", "has no values"},
                 {"a=1..", "is no range"},
                 {"a=..5", "is no range"},
                 {"a=x..y", "is no range"},
                 {"a=1..5:", "is no range"},
                 {"a=5..1", "is empty"},
                 {"a=1..5:0", "is empty"},
                 {"a=0..1000", "more than 1000"},
                 {"a=0..999999999999", "more than 1000"},
                 {"a=1\n2", "without control"},
                 {"a=\xff", "UTF-8"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        CadreError err = {.text = ""};
        cr_expect_eq(cadre_vary_check(&wrong[i].text, 1, &err), CADRE_INPUT, "%s", wrong[i].text);
        cr_expect(strstr(err.text, wrong[i].says), "%s: %s", wrong[i].text, err.text);
    }
    const char *const twice[] = {"a=1", "a=2"}, *const many[] = {"a=0..99", "b=0..10"}, *const most[] = {"a=0..99", "b=0..9"};
    CadreError err;
    cr_expect_eq(cadre_vary_check(twice, 2, &err), CADRE_INPUT);
    cr_expect_eq(cadre_vary_check(many, 2, &err), CADRE_INPUT);
    cr_expect_eq(cadre_vary_check(most, 2, &err), CADRE_OK);
}

/* Every combination once, the last fastest; every point's way leads to the middle. */
Test(sweep, grid)
{
    const char *const texts[] = {"a=1,2,3", "b=1..4", "c=x,y"};
    VaryGrid grid = parsed(texts, 3);
    cr_assert_eq(grid.n_points, 24);
    for (int i = 0; i < grid.n_points; i++) {
        cr_expect_str_eq(vary_value(&grid, i, 0), grid.varies[0].values[i / 8]);
        cr_expect_str_eq(vary_value(&grid, i, 1), grid.varies[1].values[i / 2 % 4]);
        cr_expect_str_eq(vary_value(&grid, i, 2), grid.varies[2].values[i % 2]);
        int steps = 0, at = i, differ = 0, to = vary_neighbour(&grid, i);
        while (at >= 0 && steps <= 8) at = vary_neighbour(&grid, at), steps++;
        cr_expect(at < 0, "point %d", i);
        for (int k = 0; k < 3 && to >= 0; k++) differ += strcmp(vary_value(&grid, i, k), vary_value(&grid, to, k)) != 0;
        cr_expect(to < 0 || differ == 1);
    }
}

static unsigned random_state = 7;

static int draw(int n)
{
    random_state = random_state * 1103515245u + 12345u;
    return (int)(random_state >> 16) % n;
}

/* By the definition, said another way: the points for which none is at least as good in all and different. */
static bool is_efficient(const FrontierPoint points[], int n, int at, bool by_changes)
{
    const FrontierMeasures *own = &points[at].measures;
    int64_t own_distance = by_changes ? points[at].changes : own->moves;
    for (int i = 0; i < n; i++) {
        const FrontierMeasures *of = &points[i].measures;
        int64_t distance = by_changes ? points[i].changes : of->moves;
        bool differs = of->total != own->total || of->shortages != own->shortages || distance != own_distance;
        if (points[i].possible && differs && of->total >= own->total && of->shortages <= own->shortages &&
            distance <= own_distance)
            return false;
    }
    return points[at].possible;
}

Test(sweep, efficient)
{
    enum { POINTS = 12 };
    for (int trial = 0; trial < 2000; trial++) {
        FrontierPoint points[POINTS] = {{.possible = false}};
        int n = 1 + draw(POINTS), reach = 1 + draw(6), n_efficient = 0, n_possible = 0;
        for (int i = 0; i < n; i++) {
            points[i].possible = draw(8) > 0;
            points[i].measures = (FrontierMeasures){.total = draw(reach), .shortages = draw(reach), .moves = draw(reach)};
            points[i].changes = draw(reach);
            n_possible += points[i].possible;
        }
        bool by_changes = trial % 2 > 0;
        Frontier frontier = {.points = points, .n_points = n, .changes_from = by_changes ? "previous.csv" : NULL};
        frontier_mark(&frontier);
        for (int i = 0; i < n; i++) {
            cr_expect_eq(points[i].efficient, is_efficient(points, n, i, by_changes));
            n_efficient += points[i].efficient;
        }
        cr_expect(n_efficient > 0 || n_possible == 0);
    }
}

/* As at a school: the same shortages, a total that is smaller and more changes than with the plan as it is. */
Test(sweep, what_the_plan_as_it_is_beats_does_not_stand)
{
    FrontierPoint points[] = {
        {.possible = true, .measures = {.total = -1917447, .shortages = 2016000}, .changes = 67},
        {.possible = true, .measures = {.total = -1917679, .shortages = 2016000}, .changes = 61},
        {.possible = true, .measures = {.total = -1917196, .shortages = 2016000}, .changes = 63}, /* the plan itself */
        {.possible = false}};
    Frontier frontier = {.points = points,
                         .n_points = 2,
                         .changes_from = "previous.csv",
                         .own = {.total = -1917196, .shortages = 2016000},
                         .own_changes = 63};
    frontier_mark(&frontier);
    cr_expect(points[0].efficient && points[0].behind_plan && !frontier_stands(&points[0]), "no other point beats it");
    cr_expect(points[1].efficient && !points[1].behind_plan && frontier_stands(&points[1]), "it has fewer changes");
    frontier.n_points = 4;
    frontier_mark(&frontier);
    cr_expect(!points[0].efficient && points[0].behind_plan);
    cr_expect(!points[2].behind_plan && frontier_stands(&points[2]), "what is equal is not behind");
    cr_expect_not(points[3].behind_plan || frontier_stands(&points[3]));
}

Test(sweep, outcomes)
{
    FrontierSeat one[] = {{0, 1, ""}, {2, 0, ""}}, same[] = {{0, 1, ""}, {2, 0, ""}}, other[] = {{0, 1, ""}, {2, 1, ""}},
                 stranger[] = {{-1, -1, "new\ngroup\nlead"}, {0, 1, ""}},
                 elsewhere[] = {{-1, -1, "new\ngroup\nmember"}, {0, 1, ""}};
    FrontierSeats seats[] = {{one, 2}, {other, 2}, {NULL, 0}, {same, 2}, {stranger, 2}, {elsewhere, 2}, {one, 1}, {NULL, 0}};
    static const int expected[] = {1, 2, 0, 1, 3, 4, 5, 6};
    FrontierPoint points[8] = {{.possible = false}};
    Frontier frontier = {.points = points, .n_points = 8};
    CadreError err;
    for (int i = 0; i < 8; i++) points[i].possible = i != 2;
    cr_assert_eq(frontier_number(&frontier, seats, arena, &err), CADRE_OK);
    cr_expect_eq(frontier.n_outcomes, 6);
    for (int i = 0; i < 8; i++) cr_expect_eq(points[i].outcome, expected[i], "point %d", i);
}
