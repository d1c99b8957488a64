/* The judge: a right result passes, and each planted corruption is caught where it is. */
#include <criterion/criterion.h>

#include "unit/verify_case.h"

Test(verify, right_result_passes)
{
    Arena *arena = arena_create(NULL);
    verify_case_expect_right(verify_case_create(arena), arena);
    arena_release(arena);
}

/* One text of the result replaced, and the message that must follow. */
typedef struct Corruption {
    int file;
    const char *old, *fresh;
    const char *text;
    int line, column;
} Corruption;

static const char *const file_names[] = {"assignments.csv", "groups.csv",  "people.csv",
                                         "shortages.csv",   "leading.csv", "result.json"};

static void expect_caught(const Corruption *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Arena *arena = arena_create(NULL);
        VerifyCase *school = verify_case_create(arena);
        const char *text = verify_case_replace(arena, school->text[list[i].file], list[i].old, list[i].fresh);
        cr_assert(text, "\"%s\" is not in %s", list[i].old, file_names[list[i].file]);
        school->text[list[i].file] = text;
        verify_case_expect(school, arena, file_names[list[i].file], list[i].line, list[i].column, list[i].text);
        arena_release(arena);
    }
}

#define EXPECT_CAUGHT(list) expect_caught((list), sizeof(list) / sizeof((list)[0]))

#define BEN_ROW "ben,Ben B,North,Attendance,member,no,520,285,900,628,0,\n"
#define CY_ROW  "cy,Cy C,South,Attendance,member,no,707,714,1000,0,0,\n"

Test(verify, corrupt_assignments_are_caught)
{
    static const Corruption list[] = {
        {CASE_ASSIGNMENTS, "person,", "persons,", "column 1 is \"persons\"; expected \"person\"", 1, 1},
        {CASE_ASSIGNMENTS, ",reason", "", "column \"reason\" is missing; expected 12 columns", 1, 12},
        {CASE_ASSIGNMENTS, "reason", "reason,more", "\"more\" is a column too many", 1, 13},
        {CASE_ASSIGNMENTS, "ana,", "anna,", "no person is called \"anna\"; expected \"ana\"", 2, 1},
        {CASE_ASSIGNMENTS, "ana,", "ana ,", "no person is called \"ana \"", 2, 1},
        {CASE_ASSIGNMENTS, "ana,", ",", "no person is called blank", 2, 1},
        {CASE_ASSIGNMENTS, "Attendance,lead", "Atendance,lead", "no group is called \"Atendance\"; expected \"Attendance\"", 2,
         4},
        {CASE_ASSIGNMENTS, "Attendance,lead", "Attendance,boss", "\"Attendance\" has no role \"boss\"", 2, 5},
        {CASE_ASSIGNMENTS, "Ana A", "Ana B", "\"name\" is \"Ana B\"; expected \"Ana A\"", 2, 2},
        {CASE_ASSIGNMENTS, "North,Att", "South,Att", "\"site\" is \"South\"; expected \"North\"", 2, 3},
        {CASE_ASSIGNMENTS, "yes", "no", "\"leads\" is \"no\"; expected \"yes\"", 2, 6},
        {CASE_ASSIGNMENTS, "830", "831", "\"points\" is \"831\"; expected \"830\"", 2, 7},
        {CASE_ASSIGNMENTS, "830", "", "\"points\" is blank; expected \"830\"", 2, 7},
        {CASE_ASSIGNMENTS, "285", "286", "\"fit\" is \"286\"; expected \"285\"", 3, 8},
        {CASE_ASSIGNMENTS, "900", "9e2", "\"interest\" is \"9e2\"; expected \"900\"", 3, 9},
        {CASE_ASSIGNMENTS, "628", "629", "\"growth\" is \"629\"; expected \"628\"", 3, 10},
        {CASE_ASSIGNMENTS, ",500,", ",0,", "\"continuity\" is \"0\"; expected \"500\"", 4, 11},
        {CASE_ASSIGNMENTS, BEN_ROW, BEN_ROW BEN_ROW, "the row repeats line 3; expected each assignment once", 4, 1},
        {CASE_ASSIGNMENTS, CY_ROW, CY_ROW BEN_ROW, "out of order", 6, 1},
        {CASE_ASSIGNMENTS, CY_ROW, CY_ROW BEN_ROW, "the row repeats line 3", 6, 1},
        {CASE_ASSIGNMENTS, BEN_ROW, "ben,Ben B,North,Attendance,lead,no,520,285,900,628,0,\n" BEN_ROW,
         "another role in this group; expected one role per group", 4, 5},
        {CASE_ASSIGNMENTS, BEN_ROW, "ben,Ben B,North,Attendance,lead,no,520,285,900,628,0,\n" BEN_ROW,
         "\"ben\" has 3.75 hours; expected 2.5 at most", 5, 1},
        {CASE_ASSIGNMENTS, CY_ROW, CY_ROW "cy,Cy C,South,Literacy Team,member,no,0,0,0,0,0,\n",
         "the group is for another site's people; expected", 6, 1},
        {CASE_ASSIGNMENTS, CY_ROW, CY_ROW "dee,,South,Attendance,lead,yes,0,0,0,0,0,\n", "this person is away; expected", 6, 1},
        {CASE_ASSIGNMENTS, CY_ROW, CY_ROW "dee,,South,Attendance,lead,yes,0,0,0,0,0,\n",
         "\"lead\" of \"Attendance\" has 2 holders; expected 1 at most", 6, 5},
        {CASE_ASSIGNMENTS, "Literacy Team,member", "Literacy Team,lead", "not open to this position", 4, 1},
    };
    EXPECT_CAUGHT(list);
}

