#include "program/pin_clashes.h"

#include <string.h>

#include "base/text_buffer.h"
#include "program/contradictions.h"
#include "program/person_rules.h"

enum { SEARCH_STEPS = 100000 }; /* of one person's must pins; beyond that the solver finds it */

typedef struct Search {
    const Program *program;
    int person, n_pins;
    const int *pins;
    const bool *rules; /* [n_person_rules]: those in force */
    int *roles, n_roles, steps;
} Search;

static bool search_allowed(const Search *search)
{
    for (int rule = 0; rule < n_person_rules; rule++)
        if (search->rules[rule] && person_rules[rule].allowed != must_allowed &&
            !person_rules[rule].allowed(search->program, search->person, search->roles, search->n_roles))
            return false;
    return true;
}

static bool already_kept(const Search *search, const Pin *pin)
{
    for (int i = 0; i < pin->n_roles; i++)
        for (int k = 0; k < search->n_roles; k++)
            if (search->program->model->pin_roles[pin->first_role + i] == search->roles[k]) return true;
    return false;
}

/* Whether pins `next` and later can be kept beside the roles taken; true too where the search is cut short. */
static bool search_from(Search *search, int next)
{
    if (++search->steps > SEARCH_STEPS || next == search->n_pins) return true;
    const Program *program = search->program;
    const Pin *pin = &program->model->pins[search->pins[next]];
    if (already_kept(search, pin)) return search_from(search, next + 1);
    for (int i = 0; i < pin->n_roles; i++) {
        int role = program->model->pin_roles[pin->first_role + i];
        if (score_find(program->scores, search->person, role) < 0) continue;
        search->roles[search->n_roles++] = role;
        bool kept = search_allowed(search) && search_from(search, next + 1);
        search->n_roles--;
        if (kept) return true;
    }
    return false;
}

/* One person's pins, and the rules that they are asked against. */
typedef struct PinClash {
    const Program *program;
    Arena *arena;
    int person, n_pins;
    int *pins, *roles;
    bool *rules; /* [n_person_rules] */
} PinClash;

static bool can_keep(const PinClash *clash, const int *pins, int n_pins, const bool *rules, bool *cut)
{
    Search search = {.program = clash->program,
                     .person = clash->person,
                     .n_pins = n_pins,
                     .pins = pins,
                     .rules = rules,
                     .roles = clash->roles};
    bool kept = search_from(&search, 0);
    if (cut) *cut = search.steps > SEARCH_STEPS;
    return kept;
}

/* Drop what the conflict does not need, one by one. */
static void least_pins(PinClash *clash)
{
    int *pins = clash->pins;
    for (int drop = clash->n_pins - 1; drop >= 0; drop--) {
        int dropped = pins[drop];
        size_t after = (size_t)(clash->n_pins - drop - 1) * sizeof *pins;
        memmove(pins + drop, pins + drop + 1, after);
        if (!can_keep(clash, pins, clash->n_pins - 1, clash->rules, NULL)) {
            clash->n_pins--;
            continue;
        }
        memmove(pins + drop + 1, pins + drop, after);
        pins[drop] = dropped;
    }
}

static void least_rules(PinClash *clash)
{
    for (int rule = 0; rule < n_person_rules; rule++) {
        clash->rules[rule] = false;
        if (can_keep(clash, clash->pins, clash->n_pins, clash->rules, NULL)) clash->rules[rule] = true;
    }
}

/* --- in words --- */

static void add_group_places(TextBuffer *text, const PinClash *clash, const char *said)
{
    const Model *model = clash->program->model;
    for (int i = 0; i < clash->n_pins; i++) {
        const Pin *pin = &model->pins[clash->pins[i]];
        const Group *group = &model->groups[model->roles[model->pin_roles[pin->first_role]].group];
        const char *place = contradiction_place(group->origin, clash->arena);
        bool named = !place || !*place || strstr(said, place);
        for (int k = 0; k < i && !named; k++) {
            const Pin *before = &model->pins[clash->pins[k]];
            named = model->roles[model->pin_roles[before->first_role]].group == (int)(group - model->groups);
        }
        if (!place) text->lost = true;
        if (!named) buffer_print(text, "%s%s", *said || i ? ", " : "", place);
    }
}

