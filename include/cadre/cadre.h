/* cadre.h: the library's public face. One call per command; each reads its own inputs and owns nothing afterwards.
 *
 * Copyright (C) 2026 the Cadre authors. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CADRE_CADRE_H
#define CADRE_CADRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define CADRE_VERSION "0.1.0"

typedef enum CadreStatus {
    CADRE_OK = 0,
    CADRE_INPUT,     /* the input is wrong; the messages say where */
    CADRE_NO_MEMORY, /* the rest are faults of the system */
    CADRE_IO,
    CADRE_SOLVER,
} CadreStatus;

/* A fault in one plain line: what, where, and what was expected. */
typedef struct CadreError {
    CadreStatus status;
    char text[1024];
} CadreError;

typedef enum CadreSeverity { CADRE_ERROR, CADRE_WARNING, CADRE_NOTE } CadreSeverity;

/* One finding about the input. `line` and `column` start at 1; 0 where there is none. `column` counts cells, not bytes. */
typedef struct CadreMessage {
    CadreSeverity severity;
    const char *file;
    int line, column;
    const char *text; /* "what is wrong; what was expected" */
} CadreMessage;

/* What the caller wants to hear while a command runs; any pointer may be NULL.
 * message:  every finding, in the order of file, line and column, once per stage.
 * progress: a stage's name and how far it is (0-1, and 1 once it is over, before anything is printed); called from the calling
 *           thread only. */
typedef struct CadreListener {
    void *data;
    void (*message)(void *data, const CadreMessage *message);
    void (*progress)(void *data, const char *stage, double done);
    void (*trace)(void *data, const char *line);
} CadreListener;

/* The files a command reads. */
typedef struct CadreInputs {
    const char *plan; /* folder */
    const char *const *surveys;
    int n_surveys;
    const char *const *scenarios;
    int n_scenarios;
    const char *from;   /* a result folder, or its assignments.csv, against which changes are counted instead of previous.csv;
                           or NULL. Points stay what the plan says */
    const char *redact; /* file with a key: what is written, and what is asked of a result, has pseudonyms made with it, nothing
                           of what people wrote themselves, and no small counts in the inventory; or NULL. cadre_solve and
                           cadre_sweep make it where it is not there. The solution is the same as without */
} CadreInputs;

typedef struct CadreSolveOptions {
    const char *out;         /* result folder */
    const char *method;      /* "bundles" or "compact" */
    const char *write_model; /* file for the program in CPLEX LP format, or NULL */
    int threads;             /* 0: as many as the machine has */
    int64_t gap_points;      /* proved when the gap is under this; at least 1 */
    double time_limit_s;     /* 0: none */
    int64_t worth;           /* with CadreInputs.from: points that a move must gain to be recommended */
    int moves;               /* with CadreInputs.from: at most so many; -1: as many as are recommended */
    int steps; /* with CadreInputs.from: every number of moves up to this one is worked out; -1: some beyond the recommended */
    int repairs;        /* so many of the dearest shortages get the changes that mend them worked out; 0: none */
    FILE *print;        /* where the table and the summary go, or NULL */
    bool json;          /* print result.json instead */
    const char *redact; /* of cadre_run, as CadreInputs.redact */
} CadreSolveOptions;

#define CADRE_SOLVE_OPTIONS_INIT                                                                                               \
    {                                                                                                                          \
        .method = "bundles", .gap_points = 1, .worth = 100, .moves = -1, .steps = -1, .repairs = 10                            \
    }

/* Whether there is a method of this name; `names` gets a line that lists them. */
bool cadre_method_known(const char *name, const char **names);

/* What cannot be written to `print` is left to its ferror: no call below fails for it. */

typedef struct CadreCheckOptions {
    const char *missing; /* file for the list of those who have not answered, or NULL */
    FILE *print;         /* where the overview goes, or NULL */
    bool json;           /* print it, and all that was found, as JSON */
    int most_alike;      /* of warnings of one kind about one file tell so many one by one; 0: all */
} CadreCheckOptions;

/**
 * Read everything, report every problem, errors first, then warnings, and give an overview of answers and plan; solve nothing.
 * The list of `missing` is written complete or not at all, over nothing but an earlier list; where it cannot be told who has
 * not answered, it is not written.
 * Errors: CADRE_INPUT where any error was reported; faults fill `err`.
 */
CadreStatus cadre_check(const CadreInputs *inputs, const CadreCheckOptions *options, const CadreListener *listener,
                        CadreError *err);

