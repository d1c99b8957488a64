#include "read/guess_shape.h"

#include <string.h>

#include "base/names.h"
#include "read/amount_words.h"
#include "read/guess_cues.h"
#include "read/levels.h"
#include "read/times.h"

enum {
    MANY_ANSWERS = 60,   /* no rating has so many different answers */
    MANY_OPTIONS = 80,   /* no checklist has so many options */
    RECURRING = 80,      /* percent of the ticks of a list with typed-in options that are of its own */
    RARE_SHARE = 500,    /* an option is the list's own where one in so many ticks it */
    OPTION_LENGTH = 120, /* bytes: beyond that it is prose */
    LIST_WORDS = 14,     /* of an option, on average, where the cell is surely a list; else */
    OPTION_WORDS = 9,
    ASKED_WORDS = 4,  /* of an option, where the header asks for all that apply and nobody ticked two */
    LONG_SHARE = 5,   /* at most one cell in so many may hold prose */
    RATED_SHARE = 90, /* percent of levels in a rating with odd answers in it, */
    AMOUNT_WORDS = 4,
    NAME_WORDS = 5,
    RATED_LEAST = 20, /* of so many at least, */
    STRAY_LEAST = 5,  /* or one stray cell beside so many levels */
    RATED_ANSWERS = 16,
    RANKED_SHARE = 90, /* percent of the cells of a ranking that hold all options, */
    RANKED_LEAST = 3,  /* of so many at least, in so many orders at least */
    NUMBER_MAX = 100000 * SCALE_UNIT,
};

static const int64_t LONGEST_SURVEY = INT64_C(2) * 12 * 31 * 24 * 3600 * 1000000; /* as times.h counts */

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

static bool is_small_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

/* "Ana Ruiz", "Ruiz, Ana M.": up to five words without digits, the first and the last not small. */
static bool may_be_person(const char *text)
{
    size_t length = strlen(text), last = length;
    while (last > 0 && !strchr(" ,", text[last - 1])) last--;
    return length > 1 && count_words(text) <= NAME_WORDS && !strpbrk(text, "0123456789@?!:;/\n") && !is_small_letter(text[0]) &&
           !is_small_letter(text[last]);
}

static void shape_text(Shape *shape)
{
    int n_email = 0, n_amount = 0, n_person = 0;
    long long n_words = 0;
    for (int i = 0; i < shape->answers.n; i++) {
        int count = shape->answers.count[i];
        shape->n_filled += count;
        n_words += (long long)count * count_words(shape->answers.text[i]);
        n_email += is_email(shape->answers.text[i]) ? count : 0;
        n_person += may_be_person(shape->answers.text[i]) ? count : 0;
        bool has_digit = strpbrk(shape->answers.text[i], "0123456789") != NULL;
        n_amount += has_digit && count_words(shape->answers.text[i]) <= AMOUNT_WORDS ? count : 0;
    }
    shape->amount_share = percent(n_amount, shape->n_filled);
    shape->person_share = percent(n_person, shape->n_filled);
    shape->email_share = percent(n_email, shape->n_filled);
    shape->words = shape->n_filled ? (int)(10 * n_words / shape->n_filled) : 0;
}

/* Answers that say agree, whatever else: a scale of agreement, also one that no table holds. */
static bool is_agreement(const Distinct *answers)
{
    int n = 0;
    for (int i = 0; i < answers->n; i++) n += strcasestr(answers->text[i], "agree") || strcasestr(answers->text[i], "acuerdo");
    return answers->n > 1 && answers->n <= RATED_ANSWERS && 2 * n > answers->n;
}

