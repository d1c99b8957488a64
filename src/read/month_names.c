#include "read/month_names.h"

#include <stddef.h>
#include <string.h>

enum { MONTHS = 12, LEAST_LETTERS = 3 };

/* By number of the month, then what else it is called. */
static const char *const month_names[] = {
    "january",   "february",  "march",   "april", "may",   "june", "july",  "august", "september", "october",    "november",
    "december",  "enero",     "febrero", "marzo", "abril", "mayo", "junio", "julio",  "agosto",    "septiembre", "octubre",
    "noviembre", "diciembre", "",        "",      "",      "",     "",      "",       "",          "",           "setiembre",
};

static const char *const weekday_names[] = {"monday",         "tuesday",   "wednesday", "thursday",   "friday",  "saturday",
                                            "sunday",         "lunes",     "martes",    "jueves",     "viernes", "domingo",
                                            "mi\u00e9rcoles", "miercoles", "sabado",    "s\u00e1bado"};

static bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80; }

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

static size_t count_letters(const char *at)
{
    size_t n = 0;
    while (is_letter(at[n])) n++;
    return n;
}

/* Take a word that is a name of the list or begins one; its place in the list, -1 where it is none. */
static int take_name(const char **at, const char *const names[], size_t n_names)
{
    size_t length = count_letters(*at);
    for (size_t i = 0; length >= LEAST_LETTERS && i < n_names; i++) {
        if (strncmp(names[i], *at, length) != 0) continue;
        *at += length + ((*at)[length] == '.');
        return (int)i;
    }
    return -1;
}

bool month_names_month(int *month, const char **at)
{
    int name = take_name(at, month_names, sizeof month_names / sizeof *month_names);
    *month = name % MONTHS + 1;
    return name >= 0;
}

static bool take_number(int *number, const char **at, size_t least, size_t most)
{
    size_t n = 0;
    *number = 0;
    for (; is_digit(**at); n++, (*at)++)
        if (n < most) *number = 10 * *number + (**at - '0');
    return n >= least && n <= most;
}

static bool take_year(int *year, const char **at)
{
    const char *start = *at;
    if (!take_number(year, at, 2, 4) || *at - start == 3) return false;
    if (*at - start == 2) *year += 2000;
    return true;
}

/* Past `text` where it stands here. */
static bool take_text(const char **at, const char *text)
{
    size_t length = strlen(text);
    if (strncmp(*at, text, length) != 0) return false;
    *at += length;
    return true;
}

/* What stands between day, month and year: a blank, a hyphen, or `de` between blanks. */
static bool take_gap(const char **at) { return take_text(at, " de ") || take_text(at, " ") || take_text(at, "-"); }

/* `sep 8, 2026` */
static bool take_month_first(int *year, int *month, int *day, const char **at)
{
    if (!month_names_month(month, at) || !take_text(at, " ") || !take_number(day, at, 1, 2)) return false;
    take_text(at, ",");
    return take_text(at, " ") && take_year(year, at);
}

/* `8 sep 2026` */
static bool take_day_first(int *year, int *month, int *day, const char **at)
{
    if (!take_number(day, at, 1, 2) || !take_gap(at) || !month_names_month(month, at)) return false;
    take_text(at, ",");
    return take_gap(at) && take_year(year, at);
}

static bool take_either(int *year, int *month, int *day, const char **at)
{
    const char *here = *at;
    if (!take_month_first(year, month, day, &here)) {
        here = *at;
        if (!take_day_first(year, month, day, &here)) return false;
    }
    *at = here;
    return true;
}

bool month_names_date(int *year, int *month, int *day, const char **at)
{
    int found_year, found_month, found_day;
    const char *here = *at;
    bool found = take_either(&found_year, &found_month, &found_day, &here); /* `mar` is March as well as martes */
    if (!found && take_name(&here, weekday_names, sizeof weekday_names / sizeof *weekday_names) >= 0) {
        take_text(&here, ",");
        found = take_text(&here, " ") && take_either(&found_year, &found_month, &found_day, &here);
    }
    if (!found) return false;
    *year = found_year;
    *month = found_month;
    *day = found_day;
    *at = here;
    return true;
}
