/* brief_read.h: a plan's sheets, as far as they are there, and an inventory's results -> what two forms should ask. */
#ifndef READ_BRIEF_READ_H
#define READ_BRIEF_READ_H

#include "model/brief.h"
#include "read/sheets.h"
#include "read/vocabulary.h"

/**
 * Read the brief. `inputs->plan` may be NULL and need not be complete, for the forms come before it; `inputs->surveys`, none or
 * the inventory's exports, are read by the plan's columns.csv and, beyond that, as `cadre init` guesses; its rows about other
 * surveys play no part. Only what the forms hang on is checked: `cadre check` does the rest. Problems are messages; the brief
 * is to be used only where messages_errors is 0 afterwards. Errors: CADRE_IO, CADRE_NO_MEMORY. Cost O(rows * groups + cells of
 * the surveys).
 */
CadreStatus brief_read(Brief *out, const CadreInputs *inputs, Arena *arena, Messages *messages, CadreError *err);

/* That a group of an area (provisional; -1: no one area) asks for a skill (provisional). */
typedef struct BriefNeed {
    int skill, area;
} BriefNeed;

/* What the reading of a brief shares; private to brief_read.c and brief_results.c. */
typedef struct BriefReader {
    Brief *brief;
    PlanSheets plan;
    Vocabulary *skills, *focuses;
    LIST(BriefSkill) counts; /* by provisional skill; areas are provisional too */
    LIST(BriefNeed) needs;
    Names *groups;   /* of groups.csv */
    int *group_row;  /* [groups] */
    int *group_area; /* [groups] provisional */
    Arena *arena;    /* the brief's */
    Arena *scratch;  /* released when brief_read returns */
    Messages *messages;
    CadreError *err;
} BriefReader;

/* The provisional number of a skill; -1 where there is no memory. */
int brief_skill_add(BriefReader *reader, const char *name, SpellingRank rank);

/* Count how many can do each skill of the surveys, and keep the sheets that read these. */
CadreStatus brief_results_read(BriefReader *reader, const CadreInputs *inputs);

#endif
