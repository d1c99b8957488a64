/* draft_groups.c: a leadership team whose roles lead what a school improves by, and a group for each focus area that people
 * were asked about. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/drafter.h"
#include "read/guess_cues.h"

enum {
    MOST_FOCUSES = 12,    /* groups that a school can keep up */
    STAFF_PER_GROUP = 4,  /* and that so many staff can fill */
    EACH_SITE_STAFF = 12, /* so many of a site, on average, are enough for a leadership team of its own */
    ROLE_SKILLS = 4,      /* needs of one role */
    NAME_LENGTH = 160,
    FIRST_LETTERS = 4, /* words of names are compared by their first letters */
};

/* What a leadership team leads. `words` tell by the name of a skill that it is of use for it; each begins a word. */
typedef struct TeamRole {
    const char *name;
    const char *words[22];
} TeamRole;

static const TeamRole team_roles[] = {
    {"Leads collaborative time",
     {" collab", " facilitat", " team", " plc", " meeting", " agenda", " protocol", " consensus", " communica", " colabor",
      " facilit", " equipo", " reunion", " comunica"}},
    {"Leads observation and feedback",
     {" observ", " feedback", " coach", " walkthrough", " evaluat", " supervis", " instruction", " retroaliment", " acompan",
      " visita", " evalua"}},
    {"Leads improvement cycles",
     {" improve", " cycle", " inquiry", " planning", " project", " manag", " goal", " implement", " change", " problem",
      " mejora", " ciclo", " indagacion", " gestion", " proyecto", " metas"}},
    {"Leads data",
     {" data", " assess", " analy", " statis", " research", " measure", " survey", " evidence", " dato", " evaluacion",
      " estadist", " anali", " investiga"}},
    {"Leads job-embedded learning",
     {" professional", " training", " train", " mentor", " teach", " workshop", " learning", " adult", " model", " pedagog",
      " capacita", " formacion", " taller", " ensen", " aprend", " tutor"}},
};
enum { TEAM_ROLES = sizeof team_roles / sizeof *team_roles };

typedef struct Focus {
    const char *name;
    int weight; /* what people said of it: ratings and ticks */
} Focus;

typedef struct Skill {
    const char *name, *words;
    int n_answers;
} Skill;

typedef struct Plan {
    LIST(Focus) focuses;
    Names *focus_names;
    LIST(Skill) skills;
    Names *skill_names;
    Names *groups; /* of groups.csv, old and new */
    int n_said;    /* focus areas that columns.csv names: each is to have a group */
    int n_staff;
} Plan;

static CadreStatus add_focus(Plan *plan, const Drafter *drafter, const char *name, int weight)
{
    if (text_is_blank(name) || strlen(name) > NAME_LENGTH || strstr(name, " @ ") || strncmp(name, "kind:", 5) == 0)
        return CADRE_OK;
    int at = names_add(plan->focus_names, name);
    if (at < 0) return error_no_memory(drafter->err);
    if (at == plan->focuses.n && !LIST_PUSH(drafter->arena, &plan->focuses, (Focus){names_get(plan->focus_names, at), 0}))
        return error_no_memory(drafter->err);
    plan->focuses.items[at].weight += weight;
    return CADRE_OK;
}

static CadreStatus add_skill(Plan *plan, const Drafter *drafter, const char *name, int n_answers)
{
    int at = names_add(plan->skill_names, name);
    const char *words = cue_words(drafter->arena, name);
    if (at < 0 || !words) return error_no_memory(drafter->err);
    if (at == plan->skills.n && !LIST_PUSH(drafter->arena, &plan->skills, (Skill){names_get(plan->skill_names, at), words, 0}))
        return error_no_memory(drafter->err);
    plan->skills.items[at].n_answers += n_answers;
    return CADRE_OK;
}

static int count_filled(const Distinct *answers)
{
    int n = 0;
    for (int i = 0; i < answers->n; i++) n += answers->count[i];
    return n;
}

