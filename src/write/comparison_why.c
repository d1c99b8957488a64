/* Why one result is otherwise than another, in words: prices, and inputs that are not as they were. */
#include <stdlib.h>
#include <string.h>

#include "explain/wording.h"
#include "write/comparison_words.h"

enum { MOST_PATHS = 6 };

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

static bool is_redacted(const InputsState *state)
{
    return state->faults.n == 1 && state->faults.items[0].kind == INPUT_REDACTED;
}

bool comparison_faults_told(const Comparison *at, int side)
{
    return !at->inputs[side].there && !(side == 1 && is_redacted(&at->inputs[1]));
}

void comparison_faults_add(TextBuffer *out, const Comparison *at, int side)
{
    if (!comparison_faults_told(at, side)) return;
    if (is_redacted(&at->inputs[side])) {
        words_add_plain(out, PHRASE_COMPARE_INPUTS_REDACTED);
        return;
    }
    words_add(out, side == 0 ? PHRASE_COMPARE_INPUTS_FIRST : PHRASE_COMPARE_INPUTS_OTHER,
              {"result", (side == 0 ? at->first : at->other)->folder}, {"faults", faults_words(&at->inputs[side], out->arena)});
}

/* Whether files may well be in another folder. */
static bool is_lost(const InputsState *state)
{
    for (int i = 0; i < state->faults.n; i++)
        if (state->faults.items[i].kind == INPUT_GONE && *state->faults.items[i].text != '/') return true;
    return false;
}

bool comparison_inputs_lost(const Comparison *at) { return is_lost(&at->inputs[0]) || is_lost(&at->inputs[1]); }

/* --- differences --- */

static const char *price_words(const InputDifference *at, Arena *arena)
{
    static const Phrase phrases[] = {[PRICE_UNKNOWN] = PHRASE_COMPARE_PRICE_UNKNOWN,
                                     [PRICE_NOT_ALONE] = PHRASE_COMPARE_PRICE_NOT_ALONE,
                                     [PRICE_IMPOSSIBLE] = PHRASE_COMPARE_PRICE_IMPOSSIBLE};
    TextBuffer text = {.arena = arena};
    const char *words;
    CadreError unused;
    if (at->price == PRICE_NOT_ASKED) return "";
    if (at->price == PRICE_KNOWN && at->low == at->high) return comparison_signed(at->low, arena);
    if (at->price == PRICE_KNOWN)
        words_add(&text, PHRASE_COMPARE_PRICE_BETWEEN, {"low", comparison_signed(at->low, arena)},
                  {"high", comparison_signed(at->high, arena)});
    else
        words_add_plain(&text, phrases[at->price]);
    return buffer_text(&words, &text, &unused) == CADRE_OK ? words : NULL;
}

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

/* What is worth exactly nothing by itself stands last of what is priced. */
bool cause_is_nothing(const Cause *cause)
{
    const InputDifference *at = cause->difference;
    return at->price == PRICE_KNOWN && at->low == 0 && at->high == 0;
}

/* All answers, and all rows that say how they are read, have a line together; who is matched by name is told elsewhere, and so
 * is how many have no price. */
static bool has_line(const InputDifference *at)
{
    return at->price != PRICE_LEFT_OUT && at->about != ABOUT_ANSWER && at->about != ABOUT_READING &&
           at->about != ABOUT_IDENTITY;
}

CadreStatus comparison_causes(Causes *out, const Comparison *at, Arena *arena, CadreError *err)
{
    *out = (Causes){.items = ARENA_ARRAY(arena, Cause, at->differences.n)};
    if (!out->items) return error_no_memory(err);
    for (int i = 0; i < at->differences.n; i++) {
        const InputDifference *difference = &at->differences.items[i];
        out->n_reading += difference->about == ABOUT_READING;
        if (!has_line(difference)) continue;
        out->items[out->n] = (Cause){difference, price_words(difference, arena), i};
        if (!out->items[out->n++].price) return error_no_memory(err);
        out->priced = out->priced || difference->price != PRICE_NOT_ASKED;
    }
    if (out->n > 1) qsort(out->items, (size_t)out->n, sizeof *out->items, by_price);
    return CADRE_OK;
}
