/* obstacle_words.c: what keeps a person from one role more, in words that go on from the name. */
#include "explain/holdings.h"
#include "explain/wording.h"

enum { GROUPS_NAMED = 2 };

const char *hours_words(int hundredths, Arena *arena)
{
    int whole = hundredths / 100, rest = hundredths % 100;
    if (rest == 0) return arena_print(arena, "%d", whole);
    if (rest % 10 == 0) return arena_print(arena, "%d.%d", whole, rest / 10);
    return arena_print(arena, "%d.%02d", whole, rest);
}

/* "Attendance and Technology": groups that the person leads, beside the role's own. */
static void add_led_groups(TextBuffer *text, const Holdings *holdings, int person, int role)
{
    const Model *model = holdings->model;
    int named = 0;
    for (int i = holdings->first[person]; i < holdings->first[person + 1] && named < GROUPS_NAMED; i++) {
        const Role *held = &model->roles[holdings->assignments[i].role];
        if (!held->leads || held->group == model->roles[role].group) continue;
        if (named++) words_add_n(text, PHRASE_AND, NULL, 0);
        buffer_add(text, model->groups[held->group].name);
    }
}

static void add_leads_limit(TextBuffer *text, const Holdings *holdings, int person, int role)
{
    const char *groups = "";
    CadreError err;
    TextBuffer led = {.arena = text->arena};
    int most = holdings->model->staff[person].max_leads;
    add_led_groups(&led, holdings, person, role);
    if (most == 0) {
        words_add_n(text, PHRASE_OBSTACLE_LEADS_NONE, NULL, 0);
        return;
    }
    if (buffer_text(&groups, &led, &err) != CADRE_OK) groups = NULL;
    words_add(text, PHRASE_OBSTACLE_LEADS, {"groups", groups});
}

/* Hours free beside a role in the same group, which the other would replace. */
static void add_hours_limit(TextBuffer *text, const Holdings *holdings, int person, int role)
{
    const Model *model = holdings->model;
    int free = model->staff[person].hours - holdings->hours[person];
    int inside = holdings_role_in(holdings, person, model->roles[role].group);
    if (inside >= 0) free += seat_hours(model, inside);
    words_add(text, PHRASE_OBSTACLE_HOURS, {"left", hours_words(free > 0 ? free : 0, text->arena)},
              {"hours", hours_words(seat_hours(model, role), text->arena)});
}

/* A group that the person serves in and that meets when `group` does. */
static const char *clashing_group(const Holdings *holdings, int person, int group)
{
    const Model *model = holdings->model;
    for (int i = holdings->first[person]; i < holdings->first[person + 1]; i++) {
        int held = model->roles[holdings->assignments[i].role].group;
        if (held != group && model_groups_clash(model, held, group)) return model->groups[held].name;
    }
    return "";
}

const char *obstacle_words(const Holdings *holdings, int person, int role, Obstacle obstacle, Arena *arena)
{
    const Model *model = holdings->model;
    int group = model->roles[role].group;
    TextBuffer text = {.arena = arena};
    const char *words;
    CadreError err;
    switch (obstacle) {
    case OBSTACLE_HOURS:
        add_hours_limit(&text, holdings, person, role);
        break;
    case OBSTACLE_GROUPS:
        words_add(&text, model->staff[person].max_groups > 0 ? PHRASE_OBSTACLE_GROUPS : PHRASE_OBSTACLE_GROUPS_NONE,
                  {"n", words_number(model->staff[person].max_groups, arena)});
        break;
    case OBSTACLE_LEADS:
        add_leads_limit(&text, holdings, person, role);
        break;
    case OBSTACLE_SLOT:
        words_add(&text, PHRASE_OBSTACLE_SLOT, {"group", clashing_group(holdings, person, group)});
        break;
    case OBSTACLE_ROLE_FULL:
        words_add_n(&text, PHRASE_OBSTACLE_ROLE_FULL, NULL, 0);
        break;
    case OBSTACLE_GROUP_FULL:
        words_add_n(&text, PHRASE_OBSTACLE_GROUP_FULL, NULL, 0);
        break;
    case OBSTACLE_IN_GROUP:
        words_add(&text, PHRASE_OBSTACLE_IN_GROUP, {"role", model->roles[holdings_role_in(holdings, person, group)].name});
        break;
    case OBSTACLE_NONE:
        words_add_n(&text, PHRASE_OBSTACLE_NONE, NULL, 0);
        break;
    }
    return buffer_text(&words, &text, &err) == CADRE_OK ? words : NULL;
}