Test(verify, corrupt_groups_are_caught)
{
    static const Corruption list[] = {
        {CASE_GROUPS, "points_mean", "mean", "column 5 is \"mean\"; expected \"points_mean\"", 1, 5},
        {CASE_GROUPS, "Attendance,,3,1,685,520,2044000\n", "", "group \"Attendance\" has no row", 0, 0},
        {CASE_GROUPS, "Literacy Team,", "Attendance,", "has a row already, on line 2; expected one row", 3, 1},
        {CASE_GROUPS, "Literacy Team,", "Literacy Tem,", "no group is called \"Literacy Tem\"", 3, 1},
        {CASE_GROUPS, ",,3,", ",North,3,", "\"site\" is \"North\"; expected blank", 2, 2},
        {CASE_GROUPS, ",,3,", ",,4,", "\"size\" is \"4\"; expected \"3\"", 2, 3},
        {CASE_GROUPS, "3,1,", "3,2,", "\"leads\" is \"2\"; expected \"1\"", 2, 4},
        {CASE_GROUPS, "685", "686", "\"points_mean\" is \"686\"; expected \"685\"", 2, 5},
        {CASE_GROUPS, "520", "519", "\"points_min\" is \"519\"; expected \"520\"", 2, 6},
        {CASE_GROUPS, "42000", "22000", "\"shortages\" is \"22000\"; expected \"42000\"", 3, 7},
    };
    EXPECT_CAUGHT(list);
}

