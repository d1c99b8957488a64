/* comparison_causes.c: why one result is otherwise: what differs in the inputs, the dearest first, and what is known of it. */
#include <stdlib.h>
#include <string.h>

#include "explain/wording.h"
#include "write/comparison_write.h"
#include "write/screen.h"

enum { MOST_CAUSES = 20, MOST_NOTHINGS = 5, MOST_PATHS = 6 };

static void add_sentence(TextBuffer *out, TextBuffer *sentence, int indent, int width)
{
    const char *text;
    CadreError unused;
    if (buffer_text(&text, sentence, &unused) == CADRE_OK)
        screen_add_paragraph(out, text, indent, width);
    else
        out->lost = true;
}

/* --- what is known of the inputs --- */

/* The paths of one kind of fault; *n: how many there are. */
static const char *paths_words(int *n, const InputsState *state, InputFaultKind kind, Arena *arena)
{
    TextBuffer text = {.arena = arena};
    const char *words;
    CadreError unused;
    *n = 0;
    for (int i = 0; i < state->faults.n; i++) {
        if (state->faults.items[i].kind != kind || (*n)++ >= MOST_PATHS) continue;
        buffer_print(&text, "%s%s", *n > 1 ? ", " : "", state->faults.items[i].text);
    }
    if (*n > MOST_PATHS) words_add(&text, PHRASE_COMPARE_NAMES_MORE, {"n", words_number(*n - MOST_PATHS, arena)});
    return buffer_text(&words, &text, &unused) == CADRE_OK ? words : NULL;
}

static const char *faults_words(const InputsState *state, Arena *arena)
{
    static const Phrase phrases[] = {[INPUT_GONE] = PHRASE_COMPARE_INPUT_GONE,
                                     [INPUT_CHANGED] = PHRASE_COMPARE_INPUT_CHANGED,
                                     [INPUT_NEW] = PHRASE_COMPARE_INPUT_NEW,
                                     [INPUT_UNREADABLE] = PHRASE_COMPARE_INPUT_UNREADABLE,
                                     [INPUT_UNNAMED] = PHRASE_COMPARE_INPUT_UNNAMED};
    TextBuffer text = {.arena = arena};
    const char *words;
    CadreError unused;
    bool begun = false;
    for (size_t kind = 0; kind < sizeof phrases / sizeof *phrases; kind++) {
        int n;
        const char *paths = paths_words(&n, state, (InputFaultKind)kind, arena);
        if (n == 0) continue;
        if (begun) buffer_add(&text, "; ");
        words_add(&text, phrases[kind], {"path", paths}, {"n", words_number(n, arena)});
        begun = true;
    }
    return buffer_text(&words, &text, &unused) == CADRE_OK ? words : NULL;
}

static void add_faults(TextBuffer *out, const Comparison *at, int side, int width)
{
    TextBuffer line = {.arena = out->arena};
    if (at->inputs[side].there) return;
    words_add(&line, side == 0 ? PHRASE_COMPARE_INPUTS_FIRST : PHRASE_COMPARE_INPUTS_OTHER,
              {"result", (side == 0 ? at->first : at->other)->folder}, {"faults", faults_words(&at->inputs[side], out->arena)});
    add_sentence(out, &line, 0, width);
}

/* Whether files may well be in another folder. */
static bool is_lost(const InputsState *state)
{
    for (int i = 0; i < state->faults.n; i++)
        if (state->faults.items[i].kind == INPUT_GONE && *state->faults.items[i].text != '/') return true;
    return false;
}

static void add_files(TextBuffer *out, const Comparison *at, int width)
{
    TextBuffer line = {.arena = out->arena};
    const char *files = "";
    for (int i = 0; files && i < at->n_files; i++)
        files = arena_print(out->arena, "%s%s%s (%s)", files, i ? ", " : "", at->files[i].name,
                            file_change_words[at->files[i].kind]);
    if (at->n_files == 0) return;
    words_add(&line, PHRASE_COMPARE_FILES, {"files", files});
    add_sentence(out, &line, 0, width);
}

/* --- differences --- */

static const char *or_words(const char *text, Phrase none, Arena *arena)
{
    TextBuffer blank = {.arena = arena};
    const char *words;
    CadreError unused;
    if (*text) return text;
    words_add_plain(&blank, none);
    return buffer_text(&words, &blank, &unused) == CADRE_OK ? words : NULL;
}

