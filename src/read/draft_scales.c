/* draft_scales.c: rows of scales.csv: of the word scales that ratings use, and of answers that a reader would not know by
 * itself, each told. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/model.h"
#include "read/amount_words.h"
#include "read/damage.h"
#include "read/degrees.h"
#include "read/drafter.h"
#include "read/guess_cues.h"

enum { NUMBER_LIMIT = 100000 };

static CadreStatus add_row(Drafter *drafter, const char *scale, const char *answer, const char *level)
{
    const char *cells[] = {[SCALES_SCALE] = scale, [SCALES_ANSWER] = answer, [SCALES_LEVEL] = level};
    if (names_add(drafter->scale_answers, answer) < 0) return error_no_memory(drafter->err);
    return drafter_add(drafter, SHEET_SCALES, cells);
}

static int by_text(const void *left, const void *right, void *texts)
{
    const char *const *text = texts;
    return strcmp(text[*(const int *)left], text[*(const int *)right]);
}

int *drafter_sorted(const Drafter *drafter, const Distinct *answers)
{
    int *order = ARENA_ARRAY(drafter->scratch, int, answers->n + 1);
    if (!order) return NULL;
    for (int i = 0; i < answers->n; i++) order[i] = i;
    qsort_r(order, (size_t)answers->n, sizeof *order, by_text, answers->text);
    return order;
}

/* The word scale that was drafted for the column's question; NULL where there is none. */
static WordScale *scale_of(const Drafter *drafter, WordScales *scales, const DraftColumn *column)
{
    char *question = columns_question(drafter->scratch, column->header);
    for (int i = 0; question && i < scales->items.n; i++) {
        WordScale *scale = &scales->items.items[i];
        char *key = text_name_key(drafter->scratch, question), *own = text_name_key(drafter->scratch, scale->question);
        if (key && own && scale->survey == column->meaning.survey && strcmp(key, own) == 0) return scale;
    }
    return NULL;
}

/* Questions with the same answers share a scale. */
static CadreStatus use_word_scale(Drafter *drafter, WordScale *scale, Names *written)
{
    if (scale->used) return CADRE_OK;
    scale->used = true;
    int n_before = names_count(written);
    for (int i = 0; i < names_count(scale->answers); i++) {
        const char *level = scale->level[i] < 0 ? "" : arena_print(drafter->arena, "%d", scale->level[i]);
        if (!level) return error_no_memory(drafter->err);
        const char *key = arena_print(drafter->scratch, "%s\x1f%s", scale->name, names_get(scale->answers, i));
        int n = names_count(written), at = key ? names_add(written, key) : -1;
        if (at < 0) return error_no_memory(drafter->err);
        if (at == n) TRY(add_row(drafter, scale->name, names_get(scale->answers, i), level));
    }
    if (names_count(written) == n_before) return CADRE_OK;
    return drafter_tell(drafter, true, "scales.csv", "the scale \"%s\" is worked out from the answers' words of degree",
                        scale->name);
}

/* Whether an amount counts something else than hours a month: "30 min", "2 days", "1 a week". */
static bool is_of_other_unit(const char *words)
{
    static const char *const units[] = {" min ",   " mins ", " minute", " minuto",  " day ",    " days ",
                                        " daily ", " week",  " year",   " dia ",    " dias ",   " diari",
                                        " seman",  " ano ",  " anos ",  " percent", " session", " sesion"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strstr(words, units[i])) return true;
    return false;
}

/* The only number in a text as a cell; "" where there is none or several (10-20), or it is negative, of thousands or out of
 * reason. NULL: no memory. */
static const char *only_number(Arena *arena, const char *text)
{
    const char *at = text + strcspn(text, "0123456789");
    if (!*at || text_may_be_thousands(at) || (at > text && (at[-1] == '-' || (unsigned char)at[-1] >= 0x80))) return "";
    char *end;
    double value = strtod(at, &end);
    return value > NUMBER_LIMIT || strpbrk(end, "0123456789%") ? "" : arena_print(arena, "%.4g", value);
}

/* The amount that an answer says in figures or, of whole things, in words, as a cell; "" where it says none. */
static const char *amount_in(const Drafter *drafter, const char *answer, const char *words, bool whole)
{
    bool has_digit = strpbrk(answer, "0123456789") != NULL;
    if (damage_is_date(damage_of(answer)) || (!whole && is_of_other_unit(words))) return "";
    if (!whole || has_digit) {
        const char *value = only_number(drafter->arena, answer);
        return value && whole && strchr(value, '.') ? "" : value;
    }
    int amount = amount_of_words(words);
    return amount < 0 ? "" : arena_print(drafter->arena, "%d", amount);
}

