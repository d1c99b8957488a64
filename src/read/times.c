#include "read/times.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "read/month_names.h"

enum { DAY_FIRST, MONTH_FIRST };

/* A time stamp taken apart. */
typedef struct Stamp {
    int year, first, second; /* the two other parts of the date in their order */
    bool month_known;        /* year first: then first is the month; with dots or by its name: then second is */
    bool has_year_first;
    int64_t day_part; /* microseconds of the day */
} Stamp;

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

static const char *skip_blanks(const char *at)
{
    while (*at == ' ') at++;
    return at;
}

/* A number of at most `max_digits` at *at; -1 where there is none. */
static int take_number(const char **at, int max_digits, int *n_digits)
{
    int value = 0, n = 0;
    for (; n < max_digits && is_digit(**at); n++, (*at)++) value = 10 * value + (**at - '0');
    *n_digits = n;
    return n == 0 || is_digit(**at) ? -1 : value;
}

static bool take_date(Stamp *stamp, const char **at)
{
    int parts[3] = {0}, digits[3] = {0};
    char separator = '\0';
    for (int i = 0; i < 3; i++) {
        parts[i] = take_number(at, 4, &digits[i]);
        if (parts[i] < 0) return false;
        if (i == 2) break;
        if (**at == '\0' || !strchr("/-.", **at) || (i == 1 && **at != separator)) return false;
        separator = *(*at)++;
    }
    stamp->has_year_first = digits[0] == 4;
    int year_at = stamp->has_year_first ? 0 : 2, other = stamp->has_year_first ? 1 : 0;
    if (digits[other] > 2 || digits[1] > 2 || digits[2 - year_at] > 2 || (digits[year_at] != 4 && digits[year_at] != 2))
        return false;
    stamp->year = digits[year_at] == 2 ? 2000 + parts[year_at] : parts[year_at];
    stamp->first = parts[other];
    stamp->second = parts[other + 1];
    stamp->month_known = stamp->has_year_first || separator == '.';
    return true;
}

/* `am`, `p.m.`, `a. m.`: 'a' or 'p' and past it, else 0. */
static char take_half(const char **at)
{
    const char *here = skip_blanks(*at);
    char half = *here;
    if (half != 'a' && half != 'p') return 0;
    here++;
    if (*here == '.') here++;
    here = skip_blanks(here);
    if (*here++ != 'm') return 0;
    if (*here == '.') here++;
    if (isalpha((unsigned char)*here)) return 0;
    *at = here;
    return half;
}

static int64_t take_fraction(const char **at)
{
    int64_t micros = 0, unit = 100000;
    for (; is_digit(**at); (*at)++, unit /= 10) micros += unit * (**at - '0');
    return micros;
}

static bool take_time(Stamp *stamp, const char **at)
{
    int digits, hour = take_number(at, 2, &digits), minute, second = 0;
    int64_t micros = 0;
    if (hour < 0 || *(*at)++ != ':') return false;
    minute = take_number(at, 2, &digits);
    if (minute < 0 || digits != 2) return false;
    if (**at == ':') {
        (*at)++;
        second = take_number(at, 2, &digits);
        if (second < 0) return false;
        if (**at == '.' || **at == ',') {
            (*at)++;
            micros = take_fraction(at);
        }
    }
    char half = take_half(at);
    if (hour > 23 || minute > 59 || second > 60 || (half && (hour < 1 || hour > 12))) return false;
    if (half) hour = hour % 12 + (half == 'p' ? 12 : 0);
    stamp->day_part = ((hour * 60 + minute) * 60 + second) * (int64_t)1000000 + micros;
    if (stamp->day_part >= MICROS_OF_DAY) stamp->day_part = MICROS_OF_DAY - 1; /* a leap second is of its own day */
    return true;
}

/* Whether what follows the time says, other than as am or pm right behind it, which half of the day is meant: no zone then. */
static bool tells_half(const char *zone)
{
    static const char *const words[] = {"a",     "p",     "am",        "pm",      "vorm",  "nachm",
                                        "tarde", "noche", "afternoon", "evening", "night", "morning"};
    for (size_t length; *zone; zone += length ? length : 1) {
        length = strspn(zone, "abcdefghijklmnopqrstuvwxyz");
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strlen(words[i]) == length && strncmp(zone, words[i], length) == 0) return true;
    }
    return false;
}

