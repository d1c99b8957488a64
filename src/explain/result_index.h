/* result_index.h: a result's rows by person, role, group and site, made once for all that print them. */
#ifndef EXPLAIN_RESULT_INDEX_H
#define EXPLAIN_RESULT_INDEX_H

#include "explain/labels.h"
#include "explain/result.h"

/* Things by a key: those of key k are item[first[k]] .. item[first[k + 1] - 1]. */
typedef struct Buckets {
    int *first, *item;
} Buckets;

/* Put things 0 .. n - 1, taken in the order of `order` (NULL: their own), into buckets by their keys; within one they keep it.
 * Errors: CADRE_NO_MEMORY. */
CadreStatus buckets_fill(Buckets *out, const int *keys, int n_keys, const int *order, int n, Arena *arena, CadreError *err);

typedef struct ResultIndex {
    const Model *model;
    const ResultRows *rows;
    Labels labels;
    Buckets by_person;       /* ResultRows.assignments, in their order */
    Buckets by_role;         /* the same */
    int *dearest;            /* [n_shortages] ResultRows.shortages by cost, the dearest first */
    Buckets shorts_by_group; /* ResultRows.shortages, dearest first */
    /* By site; the last key is of those without one. People by name within one. */
    Buckets people_by_site, groups_by_site, shorts_by_site;
} ResultIndex;

/* Errors: CADRE_NO_MEMORY. Cost O(rows + shortages log shortages). */
CadreStatus result_index_make(ResultIndex *out, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err);

static inline int buckets_count(const Buckets *buckets, int key) { return buckets->first[key + 1] - buckets->first[key]; }

/* What a page is about: the groups, the people and the shortages of one site, of none, or all, site by site. */
enum { SCOPE_ALL = -2, SCOPE_NO_SITE = -1 };
typedef struct ResultScope {
    int site;                               /* Model.sites, or one of the above */
    const int *groups, *people, *shortages; /* ResultRows' indices; shortages dearest first */
    int n_groups, n_people, n_shortages;
} ResultScope;

ResultScope result_scope(const ResultIndex *index, int site);

/* What a reader calls the person; NULL without memory. */
static inline const char *index_label(const ResultIndex *index, int person) { return label_of(&index->labels, person); }

#endif