/* Whether the reader takes the answer for an amount, and the right one. */
static bool reads_as_amount(const Scales *scales, const char *answer, const char *words, bool whole)
{
    int number = scales_number(answer);
    if (whole && scales_value(scales, SCALE_OF_YES_NO, answer) != SCALE_UNKNOWN) return true;
    if (whole) return number >= 0 && number % SCALE_UNIT == 0;
    return number >= 0 && !is_of_other_unit(words);
}

/* Whether scales.csv has a row that the column will use for the answer. */
static bool is_drafted(const Drafter *drafter, DraftColumn *column, const char *name, const char *answer)
{
    if (column->of_plan) return names_find(drafter->scale_answers, answer) >= 0;
    int scale = scales_find(drafter->scales, name);
    if (scale < 0 || scales_value(drafter->scales, scale, answer) == SCALE_UNKNOWN) return false;
    column->meaning.scale = name;
    return true;
}

/* Answers to a question for a number that are none: the number in them stands for them. */
static CadreStatus read_amounts(Drafter *drafter, DraftColumn *column)
{
    const char *name = means_names[column->meaning.means];
    bool whole = column->meaning.means != MEANS_HOURS;
    const int *order = drafter_sorted(drafter, &column->answers);
    if (!order) return error_no_memory(drafter->err);
    for (int i = 0; i < column->answers.n; i++) {
        const char *answer = column->answers.text[order[i]], *words = cue_words(drafter->scratch, answer);
        if (!words) return error_no_memory(drafter->err);
        if (reads_as_amount(drafter->scales, answer, words, whole) || scales_no_answer(drafter->scales, answer)) continue;
        if (strlen(answer) > DRAFTER_LONGEST_ANSWER || is_drafted(drafter, column, name, answer)) continue;
        const char *value = amount_in(drafter, answer, words, whole);
        if (!value) return error_no_memory(drafter->err);
        column->meaning.scale = name;
        TRY(add_row(drafter, name, answer, value));
        TRY(drafter_tell(drafter, true, "scales.csv", "\"%.80s\" is read as %s in the column \"%.80s\"", answer,
                         *value ? value : "no answer", column->header));
    }
    return CADRE_OK;
}

/* The built-in scale that knows the most of the answers, as a reader takes it; -1 where none knows any. */
static int best_scale(const Scales *scales, const Distinct *answers)
{
    int best = -1, n_best = 0;
    for (int scale = SCALE_OF_YES_NO; scale < scales_count(scales); scale++) {
        if (scale == SCALE_FIRST_PLAN) scale = scales_first_word(scales);
        int n = 0;
        for (int i = 0; i < answers->n; i++) n += scales_value(scales, scale, answers->text[i]) != SCALE_UNKNOWN;
        if (n <= n_best) continue;
        n_best = n;
        best = scale;
    }
    return best;
}

/* The level of an answer by another scale or its words of degree, as a cell; "" where nothing tells, NULL where there is no
 * memory. */
static const char *odd_level(const Drafter *drafter, const char *answer)
{
    char *words = cue_words(drafter->scratch, answer);
    if (!words) return NULL;
    int level = degree_of(words);
    if (level < 0) level = drafter_any_level(drafter->scales, answer);
    if (level > LEVEL_MAX) level = LEVEL_MAX;
    return level < 0 ? "" : arena_print(drafter->arena, "%d", level);
}

/* Whether the answer is one of a column of hours or limits too: a row for it would be its amount there. */
static bool is_amount_too(const Drafter *drafter, const char *answer)
{
    for (int i = 0; i < drafter->n_columns; i++) {
        const DraftColumn *column = &drafter->columns[i];
        for (int j = 0; means_is_amount(column->meaning.means) && j < column->answers.n; j++)
            if (strcmp(column->answers.text[j], answer) == 0) return true;
    }
    return false;
}

/* Answers in a rating that are on no scale, or not on that of the others. */
static CadreStatus take_odd_answers(Drafter *drafter, const DraftColumn *column)
{
    const int *order = drafter_sorted(drafter, &column->answers);
    int best = best_scale(drafter->scales, &column->answers);
    if (!order) return error_no_memory(drafter->err);
    for (int i = 0; i < column->answers.n; i++) {
        const char *answer = column->answers.text[order[i]];
        int number = scales_number(answer);
        bool number_known = number >= 0 && (number <= 10 * SCALE_UNIT || is_amount_too(drafter, answer));
        bool known = number_known || scales_no_answer(drafter->scales, answer) ||
                     (best >= 0 && scales_value(drafter->scales, best, answer) != SCALE_UNKNOWN);
        if (known || names_find(drafter->scale_answers, answer) >= 0) continue;
        const char *level = odd_level(drafter, answer);
        if (!level) return error_no_memory(drafter->err);
        TRY(add_row(drafter, "other answers", answer, level));
        TRY(drafter_tell(drafter, true, "scales.csv",
                         "\"%.80s\" in the column \"%.80s\" is not on the scale of the others and read as %s", answer,
                         column->header, *level ? level : "no answer"));
    }
    return CADRE_OK;
}

