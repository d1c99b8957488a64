#include "explain/alteration_words.h"

#include "explain/holdings.h"
#include "explain/level_changes.h"

typedef struct Wordings {
    const Holdings *holdings;
    bool places;
} Wordings;

static const char *place_of(const Wordings *wordings, Origin origin, Arena *arena)
{
    return wordings->places ? words_place(origin, arena) : "";
}

static void add_person_change(TextBuffer *text, const Wordings *wordings, const Alteration *at)
{
    const Holdings *holdings = wordings->holdings;
    const Model *model = holdings->model;
    const Person *person = &model->staff[at->person];
    const char *name = holdings_label(holdings, at->person);
    switch (at->kind) {
    case ALTER_LEVEL:
        words_add(text, PHRASE_DO_LEVEL, {"person", name}, {"skill", names_get(model->skills, at->skill)},
                  {"from", words_number(level_held(model, at->person, at->skill), text->arena)},
                  {"to", words_number(at->value, text->arena)});
        break;
    case ALTER_HOURS:
        words_add(text, PHRASE_DO_HOURS, {"person", name}, {"hours", hours_words(at->value, text->arena)},
                  {"now", hours_words(person->hours, text->arena)});
        break;
    case ALTER_MAX_GROUPS:
        words_add(text, PHRASE_DO_MAX_GROUPS, {"person", name}, {"n", words_number(at->value, text->arena)},
                  {"now", words_number(person->max_groups, text->arena)});
        break;
    default:
        words_add(text, PHRASE_DO_MAX_LEADS, {"person", name}, {"n", words_number(at->value, text->arena)},
                  {"now", words_number(person->max_leads, text->arena)});
        break;
    }
}

static Origin need_origin(const Model *model, const Alteration *at)
{
    switch (at->kind) {
    case ALTER_ROLE_MIN:
        return model->roles[at->role].origin;
    case ALTER_MIN_SIZE:
        return model->groups[at->group].origin;
    case ALTER_PEOPLE:
        return model->coverages[at->source].origin;
    default:
        return model->mixes[at->source].origin;
    }
}

static int need_now(const Model *model, const Alteration *at)
{
    switch (at->kind) {
    case ALTER_ROLE_MIN:
        return model->roles[at->role].min;
    case ALTER_MIN_SIZE:
        return model->groups[at->group].min_size;
    case ALTER_PEOPLE:
        return model->coverages[at->source].people;
    case ALTER_MIX_MIN:
        return model->mixes[at->source].min;
    default:
        return model->mixes[at->source].max;
    }
}

static void add_need_change(TextBuffer *text, const Wordings *wordings, const Alteration *at)
{
    const Holdings *holdings = wordings->holdings;
    const Model *model = holdings->model;
    static const Phrase phrases[] = {[ALTER_ROLE_MIN] = PHRASE_DO_ROLE_MIN,
                                     [ALTER_MIN_SIZE] = PHRASE_DO_MIN_SIZE,
                                     [ALTER_PEOPLE] = PHRASE_DO_PEOPLE,
                                     [ALTER_MIX_MIN] = PHRASE_DO_MIX_MIN,
                                     [ALTER_MIX_MAX] = PHRASE_DO_MIX_MAX};
    static const Phrase none[] = {[ALTER_ROLE_MIN] = PHRASE_DO_NO_ROLE,
                                  [ALTER_MIN_SIZE] = PHRASE_DO_MIN_SIZE,
                                  [ALTER_PEOPLE] = PHRASE_DO_NO_PEOPLE,
                                  [ALTER_MIX_MIN] = PHRASE_DO_NO_MIX,
                                  [ALTER_MIX_MAX] = PHRASE_DO_MIX_MAX};
    const Coverage *coverage = at->kind == ALTER_PEOPLE ? &model->coverages[at->source] : NULL;
    const Mix *mix = at->kind == ALTER_MIX_MIN || at->kind == ALTER_MIX_MAX ? &model->mixes[at->source] : NULL;
    words_add(text, at->value == 0 ? none[at->kind] : phrases[at->kind], {"group", model->groups[at->group].name},
              {"role", at->role < 0 ? "" : model->roles[at->role].name}, {"n", words_number(at->value, text->arena)},
              {"now", words_number(need_now(model, at), text->arena)},
              {"skill", coverage ? names_get(model->skills, coverage->skill) : ""},
              {"level", words_number(coverage ? coverage->level : 0, text->arena)},
              {"field", mix ? names_get(model->fields, mix->field) : ""},
              {"value", mix ? names_get(model->field_values[mix->field], mix->value) : ""},
              {"place", place_of(wordings, need_origin(model, at), text->arena)});
}