/**
 * Read, score, formulate, solve, explain and write a verified result folder. With `inputs->from` that result is mended: what
 * each number of moves (assignments that it has not) gains is worked out, the result has the number that is recommended, or
 * that is allowed, and says who must be told; `options->out` must be another folder. certified: set to whether the gap asked
 * for is proved. Errors: as cadre_check; an earlier result at `options->out` stays as it was unless CADRE_OK is returned.
 */
CadreStatus cadre_solve(const CadreInputs *inputs, const CadreSolveOptions *options, const CadreListener *listener,
                        bool *certified, CadreError *err);

/**
 * Draft the sheets of the plan in `inputs->plan` (made where it is absent) from the surveys' own headers and answers. A sheet
 * that is there is never overwritten: with `update` what newer surveys bring is added to it, else it stays as it is. Prints
 * what was found, how sure it is and what to look at first; with `json` every column's meaning as JSON.
 * Errors: CADRE_INPUT where any error was reported; nothing is written then.
 */
CadreStatus cadre_init(const CadreInputs *inputs, bool update, const CadreListener *listener, FILE *print, bool json,
                       CadreError *err);

/**
 * All in one: the surveys and sheets in `folder`, the draft of what is missing, and the solution in FOLDER/result. Prints what
 * was drafted, the result, and, where there was an earlier one, which files and assignments changed since. `options->out` is
 * not used.
 * Errors: as cadre_init and cadre_solve.
 */
CadreStatus cadre_run(const char *folder, const CadreSolveOptions *options, const CadreListener *listener, bool *certified,
                      CadreError *err);

/**
 * Judge a result folder against the sheets, sharing no code with scoring, formulation or solver.
 * Every violation is a message; CADRE_INPUT where there is any.
 */
CadreStatus cadre_verify(const CadreInputs *inputs, const char *result, const CadreListener *listener, FILE *print, bool json,
                         CadreError *err);

typedef struct CadreExplainOptions {
    const char *result;                /* the result folder that is asked about */
    const char *person, *group, *role; /* as sheets name them, or NULL; role only with person and group */
    bool shortages;                    /* every shortage and what would mend it; then no person or group */
    int threads;                       /* 0: as many as the machine has */
    double time_limit_s;               /* 0: none */
    FILE *print;                       /* where the answer goes, or NULL */
    bool json;
} CadreExplainOptions;

/**
 * Say why a person has their roles; with a group (and role) why not that one, what it would cost to put them there, who would
 * move and what it would take; of a group alone what losing the holder of each seat costs; of shortages what mends them. Prices
 * come from solving the changed plan, and are told as bounds where a limit stopped that.
 * certified: set to whether no limit stopped any.
 * Errors: as cadre_verify where the result is none of these sheets; CADRE_INPUT for unknown names.
 */
CadreStatus cadre_explain(const CadreInputs *inputs, const CadreExplainOptions *options, const CadreListener *listener,
                          bool *certified, CadreError *err);

typedef struct CadreCompareOptions {
    const char *const *results; /* folders; the first is what each of the others is compared with */
    int n_results;              /* at least 2 */
    const char *out;            /* a folder for the CSV files, or NULL: nothing there yet, empty, or an earlier comparison */
    int threads;                /* 0: as many as the machine has */
    FILE *print;                /* where the comparison goes, or NULL */
    bool json;
} CadreCompareOptions;

/**
 * Compare results, also of different years: totals, shortages, who gains and loses what, groups, load, settings and files;
 * where the inputs are still there as they were also every row, cell and answer that differs, and what each is worth: the best
 * of the first's plan with that one difference less the best of the first's plan. Prices are bounds where a limit stopped a
 * solve. `out` is written complete or not at all. Errors: CADRE_INPUT where a folder is no result, or damaged (all of it is
 * reported), or where `out` holds anything else.
 */
CadreStatus cadre_compare(const CadreCompareOptions *options, const CadreListener *listener, CadreError *err);

typedef struct CadreSweepOptions {
    const char *out;         /* a folder that is not there yet, an empty one, or an earlier sweep, which is replaced */
    const char *const *vary; /* X=VALUES: a setting, or SHEET:KEY:COLUMN as in a scenario, and 0,2,5 or 0..100:10 */
    int n_vary;
    int threads; /* 0: as many as the machine has */
    FILE *print; /* where the efficient points go, or NULL */
    bool json;   /* all points, as JSON */
} CadreSweepOptions;