Test(verify, corrupt_people_are_caught)
{
    static const Corruption list[] = {
        {CASE_PEOPLE, "cy,Cy C,South,1,0,1,3,850,\n", "", "person \"cy\" has no row; expected one row for every person", 0, 0},
        {CASE_PEOPLE, "cy,Cy C,South,1,0,1,3,850,\ndee,,South,0,0,0,4,,\n",
         "dee,,South,0,0,0,4,,\ncy,Cy C,South,1,0,1,3,850,\n", "person \"cy\" is out of order; expected rows sorted by person",
         5, 1},
        {CASE_PEOPLE, "Ben B", "", "\"name\" is blank; expected \"Ben B\"", 3, 2},
        {CASE_PEOPLE, "South,1", ",1", "\"site\" is blank; expected \"South\"", 4, 3},
        {CASE_PEOPLE, "North,2", "North,1", "\"groups\" is \"1\"; expected \"2\"", 3, 4},
        {CASE_PEOPLE, "North,2,0", "North,2,1", "\"leads\" is \"1\"; expected \"0\"", 3, 5},
        {CASE_PEOPLE, "1.5", "1.50", "\"hours\" is \"1.50\"; expected \"1.5\"", 2, 6},
        {CASE_PEOPLE, "0.25", "0.5", "\"hours_left\" is \"0.5\"; expected \"0.25\"", 3, 7},
        {CASE_PEOPLE, "650", "520", "\"best_points\" is \"520\"; expected \"650\"", 3, 8},
        {CASE_PEOPLE, "4,,", "4,0,", "\"best_points\" is \"0\"; expected blank", 5, 8},
    };
    EXPECT_CAUGHT(list);
}

Test(verify, corrupt_shortages_are_caught)
{
    static const Corruption list[] = {
        {CASE_SHORTAGES, "cost", "price", "column 11 is \"price\"; expected \"cost\"", 1, 11},
        {CASE_SHORTAGES, "size,Attendance,,,,,,,4,3,40000,\n", "",
         "the size shortage of \"Attendance\" has no row; expected one with needed 4, have 3, cost 40000", 0, 0},
        {CASE_SHORTAGES, "coverage,Attendance,,member,Reading,4,,,1,0,2000000,\n", "",
         "the coverage shortage of \"Attendance\", about member Reading 4 has no row", 0, 0},
        {CASE_SHORTAGES, "size,Attendance,,,,,,,4,3,40000,\n",
         "size,Attendance,,,,,,,4,3,40000,\nsize,Attendance,,,,,,,4,3,40000,\n", "the row repeats line 7", 8, 0},
        {CASE_SHORTAGES, "size,Att", "sise,Att", "\"kind\" is \"sise\"; expected role, size, coverage or mix", 7, 1},
        {CASE_SHORTAGES, "size,Attendance", "size,Nobody", "no group is called \"Nobody\"", 7, 2},
        {CASE_SHORTAGES, "size,Attendance", "size,Literacy Team", "nothing of this kind is short here; expected no such row", 7,
         0},
        {CASE_SHORTAGES, "Reading,4", "Reading,5", "nothing of this kind is short here", 2, 0},
        {CASE_SHORTAGES, "2000000", "2000", "\"cost\" is \"2000\"; expected \"2000000\"", 2, 11},
        {CASE_SHORTAGES, "site,North,1,2", "site,North,2,2", "\"needed\" is \"2\"; expected \"1\"", 3, 9},
        {CASE_SHORTAGES, "site,North,1,2", "site,North,1,3", "\"have\" is \"3\"; expected \"2\"", 3, 10},
        {CASE_SHORTAGES, "Team,North", "Team,South", "\"site\" is \"South\"; expected \"North\"", 4, 3},
    };
    EXPECT_CAUGHT(list);
}

Test(verify, corrupt_leading_is_caught)
{
    static const Corruption list[] = {
        {CASE_LEADING, "leading_roles", "roles", "column 5 is \"roles\"; expected \"leading_roles\"", 1, 5},
        {CASE_LEADING, "site,North,2", "site,North,3", "\"staff\" is \"3\"; expected \"2\"", 2, 3},
        {CASE_LEADING, "2,1,1", "2,0,1", "\"leaders\" is \"0\"; expected \"1\"", 2, 4},
        {CASE_LEADING, "1,0,0", "1,0,1", "\"leading_roles\" is \"1\"; expected \"0\"", 3, 5},
        {CASE_LEADING, "66.7", "66.6", "\"staff_percent\" is \"66.6\"; expected \"66.7\"", 2, 6},
        {CASE_LEADING, ",100", ",100.0", "\"leading_percent\" is \"100.0\"; expected \"100\"", 2, 7},
        {CASE_LEADING, "site,South", "site,East", "no one has this value, or its field is not counted", 3, 0},
        {CASE_LEADING, "site,South,1,0,0,33.3,0\n", "", "site \"South\" has no row; expected one with staff 1", 0, 0},
        {CASE_LEADING, "site,South,1,0,0,33.3,0\n", "site,North,2,1,1,66.7,100\n", "the row repeats line 2", 3, 0},
        {CASE_LEADING, "site,North,2,1,1,66.7,100\nsite,South,1,0,0,33.3,0\n",
         "site,South,1,0,0,33.3,0\nsite,North,2,1,1,66.7,100\n", "the row is out of order", 3, 0},
    };
    EXPECT_CAUGHT(list);
}

