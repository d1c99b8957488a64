#include <stdlib.h>
#include <string.h>

#include "read/plan_differences.h"

typedef struct NameList {
    const char **items;
    int n;
} NameList;

typedef struct Answering {
    InputDifferences *out;
    const Model *first, *other;
    int person, peer; /* of first, of other */
    Arena *arena;
    CadreError *err;
} Answering;

static CadreStatus add(const Answering *at, const char *what, const char *about, int before, int after, int none)
{
    if (before == after) return CADRE_OK;
    InputDifference difference = {.about = ABOUT_ANSWER,
                                  .sheet = "answers",
                                  .key = at->first->staff[at->person].key,
                                  .column = arena_print(at->arena, "%s: %s", what, about),
                                  .before = before == none ? "" : arena_print(at->arena, "%d", before),
                                  .after = after == none ? "" : arena_print(at->arena, "%d", after)};
    if (!difference.column || !difference.before || !difference.after || !LIST_PUSH(at->arena, at->out, difference))
        return error_no_memory(at->err);
    return CADRE_OK;
}

/* Whether a person answered at all; NULL: is not there. */
static CadreStatus compare_answered(const Answering *at, const Person *before, const Person *after)
{
    bool was = before && before->answered, is = after && after->answered;
    if (was == is) return CADRE_OK;
    InputDifference difference = {.about = ABOUT_ANSWER,
                                  .sheet = "answers",
                                  .key = before ? before->key : after->key,
                                  .column = "answered",
                                  .before = was ? "yes" : "no",
                                  .after = is ? "yes" : "no"};
    return LIST_PUSH(at->arena, at->out, difference) ? CADRE_OK : error_no_memory(at->err);
}

static CadreStatus compare_skills(const Answering *at, const NameList *skills)
{
    for (int i = 0; i < skills->n; i++) {
        const char *name = skills->items[i];
        int a = names_find(at->first->skills, name), b = names_find(at->other->skills, name);
        TRY(add(at, "level", name, a < 0 ? LEVEL_NONE : model_level(at->first, at->person, a),
                b < 0 ? LEVEL_NONE : model_level(at->other, at->peer, b), LEVEL_NONE));
        TRY(add(at, "interest", name, a < 0 ? LEVEL_NONE : model_interest(at->first, at->person, a),
                b < 0 ? LEVEL_NONE : model_interest(at->other, at->peer, b), LEVEL_NONE));
    }
    return CADRE_OK;
}

static TopicAnswer topic_answer(const Model *model, int person, const char *topic)
{
    int at = names_find(model->topics, topic);
    const TopicAnswer *answer = at < 0 ? NULL : model_topic_answer(model, person, at);
    return answer ? *answer : (TopicAnswer){.topic = at, .rating = LEVEL_NONE};
}

static CadreStatus compare_topics(const Answering *at, const NameList *topics)
{
    for (int i = 0; i < topics->n; i++) {
        const char *name = topics->items[i];
        TopicAnswer a = topic_answer(at->first, at->person, name), b = topic_answer(at->other, at->peer, name);
        TRY(add(at, "rating", name, a.rating, b.rating, LEVEL_NONE));
        TRY(add(at, "choice", name, a.choice, b.choice, 0));
    }
    return CADRE_OK;
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Names of either, sorted, so that no order of columns bears on it. */
static CadreStatus join_names(NameList *out, const Names *first, const Names *other, Arena *arena, CadreError *err)
{
    const Names *both[2] = {first, other};
    Names *names = names_create(arena, NAME_STYLE_NAME);
    if (!names) return error_no_memory(err);
    for (int side = 0; side < 2; side++)
        for (int i = 0; i < names_count(both[side]); i++)
            if (names_add(names, names_get(both[side], i)) < 0) return error_no_memory(err);
    *out = (NameList){ARENA_ARRAY(arena, const char *, names_count(names)), names_count(names)};
    if (!out->items) return error_no_memory(err);
    for (int i = 0; i < out->n; i++) out->items[i] = names_get(names, i);
    if (out->n > 1) qsort(out->items, (size_t)out->n, sizeof *out->items, by_text);
    return CADRE_OK;
}

/* Who of the other each of the first is, -1: nobody; and who of the other is left. */
static CadreStatus peers_find(int **peers, bool **taken, const Model *first, const Model *other, const PeopleMatch *matches,
                              Arena *arena, CadreError *err)
{
    *peers = ARENA_ARRAY(arena, int, first->n_staff);
    *taken = ARENA_ARRAY(arena, bool, other->n_staff);
    if (!*peers || !*taken) return error_no_memory(err);
    for (int person = 0; person < first->n_staff; person++) {
        const PersonMatch *match = people_match_find(matches, first->staff[person].key);
        int peer = model_find_person(other, match ? match->after : first->staff[person].key);
        (*peers)[person] = peer;
        if (peer >= 0) (*taken)[peer] = true;
    }
    return CADRE_OK;
}

static CadreStatus person_compare(Answering *at, const NameList *skills, const NameList *topics)
{
    TRY(compare_answered(at, &at->first->staff[at->person], at->peer < 0 ? NULL : &at->other->staff[at->peer]));
    if (at->peer < 0) return CADRE_OK;
    TRY(compare_skills(at, skills));
    return compare_topics(at, topics);
}

CadreStatus answer_differences(InputDifferences *out, const Model *first, const Model *other, const PeopleMatch *matches,
                               Arena *arena, CadreError *err)
{
    Answering at = {.out = out, .first = first, .other = other, .arena = arena, .err = err};
    NameList skills, topics;
    int *peers, come = 0;
    bool *taken;
    TRY(join_names(&skills, first->skills, other->skills, arena, err));
    TRY(join_names(&topics, first->topics, other->topics, arena, err));
    TRY(peers_find(&peers, &taken, first, other, matches, arena, err));
    for (; at.person < first->n_staff || come < other->n_staff;) {
        bool is_first = at.person < first->n_staff &&
                        (come == other->n_staff || strcmp(first->staff[at.person].key, other->staff[come].key) <= 0);
        if (!is_first) {
            if (!taken[come]) TRY(compare_answered(&at, NULL, &other->staff[come]));
            come++;
            continue;
        }
        at.peer = peers[at.person];
        TRY(person_compare(&at, &skills, &topics));
        at.person++;
    }
    return CADRE_OK;
}
