/* settings_told.h: what each setting does in this run, in words. The weights of the score are told with the score. */
#ifndef EXPLAIN_SETTINGS_TOLD_H
#define EXPLAIN_SETTINGS_TOLD_H

#include "model/model.h"

typedef struct SettingTold {
    const char *name;     /* as in settings.csv */
    const char *words;    /* one sentence */
    const char *standard; /* the default where the setting differs from it; NULL: it is the default */
} SettingTold;

enum { SETTINGS_TOLD_MOST = 12 };

/* out: in a fixed order, the prices first; settings that bear on nothing here (no last time, no closing date) are left out.
 * Errors: CADRE_NO_MEMORY. */
CadreStatus settings_told(SettingTold out[SETTINGS_TOLD_MOST], int *n, const Model *model, Arena *arena, CadreError *err);

#endif
