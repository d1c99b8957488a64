#include "explain/reasons.h"

#include "base/text_buffer.h"

enum { SKILLS_NAMED = 3, KEEN = 3 }; /* interest from which it is worth a word */

static const char separator[] = "; ";

static void begin_clause(TextBuffer *text)
{
    if (text->bytes.n) buffer_add(text, separator);
}

/* Heavier needs first, then those met, then by skill. */
static bool target_before(const Model *model, int person, const Target *a, const Target *b)
{
    if (a->weight != b->weight) return a->weight > b->weight;
    bool met_a = model_level(model, person, a->skill) >= a->level, met_b = model_level(model, person, b->skill) >= b->level;
    return met_a != met_b && met_a;
}

/* The best few needs that the person brings something for. */
static int best_targets(const Target *best[SKILLS_NAMED], const Model *model, int person, const Role *role)
{
    int n = 0;
    for (int i = role->first_target; i < role->first_target + role->n_targets; i++) {
        const Target *target = &model->targets[i];
        if (model_level(model, person, target->skill) < 1) continue;
        int at = n;
        while (at > 0 && target_before(model, person, target, best[at - 1])) at--;
        if (at == SKILLS_NAMED) continue;
        if (n < SKILLS_NAMED) n++;
        for (int move = n - 1; move > at; move--) best[move] = best[move - 1];
        best[at] = target;
    }
    return n;
}

static void add_levels(TextBuffer *text, const Model *model, int person, const Role *role)
{
    const Target *best[SKILLS_NAMED];
    int n = best_targets(best, model, person, role);
    for (int i = 0; i < n; i++)
        buffer_print(text, "%s%s %d (%d wanted)", i ? ", " : "Has ", names_get(model->skills, best[i]->skill),
                     model_level(model, person, best[i]->skill), best[i]->level);
    if (n == 0 && role->n_targets > 0)
        buffer_add(text, model->staff[person].answered ? "Has told no level above 0 in the skills wanted"
                                                       : "Has not answered a survey");
    if (role->n_targets == 0) buffer_add(text, "The role asks for no skill");
}

/* The highest rating of the group and its focus, and the best choice of them; false where nothing was said. */
static bool topic_interest(const Model *model, int person, const Group *group, int8_t *rating, int8_t *choice)
{
    *rating = LEVEL_NONE;
    *choice = 0;
    for (int i = 0; i < 3; i++) {
        const TopicAnswer *answer = group->topics[i] < 0 ? NULL : model_topic_answer(model, person, group->topics[i]);
        if (!answer) continue;
        if (answer->rating > *rating) *rating = answer->rating;
        if (answer->choice > *choice) *choice = answer->choice;
    }
    return *rating >= 0 || *choice > 0;
}

/* The skill wanted in which the person is keenest, -1 where in none. */
static int keenest_skill(const Model *model, int person, const Role *role)
{
    int keenest = -1, interest = KEEN - 1;
    for (int i = role->first_target; i < role->first_target + role->n_targets; i++) {
        int at = model_interest(model, person, model->targets[i].skill);
        if (at <= interest) continue;
        interest = at;
        keenest = model->targets[i].skill;
    }
    return keenest;
}

static void add_interest(TextBuffer *text, const Model *model, int person, const Role *role)
{
    int8_t rating, choice;
    if (topic_interest(model, person, &model->groups[role->group], &rating, &choice)) {
        begin_clause(text);
        if (rating >= 0) /* then no choice counts */
            buffer_print(text, "rated it %d of 5", rating);
        else
            buffer_add(text, choice == LEVEL_MAX ? "it was the first choice" : "chose it");
        return;
    }
    int skill = keenest_skill(model, person, role);
    if (skill < 0) return;
    begin_clause(text);
    buffer_print(text, "interest in %s is %d of 5", names_get(model->skills, skill), model_interest(model, person, skill));
}

/* A need not met yet that the person is keen on. */
static void add_growth(TextBuffer *text, const Model *model, int person, const Role *role)
{
    for (int i = role->first_target; i < role->first_target + role->n_targets; i++) {
        const Target *target = &model->targets[i];
        if (model_level(model, person, target->skill) >= target->level) continue;
        if (model_interest(model, person, target->skill) < KEEN) continue;
        begin_clause(text);
        buffer_print(text, "wants to learn %s", names_get(model->skills, target->skill));
        return;
    }
}

static void add_clause(TextBuffer *text, bool applies, const char *clause)
{
    if (!applies) return;
    begin_clause(text);
    buffer_add(text, clause);
}

CadreStatus reason_for_assignment(const char **reason, const Holdings *holdings, int person, int role, const ScoreParts *parts,
                                  Arena *arena, CadreError *err)
{
    const Model *model = holdings->model;
    TextBuffer text = {.arena = arena};
    add_levels(&text, model, person, &model->roles[role]);
    add_interest(&text, model, person, &model->roles[role]);
    add_growth(&text, model, person, &model->roles[role]);
    add_clause(&text, pin_set_has(&holdings->must, person, role), "the plan asks for it");
    add_clause(&text, pin_set_has(&holdings->prefer, person, role), "the plan prefers it");
    add_clause(&text, parts->continuity == POINTS_MAX, "did this last time");
    add_clause(&text, parts->continuity > 0 && parts->continuity < POINTS_MAX, "served in this group last time");
    buffer_add_byte(&text, '.');
    return buffer_text(reason, &text, err);
}

static void add_load(TextBuffer *text, const Holdings *holdings, int person)
{
    int n = holdings_count(holdings, person);
    const char *used = hours_words(holdings->hours[person], text->arena);
    const char *hours = hours_words(holdings->model->staff[person].hours, text->arena);
    if (used && hours)
        buffer_print(text, "Serves in %d group%s, using %s of %s hours.", n, n == 1 ? "" : "s", used, hours);
    else
        text->lost = true;
}

static bool any_group_open(const Model *model, int person)
{
    for (int group = 0; group < model->n_groups; group++)
        if (model->groups[group].site < 0 || model->groups[group].site == model->staff[person].site) return true;
    return false;
}

static void add_no_role_open(TextBuffer *text, const Model *model, int person)
{
    if (model->staff[person].away)
        buffer_add(text, "Away.");
    else if (!any_group_open(model, person))
        buffer_add(text, "No group is of their site or open to all.");
    else
        buffer_add(text, "No role is open to them: a required level, a position or a pin bars each.");
}

static void add_missed_role(TextBuffer *text, const Holdings *holdings, int person, int role, int points)
{
    const Model *model = holdings->model;
    Obstacle obstacle = holdings_obstacle(holdings, person, role);
    const char *words = obstacle_words(holdings, person, role, obstacle, text->arena);
    if (!words) text->lost = true;
    buffer_print(text, "Suits %s of %s best (%d points)%s %s%s.", model->roles[role].name,
                 model->groups[model->roles[role].group].name, points, obstacle == OBSTACLE_NONE ? " and" : ", but",
                 words ? words : "", obstacle == OBSTACLE_NONE ? ", but was not chosen" : "");
}

CadreStatus reason_for_person(const char **reason, const Holdings *holdings, int person, int best_role, int best_points,
                              Arena *arena, CadreError *err)
{
    TextBuffer text = {.arena = arena};
    if (holdings_count(holdings, person) > 0)
        add_load(&text, holdings, person);
    else if (best_role < 0)
        add_no_role_open(&text, holdings->model, person);
    else
        add_missed_role(&text, holdings, person, best_role, best_points);
    return buffer_text(reason, &text, err);
}
