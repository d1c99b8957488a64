#include "explain/why_not.h"

#include "explain/level_changes.h"
#include "explain/limit_changes.h"
#include "program/person_rules.h"

static void add_way(WhyNot *out, const Alteration *changes, int n)
{
    if (n == 0 || n > 3 || out->n_ways == WAYS_MOST) return;
    WayIn *way = &out->ways[out->n_ways++];
    *way = (WayIn){.n_changes = n};
    for (int i = 0; i < n; i++) way->changes[i] = changes[i];
}

/* All levels that the role requires at once: nothing less makes them eligible. */
static void add_required_levels(WhyNot *out, const Model *model)
{
    Alteration changes[LEVEL_CHANGES_MOST];
    int steps, n = level_changes(changes, &steps, model, out->person, out->role);
    add_way(out, changes, n);
}

/* One level more in each skill wanted of which they have less than is wanted. */
static void add_level_ways(WhyNot *out, const Model *model)
{
    const Role *role = &model->roles[out->role];
    for (int i = role->first_target; i < role->first_target + role->n_targets; i++) {
        const Target *target = &model->targets[i];
        int level = level_held(model, out->person, target->skill);
        if (level >= target->level) continue;
        Alteration change = alteration_to(ALTER_LEVEL, out->person, -1, target->skill, level + 1);
        add_way(out, &change, 1);
    }
}

/* The limits that keep them from the role beside what they have, raised together. */
static void add_limit_way(WhyNot *out, const Holdings *holdings)
{
    Alteration changes[LIMIT_CHANGES_MOST];
    int steps, n = limit_changes(changes, &steps, holdings, out->person, out->role);
    add_way(out, changes, n);
}

static void add_slot_way(WhyNot *out, const Holdings *holdings)
{
    int group = holdings->model->roles[out->role].group;
    for (int i = holdings->first[out->person]; i < holdings->first[out->person + 1]; i++) {
        int held = holdings->model->roles[holdings->assignments[i].role].group;
        if (held == group || !model_groups_clash(holdings->model, held, group)) continue;
        Alteration change = alteration_of(ALTER_MEETS, -1, group, -1);
        add_way(out, &change, 1);
        return;
    }
}

/* The position allowed, and the levels that it requires beside. */
static void add_position_way(WhyNot *out, const Model *model)
{
    const Person *person = &model->staff[out->person];
    Alteration changes[LEVEL_CHANGES_MOST + 1];
    int steps, n = level_changes(changes, &steps, model, out->person, out->role);
    for (int i = person->first_attribute; i < person->first_attribute + person->n_attributes; i++) {
        if (model->attributes[i].field != FIELD_POSITION) continue;
        changes[n++] = alteration_to(ALTER_POSITION, -1, out->role, -1, model->attributes[i].value);
        add_way(out, changes, n);
        return;
    }
}

static void ways_find(WhyNot *out, const Holdings *holdings)
{
    const Model *model = holdings->model;
    Alteration unpin = alteration_to(ALTER_UNPIN, out->person, out->role, -1, 0);
    switch (out->barrier) {
    case BARRIER_MUST:
        add_required_levels(out, model);
        return;
    case BARRIER_POSITION:
        add_position_way(out, model);
        return;
    case BARRIER_NEVER:
        add_way(out, &unpin, 1);
        return;
    case BARRIER_AWAY:
    case BARRIER_SITE:
        return;
    case BARRIER_NONE:
        break;
    }
    add_level_ways(out, model);
    add_limit_way(out, holdings);
    add_slot_way(out, holdings);
}

/* Where nothing else bars a pair that has no points, a never pin does. */
static void barrier_find(WhyNot *out, const WhatIf *what_if)
{
    out->barrier = eligibility_barrier(&what_if->part.model, out->person, out->role, &out->barrier_from);
    if (out->barrier == BARRIER_NONE && score_find(&what_if->scores, out->person, out->role) < 0) out->barrier = BARRIER_NEVER;
}

static WhatIfQuestion question_of(const WayIn *way, const Alteration *must)
{
    WhatIfQuestion question = {.n = way->n_changes};
    for (int i = 0; i < way->n_changes; i++) question.alterations[i] = way->changes[i];
    if (must) question.alterations[question.n++] = *must;
    return question;
}

/* Under a floor the value is only the last that counts. */
static bool as_good(const WhatIfAnswer *with, const WhatIfAnswer *without)
{
    bool before = without->floor < 0 || (with->parts.shortages <= without->parts.shortages && with->floor >= without->floor);
    return with->possible && before && with->value >= without->bound;
}

static CadreStatus ask(WhyNot *out, const WhatIf *what_if, Arena *arena, CadreError *err)
{
    WhatIfQuestion questions[2 * WAYS_MOST + 1];
    WhatIfAnswer answers[2 * WAYS_MOST + 1];
    Alteration must = alteration_of(ALTER_MUST, out->person, what_if->part.model.roles[out->role].group, out->role);
    int n = 0;
    bool eligible = out->barrier == BARRIER_NONE;
    questions[0] = (WhatIfQuestion){.alterations = {must}, .n = 1, .moves = true};
    n += eligible;
    for (int i = 0; i < out->n_ways; i++) {
        questions[n++] = question_of(&out->ways[i], &must);
        questions[n++] = question_of(&out->ways[i], NULL);
    }
    TRY(what_if_ask(answers, what_if, questions, n, arena, err));
    n = 0;
    if (eligible) out->with = answers[n++];
    for (int i = 0; i < out->n_ways; i++) {
        WayIn *way = &out->ways[i];
        way->with = answers[n++];
        way->without = answers[n++];
        way->suffices = as_good(&way->with, &way->without);
    }
    if (out->with.possible) TRY(difference_make(&out->difference, what_if, &out->with, arena, err));
    if (out->with.known && !out->with.possible && out->alone < 0)
        TRY(what_if_because(&out->because, what_if, &questions[0], arena, err));
    return CADRE_OK;
}

CadreStatus why_not_make(WhyNot *out, const WhatIf *what_if, const Holdings *holdings, int person, int role, Arena *arena,
                         CadreError *err)
{
    *out = (WhyNot){.person = person, .role = role, .alone = -1, .because = ""};
    out->holds = holdings_role_in(holdings, person, what_if->part.model.roles[role].group) == role;
    if (out->holds) return CADRE_OK;
    barrier_find(out, what_if);
    if (out->barrier == BARRIER_NONE) out->alone = program_role_obstacle(&what_if->program, person, role);
    ways_find(out, holdings);
    return ask(out, what_if, arena, err);
}
