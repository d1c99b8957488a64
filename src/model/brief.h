/* brief.h: what a plan, its roster and the results of an inventory say that two forms should ask; between the reader, which
 * finds it, and generate/, which words the forms. Everything is sorted by key, so that no order of rows in a sheet changes a
 * form. */
#ifndef MODEL_BRIEF_H
#define MODEL_BRIEF_H

#include "model/draft.h"
#include "model/model.h"

typedef struct BriefSkill {
    const char *name;
    int area;     /* Brief.focuses: the one whose groups ask for it in more than half of the cases; -1: there is none */
    int n_needs;  /* how often the plan asks for it; 0: only the inventory knows it */
    int n_able;   /* people at level 3 or above in the inventory */
    int n_strong; /* of them those at 4 or above */
} BriefSkill;

typedef struct BriefGroup {
    const char *name, *focus, *purpose, *meets; /* as in groups.csv; "" where blank */
    int hours;                                  /* hundredths a month */
} BriefGroup;

/* A field that mix.csv speaks of and no sheet knows of everyone. */
typedef struct BriefField {
    const char *name;
    Names *values; /* those that sheets name; there may be none */
} BriefField;

/* The sheets that read surveys, as they lie in Brief.sheets. */
enum { BRIEF_COLUMNS, BRIEF_OPTIONS, BRIEF_SCALES, BRIEF_SHEETS };

typedef struct Brief {
    Settings settings;
    BriefSkill *skills;
    BriefGroup *groups;
    BriefField *fields;
    int n_skills, n_groups, n_fields;
    Names *focuses; /* each group's focus, else its name */
    Names *roles, *sites, *positions;
    Names *slots; /* by time, then text */

    /* What the roster does not know of everyone. id: somebody on it has no e-mail by which an answer could be told to be
     * theirs. */
    bool asks_id, asks_name, asks_site, asks_position, asks_hours, asks_max_groups, asks_max_leads;

    int n_answered;           /* people who answered the inventory */
    const DraftSheet *sheets; /* [BRIEF_SHEETS] that read the surveys given, with all of each sheet's columns; `changed`: there
                                 is more than in the plan. NULL where no survey is given */
} Brief;

#endif
