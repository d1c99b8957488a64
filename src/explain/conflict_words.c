#include "explain/conflict_words.h"

#include "explain/holdings.h"
#include "explain/wording.h"

enum { FOLDED_LEAST = 3 }; /* so many rows of one kind, one a person, are told as one */

typedef struct Telling {
    const Model *model;
    const Labels *labels;
    const NeedConflict *conflict;
    TextBuffer text;
} Telling;

static const char *name_of(const Telling *telling, int person) { return label_of(telling->labels, person); }

static void add_place(Telling *telling, Origin origin)
{
    const char *place = words_place(origin, telling->text.arena);
    if (place)
        buffer_add(&telling->text, place);
    else
        telling->text.lost = true;
}

/* --- rows --- */

static void add_limit(Telling *telling, const ConflictRow *row)
{
    const Model *model = telling->model;
    const Person *person = &model->staff[row->about];
    const char *name = name_of(telling, row->about);
    Arena *arena = telling->text.arena;
    if (row->kind == RULE_HOURS)
        words_add(&telling->text, PHRASE_ROW_HOURS, {"person", name}, {"n", hours_words(person->hours, arena)});
    else if (row->kind == RULE_MAX_GROUPS)
        words_add(&telling->text, PHRASE_ROW_MAX_GROUPS, {"person", name}, {"n", words_number(person->max_groups, arena)});
    else if (person->max_leads == 0)
        words_add(&telling->text, PHRASE_ROW_LEADS_NOTHING, {"person", name});
    else
        words_add(&telling->text, PHRASE_ROW_MAX_LEADS, {"person", name}, {"n", words_number(person->max_leads, arena)});
    add_place(telling, row->origin);
}

/* "A, B and C"; NULL without memory. */
static const char *listed(const char *list, const char *name, bool first, bool last, Arena *arena)
{
    return list && name ? arena_print(arena, "%s%s%s", list, first ? "" : last ? " and " : ", ", name) : NULL;
}

static void add_slots(Telling *telling, const ConflictRow *row)
{
    const Model *model = telling->model;
    Arena *arena = telling->text.arena;
    const char *groups = "", *places = "";
    for (int i = 0; i < row->n_groups; i++) {
        const Group *group = &model->groups[row->groups[i]];
        groups = listed(groups, group->name, i == 0, i == row->n_groups - 1, arena);
        const char *place = words_row(group->origin, arena);
        places = places && place ? arena_print(arena, "%s%s%s", places, *places ? ", " : "", place) : NULL;
    }
    words_add(&telling->text, PHRASE_ROW_SLOTS, {"person", name_of(telling, row->about)}, {"groups", groups});
    words_add(&telling->text, PHRASE_ROW_PLACE, {"place", places});
}

static void add_must(Telling *telling, const ConflictRow *row)
{
    const Model *model = telling->model;
    const Pin *pin = &model->pins[row->about];
    const Role *role = &model->roles[model->pin_roles[pin->first_role]];
    const Role *last = &model->roles[model->pin_roles[pin->first_role + pin->n_roles - 1]];
    const char *name = name_of(telling, pin->person), *group = model->groups[role->group].name;
    if (pin->n_roles == 1)
        words_add(&telling->text, PHRASE_ROW_MUST_ROLE, {"person", name}, {"role", role->name}, {"group", group});
    else if (role->group == last->group)
        words_add(&telling->text, PHRASE_ROW_MUST_GROUP, {"person", name}, {"group", group});
    else
        words_add(&telling->text, PHRASE_ROW_MUST_SOME, {"person", name});
    add_place(telling, row->origin);
}

static void add_coverage(Telling *telling, const ConflictRow *row)
{
    const Model *model = telling->model;
    const Coverage *coverage = &model->coverages[row->about];
    words_add(&telling->text, coverage->role >= 0 ? PHRASE_ROW_COVERAGE_ROLE : PHRASE_ROW_COVERAGE,
              {"n", words_number(coverage->people, telling->text.arena)}, {"skill", names_get(model->skills, coverage->skill)},
              {"level", words_number(coverage->level, telling->text.arena)},
              {"role", coverage->role >= 0 ? model->roles[coverage->role].name : ""},
              {"group", model->groups[coverage->group].name});
    add_place(telling, row->origin);
}

static void add_mix(Telling *telling, const ConflictRow *row)
{
    const Model *model = telling->model;
    const Mix *mix = &model->mixes[row->about];
    bool most = row->kind == RULE_MIX_MAX;
    words_add(&telling->text, most ? PHRASE_ROW_MIX_MAX : PHRASE_ROW_MIX_MIN,
              {"n", words_number(most ? mix->max : mix->min, telling->text.arena)},
              {"field", names_get(model->fields, mix->field)},
              {"value", names_get(model->field_values[mix->field], mix->value)}, {"group", model->groups[mix->group].name});
    add_place(telling, row->origin);
}

