#include "explain/reasons.h"

#include "explain/rival_words.h"

enum { SKILLS_NAMED = 3, SKILLS_BEFORE_RIVAL = 2, KEEN = 3 /* interest from which it is worth a word */ };

/* One sentence as it grows. */
typedef struct Reason {
    TextBuffer text;
    const Rivals *rivals;
    const Holdings *holdings;
    const Model *model;
    const Role *of;
    int person, role;
    Rivalry between; /* with the best person not chosen; DECIDED_ALONE where no rival is told */
    bool tells_rival;
    Advantage ahead[ADVANTAGES_MAX];
    int n_ahead;
} Reason;

static void begin_clause(Reason *reason, Phrase separator)
{
    if (reason->text.bytes.n) words_add_n(&reason->text, separator, NULL, 0);
}

static void add_clause(Reason *reason, bool applies, Phrase clause)
{
    if (!applies) return;
    begin_clause(reason, PHRASE_REASON_CLAUSE);
    words_add_n(&reason->text, clause, NULL, 0);
}

static bool is_compared(const Reason *reason, int skill)
{
    for (int i = 0; i < reason->n_ahead; i++)
        if (reason->ahead[i].kind == ADVANTAGE_LEVEL && reason->ahead[i].skill == skill) return true;
    return false;
}

/* Heavier needs first, then those met, then by skill. */
static bool target_before(const Reason *reason, const Target *a, const Target *b)
{
    if (a->weight != b->weight) return a->weight > b->weight;
    bool met_a = model_level(reason->model, reason->person, a->skill) >= a->level;
    return met_a && model_level(reason->model, reason->person, b->skill) < b->level;
}

/* Place a need among the best few by the order above; `most` are kept. */
static int keep_target(const Target *best[SKILLS_NAMED], int n, int most, const Reason *reason, const Target *target)
{
    int at = n;
    while (at > 0 && target_before(reason, target, best[at - 1])) at--;
    if (at == most) return n;
    if (n < most) n++;
    for (int move = n - 1; move > at; move--) best[move] = best[move - 1];
    best[at] = target;
    return n;
}

/* The best few needs that the person brings something for. Before a rival: those in which the rival has less, and of the others
 * one, or two where there are none. */
static int best_targets(const Target *best[SKILLS_NAMED], const Reason *reason)
{
    const Role *role = reason->of;
    const Target *others[SKILLS_NAMED];
    int n = 0, n_others = 0, most = !reason->tells_rival ? SKILLS_NAMED : SKILLS_BEFORE_RIVAL;
    if (advantages_tell(reason->ahead, reason->n_ahead, ADVANTAGE_LEVEL)) most = 1;
    for (int i = role->first_target; i < role->first_target + role->n_targets; i++) {
        const Target *target = &reason->model->targets[i];
        if (model_level(reason->model, reason->person, target->skill) < 1) continue;
        if (is_compared(reason, target->skill))
            n = keep_target(best, n, SKILLS_NAMED, reason, target);
        else
            n_others = keep_target(others, n_others, most, reason, target);
    }
    for (int i = 0; i < n_others; i++) n = keep_target(best, n, SKILLS_NAMED, reason, others[i]);
    return n;
}

static void add_levels(Reason *reason)
{
    const Target *best[SKILLS_NAMED];
    const Model *model = reason->model;
    TextBuffer *text = &reason->text;
    int n = best_targets(best, reason);
    for (int i = 0; i < n; i++)
        words_add(text, i ? PHRASE_REASON_LEVEL_NEXT : PHRASE_REASON_LEVEL_FIRST,
                  {"skill", names_get(model->skills, best[i]->skill)},
                  {"level", words_number(model_level(model, reason->person, best[i]->skill), text->arena)},
                  {"wanted", words_number(best[i]->level, text->arena)});
    if (n > 0) return;
    if (reason->of->n_targets == 0)
        words_add_n(text, PHRASE_REASON_NO_SKILL, NULL, 0);
    else
        words_add_n(text, model->staff[reason->person].answered ? PHRASE_REASON_NO_LEVEL : PHRASE_REASON_NO_ANSWER, NULL, 0);
}

/* Interest that was told, and that in a skill only from KEEN on, unless it is what sets them apart. */
static void add_interest(Reason *reason)
{
    Interest interest = interest_find(reason->holdings, reason->person, reason->role);
    for (int i = 0; i < reason->n_ahead; i++) {
        if (reason->ahead[i].kind != ADVANTAGE_SKILL_INTEREST) continue;
        begin_clause(reason, PHRASE_REASON_COMMA);
        add_facts(&reason->text, reason->holdings, reason->person, reason->role, &reason->ahead[i], 1);
        if (interest.kind == INTEREST_SKILL) return;
    }
    bool compared = advantages_tell(reason->ahead, reason->n_ahead, ADVANTAGE_INTEREST);
    if (interest.kind == INTEREST_PREFERRED) add_clause(reason, true, PHRASE_REASON_PREFER);
    if (interest.kind == INTEREST_NONE || interest.kind == INTEREST_PREFERRED) return;
    if (interest.kind == INTEREST_SKILL && interest.value < KEEN && !compared) return;
    begin_clause(reason, PHRASE_REASON_COMMA);
    if (compared)
        add_facts(&reason->text, reason->holdings, reason->person, reason->role,
                  &(Advantage){.kind = ADVANTAGE_INTEREST, .skill = -1}, 1);
    else
        add_interest_fact(&reason->text, reason->holdings, reason->person, reason->role);
}