/* Options that nobody else ticked were typed in by hand. */
static CadreStatus add_options(Plan *plan, const Drafter *drafter, const DraftColumn *column)
{
    TickedOption *options;
    int n, filled = count_filled(&column->answers);
    TRY(drafter_options(&options, &n, drafter, column));
    for (int i = 0; i < n; i++) {
        if (options[i].count < 2 || 50 * options[i].count < filled) continue;
        if (column->meaning.means == MEANS_FOCUSES)
            TRY(add_focus(plan, drafter, options[i].text, options[i].count));
        else
            TRY(add_skill(plan, drafter, options[i].text, options[i].count));
    }
    return CADRE_OK;
}

static CadreStatus add_choices(Plan *plan, const Drafter *drafter, const DraftColumn *column)
{
    int filled = count_filled(&column->answers);
    for (int i = 0; i < column->answers.n; i++) {
        int count = column->answers.count[i];
        if (count < 2 || 50 * count < filled || scales_no_answer(drafter->scales, column->answers.text[i])) continue;
        TRY(add_focus(plan, drafter, column->answers.text[i], count));
    }
    return CADRE_OK;
}

/* The sum of the ratings of a column by the numbers or words that they begin with; unread ones count 1. */
static int sum_ratings(const Drafter *drafter, const DraftColumn *column)
{
    int sum = 0;
    for (int i = 0; i < column->answers.n; i++) {
        const char *answer = column->answers.text[i];
        if (scales_no_answer(drafter->scales, answer)) continue;
        int value = scales_number(answer);
        for (int scale = SCALE_OF_YES_NO; value < 0 && scale < scales_count(drafter->scales); scale++) {
            int known = scales_value(drafter->scales, scale, answer);
            if (known == SCALE_TICK) known = 5 * SCALE_UNIT;
            if (known >= 0) value = known;
        }
        sum += column->answers.count[i] * (value < 0 ? 1 : value / SCALE_UNIT);
    }
    return sum;
}

static CadreStatus gather(Plan *plan, const Drafter *drafter)
{
    for (int i = 0; i < drafter->n_surveys; i++)
        if (drafter->surveys[i].n_rows > plan->n_staff) plan->n_staff = drafter->surveys[i].n_rows;
    for (int i = 0; i < drafter->n_columns; i++) {
        const DraftColumn *column = &drafter->columns[i];
        MeansKind means = column->meaning.means;
        bool is_new =
            drafter_may_write(drafter, SHEET_GROUPS) && (!drafter->plan.sheets[SHEET_GROUPS].present || !column->of_plan);
        if (means == MEANS_SKILL) TRY(add_skill(plan, drafter, column->meaning.name, count_filled(&column->answers)));
        if (means == MEANS_SKILLS) TRY(add_options(plan, drafter, column));
        if (means == MEANS_FOCUS && is_new) TRY(add_focus(plan, drafter, column->meaning.name, sum_ratings(drafter, column)));
        if (column->of_plan && means == MEANS_FOCUS) plan->n_said = names_count(plan->focus_names);
        if (means == MEANS_FOCUSES && is_new) TRY(add_options(plan, drafter, column));
        if (means == MEANS_CHOICE && is_new) TRY(add_choices(plan, drafter, column));
    }
    return CADRE_OK;
}

static int by_weight(const void *left, const void *right)
{
    const Focus *a = left, *b = right;
    return a->weight != b->weight ? (a->weight < b->weight) - (a->weight > b->weight) : strcmp(a->name, b->name);
}

/* How many words of `focus` have in `skill` a word that begins alike. */
static int shared_words(const char *focus, const char *skill)
{
    int n = 0;
    for (const char *at = focus; at[0] && at[1]; at += 1 + strcspn(at + 1, " ")) {
        if (strcspn(at + 1, " ") < FIRST_LETTERS) continue;
        char start[FIRST_LETTERS + 3];
        memcpy(start, at, FIRST_LETTERS + 1);
        start[FIRST_LETTERS + 1] = '\0';
        n += strstr(skill, start) != NULL;
    }
    return n;
}

