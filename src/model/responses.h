/* responses.h: who answered which survey, and how: what the reader saw beside the answers themselves, which are in Model.
 * Filled by read/ where it is asked for. No order of rows changes it, but of answers to surveys that ask nobody's name. */
#ifndef MODEL_RESPONSES_H
#define MODEL_RESPONSES_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct SurveyFile {
    const char *name;       /* the file's base name */
    int form;               /* surveys with the same header are answers to one form, as where each school exports its own */
    bool names_people;      /* a column says who answered; else each row is a person of its own */
    int n_rows, n_left_out; /* rows of answers; of these left out, for nothing says whose they are */
} SurveyFile;

/* A person's answer to one survey: of several the latest, which counts. */
typedef struct Response {
    int person, survey;
    int n_rows; /* how often the person answered */
    bool late;  /* after the setting `closes` */
} Response;

/* A question with several rows to rate. */
typedef struct RatedGrid {
    int survey, n_rows;
    const char *question; /* of columns side by side the first and the last */
} RatedGrid;

/* One answer to every row of a grid. */
typedef struct SameAnswer {
    int person, grid;
    const char *answer;
} SameAnswer;

typedef struct Responses {
    SurveyFile *surveys; /* in the order of the command */
    int n_surveys, n_forms;
    bool has_roster;
    bool *on_roster;      /* [n_staff] */
    LIST(Response) items; /* by person, survey */
    RatedGrid *grids;     /* [n_grids] by survey, first column: those where one answer to all rows says something */
    int n_grids;
    LIST(SameAnswer) same; /* by person, grid */
} Responses;

#endif
