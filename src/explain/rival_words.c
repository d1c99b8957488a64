#include "explain/rival_words.h"

void add_interest_fact(TextBuffer *text, const Holdings *holdings, int person, int role)
{
    Interest interest = interest_find(holdings, person, role);
    switch (interest.kind) {
    case INTEREST_NONE:
        words_add_n(text, PHRASE_FACT_NO_INTEREST, NULL, 0);
        break;
    case INTEREST_PREFERRED:
        words_add_n(text, PHRASE_FACT_PREFERRED, NULL, 0);
        break;
    case INTEREST_RATED:
        words_add(text, PHRASE_FACT_RATED, {"rating", words_number(interest.value, text->arena)});
        break;
    case INTEREST_CHOSE:
        words_add_n(text, (Phrase)((int)PHRASE_FACT_CHOICE_FIRST + LEVEL_MAX - interest.value), NULL, 0);
        break;
    case INTEREST_SKILL:
        words_add(text, PHRASE_FACT_SKILL_INTEREST, {"skill", names_get(holdings->model->skills, interest.skill)},
                  {"interest", words_number(interest.value, text->arena)});
        break;
    }
}

/* next: it goes on from a level fact of the same kind, "has Data 2 and Literacy 3". */
static void add_level_fact(TextBuffer *text, const Model *model, int person, int skill, bool next)
{
    int level = model_level(model, person, skill);
    const char *name = names_get(model->skills, skill);
    if (level < 0)
        words_add(text, next ? PHRASE_FACT_NO_LEVEL_NEXT : PHRASE_FACT_NO_LEVEL, {"skill", name});
    else
        words_add(text, next ? PHRASE_FACT_LEVEL_NEXT : PHRASE_FACT_LEVEL, {"skill", name},
                  {"level", words_number(level, text->arena)});
}

/* Set beside a rating or a choice, interest in skills is told as it counts: their mean, by weight. */
static void add_compared_interest(TextBuffer *text, const Holdings *holdings, int person, int role)
{
    if (interest_find(holdings, person, role).kind != INTEREST_SKILL) {
        add_interest_fact(text, holdings, person, role);
        return;
    }
    int tenths = score_parts(holdings->model, person, role).interest * 10 * LEVEL_MAX / POINTS_MAX;
    words_add(text, PHRASE_FACT_MEAN_INTEREST, {"interest", arena_print(text->arena, "%d.%d", tenths / 10, tenths % 10)});
}

static void add_skill_interest_fact(TextBuffer *text, const Model *model, int person, int skill)
{
    int interest = model_interest(model, person, skill);
    const char *name = names_get(model->skills, skill);
    if (interest < 1)
        words_add(text, PHRASE_FACT_NO_SKILL_INTEREST, {"skill", name});
    else
        words_add(text, PHRASE_FACT_SKILL_INTEREST, {"skill", name}, {"interest", words_number(interest, text->arena)});
}

static void add_last_time_fact(TextBuffer *text, const Model *model, int person, int role)
{
    int continuity = score_parts(model, person, role).continuity;
    words_add_n(text,
                continuity == POINTS_MAX ? PHRASE_FACT_SAME_LAST
                : continuity > 0         ? PHRASE_FACT_GROUP_LAST
                                         : PHRASE_FACT_NOT_LAST,
                NULL, 0);
}

/* Whether both are levels, both told or both not. */
static bool follows_level(const Model *model, int person, const Advantage *before, const Advantage *after)
{
    return before->kind == ADVANTAGE_LEVEL && after->kind == ADVANTAGE_LEVEL &&
           (model_level(model, person, before->skill) < 0) == (model_level(model, person, after->skill) < 0);
}

void add_facts(TextBuffer *text, const Holdings *holdings, int person, int role, const Advantage *list, int n)
{
    const Model *model = holdings->model;
    for (int i = 0; i < n; i++) {
        if (i > 0) words_add_n(text, PHRASE_AND, NULL, 0);
        switch (list[i].kind) {
        case ADVANTAGE_LEVEL:
            add_level_fact(text, model, person, list[i].skill, i > 0 && follows_level(model, person, &list[i - 1], &list[i]));
            break;
        case ADVANTAGE_INTEREST:
            add_compared_interest(text, holdings, person, role);
            break;
        case ADVANTAGE_SKILL_INTEREST:
            add_skill_interest_fact(text, model, person, list[i].skill);
            break;
        case ADVANTAGE_LAST_TIME:
            add_last_time_fact(text, model, person, role);
            break;
        }
    }
}

