#include "tiny/tiny_rules.h"

typedef struct Fraction {
    int64_t top, bottom; /* bottom > 0 */
} Fraction;

static bool fraction_less(Fraction a, Fraction b) { return a.top * b.bottom < b.top * a.bottom; }

/* What a role needs of a skill: its own rows replace the group's; of several the highest level, then the highest weight. */
static const TinyNeed *need_of(const TinyCase *tiny, int role, int skill)
{
    const TinyNeed *found = NULL;
    for (int i = 0; i < tiny->n_needs; i++) {
        const TinyNeed *need = &tiny->needs[i];
        bool own = need->role == role, groups = need->role == TINY_NONE && need->group == tiny->roles[role].group;
        if (need->skill != skill || !(own || groups)) continue;
        bool better = !found || (own && found->role == TINY_NONE);
        if (found && found->role == need->role)
            better = need->level > found->level || (need->level == found->level && need->weight > found->weight);
        if (better) found = need;
    }
    return found;
}

static bool preferred(const TinyCase *tiny, int person, int role)
{
    for (int i = 0; i < tiny->n_pins; i++) {
        const TinyPin *pin = &tiny->pins[i];
        if (pin->rule == TINY_PREFER && pin->person == person && (pin->roles >> role & 1)) return true;
    }
    return false;
}

/* With the families of `rules` alone: one that is taken away was never asked about. */
static bool interest_was_asked(const TinyRules *rules, int role)
{
    const TinyCase *tiny = rules->tiny;
    int group = tiny->roles[role].group, kind = tiny->groups[group].kind;
    if (tiny->kinds[kind].rated && tiny_rules_have(rules, TINY_RATINGS)) return true;
    for (int p = 0; p < tiny->n_people && tiny_rules_have(rules, TINY_CHOSEN); p++)
        if (tiny->people[p].group_choice[group] || tiny->people[p].focus_choice[kind]) return true;
    for (int i = 0; i < tiny->n_pins && tiny_rules_have(rules, TINY_PIN_PREFER); i++)
        if (tiny->pins[i].rule == TINY_PREFER && (tiny->pins[i].groups >> group & 1)) return true;
    for (int skill = 0; skill < tiny->n_skills && tiny_rules_have(rules, TINY_SKILL_INTEREST); skill++)
        if (tiny->interest_asked[skill] && need_of(tiny, role, skill)) return true;
    return false;
}

static int interest_in_skill(const TinyRules *rules, const TinyPerson *who, int skill)
{
    return tiny_rules_have(rules, TINY_SKILL_INTEREST) && who->interest[skill] > 0 ? who->interest[skill] : 0;
}

static int best_choice(const TinyRules *rules, const TinyPerson *who, int group)
{
    int by_group = who->group_choice[group], by_focus = who->focus_choice[rules->tiny->groups[group].kind];
    if (!tiny_rules_have(rules, TINY_CHOSEN)) return 0;
    return by_group > by_focus ? by_group : by_focus;
}

static Fraction interest_of(const TinyRules *rules, int person, int role)
{
    const TinyCase *tiny = rules->tiny;
    const TinyPerson *who = &tiny->people[person];
    int group = tiny->roles[role].group, rating = who->rating[tiny->groups[group].kind];
    if (tiny_rules_have(rules, TINY_PIN_PREFER) && preferred(tiny, person, role)) return (Fraction){1000, 1};
    if (tiny_rules_have(rules, TINY_RATINGS) && rating != TINY_NONE) return (Fraction){200 * rating, 1};
    Fraction by_skill = {0, 1}, by_choice = {200 * best_choice(rules, who, group), 1};
    int64_t top = 0, bottom = 0;
    for (int skill = 0; skill < tiny->n_skills; skill++) {
        const TinyNeed *need = need_of(tiny, role, skill);
        if (!need) continue;
        top += need->weight * interest_in_skill(rules, who, skill);
        bottom += need->weight * 5;
    }
    if (bottom) by_skill = (Fraction){1000 * top, bottom};
    return fraction_less(by_skill, by_choice) ? by_choice : by_skill;
}

