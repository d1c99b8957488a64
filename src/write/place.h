/* place.h: where a folder is to be put. It is written aside, as `.NAME.cadre-PROCESS` beside its place on the same file system,
 * and brought there in one step. A folder of such a name whose process is gone was left by a killed run. */
#ifndef WRITE_PLACE_H
#define WRITE_PLACE_H

#include "base/files.h"

typedef struct Place {
    const char *path;   /* without slashes at its end */
    const char *parent; /* "a/", "/" or "" */
    const char *holder; /* the same as a folder to open: "." for "" */
    const char *name;
} Place;

/* Split a path into the folder that holds it and its name there; a link is followed. what, example: for the message that it is
 * no name for a `what`. Errors: CADRE_INPUT, CADRE_IO, CADRE_NO_MEMORY. */
CadreStatus place_split(Place *out, const char *path, const char *what, const char *example, Arena *arena, CadreError *err);

/* The path to write the folder at; NULL where there is no memory. */
const char *place_aside(const Place *place, Arena *arena);

/* Whether an entry of the holder is `.NAME.cadre-PROCESS`, or the same with `.old`, of a process that is gone. */
bool place_left_behind(const char *entry, const Place *place, bool *is_old);

/* Remove a folder of files, of folders of files, and of folders of these: a sweep with its results and their pages. */
CadreStatus place_remove(const char *path, Arena *arena, CadreError *err);

/* Whether a spreadsheet or desktop left a file of that name in a folder that it showed. */
bool place_litter(const char *name);

#endif
