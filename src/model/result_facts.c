#include "model/result_facts.h"

#include <stdlib.h>
#include <string.h>

static int by_texts(const char *const a[], const char *const b[], int n)
{
    for (int i = 0; i < n; i++) {
        int order = strcmp(a[i], b[i]);
        if (order != 0) return order < 0 ? -1 : 1;
    }
    return 0;
}

static int by_seat(const void *left, const void *right)
{
    const FactSeat *a = left, *b = right;
    return by_texts((const char *const[]){a->person, a->group, a->role}, (const char *const[]){b->person, b->group, b->role},
                    3);
}

static int by_person(const void *left, const void *right)
{
    return strcmp(((const FactPerson *)left)->person, ((const FactPerson *)right)->person);
}

static int by_group(const void *left, const void *right)
{
    return strcmp(((const FactGroup *)left)->group, ((const FactGroup *)right)->group);
}

static int by_setting(const void *left, const void *right)
{
    return strcmp(((const FactSetting *)left)->name, ((const FactSetting *)right)->name);
}

int fact_shortage_order(const FactShortage *a, const FactShortage *b)
{
    int order = by_texts((const char *const[]){a->kind, a->group, a->role, a->skill, a->level, a->field, a->value},
                         (const char *const[]){b->kind, b->group, b->role, b->skill, b->level, b->field, b->value}, 7);
    return order != 0 ? order : (a->have > a->needed) - (b->have > b->needed);
}

int64_t fact_shortage_missing(const FactShortage *shortage)
{
    int64_t missing = shortage->needed - shortage->have;
    return missing < 0 ? -missing : missing;
}

/* Two rows of one need (as two rows of needs.csv may ask for it) by how much is asked. */
static int by_shortage(const void *left, const void *right)
{
    const FactShortage *a = left, *b = right;
    int order = fact_shortage_order(a, b);
    if (order == 0) order = (a->needed > b->needed) - (a->needed < b->needed);
    if (order == 0) order = (a->cost > b->cost) - (a->cost < b->cost);
    return order;
}

static void sort(void *items, int n, size_t size, int (*order)(const void *, const void *))
{
    if (n > 1) qsort(items, (size_t)n, size, order);
}

void result_facts_sort(ResultFacts *facts)
{
    sort(facts->settings, facts->n_settings, sizeof *facts->settings, by_setting);
    sort(facts->seats, facts->n_seats, sizeof *facts->seats, by_seat);
    sort(facts->people, facts->n_people, sizeof *facts->people, by_person);
    sort(facts->groups, facts->n_groups, sizeof *facts->groups, by_group);
    sort(facts->shortages, facts->n_shortages, sizeof *facts->shortages, by_shortage);
}

static const void *find(const void *key, const void *items, int n, size_t size, int (*order)(const void *, const void *))
{
    return n > 0 ? bsearch(key, items, (size_t)n, size, order) : NULL;
}

const FactPerson *result_person(const ResultFacts *facts, const char *key)
{
    return find(&(FactPerson){.person = key}, facts->people, facts->n_people, sizeof *facts->people, by_person);
}

const FactGroup *result_group(const ResultFacts *facts, const char *name)
{
    return find(&(FactGroup){.group = name}, facts->groups, facts->n_groups, sizeof *facts->groups, by_group);
}
