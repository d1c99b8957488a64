/* result_place.h: where the input files of a result are: run.json names them as the command did, from where it was given. */
#ifndef READ_RESULT_PLACE_H
#define READ_RESULT_PLACE_H

#include "cadre/cadre.h"
#include "model/result_snapshot.h"

/**
 * Look for the input files in the present folder, then in each folder above the result, the nearest first; the first where the
 * most are as they were is taken, so that results can be compared from any folder, and after all of it was moved, and so that
 * of one file that has changed the others are not called missing. `out` is the snapshot with its paths from there; where no
 * folder has any, as it was. Errors: CADRE_NO_MEMORY. Cost O(bytes) for each folder that has files of these names.
 */
CadreStatus result_place_find(ResultSnapshot *out, const ResultSnapshot *snapshot, const char *folder, Arena *arena,
                              CadreError *err);

/* Whether the file at that path has the checksum. *there: whether it can be read. Errors: CADRE_NO_MEMORY. Cost O(bytes). */
CadreStatus result_file_same(bool *same, bool *there, const SnapshotFile *file, Arena *arena, CadreError *err);

#endif
