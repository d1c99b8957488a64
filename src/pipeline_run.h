/* pipeline_run.h: what the commands' pipelines share: one run's memory, findings and stages. */
#ifndef PIPELINE_RUN_H
#define PIPELINE_RUN_H

#include <time.h>

#include "base/hash.h"
#include "model/input_difference.h"
#include "model/redact.h"
#include "model/result_facts.h"
#include "program/program.h"
#include "read/read.h"
#include "write/write.h"

/* What is told to the outer listener is also kept: counted, and listed for --json. */
typedef struct Run {
    Arena *arena;
    Messages *messages;
    const CadreListener *outer;
    CadreListener listener;
    LIST(CadreMessage) log;
    int count[3]; /* by severity */
    bool log_lost;
    bool held; /* findings are kept for now, to be told later by severity */
    RunFacts facts;
    struct timespec stage_began;
    HashKey key; /* of pseudonyms; size 0: results are not redacted */
} Run;

/* Begin a run; its arena is released by the caller, whatever comes. Errors: CADRE_NO_MEMORY. */
CadreStatus pipeline_begin(Run *run, const CadreListener *outer, CadreError *err);

void pipeline_stage(Run *run, const char *name); /* ends the one before */
void pipeline_end_stage(Run *run);

/* The last stage is over: nothing of its progress is left where the text goes. */
void pipeline_print(Run *run, FILE *print, const char *text);

void pipeline_tell(const Run *run, const CadreMessage *message); /* to the outer listener alone */

/* Tell what a stage found; its own fault comes first, wrong input after that. */
CadreStatus pipeline_flush(Run *run, CadreStatus status, CadreError *err);

/* The stages that several commands have. Errors: those of the stage; CADRE_INPUT where any error was told. */
CadreStatus pipeline_read(ReadResult *read, Responses *responses, Run *run, const CadreInputs *inputs, CadreError *err);
CadreStatus pipeline_facts(Run *run, const ReadResult *read, CadreError *err); /* the files that were read */
CadreStatus pipeline_program(Program *program, ScoreTable *scores, Run *run, const Model *model, int threads, Arena *arena,
                             CadreError *err);

/**
 * The key of CadreInputs.redact, and what run.json and the report say of the files that were read: their kinds in the place of
 * names, and checksums that nobody can test a guess against. Nothing without `redact`. outside, may_make: as redact_key_read.
 */
CadreStatus pipeline_redact(Run *run, const CadreInputs *inputs, const char *outside, bool may_make, CadreError *err);
static inline bool pipeline_redacts(const Run *run) { return run->key.size > 0; }

/* A result in the making with nobody named, its people in the order of their pseudonyms. Nothing where results are not
 * redacted. Errors: CADRE_NO_MEMORY. */
typedef struct Veil {
    Model model; /* people in the order of before */
    RedactMap map;
    Model ordered;    /* by pseudonym */
    const int *place; /* [n_staff] of each person there */
} Veil;
CadreStatus pipeline_veil(Veil *out, const Run *run, const Model *model, Arena *arena, CadreError *err);

/* A model that is read to judge a redacted result, or to ask about one, is redacted at once. */
CadreStatus pipeline_veil_model(Model **model, Run *run, const CadreInputs *inputs, CadreError *err);

/* Read a result folder and judge it by the model; violations go to `messages`. */
CadreStatus pipeline_judge_folder(ResultFiles *files, Run *run, const Model *model, const char *folder, Messages *messages,
                                  CadreError *err);

/* The same as a stage that tells violations; CADRE_INPUT where there is any. */
CadreStatus pipeline_judge(ResultFiles *files, Run *run, const Model *model, const char *folder, CadreError *err);

/* A difference of inputs that is to be priced, and the tables that its lines are laid over, or that have it already. */
typedef struct PriceJob {
    InputDifference *difference;
    const InputTables *tables;
    bool is_laid;
} PriceJob;

/**
 * Fill each job's price: the best of its tables with its lines, solved by itself, less the best of `first`. Jobs are shared
 * among threads; no number of them bears on a price. Errors: CADRE_NO_MEMORY, CADRE_SOLVER.
 */
CadreStatus pipeline_prices(PriceJob jobs[], int n, const ResultFacts *first, int threads, Arena *arena, CadreError *err);

#endif
