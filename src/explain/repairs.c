/* One search serves all kinds of shortage: among the people whom a shortage is about (an eligible person, one at the level
 * wanted, one with the value wanted) it takes first those whom nothing keeps from the group, then those kept by a limit of
 * their own, of each the one with the most points. Where there is nobody, the nearest below is named. */
#include "explain/repairs.h"

#include "explain/wording.h"
#include "score/eligibility.h"

CadreStatus shortage_words(const char **words, const Model *model, const Shortage *shortage, Arena *arena, CadreError *err)
{
    static const Phrase phrases[] = {[SHORTAGE_ROLE] = PHRASE_SHORT_ROLE,
                                     [SHORTAGE_SIZE] = PHRASE_SHORT_SIZE,
                                     [SHORTAGE_COVERAGE] = PHRASE_SHORT_COVERAGE,
                                     [SHORTAGE_MIX] = PHRASE_SHORT_MIX_FEW};
    TextBuffer text = {.arena = arena};
    Phrase phrase = phrases[shortage->kind];
    if (shortage->kind == SHORTAGE_COVERAGE && shortage->role >= 0) phrase = PHRASE_SHORT_COVERAGE_ROLE;
    if (shortage->kind == SHORTAGE_MIX && shortage->have > shortage->needed) phrase = PHRASE_SHORT_MIX_MANY;
    words_add(&text, phrase, {"group", model->groups[shortage->group].name},
              {"role", shortage->role < 0 ? "" : model->roles[shortage->role].name},
              {"have", words_number(shortage->have, arena)}, {"needed", words_number(shortage->needed, arena)},
              {"skill", shortage->skill < 0 ? "" : names_get(model->skills, shortage->skill)},
              {"level", words_number(shortage->level, arena)},
              {"field", shortage->field < 0 ? "" : names_get(model->fields, shortage->field)},
              {"value", shortage->field < 0 ? "" : names_get(model->field_values[shortage->field], shortage->value)});
    return buffer_text(words, &text, err);
}

typedef struct Candidate {
    int person, role, points;
    Obstacle obstacle;
} Candidate;

/* Whether one more like this person would mend it. Who is in the group counts already where no role is named. */
static bool fits_shortage(const Holdings *holdings, int person, const Shortage *shortage)
{
    const Model *model = holdings->model;
    int held = holdings_role_in(holdings, person, shortage->group);
    if (held >= 0 && (shortage->role < 0 || held == shortage->role)) return false;
    if (shortage->kind == SHORTAGE_COVERAGE) return model_level(model, person, shortage->skill) >= shortage->level;
    if (shortage->kind == SHORTAGE_MIX) return model_has_attribute(model, person, shortage->field, shortage->value);
    return true;
}

/* 0: free; 1: kept by a limit of their own; 2: the seats are taken; 3: in the group already. */
static int obstacle_rank(Obstacle obstacle)
{
    switch (obstacle) {
    case OBSTACLE_NONE:
        return 0;
    case OBSTACLE_HOURS:
    case OBSTACLE_GROUPS:
    case OBSTACLE_LEADS:
    case OBSTACLE_SLOT:
        return 1;
    case OBSTACLE_ROLE_FULL:
    case OBSTACLE_GROUP_FULL:
        return 2;
    case OBSTACLE_IN_GROUP:
        break;
    }
    return 3;
}

static bool candidate_before(const Candidate *a, const Candidate *b)
{
    int rank_a = obstacle_rank(a->obstacle), rank_b = obstacle_rank(b->obstacle);
    return rank_a != rank_b ? rank_a < rank_b : a->points > b->points;
}

/* The best person for the shortage over its role, or over all roles of its group; person is -1 where there is none. */
static Candidate find_candidate(const Holdings *holdings, const Shortage *shortage)
{
    const Model *model = holdings->model;
    const Group *group = &model->groups[shortage->group];
    int first = shortage->role >= 0 ? shortage->role : group->first_role;
    int end = shortage->role >= 0 ? shortage->role + 1 : group->first_role + group->n_roles;
    Candidate best = {.person = -1};
    for (int near = 0; near < holdings_n_near(holdings, shortage->group); near++) {
        int person = holdings_near(holdings, shortage->group, near);
        if (!fits_shortage(holdings, person, shortage)) continue;
        for (int role = first; role < end; role++) {
            int64_t pair = score_find(holdings->scores, person, role);
            if (pair < 0) continue;
            Candidate at = {person, role, holdings->scores->points[pair], holdings_obstacle(holdings, person, role)};
            Obstacle own = holdings_limit(holdings, person, role); /* says more than that the seats are taken */
            if (own != OBSTACLE_NONE && at.obstacle != OBSTACLE_IN_GROUP) at.obstacle = own;
            if (best.person < 0 || candidate_before(&at, &best)) best = at;
        }
    }
    return best;
}