/* Amounts as words, or as numbers that a reader of amounts knows. */
static CadreStatus shape_counts(Shape *shape, const Scales *scales, Arena *arena, CadreError *err)
{
    int n_counted = 0;
    for (int i = 0; i < shape->answers.n; i++) {
        const char *answer = shape->answers.text[i];
        bool brief = count_words(answer) <= AMOUNT_WORDS;
        char *words = brief ? cue_words(arena, answer) : NULL;
        if (brief && !words) return error_no_memory(err);
        bool counts = brief && (amount_of_words(words) >= 0 || scales_number(answer) >= 0 || scales_no_answer(scales, answer));
        n_counted += counts ? shape->answers.count[i] : 0;
    }
    shape->counted_share = percent(n_counted, shape->n_filled);
    return CADRE_OK;
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
        shape->frequency |= strcmp(name, "frequency") == 0;
        shape->quality |= strcmp(name, "quality") == 0;
        shape->agreement |= strcmp(name, "agreement") == 0;
        shape->priority |= strcmp(name, "importance") == 0 || strcmp(name, "priority") == 0;
        is_skill |= is_among(name, skill);
        is_interest |= is_among(name, interest);
        other |= !is_among(name, skill) && !is_among(name, interest);
    }
    shape->agreement |= is_agreement(&shape->answers);
    shape->only_yes_no = knows_all(scales, SCALE_OF_YES_NO, &shape->answers);
    bool telling = !other && !shape->only_yes_no && shape->answers.n > 1;
    shape->skill_scale = telling && is_skill && !is_interest;
    shape->interest_scale = telling && is_interest && !is_skill;
    shape->quality &= !is_skill;
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
    bool mostly = shape->level_share >= RATED_SHARE && shape->n_filled >= RATED_LEAST;
    bool one_stray = messages_errors(complaints) == 1 && n_known + 1 >= shape->n_filled && n_known >= STRAY_LEAST;
    shape->rated = (mostly || one_stray) && answers->n <= RATED_ANSWERS;
    int n_before = messages_errors(complaints);
    amounts_read(amounts, &rating, NUMBER_MAX, false, scales, complaints);
    shape->numbers = messages_errors(complaints) == n_before;
    n_before = messages_errors(complaints);
    amounts_read(amounts, &rating, NUMBER_MAX, true, scales, complaints);
    shape->limits = messages_errors(complaints) == n_before;
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
    int64_t first = INT64_MAX, last = INT64_MIN;
    for (int i = 0; i < answers->n && shape->times; i++) {
        if (times[i].known && times[i].reading[0] < first) first = times[i].reading[0];
        if (times[i].known && times[i].reading[0] > last) last = times[i].reading[0];
    }
    shape->spans_years = shape->times && last > first && last - first > LONGEST_SURVEY;
    return CADRE_OK;
}

/* The options of a column while they are counted. */
typedef struct Ticks {
    Names *options;
    LIST(int) ticks;                /* [options] cells that have it */
    LIST(int) answers;              /* [options] different answers that have it */
    int n_ticks, n_several, n_long; /* n_long: cells with an option too long to be one */
    int n_most, n_with_most;        /* the most options of a cell, and how many cells have so many */
    long long n_words;
} Ticks;

/* Whether a part of the answer is prose. */
static bool has_long_part(const char *answer, char separator)
{
    const char ends[] = {separator, '\0'};
    for (const char *at = answer; at;) {
        size_t length = strcspn(at, ends);
        if (length > OPTION_LENGTH) return true;
        at = at[length] ? at + length + 1 : NULL;
    }
    return false;
}

/* Count the ticks of one answer; false where there is no memory. */
static bool add_options(Ticks *ticks, const char *answer, int count, char separator, Arena *arena)
{
    const char ends[] = {separator, '\0'};
    int n = 0;
    for (const char *at = answer; at;) {
        size_t length = strcspn(at, ends);
        char *raw = arena_copy_n(arena, at, length), *option = raw ? text_trim(arena, raw) : NULL;
        if (!option) return false;
        at = at[length] ? at + length + 1 : NULL;
        if (!*option) continue;
        int i = names_add(ticks->options, option);
        if (i < 0) return false;
        if (i == ticks->ticks.n && (!LIST_PUSH(arena, &ticks->ticks, 0) || !LIST_PUSH(arena, &ticks->answers, 0))) return false;
        ticks->ticks.items[i] += count;
        ticks->answers.items[i]++;
        n++;
    }
    if (n > ticks->n_most) ticks->n_with_most = 0;
    if (n >= ticks->n_most) ticks->n_with_most += count;
    if (n > ticks->n_most) ticks->n_most = n;
    ticks->n_ticks += n * count;
    ticks->n_several += n > 1 ? count : 0;
    ticks->n_words += (long long)count_words(answer) * count;
    return true;
}

