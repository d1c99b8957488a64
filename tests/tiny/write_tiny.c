/* write_tiny: the sheets of random tiny plans, for programs that run Cadre themselves.
 * Usage: write_tiny FIRST_SEED COUNT FOLDER; makes FOLDER (which must not exist) with FOLDER/SEED/survey.csv, FOLDER/SEED/plan.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "tiny/tiny_case.h"

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: write_tiny FIRST_SEED COUNT FOLDER\n");
        return 2;
    }
    if (mkdir(argv[3], 0700) != 0) {
        perror(argv[3]);
        return 1;
    }
    uint64_t first = strtoull(argv[1], NULL, 10), count = strtoull(argv[2], NULL, 10);
    for (uint64_t seed = first; seed < first + count; seed++) {
        TinyCase tiny;
        char folder[500];
        snprintf(folder, sizeof folder, "%s/%" PRIu64, argv[3], seed);
        tiny_case_make(&tiny, seed);
        if (tiny_case_write(&tiny, folder)) continue;
        fprintf(stderr, "%s: the sheets could not be written\n", folder);
        return 1;
    }
    return 0;
}