static const char *fact_words(const Rivals *rivals, int person, int role, const Advantage *list, int n, Arena *arena)
{
    TextBuffer text = {.arena = arena};
    const char *words;
    CadreError err;
    add_facts(&text, rivals->holdings, person, role, list, n);
    return buffer_text(&words, &text, &err) == CADRE_OK ? words : NULL;
}

static void add_ahead(TextBuffer *text, const Rivals *rivals, const Rivalry *between, const Advantage *list, int n)
{
    const char *rival = holdings_label(rivals->holdings, between->rival);
    if (n > 0)
        words_add(text, PHRASE_RIVAL_AHEAD, {"rival", rival},
                  {"facts", fact_words(rivals, between->rival, between->role, list, n, text->arena)});
    else
        words_add(text, PHRASE_RIVAL_AHEAD_POINTS, {"rival", rival}, {"points", words_number(between->points, text->arena)},
                  {"rival_points", words_number(between->rival_points, text->arena)});
}

/* Why the two do not change places within the group. */
static void add_in_group(TextBuffer *text, const Rivals *rivals, const Rivalry *between)
{
    static const Phrase phrases[] = {
        [IN_GROUP_CLOSED] = PHRASE_RIVAL_IN_GROUP_CLOSED, [IN_GROUP_LIMIT] = PHRASE_RIVAL_IN_GROUP_LIMIT,
        [IN_GROUP_MUST] = PHRASE_RIVAL_IN_GROUP_MUST,     [IN_GROUP_PINNED] = PHRASE_RIVAL_IN_GROUP_PINNED,
        [IN_GROUP_BEHIND] = PHRASE_RIVAL_IN_GROUP_BEHIND, [IN_GROUP_EVEN] = PHRASE_RIVAL_IN_GROUP_EVEN,
        [IN_GROUP_OTHER] = PHRASE_RIVAL_IN_GROUP_OTHER,
    };
    const Holdings *holdings = rivals->holdings;
    const char *obstacle = "";
    if (between->in_group == IN_GROUP_LIMIT)
        obstacle = obstacle_words(holdings, between->holder, between->rival_role, between->holder_obstacle, text->arena);
    words_add(text, phrases[between->in_group], {"role", holdings->model->roles[between->rival_role].name},
              {"holder", holdings_label(holdings, between->holder)}, {"fewer", words_number(between->fewer, text->arena)},
              {"obstacle", obstacle});
}

static void add_limit(TextBuffer *text, const Rivals *rivals, const Rivalry *between)
{
    if (between->obstacle == OBSTACLE_IN_GROUP && between->holder >= 0)
        add_in_group(text, rivals, between);
    else
        words_add(
            text, PHRASE_RIVAL_BUT,
            {"obstacle", obstacle_words(rivals->holdings, between->rival, between->role, between->obstacle, text->arena)});
}

static void add_coverage(TextBuffer *text, const Model *model, const Rivalry *between)
{
    static const Phrase phrases[2][2] = {{PHRASE_RIVAL_COVERAGE_FEW, PHRASE_RIVAL_COVERAGE_NONE},
                                         {PHRASE_RIVAL_COVERAGE_ROLE_FEW, PHRASE_RIVAL_COVERAGE_ROLE_NONE}};
    const Coverage *at = &model->coverages[between->source];
    words_add(text, phrases[at->role >= 0][between->have == 0], {"skill", names_get(model->skills, at->skill)},
              {"level", words_number(at->level, text->arena)}, {"have", words_number(between->have, text->arena)},
              {"needed", words_number(at->people, text->arena)}, {"role", at->role < 0 ? "" : model->roles[at->role].name});
}

