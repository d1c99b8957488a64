/* compact.h: the text-book program: one 0/1 column per pair, priced columns for a person's n-th role, integer slacks, all rules
 * as rows. The small, obvious reference for every other method. */
#ifndef SOLVE_COMPACT_H
#define SOLVE_COMPACT_H

#include "program/person_rules.h"
#include "solve/linear.h"
#include "solve/step.h"

/* Columns: pairs, then slacks, then n-th roles by person. Rows: the group rules, then the rows of people, then what the step
 * adds. */
typedef struct Compact {
    LinearProgram linear;
    const Program *program;
    int *first_nth; /* [n_people + 1] columns */
    PersonRows person_rows;
    int first_person_row;
} Compact;

/* Errors: CADRE_NO_MEMORY. Cost O(entries). */
CadreStatus compact_make(Compact *out, const Program *program, const Step *step, Arena *arena, CadreError *err);

/* About how many coefficients compact_make would make. */
int64_t compact_size(const Program *program);

/* A solution as a point of the columns, slacks as small as the rules allow, and back. Errors: CADRE_NO_MEMORY. */
CadreStatus compact_point(int64_t **out, const Compact *compact, const Solution *solution, Arena *arena, CadreError *err);
CadreStatus compact_solution(Solution *out, const Compact *compact, const int64_t *point, Arena *arena, CadreError *err);

/* Write it in CPLEX LP format: columns x_PERSON_ROLE, slack_RULE_n and nth_PERSON_n, rows named by family; numbers are indices
 * in the order of Model. Complete or not at all: a file that was there survives a fault. Errors: CADRE_IO, CADRE_NO_MEMORY,
 * CADRE_SOLVER. */
CadreStatus compact_write(const Compact *compact, const char *path, Arena *arena, CadreError *err);

#endif
