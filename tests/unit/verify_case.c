#include "unit/verify_case.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "verify/verify.h"

enum { DATA, READING, N_SKILLS };          /* skills */
enum { NORTH, SOUTH };                     /* sites and values of field 0 */
enum { TEACHER, AIDE };                    /* values of field 1 */
enum { FIELD_GRADE = 3, N_FIELDS, K = 0 }; /* grade K is nobody's */

static const char assignments[] = "person,name,site,group,role,leads,points,fit,interest,growth,continuity,reason\n"
                                  "ana,Ana A,North,Attendance,lead,yes,830,1000,800,0,1000,\n"
                                  "ben,Ben B,North,Attendance,member,no,520,285,900,628,0,\n"
                                  "ben,Ben B,North,Literacy Team,member,no,385,0,800,800,500,\n"
                                  "cy,Cy C,South,Attendance,member,no,707,714,1000,0,0,\n";

static const char groups[] = "group,site,size,leads,points_mean,points_min,shortages\n"
                             "Attendance,,3,1,685,520,2044000\n"
                             "Literacy Team,North,1,0,385,385,42000\n";

static const char people[] = "person,name,site,groups,leads,hours,hours_left,best_points,reason\n"
                             "ana,Ana A,North,1,1,1.5,2.5,830,\n"
                             "ben,Ben B,North,2,0,2.25,0.25,650,\n"
                             "cy,Cy C,South,1,0,1,3,850,\n"
                             "dee,,South,0,0,0,4,,\n";

static const char shortages[] = "kind,group,site,role,skill,level,field,value,needed,have,cost,repair\n"
                                "coverage,Attendance,,member,Reading,4,,,1,0,2000000,\n"
                                "mix,Attendance,,,,,site,North,1,2,4000,\n"
                                "mix,Literacy Team,North,,,,grade,K,1,0,2000,\n"
                                "role,Literacy Team,North,lead,,,,,1,0,20000,\n"
                                "role,Literacy Team,North,member,,,,,2,1,20000,\n"
                                "size,Attendance,,,,,,,4,3,40000,\n";

/* Ben's 60 and Cy's 85 beside Ana's 78 of 85: one of two comparisons. */
static const char leading[] = "field,value,staff,leaders,leading_roles,staff_percent,leading_percent\n"
                              "site,North,2,1,1,66.7,100\n"
                              "site,South,1,0,0,33.3,0\n"
                              "position,aide,1,0,0,33.3,0\n"
                              "position,teacher,2,1,1,66.7,100\n";

static const char json[] =
    "{\n"
    "  \"bound\": -2081798,\n"
    "  \"changes\": 3,\n"
    "  \"counts\": {\"answered\": 3, \"assignments\": 4, \"away\": 1, \"groups\": 2, \"people_with_role\": 3, \"roles\": 4, "
    "\"shortages\": 6, \"sites\": 2, \"skills\": 2, \"staff\": 4},\n"
    "  \"gap\": 0,\n"
    "  \"gap_asked\": 1,\n"
    "  \"leading\": {\"leaders\": 1, \"leading_roles\": 1, \"left_out\": [], \"skill_and_interest\": {\"comparisons\": 2, "
    "\"equal\": 0, \"higher\": 1, \"permille\": 500, \"seats\": 1}, \"staff\": 3, \"years\": []},\n"
    "  \"limits\": {\"memory\": false, \"nodes\": false, \"rounds\": false, \"time\": false},\n"
    "  \"method\": \"compact\",\n"
    "  \"objective\": -2081798,\n"
    "  \"parts\": {\"everyone\": 600, \"extra_load\": 500, \"points\": 4102, \"shortages\": 2086000},\n"
    "  \"proved\": true,\n"
    "  \"settings\": {\"closes\": \"\", \"everyone\": 200, \"extra_load\": 500, \"fairness\": \"total\", \"hours\": 4,\n"
    "    \"max_changes\": null, \"max_groups\": 3, \"max_leads\": 1, \"seed\": 1, \"short_must\": 1000000,\n"
    "    \"short_role\": 20000, \"short_should\": 2000, \"weight_continuity\": 5, \"weight_fit\": 50,\n"
    "    \"weight_growth\": 10, \"weight_interest\": 35},\n"
    "  \"version\": \"0.1.0\",\n"
    "  \"work\": {\"nodes\": 1}\n"
    "}\n";