/* `key` is the time stamp as a name key: lower case, single blanks. */
static bool stamp_parse(Stamp *stamp, const char *key)
{
    *stamp = (Stamp){0};
    const char *named = key;
    if (month_names_date(&stamp->year, &stamp->second, &stamp->first, &named)) {
        stamp->month_known = true;
        key = named;
    } else if (!take_date(stamp, &key)) {
        return false;
    }
    if (*key == '\0') return true;
    if (*key == ',' || *key == 't' || *key == ' ')
        key++;
    else
        return false;
    key = skip_blanks(key);
    if (!take_time(stamp, &key)) return false;
    bool is_zone = strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789+-:()/_ .,\u2212") == strlen(key); /* ignored */
    return is_zone && !tells_half(key);
}

/* Whether the date is one when the month is the first (or second) of its two parts. */
static bool stamp_fits(const Stamp *stamp, bool month_first)
{
    static const int month_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int month = month_first ? stamp->first : stamp->second, day = month_first ? stamp->second : stamp->first;
    if (stamp->month_known && month_first != stamp->has_year_first) return false;
    bool leap = stamp->year % 4 == 0 && (stamp->year % 100 != 0 || stamp->year % 400 == 0);
    return month >= 1 && month <= 12 && day >= 1 && day <= month_days[month - 1] + (month == 2 && leap);
}

static int64_t day_number(int year, int month, int day) { return ((int64_t)year * 12 + month - 1) * 31 + day - 1; }

static int64_t stamp_value(const Stamp *stamp, bool month_first)
{
    int month = month_first ? stamp->first : stamp->second, day = month_first ? stamp->second : stamp->first;
    return day_number(stamp->year, month, day) * MICROS_OF_DAY + stamp->day_part;
}

static bool read_stamp(Stamp *stamp, const char *text)
{
    char key[96] = "";
    size_t n = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        bool wide_blank = strncmp((const char *)at, "\u00a0", 2) == 0 || strncmp((const char *)at, "\u202f", 3) == 0;
        if (wide_blank) at += *at == 0xE2 ? 2 : 1;
        unsigned char byte = wide_blank || isspace(*at) ? ' ' : (unsigned char)tolower(*at);
        if (byte == ' ' && (n == 0 || key[n - 1] == ' ')) continue;
        if (n + 1 >= sizeof key) return false;
        key[n++] = (char)byte;
    }
    if (n > 0 && key[n - 1] == ' ') n--;
    key[n] = '\0';
    return stamp_parse(stamp, key) && (stamp_fits(stamp, false) || stamp_fits(stamp, true));
}

bool times_is_stamp(const char *text)
{
    Stamp stamp;
    return read_stamp(&stamp, text);
}

/* Which orders the column's clear dates speak for, and a cell of each. */
typedef struct Evidence {
    int cell[2]; /* an answer that can only be day first, month first; -1 */
} Evidence;

static void tell_contradiction(const Table *table, int column, const Distinct *answers, Evidence evidence, Messages *messages)
{
    int later = evidence.cell[DAY_FIRST] > evidence.cell[MONTH_FIRST] ? DAY_FIRST : MONTH_FIRST;
    int other = evidence.cell[1 - later];
    messages_add(messages, CADRE_ERROR, table_origin(table, answers->first_row[evidence.cell[later]], column),
                 "\"%.60s\" has the %s first, but \"%.60s\" in line %d has not; expected one order in a column",
                 answers->text[evidence.cell[later]], later == DAY_FIRST ? "day" : "month", answers->text[other],
                 table->line[answers->first_row[other]]);
}

/* The readings of one clear or unclear stamp, by what the column allows. */
static AnswerTime time_of(const Stamp *stamp, int column_id, const bool allowed[2])
{
    bool fits[2] = {stamp_fits(stamp, false), stamp_fits(stamp, true)};
    AnswerTime time = {.known = true, .column_id = column_id};
    for (int reading = 0; reading < 2; reading++) {
        bool month_first =
            fits[reading] && (allowed[reading] || !fits[1 - reading]) ? reading == MONTH_FIRST : reading != MONTH_FIRST;
        time.reading[reading] = stamp_value(stamp, month_first);
    }
    return time;
}

