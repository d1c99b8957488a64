/* scratch.h: a folder of one's own for a test or a benchmark, below $TMPDIR or where the system keeps such. */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SCRATCH_SIZE = 64, SCRATCH_RANDOM = 6 /* letters that mkdtemp replaces */ };

/* False where it could not be made. A $TMPDIR that is too long is passed over. */
static inline bool scratch_folder(char folder[SCRATCH_SIZE], const char *name)
{
    const char *parent = getenv("TMPDIR");
    if (!parent || !*parent || strlen(parent) + strlen(name) + 32 > SCRATCH_SIZE) parent = P_tmpdir;
    int n = snprintf(folder, SCRATCH_SIZE - SCRATCH_RANDOM, "%s/cadre-%s-", parent, name);
    if (n < 0 || n >= SCRATCH_SIZE - SCRATCH_RANDOM) return false;
    memset(folder + n, 'X', SCRATCH_RANDOM);
    folder[n + SCRATCH_RANDOM] = '\0';
    return mkdtemp(folder) != NULL;
}

#endif