static void *copied(Arena *arena, const void *from, size_t size)
{
    void *to = arena_get(arena, size);
    if (to) memcpy(to, from, size);
    return to;
}

#define COPY(arena, array) copied((arena), (array), sizeof(array))
#define COUNT(array)       ((int)(sizeof(array) / sizeof((array)[0])))

static Names *names_of(Arena *arena, NameStyle style, const char *const names[])
{
    Names *made = names_create(arena, style);
    for (int i = 0; names[i]; i++) names_add(made, names[i]);
    return made;
}

static void add_staff(Model *model, Arena *arena)
{
    static const Attribute attributes[] = {{FIELD_SITE, NORTH},    {FIELD_POSITION, TEACHER}, {FIELD_SITE, NORTH},
                                           {FIELD_POSITION, AIDE}, {FIELD_SITE, SOUTH},       {FIELD_POSITION, TEACHER},
                                           {FIELD_SITE, SOUTH}};
    static const TopicAnswer topics[] = {{0, 4, 3}, {0, LEVEL_NONE, 5}};
    static const int8_t levels[][N_SKILLS] = {{4, 5}, {2, LEVEL_NONE}, {5, 1}, {LEVEL_NONE, LEVEL_NONE}};
    static const int8_t interests[][N_SKILLS] = {{3, 2}, {5, 4}, {LEVEL_NONE, 0}, {LEVEL_NONE, LEVEL_NONE}};
    static const Site sites[] = {{"North", ""}, {"South", ""}};
    const Person base = {.id = "", .email = "", .name = "", .position = "", .hours = 400, .max_groups = 3, .max_leads = 1};
    Person staff[] = {base, base, base, base};
    const char *const keys[] = {"ana", "ben", "cy", "dee"}, *const names[] = {"Ana A", "Ben B", "Cy C", ""};
    for (int i = 0; i < 4; i++) {
        staff[i].key = keys[i];
        staff[i].name = names[i];
        staff[i].site = i < 2 ? NORTH : SOUTH;
        staff[i].answered = i < 3;
        staff[i].first_attribute = 2 * i;
        staff[i].n_attributes = i < 3 ? 2 : 1;
    }
    staff[BEN].hours = 250;
    staff[DEE].away = true;
    staff[ANA].n_topics = staff[CY].n_topics = 1;
    staff[BEN].first_topic = staff[CY].first_topic = 1;
    model->staff = COPY(arena, staff);
    model->n_staff = COUNT(staff);
    model->sites = COPY(arena, sites);
    model->n_sites = COUNT(sites);
    model->attributes = COPY(arena, attributes);
    model->n_attributes = COUNT(attributes);
    model->topic_answers = COPY(arena, topics);
    model->n_topic_answers = COUNT(topics);
    model->levels = COPY(arena, levels);
    model->interests = COPY(arena, interests);
    model->n_skills = N_SKILLS;
}

static void add_groups(Model *model, Arena *arena)
{
    static const Group made[] = {
        {.name = "Attendance",
         .base_name = "Attendance",
         .site = -1,
         .min_size = 4,
         .max_size = 5,
         .hours = 100,
         .weight = 2,
         .first_role = 0,
         .n_roles = 2,
         .first_slot = 0,
         .n_slots = 1,
         .topics = {0, 0, -1}},
        {.name = "Literacy Team",
         .base_name = "Literacy Team",
         .site = NORTH,
         .max_size = 4,
         .hours = 125,
         .weight = 1,
         .first_role = 2,
         .n_roles = 2,
         .first_slot = 1,
         .n_slots = 1,
         .topics = {-1, -1, -1}},
    };
    static const Role roles[] = {
        {.name = "lead", .group = ATTENDANCE, .min = 1, .max = 1, .leads = true, .hours = 50, .weight = 3, .n_targets = 1},
        {.name = "member", .group = ATTENDANCE, .min = 1, .max = 2, .weight = 1, .first_target = 1, .n_targets = 2},
        {.name = "lead",
         .group = LITERACY,
         .min = 1,
         .max = 1,
         .leads = true,
         .weight = 3,
         .n_positions = 1,
         .first_target = 3,
         .n_targets = 1,
         .n_bars = 1},
        {.name = "member", .group = LITERACY, .min = 2, .max = 2, .weight = 1, .first_target = 3, .n_targets = 1},
    };
    static const Target targets[] = {{DATA, 4, 2}, {DATA, 4, 1}, {READING, 3, 1}, {READING, 5, 1}};
    static const Bar bars[] = {{.skill = READING, .level = 3}};
    static const Slot slots[] = {{1, 930, 990, -1, "Tue 15:30-16:30"}, {1, 990, 1050, -1, "Tue 16:30-17:30"}};
    static const int positions[] = {TEACHER};
    model->groups = COPY(arena, made);
    model->n_groups = COUNT(made);
    model->roles = COPY(arena, roles);
    model->n_roles = COUNT(roles);
    model->targets = COPY(arena, targets);
    model->n_targets = COUNT(targets);
    model->bars = COPY(arena, bars);
    model->n_bars = COUNT(bars);
    model->slots = COPY(arena, slots);
    model->n_slots = COUNT(slots);
    model->role_positions = COPY(arena, positions);
    model->n_role_positions = COUNT(positions);
}

