#include "tiny/tiny_rules.h"

typedef struct Fraction {
    int64_t top, bottom; /* bottom > 0 */
} Fraction;

static bool fraction_less(Fraction a, Fraction b) { return a.top * b.bottom < b.top * a.bottom; }

/* Level and weight of the role's need of a skill: its own row replaces the group's. */
static const TinyNeed *need_of(const TinyCase *tiny, int role, int skill)
{
    const TinyNeed *found = NULL;
    for (int i = 0; i < tiny->n_needs; i++) {
        const TinyNeed *need = &tiny->needs[i];
        if (need->group != tiny->roles[role].group || need->skill != skill) continue;
        if (need->role == role) return need;
        if (need->role == TINY_NONE) found = need;
    }
    return found;
}

static bool preferred(const TinyCase *tiny, int person, int role)
{
    for (int i = 0; i < tiny->n_pins; i++) {
        const TinyPin *pin = &tiny->pins[i];
        if (pin->rule == 2 && pin->person == person && pin->group == tiny->roles[role].group &&
            (pin->role == TINY_NONE || pin->role == role))
            return true;
    }
    return false;
}

static bool interest_was_asked(const TinyCase *tiny, int role)
{
    int group = tiny->roles[role].group;
    if (tiny->groups[group].focus != TINY_NONE) return true; /* every focus has a column */
    for (int p = 0; p < tiny->n_people; p++)
        if (tiny->people[p].choice[0] == group || tiny->people[p].choice[1] == group) return true;
    for (int i = 0; i < tiny->n_pins; i++)
        if (tiny->pins[i].rule == 2 && tiny->pins[i].group == group) return true;
    for (int skill = 0; skill < tiny->n_skills; skill++)
        if (tiny->interest_column[skill] && need_of(tiny, role, skill)) return true;
    return false;
}

static Fraction interest_of(const TinyCase *tiny, int person, int role)
{
    const TinyPerson *who = &tiny->people[person];
    int group = tiny->roles[role].group, focus = tiny->groups[group].focus;
    if (preferred(tiny, person, role)) return (Fraction){1000, 1};
    if (focus != TINY_NONE && who->rating[focus] != TINY_NONE) return (Fraction){200 * who->rating[focus], 1};
    Fraction by_skill = {0, 1};
    int64_t top = 0, bottom = 0;
    for (int skill = 0; skill < tiny->n_skills; skill++) {
        const TinyNeed *need = need_of(tiny, role, skill);
        if (!need) continue;
        top += need->weight * (who->interest[skill] > 0 ? who->interest[skill] : 0);
        bottom += need->weight * 5;
    }
    if (bottom) by_skill = (Fraction){1000 * top, bottom};
    int choice = who->choice[0] == group ? 5 : who->choice[1] == group ? 4 : 0;
    Fraction by_choice = {200 * choice, 1};
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
static void parts_of(const TinyCase *tiny, Fraction parts[TINY_PARTS], bool counts[TINY_PARTS], int person, int role)
{
    const TinyPerson *who = &tiny->people[person];
    int64_t met = 0, wanted = 0, growth = 0;
    for (int skill = 0; skill < tiny->n_skills; skill++) {
        const TinyNeed *need = need_of(tiny, role, skill);
        if (!need) continue;
        int level = who->level[skill] > 0 ? who->level[skill] : 0,
            interest = who->interest[skill] > 0 ? who->interest[skill] : 0;
        if (level > need->level) level = need->level;
        met += need->weight * level;
        wanted += need->weight * need->level;
        growth += need->weight * (need->level - level) * interest;
    }
    parts[TINY_FIT] = (Fraction){1000 * met, wanted ? wanted : 1};
    parts[TINY_INTEREST] = interest_of(tiny, person, role);
    parts[TINY_GROWTH] = (Fraction){1000 * growth, wanted ? 5 * wanted : 1};
    parts[TINY_CONTINUITY] = (Fraction){continuity_of(tiny, person, role), 1};
    counts[TINY_FIT] = counts[TINY_GROWTH] = wanted > 0;
    counts[TINY_INTEREST] = interest_was_asked(tiny, role);
    counts[TINY_CONTINUITY] = tiny->has_previous;
}

int tiny_points(const TinyCase *tiny, int parts[TINY_PARTS], int person, int role)
{
    Fraction of[TINY_PARTS], sum = {0, 1};
    bool counts[TINY_PARTS];
    parts_of(tiny, of, counts, person, role);
    int64_t weight = 0;
    for (int i = 0; i < TINY_PARTS; i++) {
        if (parts) parts[i] = counts[i] ? (int)(of[i].top / of[i].bottom) : TINY_NONE;
        if (!counts[i]) continue;
        weight += tiny->weights[i];
        sum.top = sum.top * of[i].bottom + tiny->weights[i] * of[i].top * sum.bottom;
        sum.bottom *= of[i].bottom;
    }
    return weight ? (int)(sum.top / (sum.bottom * weight)) : 0;
}
