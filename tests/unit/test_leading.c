/* Who leads: shares by field and value, and who leads beside who could. */
#include <criterion/criterion.h>
#include <string.h>

#include "explain/leading.h"

enum { N_STAFF = 12, N_ROLES = 2 };
enum { LEAD, MEMBER };
enum { DATA, N_SKILLS };

static Arena *arena;
static CadreError err;
static Model model;
static Person staff[N_STAFF];
static Attribute attributes[N_STAFF * 3];
static Assignment assignments[2];
static LeadingTable table;
static int8_t levels[N_STAFF], interests[N_STAFF];
static bool asked[N_SKILLS];
static Role roles[N_ROLES];

/* A field of the model, and what each person says of it: texts apart by `/`, several by `+`, "" for nothing. */
static void set_field(int field, const char *name, const char *answers)
{
    names_add(model.fields, name);
    Names *values = model.field_values[field] = names_create(arena, NAME_STYLE_NAME);
    for (int person = 0; person < model.n_staff; person++) {
        Attribute *of = &attributes[3 * person];
        while (*answers && *answers != '/') {
            size_t length = strcspn(answers, "/+");
            const char *text = arena_copy_n(arena, answers, length);
            of[staff[person].n_attributes++] = (Attribute){field, names_add(values, text)};
            answers += length + (answers[length] == '+');
        }
        answers += *answers == '/';
    }
}

/* One group that is open to all; person 0 leads it. */
static void set_up(void)
{
    static Group groups[1] = {{.name = "Team", .site = -1, .n_roles = N_ROLES, .topics = {-1, -1, -1}}};
    static Target targets[1] = {{.skill = DATA, .level = 4, .weight = 1}};
    arena = arena_create(NULL);
    roles[LEAD] = (Role){.name = "lead", .leads = true, .min = 1, .max = 2, .n_targets = 1};
    roles[MEMBER] = (Role){.name = "member", .max = NO_LIMIT};
    for (int i = 0; i < N_STAFF; i++) {
        staff[i] = (Person){
            .key = "", .name = "", .position = "", .site = -1, .first_attribute = 3 * i, .max_groups = 1, .max_leads = 1};
        levels[i] = 2;
        interests[i] = 0;
    }
    model = (Model){.settings = SETTINGS_INIT, .n_staff = N_STAFF, .n_groups = 1, .n_roles = N_ROLES, .n_skills = N_SKILLS};
    model.staff = staff;
    model.groups = groups;
    model.roles = roles;
    model.targets = targets;
    model.levels = levels;
    model.interests = interests;
    asked[DATA] = true;
    model.interest_asked = asked;
    model.attributes = attributes;
    model.fields = names_create(arena, NAME_STYLE_HEADER);
    model.field_values = ARENA_ARRAY(arena, Names *, 8);
    assignments[0] = (Assignment){0, LEAD};
}

static void tear_down(void) { arena_release(arena); }

TestSuite(leading, .init = set_up, .fini = tear_down);

/* All who are not away could lead. */
static void make(int n_assignments)
{
    static int64_t first[N_STAFF + 1];
    static int32_t role[N_STAFF];
    static int16_t points[N_STAFF];
    for (int i = 0; i < model.n_staff; i++) first[i + 1] = first[i] + !staff[i].away;
    ScoreTable scores = {model.n_staff, first[model.n_staff], first, role, points};
    Solution solution = {assignments, n_assignments};
    Holdings holdings;
    cr_assert_eq(holdings_make(&holdings, &model, &scores, &solution, arena, &err), CADRE_OK);
    cr_assert_eq(leading_make(&table, &holdings, arena, &err), CADRE_OK);
}

static const char *rows_text(void)
{
    const char *text = "";
    for (int i = 0; i < table.rows.n; i++) {
        LeadingRow row = table.rows.items[i];
        text = arena_print(arena, "%s%s=%s:%d,%d,%d ", text, names_get(model.fields, row.field), row.value, row.staff,
                           row.leaders, row.leading_roles);
    }
    return text;
}

Test(leading, numbers_before_text_and_the_blank_last)
{
    model.n_staff = 6;
    staff[5].away = true;
    set_field(0, "site", "North/North/South//South/North");
    set_field(1, "position", "");
    set_field(2, "network", "");
    set_field(3, "grade", "10/K/9/9//12");
    make(1);
    cr_assert_str_eq(rows_text(), "site=North:2,1,1 site=South:2,0,0 site=:1,0,0 "
                                  "grade=9:2,0,0 grade=10:1,1,1 grade=K:1,0,0 grade=:1,0,0 ");
    cr_assert_eq(table.staff, 5);
    cr_assert_eq(table.leading_roles, 1);
    cr_assert_eq(table.left_out.n, 0);
}