static void add_rules(Model *model, Arena *arena)
{
    static const Coverage coverages[] = {
        {.group = ATTENDANCE, .role = ATTENDANCE_MEMBER, .skill = READING, .level = 4, .people = 1, .must = true},
        {.group = ATTENDANCE, .role = -1, .skill = DATA, .level = 4, .people = 2},
    };
    static const Mix mixes[] = {
        {.group = ATTENDANCE, .field = FIELD_SITE, .value = NORTH, .max = 1},
        {.group = LITERACY, .field = FIELD_GRADE, .value = K, .min = 1, .max = NO_LIMIT},
    };
    static const PreviousAssignment previous[] = {{ANA, ATTENDANCE, ATTENDANCE_LEAD}, {BEN, LITERACY, -1}};
    model->coverages = COPY(arena, coverages);
    model->n_coverages = COUNT(coverages);
    model->mixes = COPY(arena, mixes);
    model->n_mixes = COUNT(mixes);
    model->previous = COPY(arena, previous);
    model->n_previous = COUNT(previous);
    model->has_previous = true;
    model->pins = ARENA_ARRAY(arena, Pin, 4); /* room for what a test adds */
    model->pin_roles = ARENA_ARRAY(arena, int, 4);
    model->pairs = ARENA_ARRAY(arena, Pair, 4);
}

static void add_names(Model *model, Arena *arena)
{
    static const bool asked[] = {true, true};
    model->interest_asked = COPY(arena, asked);
    model->skills = names_of(arena, NAME_STYLE_NAME, (const char *const[]){"Data", "Reading", NULL});
    model->topics = names_of(arena, NAME_STYLE_NAME, (const char *const[]){"Attendance", NULL});
    model->fields = names_of(arena, NAME_STYLE_HEADER, (const char *const[]){"site", "position", "network", "grade", NULL});
    model->field_values = ARENA_ARRAY(arena, Names *, N_FIELDS);
    model->field_values[FIELD_SITE] = names_of(arena, NAME_STYLE_NAME, (const char *const[]){"North", "South", NULL});
    model->field_values[FIELD_POSITION] = names_of(arena, NAME_STYLE_NAME, (const char *const[]){"teacher", "aide", NULL});
    model->field_values[FIELD_NETWORK] = names_of(arena, NAME_STYLE_NAME, (const char *const[]){NULL});
    model->field_values[FIELD_GRADE] = names_of(arena, NAME_STYLE_NAME, (const char *const[]){"K", NULL});
}

VerifyCase *verify_case_create(Arena *arena)
{
    VerifyCase *school = ARENA_NEW(arena, VerifyCase);
    *school =
        (VerifyCase){.model = {.settings = SETTINGS_INIT}, .text = {assignments, groups, people, shortages, leading, json}};
    add_staff(&school->model, arena);
    add_groups(&school->model, arena);
    add_rules(&school->model, arena);
    add_names(&school->model, arena);
    return school;
}

void verify_case_pin(VerifyCase *school, PinRule rule, int person, int role)
{
    Model *model = &school->model;
    model->pin_roles[model->n_pin_roles] = role;
    model->pins[model->n_pins++] = (Pin){person, rule, model->n_pin_roles++, 1, {"plan/pins.csv", 2, 1}};
}