/* A column whose only answer is its own name is ticked by it: a scale says so. */
static CadreStatus read_own_tick(Drafter *drafter, DraftColumn *column, Names *written)
{
    if (column->answers.n != 1) return CADRE_OK;
    bool skill = column->meaning.means == MEANS_SKILL;
    const char *scale = skill ? "ticked skills" : "ticked interests", *answer = column->answers.text[0];
    char *own = text_name_key(drafter->scratch, answer), *name = text_name_key(drafter->scratch, column->meaning.name);
    if (!own || !name) return error_no_memory(drafter->err);
    if (strcmp(own, name) != 0) return CADRE_OK;
    column->meaning.scale = scale;
    const char *key = arena_print(drafter->scratch, "%s\x1f%s", scale, answer);
    int n = names_count(written), at = key ? names_add(written, key) : -1;
    if (at < 0) return error_no_memory(drafter->err);
    return at == n ? add_row(drafter, scale, answer, skill ? "3" : "5") : CADRE_OK;
}

/* Whether scales.csv has one of the column's answers, whose level a blank scale would take. */
static bool is_in_scales(const Drafter *drafter, const DraftColumn *column)
{
    for (int i = 0; i < column->answers.n; i++)
        if (names_find(drafter->scale_answers, column->answers.text[i]) >= 0) return true;
    return false;
}

/* The name of the built-in scale that knows every answer of the column; "" where there is none. */
static const char *own_scale(const Scales *scales, const Distinct *answers)
{
    for (int scale = SCALE_OF_YES_NO; scale < scales_count(scales); scale++) {
        if (scale == SCALE_FIRST_PLAN) scale = scales_first_word(scales);
        int n = 0;
        while (n < answers->n &&
               (scales_value(scales, scale, answers->text[n]) != SCALE_UNKNOWN || scales_no_answer(scales, answers->text[n])))
            n++;
        if (n == answers->n) return scales_name(scales, scale);
    }
    return "";
}

/* Drafted columns that would take the levels of another column's scale name their own. */
static void name_own_scales(const Drafter *drafter)
{
    for (int i = 0; i < drafter->n_columns; i++) {
        DraftColumn *column = &drafter->columns[i];
        if (!means_is_level(column->meaning.means) || column->of_plan || *column->meaning.scale) continue;
        if (is_in_scales(drafter, column)) column->meaning.scale = own_scale(drafter->scales, &column->answers);
    }
}

static CadreStatus scales_there(Drafter *drafter)
{
    const Sheet *sheet = &drafter->plan.sheets[SHEET_SCALES];
    drafter->scale_answers = names_create(drafter->scratch, NAME_STYLE_NAME);
    if (!drafter->scale_answers) return error_no_memory(drafter->err);
    for (int row = 0; row < sheet->table.n_rows; row++)
        if (names_add(drafter->scale_answers, sheet_cell(sheet, row, SCALES_ANSWER)) < 0) return error_no_memory(drafter->err);
    return CADRE_OK;
}

CadreStatus draft_scales_sheet(Drafter *drafter, WordScales *scales)
{
    Names *written = names_create(drafter->scratch, NAME_STYLE_NAME);
    if (!written) return error_no_memory(drafter->err);
    TRY(scales_there(drafter));
    bool may_write = drafter_may_write(drafter, SHEET_SCALES);
    for (int i = 0; i < drafter->n_columns && may_write; i++) {
        DraftColumn *column = &drafter->columns[i];
        if (means_is_amount(column->meaning.means) && !*column->meaning.scale) TRY(read_amounts(drafter, column));
        if (!means_is_level(column->meaning.means)) continue;
        if (!column->of_plan) TRY(read_own_tick(drafter, column, written));
        if (*column->meaning.scale) continue;
        WordScale *scale = column->of_plan ? NULL : scale_of(drafter, scales, column);
        if (scale) {
            column->meaning.scale = scale->name;
            TRY(use_word_scale(drafter, scale, written));
        } else {
            TRY(take_odd_answers(drafter, column));
        }
    }
    name_own_scales(drafter);
    return CADRE_OK;
}