void comparison_difference_add(TextBuffer *out, const InputDifference *at)
{
    static const Phrase phrases[] = {[ABOUT_SETTING] = PHRASE_COMPARE_SETTING, [ABOUT_CELL] = PHRASE_COMPARE_CELL,
                                     [ABOUT_ADDED] = PHRASE_COMPARE_ROW_ADDED, [ABOUT_DROPPED] = PHRASE_COMPARE_ROW_DROPPED,
                                     [ABOUT_SHEET] = PHRASE_COMPARE_SHEET,     [ABOUT_MENDED] = PHRASE_COMPARE_MENDED,
                                     [ABOUT_ALL] = PHRASE_COMPARE_ALL,         [ABOUT_ANSWERS] = PHRASE_COMPARE_ANSWERS,
                                     [ABOUT_ANSWER] = PHRASE_COMPARE_CELL,     [ABOUT_IDENTITY] = PHRASE_COMPARE_CELL,
                                     [ABOUT_READING] = PHRASE_COMPARE_CELL};
    Phrase none = at->about == ABOUT_MENDED  ? PHRASE_COMPARE_MENDS_NOTHING
                  : at->about == ABOUT_SHEET ? PHRASE_COMPARE_NO_SHEET
                                             : PHRASE_COMPARE_BLANK;
    Phrase phrase = at->about == ABOUT_ADDED && *at->after ? PHRASE_COMPARE_ROW_ADDED_CELLS : phrases[at->about];
    words_add(out, phrase, {"sheet", at->sheet}, {"key", at->key}, {"column", at->column},
              {"before", or_words(at->before, none, out->arena)}, {"after", or_words(at->after, none, out->arena)},
              {"cells", at->after}, {"n", at->after});
    if (at->with) words_add(out, PHRASE_COMPARE_WITH, {"sheet", at->with});
}

static const char *signed_amount(int64_t number, Arena *arena)
{
    const char *text = words_amount(number, arena);
    return text && number > 0 ? arena_print(arena, "+%s", text) : text;
}

static const char *price_words(const InputDifference *at, Arena *arena)
{
    static const Phrase phrases[] = {[PRICE_UNKNOWN] = PHRASE_COMPARE_PRICE_UNKNOWN,
                                     [PRICE_NOT_ALONE] = PHRASE_COMPARE_PRICE_NOT_ALONE,
                                     [PRICE_IMPOSSIBLE] = PHRASE_COMPARE_PRICE_IMPOSSIBLE};
    TextBuffer text = {.arena = arena};
    const char *words;
    CadreError unused;
    if (at->price == PRICE_NOT_ASKED) return "";
    if (at->price == PRICE_KNOWN && at->low == at->high) return signed_amount(at->low, arena);
    if (at->price == PRICE_KNOWN)
        words_add(&text, PHRASE_COMPARE_PRICE_BETWEEN, {"low", signed_amount(at->low, arena)},
                  {"high", signed_amount(at->high, arena)});
    else
        words_add_plain(&text, phrases[at->price]);
    return buffer_text(&words, &text, &unused) == CADRE_OK ? words : NULL;
}

typedef struct Cause {
    const InputDifference *difference;
    const char *price;
    int place;
} Cause;

