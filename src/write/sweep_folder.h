/* sweep_folder.h: the folder of a sweep: frontier.csv, frontier.svg, report.html, and for each outcome a result folder and the
 * scenario that leads to it; put in place complete or not at all. */
#ifndef WRITE_SWEEP_FOLDER_H
#define WRITE_SWEEP_FOLDER_H

#include "explain/frontier.h"

/**
 * Whether a sweep can be put at `path`: nothing is there, an empty folder, or an earlier sweep and nothing else; and the folder
 * that holds it can be written. What a killed run left beside it is removed, or put back where it is all that is left.
 * Errors: CADRE_INPUT for a path that must not be replaced; CADRE_IO, CADRE_NO_MEMORY.
 */
CadreStatus sweep_target_check(const char *path, Arena *arena, CadreError *err);

/* Make the folder that is written aside. */
CadreStatus sweep_open(const char **aside, const char *path, Arena *arena, CadreError *err);

/* "outcome-07"; wider where there are more than 99. NULL where there is no memory. */
const char *sweep_outcome_name(int number, int n_outcomes, Arena *arena);

/* `outcome`.scenario.csv. NULL where there is no memory. */
const char *sweep_scenario_path(const char *outcome, Arena *arena);

/* Write the scenario there; cells: sheet, key, column and value of each of n lines. *text: what was written. */
CadreStatus sweep_scenario_write(const char **text, const char *outcome, const char *const cells[/*4*n*/], int n, Arena *arena,
                                 CadreError *err);

/* Add the files of the frontier, check the target again and put the folder in the place of `path`. */
CadreStatus sweep_commit(const char *aside, const char *path, const Frontier *frontier, Arena *arena, CadreError *err);

/* Remove the folder written aside, where it is not to be committed. */
void sweep_discard(const char *aside, Arena *arena);

#endif
