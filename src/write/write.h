/* write.h: rows -> the files of a result folder, and what is printed. Texts are made whole in memory first, so that nothing can
 * fail for want of memory once a result is in place. */
#ifndef WRITE_WRITE_H
#define WRITE_WRITE_H

#include "base/text_buffer.h"
#include "explain/result.h"
#include "write/report.h"

struct RunFile {
    const char *path;
    int64_t
        bytes; /* -1: not told, as the result is redacted; the path is then the file's kind, the checksum made with the key */
    const char *sha256;
    int survey; /* of Model.surveys, from 1 on; 0: it is none */
};

typedef struct RunStage {
    const char *name;
    double seconds;
} RunStage;

/* What run.json says: the only facts that may differ between equal runs. */
typedef struct RunFacts {
    const CadreInputs *inputs; /* as the command named them; NULL: not told */
    const char *redacted;      /* the mark of the key; NULL: people have their names */
    RunFile *files;
    int n_files;
    const SurveyAnswers *surveys; /* of which files are; NULL: not told */
    RunStage stages[16];
    int n_stages;
    int threads;
    char started[32]; /* ISO 8601, UTC */
} RunFacts;

/**
 * Whether a result can be put at `path`: nothing is there, an empty folder, or an earlier result and nothing else; and the
 * folder that holds it can be written. What a killed run left beside it is removed, or, where the run died between the two
 * renames of an exchange, put back. Errors: CADRE_INPUT for a path that must not be replaced; CADRE_IO, CADRE_NO_MEMORY.
 */
CadreStatus result_target_check(const char *path, Arena *arena, CadreError *err);

/**
 * Write every file of the result but run.json into a new folder beside `path`, synced, owner-only. *aside is its path.
 * Errors: CADRE_IO, CADRE_NO_MEMORY; nothing is left behind then.
 */
CadreStatus result_write_aside(const char **aside, const char *path, const ReportInput *result, Arena *arena, CadreError *err);

/**
 * Add run.json, check the target again and put the folder written aside in the place of `path` (folder_exchange).
 * Errors: as above; the folder written aside is removed then.
 */
CadreStatus result_commit(const char *aside, const char *path, const RunFacts *facts, Arena *arena, CadreError *err);

/* Whether a result has a file of that name. */
bool result_has_file(const char *name);

/* stranger: NULL where an entry of a folder is a result's: a file of it, or the folder of its report's pages and nothing else
 * in that; or what a desktop leaves. Else the entry, or what in the folder of pages is none: "report/people-2.html".
 * Errors: CADRE_IO, CADRE_NO_MEMORY. */
CadreStatus result_stranger(const char **stranger, const char *name, const char *folder, Arena *arena, CadreError *err);

/* Remove the folder written aside, where it is not to be committed. */
void result_discard(const char *aside);

/* The text of result.json (sorted keys, a newline at the end), and of run.json. */
CadreStatus result_json_text(const char **text, const Model *model, const ResultRows *rows, const SolveOutcome *outcome,
                             int64_t gap_asked, Arena *arena, CadreError *err);
CadreStatus run_json_text(const char **text, const RunFacts *facts, Arena *arena, CadreError *err);

/* How many columns a terminal at `out` has; 120 where it is none. */
int terminal_width(FILE *out);

/* The table of the assignments by group and the summary that a principal understands. Lines are cut to `width` columns. */
CadreStatus terminal_text(const char **text, const Model *model, const ResultRows *rows, const SolveOutcome *outcome,
                          const char *path, int width, Arena *arena, CadreError *err);

/* The part of it about a result that is mended. */
CadreStatus mending_terminal(TextBuffer *out, const Model *model, const Mending *mending, int width, CadreError *err);

/* {"verified": whether none is an error, "messages": [...]} */
CadreStatus verdict_json_text(const char **text, const CadreMessage *messages, int n_messages, Arena *arena, CadreError *err);

#endif
