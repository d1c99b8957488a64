/* One pair's parts, straight from the model: for printing, not for speed. */
#include "score/points.h"

/* Whether a prefer pin names the role for this person, and whether any names a role of its group. */
static bool find_prefer(const Model *model, int person, int role, bool *group_preferred)
{
    bool found = false;
    for (int pin = 0; pin < model->n_pins; pin++) {
        const Pin *at = &model->pins[pin];
        if (at->rule != PIN_PREFER) continue;
        for (int i = 0; i < at->n_roles; i++) {
            int named = model->pin_roles[at->first_role + i];
            if (model->roles[named].group == model->roles[role].group) *group_preferred = true;
            if (at->person == person && named == role) found = true;
        }
    }
    return found;
}

ScoreParts score_parts(const Model *model, int person, int role)
{
    bool group_preferred = false;
    bool prefer = find_prefer(model, person, role, &group_preferred);
    RoleBasis basis = points_basis(model, role, group_preferred);
    PairAnswer answer = points_answer(model, person, role);
    answer.prefer = prefer;
    return points_parts(&basis, points_sums(model, &basis, person), answer);
}