static void add_role(Telling *telling, const ConflictRow *row)
{
    const Role *role = &telling->model->roles[row->about];
    bool most = row->kind == RULE_ROLE_MAX;
    words_add(&telling->text, most ? PHRASE_ROW_ROLE_MAX : PHRASE_ROW_ROLE_MIN,
              {"n", words_number(most ? role->max : role->min, telling->text.arena)}, {"role", role->name},
              {"group", telling->model->groups[role->group].name});
    add_place(telling, row->origin);
}

static void add_size(Telling *telling, const ConflictRow *row)
{
    const Group *group = &telling->model->groups[row->about];
    bool most = row->kind == RULE_SIZE_MAX;
    words_add(&telling->text, most ? PHRASE_ROW_SIZE_MAX : PHRASE_ROW_SIZE_MIN,
              {"n", words_number(most ? group->max_size : group->min_size, telling->text.arena)}, {"group", group->name});
    add_place(telling, row->origin);
}

static void add_pair(Telling *telling, const ConflictRow *row)
{
    const Model *model = telling->model;
    const Pair *pair = &model->pairs[row->about];
    words_add(&telling->text, row->kind == RULE_TOGETHER ? PHRASE_ROW_TOGETHER : PHRASE_ROW_APART,
              {"person", name_of(telling, pair->person)}, {"other", name_of(telling, pair->other)},
              {"group", model->groups[pair->group].name});
    add_place(telling, row->origin);
}

static void add_changes(Telling *telling, const ConflictRow *row)
{
    words_add(&telling->text, PHRASE_ROW_CHANGES,
              {"n", words_number(telling->model->settings.max_changes, telling->text.arena)});
    add_place(telling, row->origin);
}

static void add_row(Telling *telling, const ConflictRow *row)
{
    static void (*const add[])(Telling *, const ConflictRow *) = {
        [RULE_ROLE_MIN] = add_role,   [RULE_SIZE_MIN] = add_size, [RULE_COVERAGE] = add_coverage,
        [RULE_MIX_MIN] = add_mix,     [RULE_MIX_MAX] = add_mix,   [RULE_ROLE_MAX] = add_role,
        [RULE_SIZE_MAX] = add_size,   [RULE_TOGETHER] = add_pair, [RULE_APART] = add_pair,
        [RULE_CHANGES] = add_changes, [RULE_HOURS] = add_limit,   [RULE_MAX_GROUPS] = add_limit,
        [RULE_MAX_LEADS] = add_limit, [RULE_SLOTS] = add_slots,   [RULE_MUST] = add_must,
    };
    add[row->kind](telling, row);
}

/* --- rows of one kind that many people have --- */

static bool is_limit(RuleKind kind) { return kind == RULE_HOURS || kind == RULE_MAX_GROUPS || kind == RULE_MAX_LEADS; }

static int rows_of_kind(const NeedConflict *conflict, RuleKind kind)
{
    int n = 0;
    for (int i = 0; i < conflict->n_rows; i++) n += conflict->rows[i].kind == kind;
    return n;
}

static void add_folded(Telling *telling, RuleKind kind, int n)
{
    static const Phrase phrases[] = {
        [RULE_HOURS] = PHRASE_ROWS_HOURS, [RULE_MAX_GROUPS] = PHRASE_ROWS_MAX_GROUPS, [RULE_MAX_LEADS] = PHRASE_ROWS_MAX_LEADS};
    const NeedConflict *conflict = telling->conflict;
    Arena *arena = telling->text.arena;
    const char *people = "", *places = "";
    for (int i = 0, at = 0; i < conflict->n_rows; i++) {
        const ConflictRow *row = &conflict->rows[i];
        if (row->kind != kind) continue;
        people = listed(people, name_of(telling, row->about), at == 0, at == n - 1, arena);
        const char *place = words_row(row->origin, arena);
        places = places && place ? arena_print(arena, "%s%s%s", places, *places ? ", " : "", place) : NULL;
        at++;
    }
    words_add(&telling->text, phrases[kind], {"people", people});
    words_add(&telling->text, PHRASE_ROW_PLACE, {"place", places});
}

