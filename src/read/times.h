/* times.h: time stamps of survey rows, and which of two is later. Zones are ignored. */
#ifndef READ_TIMES_H
#define READ_TIMES_H

#include <stdint.h>

#include "model/survey_answers.h"
#include "read/distinct.h"

#define MICROS_OF_DAY INT64_C(86400000000)

/* When a row was answered. Where a date could be day or month first and nothing in its column tells, both readings are kept. */
typedef struct AnswerTime {
    bool known;
    int column_id;      /* tells columns apart: the readings of one column go together */
    int64_t reading[2]; /* microseconds on a calendar of 31-day months: day first, month first; equal where it is clear */
} AnswerTime;

enum { TIME_EARLIER = -1, TIME_EQUAL = 0, TIME_LATER = 1, TIME_UNCLEAR = 2 };

/**
 * times: [answers->n], one for each different answer of the column. order: "dmy", "mdy" or "" (detected: a part over 12 in any
 * cell tells). What is no time stamp is an error at its first cell. Errors: CADRE_NO_MEMORY. Cost O(bytes).
 */
CadreStatus times_read(AnswerTime times[], const Table *table, int column, int column_id, const Distinct *answers,
                       const char *order, Arena *scratch, Messages *messages, CadreError *err);

/* a against b: TIME_EARLIER, TIME_EQUAL, TIME_LATER; TIME_UNCLEAR where the readings disagree or one is not known. */
int times_compare(AnswerTime a, AnswerTime b);

/* Whether the text is a date, with or without a time. Cost O(length). */
bool times_is_stamp(const char *text);

/* Whether the time is after the day `date` (YYYY-MM-DD): 1, 0, or -1 where the readings disagree. Unknown times are not. */
int times_after_day(AnswerTime time, const char *date);

/* The first and the last of some times, by each reading. */
typedef struct TimeSpan {
    int n; /* times that are known */
    int64_t first[2], last[2];
} TimeSpan;
void times_span_add(TimeSpan *span, AnswerTime time);

/* The day of a reading as "2026-09-14". */
void times_day(char day[/*DAY_SIZE*/], int64_t reading);

/* The later of two answers' times under each reading; an unknown one gives way. */
AnswerTime times_later(AnswerTime a, AnswerTime b);

#endif
