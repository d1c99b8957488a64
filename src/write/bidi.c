#include "write/bidi.h"

#include <stdbool.h>
#include <string.h>

#include "base/text_buffer.h"

/* UAX #9: an embedding or override ends with PDF, an isolate with PDI, which also ends embeddings within it. */
typedef enum Control { CONTROL_NONE, CONTROL_EMBED, CONTROL_ISOLATE, CONTROL_POP_EMBED, CONTROL_POP_ISOLATE } Control;

enum { CONTROL_BYTES = 3, DEPTH_MOST = 125 }; /* UAX #9 knows no deeper nesting */

static const char pop_embed[] = "\u202c", pop_isolate[] = "\u2069", isolate[] = "\u2068";

static Control control_at(const char *at)
{
    if (at[0] != '\xe2') return CONTROL_NONE;
    if (at[1] == '\x80' && (at[2] == '\xaa' || at[2] == '\xab' || at[2] == '\xad' || at[2] == '\xae')) return CONTROL_EMBED;
    if (at[1] == '\x80' && at[2] == '\xac') return CONTROL_POP_EMBED;
    if (at[1] == '\x81' && at[2] >= '\xa6' && at[2] <= '\xa8') return CONTROL_ISOLATE;
    return at[1] == '\x81' && at[2] == '\xa9' ? CONTROL_POP_ISOLATE : CONTROL_NONE;
}

typedef struct Nesting {
    Control open[DEPTH_MOST];
    int n, isolates;
} Nesting;

static void pop(Nesting *nesting, TextBuffer *out)
{
    Control last = nesting->open[--nesting->n];
    nesting->isolates -= last == CONTROL_ISOLATE;
    buffer_add(out, last == CONTROL_ISOLATE ? pop_isolate : pop_embed);
}

static void take(Nesting *nesting, TextBuffer *out, Control control, const char *at)
{
    switch (control) {
    case CONTROL_EMBED:
    case CONTROL_ISOLATE:
        if (nesting->n == DEPTH_MOST) return;
        nesting->open[nesting->n++] = control;
        nesting->isolates += control == CONTROL_ISOLATE;
        buffer_add_n(out, at, CONTROL_BYTES);
        return;
    case CONTROL_POP_EMBED:
        if (nesting->n > 0 && nesting->open[nesting->n - 1] == CONTROL_EMBED) pop(nesting, out);
        return;
    case CONTROL_POP_ISOLATE:
        if (nesting->isolates == 0) return;
        while (nesting->open[nesting->n - 1] == CONTROL_EMBED) pop(nesting, out);
        pop(nesting, out);
        return;
    case CONTROL_NONE:
        break;
    }
}

static bool has_control(const char *text)
{
    for (const char *at = text; (at = strstr(at, "\xe2")) != NULL; at++)
        if (control_at(at) != CONTROL_NONE) return true;
    return false;
}

static const char *rewritten(const char *text, bool keep, Arena *arena)
{
    if (!has_control(text)) return text;
    TextBuffer out = {.arena = arena};
    Nesting nesting = {.n = 0};
    const char *whole;
    CadreError unheard;
    while (*text) {
        Control control = control_at(text);
        if (control == CONTROL_NONE) {
            buffer_add_byte(&out, *text++);
            continue;
        }
        if (keep) take(&nesting, &out, control, text);
        text += CONTROL_BYTES;
    }
    while (nesting.n > 0) pop(&nesting, &out);
    return buffer_text(&whole, &out, &unheard) == CADRE_OK ? whole : NULL;
}

const char *bidi_balanced(const char *text, Arena *arena) { return rewritten(text, true, arena); }

const char *bidi_without(const char *text, Arena *arena) { return rewritten(text, false, arena); }

const char *bidi_isolated(const char *text, Arena *arena)
{
    const char *inside = bidi_balanced(text, arena);
    return inside ? arena_print(arena, "%s%s%s", isolate, inside, pop_isolate) : NULL;
}
