#include "model/people_match.h"

#include <stdlib.h>
#include <string.h>

#include "base/names.h"
#include "base/text.h"

/* One result's people by name. */
typedef struct NameSide {
    const ResultFacts *facts;
    int *name;   /* [n_people] index of `names`, -1: none */
    int *bearer; /* [n_names] the last of that name who is left over, -1 */
    int *times;  /* [n_names] */
} NameSide;

typedef enum KeyKind { KEY_ID, KEY_EMAIL, KEY_NAME } KeyKind;

static CadreStatus names_learn(NameSide *side, Names *names, Arena *arena, CadreError *err)
{
    if (!(side->name = ARENA_ARRAY(arena, int, side->facts->n_people))) return error_no_memory(err);
    for (int i = 0; i < side->facts->n_people; i++) {
        const char *name = side->facts->people[i].name;
        side->name[i] = text_is_blank(name) ? -1 : names_add(names, name);
        if (side->name[i] < 0 && !text_is_blank(name)) return error_no_memory(err);
    }
    return CADRE_OK;
}

static CadreStatus names_count_up(NameSide *side, const ResultFacts *peer, int n_names, Arena *arena, CadreError *err)
{
    side->bearer = ARENA_ARRAY(arena, int, n_names);
    side->times = ARENA_ARRAY(arena, int, n_names);
    if (!side->bearer || !side->times) return error_no_memory(err);
    for (int i = 0; i < n_names; i++) side->bearer[i] = -1;
    for (int i = 0; i < side->facts->n_people; i++) {
        if (side->name[i] < 0) continue;
        side->times[side->name[i]]++;
        if (!result_person(peer, side->facts->people[i].person)) side->bearer[side->name[i]] = i;
    }
    return CADRE_OK;
}

static CadreStatus key_kind(KeyKind *out, const FactPerson *person, const char *name_key, Arena *arena, CadreError *err)
{
    const char *key = text_name_key(arena, person->person);
    if (!key) return error_no_memory(err);
    *out = strchr(person->person, '@') ? KEY_EMAIL : strcmp(key, name_key) == 0 ? KEY_NAME : KEY_ID;
    return CADRE_OK;
}

static bool same_before_at(const char *a, const char *b)
{
    size_t length = (size_t)(strrchr(a, '@') - a);
    return length == (size_t)(strrchr(b, '@') - b) && memcmp(a, b, length) == 0;
}

/* Whether the keys do not speak against it. */
static CadreStatus keys_allow(bool *allow, const FactPerson *before, const FactPerson *after, const char *name_key,
                              Arena *arena, CadreError *err)
{
    KeyKind was = KEY_ID, is = KEY_ID;
    TRY(key_kind(&was, before, name_key, arena, err));
    TRY(key_kind(&is, after, name_key, arena, err));
    *allow =
        was == KEY_EMAIL && is == KEY_EMAIL ? same_before_at(before->person, after->person) : was != KEY_ID || is != KEY_ID;
    return CADRE_OK;
}

CadreStatus people_match(PeopleMatch *out, const ResultFacts *first, const ResultFacts *other, Arena *arena, CadreError *err)
{
    NameSide a = {.facts = first}, b = {.facts = other};
    Names *names = names_create(arena, NAME_STYLE_NAME);
    *out = (PeopleMatch){0};
    if (!names) return error_no_memory(err);
    TRY(names_learn(&a, names, arena, err));
    TRY(names_learn(&b, names, arena, err));
    TRY(names_count_up(&a, other, names_count(names), arena, err));
    TRY(names_count_up(&b, first, names_count(names), arena, err));
    for (int i = 0; i < first->n_people; i++) {
        int name = a.name[i];
        if (name < 0 || a.bearer[name] != i || b.bearer[name] < 0 || a.times[name] != 1 || b.times[name] != 1) continue;
        const FactPerson *before = &first->people[i], *after = &other->people[b.bearer[name]];
        bool allow;
        TRY(keys_allow(&allow, before, after, names_key(names, name), arena, err));
        if (allow && !LIST_PUSH(arena, out, (PersonMatch){before->person, after->person, after->name}))
            return error_no_memory(err);
    }
    return CADRE_OK;
}

static int by_before(const void *key, const void *item) { return strcmp(key, ((const PersonMatch *)item)->before); }

const PersonMatch *people_match_find(const PeopleMatch *matches, const char *key)
{
    return matches->n > 0 ? bsearch(key, matches->items, (size_t)matches->n, sizeof *matches->items, by_before) : NULL;
}

/* The key that each later key stands for, as an index of `keys`. */
static CadreStatus calls_learn(Names *keys, const char **calls, const PeopleMatch *matches, CadreError *err)
{
    for (int i = 0; i < matches->n; i++) {
        int key = names_add(keys, matches->items[i].after);
        if (key < 0) return error_no_memory(err);
        calls[key] = matches->items[i].before;
    }
    return CADRE_OK;
}

CadreStatus people_match_apply(ResultFacts *out, const ResultFacts *other, const PeopleMatch *matches, Arena *arena,
                               CadreError *err)
{
    ResultFacts called = {.n_people = other->n_people, .n_seats = other->n_seats};
    *out = *other;
    if (matches->n == 0) return CADRE_OK;
    Names *keys = names_create(arena, NAME_STYLE_EXACT);
    const char **calls = ARENA_ARRAY(arena, const char *, matches->n);
    called.people = ARENA_ARRAY(arena, FactPerson, other->n_people);
    called.seats = ARENA_ARRAY(arena, FactSeat, other->n_seats);
    if (!keys || !calls || !called.people || !called.seats) return error_no_memory(err);
    TRY(calls_learn(keys, calls, matches, err));
    for (int i = 0; i < other->n_people; i++) {
        int key = names_find(keys, other->people[i].person);
        called.people[i] = other->people[i];
        if (key >= 0) called.people[i].person = calls[key];
    }
    for (int i = 0; i < other->n_seats; i++) {
        int key = names_find(keys, other->seats[i].person);
        called.seats[i] = other->seats[i];
        if (key >= 0) called.seats[i].person = calls[key];
    }
    result_facts_sort(&called);
    out->people = called.people;
    out->seats = called.seats;
    return CADRE_OK;
}