/* A need not met yet that the person is keen on. */
static void add_growth(Reason *reason)
{
    const Model *model = reason->model;
    for (int i = reason->of->first_target; i < reason->of->first_target + reason->of->n_targets; i++) {
        const Target *target = &model->targets[i];
        if (model_level(model, reason->person, target->skill) >= target->level) continue;
        if (model_interest(model, reason->person, target->skill) < KEEN) continue;
        begin_clause(reason, PHRASE_REASON_CLAUSE);
        words_add(&reason->text, PHRASE_REASON_LEARN, {"skill", names_get(model->skills, target->skill)});
        return;
    }
}

static void add_last_time(Reason *reason, const ScoreParts *parts)
{
    bool compared = advantages_tell(reason->ahead, reason->n_ahead, ADVANTAGE_LAST_TIME);
    if (parts->continuity <= 0 || (reason->tells_rival && !compared)) return;
    begin_clause(reason, compared ? PHRASE_REASON_COMMA : PHRASE_REASON_CLAUSE);
    words_add_n(&reason->text, parts->continuity == POINTS_MAX ? PHRASE_FACT_SAME_LAST : PHRASE_FACT_GROUP_LAST, NULL, 0);
}

/* The rule of the group that would be short without a member. */
static void add_binding_rule(Reason *reason)
{
    const Model *model = reason->model;
    TextBuffer *text = &reason->text;
    int coverage, mix;
    binding_rule(&coverage, &mix, reason->rivals, reason->person, reason->role);
    if (coverage < 0 && mix < 0) return;
    begin_clause(reason, PHRASE_REASON_CLAUSE);
    if (coverage >= 0) {
        const Coverage *at = &model->coverages[coverage];
        words_add(text, PHRASE_REASON_COVERS, {"needed", words_number(at->people, text->arena)},
                  {"skill", names_get(model->skills, at->skill)}, {"level", words_number(at->level, text->arena)});
        return;
    }
    const Mix *at = &model->mixes[mix];
    words_add(text, PHRASE_REASON_MIXES, {"needed", words_number(at->min, text->arena)},
              {"field", names_get(model->fields, at->field)}, {"value", names_get(model->field_values[at->field], at->value)});
}

/* Whether the role that suits the person best, in another group, would be theirs to ask for, were they without this one. */
static bool gives_up(const Reason *reason, int best)
{
    const Holdings *holdings = reason->holdings;
    if (best < 0 || holdings_role_in(holdings, reason->person, reason->model->roles[best].group) >= 0) return false;
    int points = rival_points(reason->rivals, reason->person, best), weakest = reason->rivals->weakest[best];
    if (points <= rival_points(reason->rivals, reason->person, reason->role)) return false;
    if (holdings_limit(holdings, reason->person, best) == OBSTACLE_NONE) return false;
    if (holdings_limit_without(holdings, reason->person, best, reason->role) != OBSTACLE_NONE) return false;
    bool free = holdings->seated[best] < reason->model->roles[best].max;
    return free || (weakest >= 0 && rival_points(reason->rivals, weakest, best) < points);
}

static void add_given_up(Reason *reason)
{
    int best = holdings_best_role(reason->holdings, reason->person);
    if (!gives_up(reason, best)) return;
    begin_clause(reason, PHRASE_REASON_CLAUSE);
    words_add(&reason->text, PHRASE_REASON_GIVES_UP, {"role", reason->model->roles[best].name},
              {"group", reason->model->groups[reason->model->roles[best].group].name},
              {"holder", holdings_label(reason->holdings, reason->person)},
              {"points", words_number(rival_points(reason->rivals, reason->person, best), reason->text.arena)});
}

/* A leader's rival is the best person not chosen; a member's one who is free for it and has more points. */
static void find_rival(Reason *reason, bool must)
{
    const Rivals *rivals = reason->rivals;
    int rival = reason->of->leads ? rivals->rival[reason->role] : rivals->free_rival[reason->role];
    reason->between = rivalry_find(rivals, reason->person, reason->role, rival);
    reason->tells_rival = reason->of->leads || (rival >= 0 && !must && reason->between.rival_points > reason->between.points);
    if (reason->tells_rival && reason->between.decision == DECIDED_POINTS)
        reason->n_ahead = advantages_find(reason->ahead, reason->holdings, reason->person, rival, reason->role);
}

/* Whether what is said of the rival says too that the plan asks for the holder. */
static bool tells_must(const Reason *reason)
{
    const Rivalry *between = &reason->between;
    if (!reason->tells_rival) return false;
    bool in_group = between->decision == DECIDED_LIMIT && between->obstacle == OBSTACLE_IN_GROUP;
    return between->decision == DECIDED_MUST || (in_group && between->in_group == IN_GROUP_PINNED);
}

CadreStatus reason_for_assignment(const char **reason, const Rivals *rivals, int person, int role, const ScoreParts *parts,
                                  Arena *arena, CadreError *err)
{
    const Model *model = rivals->holdings->model;
    Reason it = {.text = {.arena = arena}, .rivals = rivals, .holdings = rivals->holdings, .model = model, .person = person};
    bool must = pin_set_has(&rivals->holdings->must, person, role);
    it.role = role;
    it.of = &model->roles[role];
    find_rival(&it, must);
    add_levels(&it);
    add_interest(&it);
    if (!it.tells_rival) add_growth(&it);
    add_last_time(&it, parts);
    add_clause(&it, must && !tells_must(&it), PHRASE_REASON_MUST);
    if (it.tells_rival) {
        begin_clause(&it, PHRASE_REASON_CLAUSE);
        add_rivalry(&it.text, rivals, &it.between, it.ahead, it.n_ahead);
    } else if (!must) {
        add_binding_rule(&it);
    }
    add_given_up(&it);
    words_add_n(&it.text, PHRASE_REASON_END, NULL, 0);
    return buffer_text(reason, &it.text, err);
}