static CadreStatus add_need(Drafter *drafter, const char *group, const char *role, const char *skill, const char *level)
{
    const char *cells[] = {[NEEDS_GROUP] = group, [NEEDS_ROLE] = role, [NEEDS_SKILL] = skill, [NEEDS_LEVEL] = level,
                           [NEEDS_WEIGHT] = NULL, [NEEDS_MUST] = NULL, [NEEDS_PEOPLE] = NULL};
    return drafter_add(drafter, SHEET_NEEDS, cells);
}

/* A skill of the very name, else those that share a word. */
static CadreStatus add_focus_needs(Drafter *drafter, const Plan *plan, const char *group)
{
    if (!drafter_may_write(drafter, SHEET_NEEDS)) return CADRE_OK;
    int same = names_find(plan->skill_names, group), n = 0;
    if (same >= 0) return add_need(drafter, group, NULL, plan->skills.items[same].name, "3");
    const char *words = cue_words(drafter->scratch, group);
    if (!words) return error_no_memory(drafter->err);
    for (int i = 0; i < plan->skills.n && n < ROLE_SKILLS; i++) {
        if (shared_words(words, plan->skills.items[i].words) == 0) continue;
        TRY(add_need(drafter, group, NULL, plan->skills.items[i].name, "3"));
        n++;
    }
    return CADRE_OK;
}

static bool is_of_use(const Skill *skill, const TeamRole *role)
{
    for (int i = 0; i < (int)(sizeof role->words / sizeof *role->words) && role->words[i]; i++)
        if (strstr(skill->words, role->words[i])) return true;
    return false;
}

static CadreStatus add_role(Drafter *drafter, const char *group, const char *role, const char *min, const char *max,
                            const char *leads)
{
    const char *cells[] = {[ROLES_GROUP] = group, [ROLES_ROLE] = role,  [ROLES_MIN] = min,     [ROLES_MAX] = max,
                           [ROLES_LEADS] = leads, [ROLES_HOURS] = NULL, [ROLES_WEIGHT] = NULL, [ROLES_POSITIONS] = NULL};
    return drafter_add(drafter, SHEET_ROLES, cells);
}

static CadreStatus add_team_roles(Drafter *drafter, const Plan *plan, const char *team)
{
    if (!drafter_may_write(drafter, SHEET_ROLES)) return CADRE_OK;
    const char *without = "";
    for (int role = 0; role < TEAM_ROLES; role++) {
        TRY(add_role(drafter, team, team_roles[role].name, "1", "1", "yes"));
        int n = 0;
        for (int i = 0; i < plan->skills.n && n < ROLE_SKILLS && drafter_may_write(drafter, SHEET_NEEDS); i++) {
            if (!is_of_use(&plan->skills.items[i], &team_roles[role])) continue;
            TRY(add_need(drafter, team, team_roles[role].name, plan->skills.items[i].name, "4"));
            n++;
        }
        if (n == 0) without = arena_print(drafter->scratch, "%s%s%s", without, *without ? ", " : "", team_roles[role].name);
        if (!without) return error_no_memory(drafter->err);
    }
    if (*without)
        TRY(drafter_tell(drafter, true, "needs.csv", "no skill of the surveys speaks for %s; name what they need", without));
    return add_role(drafter, team, "member", "0", "3", NULL);
}

static CadreStatus add_group(Drafter *drafter, Plan *plan, const char *name, const char *kind, const char *site,
                             const char *focus, const char *purpose, int max_size, const char *leaders)
{
    const char *size = arena_print(drafter->arena, "%d", max_size);
    if (!size || names_add(plan->groups, name) < 0) return error_no_memory(drafter->err);
    const char *cells[] = {
        [GROUPS_GROUP] = name,      [GROUPS_KIND] = kind,       [GROUPS_SITE] = site,     [GROUPS_FOCUS] = focus,
        [GROUPS_PURPOSE] = purpose, [GROUPS_MIN_SIZE] = NULL,   [GROUPS_MAX_SIZE] = size, [GROUPS_HOURS] = "1",
        [GROUPS_MEETS] = NULL,      [GROUPS_LEADERS] = leaders, [GROUPS_NEEDS] = NULL,    [GROUPS_WEIGHT] = NULL};
    return drafter_add(drafter, SHEET_GROUPS, cells);
}

