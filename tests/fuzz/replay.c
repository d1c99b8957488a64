/* Run a fuzz target on files instead of under libFuzzer: replay FILE... */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz_input.h"

static bool replay_file(const char *path)
{
    static uint8_t bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    size_t size = fread(bytes, 1, sizeof bytes, file);
    bool whole = feof(file) && !ferror(file);
    fclose(file);
    uint8_t *copy = malloc(size + (size == 0)); /* of its exact size: a sanitizer then sees a read beyond it */
    if (!whole || !copy) return free(copy), false;
    for (size_t i = 0; i < size; i++) copy[i] = bytes[i];
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
    return true;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (!replay_file(argv[i])) return fprintf(stderr, "replay: %s cannot be read\n", argv[i]), 1;
    printf("%s: %d files replayed\n", argv[0], argc - 1);
    return argc < 2;
}
