/* Time stamps: the first byte says in which order the day and the month are; each line is one. */
#include <stdlib.h>

#include "fuzz_input.h"
#include "read/times.h"

static void compare_all(const AnswerTime times[], int n)
{
    for (int i = 0; i + 1 < n; i++) {
        int forth = times_compare(times[i], times[i + 1]), back = times_compare(times[i + 1], times[i]);
        if (forth == TIME_UNCLEAR ? back != TIME_UNCLEAR : back != -forth) abort();
        times_later(times[i], times[i + 1]);
        times_after_day(times[i], "2024-02-29");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const orders[] = {"", "dmy", "mdy"};
    if (size == 0) return 0;
    CadreError error = {0};
    Table table;
    Distinct answers;
    Messages *messages;
    Arena *arena = fuzz_start(&messages);
    if (fuzz_column(&table, bytes + 1, size - 1, arena) && distinct_column(&answers, &table, 0, arena, &error) == CADRE_OK) {
        AnswerTime *times = ARENA_ARRAY(arena, AnswerTime, answers.n);
        if (times_read(times, &table, 0, 1, &answers, orders[bytes[0] % 3], arena, messages, &error) == CADRE_OK)
            compare_all(times, answers.n);
    }
    fuzz_end(arena, messages);
    return 0;
}
