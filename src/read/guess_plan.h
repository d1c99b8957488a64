/* guess_plan.h: the names that a plan's sheets use, as evidence of what a survey column is about. */
#ifndef READ_GUESS_PLAN_H
#define READ_GUESS_PLAN_H

#include "base/names.h"
#include "read/sheets.h"

typedef struct PlanNames {
    Names *skills; /* of needs.csv and of the needs in groups.csv */
    Names *topics; /* groups and focus areas */
    Names *fields; /* of mix.csv, and the plan's own columns of people.csv and sites.csv; header style */
    Names *ids;    /* of people.csv */
    char **skill_words, **topic_words, **field_words; /* each name by cue_words */
} PlanNames;

/* Errors: CADRE_NO_MEMORY. Cost O(cells of those sheets). */
CadreStatus plan_names_read(PlanNames *out, const PlanSheets *plan, Arena *arena, CadreError *err);

/* The longest of the names that stands in `words` as whole words; -1 where none does. Cost O(names * length). */
int plan_names_within(const Names *names, char *const *name_words, const char *words);

#endif
