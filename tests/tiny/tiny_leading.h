/* tiny_leading.h: who leads, as the record of a tiny case says that leading.csv and result.json must tell it. */
#ifndef TINY_TINY_LEADING_H
#define TINY_TINY_LEADING_H

#include "base/table.h"
#include "tiny/tiny_rules.h"

/* The numbers of the object `leading` that are there in every result. */
enum {
    TINY_LEADING_OF_STAFF,
    TINY_LEADING_LEADERS,
    TINY_LEADING_ROLES,
    TINY_LEADING_SEATS,
    TINY_LEADING_COMPARISONS,
    TINY_LEADING_HIGHER,
    TINY_LEADING_EQUAL,
    TINY_LEADING_NUMBERS
};

void tiny_leading_count(int64_t numbers[TINY_LEADING_NUMBERS], const TinyRules *rules, const int holding[/*n_people*/]);
Table tiny_leading_table(const TinyRules *rules, const int holding[/*n_people*/], Arena *arena);
/* The object, with these numbers. Ends the program without memory. */
const char *tiny_leading_json(const TinyRules *rules, const int holding[/*n_people*/],
                              const int64_t numbers[TINY_LEADING_NUMBERS], Arena *arena);

#endif