static int64_t continuity_of(const TinyCase *tiny, int person, int role)
{
    int64_t continuity = 0;
    for (int other = 0; other < tiny->n_roles; other++)
        if (tiny->previous[person][other] && tiny->roles[other].group == tiny->roles[role].group)
            continuity = other == role || continuity == 1000 ? 1000 : 500;
    return continuity;
}

/* The four parts and which of them count. */
static void parts_of(const TinyRules *rules, Fraction parts[TINY_PARTS], bool counts[TINY_PARTS], int person, int role)
{
    const TinyCase *tiny = rules->tiny;
    const TinyPerson *who = &tiny->people[person];
    int64_t met = 0, wanted = 0, growth = 0;
    for (int skill = 0; skill < tiny->n_skills; skill++) {
        const TinyNeed *need = need_of(tiny, role, skill);
        if (!need) continue;
        int level = who->level[skill] > 0 ? who->level[skill] : 0, interest = interest_in_skill(rules, who, skill);
        if (level > need->level) level = need->level;
        met += need->weight * level;
        wanted += need->weight * need->level;
        growth += need->weight * (need->level - level) * interest;
    }
    parts[TINY_FIT] = (Fraction){1000 * met, wanted ? wanted : 1};
    parts[TINY_INTEREST] = interest_of(rules, person, role);
    parts[TINY_GROWTH] = (Fraction){1000 * growth, wanted ? 5 * wanted : 1};
    parts[TINY_CONTINUITY] = (Fraction){continuity_of(tiny, person, role), 1};
    counts[TINY_FIT] = counts[TINY_GROWTH] = wanted > 0;
    counts[TINY_INTEREST] = interest_was_asked(rules, role);
    counts[TINY_CONTINUITY] = tiny->has_previous && tiny_rules_have(rules, TINY_LAST_TIME);
}

int tiny_points(const TinyRules *rules, int parts[TINY_PARTS], int person, int role)
{
    Fraction of[TINY_PARTS], sum = {0, 1};
    bool counts[TINY_PARTS];
    parts_of(rules, of, counts, person, role);
    int64_t weight = 0;
    for (int i = 0; i < TINY_PARTS; i++) {
        if (parts) parts[i] = counts[i] ? (int)(of[i].top / of[i].bottom) : TINY_NONE;
        if (!counts[i]) continue;
        weight += rules->tiny->settings.weights[i];
        sum.top = sum.top * of[i].bottom + rules->tiny->settings.weights[i] * of[i].top * sum.bottom;
        sum.bottom *= of[i].bottom;
    }
    return weight ? (int)(sum.top / (sum.bottom * weight)) : 0;
}

/* Fit and interest by their weights, each 0 where it has no basis. */
static Fraction merit_of(const TinyRules *rules, int person, int role)
{
    const int *weights = rules->tiny->settings.weights;
    Fraction of[TINY_PARTS];
    bool counts[TINY_PARTS];
    parts_of(rules, of, counts, person, role);
    Fraction fit = of[TINY_FIT], interest = of[TINY_INTEREST];
    int64_t top = counts[TINY_FIT] ? weights[TINY_FIT] * fit.top * interest.bottom : 0;
    if (counts[TINY_INTEREST]) top += weights[TINY_INTEREST] * interest.top * fit.bottom;
    return (Fraction){top, fit.bottom * interest.bottom};
}

bool tiny_has_merit(const TinyRules *rules, int role)
{
    const int *weights = rules->tiny->settings.weights;
    Fraction of[TINY_PARTS];
    bool counts[TINY_PARTS];
    parts_of(rules, of, counts, 0, role);
    return (counts[TINY_FIT] && weights[TINY_FIT]) || (counts[TINY_INTEREST] && weights[TINY_INTEREST]);
}

int tiny_merit_order(const TinyRules *rules, int person, int other, int role)
{
    Fraction one = merit_of(rules, person, role), two = merit_of(rules, other, role);
    return fraction_less(two, one) - fraction_less(one, two);
}
