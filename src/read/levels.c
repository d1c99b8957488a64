/* levels.c: the order of the contract: scales of the plan, `no answer`, numbers, then the one built-in scale that knows all the
 * rest of the column. */
#include "read/levels.h"

#include <string.h>

#include "read/damage.h"

enum { CONFLICT = -3, FIVE = 5 * SCALE_UNIT, TEN = 10 * SCALE_UNIT };

bool levels_is_range(const char *scale) { return strcmp(scale, "0-5") == 0 || strcmp(scale, "0-10") == 0; }

/* What all scales of the plan make of an answer; CONFLICT where they differ. */
static int any_plan_value(const Scales *scales, const char *answer)
{
    int value = SCALE_UNKNOWN;
    for (int scale = SCALE_FIRST_PLAN; scale < scales_first_word(scales); scale++) {
        int found = scales_value(scales, scale, answer);
        if (found == SCALE_UNKNOWN || found == value) continue;
        if (value != SCALE_UNKNOWN) return CONFLICT;
        value = found;
    }
    return value;
}

/* What the scale of that name makes of it: the plan's, and where it adds to a built-in one of the same name, that too. */
static int named_value(const Scales *scales, const char *name, const char *answer)
{
    int value = scales_value(scales, scales_find(scales, name), answer), built_in = scales_find_built_in(scales, name);
    return value == SCALE_UNKNOWN && built_in >= 0 ? scales_value(scales, built_in, answer) : value;
}

/* The value by the scales that come before numbers: the one named, else all of the plan; then `no answer`. */
static int word_value(const Scales *scales, const char *scale, const char *answer)
{
    int value = SCALE_UNKNOWN;
    if (*scale == '\0')
        value = any_plan_value(scales, answer);
    else if (!levels_is_range(scale) && scales_find(scales, scale) >= 0)
        value = named_value(scales, scale, answer);
    return value == SCALE_UNKNOWN ? scales_value(scales, SCALE_OF_NO_ANSWER, answer) : value;
}

int levels_greatest_number(int *answer, const Scales *scales, const Distinct *answers, const char *scale)
{
    int greatest = -1;
    for (int i = 0; i < answers->n; i++) {
        if (word_value(scales, scale, answers->text[i]) != SCALE_UNKNOWN) continue;
        int number = scales_number(answers->text[i]);
        if (number <= greatest) continue;
        greatest = number;
        if (answer) *answer = i;
    }
    return greatest;
}

NumberTally levels_tally_numbers(const Scales *scales, const Distinct *answers, const char *scale)
{
    NumberTally tally = {.over = -1};
    for (int i = 0; i < answers->n; i++) {
        int number = word_value(scales, scale, answers->text[i]) == SCALE_UNKNOWN ? scales_number(answers->text[i]) : -1;
        tally.n += number >= 0 ? answers->count[i] : 0;
        if (number <= FIVE) continue;
        tally.n_over += answers->count[i];
        if (tally.over < 0 || answers->first_row[i] < answers->first_row[tally.over]) tally.over = i;
    }
    return tally;
}

static Origin answer_origin(const LevelColumn *column, int answer)
{
    return table_origin(column->table, column->answers->first_row[answer], column->column);
}

/* The built-in scale (or yes/no) that knows the most of the answers marked SCALE_UNKNOWN in values[], -1 where none knows any.
 * The fixed order of the scales settles ties. */
static int best_word_scale(const Scales *scales, const Distinct *answers, const int values[], int *n_known, int *n_rest)
{
    int best = -1;
    *n_known = *n_rest = 0;
    for (int i = 0; i < answers->n; i++) *n_rest += values[i] == SCALE_UNKNOWN;
    for (int scale = SCALE_OF_YES_NO; *n_rest && scale < scales_count(scales); scale++) {
        if (scale == SCALE_FIRST_PLAN) scale = scales_first_word(scales);
        if (scale >= scales_count(scales)) break;
        int known = 0;
        for (int i = 0; i < answers->n; i++)
            known += values[i] == SCALE_UNKNOWN && scales_value(scales, scale, answers->text[i]) != SCALE_UNKNOWN;
        if (known > *n_known) {
            best = scale;
            *n_known = known;
        }
    }
    return best;
}

