#include "read/guess_shape.h"

#include <string.h>

#include "base/names.h"
#include "read/levels.h"
#include "read/times.h"

enum {
    MANY_ANSWERS = 60,   /* no rating has so many different answers */
    MANY_OPTIONS = 80,   /* no checklist has so many options */
    OPTION_LENGTH = 120, /* bytes: beyond that it is prose */
    LIST_WORDS = 12,     /* of an option, on average, where the cell is surely a list; else */
    OPTION_WORDS = 5,
    NUMBER_MAX = 100000 * SCALE_UNIT,
};

static int percent(int part, int whole) { return whole > 0 ? (int)(100LL * part / whole) : 0; }

static int count_words(const char *text)
{
    int n = 0;
    for (bool inside = false; *text; text++) {
        bool blank = strchr(" \t\r\n", *text) != NULL;
        n += !blank && !inside;
        inside = !blank;
    }
    return n;
}

static bool is_email(const char *text)
{
    const char *at = strchr(text, '@');
    return at && at > text && strchr(at, '.') && !strpbrk(text, " \n");
}

static void shape_text(Shape *shape)
{
    int n_email = 0;
    long long n_words = 0;
    for (int i = 0; i < shape->answers.n; i++) {
        int count = shape->answers.count[i];
        shape->n_filled += count;
        n_words += (long long)count * count_words(shape->answers.text[i]);
        n_email += is_email(shape->answers.text[i]) ? count : 0;
    }
    shape->email_share = percent(n_email, shape->n_filled);
    shape->words = shape->n_filled ? (int)(10 * n_words / shape->n_filled) : 0;
}

static bool is_among(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0) return true;
    return false;
}

/* Whether a scale knows every answer but those that are none, and there is one. */
static bool knows_all(const Scales *scales, int scale, const Distinct *answers)
{
    int n_known = 0;
    for (int i = 0; i < answers->n; i++) {
        if (scales_no_answer(scales, answers->text[i])) continue;
        if (scales_value(scales, scale, answers->text[i]) == SCALE_UNKNOWN) return false;
        n_known++;
    }
    return n_known > 0;
}

static void shape_scales(Shape *shape, const Scales *scales)
{
    static const char *const skill[] = {"ability", "knowledge", "confidence", NULL};
    static const char *const interest[] = {"interest", "likelihood", NULL};
    bool is_skill = false, is_interest = false, other = false;
    for (int scale = scales_first_word(scales); scale < scales_count(scales); scale++) {
        const char *name = scales_name(scales, scale);
        if (scale == SCALE_OF_NO_ANSWER || scale == SCALE_OF_YES_NO || !knows_all(scales, scale, &shape->answers)) continue;
        shape->agreement |= strcmp(name, "agreement") == 0;
        is_skill |= is_among(name, skill);
        is_interest |= is_among(name, interest);
        other |= !is_among(name, skill) && !is_among(name, interest);
    }
    shape->only_yes_no = knows_all(scales, SCALE_OF_YES_NO, &shape->answers);
    bool telling = !other && !shape->only_yes_no && shape->answers.n > 1;
    shape->skill_scale = telling && is_skill && !is_interest;
    shape->interest_scale = telling && is_interest && !is_skill;
}

static bool is_level(const Scales *scales, const char *answer)
{
    int number = scales_number(answer);
    if (number >= 0 && number <= 10 * SCALE_UNIT) return true;
    for (int scale = 0; scale < scales_count(scales); scale++)
        if (scales_value(scales, scale, answer) != SCALE_UNKNOWN) return true;
    return false;
}

/* The reader itself is asked, and its complaints counted. */
static CadreStatus shape_levels(Shape *shape, const Table *table, int column, const Scales *scales, Arena *arena,
                                CadreError *err)
{
    Distinct *answers = &shape->answers;
    if (answers->n > MANY_ANSWERS) return CADRE_OK;
    int n_known = 0;
    for (int i = 0; i < answers->n; i++)
        if (is_level(scales, answers->text[i])) n_known += answers->count[i];
    shape->level_share = percent(n_known, shape->n_filled);
    Messages *complaints = messages_create(arena);
    int8_t *levels = ARENA_ARRAY(arena, int8_t, answers->n + 1);
    int *amounts = ARENA_ARRAY(arena, int, answers->n + 1);
    if (!complaints || !levels || !amounts) return error_no_memory(err);
    LevelColumn rating = {.table = table, .column = column, .answers = answers, .scale = "", .tick = LEVEL_MAX};
    NumberRange range = levels_greatest_number(NULL, scales, answers, "") > LEVEL_MAX * SCALE_UNIT ? RANGE_0_10 : RANGE_0_5;
    bool only_ticks;
    TRY(levels_read(levels, &only_ticks, &rating, range, scales, arena, complaints, err));
    shape->levels = messages_errors(complaints) == 0;
    int n_before = messages_errors(complaints);
    amounts_read(amounts, &rating, NUMBER_MAX, false, scales, complaints);
    shape->numbers = messages_errors(complaints) == n_before;
    return CADRE_OK;
}