/* The rules that the conflict needs, with the sheet rows of person and groups. */
static void add_rules(TextBuffer *text, const PinClash *clash)
{
    const char *own = contradiction_place(clash->program->model->staff[clash->person].origin, clash->arena);
    bool first = true;
    for (int rule = 0; rule < n_person_rules; rule++) {
        if (!clash->rules[rule] || rule == PERSON_MUST) continue;
        buffer_print(text, "%s%s", first ? "" : "; ", person_rules[rule].conflict);
        first = false;
    }
    if (!own) text->lost = true;
    buffer_print(text, " (%s", own ? own : "");
    add_group_places(text, clash, own ? own : "");
    buffer_add(text, ")");
}

typedef struct WaysText {
    TextBuffer text;
    int n;
} WaysText;

static void add_way(WaysText *ways, const char *words)
{
    buffer_print(&ways->text, "%s%s", ways->n++ == 0 ? "" : "; or ", words ? words : "");
    if (!words) ways->text.lost = true;
}

/* Which one row out of the way lets all pins of the person be kept, not those of this conflict alone. */
static CadreStatus add_ways(WaysText *ways, const PinClash *clash, CadreError *err)
{
    static const char *const looser[] = {[PERSON_HOURS] = "more hours for the person",
                                         [PERSON_MAX_GROUPS] = "a greater max_groups for the person",
                                         [PERSON_MAX_LEADS] = "a greater max_leads for the person",
                                         [PERSON_SLOTS] = "other times for the groups that meet at the same time"};
    const Program *program = clash->program;
    const int *all = program->musts + program->first_must[clash->person];
    int n_all = program->first_must[clash->person + 1] - program->first_must[clash->person];
    int *others = ARENA_ARRAY(clash->arena, int, n_all);
    bool *rules = ARENA_ARRAY(clash->arena, bool, n_person_rules), cut;
    if (!others || !rules) return error_no_memory(err);
    memset(rules, true, (size_t)n_person_rules);
    for (int i = 0; i < clash->n_pins; i++) {
        int n_others = 0;
        for (int k = 0; k < n_all; k++)
            if (all[k] != clash->pins[i]) others[n_others++] = all[k];
        if (!can_keep(clash, others, n_others, rules, &cut) || cut) continue;
        const char *place = contradiction_place(program->model->pins[clash->pins[i]].origin, clash->arena);
        add_way(ways, place ? arena_print(clash->arena, "without %s", place) : NULL);
    }
    for (int rule = 0; rule < PERSON_MUST; rule++) {
        if (!clash->rules[rule] || rule == PERSON_ONE_ROLE) continue;
        rules[rule] = false;
        if (can_keep(clash, all, n_all, rules, &cut) && !cut) add_way(ways, looser[rule]);
        rules[rule] = true;
    }
    return CADRE_OK;
}

CadreStatus pin_clash_report(const Program *program, int person, Arena *arena, Messages *messages, CadreError *err)
{
    int n_pins = program->first_must[person + 1] - program->first_must[person];
    PinClash clash = {.program = program,
                      .arena = arena,
                      .person = person,
                      .n_pins = n_pins,
                      .pins = ARENA_ARRAY(arena, int, n_pins),
                      .roles = ARENA_ARRAY(arena, int, n_pins),
                      .rules = ARENA_ARRAY(arena, bool, n_person_rules)};
    if (!clash.pins || !clash.roles || !clash.rules) return error_no_memory(err);
    memset(clash.rules, true, (size_t)n_person_rules);
    memcpy(clash.pins, program->musts + program->first_must[person], (size_t)n_pins * sizeof *clash.pins);
    if (can_keep(&clash, clash.pins, n_pins, clash.rules, NULL)) return CADRE_OK;
    least_pins(&clash);
    least_rules(&clash);
    TextBuffer why = {.arena = arena};
    const char *text, *where = contradiction_pins(program->model, clash.pins, clash.n_pins, arena);
    if (!where) return error_no_memory(err);
    add_rules(&why, &clash);
    buffer_add(&why, "; expected pins that can all be kept");
    WaysText ways = {.text = {.arena = arena}};
    TRY(add_ways(&ways, &clash, err));
    TRY(buffer_text(&text, &ways.text, err));
    buffer_print(&why, "; %s%s",
                 ways.n == 0   ? "no one row of these is enough to change"
                 : ways.n == 1 ? "this would do: "
                               : "any one of these would do: ",
                 text);
    TRY(buffer_text(&text, &why, err));
    messages_add(messages, CADRE_ERROR, program->model->pins[clash.pins[0]].origin, "the must pins of \"%s\" (%s) ask for %s",
                 program->model->staff[person].key, where, text);
    return CADRE_OK;
}
