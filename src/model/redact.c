/* redact.c: people, sites and skills. */
#include "model/redact.h"

#include <string.h>

#include "model/pseudonyms.h"

enum { PERSON_LETTERS = 10, SITE_LETTERS = 4, MARK_LETTERS = 8 };

static CadreStatus redact_people(Model *out, const Model *model, const HashKey *key, Arena *arena, CadreError *err)
{
    const char **keys = ARENA_ARRAY(arena, const char *, model->n_staff), **names;
    out->staff = ARENA_ARRAY(arena, Person, model->n_staff);
    if (!keys || !out->staff) return error_no_memory(err);
    for (int i = 0; i < model->n_staff; i++) keys[i] = model->staff[i].key;
    TRY(pseudonyms_make(&names, keys, model->n_staff, key, "person", "P-", PERSON_LETTERS, arena, err));
    for (int i = 0; i < model->n_staff; i++) {
        Person *person = &out->staff[i];
        *person = model->staff[i];
        person->key = names[i];
        person->id = person->email = person->name = "";
        person->origin = (Origin){0};
    }
    return CADRE_OK;
}

/* Enough people for a site that a rule of the plan names. */
static void note_named_sites(int people[], const Model *model)
{
    for (int i = 0; i < model->n_mixes; i++) {
        const Mix *mix = &model->mixes[i];
        for (int site = 0; mix->field == FIELD_SITE && !mix->each && site < model->n_sites; site++)
            if (names_find(model->field_values[FIELD_SITE], model->sites[site].name) == mix->value) people[site] += REDACT_FEW;
    }
}

/* A site that the plan has a group at, or that enough people are of, keeps its name; another one may be what somebody typed. */
static CadreStatus redact_sites(Model *out, const Model *model, const HashKey *key, Arena *arena, CadreError *err)
{
    const char **texts = ARENA_ARRAY(arena, const char *, model->n_sites), **names;
    int *people = ARENA_ARRAY(arena, int, model->n_sites);
    out->sites = ARENA_ARRAY(arena, Site, model->n_sites);
    if (!texts || !people || !out->sites) return error_no_memory(err);
    for (int i = 0; i < model->n_staff; i++)
        if (model->staff[i].site >= 0) people[model->staff[i].site]++;
    for (int i = 0; i < model->n_groups; i++)
        if (model->groups[i].site >= 0) people[model->groups[i].site] += REDACT_FEW;
    note_named_sites(people, model);
    for (int i = 0; i < model->n_sites; i++) texts[i] = model->sites[i].name;
    TRY(pseudonyms_make(&names, texts, model->n_sites, key, "site", "site ", SITE_LETTERS, arena, err));
    for (int i = 0; i < model->n_sites; i++) {
        out->sites[i] = model->sites[i];
        if (people[i] < REDACT_FEW) out->sites[i].name = names[i];
    }
    return CADRE_OK;
}

/* Whether each skill stays. */
static CadreStatus keep_skills(bool **out, const Model *model, Arena *arena, CadreError *err)
{
    bool *kept = ARENA_ARRAY(arena, bool, model->n_skills);
    if (!kept) return error_no_memory(err);
    for (int i = 0; i < model->n_targets; i++) kept[model->targets[i].skill] = true;
    for (int i = 0; i < model->n_bars; i++) kept[model->bars[i].skill] = true;
    for (int i = 0; i < model->n_coverages; i++) kept[model->coverages[i].skill] = true;
    for (int skill = 0; skill < model->n_skills; skill++) {
        int n = 0;
        for (int person = 0; person < model->n_staff && n < REDACT_FEW; person++)
            n += model_level(model, person, skill) > 0 || model_interest(model, person, skill) > 0;
        kept[skill] |= n >= REDACT_FEW;
    }
    *out = kept;
    return CADRE_OK;
}

static CadreStatus skills_map(Model *out, int **map, const Model *model, Arena *arena, CadreError *err)
{
    bool *kept = NULL;
    TRY(keep_skills(&kept, model, arena, err));
    out->skills = names_create(arena, NAME_STYLE_NAME);
    *map = ARENA_ARRAY(arena, int, model->n_skills);
    if (!out->skills || !*map) return error_no_memory(err);
    out->n_skills = 0;
    for (int skill = 0; skill < model->n_skills; skill++) {
        (*map)[skill] = kept[skill] ? out->n_skills++ : -1;
        if (kept[skill] && names_add(out->skills, names_get(model->skills, skill)) != (*map)[skill])
            return error_no_memory(err);
    }
    return CADRE_OK;
}

