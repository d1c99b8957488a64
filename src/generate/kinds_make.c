#include "generate/kinds_make.h"

/* A kind of group: the occupation whose profile its members' needs follow, and the two skills that are its own. */
typedef struct KindFact {
    const char *name, *focus;
    Occupation occupation;
    int first_skill, second_skill; /* facts_skills */
} KindFact;

static const KindFact kind_facts[MADE_KINDS] = {
    {"Leadership", "School leadership", OCCUPATION_ADMINISTRATOR, 12, 10},
    {"Grade team", "Grade-level teaching", OCCUPATION_ELEMENTARY_TEACHER, 0, 1},
    {"Literacy", "Literacy", OCCUPATION_ELEMENTARY_TEACHER, 5, 0},
    {"Mathematics", "Mathematics teaching", OCCUPATION_SECONDARY_TEACHER, 6, 0},
    {"Science", "Science teaching", OCCUPATION_SECONDARY_TEACHER, 7, 19},
    {"Data", "Use of data", OCCUPATION_COORDINATOR, 2, 11},
    {"Attendance", "Attendance", OCCUPATION_COUNSELOR, 2, 15},
    {"Families", "Family engagement", OCCUPATION_COUNSELOR, 17, 4},
    {"Climate", "School climate", OCCUPATION_COUNSELOR, 8, 16},
    {"Mentoring", "New-teacher mentoring", OCCUPATION_COORDINATOR, 3, 1},
    {"Technology", "Technology", OCCUPATION_LIBRARIAN, 18, 13},
    {"Safety", "Safety and operations", OCCUPATION_ASSISTANT, 9, 14},
};

/* O*NET's level 0-7 as 1-5, and one more: a team is sought where its members are better than the average of their trade. */
static int target_level(SkillFact fact, int extra)
{
    int level = (fact.level * 5 + 350) / 700 + extra;
    return level < 1 ? 1 : level > 5 ? 5 : level;
}

/* Importance 1-5 as a weight 1-4. */
static int need_weight(SkillFact fact) { return fact.importance < 200 ? 1 : (fact.importance - 50) / 100; }

static void add_need(MadeKind *kind, int role, int skill, Occupation occupation, int extra)
{
    SkillFact fact = facts_profiles[occupation][skill];
    kind->needs[kind->n_needs++] =
        (MadeNeed){.role = role, .skill = skill, .level = target_level(fact, extra), .weight = need_weight(fact)};
}

static void make_needs(MadeKind *kind, const KindFact *fact, unsigned rules, Draw *draw)
{
    add_need(kind, MADE_NONE, fact->first_skill, fact->occupation, 1);
    add_need(kind, MADE_NONE, fact->second_skill, fact->occupation, 0);
    add_need(kind, 0, 9, OCCUPATION_ADMINISTRATOR, 0); /* who leads coordinates */
    if (rules & MADE_MUSTS) {
        add_need(kind, 0, fact->first_skill, fact->occupation, 0);
        kind->needs[kind->n_needs - 1].must = true;
    }
    if (rules & MADE_COVERAGE) {
        add_need(kind, MADE_NONE, 4, fact->occupation, 1);
        kind->needs[kind->n_needs - 1].people = draw_between(draw, 1, 2);
        kind->needs[kind->n_needs - 1].must = draw_chance(draw, 25);
    }
}

static void make_roles(MadeKind *kind, unsigned rules, bool leadership, Draw *draw)
{
    static const char *const ordinary[] = {"lead", "facilitator", "data keeper", "member"};
    static const char *const leading[] = {"leads collaborative time", "leads observation and feedback", "leads data", "member"};
    kind->n_roles = 4;
    for (int i = 0; i < kind->n_roles; i++)
        kind->roles[i] = (MadeRole){.name = leadership ? leading[i] : ordinary[i],
                                    .min = 1,
                                    .max = 1,
                                    .leads = i == 0 || (leadership && i < 3),
                                    .hours = i == 0  ? 100
                                             : i < 3 ? 50
                                                     : 0,
                                    .weight = i == 0 || (leadership && i < 3) ? 3 : 1};
    kind->roles[3].min = draw_between(draw, 1, 2);
    kind->roles[3].max = kind->roles[3].min + draw_between(draw, 1, 2);
    if ((rules & MADE_POSITIONS) && draw_chance(draw, 30)) kind->roles[1].jobs = 1u << 0; /* regular teachers */
}

void kinds_make(MadeKind kinds[MADE_KINDS], unsigned rules, Draw *draw)
{
    for (int i = 0; i < MADE_KINDS; i++) {
        kinds[i] = (MadeKind){.name = kind_facts[i].name, .focus = kind_facts[i].focus, .rated = true};
        make_roles(&kinds[i], rules, i == 0, draw);
        make_needs(&kinds[i], &kind_facts[i], rules, draw);
        if ((rules & MADE_MIX) && (i == 0 || draw_chance(draw, 30)))
            kinds[i].mixes[kinds[i].n_mixes++] = (MadeMix){.field = MADE_DEPARTMENT, .min = 1, .max = 3};
    }
}
