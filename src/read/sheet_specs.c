/* sheet_specs.c: every sheet of a plan and every column, with the line that `cadre help SHEET` prints. */
#include "read/sheets.h"

#define COUNT_OF(columns) (int)(sizeof(columns) / sizeof *(columns))

static const ColumnSpec columns_columns[] = {
    [COLUMNS_SURVEY] = {"survey", false, "the survey file's base name with its extension; blank = any"},
    [COLUMNS_HEADER] = {"header", true, "the column's header in full, as exported; a grid has one row per Question [row]"},
    [COLUMNS_MEANS] = {"means", true,
                       "id, email, name, timestamp, site, position, hours, max_groups, max_leads, field, fields, skill, "
                       "interest, focus, skills, interests, focuses, choice or ignore"},
    [COLUMNS_NAME] = {"name", false,
                      "the skill, focus or field it is about; blank = the text in the header's last brackets, else the "
                      "header; for choice its rank"},
    [COLUMNS_SCALE] = {"scale", false,
                       "a scale of scales.csv, 0-5 or 0-10; blank = detected; for a checklist the level of a tick; for a "
                       "timestamp dmy or mdy; of max_groups and max_leads yes is 1 and no is 0"},
    [COLUMNS_SEPARATOR] = {"separator", false, "for a checklist , or ; (blank = ; if any cell of the column has one, else ,)"},
};

static const ColumnSpec scales_columns[] = {
    [SCALES_SCALE] = {"scale", true, "the scale's name, as columns.csv names it"},
    [SCALES_ANSWER] = {"answer", true, "an answer's text"},
    [SCALES_LEVEL] = {"level", false, "the level it stands for, 0-5; blank = no answer"},
};

static const ColumnSpec options_columns[] = {
    [OPTIONS_HEADER] = {"header", true, "the checklist's header in full, as exported"},
    [OPTIONS_OPTION] = {"option", true, "an option that holds the separator itself"},
};

static const ColumnSpec groups_columns[] = {
    [GROUPS_GROUP] = {"group", true, "the group's name"},
    [GROUPS_KIND] = {"kind", false, "what kind of group it is (committee, PLC, team); other sheets may say kind:NAME"},
    [GROUPS_SITE] = {"site", false, "blank = open to all; a site's name = its people only; each = one copy per site"},
    [GROUPS_FOCUS] = {"focus", false, "the focus area it works on, as surveys name it"},
    [GROUPS_PURPOSE] = {"purpose", false, "what it is for, in a sentence"},
    [GROUPS_MIN_SIZE] = {"min_size", false, "fewest members; blank = 0"},
    [GROUPS_MAX_SIZE] = {"max_size", false, "most members; blank = no limit"},
    [GROUPS_HOURS] = {"hours", false, "hours a month for each member; blank = 1"},
    [GROUPS_MEETS] = {"meets", false, "when it meets, ;-separated, as Tue 15:30-16:30; an hour where no end is given"},
    [GROUPS_LEADERS] = {"leaders", false, "how many lead it, where no row of roles.csv reaches it; blank = 1"},
    [GROUPS_NEEDS] = {"needs", false, "skills and levels, as Literacy 4; Data 3, where no row of needs.csv reaches it"},
    [GROUPS_WEIGHT] = {"weight", false, "1-10, multiplies the price of its shortages only; blank = 1"},
};

static const ColumnSpec roles_columns[] = {
    [ROLES_GROUP] = {"group", true, "a group, kind:NAME or *"},
    [ROLES_ROLE] = {"role", true, "the role's name"},
    [ROLES_MIN] = {"min", false, "fewest holders; blank = 1"},
    [ROLES_MAX] = {"max", false, "most holders; blank = min, or 1 where min is 0"},
    [ROLES_LEADS] = {"leads", false, "yes or no: whether it is a leading role; blank = no"},
    [ROLES_HOURS] = {"hours", false, "hours a month on top of the group's; blank = 0"},
    [ROLES_WEIGHT] = {"weight", false, "1-10, multiplies points; blank = 1, or 3 where it leads"},
    [ROLES_POSITIONS] = {"positions", false, "the positions that may hold it, ;-separated; blank = any"},
};

static const ColumnSpec needs_columns[] = {
    [NEEDS_GROUP] = {"group", true, "a group, kind:NAME or *"},
    [NEEDS_ROLE] = {"role", false, "blank = every role of the group"},
    [NEEDS_SKILL] = {"skill", true, "a skill that a survey asks about"},
    [NEEDS_LEVEL] = {"level", true, "the level needed, 1-5"},
    [NEEDS_WEIGHT] = {"weight", false, "1-10, how much it counts in the score; blank = 1"},
    [NEEDS_MUST] = {"must", false, "yes = without people, nobody below the level may hold the role; with people, its price"},
    [NEEDS_PEOPLE] = {"people", false, "how many at that level, across the role or the group; blank = no count"},
};

static const ColumnSpec mix_columns[] = {
    [MIX_GROUP] = {"group", true, "a group, kind:NAME or *"},
    [MIX_FIELD] = {"field", true, "site, position, network or any other field"},
    [MIX_VALUE] = {"value", true, "one value of the field, or each"},
    [MIX_MIN] = {"min", false, "fewest members with that value; blank = 1 where max is blank too, else 0"},
    [MIX_MAX] = {"max", false, "most members with that value; blank = no limit"},
    [MIX_MUST] = {"must", false, "yes or no: sets its price; blank = no"},
};

