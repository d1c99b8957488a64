/* result_facts.h: a result folder as values, without the plan that it was made from: all that results are compared by. */
#ifndef MODEL_RESULT_FACTS_H
#define MODEL_RESULT_FACTS_H

#include "model/result_snapshot.h"
#include "model/solution.h"

typedef struct FactSeat {
    const char *person, *name, *group, *role;
    bool leads;
    int64_t points;
} FactSeat;

typedef struct FactPerson {
    const char *person, *name;
    int64_t groups, leads, hours; /* hours in hundredths */
} FactPerson;

typedef struct FactGroup {
    const char *group;
    int64_t size, leads, points_mean, points_min, shortages; /* points -1 where there are none */
} FactGroup;

typedef struct FactShortage {
    const char *kind, *group, *role, *skill, *level, *field, *value; /* "" where it has none */
    int64_t needed, have, cost;
} FactShortage;

typedef struct FactSetting {
    const char *name, *value; /* as settings.csv would say it, "" for none */
} FactSetting;

typedef struct ResultFacts {
    const char *folder; /* as the user named it */
    ObjectiveParts parts;
    int64_t objective, bound, gap;
    int64_t floor, changes; /* -1: none */
    bool proved;
    bool is_floor; /* fairness = floor: the bound is that of the last step */
    ResultSnapshot snapshot;
    FactSetting *settings;   /* by name */
    FactSeat *seats;         /* by person, group, role */
    FactPerson *people;      /* by key */
    FactGroup *groups;       /* by name */
    FactShortage *shortages; /* by kind, group, role, skill, level, field, value, too few before too many */
    int n_settings, n_seats, n_people, n_groups, n_shortages;
} ResultFacts;

/* Into the orders above, which no order of rows in a file then bears on. */
void result_facts_sort(ResultFacts *facts);

/* Of sorted facts; NULL where there is none. Cost O(log n). */
const FactPerson *result_person(const ResultFacts *facts, const char *key);
const FactGroup *result_group(const ResultFacts *facts, const char *name);

/* -1, 0, 1: the order of two shortages as needs; 0: the same need, unmet in the same direction. */
int fact_shortage_order(const FactShortage *a, const FactShortage *b);

/* How many people (or places) are missing, or too many. */
int64_t fact_shortage_missing(const FactShortage *shortage);

#endif
