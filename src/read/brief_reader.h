/* brief_reader.h: what the steps of brief_read share; private to brief_read.c and the files that hold its steps. */
#ifndef READ_BRIEF_READER_H
#define READ_BRIEF_READER_H

#include "read/brief_read.h"
#include "read/sheets.h"
#include "read/vocabulary.h"

/* That a group of an area (provisional; -1: no one area) asks for a skill (provisional). */
typedef struct BriefNeed {
    int skill, area;
} BriefNeed;

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

/* The steps in files of their own. Problems are messages. Errors: CADRE_NO_MEMORY, of the surveys CADRE_IO too. */
CadreStatus brief_groups_read(BriefReader *reader);                             /* groups and their areas */
CadreStatus brief_needs_read(BriefReader *reader);                              /* skills, and where they are needed */
CadreStatus brief_results_read(BriefReader *reader, const CadreInputs *inputs); /* who can do what, and Brief.sheets */
CadreStatus brief_groups_finish(BriefReader *reader);                           /* Brief.groups, focuses and skills */

/* The provisional number of a skill; -1 where there is no memory. */
int brief_skill_add(BriefReader *reader, const char *name, SpellingRank rank);

static inline const Sheet *brief_sheet(const BriefReader *reader, SheetKind kind) { return &reader->plan.sheets[kind]; }

static inline int brief_rows(const BriefReader *reader, SheetKind kind)
{
    return brief_sheet(reader, kind)->present ? brief_sheet(reader, kind)->table.n_rows : 0;
}

static inline const char *brief_cell(const BriefReader *reader, SheetKind kind, int row, int column)
{
    return sheet_cell(brief_sheet(reader, kind), row, column);
}

/* Whether the text has this name key. */
bool brief_says(const BriefReader *reader, const char *text, const char *key);

#endif