Test(verify, corrupt_leading_json_is_caught)
{
    static const Corruption list[] = {
        {CASE_JSON, "\"leading\": {", "\"leader\": {", "\"leading\" is missing; expected an object", 0, 0},
        {CASE_JSON, "\"leaders\": 1", "\"leaders\": 2", "\"leaders\" is 2; expected 1", 7, 0},
        {CASE_JSON, "\"leading_roles\": 1", "\"leading_roles\": 2", "\"leading_roles\" is 2; expected 1", 7, 0},
        {CASE_JSON, "\"left_out\": []", "\"left_out\": [\"site\"]", "\"left_out\" is no array of 0; expected one", 7, 0},
        {CASE_JSON, "\"comparisons\": 2", "\"comparisons\": 3", "\"comparisons\" is 3; expected 2", 7, 0},
        {CASE_JSON, "\"equal\": 0", "\"equal\": 1", "\"equal\" is 1; expected 0", 7, 0},
        {CASE_JSON, "\"higher\": 1", "\"higher\": 2", "\"higher\" is 2; expected 1", 7, 0},
        {CASE_JSON, "\"permille\": 500", "\"permille\": 501", "\"permille\" is 501; expected 500", 7, 0},
        {CASE_JSON, "\"seats\": 1", "\"seats\": 2", "\"seats\" is 2; expected 1", 7, 0},
        {CASE_JSON, "\"staff\": 3", "\"staff\": 4", "\"staff\" is 4; expected 3", 7, 0},
        {CASE_JSON, "\"years\": []", "\"years\": [1]", "\"years\" is no array of 0; expected one", 7, 0},
    };
    EXPECT_CAUGHT(list);
}