/* Whether the answer is one that a spreadsheet has damaged, which is told then. */
static bool report_damaged(const LevelColumn *column, int answer, Messages *messages)
{
    const char *text = column->answers->text[answer];
    Damage damage = damage_of(text);
    if (damage != DAMAGE_NONE)
        damage_tell(messages, CADRE_ERROR, answer_origin(column, answer), text, column->answers->count[answer], damage, false);
    return damage != DAMAGE_NONE;
}

/* Tell of an answer that no scale knows. `nearest` is the built-in scale that knows the most of the column, or -1. */
static void report_unknown(const LevelColumn *column, int answer, const char *numbers, const Scales *scales, int nearest,
                           int n_known, Messages *messages)
{
    const char *text = column->answers->text[answer];
    Origin origin = answer_origin(column, answer);
    int n_cells = column->answers->count[answer];
    if (report_damaged(column, answer, messages)) return;
    if (*column->scale && !levels_is_range(column->scale))
        messages_add(messages, CADRE_ERROR, origin,
                     "\"%.200s\" (%d cell%s) is not on the scale \"%s\"; expected one of its answers or a number %s", text,
                     n_cells, n_cells == 1 ? "" : "s", column->scale, numbers);
    else if (nearest >= 0)
        messages_add(messages, CADRE_ERROR, origin,
                     "\"%.200s\" (%d cell%s) is an answer that no scale knows; expected a number %s or an answer of the scale "
                     "\"%s\", which knows %d other answer%s of this column, or a row for it in scales.csv",
                     text, n_cells, n_cells == 1 ? "" : "s", numbers, scales_name(scales, nearest), n_known,
                     n_known == 1 ? "" : "s");
    else
        messages_add(
            messages, CADRE_ERROR, origin,
            "\"%.200s\" (%d cell%s) is an answer that no scale knows; expected a number %s, a word of one built-in scale "
            "(cadre help scales) or a row for it in scales.csv",
            text, n_cells, n_cells == 1 ? "" : "s", numbers);
}

static void report_yes_no(const LevelColumn *column, int answer, const char *numbers, Messages *messages)
{
    int n_cells = column->answers->count[answer];
    messages_add(messages, CADRE_WARNING, answer_origin(column, answer),
                 "\"%.200s\" (%d cell%s) counts as yes or no, but %d cell%s of this question hold%s a number; "
                 "expected a number %s, or a row for it in scales.csv",
                 column->answers->text[answer], n_cells, n_cells == 1 ? "" : "s", column->n_numbers,
                 column->n_numbers == 1 ? "" : "s", column->n_numbers == 1 ? "s" : "", numbers);
}

/* A number as a value in hundredths of a level, halved and rounded down on 0-10; SCALE_UNKNOWN where it is out of range. */
static int number_value(int number, NumberRange range)
{
    if (number < 0 || number % SCALE_UNIT != 0 || number > (range == RANGE_0_10 ? TEN : FIVE)) return SCALE_UNKNOWN;
    return range == RANGE_0_10 ? number / SCALE_UNIT / 2 * SCALE_UNIT : number;
}

/* The value of one answer before the built-in words: SCALE_UNKNOWN goes on to them; false where an error has been told, of it
 * or of the number that takes its question beyond 10. */
static bool first_value(int *value, const LevelColumn *column, int answer, NumberRange range, const Scales *scales,
                        Messages *messages)
{
    const char *text = column->answers->text[answer];
    *value = word_value(scales, column->scale, text);
    if (*value == CONFLICT) {
        messages_add(
            messages, CADRE_ERROR, answer_origin(column, answer),
            "\"%.200s\" has different levels on scales of scales.csv; expected columns.csv to name this column's scale", text);
        return false;
    }
    if (*value != SCALE_TICK && (*value > FIVE || (*value > 0 && *value % SCALE_UNIT != 0))) {
        messages_add(messages, CADRE_ERROR, answer_origin(column, answer),
                     "\"%.200s\" is " SCALE_FORMAT " in scales.csv; expected a whole number from 0 to 5 for a level", text,
                     SCALE_PRINTED(*value));
        return false;
    }
    if (*value != SCALE_UNKNOWN) return true;
    int number = scales_number(text);
    if (number < 0) return true;
    *value = number_value(number, range);
    if (*value != SCALE_UNKNOWN) return true;
    if (range == RANGE_BEYOND && number > FIVE && number <= TEN && number % SCALE_UNIT == 0) return false; /* told at the 11 */
    if (report_damaged(column, answer, messages)) return false;
    messages_add(messages, CADRE_ERROR, answer_origin(column, answer),
                 "\"%.200s\" is no level; expected a whole number from 0 to %s", text,
                 range == RANGE_0_10 ? "10" : "5, or 0 to 10 where no column of the question goes beyond");
    return false;
}

