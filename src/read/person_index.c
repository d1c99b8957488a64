#include "read/person_index.h"

#include <string.h>

typedef struct Meaning {
    int by_id, by_email, by_name, by_key; /* Model.staff, PERSON_UNKNOWN or PERSON_AMBIGUOUS */
} Meaning;

struct PersonIndex {
    const Model *model;
    Names *names; /* every id, e-mail, name and key */
    LIST(Meaning) meanings;
    Arena *arena;
};

/* The meaning of a text, added where it is new; NULL where there is no memory. */
static Meaning *meaning_of(PersonIndex *people, const char *text)
{
    const Meaning none = {PERSON_UNKNOWN, PERSON_UNKNOWN, PERSON_UNKNOWN, PERSON_UNKNOWN};
    int index = names_add(people->names, text);
    if (index < 0) return NULL;
    if (index == people->meanings.n && !LIST_PUSH(people->arena, &people->meanings, none)) return NULL;
    return &people->meanings.items[index];
}

static void meaning_set(int *slot, int person)
{
    if (*slot != person) *slot = *slot == PERSON_UNKNOWN ? person : PERSON_AMBIGUOUS;
}

static bool person_add(PersonIndex *people, const Person *person, int index)
{
    Meaning *meaning;
    if (*person->id) {
        if (!(meaning = meaning_of(people, person->id))) return false;
        meaning_set(&meaning->by_id, index);
    }
    if (*person->email) {
        if (!(meaning = meaning_of(people, person->email))) return false;
        meaning_set(&meaning->by_email, index);
    }
    if (*person->name) {
        if (!(meaning = meaning_of(people, person->name))) return false;
        meaning_set(&meaning->by_name, index);
    }
    if (!(meaning = meaning_of(people, person->key))) return false;
    meaning_set(&meaning->by_key, index);
    return true;
}

PersonIndex *person_index_create(const Model *model, Arena *arena)
{
    PersonIndex *people = ARENA_NEW(arena, PersonIndex);
    if (!people) return NULL;
    people->arena = arena;
    people->model = model;
    people->names = names_create(arena, NAME_STYLE_NAME);
    if (!people->names) return NULL;
    for (int i = 0; i < model->n_staff; i++)
        if (!person_add(people, &model->staff[i], i)) return NULL;
    return people;
}

int person_index_find(const PersonIndex *people, const char *text)
{
    int index = names_find(people->names, text);
    if (index < 0) return PERSON_UNKNOWN;
    const Meaning *meaning = &people->meanings.items[index];
    if (meaning->by_id != PERSON_UNKNOWN) return meaning->by_id;
    if (meaning->by_email != PERSON_UNKNOWN) return meaning->by_email;
    if (meaning->by_name != PERSON_UNKNOWN) return meaning->by_name;
    return meaning->by_key;
}

int person_index_find_printed(const PersonIndex *people, const char *text)
{
    int found = model_find_person(people->model, text);
    return found >= 0 ? found : person_index_find(people, text);
}

const char *person_index_nearest(const PersonIndex *people, const char *text) { return names_nearest(people->names, text); }