static int count_digits(const char *text)
{
    int n = 0;
    for (; *text; text++) n += *text >= '0' && *text <= '9';
    return n;
}

static CadreStatus shape_times(Shape *shape, const Table *table, int column, Arena *arena, CadreError *err)
{
    Distinct *answers = &shape->answers;
    for (int i = 0; i < answers->n; i++)
        if (count_digits(answers->text[i]) < 6 || !strpbrk(answers->text[i], ":/-.")) return CADRE_OK;
    Messages *complaints = messages_create(arena);
    AnswerTime *times = ARENA_ARRAY(arena, AnswerTime, answers->n + 1);
    if (!complaints || !times) return error_no_memory(err);
    TRY(times_read(times, table, column, 0, answers, "", arena, complaints, err));
    shape->times = messages_errors(complaints) == 0 && answers->n > 0;
    return CADRE_OK;
}

/* Count the ticks of one answer's options; the number of options in it, -1 where one is too long to be one. */
static int add_options(Names *options, const char *answer, const char *separator, Arena *arena)
{
    int n = 0;
    for (const char *at = answer; at;) {
        size_t length = strcspn(at, separator);
        if (length > OPTION_LENGTH) return -1;
        char *option = arena_copy_n(arena, at, length);
        if (!option || (!text_is_blank(option) && names_add(options, option) < 0)) return -2;
        n += !text_is_blank(option);
        at = at[length] ? at + length + 1 : NULL;
    }
    return n;
}

static CadreStatus shape_checklist(Shape *shape, bool asks_for_all, Arena *arena, CadreError *err)
{
    const Distinct *answers = &shape->answers;
    Names *options = names_create(arena, NAME_STYLE_NAME);
    if (!options) return error_no_memory(err);
    const char *separator = ",";
    for (int i = 0; i < answers->n; i++)
        if (strchr(answers->text[i], ';')) separator = ";";
    int n_ticks = 0, n_several = 0;
    long long n_words = 0;
    for (int i = 0; i < answers->n; i++) {
        int n = add_options(options, answers->text[i], separator, arena);
        if (n == -2) return error_no_memory(err);
        if (n < 0) return CADRE_OK;
        n_ticks += n * answers->count[i];
        n_words += (long long)count_words(answers->text[i]) * answers->count[i];
        n_several += n > 1 ? answers->count[i] : 0;
    }
    int n_options = names_count(options), least = asks_for_all ? 1 : 10;
    int most_words = asks_for_all || *separator == ';' ? LIST_WORDS : OPTION_WORDS;
    bool repeated = 2 * n_ticks >= 3 * n_options && n_options <= MANY_OPTIONS && n_words <= (long long)most_words * n_ticks;
    shape->checklist = repeated && n_several > 0 && percent(n_several, shape->n_filled) >= least;
    if (!shape->checklist) return CADRE_OK;
    const char **names = ARENA_ARRAY(arena, const char *, n_options + 1);
    if (!names) return error_no_memory(err);
    for (int i = 0; i < n_options; i++) names[i] = names_get(options, i);
    shape->options = names;
    shape->n_options = n_options;
    return CADRE_OK;
}

CadreStatus shape_read(Shape *out, const Table *table, int column, bool asks_for_all, const Scales *scales, Arena *arena,
                       CadreError *err)
{
    Shape shape = {0};
    TRY(distinct_column(&shape.answers, table, column, arena, err));
    shape_text(&shape);
    shape_scales(&shape, scales);
    TRY(shape_levels(&shape, table, column, scales, arena, err));
    TRY(shape_times(&shape, table, column, arena, err));
    TRY(shape_checklist(&shape, asks_for_all, arena, err));
    *out = shape;
    return CADRE_OK;
}