/* All but the need itself, which the caller has named. */
static void add_rows(Telling *telling)
{
    const NeedConflict *conflict = telling->conflict;
    bool told[RULE_COUNT + 1] = {false}, first = true;
    words_add(&telling->text, PHRASE_NEED_CONFLICT, {"place", words_place(conflict->rows[0].origin, telling->text.arena)});
    for (int i = 1; i < conflict->n_rows; i++) {
        RuleKind kind = conflict->rows[i].kind;
        int n = is_limit(kind) ? rows_of_kind(conflict, kind) : 1;
        if (told[kind]) continue;
        if (!first) words_add_n(&telling->text, PHRASE_ROW_NEXT, NULL, 0);
        first = false;
        if (n >= FOLDED_LEAST) {
            add_folded(telling, kind, n);
            told[kind] = true;
        } else {
            add_row(telling, &conflict->rows[i]);
        }
    }
    words_add_n(&telling->text, PHRASE_ROW_LAST, NULL, 0);
    if (!conflict->least) words_add_n(&telling->text, PHRASE_NEED_NOT_LEAST, NULL, 0);
}

/* --- too few --- */

static void add_barred(Telling *telling)
{
    static const Phrase phrases[BARRIERS] = {[BARRIER_AWAY] = PHRASE_NEED_BAR_AWAY,
                                             [BARRIER_SITE] = PHRASE_NEED_BAR_SITE,
                                             [BARRIER_POSITION] = PHRASE_NEED_BAR_POSITION,
                                             [BARRIER_MUST] = PHRASE_NEED_BAR_MUST,
                                             [BARRIER_NEVER] = PHRASE_NEED_BAR_NEVER};
    const NeedConflict *conflict = telling->conflict;
    for (int barrier = BARRIER_NONE + 1; barrier < BARRIERS; barrier++) {
        if (conflict->barred[barrier] == 0) continue;
        words_add_n(&telling->text, PHRASE_ROW_NEXT, NULL, 0);
        words_add(&telling->text, phrases[barrier], {"n", words_number(conflict->barred[barrier], telling->text.arena)});
        add_place(telling, conflict->bars[barrier]);
    }
}

static Phrase few_phrase(const NeedConflict *conflict, const Shortage *shortage)
{
    static const struct {
        Phrase none, few, barred;
    } phrases[] = {
        [SHORTAGE_ROLE] = {PHRASE_NEED_NONE_ROLE, PHRASE_NEED_FEW_ROLE, PHRASE_NEED_FEW_ROLE},
        [SHORTAGE_SIZE] = {PHRASE_NEED_NONE_SIZE, PHRASE_NEED_FEW_SIZE, PHRASE_NEED_FEW_SIZE},
        [SHORTAGE_COVERAGE] = {PHRASE_NEED_NONE_COVERAGE, PHRASE_NEED_FEW_COVERAGE, PHRASE_NEED_REACH_COVERAGE},
        [SHORTAGE_MIX] = {PHRASE_NEED_NONE_MIX, PHRASE_NEED_FEW_MIX, PHRASE_NEED_REACH_MIX},
    };
    bool by_person = shortage->kind == SHORTAGE_ROLE || shortage->kind == SHORTAGE_SIZE;
    if ((by_person ? conflict->able : conflict->reach) == 0) return phrases[shortage->kind].none;
    return conflict->reach >= shortage->needed ? phrases[shortage->kind].barred : phrases[shortage->kind].few;
}

static void add_few(Telling *telling, const Shortage *shortage)
{
    const Model *model = telling->model;
    const NeedConflict *conflict = telling->conflict;
    Arena *arena = telling->text.arena;
    bool by_field = shortage->kind == SHORTAGE_MIX;
    words_add(&telling->text, few_phrase(conflict, shortage), {"able", words_number(conflict->able, arena)},
              {"reach", words_number(conflict->reach, arena)}, {"needed", words_number(shortage->needed, arena)},
              {"role", shortage->role >= 0 ? model->roles[shortage->role].name : ""},
              {"skill", shortage->skill >= 0 ? names_get(model->skills, shortage->skill) : ""},
              {"level", words_number(shortage->level, arena)},
              {"field", by_field ? names_get(model->fields, shortage->field) : ""},
              {"value", by_field ? names_get(model->field_values[shortage->field], shortage->value) : ""});
    add_barred(telling);
    words_add_n(&telling->text, PHRASE_ROW_LAST, NULL, 0);
}

CadreStatus conflict_words(const char **words, const Labels *labels, const Shortage *shortage, const NeedConflict *conflict,
                           bool earns_more, Arena *arena, CadreError *err)
{
    Telling telling = {labels->model, labels, conflict, {.arena = arena}};
    switch (conflict->answer) {
    case NEED_NOT_KNOWN:
        words_add_n(&telling.text, PHRASE_NEED_NOT_KNOWN, NULL, 0);
        break;
    case NEED_CAN_BE_MET:
        words_add_plain(&telling.text, earns_more ? PHRASE_NEED_CAN_BE_MET_MORE : PHRASE_NEED_CAN_BE_MET);
        break;
    case NEED_TOO_FEW:
        add_few(&telling, shortage);
        break;
    case NEED_CONFLICT:
        add_rows(&telling);
        break;
    }
    return buffer_text(words, &telling.text, err);
}
