#include "unit/tiny_school.h"

#include "unit/model_builder.h"

static uint64_t state;

static int below(int n)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)((state >> 33) % (uint64_t)n);
}

static bool chance(int percent) { return below(100) < percent; }

static void settings_draw(Settings *settings)
{
    settings->everyone = below(3) * 150;
    settings->extra_load = below(3) * 300;
    settings->short_role = 500 + 500 * below(8);
    settings->short_should = 100 + 100 * below(10);
    settings->short_must = 3000 + 1000 * below(5);
    settings->fairness = chance(35) ? FAIRNESS_FLOOR : FAIRNESS_TOTAL;
    settings->seed = below(5);
}

static void person_draw(Model *model, Arena *arena, int n)
{
    static const char *const grades[] = {"K", "1", "2"};
    int person = builder_person(model, arena_print(arena, "p%03d", n));
    Person *at = &model->staff[person];
    at->hours = 100 + 50 * below(6);
    at->max_groups = 1 + below(3);
    at->max_leads = below(3);
    at->answered = !chance(15);
    at->away = chance(4);
    at->site = chance(90) ? 0 : -1;
    for (int skill = 0; skill < model->n_skills; skill++) builder_level(model, person, skill, below(7) - 1, below(7) - 1);
    if (chance(90)) builder_attribute(model, "grade", grades[below(3)]);
}

static void role_draw(Model *model, const char *name, bool leads)
{
    int min = below(3), role = builder_role(model, name, min, min + below(2), leads);
    if (model->roles[role].max == 0) model->roles[role].max = 1;
    if (chance(30)) model->roles[role].max = NO_LIMIT;
    model->roles[role].hours = 50 * below(3);
    model->roles[role].weight = 1 + below(3);
    for (int skill = 0; skill < model->n_skills; skill++)
        if (chance(60)) builder_target(model, skill, 1 + below(5), 1 + below(3));
    if (chance(20)) builder_bar(model, below(model->n_skills), 1 + below(2));
}

static void group_draw(Model *model, Arena *arena, int n, int n_roles)
{
    int group = builder_group(model, arena_print(arena, "g%02d", n));
    Group *at = &model->groups[group];
    at->min_size = below(4);
    if (chance(50)) at->max_size = at->min_size + below(3);
    if (at->max_size == 0) at->max_size = 1;
    at->hours = 50 + 50 * below(3);
    at->weight = 1 + below(3);
    at->site = chance(25) ? 0 : -1;
    if (chance(60)) builder_slot(model, below(2), 60 * below(3), 60 * below(3) + 180);
    for (int i = 0; i < n_roles; i++) role_draw(model, i == 0 ? "lead" : "member", i == 0 && chance(80));
}

static void needs_draw(Model *model)
{
    for (int i = below(3); i > 0; i--) {
        int group = below(model->n_groups), role = -1;
        if (chance(40)) role = model->groups[group].first_role + below(model->groups[group].n_roles);
        model->coverages[model->n_coverages++] = (Coverage){.group = group,
                                                            .role = role,
                                                            .skill = below(model->n_skills),
                                                            .level = 1 + below(5),
                                                            .people = 1 + below(2),
                                                            .must = chance(40)};
    }
    int field = names_find(model->fields, "grade");
    for (int i = below(3); field >= 0 && i > 0; i--) {
        Mix mix = {.group = below(model->n_groups), .field = field, .min = below(3), .max = NO_LIMIT, .must = chance(40)};
        mix.value = below(names_count(model->field_values[field]));
        if (chance(50)) mix.max = mix.min + below(2);
        model->mixes[model->n_mixes++] = mix;
    }
}

static void pins_draw(Model *model)
{
    for (int i = chance(45) ? 1 + below(3) : 0; i > 0; i--)
        builder_pin(model, below(model->n_staff), (PinRule)below(3), chance(80) ? below(model->n_roles) : -1);
    for (int i = chance(50) ? 1 + below(2) : 0; i > 0; i--) {
        int person = below(model->n_staff), other = below(model->n_staff);
        if (person == other) continue;
        model->pairs[model->n_pairs] = (Pair){person, other, below(model->n_groups), chance(55), {"pairs.csv", 2, 0}};
        model->n_pairs++;
    }
}

static void previous_draw(Model *model)
{
    model->has_previous = chance(50);
    if (!model->has_previous) return;
    for (int person = 0; person < model->n_staff; person++)
        for (int role = 0; role < model->n_roles; role++)
            if (chance(25)) builder_previous(model, person, role);
    if (chance(40)) model->settings.max_changes = below(4);
}

Model *tiny_school(Arena *arena, unsigned seed)
{
    state = seed * UINT64_C(0x9e3779b97f4a7c15) + 12345;
    below(2);
    Model *model = builder_model(arena, 2);
    settings_draw(&model->settings);
    int n_staff = 2 + below(4), n_groups = 1 + below(3), n_roles = 0;
    for (int i = 0; i < n_staff; i++) person_draw(model, arena, i);
    for (int i = 0; i < n_groups; i++) {
        int own = n_roles < 3 && chance(50) ? 2 : 1;
        group_draw(model, arena, i, own);
        n_roles += own;
    }
    needs_draw(model);
    pins_draw(model);
    previous_draw(model);
    for (int skill = 0; skill < model->n_skills; skill++) model->interest_asked[skill] = chance(70);
    return model;
}

Model *small_school(Arena *arena, int n_staff, int n_groups, unsigned seed)
{
    state = seed * UINT64_C(0x9e3779b97f4a7c15) + 777;
    below(2);
    Model *model = builder_model(arena, 6);
    for (int i = 0; i < n_staff; i++) person_draw(model, arena, i);
    for (int person = 0; person < n_staff; person++) {
        model->staff[person].hours = 400;
        model->staff[person].max_groups = 3;
        model->staff[person].max_leads = 1;
    }
    for (int i = 0; i < n_groups; i++) {
        group_draw(model, arena, i, 2);
        Group *at = &model->groups[model->n_groups - 1];
        at->min_size = 4 + below(3);
        at->max_size = at->min_size + 1 + below(2);
        at->hours = 100;
        at->weight = 1;
        at->site = -1;
        Role *roles = model->roles + at->first_role;
        roles[0].min = roles[0].max = 1;
        roles[0].weight = 3;
        roles[0].leads = true;
        roles[1].min = 2;
        roles[1].max = NO_LIMIT;
        roles[1].weight = 1;
        needs_draw(model);
    }
    for (int skill = 0; skill < model->n_skills; skill++) model->interest_asked[skill] = true;
    return model;
}
