/* times_span.c: the first and the last day of some answers. */
#include <stdio.h>

#include "read/times.h"

void times_span_add(TimeSpan *span, AnswerTime time)
{
    if (!time.known) return;
    for (int i = 0; i < 2; i++) {
        if (span->n == 0 || time.reading[i] < span->first[i]) span->first[i] = time.reading[i];
        if (span->n == 0 || time.reading[i] > span->last[i]) span->last[i] = time.reading[i];
    }
    span->n++;
}

void times_day(char day[/*DAY_SIZE*/], int64_t reading)
{
    int64_t number = reading / MICROS_OF_DAY, month = number / 31;
    snprintf(day, DAY_SIZE, "%04u-%02u-%02u", (unsigned)(month / 12 % 10000), (unsigned)(month % 12 + 1),
             (unsigned)(number % 31 + 1));
}