/* What parts the options: `;` where any cell has one, unless commas part far more cells. */
static char find_separator(const Distinct *answers)
{
    int with_semicolon = 0, with_comma = 0;
    for (int i = 0; i < answers->n; i++) {
        with_semicolon += strchr(answers->text[i], ';') ? answers->count[i] : 0;
        with_comma += strchr(answers->text[i], ',') ? answers->count[i] : 0;
    }
    return with_semicolon == 0 || 10 * with_semicolon < with_comma ? ',' : ';';
}

/* Whether the options recur, in several combinations: one choice of long options with commas in them has each part in one
 * answer only. Typed-in options are allowed where most ticks are of options that recur. */
static bool options_recur(const Ticks *ticks, const Shape *shape)
{
    int n_options = names_count(ticks->options), n_recurring = 0, n_combined = 0;
    long long recurring = 0;
    for (int i = 0; i < n_options; i++) {
        if (ticks->ticks.items[i] < 2 || RARE_SHARE * ticks->ticks.items[i] < shape->n_filled) continue;
        n_recurring++;
        n_combined += ticks->answers.items[i] > 1;
        recurring += ticks->ticks.items[i];
    }
    bool closed = 2 * ticks->n_ticks >= 3 * n_options && n_options <= MANY_OPTIONS;
    bool mostly = n_recurring <= MANY_OPTIONS && percent((int)recurring, ticks->n_ticks) >= RECURRING;
    return (closed || mostly) && 2 * n_combined >= n_recurring;
}

static CadreStatus shape_checklist(Shape *shape, bool asks_for_all, Arena *arena, CadreError *err)
{
    const Distinct *answers = &shape->answers;
    Ticks ticks = {.options = names_create(arena, NAME_STYLE_NAME)};
    char separator = find_separator(answers);
    if (!ticks.options) return error_no_memory(err);
    for (int i = 0; i < answers->n; i++) {
        if (has_long_part(answers->text[i], separator))
            ticks.n_long += answers->count[i];
        else if (!add_options(&ticks, answers->text[i], answers->count[i], separator, arena))
            return error_no_memory(err);
    }
    int n_options = names_count(ticks.options), least = asks_for_all ? 1 : 10;
    int most_words = asks_for_all || separator == ';' ? LIST_WORDS : OPTION_WORDS;
    bool short_enough = ticks.n_words <= (long long)most_words * ticks.n_ticks;
    bool several = ticks.n_several > 0 && percent(ticks.n_several, shape->n_filled) >= least;
    bool listed = several && short_enough && LONG_SHARE * ticks.n_long <= shape->n_filled && options_recur(&ticks, shape);
    bool asked = asks_for_all && !shape->only_yes_no && !shape->levels && ticks.n_long == 0 && ticks.n_ticks > 0 &&
                 n_options <= MANY_OPTIONS && ticks.n_words <= (long long)ASKED_WORDS * ticks.n_ticks;
    bool all_ticked = n_options == ticks.n_most && percent(ticks.n_with_most, shape->n_filled) >= RANKED_SHARE;
    shape->ranking = listed && all_ticked && n_options >= RANKED_LEAST && answers->n >= RANKED_LEAST;
    shape->checklist = (listed || asked) && !shape->ranking;
    if (!shape->checklist) return CADRE_OK;
    shape->separator = separator;
    const char **names = ARENA_ARRAY(arena, const char *, n_options + 1);
    if (!names) return error_no_memory(err);
    for (int i = 0; i < n_options; i++) names[i] = names_get(ticks.options, i);
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
    TRY(shape_counts(&shape, scales, arena, err));
    shape_scales(&shape, scales);
    TRY(shape_levels(&shape, table, column, scales, arena, err));
    TRY(shape_times(&shape, table, column, arena, err));
    TRY(shape_checklist(&shape, asks_for_all, arena, err));
    *out = shape;
    return CADRE_OK;
}
