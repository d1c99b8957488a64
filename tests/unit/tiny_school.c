#include "unit/tiny_school.h"

#include "unit/model_builder.h"

static uint64_t state;
static int first_person, first_group, site; /* of the school that is drawn: of a district each has its own */
static bool of_district;

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
    at->site = chance(90) ? site : -1;
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
    at->site = chance(25) ? site : -1;
    if (chance(60)) builder_slot(model, below(2), 60 * below(3), 60 * below(3) + 180);
    for (int i = 0; i < n_roles; i++) role_draw(model, i == 0 ? "lead" : "member", i == 0 && chance(80));
}

static int first_attribute(const Model *model)
{
    return first_person < model->n_staff ? model->staff[first_person].first_attribute : model->n_attributes;
}

/* One of the grades of the school's people, each as likely. */
static int grade_draw(const Model *model)
{
    int n = 0, found[3];
    for (int i = first_attribute(model); i < model->n_attributes; i++) {
        int value = model->attributes[i].value, known = 0;
        while (known < n && found[known] != value) known++;
        if (known == n) found[n++] = value;
    }
    return found[below(n)];
}

static int group_of_school(const Model *model) { return first_group + below(model->n_groups - first_group); }
static int person_of_school(const Model *model) { return first_person + below(model->n_staff - first_person); }

static int role_of_school(const Model *model)
{
    int first = model->groups[first_group].first_role;
    return first + below(model->n_roles - first);
}

static void needs_draw(Model *model)
{
    for (int i = below(3); i > 0; i--) {
        int group = group_of_school(model), role = -1;
        if (chance(40)) role = model->groups[group].first_role + below(model->groups[group].n_roles);
        model->coverages[model->n_coverages++] = (Coverage){.group = group,
                                                            .role = role,
                                                            .skill = below(model->n_skills),
                                                            .level = 1 + below(5),
                                                            .people = 1 + below(2),
                                                            .must = chance(40)};
    }
    int field = names_find(model->fields, "grade");
    for (int i = below(3); first_attribute(model) < model->n_attributes && i > 0; i--) {
        Mix mix = {.group = group_of_school(model), .field = field, .min = below(3), .max = NO_LIMIT, .must = chance(40)};
        mix.value = grade_draw(model);
        if (chance(50)) mix.max = mix.min + below(2);
        model->mixes[model->n_mixes++] = mix;
    }
}

static void pins_draw(Model *model)
{
    for (int i = chance(45) ? 1 + below(3) : 0; i > 0; i--)
        builder_pin(model, person_of_school(model), (PinRule)below(3),
                    chance(80) || of_district ? role_of_school(model) : -1); /* a pin on every role would link the schools */
    for (int i = chance(50) ? 1 + below(2) : 0; i > 0; i--) {
        int person = person_of_school(model), other = person_of_school(model);
        if (person == other) continue;
        model->pairs[model->n_pairs] = (Pair){person, other, group_of_school(model), chance(55), {"pairs.csv", 2, 0}};
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

/* What is drawn from now on is of a new school: the only one, where there is no model yet. */
static void start(const Model *model, uint64_t seed, int site_drawn)
{
    state = seed;
    of_district = model != NULL;
    first_person = model ? model->n_staff : 0;
    first_group = model ? model->n_groups : 0;
    site = site_drawn;
    below(2);
}

static void people_and_groups_draw(Model *model, Arena *arena)
{
    int n_staff = 2 + below(4), n_groups = 1 + below(3), n_roles = 0;
    for (int i = 0; i < n_staff; i++) person_draw(model, arena, i);
    for (int i = 0; i < n_groups; i++) {
        int own = n_roles < 3 && chance(50) ? 2 : 1;
        group_draw(model, arena, i, own);
        n_roles += own;
    }
}

Model *tiny_school(Arena *arena, unsigned seed)
{
    start(NULL, seed * UINT64_C(0x9e3779b97f4a7c15) + 12345, 0);
    Model *model = builder_model(arena, 2);
    settings_draw(&model->settings);
    people_and_groups_draw(model, arena);
    needs_draw(model);
    pins_draw(model);
    previous_draw(model);
    for (int skill = 0; skill < model->n_skills; skill++) model->interest_asked[skill] = chance(70);
    return model;
}

Model *tiny_district(Arena *arena, unsigned seed, int n_schools, int only)
{
    uint64_t first = (seed + 1) * UINT64_C(0x9e3779b97f4a7c15);
    Model *model = builder_model(arena, 2);
    start(model, first, 0);
    settings_draw(&model->settings);
    model->settings.fairness = FAIRNESS_TOTAL;
    for (int skill = 0; skill < model->n_skills; skill++) model->interest_asked[skill] = chance(70);
    model->n_sites = n_schools;
    for (int school = 0; school < n_schools; school++) {
        if (only >= 0 && only != school) continue;
        start(model, first + 1 + (uint64_t)school, school);
        people_and_groups_draw(model, arena);
        for (int person = first_person; person < model->n_staff; person++) model->staff[person].site = school;
        for (int group = first_group; group < model->n_groups; group++) model->groups[group].site = school;
        needs_draw(model);
        pins_draw(model);
    }
    return model;
}

Model *small_school(Arena *arena, int n_staff, int n_groups, unsigned seed)
{
    start(NULL, seed * UINT64_C(0x9e3779b97f4a7c15) + 777, 0);
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
