/* fuzz_input.h: bytes of a fuzzer as the readers want them. Each target is one file with LLVMFuzzerTestOneInput; it links with
 * libFuzzer (clang -fsanitize=fuzzer) or with replay.c, which runs the files that it is given. */
#ifndef FUZZ_INPUT_H
#define FUZZ_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "base/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A path under which the bytes are a file, until the next call; in memory. */
const char *fuzz_path(const uint8_t *bytes, size_t size);

/* One column, a line of the text for each row; false where it is no UTF-8. */
bool fuzz_column(Table *out, const uint8_t *bytes, size_t size, Arena *arena);

/* A case of its own: an arena and its messages, whatever they say. Aborts where there is no memory. */
Arena *fuzz_start(Messages **messages);
void fuzz_end(Arena *arena, Messages *messages);

#endif
