#include "explain/level_changes.h"

#include <string.h>

int level_held(const Model *model, int person, int skill)
{
    int level = model_level(model, person, skill);
    return level < 0 ? 0 : level;
}

/* In its place by the skill's name. */
static int insert(Alteration *changes, int n, const Model *model, Alteration change)
{
    int at = n;
    for (; at > 0 && strcmp(names_key(model->skills, changes[at - 1].skill), names_key(model->skills, change.skill)) > 0; at--)
        changes[at] = changes[at - 1];
    changes[at] = change;
    return n + 1;
}

int level_changes(Alteration changes[LEVEL_CHANGES_MOST], int *steps, const Model *model, int person, int role)
{
    const Role *of = &model->roles[role];
    int n = 0;
    *steps = 0;
    for (int i = of->first_bar; i < of->first_bar + of->n_bars; i++) {
        const Bar *bar = &model->bars[i];
        int at = 0;
        if (model_level(model, person, bar->skill) >= bar->level) continue;
        while (at < n && changes[at].skill != bar->skill) at++;
        if (at == LEVEL_CHANGES_MOST) return 0;
        if (at == n)
            n = insert(changes, n, model, alteration_to(ALTER_LEVEL, person, -1, bar->skill, bar->level));
        else if (bar->level > changes[at].value)
            changes[at].value = bar->level;
    }
    for (int i = 0; i < n; i++) *steps += changes[i].value - level_held(model, person, changes[i].skill);
    return n;
}
