/* people_match.h: who of one result is who of another, where they are not called by the same key: one year's survey may have
 * asked for ids and another's for e-mails or names only. */
#ifndef MODEL_PEOPLE_MATCH_H
#define MODEL_PEOPLE_MATCH_H

#include "base/arena.h"
#include "model/result_facts.h"

/* Somebody whom two results call by different keys. */
typedef struct PersonMatch {
    const char *before, *after; /* the keys */
    const char *name;           /* as the later result spells it */
} PersonMatch;

typedef LIST(PersonMatch) PeopleMatch;

/**
 * Match those whose key the other result does not have by their name, compared as names are everywhere (text_name_key). The
 * rule is:
 *  - the name is not blank, and in each result exactly one person of all its staff has it, also of those matched by key;
 *  - the two keys are not ids both: two who have an id each that differs are two people, whatever they are called;
 *  - where both keys are e-mails, what stands before the last @ is the same: a school that changes its domain keeps its
 *    people, and two colleagues of one name who came and went stay two.
 * A key is an e-mail where there is an @ in it, a name where it is the person's own name, and else an id. Who has no name is
 * matched by key only.
 * The results alone decide: whether their inputs are there bears on nothing. `out` is by the key before. Errors:
 * CADRE_NO_MEMORY. Cost O(people log people).
 */
CadreStatus people_match(PeopleMatch *out, const ResultFacts *first, const ResultFacts *other, Arena *arena, CadreError *err);

/* The match of whom the first result calls `key`; NULL: not matched by name. Cost O(log n). */
const PersonMatch *people_match_find(const PeopleMatch *matches, const char *key);

/* The other result with each of those called by the key before, sorted again; the rest is shared with `other`. Errors:
 * CADRE_NO_MEMORY. Cost O(rows log rows). */
CadreStatus people_match_apply(ResultFacts *out, const ResultFacts *other, const PeopleMatch *matches, Arena *arena,
                               CadreError *err);

#endif