/* What stands for many first, then known prices, the largest first, then in the order of the sheets. */
static int by_price(const void *left, const void *right)
{
    const Cause *a = left, *b = right;
    bool all_a = a->difference->about == ABOUT_ALL, all_b = b->difference->about == ABOUT_ALL;
    if (all_a != all_b) return all_a ? -1 : 1;
    bool known_a = a->difference->price == PRICE_KNOWN, known_b = b->difference->price == PRICE_KNOWN;
    int64_t size_a = known_a ? llabs(a->difference->low) : 0, size_b = known_b ? llabs(b->difference->low) : 0;
    if (known_a != known_b) return known_a ? -1 : 1;
    if (size_a != size_b) return size_a > size_b ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static int price_width(const Cause *causes, int n)
{
    int widest = 0;
    for (int i = 0; i < n && i < MOST_CAUSES; i++)
        if (causes[i].price && screen_width(causes[i].price) > widest) widest = screen_width(causes[i].price);
    return widest;
}

static void add_cause(TextBuffer *out, const Cause *cause, int price_columns, int width)
{
    TextBuffer line = {.arena = out->arena};
    const InputDifference *at = cause->difference;
    if (!cause->price) {
        out->lost = true;
        return;
    }
    comparison_difference_add(&line, at);
    if (at->why && *at->why) words_add(&line, PHRASE_COMPARE_PRICE_WHY, {"why", at->why});
    buffer_fill(out, ' ', 2 + price_columns - screen_width(cause->price));
    screen_add(out, cause->price);
    add_sentence(out, &line, price_columns > 0 ? 2 : 0, width - 2 - price_columns);
}

static void add_more(TextBuffer *out, int n, int width)
{
    TextBuffer line = {.arena = out->arena};
    if (n <= MOST_CAUSES) return;
    words_add(&line, PHRASE_COMPARE_MORE, {"n", words_number(n - MOST_CAUSES, out->arena)}, {"file", "differences.csv"});
    add_sentence(out, &line, 2, width);
}

/* What is worth exactly nothing by itself stands last of what is priced. */
static bool is_nothing(const Cause *cause)
{
    const InputDifference *at = cause->difference;
    return at->price == PRICE_KNOWN && at->low == 0 && at->high == 0;
}

/* Many that are worth nothing are counted instead; how many are left to tell. */
static int fold_nothings(TextBuffer *out, Cause *causes, int n, int width)
{
    TextBuffer line = {.arena = out->arena};
    int n_nothing = 0, n_kept = 0;
    for (int i = 0; i < n; i++) n_nothing += is_nothing(&causes[i]);
    if (n_nothing <= MOST_NOTHINGS) return n;
    for (int i = 0; i < n; i++)
        if (!is_nothing(&causes[i])) causes[n_kept++] = causes[i];
    words_add(&line, PHRASE_COMPARE_NOTHINGS, {"n", words_number(n_nothing, out->arena)});
    add_sentence(out, &line, 0, width);
    return n_kept;
}

/* All answers, and all rows that say how they are read, have a line together; who is matched by name is told elsewhere, and so
 * is how many have no price. */
static bool has_line(const InputDifference *at)
{
    return at->price != PRICE_LEFT_OUT && at->about != ABOUT_ANSWER && at->about != ABOUT_READING &&
           at->about != ABOUT_IDENTITY;
}

static void add_causes(TextBuffer *out, const Comparison *at, int width)
{
    TextBuffer heading = {.arena = out->arena}, left_out = {.arena = out->arena}, reading = {.arena = out->arena};
    Cause *causes = ARENA_ARRAY(out->arena, Cause, at->differences.n);
    int n = 0, n_reading = 0;
    bool priced = false;
    for (int i = 0; causes && i < at->differences.n; i++) {
        const InputDifference *difference = &at->differences.items[i];
        n_reading += difference->about == ABOUT_READING;
        if (!has_line(difference)) continue;
        causes[n++] = (Cause){difference, price_words(difference, out->arena), i};
        priced = priced || difference->price != PRICE_NOT_ASKED;
    }
    if (!causes) out->lost = true;
    if (n > 1) qsort(causes, (size_t)n, sizeof *causes, by_price);
    words_add_plain(&heading, n == 0   ? PHRASE_COMPARE_CAUSES_NONE
                              : priced ? PHRASE_COMPARE_CAUSES_PRICED
                                       : PHRASE_COMPARE_CAUSES);
    add_sentence(out, &heading, 0, width);
    n = fold_nothings(out, causes, n, width);
    int columns = price_width(causes, n);
    for (int i = 0; i < n && i < MOST_CAUSES; i++) add_cause(out, &causes[i], columns, width);
    add_more(out, n, width);
    if (n_reading > 0) {
        words_add(&reading, PHRASE_COMPARE_READING, {"n", words_number(n_reading, out->arena)});
        add_sentence(out, &reading, 0, width);
    }
    if (at->n_left_out == 0) return;
    words_add(&left_out, PHRASE_COMPARE_LEFT_OUT, {"n", words_number(at->n_left_out, out->arena)},
              {"most", words_number(COMPARISON_MOST_PRICED, out->arena)});
    add_sentence(out, &left_out, 0, width);
}

void comparison_causes_add(TextBuffer *out, const Comparison *at, int width)
{
    TextBuffer from = {.arena = out->arena};
    bool read = at->inputs[0].there && at->inputs[1].there;
    if (read || at->differences.n > 0) add_causes(out, at, width);
    add_faults(out, at, 0, width);
    add_faults(out, at, 1, width);
    if (is_lost(&at->inputs[0]) || is_lost(&at->inputs[1])) {
        words_add_plain(&from, PHRASE_COMPARE_INPUTS_FROM);
        add_sentence(out, &from, 0, width);
    }
    if (!read) add_files(out, at, width);
}