static void take_answers(Model *out, const Model *model, const int map[])
{
    size_t to = (size_t)out->n_skills, from = (size_t)model->n_skills;
    for (size_t skill = 0; skill < from; skill++) {
        if (map[skill] < 0) continue;
        size_t at = (size_t)map[skill];
        out->interest_asked[at] = model->interest_asked[skill];
        out->tick_level[at] = (int8_t)(model->tick_level ? model->tick_level[skill] : 0);
        for (size_t person = 0; person < (size_t)model->n_staff; person++) {
            out->levels[person * to + at] = model->levels[person * from + skill];
            out->interests[person * to + at] = model->interests[person * from + skill];
        }
    }
}

/* Needs of skills, in an array of their own with their new skills. */
#define NEEDS_TAKE(out, model, needs, n, map, arena)                                                                           \
    do {                                                                                                                       \
        (out)->needs = arena_get_array((arena), (size_t)(model)->n, sizeof *(out)->needs);                                     \
        for (int i_ = 0; (out)->needs && i_ < (model)->n; i_++) {                                                              \
            (out)->needs[i_] = (model)->needs[i_];                                                                             \
            (out)->needs[i_].skill = (map)[(model)->needs[i_].skill];                                                          \
        }                                                                                                                      \
    } while (0)

static CadreStatus redact_skills(Model *out, RedactMap *to, const Model *model, Arena *arena, CadreError *err)
{
    int *map;
    TRY(skills_map(out, &map, model, arena, err));
    size_t n = (size_t)model->n_staff * (size_t)out->n_skills;
    out->levels = ARENA_ARRAY(arena, int8_t, n);
    out->interests = ARENA_ARRAY(arena, int8_t, n);
    out->interest_asked = ARENA_ARRAY(arena, bool, out->n_skills);
    out->tick_level = ARENA_ARRAY(arena, int8_t, out->n_skills);
    NEEDS_TAKE(out, model, targets, n_targets, map, arena);
    NEEDS_TAKE(out, model, bars, n_bars, map, arena);
    NEEDS_TAKE(out, model, coverages, n_coverages, map, arena);
    if (!out->levels || !out->interests || !out->interest_asked || !out->tick_level || !out->targets || !out->bars ||
        !out->coverages)
        return error_no_memory(err);
    take_answers(out, model, map);
    to->skill = map;
    return CADRE_OK;
}

static bool is_few(int n) { return n > 0 && n < REDACT_FEW; }

/* Too few people are known to have answered, or to have answered on a day. */
static bool is_of_few(const SurveyAnswers *answers)
{
    if (answers->n_rows == 0) return false;
    return survey_answers_people(answers) < REDACT_FEW || (survey_answers_dated(answers) && answers->people_dated < REDACT_FEW);
}

/* The days of a whole survey are no secret; those of few people are, and so are counts of few. However many answers one person
 * gave, they are one person's. */
static CadreStatus redact_surveys(Model *out, const Model *model, Arena *arena, CadreError *err)
{
    out->surveys = ARENA_ARRAY(arena, SurveyAnswers, model->n_surveys + 1);
    if (!out->surveys) return error_no_memory(err);
    for (int i = 0; i < model->n_surveys; i++) {
        SurveyAnswers *answers = &out->surveys[i];
        *answers = model->surveys[i];
        if (is_of_few(answers)) *answers = (SurveyAnswers){.few = true};
        if (is_few(answers->n_left_out)) answers->n_left_out = 0;
        if (is_few(answers->people_replaced)) answers->n_replaced = 0;
        if (is_few(answers->n_undated) || is_few(answers->people_undated)) answers->n_undated = 0;
    }
    return CADRE_OK;
}

const char *redact_mark(const HashKey *key, Arena *arena)
{
    char letters[HASH_KEYED_SIZE + 1];
    hash_keyed_letters(letters, key, "mark", "");
    return arena_copy_n(arena, letters, MARK_LETTERS);
}

CadreStatus model_redact(Model *out, RedactMap *map, const Model *model, const HashKey *key, Arena *arena, CadreError *err)
{
    Model redacted = *model;
    redacted.redacted = redact_mark(key, arena);
    if (!redacted.redacted) return error_no_memory(err);
    TRY(redact_people(&redacted, model, key, arena, err));
    TRY(redact_sites(&redacted, model, key, arena, err));
    TRY(redact_skills(&redacted, map, model, arena, err));
    TRY(redact_surveys(&redacted, model, arena, err));
    TRY(redact_values(&redacted, map, model, key, arena, err));
    *out = redacted;
    return CADRE_OK;
}

void redact_shortage(Shortage *shortage, const RedactMap *map)
{
    if (shortage->skill >= 0) shortage->skill = map->skill[shortage->skill];
    if (shortage->field >= 0) shortage->value = map->value[shortage->field][shortage->value];
}