/* Parse every answer; its `known` says whether it is one. The evidence counts dates whose order the writing leaves open. */
static Evidence parse_all(Stamp stamps[], AnswerTime times[], const Table *table, int column, const Distinct *answers,
                          Messages *messages)
{
    Evidence evidence = {{-1, -1}};
    for (int i = 0; i < answers->n; i++) {
        times[i] = (AnswerTime){.known = read_stamp(&stamps[i], answers->text[i])};
        if (!times[i].known) {
            messages_add(messages, CADRE_ERROR, table_origin(table, answers->first_row[i], column),
                         "\"%.60s\" is no time stamp; expected a date and a time as 2026-09-08 15:41:07 or 9/8/2026 3:41 PM",
                         answers->text[i]);
            continue;
        }
        bool day_first = stamp_fits(&stamps[i], false), month_first = stamp_fits(&stamps[i], true);
        if (stamps[i].month_known || day_first == month_first) continue;
        int *cell = &evidence.cell[day_first ? DAY_FIRST : MONTH_FIRST];
        if (*cell < 0) *cell = i;
    }
    return evidence;
}

CadreStatus times_read(AnswerTime times[], const Table *table, int column, int column_id, const Distinct *answers,
                       const char *order, Arena *scratch, Messages *messages, CadreError *err)
{
    Stamp *stamps = ARENA_ARRAY(scratch, Stamp, answers->n + 1);
    if (!stamps) return error_no_memory(err);
    Evidence evidence = parse_all(stamps, times, table, column, answers, messages);
    bool both = evidence.cell[DAY_FIRST] >= 0 && evidence.cell[MONTH_FIRST] >= 0;
    bool allowed[2] = {evidence.cell[MONTH_FIRST] < 0, evidence.cell[DAY_FIRST] < 0};
    if (*order) {
        int named = strcmp(order, "mdy") == 0 ? MONTH_FIRST : DAY_FIRST;
        int wrong = evidence.cell[1 - named];
        if (wrong >= 0)
            messages_add(messages, CADRE_ERROR, table_origin(table, answers->first_row[wrong], column),
                         "\"%.60s\" is not %s; expected the order that columns.csv names", answers->text[wrong], order);
        allowed[named] = true;
        allowed[1 - named] = false;
    } else if (both) {
        tell_contradiction(table, column, answers, evidence, messages);
    }
    for (int i = 0; i < answers->n; i++)
        if (times[i].known) times[i] = time_of(&stamps[i], column_id, allowed);
    return CADRE_OK;
}

static int order_of(int64_t a, int64_t b) { return a < b ? TIME_EARLIER : a > b ? TIME_LATER : TIME_EQUAL; }

int times_compare(AnswerTime a, AnswerTime b)
{
    if (!a.known || !b.known) return TIME_UNCLEAR;
    int order = order_of(a.reading[0], b.reading[0]);
    if (order_of(a.reading[1], b.reading[1]) != order) return TIME_UNCLEAR;
    if (a.column_id == b.column_id) return order;
    bool crossed = order_of(a.reading[0], b.reading[1]) == order && order_of(a.reading[1], b.reading[0]) == order;
    return crossed ? order : TIME_UNCLEAR;
}

int times_after_day(AnswerTime time, const char *date)
{
    Stamp stamp;
    if (!time.known || !read_stamp(&stamp, date)) return 0;
    int64_t day_end = stamp_value(&stamp, true) + MICROS_OF_DAY;
    bool after[2] = {time.reading[0] >= day_end, time.reading[1] >= day_end};
    return after[0] == after[1] ? after[0] : -1;
}

AnswerTime times_later(AnswerTime a, AnswerTime b)
{
    if (!a.known) return b;
    if (!b.known) return a;
    for (int i = 0; i < 2; i++)
        if (b.reading[i] > a.reading[i]) a.reading[i] = b.reading[i];
    return a;
}
