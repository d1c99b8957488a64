/* interests_form.c: how people would like to apply what they know. */
#include <stdlib.h>
#include <string.h>

#include "generate/questionnaire.h"
#include "generate/school_skills.h"

enum {
    MOST_SKILLS = 36,  /* of those that the plan needs: three pages */
    USUAL_SKILLS = 24, /* up to so many in all, also such as only the inventory found */
    MOST_CHOICES = 40, /* groups that one list can offer; else focus areas are */
    CHOICES = 3,
    MOST_GROUPS = 6, /* that one may offer to serve in */
};

static const char *const interest[] = {"0 - Not for me",      "1 - Only if I am needed", "2 - A little",
                                       "3 - I am interested", "4 - I would like to",     "5 - I would love to"};

/* What the inventory found, on the skills of one page. */
typedef struct Findings {
    const Brief *brief;
    const Names *skills; /* in the brief's order */
} Findings;

static const BriefSkill *find_skill(const Findings *findings, const char *name)
{
    int skill = names_find(findings->skills, name);
    return skill < 0 ? NULL : &findings->brief->skills[skill];
}

/* How many are strong in each; where nobody is, as where the inventory had ticks only, how many can do it. */
static const char *findings_help(const void *data, const char *const names[], int n, Arena *arena)
{
    const Findings *findings = data;
    int n_answered = findings->brief->n_answered, n_strong = 0;
    if (n_answered == 0) return "";
    for (int i = 0; i < n; i++) {
        const BriefSkill *skill = find_skill(findings, names[i]);
        n_strong += skill ? skill->n_strong : 0;
    }
    const char *text = arena_print(arena, "Of %d who answered the inventory, so many can %s:", n_answered,
                                   n_strong > 0 ? "help others with it or teach it" : "do it");
    for (int i = 0; text && i < n; i++) {
        const BriefSkill *skill = find_skill(findings, names[i]);
        const char *line = form_line(arena, names[i]);
        int count = !skill ? 0 : n_strong > 0 ? skill->n_strong : skill->n_able;
        text = line ? arena_print(arena, "%s%s %s %d", text, i ? ";" : "", line, count) : NULL;
    }
    return text;
}

static int by_needs(const void *left, const void *right)
{
    const BriefSkill *a = *(const BriefSkill *const *)left, *b = *(const BriefSkill *const *)right;
    if (a->n_needs != b->n_needs) return a->n_needs > b->n_needs ? -1 : 1;
    if (a->n_strong != b->n_strong) return a->n_strong > b->n_strong ? -1 : 1;
    if (a->n_able != b->n_able) return a->n_able > b->n_able ? -1 : 1;
    return a < b ? -1 : 1; /* by name */
}

/* Which skills to ask about: those that the plan needs most often, then those that most people are strong in, or can do. */
static bool *choose_skills(Questionnaire *out, const Brief *brief, Arena *arena)
{
    const BriefSkill **order = ARENA_ARRAY(arena, const BriefSkill *, brief->n_skills + 1);
    bool *chosen = ARENA_ARRAY(arena, bool, brief->n_skills + 1);
    if (!order || !chosen) return NULL;
    for (int i = 0; i < brief->n_skills; i++) order[i] = &brief->skills[i];
    if (brief->n_skills) qsort(order, (size_t)brief->n_skills, sizeof(const BriefSkill *), by_needs);
    for (int i = 0; i < brief->n_skills; i++) {
        bool needed = order[i]->n_needs > 0, wanted = needed || order[i]->n_able > 0;
        bool fits = out->n_interests < (needed ? MOST_SKILLS : USUAL_SKILLS);
        chosen[order[i] - brief->skills] = wanted && fits;
        out->n_interests += wanted && fits;
        out->n_skipped += needed && !fits;
    }
    return chosen;
}

/* Under which heading a skill stands. */
static const char *heading(const BriefSkill *skill, const Brief *brief, const Names *own_skills)
{
    if (skill->area >= 0) return names_get(brief->focuses, skill->area);
    int own = names_find(own_skills, skill->name);
    if (own >= 0) return school_skills[own].area;
    return skill->n_needs > 0 ? SEVERAL_AREAS : "Other skills";
}