Test(leading, years_of_service_are_put_in_bands)
{
    set_field(0, "site", "");
    set_field(1, "position", "");
    set_field(2, "network", "");
    set_field(3, "Años de servicio", "20/2.5/0/3/9.99/10/20.01/35/a few///3 to 9");
    make(1);
    cr_assert_str_eq(rows_text(),
                     "Años de servicio=under 3:2,0,0 Años de servicio=3 to 9:3,0,0 Años de servicio=10 to 20:2,1,1 "
                     "Años de servicio=over 20:2,0,0 Años de servicio=a few:1,0,0 Años de servicio=:2,0,0 ");
    cr_assert_eq(table.year_fields.n, 1);
    LeadingComparison years = table.years[0];
    cr_assert(years.field == 3 && years.seats == 1 && years.comparisons == 7 && years.higher == 5 && years.equal == 0);
    cr_assert_eq(leading_concordance(&years), 714);
}

Test(leading, other_numbers_are_no_years_of_service)
{
    static const char *const names[] = {"year group", "School year", "Room", "Year of birth"};
    static const char *const answers[] = {"7/8/9/9/9", "2018/2018/2018", "12/14/14/14", "1/2/2/2"};
    for (int i = 0; i < 4; i++) {
        tear_down();
        set_up();
        model.n_staff = 5;
        set_field(0, "site", "");
        set_field(1, "position", "");
        set_field(2, "network", "");
        set_field(3, names[i], answers[i]);
        make(1);
        cr_expect_eq(table.year_fields.n, 0, "%s", names[i]);
        cr_expect_null(strstr(rows_text(), " to "), "%s", names[i]);
    }
}

Test(leading, several_values_count_each_once)
{
    model.n_staff = 3;
    set_field(0, "site", "");
    set_field(1, "position", "");
    set_field(2, "network", "");
    set_field(3, "language", "Arabic+Somali/Somali/");
    make(1);
    cr_assert_str_eq(rows_text(), "language=Arabic:1,1,1 language=Somali:2,1,1 language=:1,0,0 ");
    tear_down();
    set_up();
    model.n_staff = 2;
    set_field(0, "site", "");
    set_field(1, "position", "");
    set_field(2, "network", "");
    set_field(3, "years at both schools", "4+5+12/1");
    make(1);
    cr_assert_str_eq(rows_text(), "years at both schools=under 3:1,0,0 years at both schools=3 to 9:1,1,1 "
                                  "years at both schools=10 to 20:1,1,1 ");
}

Test(leading, names_and_free_text_are_left_out)
{
    set_field(0, "site", "a/b/c/d/e/f/g");
    set_field(1, "position", "a/b/c/d/e/f/g");
    set_field(2, "network", "");
    set_field(3, "hobby", "a/b/c/d/e/f/g");
    set_field(4, "team", "a/a/b/b/c/c/d/d/e/e/f/f");
    make(1);
    cr_assert_eq(table.left_out.n, 1);
    cr_assert_eq(table.left_out.items[0], 3);
    cr_assert_not_null(strstr(rows_text(), "position=g"));
    cr_assert_not_null(strstr(rows_text(), "team=f:2,0,0"));
    cr_assert_null(strstr(rows_text(), "hobby"));
}

/* The holder has 3 of 4 at weight 50 and interest 2 of 5 at 35: 51.5; 2 of 4 and 3 of 5 come to 46, 4 and 0 to 50. */
Test(leading, skill_and_interest_beside_those_who_could)
{
    model.n_staff = 5;
    levels[0] = 3, interests[0] = 2;
    levels[1] = 2, interests[1] = 3;
    levels[2] = 4, interests[2] = LEVEL_NONE;
    levels[3] = 5, interests[3] = 1;
    levels[4] = 3, interests[4] = 2;
    make(1);
    cr_assert(table.merit.comparisons == 4 && table.merit.higher == 2 && table.merit.equal == 1 && table.merit.seats == 1);
    cr_assert_eq(leading_concordance(&table.merit), 625);
    staff[1].max_leads = 0; /* who may lead nothing could not */
    make(1);
    cr_assert_eq(table.merit.comparisons, 3);
    staff[1].max_leads = 1;
    assignments[1] = (Assignment){3, LEAD};
    make(2);
    cr_assert(table.merit.comparisons == 6 && table.merit.higher == 5 && table.merit.equal == 1 && table.merit.seats == 2);
    staff[4].away = true;
    make(2);
    cr_assert(table.merit.comparisons == 4 && table.merit.higher == 4 && table.merit.equal == 0);
    model.settings.weight_fit = model.settings.weight_interest = 0;
    make(2);
    cr_assert(table.merit.comparisons == 0 && table.merit.seats == 0);
    cr_assert_eq(leading_concordance(&table.merit), -1);
}

Test(leading, shares_are_rounded_to_the_nearest_tenth)
{
    cr_assert_eq(leading_share(1, 3), 333);
    cr_assert_eq(leading_share(2, 3), 667);
    cr_assert_eq(leading_share(1, 16), 63); /* 6.25: halves up */
    cr_assert_eq(leading_share(0, 5), 0);
    cr_assert_eq(leading_share(0, 0), -1);
}
