/* read.h: the reading stage as the pipeline sees it. */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/table.h"
#include "model/model.h"
#include "model/responses.h"
#include "model/result_files.h"
#include "model/result_snapshot.h"
#include "model/scenario_change.h"

/* One input file for run.json. */
typedef struct InputFile {
    const char *path;
    int64_t bytes;
    char sha256[65];
    int survey; /* of Model.surveys, from 1 on; 0: it is none */
} InputFile;

typedef struct ReadResult {
    Model *model;
    InputFile *files; /* sorted by path */
    int n_files;
    bool staff_sound; /* the staff half of the model, and the responses, may be used whatever is wrong with the plan */
} ReadResult;

/**
 * Plan sheets, scenarios laid over them, surveys -> Model. Problems are messages; the model is to be used only where
 * messages_errors is 0 afterwards. responses: filled too where it is not NULL. Errors: CADRE_NO_MEMORY, CADRE_IO.
 */
CadreStatus read_inputs(ReadResult *out, Responses *responses, const CadreInputs *inputs, Arena *arena, Messages *messages,
                        CadreError *err);

/* Sheets and surveys as tables, read once, of which several models are made: of the plan with one change and another. */
typedef struct InputTables InputTables;

/* The same messages and errors as read_inputs about files, headers and scenarios. */
CadreStatus read_tables(InputTables **out, const CadreInputs *inputs, Arena *arena, Messages *messages, CadreError *err);

/**
 * The model of the tables with `changes`, a scenario (or NULL: none), laid over them. Several threads may do so at once, each
 * with an arena and messages of its own. Problems are messages, as in read_inputs; nothing is read from files but where the
 * columns of surveys are guessed. Errors: CADRE_NO_MEMORY, CADRE_IO. Cost O(cells).
 */
CadreStatus read_changed(ReadResult *out, const InputTables *tables, const Table *changes, Arena *arena, Messages *messages,
                         CadreError *err);

/* The plan of one with the surveys of another, and with the sheets that say how they are read (columns.csv, scales.csv,
 * options.csv); both must outlive it. Errors: CADRE_NO_MEMORY. */
CadreStatus read_other_surveys(InputTables **out, const InputTables *plan, const InputTables *surveys, Arena *arena,
                               CadreError *err);

/* The plan of one with that sheet of another, or without it where the other has none; both must outlive it. Errors:
 * CADRE_NO_MEMORY. */
CadreStatus read_other_mended(InputTables **out, const InputTables *plan, const InputTables *other, Arena *arena,
                              CadreError *err); /* what it mends, or nothing */
CadreStatus read_other_sheet(InputTables **out, const InputTables *plan, const InputTables *other, const char *sheet,
                             Arena *arena, CadreError *err);

/**
 * The same where `changes` set nothing but settings, and not `closes`: `base` is the model without them, of which the new one
 * shares what settings do not touch. What was told of `base` is not told again. Cost O(sheets' settings + staff).
 */
CadreStatus read_settings_changed(ReadResult *out, const InputTables *tables, const Model *base, const Table *changes,
                                  Arena *arena, Messages *messages, CadreError *err);

/* Lines as the table that read_changed takes; `name` stands for the file in messages. Texts are not copied. Errors:
 * CADRE_NO_MEMORY. */
CadreStatus scenario_table(Table *out, const char *name, const ScenarioChange *changes, int n, Arena *arena, CadreError *err);

/* The files of a result folder, as text, for the judge. A missing or damaged file is a message. */
CadreStatus read_result(ResultFiles *out, const char *folder, Arena *arena, Messages *messages, CadreError *err);

/* The same without leading.csv, which results of earlier versions lack. */
CadreStatus read_result_core(ResultFiles *out, const char *folder, Arena *arena, Messages *messages, CadreError *err);

/* Who sits where in the result at `folder`, and from which files it was made; `there` is false where none can be read. Errors:
 * CADRE_NO_MEMORY, CADRE_IO. */
CadreStatus read_snapshot(ResultSnapshot *out, const char *folder, Arena *arena, CadreError *err);

#endif