static void add_profile_level(TextBuffer *text, const Model *model, int skill, int level, int *n)
{
    words_add(text, (*n)++ == 0 ? PHRASE_PROFILE_FIRST : PHRASE_PROFILE_NEXT, {"skill", names_get(model->skills, skill)},
              {"level", words_number(level, text->arena)});
}

static void add_outside(TextBuffer *text, const Wordings *wordings, const Alteration *at)
{
    const Holdings *holdings = wordings->holdings;
    const Model *model = holdings->model;
    const Role *role = &model->roles[at->role];
    int n = 0;
    words_add(text, PHRASE_DO_OUTSIDE, {"group", model->groups[at->group].name}, {"role", role->name});
    if (at->skill >= 0) add_profile_level(text, model, at->skill, at->value, &n);
    for (int i = role->first_bar; i < role->first_bar + role->n_bars; i++) {
        const Bar *bar = &model->bars[i];
        if (bar->skill == at->skill && bar->level <= at->value) continue;
        add_profile_level(text, model, bar->skill, bar->level, &n);
    }
    if (at->field >= 0)
        words_add(text, n == 0 ? PHRASE_PROFILE_FIELD_FIRST : PHRASE_PROFILE_FIELD_NEXT,
                  {"field", names_get(model->fields, at->field)},
                  {"value", names_get(model->field_values[at->field], at->field_value)});
}

static void alteration_add(TextBuffer *text, const Wordings *wordings, const Alteration *at)
{
    const Holdings *holdings = wordings->holdings;
    const Model *model = holdings->model;
    const Role *role = at->role < 0 ? NULL : &model->roles[at->role];
    const char *group = at->group >= 0 ? model->groups[at->group].name : role ? model->groups[role->group].name : "";
    switch (at->kind) {
    case ALTER_LEVEL:
    case ALTER_HOURS:
    case ALTER_MAX_GROUPS:
    case ALTER_MAX_LEADS:
        add_person_change(text, wordings, at);
        break;
    case ALTER_ROLE_MIN:
    case ALTER_MIN_SIZE:
    case ALTER_PEOPLE:
    case ALTER_MIX_MIN:
    case ALTER_MIX_MAX:
        add_need_change(text, wordings, at);
        break;
    case ALTER_OUTSIDE:
        add_outside(text, wordings, at);
        break;
    case ALTER_MEETS:
        words_add(text, PHRASE_DO_MEETS, {"group", group});
        break;
    case ALTER_POSITION:
        words_add(text, PHRASE_DO_POSITION, {"group", group}, {"role", role->name},
                  {"position", names_get(model->field_values[FIELD_POSITION], at->value)},
                  {"place", place_of(wordings, role->origin, text->arena)});
        break;
    case ALTER_UNPIN:
        words_add(text, PHRASE_DO_UNPIN, {"group", group}, {"role", role->name},
                  {"person", holdings_label(holdings, at->person)});
        break;
    case ALTER_MUST: /* these are questions, not things to do */
    case ALTER_NEVER:
        break;
    }
}

void alterations_add(TextBuffer *text, const Holdings *holdings, bool places, const Alteration *alterations, int n)
{
    Wordings wordings = {holdings, places};
    for (int i = 0; i < n; i++) {
        if (i > 0) words_add_plain(text, PHRASE_AND);
        alteration_add(text, &wordings, &alterations[i]);
    }
}
