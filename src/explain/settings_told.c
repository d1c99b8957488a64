#include "explain/settings_told.h"

#include "explain/holdings.h"
#include "explain/wording.h"

/* The settings told so far. */
typedef struct Telling {
    SettingTold *out;
    int n;
    Arena *arena;
    CadreError *err;
    CadreStatus status;
} Telling;

/* The sentence may use {n}, the value, and {more}, twice that. */
static void tell(Telling *telling, const char *name, Phrase phrase, int64_t value, int64_t standard)
{
    TextBuffer words = {.arena = telling->arena};
    SettingTold *told = &telling->out[telling->n++];
    const char *number = words_amount(value, telling->arena), *more = words_amount(2 * value, telling->arena);
    *told = (SettingTold){.name = name};
    words_add(&words, phrase, {"n", number}, {"more", more});
    if (telling->status == CADRE_OK) telling->status = buffer_text(&told->words, &words, telling->err);
    if (value == standard) return;
    told->standard = words_amount(standard, telling->arena);
    if (!told->standard && telling->status == CADRE_OK) telling->status = error_no_memory(telling->err);
}

/* A setting that is no number. */
static void tell_text(Telling *telling, const char *name, Phrase phrase, const char *value, const char *standard)
{
    TextBuffer words = {.arena = telling->arena};
    SettingTold *told = &telling->out[telling->n++];
    *told = (SettingTold){.name = name, .standard = standard};
    words_add(&words, phrase, {"value", value});
    if (telling->status == CADRE_OK) telling->status = buffer_text(&told->words, &words, telling->err);
}

CadreStatus settings_told(SettingTold out[SETTINGS_TOLD_MOST], int *n, const Model *model, Arena *arena, CadreError *err)
{
    static const Settings standard = SETTINGS_INIT;
    const Settings *now = &model->settings;
    Telling telling = {.out = out, .arena = arena, .err = err, .status = CADRE_OK};
    bool floor = now->fairness == FAIRNESS_FLOOR;
    tell(&telling, "short_must", PHRASE_SETTING_SHORT_MUST, now->short_must, standard.short_must);
    tell(&telling, "short_role", PHRASE_SETTING_SHORT_ROLE, now->short_role, standard.short_role);
    tell(&telling, "short_should", PHRASE_SETTING_SHORT_SHOULD, now->short_should, standard.short_should);
    tell(&telling, "everyone", PHRASE_SETTING_EVERYONE, now->everyone, standard.everyone);
    tell(&telling, "extra_load", PHRASE_SETTING_EXTRA_LOAD, now->extra_load, standard.extra_load);
    tell_text(&telling, "fairness", floor ? PHRASE_SETTING_FLOOR : PHRASE_SETTING_TOTAL, "", floor ? "total" : NULL);
    tell_text(&telling, "hours", PHRASE_SETTING_HOURS, hours_words(now->hours, arena),
              now->hours != standard.hours ? hours_words(standard.hours, arena) : NULL);
    tell(&telling, "max_groups", PHRASE_SETTING_MAX_GROUPS, now->max_groups, standard.max_groups);
    tell(&telling, "max_leads", PHRASE_SETTING_MAX_LEADS, now->max_leads, standard.max_leads);
    if (model_counts_changes(model) && now->max_changes != NO_LIMIT)
        tell_text(&telling, "max_changes", PHRASE_SETTING_MAX_CHANGES, words_amount(now->max_changes, arena), "no limit");
    if (now->closes[0]) tell_text(&telling, "closes", PHRASE_SETTING_CLOSES, now->closes, "no date");
    tell(&telling, "seed", PHRASE_SETTING_SEED, now->seed, standard.seed);
    *n = telling.n;
    return telling.status;
}
