/* reading_support.h: files in a folder of their own, and the messages that reading them gives, for the tests of read/. */
#ifndef UNIT_READING_SUPPORT_H
#define UNIT_READING_SUPPORT_H

#include "base/error.h"
#include "scratch.h"

typedef struct Reading {
    Arena *arena;
    Messages *messages;
    CadreError err;
    char folder[SCRATCH_SIZE];
} Reading;

void reading_start(Reading *reading);
void reading_end(Reading *reading); /* removes the folder */

/* Write FOLDER/name; its path. */
const char *reading_file(Reading *reading, const char *name, const char *bytes, size_t size);
const char *reading_text(Reading *reading, const char *name, const char *text);

/* All messages not yet asked for, one a line, "error name.csv:2:3: text", the folder left out; "" where there is none. */
const char *reading_messages(Reading *reading);

#endif
