/* redact_key.h: the file with the key that pseudonyms are made with: one line of letters and digits, from 16 random bytes or
 * more. Whoever holds it can tell who is meant. */
#ifndef READ_REDACT_KEY_H
#define READ_REDACT_KEY_H

#include "base/error.h"
#include "base/hash.h"

/**
 * Read the key; where nothing is there and `may_make`, make one of 32 random bytes (mode 0600), with a note that says so. A
 * file that is there is never written. outside: a folder in which it must not lie, or NULL.
 * Errors: CADRE_INPUT where it lies within `outside`, holds no key, or others than its owner may read it; CADRE_IO,
 * CADRE_NO_MEMORY.
 */
CadreStatus redact_key_read(HashKey *out, const char *path, const char *outside, bool may_make, Arena *arena,
                            Messages *messages, CadreError *err);

#endif
