#include "explain/alternatives.h"

#include "explain/left_out.h"
#include "explain/rival_words.h"

/* The best few roles as they are found, the best first. */
typedef struct Choices {
    const Rivals *rivals;
    int person;
    int role[ALTERNATIVES_MOST], points[ALTERNATIVES_MOST];
    int n;
} Choices;

static int group_of(const Choices *choices, int role) { return choices->rivals->holdings->model->roles[role].group; }

/* Whether the person could be told of it as another role: not their own, nor less than leading where they serve. */
static bool is_other(const Choices *choices, int role)
{
    const Holdings *holdings = choices->rivals->holdings;
    int held = holdings_role_in(holdings, choices->person, group_of(choices, role));
    return held < 0 || (holdings->model->roles[role].leads && !holdings->model->roles[held].leads);
}

static void drop(Choices *choices, int at)
{
    choices->n--;
    for (int i = at; i < choices->n; i++) {
        choices->role[i] = choices->role[i + 1];
        choices->points[i] = choices->points[i + 1];
    }
}

/* Keep a role where it is among the best; roles come group by group. */
static void offer(Choices *choices, int role, int points)
{
    bool full = choices->n == ALTERNATIVES_MOST;
    if (points <= 0 || (full && points <= choices->points[choices->n - 1]) || !is_other(choices, role)) return;
    int same = 0;
    while (same < choices->n && group_of(choices, choices->role[same]) != group_of(choices, role)) same++;
    if (same < choices->n && points <= choices->points[same]) return;
    if (same < choices->n || full) drop(choices, same < choices->n ? same : choices->n - 1);
    int at = choices->n++;
    for (; at > 0 && points > choices->points[at - 1]; at--) {
        choices->role[at] = choices->role[at - 1];
        choices->points[at] = choices->points[at - 1];
    }
    choices->role[at] = role;
    choices->points[at] = points;
}

static bool is_full(const Holdings *holdings, int role)
{
    const Role *of = &holdings->model->roles[role];
    return holdings->seated[role] >= of->max || holdings->size[of->group] >= holdings->model->groups[of->group].max_size;
}

/* The seats are taken: set beside the holder with the fewest points. */
static void add_beside(TextBuffer *text, const Rivals *rivals, const Alternative *of, int person)
{
    Rivalry between = rivalry_find(rivals, of->holder, of->role, person);
    int holders = rivals->holdings->seated[of->role];
    const char *name = holdings_label(rivals->holdings, of->holder), *points = words_number(of->holder_points, text->arena);
    const char *n = words_number(holders, text->arena);
    if (between.decision == DECIDED_POINTS) {
        words_add(text, holders > 1 ? PHRASE_ALTERNATIVE_BEHIND_ALL : PHRASE_ALTERNATIVE_BEHIND, {"holder", name},
                  {"points", points}, {"n", n});
        return;
    }
    bool own_limit = between.decision == DECIDED_LIMIT && between.obstacle != OBSTACLE_IN_GROUP; /* whoever holds it */
    Phrase phrase = holders < 2 ? PHRASE_ALTERNATIVE_HELD
                    : own_limit ? PHRASE_ALTERNATIVE_HELD_OTHERS
                                : PHRASE_ALTERNATIVE_HELD_MANY;
    words_add(text, phrase, {"holder", name}, {"points", points}, {"n", n},
              {"person", holdings_label(rivals->holdings, person)});
    add_decision(text, rivals, &between);
    words_add_plain(text, PHRASE_REASON_END);
}

static CadreStatus add_why(Alternative *of, const Rivals *rivals, int person, Arena *arena, CadreError *err)
{
    TextBuffer text = {.arena = arena};
    if (of->holder >= 0 && is_full(rivals->holdings, of->role)) {
        add_beside(&text, rivals, of, person);
    } else {
        words_add(&text, of->holder < 0 ? PHRASE_ALTERNATIVE_NOBODY : PHRASE_ALTERNATIVE_ROOM,
                  {"person", holdings_label(rivals->holdings, person)});
        add_not_taken(&text, rivals, person, of->role);
    }
    return buffer_text(&of->why, &text, err);
}

/* The best few of one person into `out`; how many. */
static CadreStatus find(Alternative *out, int *n, const Rivals *rivals, int person, Arena *arena, CadreError *err)
{
    const Holdings *holdings = rivals->holdings;
    const ScoreTable *scores = holdings->scores;
    Choices choices = {.rivals = rivals, .person = person};
    int told = holdings_count(holdings, person) == 0 ? holdings_best_role(holdings, person) : -1;
    for (int64_t pair = scores->first_pair[person]; pair < scores->first_pair[person + 1]; pair++)
        if (scores->role[pair] != told) offer(&choices, scores->role[pair], scores->points[pair]);
    for (int i = 0; i < choices.n; i++) {
        int holder = rivals->weakest[choices.role[i]];
        out[i] = (Alternative){choices.role[i], choices.points[i], holder, -1, NULL};
        if (holder >= 0) out[i].holder_points = rival_points(rivals, holder, choices.role[i]);
        TRY(add_why(&out[i], rivals, person, arena, err));
    }
    *n = choices.n;
    return CADRE_OK;
}

CadreStatus alternatives_make(Alternatives *out, const Rivals *rivals, Arena *arena, CadreError *err)
{
    int n_staff = rivals->holdings->model->n_staff;
    Alternatives all = {ARENA_ARRAY(arena, int, n_staff + 1), ARENA_ARRAY(arena, Alternative, n_staff * ALTERNATIVES_MOST)};
    if (!all.first || !all.items) return error_no_memory(err);
    for (int person = 0; person < n_staff; person++) {
        int n;
        TRY(find(&all.items[all.first[person]], &n, rivals, person, arena, err));
        all.first[person + 1] = all.first[person] + n;
    }
    *out = all;
    return CADRE_OK;
}