static void add_candidate(TextBuffer *text, const Holdings *holdings, const Shortage *shortage, const Candidate *candidate)
{
    const Model *model = holdings->model;
    bool has_level = shortage->kind == SHORTAGE_COVERAGE;
    words_add(text, has_level ? PHRASE_NEAR_LEVEL : PHRASE_NEAR, {"person", holdings_label(holdings, candidate->person)},
              {"skill", has_level ? names_get(model->skills, shortage->skill) : ""},
              {"level", words_number(has_level ? model_level(model, candidate->person, shortage->skill) : 0, text->arena)},
              {"role", model->roles[candidate->role].name}, {"points", words_number(candidate->points, text->arena)},
              {"but", candidate->obstacle == OBSTACLE_NONE ? " and" : ", but"},
              {"obstacle", obstacle_words(holdings, candidate->person, candidate->role, candidate->obstacle, text->arena)});
}

/* Levels that the person lacks to what the role requires; 0 where they lack none, or site, position or absence bar them. */
static int missing_levels(const Model *model, int person, int role, const Bar **worst)
{
    const Role *of = &model->roles[role];
    int missing = 0, most = 0;
    if (eligibility_barrier(model, person, role, NULL) != BARRIER_MUST) return 0;
    for (int i = of->first_bar; i < of->first_bar + of->n_bars; i++) {
        const Bar *bar = &model->bars[i];
        int level = model_level(model, person, bar->skill);
        int lacks = bar->level - (level < 0 ? 0 : level);
        if (lacks <= 0) continue;
        missing += lacks;
        if (lacks <= most) continue;
        most = lacks;
        *worst = bar;
    }
    return missing;
}

/* Nobody may hold the role: who lacks least of what it requires. */
static void add_nearest_eligible(TextBuffer *text, const Holdings *holdings, int role)
{
    const Model *model = holdings->model;
    int nearest = -1, least = 0;
    const Bar *bar = NULL;
    for (int at = 0; at < holdings_n_near(holdings, model->roles[role].group); at++) {
        int person = holdings_near(holdings, model->roles[role].group, at);
        const Bar *worst = NULL;
        int missing = missing_levels(model, person, role, &worst);
        if (missing < 1 || (nearest >= 0 && missing >= least)) continue;
        nearest = person;
        least = missing;
        bar = worst;
    }
    if (nearest < 0 || !bar) {
        words_add_plain(text, PHRASE_NEAR_NOBODY_ROLE);
        return;
    }
    int level = model_level(model, nearest, bar->skill);
    words_add(text, PHRASE_NEAR_BARRED, {"person", holdings_label(holdings, nearest)},
              {"skill", names_get(model->skills, bar->skill)}, {"level", words_number(level < 0 ? 0 : level, text->arena)},
              {"required", words_number(bar->level, text->arena)});
}

/* Nobody outside has the level: who in the group, else among those who may join, could learn it soonest. */
static void add_nearest_level(TextBuffer *text, const Holdings *holdings, const Shortage *shortage)
{
    const Model *model = holdings->model;
    const Group *group = &model->groups[shortage->group];
    int nearest = -1, best_level = 0;
    for (int at = 0; at < holdings_n_near(holdings, shortage->group); at++) {
        int person = holdings_near(holdings, shortage->group, at);
        int held = holdings_role_in(holdings, person, shortage->group);
        if (held < 0 || (shortage->role >= 0 && held != shortage->role)) continue;
        int level = model_level(model, person, shortage->skill);
        if (level >= shortage->level || level <= best_level) continue;
        nearest = person;
        best_level = level;
    }
    words_add(text, nearest >= 0 ? PHRASE_NEAR_TRAIN : PHRASE_NEAR_NO_LEVEL,
              {"person", nearest >= 0 ? holdings_label(holdings, nearest) : ""}, {"group", group->name},
              {"skill", names_get(model->skills, shortage->skill)}, {"level", words_number(best_level, text->arena)},
              {"wanted", words_number(shortage->level, text->arena)});
}

static void add_nobody(TextBuffer *text, const Holdings *holdings, const Shortage *shortage)
{
    const Model *model = holdings->model;
    switch (shortage->kind) {
    case SHORTAGE_ROLE:
        add_nearest_eligible(text, holdings, shortage->role);
        break;
    case SHORTAGE_SIZE:
        words_add_plain(text, PHRASE_NEAR_NOBODY_JOINS);
        break;
    case SHORTAGE_COVERAGE:
        add_nearest_level(text, holdings, shortage);
        break;
    case SHORTAGE_MIX:
        words_add(text, PHRASE_NEAR_NO_VALUE, {"field", names_get(model->fields, shortage->field)},
                  {"value", names_get(model->field_values[shortage->field], shortage->value)});
        break;
    }
}

CadreStatus shortage_repair(const char **repair, const Holdings *holdings, const Shortage *shortage, Arena *arena,
                            CadreError *err)
{
    TextBuffer text = {.arena = arena};
    if (shortage->kind == SHORTAGE_MIX && shortage->have > shortage->needed) {
        words_add(&text, PHRASE_NEAR_TOO_MANY, {"n", words_number(shortage->have - shortage->needed, arena)});
        return buffer_text(repair, &text, err);
    }
    Candidate candidate = find_candidate(holdings, shortage);
    if (candidate.person >= 0)
        add_candidate(&text, holdings, shortage, &candidate);
    else
        add_nobody(&text, holdings, shortage);
    return buffer_text(repair, &text, err);
}