static int8_t level_of(int value, int tick)
{
    if (value == SCALE_TICK) return (int8_t)tick;
    if (value < 0 || value > FIVE) return LEVEL_NONE;
    return (int8_t)(value / SCALE_UNIT);
}

/* Give the answers still unknown their value on the built-in scale that knows all of them, or report those it does not know. */
static void rest_values(int values[], const LevelColumn *column, NumberRange range, const Scales *scales, Messages *messages)
{
    const Distinct *answers = column->answers;
    int n_known = 0, n_rest = 0, best = -1;
    if (*column->scale == '\0') best = best_word_scale(scales, answers, values, &n_known, &n_rest);
    const char *numbers = range == RANGE_0_10 ? "from 0 to 10" : "from 0 to 5";
    for (int i = 0; i < answers->n; i++) {
        if (values[i] != SCALE_UNKNOWN) continue;
        if (best >= 0) values[i] = scales_value(scales, best, answers->text[i]);
        if (values[i] == SCALE_UNKNOWN)
            report_unknown(column, i, numbers, scales, best, n_known, messages);
        else if (best == SCALE_OF_YES_NO && column->n_numbers > 0)
            report_yes_no(column, i, numbers, messages);
    }
}

static bool is_cross(const char *text) { return strcmp(text, "x") == 0 || strcmp(text, "X") == 0; }

CadreStatus levels_read(int8_t levels[], bool *only_ticks, const LevelColumn *column, NumberRange range, const Scales *scales,
                        Arena *scratch, Messages *messages, CadreError *err)
{
    const Distinct *answers = column->answers;
    int *values = ARENA_ARRAY(scratch, int, answers->n + 1);
    if (!values) return error_no_memory(err);
    if (strcmp(column->scale, "0-10") == 0) range = RANGE_0_10;
    if (strcmp(column->scale, "0-5") == 0) range = RANGE_0_5;
    for (int i = 0; i < answers->n; i++)
        if (!first_value(&values[i], column, i, range, scales, messages)) values[i] = SCALE_NO_ANSWER;
    rest_values(values, column, range, scales, messages);
    int n_crosses = 0, n_others = 0;
    for (int i = 0; i < answers->n; i++) {
        levels[i] = level_of(values[i], column->tick);
        n_crosses += is_cross(answers->text[i]) && values[i] == SCALE_TICK;
        n_others += !is_cross(answers->text[i]) && values[i] != SCALE_NO_ANSWER;
    }
    *only_ticks = n_crosses > 0 && n_others == 0;
    return CADRE_OK;
}

/* What an answer to how many, or to whether, is where no scale of the plan knows it: a number or, of whole things, yes for one.
 */
static int plain_amount(const Scales *scales, const char *text, bool whole)
{
    int number = scales_number(text);
    if (number >= 0) return number;
    int value = whole ? scales_value(scales, SCALE_OF_YES_NO, text) : SCALE_UNKNOWN;
    return value == SCALE_TICK ? SCALE_UNIT : value;
}

void amounts_read(int amounts[], const LevelColumn *column, int high, bool whole, const Scales *scales, Messages *messages)
{
    for (int i = 0; i < column->answers->n; i++) {
        const char *text = column->answers->text[i];
        int value = word_value(scales, column->scale, text);
        if (value == SCALE_UNKNOWN) value = plain_amount(scales, text, whole);
        amounts[i] = value == SCALE_NO_ANSWER ? -1 : value;
        if (value == SCALE_NO_ANSWER || (value >= 0 && value <= high && (!whole || value % SCALE_UNIT == 0))) continue;
        amounts[i] = -1;
        if (report_damaged(column, i, messages)) continue;
        messages_add(messages, CADRE_ERROR, answer_origin(column, i),
                     "\"%.200s\" is no amount%s; expected %s from 0 to %d, or a row for it in scales.csv", text,
                     text_may_be_thousands(text) ? ", for it may be one of decimals or of thousands" : "",
                     whole ? "a whole number" : "a number", high / SCALE_UNIT);
    }
}