static Names *own_skill_names(Arena *arena)
{
    Names *names = names_create(arena, NAME_STYLE_NAME);
    for (int i = 0; names && i < n_school_skills; i++)
        if (names_add(names, school_skills[i].skill) != i) return NULL;
    return names;
}

static bool gather_skills(FormSections *sections, Names *skills, Questionnaire *out, const Brief *brief, Arena *arena)
{
    const Names *own_skills = own_skill_names(arena);
    const bool *chosen = choose_skills(out, brief, arena);
    if (!own_skills || !chosen) return false;
    int n_areas = names_count(brief->focuses);
    for (int area = 0; area <= n_areas; area++)
        for (int i = 0; i < brief->n_skills; i++) {
            const BriefSkill *skill = &brief->skills[i];
            if (!chosen[i] || skill->area != (area < n_areas ? area : -1)) continue;
            FormSection *section = form_section(sections, heading(skill, brief, own_skills), arena);
            if (!section || !LIST_PUSH(arena, &section->names, skill->name)) return false;
        }
    for (int i = 0; i < brief->n_skills; i++)
        if (names_add(skills, brief->skills[i].name) < 0) return false;
    return true;
}

static void ask_skills(Questionnaire *out, FormMaker *maker, const Brief *brief)
{
    FormSections sections = {0};
    Findings findings = {brief, NULL};
    Names *skills = names_create(maker->arena, NAME_STYLE_NAME);
    if (!skills || !gather_skills(&sections, skills, out, brief, maker->arena)) {
        maker->form->lost = true;
        return;
    }
    findings.skills = skills;
    GridWords words = {.title = "How much would you like to use or learn this?",
                       .help = "",
                       .means = "interest",
                       .levels = interest,
                       .page_help = findings_help,
                       .data = &findings};
    form_grids(maker, &sections, &words);
}

/* The plan's focus areas, or the built-in list's. */
static bool gather_focuses(FormTexts *focuses, Questionnaire *out, const Brief *brief, Arena *arena)
{
    out->own_focuses = names_count(brief->focuses) == 0;
    for (int i = 0; i < names_count(brief->focuses); i++)
        if (!LIST_PUSH(arena, focuses, names_get(brief->focuses, i))) return false;
    for (int i = 0; out->own_focuses && i < n_school_skills; i++) {
        bool is_new = i == 0 || strcmp(school_skills[i].area, school_skills[i - 1].area) != 0;
        if (is_new && !LIST_PUSH(arena, focuses, school_skills[i].area)) return false;
    }
    out->n_focuses = focuses->n;
    return true;
}

static void ask_focuses(FormMaker *maker, const FormTexts *focuses)
{
    static const GridWords words = {
        .title = "How much would you like to work on this?", .help = "", .means = "focus", .levels = interest};
    FormSection section = {"Where you would like to contribute", *focuses};
    FormSections sections = {.items = &section, .n = 1};
    form_grids(maker, &sections, &words);
}

/* "1.5 hours a month" */
static const char *spell_hours(int hundredths, Arena *arena)
{
    int rest = hundredths % 100, digits = rest % 10 ? 2 : 1;
    const char *s = hundredths == 100 ? "" : "s";
    if (rest == 0) return arena_print(arena, "%d hour%s a month", hundredths / 100, s);
    return arena_print(arena, "%d.%0*d hours a month", hundredths / 100, digits, digits == 1 ? rest / 10 : rest);
}

/* What each group is for, what it takes, and when it meets; a line each. */
static const char *groups_help(const Brief *brief, Arena *arena)
{
    const char *text = "";
    for (int i = 0; text && i < brief->n_groups; i++) {
        const BriefGroup *group = &brief->groups[i];
        const char *name = form_line(arena, group->name), *purpose = form_line(arena, group->purpose);
        const char *meets = form_line(arena, group->meets), *hours = spell_hours(group->hours, arena);
        if (!name || !purpose || !meets || !hours) return NULL;
        text = arena_print(arena, "%s%s%s%s%s (%s%s%s)", text, i ? "\n" : "", name, *purpose ? ": " : "", purpose, hours,
                           *meets ? ", " : "", meets);
    }
    return text;
}