/* Whether these --vary can be understood, and make no more than 1,000 points. Errors: CADRE_INPUT, with what is wrong. */
CadreStatus cadre_vary_check(const char *const *vary, int n, CadreError *err);

/**
 * Solve the plan, then each point of the grid that `vary` spans, each exactly, beginning from the plan's own best. Points are
 * compared by the plan as it is without these changes: total, cost of shortages, and changes (assignments that previous.csv
 * does not have) or, without that sheet, moves (those that the plan's own best does not have); a point is efficient where no
 * other one is as good in all three and better in one. Of equally good assignments a point has those with the fewest. Writes
 * frontier.csv (a row a point), frontier.svg, report.html, and for each distinct set of assignments a verified result and the
 * scenario that leads to it. Repairs of shortages are not worked out. A point whose rules contradict each other is a warning
 * and a row without a value. certified: set to whether every point is proved. Errors: as cadre_solve; CADRE_INPUT also where a
 * change is wrong, all of them told. Nothing is written then.
 */
CadreStatus cadre_sweep(const CadreInputs *inputs, const CadreSweepOptions *options, const CadreListener *listener,
                        bool *certified, CadreError *err);

typedef struct CadreQuestionnaireOptions {
    const char *out;            /* a folder that is not there yet, or an empty one */
    const char *school;         /* its name, for the introductions; of this and the next three NULL where it is not known */
    const char *opens, *closes; /* days as YYYY-MM-DD */
    const char *seen_by;        /* who will see the answers, as "the principal and the leadership team" */
    bool broad;                 /* ask about the built-in list of skills too */
    FILE *print;                /* where it goes what was made and what to do next, or NULL */
    bool json;                  /* as JSON */
} CadreQuestionnaireOptions;

/**
 * Write two forms, the skills inventory and the survey of how people would like to apply what they know, each to read, as a
 * Google Apps Script and with the sheets that read its answers. `inputs->plan` may be NULL or lack sheets; `inputs->surveys`,
 * none or the inventory's results, shape the second form. Errors: CADRE_INPUT where any error was reported, or `options->out`
 * holds anything; nothing is written then.
 */
CadreStatus cadre_questionnaire(const CadreInputs *inputs, const CadreQuestionnaireOptions *options,
                                const CadreListener *listener, CadreError *err);

/* The sheets of a plan, NULL after the last: name and one line. */
const char *cadre_sheet_name(int index);
const char *cadre_sheet_summary(int index);

/* Print a sheet's columns, from the table that the reader checks against; of `scales` also every word that Cadre knows. False
 * where there is no such sheet. */
bool cadre_sheet_help(const char *name, FILE *out);

/* Print how large a file, a row and a cell may be, in a line. */
void cadre_limits_help(FILE *out);

/* A made-up school or district. */
typedef struct CadreGenerateOptions {
    const char *out; /* a folder that must not exist */
    int schools;     /* 1-10,000 */
    uint64_t seed;
    int staff;           /* of every school; 0: sizes as in a real district */
    int max_staff;       /* no school is larger */
    int staff_per_group; /* fewer: tighter hours */
    int linked_percent;  /* share of the groups that are open to the whole district */
    int scarce_percent;  /* how much rarer skill is than in the trades' profiles */
    const char *rules;   /* "all", "none" or a list: coverage,mix,pins,pairs,slots,positions,musts,previous,floor */
    bool tiny; /* a case in which every assignment can be tried, 3 to 7 staff; of the above only seed and rules count */
} CadreGenerateOptions;

#define CADRE_GENERATE_OPTIONS_INIT                                                                                            \
    {                                                                                                                          \
        .schools = 1, .seed = 1, .max_staff = 300, .staff_per_group = 8,                                                       \
        .rules = "coverage,mix,pins,pairs,slots,positions,musts,previous"                                                      \
    }

/**
 * Make two surveys, a plan and a record of what was meant; the same bytes for the same options. Prints what it made to `print`.
 * Errors: CADRE_INPUT where an option is out of range; CADRE_IO, CADRE_NO_MEMORY.
 */
CadreStatus cadre_generate(const CadreGenerateOptions *options, FILE *print, CadreError *err);

/**
 * Solve what was made, within little work, and print how many group rules bind (have a dual in the relaxation) and what is
 * short; no result is written. Errors: CADRE_IO, CADRE_SOLVER, CADRE_NO_MEMORY.
 */
CadreStatus cadre_measure(const char *generated, FILE *print, CadreError *err);

#endif
