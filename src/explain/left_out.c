#include "explain/left_out.h"

#include "explain/rival_words.h"

/* The role that suits a person best, as phrases name it. */
typedef struct Missed {
    const Rivals *rivals;
    const Holdings *holdings;
    const Model *model;
    int person, role, group;
    const char *role_name, *group_name, *points;
} Missed;

static void add_load(TextBuffer *text, const Holdings *holdings, int person)
{
    words_add(text, PHRASE_PERSON_LOAD, {"n", words_number(holdings_count(holdings, person), text->arena)},
              {"used", hours_words(holdings->hours[person], text->arena)},
              {"hours", hours_words(holdings->model->staff[person].hours, text->arena)});
}

static bool any_group_open(const Model *model, int person)
{
    for (int group = 0; group < model->n_groups; group++)
        if (model->groups[group].site < 0 || model->groups[group].site == model->staff[person].site) return true;
    return false;
}

static void add_no_role_open(TextBuffer *text, const Model *model, int person)
{
    Phrase phrase = model->staff[person].away        ? PHRASE_PERSON_AWAY
                    : !any_group_open(model, person) ? PHRASE_PERSON_NO_GROUP
                                                     : PHRASE_PERSON_NO_ROLE;
    words_add_n(text, phrase, NULL, 0);
}

static void add_suits(TextBuffer *text, const Missed *missed)
{
    words_add(text, PHRASE_PERSON_SUITS, {"role", missed->role_name}, {"group", missed->group_name},
              {"points", missed->points});
}

static const char *facts_of(const Missed *missed, int person, const Advantage *list, int n, Arena *arena)
{
    TextBuffer text = {.arena = arena};
    const char *words;
    CadreError err;
    add_facts(&text, missed->holdings, person, missed->role, list, n);
    return buffer_text(&words, &text, &err) == CADRE_OK ? words : NULL;
}

/* The seats are taken: set beside the holder with the fewest points. */
static void add_beside_holder(TextBuffer *text, const Missed *missed, int holder)
{
    Rivalry between = rivalry_find(missed->rivals, holder, missed->role, missed->person);
    const char *name = holdings_label(missed->holdings, holder);
    if (between.decision != DECIDED_POINTS) {
        words_add(text, PHRASE_PERSON_BESIDE, {"role", missed->role_name}, {"group", missed->group_name}, {"holder", name},
                  {"points", missed->points}, {"holder_points", words_number(between.points, text->arena)});
        return;
    }
    Advantage list[ADVANTAGES_MAX];
    int n = advantages_find(list, missed->holdings, holder, missed->person, missed->role);
    int holders = missed->holdings->seated[missed->role];
    if (n > 0)
        words_add(text, holders > 1 ? PHRASE_PERSON_BEHIND_ALL : PHRASE_PERSON_BEHIND, {"role", missed->role_name},
                  {"group", missed->group_name}, {"holder", name}, {"n", words_number(holders, text->arena)},
                  {"own", facts_of(missed, missed->person, list, n, text->arena)},
                  {"facts", facts_of(missed, holder, list, n, text->arena)});
    else
        words_add(text, PHRASE_PERSON_BEHIND_POINTS, {"role", missed->role_name}, {"group", missed->group_name},
                  {"holder", name}, {"points", missed->points}, {"holder_points", words_number(between.points, text->arena)});
}

void add_not_taken(TextBuffer *text, const Rivals *rivals, int person, int role)
{
    const Holdings *holdings = rivals->holdings;
    const Model *model = holdings->model;
    int group = model->roles[role].group;
    Rivalry joined = rivalry_join(rivals, person, role);
    bool full = holdings->size[group] >= model->groups[group].max_size;
    if (full && joined.decision != DECIDED_LIMIT) {
        words_add(text, PHRASE_PERSON_GROUP_FULL, {"n", words_number(holdings->size[group], text->arena)});
    } else if (joined.decision == DECIDED_MIX) {
        const Mix *mix = &model->mixes[joined.source];
        words_add(text, PHRASE_PERSON_MIX, {"needed", words_number(mix->max, text->arena)},
                  {"field", names_get(model->fields, mix->field)},
                  {"value", names_get(model->field_values[mix->field], mix->value)});
    } else if (joined.decision == DECIDED_EVEN || joined.decision == DECIDED_COVERAGE || joined.decision == DECIDED_LOAD) {
        words_add_n(text, PHRASE_PERSON_ADDS_NOTHING, NULL, 0);
    } else if (joined.decision == DECIDED_OPEN) {
        words_add(text, PHRASE_PERSON_OPEN, {"gain", words_amount(joined.gain, text->arena)});
    } else {
        add_decision(text, rivals, &joined);
    }
    words_add_n(text, PHRASE_REASON_END, NULL, 0);
}

/* Whether some part of the points of some role open to the person is more than 0, though its weight may be 0. */
static bool anything_speaks(const Holdings *holdings, int person)
{
    const ScoreTable *scores = holdings->scores;
    for (int64_t pair = scores->first_pair[person]; pair < scores->first_pair[person + 1]; pair++) {
        ScoreParts parts = score_parts(holdings->model, person, scores->role[pair]);
        if (parts.fit > 0 || parts.interest > 0 || parts.growth > 0 || parts.continuity > 0) return true;
    }
    return false;
}

static void add_missed_role(TextBuffer *text, const Rivals *rivals, int person, int role)
{
    const Holdings *holdings = rivals->holdings;
    const Model *model = holdings->model;
    int points = rival_points(rivals, person, role), holder = rivals->weakest[role];
    Missed missed = {.rivals = rivals, .holdings = holdings, .model = model, .person = person, .role = role};
    missed.group = model->roles[role].group;
    missed.role_name = model->roles[role].name;
    missed.group_name = model->groups[missed.group].name;
    missed.points = words_number(points, text->arena);
    bool full = holdings->seated[role] >= model->roles[role].max ||
                holdings->size[missed.group] >= model->groups[missed.group].max_size;
    if (points == 0 && !model->staff[person].answered) {
        words_add_n(text, PHRASE_PERSON_NOTHING_KNOWN, NULL, 0);
    } else if (points == 0 && !anything_speaks(holdings, person)) {
        words_add_n(text, PHRASE_PERSON_NOTHING_SPEAKS, NULL, 0);
    } else if (full && holder >= 0 && holdings_limit(holdings, person, role) == OBSTACLE_NONE) {
        add_beside_holder(text, &missed, holder);
    } else {
        add_suits(text, &missed);
        add_not_taken(text, rivals, person, role);
    }
}

CadreStatus reason_for_person(const char **reason, const Rivals *rivals, int person, int best_role, Arena *arena,
                              CadreError *err)
{
    TextBuffer text = {.arena = arena};
    if (holdings_count(rivals->holdings, person) > 0)
        add_load(&text, rivals->holdings, person);
    else if (best_role < 0)
        add_no_role_open(&text, rivals->holdings->model, person);
    else
        add_missed_role(&text, rivals, person, best_role);
    return buffer_text(reason, &text, err);
}