Test(verify, corrupt_json_is_caught)
{
    static const Corruption list[] = {
        {CASE_JSON, "\"gap\": 0,", "\"gap\": 0,,", "the file is no JSON", 5, 0},
        {CASE_JSON, "{\n", "[\n", "the file is no JSON", 2, 0},
        {CASE_JSON, "\"gap\": 0,", "\"gap\": 0, \"gap\": 0,", "duplicate object key", 5, 0},
        {CASE_JSON, "-2081798", "-2081799", "\"bound\" is -2081799; expected at least the objective, -2081798", 2, 0},
        {CASE_JSON, "-2081798", "-2081700", "\"gap\" is 0; expected bound - objective, 98", 5, 0},
        {CASE_JSON, "-2081798", "-2081700", "\"proved\" is true at a gap of 98; expected a gap under 1", 12, 0},
        {CASE_JSON, "-2081798", "9223372036854775807", "expected a value near the objective", 2, 0},
        {CASE_JSON, "-2081798", "92233720368547758070", "the file is no JSON: \"too big integer near", 2, 0},
        {CASE_JSON, "-2081798", "\"-2081798\"", "\"bound\" is no whole number", 2, 0},
        {CASE_JSON, "\"objective\": -2081798", "\"objective\": 0", "\"objective\" is 0; expected -2081798", 10, 0},
        {CASE_JSON, "\"objective\": -2081798,", "", "\"objective\" is missing; expected a whole number", 0, 0},
        {CASE_JSON, "4102", "4103", "\"points\" is 4103; expected 4102", 11, 0},
        {CASE_JSON, "600", "800", "\"everyone\" is 800; expected 600", 11, 0},
        {CASE_JSON, "\"extra_load\": 500, \"po", "\"extra_load\": 0, \"po", "\"extra_load\" is 0; expected 500", 11, 0},
        {CASE_JSON, "2086000", "2086000.0", "\"shortages\" is no whole number", 11, 0},
        {CASE_JSON, "\"gap_asked\": 1", "\"gap_asked\": 0", "\"gap_asked\" is 0; expected 1 or more", 6, 0},
        {CASE_JSON, "\"changes\": 3", "\"changes\": 4", "\"changes\" is 4; expected 3", 3, 0},
        {CASE_JSON, "\"staff\": 4", "\"staff\": 5", "\"staff\" is 5; expected 4", 4, 0},
        {CASE_JSON, "\"answered\": 3", "\"answered\": 4", "\"answered\" is 4; expected 3", 4, 0},
        {CASE_JSON, "\"away\": 1", "\"away\": 0", "\"away\" is 0; expected 1", 4, 0},
        {CASE_JSON, "\"sites\": 2", "\"sites\": 1", "\"sites\" is 1; expected 2", 4, 0},
        {CASE_JSON, "\"skills\": 2", "\"skills\": 3", "\"skills\" is 3; expected 2", 4, 0},
        {CASE_JSON, "\"people_with_role\": 3", "\"people_with_role\": 4", "\"people_with_role\" is 4; expected 3", 4, 0},
        {CASE_JSON, "\"shortages\": 6", "\"shortages\": 5", "\"shortages\" is 5; expected 6", 4, 0},
        {CASE_JSON, "\"skills\": 2, ", "", "\"skills\" is missing; expected a whole number", 4, 0},
        {CASE_JSON, "\"nodes\": false", "\"nodes\": 0", "\"nodes\" is neither true nor false", 8, 0},
        {CASE_JSON, ", \"time\": false", "", "\"time\" is missing; expected true or false", 8, 0},
        {CASE_JSON, "compact", "magic", "\"method\" is \"magic\"; expected compact or bundles", 9, 0},
        {CASE_JSON, "0.1.0", " ", "\"version\" is \" \"; expected a version", 17, 0},
        {CASE_JSON, "\"weight_fit\": 50", "\"weight_fit\": 60", "\"weight_fit\" is 60; expected 50", 15, 0},
        {CASE_JSON, "\"hours\": 4", "\"hours\": 4.5", "\"hours\" is not what the sheets say; expected 4", 13, 0},
        {CASE_JSON, "\"max_changes\": null", "\"max_changes\": 3", "\"max_changes\" is given; expected none", 14, 0},
        {CASE_JSON, "\"total\"", "\"floor\"", "\"fairness\" is \"floor\"; expected total", 13, 0},
        {CASE_JSON, "\"gap\": 0", "\"floor\": 5, \"gap\": 0", "\"floor\" is given; expected none", 5, 0},
        {CASE_JSON, "\"nodes\": 1", "\"nodes\": -1", "\"nodes\" is no count", 18, 0},
        {CASE_JSON, "{\"nodes\": 1}", "[]", "\"work\" is no object; expected one", 18, 0},
    };
    EXPECT_CAUGHT(list);
}

Test(verify, a_gap_within_the_one_asked_is_a_proof)
{
    Arena *arena = arena_create(NULL);
    VerifyCase *school = verify_case_create(arena);
    const char *text = verify_case_replace(arena, school->text[CASE_JSON], "-2081798", "-2081700");
    text = verify_case_replace(arena, text, "\"gap\": 0", "\"gap\": 98");
    text = verify_case_replace(arena, text, "\"gap_asked\": 1", "\"gap_asked\": 99");
    school->text[CASE_JSON] = text;
    verify_case_expect_right(school, arena);
    arena_release(arena);
}
