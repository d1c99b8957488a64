/* month_names.h: dates with the month in words, English or Spanish. */
#ifndef READ_MONTH_NAMES_H
#define READ_MONTH_NAMES_H

#include <stdbool.h>

/**
 * Take a date at *at, which is in lower case with single blanks: `sep 8, 2026`, `tue, september 8 2026`, `8 sep 2026`,
 * `8-sep-26`, `8 de septiembre de 2026`. A month is its name or a beginning of it of three letters or more, with or without a
 * dot; a weekday before it is passed over. False where there is none such: *at is as it was then. Whether the month has the day
 * is not looked at. Cost O(length).
 */
bool month_names_date(int *year, int *month, int *day, const char **at);

/* Take a month at *at, in lower case, by its name as above; its number from 1. False where there is none: *at is as it was. */
bool month_names_month(int *month, const char **at);

#endif
