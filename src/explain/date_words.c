#include "explain/date_words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "explain/wording.h"

/* What is said of a day: "8", "September", "2026". */
typedef struct DayWords {
    const char *day, *month, *year;
} DayWords;

static DayWords day_words(const char *iso, Arena *arena)
{
    char *end;
    long year = strtol(iso, &end, 10), month = strtol(end + 1, &end, 10), day = strtol(end + 1, NULL, 10);
    assert(month >= 1 && month <= 12);
    return (DayWords){words_number(day, arena), words_plain((Phrase)(PHRASE_MONTH_JANUARY + month - 1), arena),
                      words_number(year, arena)};
}

const char *date_range_words(const char *first, const char *last, Arena *arena)
{
    enum { YEAR = 4, MONTH = 7 }; /* how much of "2026-09-14" the two have in common */
    TextBuffer words = {.arena = arena};
    CadreError unheard;
    const char *text;
    DayWords from = day_words(first, arena), to = day_words(last, arena);
    Phrase phrase = strcmp(first, last) == 0           ? PHRASE_DATE
                    : strncmp(first, last, MONTH) == 0 ? PHRASE_DATES_OF_MONTH
                    : strncmp(first, last, YEAR) == 0  ? PHRASE_DATES_OF_YEAR
                                                       : PHRASE_DATES;
    words_add(&words, phrase, {"day", from.day}, {"month", from.month}, {"year", from.year}, {"to_day", to.day},
              {"to_month", to.month}, {"to_year", to.year});
    return buffer_text(&text, &words, &unheard) == CADRE_OK ? text : NULL;
}