/* `each` where the sites are large enough for a team of their own. */
static const char *team_site(const Drafter *drafter, const Plan *plan)
{
    const DraftSheet *sites = &drafter->draft->sheets[0];
    for (int i = 0; i < drafter->draft->n_sheets; i++)
        if (strcmp(drafter->draft->sheets[i].name, sheet_specs[SHEET_SITES].name) == 0) sites = &drafter->draft->sheets[i];
    int n = draft_rows(sites);
    return sites != drafter->draft->sheets && n > 1 && plan->n_staff >= n * EACH_SITE_STAFF ? "each" : NULL;
}

static CadreStatus add_team(Drafter *drafter, Plan *plan)
{
    const char *name = "Leadership Team", *site = team_site(drafter, plan);
    if (names_find(plan->focus_names, name) >= 0) name = "School Leadership Team";
    TRY(add_group(drafter, plan, name, "leadership", site, NULL,
                  "Leads the school's improvement and speaks for the whole community", TEAM_ROLES + 3, NULL));
    return add_team_roles(drafter, plan, name);
}

static CadreStatus add_focus_groups(Drafter *drafter, Plan *plan)
{
    int n = plan->focuses.n, most = plan->n_staff / STAFF_PER_GROUP, n_added = 0;
    if (most > MOST_FOCUSES) most = MOST_FOCUSES;
    if (most < plan->n_said) most = plan->n_said;
    if (most < 1) most = 1;
    qsort(plan->focuses.items, (size_t)n, sizeof *plan->focuses.items, by_weight);
    int size = plan->n_staff / (n < most ? n + 1 : most + 1);
    for (int i = 0; i < n && n_added < most; i++) {
        const char *name = plan->focuses.items[i].name;
        if (names_find(plan->groups, name) >= 0) continue;
        TRY(add_group(drafter, plan, name, "focus", NULL, name, NULL, size < 4 ? 4 : size > 8 ? 8 : size, "1"));
        TRY(add_focus_needs(drafter, plan, name));
        n_added++;
    }
    if (n <= n_added) return CADRE_OK;
    return drafter_tell(drafter, true, "groups.csv", "of %d focus areas the %d that most people would join have a group", n,
                        n_added);
}

CadreStatus draft_groups_sheets(Drafter *drafter)
{
    const Sheet *sheet = &drafter->plan.sheets[SHEET_GROUPS];
    Plan plan = {.focus_names = names_create(drafter->arena, NAME_STYLE_NAME),
                 .skill_names = names_create(drafter->arena, NAME_STYLE_NAME),
                 .groups = names_create(drafter->arena, NAME_STYLE_NAME)};
    if (!plan.focus_names || !plan.skill_names || !plan.groups) return error_no_memory(drafter->err);
    if (!drafter_may_write(drafter, SHEET_GROUPS)) return CADRE_OK;
    for (int row = 0; row < sheet->table.n_rows; row++) {
        const char *const names[] = {sheet_cell(sheet, row, GROUPS_GROUP), sheet_cell(sheet, row, GROUPS_FOCUS)};
        for (int i = 0; i < 2; i++)
            if (*names[i] && names_add(plan.groups, names[i]) < 0) return error_no_memory(drafter->err);
    }
    TRY(gather(&plan, drafter));
    if (!sheet->present) TRY(add_team(drafter, &plan));
    if (plan.focuses.n > 0) TRY(add_focus_groups(drafter, &plan));
    if (sheet->present) return CADRE_OK;
    int n_groups = names_count(plan.groups);
    return drafter_tell(drafter, false, "Groups", "a leadership team and %d group%s for the focus areas found; %d skill%s",
                        n_groups - 1, n_groups == 2 ? "" : "s", plan.skills.n, plan.skills.n == 1 ? "" : "s");
}
