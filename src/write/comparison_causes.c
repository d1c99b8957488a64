/* comparison_causes.c: why one result is otherwise: what differs in the inputs, the dearest first, and what is known of it. */
#include <stdlib.h>
#include <string.h>

#include "explain/wording.h"
#include "write/comparison_words.h"
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

static void add_faults(TextBuffer *out, const Comparison *at, int side, int width)
{
    TextBuffer line = {.arena = out->arena};
    if (!comparison_faults_told(at, side)) return;
    comparison_faults_add(&line, at, side);
    add_sentence(out, &line, 0, width);
}

static void add_files(TextBuffer *out, const Comparison *at, int width)
{
    TextBuffer line = {.arena = out->arena};
    if (at->n_files == 0) return;
    words_add(&line, PHRASE_COMPARE_FILES, {"files", comparison_files(at, out->arena)});
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

/* Many that are worth nothing are counted instead; how many are left to tell. */
static int fold_nothings(TextBuffer *out, Cause *causes, int n, int width)
{
    TextBuffer line = {.arena = out->arena};
    int n_nothing = 0, n_kept = 0;
    for (int i = 0; i < n; i++) n_nothing += cause_is_nothing(&causes[i]);
    if (n_nothing <= MOST_NOTHINGS) return n;
    for (int i = 0; i < n; i++)
        if (!cause_is_nothing(&causes[i])) causes[n_kept++] = causes[i];
    words_add(&line, PHRASE_COMPARE_NOTHINGS, {"n", words_number(n_nothing, out->arena)});
    add_sentence(out, &line, 0, width);
    return n_kept;
}

static void add_causes(TextBuffer *out, const Comparison *at, int width)
{
    TextBuffer heading = {.arena = out->arena}, left_out = {.arena = out->arena}, reading = {.arena = out->arena};
    Causes found = {0};
    CadreError unused;
    if (comparison_causes(&found, at, out->arena, &unused) != CADRE_OK) {
        out->lost = true;
        return;
    }
    int n = found.n;
    words_add_plain(&heading, n == 0         ? PHRASE_COMPARE_CAUSES_NONE
                              : found.priced ? PHRASE_COMPARE_CAUSES_PRICED
                                             : PHRASE_COMPARE_CAUSES);
    add_sentence(out, &heading, 0, width);
    n = fold_nothings(out, found.items, n, width);
    int columns = price_width(found.items, n);
    for (int i = 0; i < n && i < MOST_CAUSES; i++) add_cause(out, &found.items[i], columns, width);
    add_more(out, n, width);
    if (found.n_reading > 0) {
        words_add(&reading, PHRASE_COMPARE_READING, {"n", words_number(found.n_reading, out->arena)});
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
    if (comparison_inputs_lost(at)) {
        words_add_plain(&from, PHRASE_COMPARE_INPUTS_FROM);
        add_sentence(out, &from, 0, width);
    }
    if (!read) add_files(out, at, width);
}
