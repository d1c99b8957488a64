#include "model/years_field.h"

#include <string.h>

#include "base/text.h"

enum { MOST_YEARS = 70 };

static bool has_word(const char *key, const char *const words[])
{
    for (int i = 0; words[i]; i++)
        if (strstr(key, words[i])) return true;
    return false;
}

/* Whether a field's name speaks of years of service: not of a school year or a year of birth. */
static bool says_years(const Names *fields, int field)
{
    static const char *const years[] = {"year", "yrs", "anos", "howlong", "service", "seniority", "antiguedad", NULL};
    static const char *const others[] = {"level", "grade", "grado", "group", "birth", "born", "nacim", NULL};
    const char *key = names_key(fields, field);
    return has_word(key, years) && !has_word(key, others);
}

bool years_field(const Model *model, int field, const int staff[])
{
    const Names *values = model->field_values[field];
    int64_t answers = 0, numbers = 0, number;
    if (!says_years(model->fields, field)) return false;
    for (int value = 0; value < names_count(values); value++) {
        answers += staff[value];
        if (staff[value] == 0 || !text_to_hundredths(names_get(values, value), &number)) continue;
        if (number > 100 * MOST_YEARS) return false;
        numbers += staff[value];
    }
    return numbers > 0 && 4 * numbers >= 3 * answers;
}