/* The cells of one line; the rest of the text follows `*text`. */
static void split_line(const char **cells, int n_columns, const char **text, Arena *arena)
{
    for (int i = 0; i < n_columns; i++) cells[i] = "";
    for (int i = 0;; i++) {
        size_t length = strcspn(*text, ",\n");
        if (i < n_columns) cells[i] = arena_copy_n(arena, *text, length);
        *text += length;
        char end = **text;
        if (end) ++*text;
        if (end != ',') return;
    }
}

static Table table_of(const char *name, const char *text, Arena *arena)
{
    Table table = {.file = name, .base_name = name, .header_line = 1, .n_columns = *text != '\0'};
    int n_lines = 1;
    for (const char *at = text; *at; at++) n_lines += *at == '\n';
    size_t header_length = strcspn(text, "\n");
    for (size_t i = 0; i < header_length; i++) table.n_columns += text[i] == ',';
    const char **cells = ARENA_ARRAY(arena, const char *, n_lines *table.n_columns);
    int *line = ARENA_ARRAY(arena, int, n_lines);
    int n = 0;
    for (const char *at = text; *at; n++) split_line(cells + (size_t)n * (size_t)table.n_columns, table.n_columns, &at, arena);
    for (int i = 0; i < n_lines; i++) line[i] = i + 2;
    table.header = cells;
    table.cells = cells + table.n_columns;
    table.n_rows = n > 0 ? n - 1 : 0;
    table.line = table.row_number = line;
    return table;
}

ResultFiles verify_case_files(const VerifyCase *school, Arena *arena)
{
    return (ResultFiles){
        .assignments = table_of("assignments.csv", school->text[CASE_ASSIGNMENTS], arena),
        .groups = table_of("groups.csv", school->text[CASE_GROUPS], arena),
        .people = table_of("people.csv", school->text[CASE_PEOPLE], arena),
        .shortages = table_of("shortages.csv", school->text[CASE_SHORTAGES], arena),
        .leading = table_of("leading.csv", school->text[CASE_LEADING], arena),
        .json = school->text[CASE_JSON],
        .json_size = strlen(school->text[CASE_JSON]),
        .json_path = "result.json",
    };
}

const char *verify_case_replace(Arena *arena, const char *text, const char *old, const char *fresh)
{
    const char *at = strstr(text, old);
    return at ? arena_print(arena, "%.*s%s%s", (int)(at - text), text, fresh, at + strlen(old)) : NULL;
}

static void hear(void *data, const CadreMessage *message)
{
    VerifyHeard *heard = data;
    heard->n++;
    heard->bad_style |= !strstr(message->text, "; expected ") || strchr(message->text, '\n');
    size_t used = strlen(heard->all);
    snprintf(heard->all + used, sizeof heard->all - used, "%s:%d:%d: %s\n", message->file, message->line, message->column,
             message->text);
    if (heard->text && strcmp(message->file, heard->file) == 0 && message->line == heard->line &&
        message->column == heard->column && strstr(message->text, heard->text))
        heard->found = true;
}

void verify_case_judge(const VerifyCase *school, Arena *arena, VerifyHeard *heard)
{
    ResultFiles files = verify_case_files(school, arena);
    Messages *messages = messages_create(arena);
    CadreError err = {0};
    cr_assert_eq(verify_result(&school->model, &files, arena, messages, &err), CADRE_OK, "%s", err.text);
    messages_flush(messages, &(CadreListener){.data = heard, .message = hear}, &err);
    cr_expect_not(heard->bad_style, "a message is not one line with what was expected:\n%s", heard->all);
}

void verify_case_expect_right(const VerifyCase *school, Arena *arena)
{
    VerifyHeard heard = {0};
    verify_case_judge(school, arena, &heard);
    cr_expect_eq(heard.n, 0, "%s", heard.all);
}

void verify_case_expect(const VerifyCase *school, Arena *arena, const char *file, int line, int column, const char *text)
{
    VerifyHeard heard = {.file = file, .line = line, .column = column, .text = text};
    verify_case_judge(school, arena, &heard);
    cr_expect(heard.found, "no message %s:%d:%d \"%s\" among:\n%s", file, line, column, text, heard.all);
}