static const ColumnSpec people_columns[] = {
    [PEOPLE_ID] = {"id", false, "the person's id; this or email is required"},
    [PEOPLE_EMAIL] = {"email", false, "the person's e-mail address; this or id is required"},
    [PEOPLE_NAME] = {"name", false, "the person's name"},
    [PEOPLE_SITE] = {"site", false, "school or office; where there is one only, it is everyone's"},
    [PEOPLE_POSITION] = {"position", false, "job title"},
    [PEOPLE_HOURS] = {"hours", false, "hours a month for groups; blank = as the survey says, else the setting hours"},
    [PEOPLE_MAX_GROUPS] = {"max_groups", false, "most groups; blank = as the survey says, else the setting max_groups"},
    [PEOPLE_MAX_LEADS] = {"max_leads", false, "most leading roles; blank = as the survey says, else the setting max_leads"},
    [PEOPLE_AWAY] = {"away", false, "yes = can hold no role; blank = no"},
};

static const ColumnSpec sites_columns[] = {
    [SITES_SITE] = {"site", true, "the site's name"},
    [SITES_ALIASES] = {"aliases", false, "other spellings of it, ;-separated"},
    [SITES_NETWORK] = {"network", false, "the network of schools it belongs to"},
};

static const ColumnSpec pins_columns[] = {
    [PINS_PERSON] = {"person", true, "id, e-mail or unique name"},
    [PINS_GROUP] = {"group", true, "a group, kind:NAME or *"},
    [PINS_ROLE] = {"role", false, "blank = any role of the group"},
    [PINS_RULE] = {"rule", true, "must, never or prefer"},
};

static const ColumnSpec pairs_columns[] = {
    [PAIRS_PERSON] = {"person", true, "id, e-mail or unique name"},
    [PAIRS_OTHER] = {"other", true, "the other person"},
    [PAIRS_RULE] = {"rule", true, "together (both or neither) or apart (not both)"},
    [PAIRS_GROUP] = {"group", false, "a group, kind:NAME or *; blank = every group"},
};

static const ColumnSpec previous_columns[] = {
    [PREVIOUS_PERSON] = {"person", true, "id, e-mail or unique name"},
    [PREVIOUS_GROUP] = {"group", true, "the group's full name"},
    [PREVIOUS_ROLE] = {"role", true, "the role's name"},
};

static const ColumnSpec settings_columns[] = {
    [SETTINGS_SETTING] = {"setting", true, "the setting's name"},
    [SETTINGS_VALUE] = {"value", true, "its value"},
};

static const ColumnSpec scenario_columns[] = {
    [SCENARIO_SHEET] = {"sheet", true, "a sheet of the plan: groups, roles, needs, settings and so on"},
    [SCENARIO_KEY] = {"key", true,
                      "the row: its starred columns joined by / in the sheet's order, blanks kept (in needs also the role, and "
                      "the level where several rows would match; of people the id or the e-mail)"},
    [SCENARIO_COLUMN] = {"column", true, "the column to set, + to add the row, or - to drop it"},
    [SCENARIO_VALUE] = {"value", false, "what the cell is set to; blank = its default, and blank for + and -"},
};

#define SPEC(name, open, help)                                                                                                 \
    {                                                                                                                          \
#name, help, open, COUNT_OF(name##_columns), name##_columns                                                            \
    }

const SheetSpec sheet_specs[SHEET_COUNT] = {
    [SHEET_COLUMNS] = SPEC(columns, false,
                           "what each survey column means; guessed where the plan has none. Of rows that mean id, email, name "
                           "or timestamp one that a survey has is enough"),
    [SHEET_SCALES] = SPEC(scales, false, "which answer is which level, tried before the built-in words"),
    [SHEET_OPTIONS] = SPEC(options, false, "options of a checklist that hold the separator themselves"),
    [SHEET_GROUPS] = SPEC(groups, false, "the task groups, teams and PLCs; the one sheet that a plan must have"),
    [SHEET_ROLES] = SPEC(roles, false, "the kinds of seat in each group"),
    [SHEET_NEEDS] = SPEC(needs, false, "the skills that roles need, and how many people at a level a group needs"),
    [SHEET_MIX] = SPEC(mix, false, "whom a group must represent: counts of members by site, position or any field"),
    [SHEET_PEOPLE] = SPEC(people, true, "the roster; beats what surveys say; other columns are fields"),
    [SHEET_SITES] = SPEC(sites, true, "schools and offices; other columns are fields"),
    [SHEET_PINS] = SPEC(pins, false, "who must, must never or would rather serve where"),
    [SHEET_PAIRS] = SPEC(pairs, false, "who serve together or apart"),
    [SHEET_PREVIOUS] = SPEC(previous, true, "an earlier result's assignments.csv, as it is; other columns are passed over"),
    [SHEET_SETTINGS] = SPEC(settings, false, "weights, prices and limits of the run"),
};

const SheetSpec scenario_spec = SPEC(scenario, false, "changes laid over a plan's sheets, one cell or row a line");