/* First, second, third choice among the groups; among focus areas where there are too many groups for a list, or none. */
static void ask_choices(Questionnaire *out, FormMaker *maker, const Brief *brief, const FormTexts *focuses)
{
    static const char *const ranks[CHOICES][2] = {
        {"Your first choice", "1"}, {"Your second choice", "2"}, {"Your third choice", "3"}};
    bool of_groups = brief->n_groups > 0 && brief->n_groups <= MOST_CHOICES;
    int n = of_groups ? brief->n_groups : focuses->n;
    const char *help = of_groups ? groups_help(brief, maker->arena) : "";
    if (!help) maker->form->lost = true;
    if (n < 2 || !help) return;
    out->chooses_groups = of_groups;
    form_page(maker, of_groups ? "Which groups you would choose" : "Which areas you would choose", help);
    for (int rank = 0; rank < CHOICES && rank < n; rank++) {
        Question *choice = form_question(maker, QUESTION_LIST, ranks[rank][0], "");
        form_reads(choice, "choice", ranks[rank][1], "");
        for (int i = 0; i < n; i++) form_option(maker, choice, of_groups ? brief->groups[i].name : focuses->items[i]);
    }
}

static void ask_ticks(FormMaker *maker, const char *title, const char *help, const char *field, const Names *options)
{
    if (names_count(options) == 0) return;
    Question *ticks = form_question(maker, QUESTION_TICKS, title, help);
    form_reads(ticks, "fields", field, "");
    for (int i = 0; i < names_count(options); i++) form_option(maker, ticks, names_get(options, i));
}

/* A number with its unit, which no scale of a plan can take for another. */
static void ask_amount(FormMaker *maker, const char *title, const char *means, const char *unit, const int amounts[], int n)
{
    Question *amount = form_question(maker, QUESTION_LIST, title, "");
    form_reads(amount, means, "", "");
    for (int i = 0; i < n; i++) {
        const char *text = arena_print(maker->arena, "%d %s%s", amounts[i], unit, amounts[i] == 1 ? "" : "s");
        form_option(maker, amount, text ? text : "");
        if (!text) maker->form->lost = true;
    }
}

static void ask_what_fits(FormMaker *maker, const Brief *brief)
{
    static const int hours[] = {0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20}, counts[] = {0, 1, 2, 3, 4, 5, MOST_GROUPS};
    form_page(maker, "What would suit you", "");
    ask_ticks(maker, "Which parts would you like to take?", "", "roles liked", brief->roles);
    if (brief->asks_hours)
        ask_amount(maker, "How many hours a month could you give to groups?", "hours", "hour", hours,
                   sizeof hours / sizeof *hours);
    if (brief->asks_max_groups)
        ask_amount(maker, "In how many groups would you serve, at most?", "max_groups", "group", counts, MOST_GROUPS + 1);
    if (brief->asks_max_leads) ask_amount(maker, "How many of them would you lead, at most?", "max_leads", "group", counts, 4);
    ask_ticks(maker, "At which of these times can you not meet?", "", "cannot meet", brief->slots);
    Question *more = form_question(maker, QUESTION_STORY, "What would make this work for you?", "");
    form_reads(more, "ignore", "", "");
}

void interests_form_make(Questionnaire *out, FormMaker *maker, const Brief *brief, const CadreQuestionnaireOptions *options)
{
    static const char purpose[] =
        "In the skills inventory you said what you can do. How would you like to apply what you know: in "
        "which areas, in which groups, in which part, and with how much of your time? Skill says who "
        "could do something; this form says who would like to.";
    FormTexts focuses = {0};
    if (!gather_focuses(&focuses, out, brief, maker->arena)) {
        maker->form->lost = true;
        return;
    }
    if (brief->asks_id) form_ask_id(maker, "Your staff id, as in the inventory");
    ask_focuses(maker, &focuses);
    ask_choices(out, maker, brief, &focuses);
    ask_skills(out, maker, brief);
    ask_what_fits(maker, brief);
    form_introduce(maker, purpose, brief, options);
}