static void add_mix(TextBuffer *text, const Model *model, const Rivalry *between)
{
    const Mix *at = &model->mixes[between->source];
    bool many = between->have > at->max;
    Phrase phrase = many ? PHRASE_RIVAL_MIX_MANY : between->have == 0 ? PHRASE_RIVAL_MIX_NONE : PHRASE_RIVAL_MIX_FEW;
    words_add(text, phrase, {"field", names_get(model->fields, at->field)},
              {"value", names_get(model->field_values[at->field], at->value)},
              {"have", words_number(between->have, text->arena)},
              {"needed", words_number(many ? at->max : at->min, text->arena)});
}

static void add_load(TextBuffer *text, const Rivals *rivals, const Rivalry *between)
{
    const Holdings *holdings = rivals->holdings;
    const char *holder = holdings_label(holdings, between->holder);
    int others = holdings_count(holdings, between->holder) - 1, more = holdings_count(holdings, between->rival);
    if (more > others && others > 0)
        words_add(text, PHRASE_RIVAL_OTHER_ROLES, {"more", words_number(more, text->arena)}, {"holder", holder},
                  {"others", words_number(others, text->arena)});
    else if (more > others)
        words_add(text, PHRASE_RIVAL_OTHER_ROLES_NONE, {"more", words_number(more, text->arena)}, {"holder", holder});
    else
        words_add_n(text, PHRASE_RIVAL_UNANSWERED, NULL, 0);
}

static void add_even(TextBuffer *text, const Rivalry *between, Phrase draw, Phrase changed)
{
    words_add_n(text, between->changes ? changed : draw, NULL, 0);
}

static void add_together(TextBuffer *text, const Holdings *holdings, const Rivalry *between)
{
    const char *other = holdings_label(holdings, between->other);
    if (between->mate == between->rival)
        words_add(text, PHRASE_RIVAL_TOGETHER_OWN, {"other", other});
    else
        words_add(text, PHRASE_RIVAL_TOGETHER, {"mate", holdings_label(holdings, between->mate)}, {"other", other});
}

/* What goes on from "Bo has more points for it (640)". */
void add_decision(TextBuffer *text, const Rivals *rivals, const Rivalry *between)
{
    const Holdings *holdings = rivals->holdings;
    const Model *model = holdings->model;
    switch (between->decision) {
    case DECIDED_ALONE:
    case DECIDED_POINTS:
        break;
    case DECIDED_LIMIT:
        add_limit(text, rivals, between);
        break;
    case DECIDED_MUST:
        words_add(text, PHRASE_RIVAL_MUST, {"holder", holdings_label(holdings, between->holder)});
        break;
    case DECIDED_APART:
        words_add(text, PHRASE_RIVAL_APART, {"other", holdings_label(holdings, between->other)});
        break;
    case DECIDED_TOGETHER:
        add_together(text, holdings, between);
        break;
    case DECIDED_CHANGES:
        words_add(text, PHRASE_RIVAL_CHANGES, {"n", words_number(model->settings.max_changes, text->arena)});
        break;
    case DECIDED_COVERAGE:
        add_coverage(text, model, between);
        break;
    case DECIDED_MIX:
        add_mix(text, model, between);
        break;
    case DECIDED_LOAD:
        add_load(text, rivals, between);
        break;
    case DECIDED_EVEN:
        add_even(text, between, PHRASE_RIVAL_DRAW, PHRASE_RIVAL_CHANGED);
        return;
    case DECIDED_OPEN:
        words_add(text, PHRASE_RIVAL_OPEN, {"gain", words_amount(between->gain, text->arena)});
        break;
    }
    if (between->even) add_even(text, between, PHRASE_RIVAL_EVEN_DRAW, PHRASE_RIVAL_EVEN_CHANGED);
}

void add_rivalry(TextBuffer *text, const Rivals *rivals, const Rivalry *between, const Advantage *list, int n)
{
    if (between->decision == DECIDED_ALONE) {
        words_add_n(text, PHRASE_RIVAL_NOBODY, NULL, 0);
        return;
    }
    if (between->decision == DECIDED_POINTS) {
        add_ahead(text, rivals, between, list, n);
        return;
    }
    words_add(text, between->rival_points > between->points ? PHRASE_RIVAL_MORE_POINTS : PHRASE_RIVAL_AS_MANY_POINTS,
              {"rival", holdings_label(rivals->holdings, between->rival)},
              {"rival_points", words_number(between->rival_points, text->arena)});
    add_decision(text, rivals, between);
}
