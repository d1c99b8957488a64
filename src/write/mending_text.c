/* What the terminal says of a result that mends another. */
#include <inttypes.h>

#include "explain/labels.h"
#include "explain/wording.h"
#include "write/screen.h"
#include "write/write.h"

enum { STEPS_MOST = 20, PEOPLE_MOST = 20, NUMBER_WIDTH = 14 };

typedef struct Telling {
    TextBuffer *out;
    const Model *model;
    const Mending *mending;
    int width;
} Telling;

static const char *number(const Telling *at, int64_t n) { return words_number(n, at->out->arena); }

static void end_paragraph(Telling *at, TextBuffer *sentence, int indent)
{
    const char *text;
    CadreError lost;
    if (buffer_text(&text, sentence, &lost) == CADRE_OK)
        screen_add_paragraph(at->out, text, indent, at->width);
    else
        at->out->lost = true;
}

static void add_heading(Telling *at)
{
    const Notices *notices = &at->mending->notices;
    TextBuffer text = {.arena = at->out->arena};
    if (notices->begin + notices->end == 0)
        words_add(&text, PHRASE_MEND_SAME, {"from", at->mending->from});
    else
        words_add(&text, PHRASE_MEND_HEADING, {"from", at->mending->from}, {"begin", number(at, notices->begin)},
                  {"end", number(at, notices->end)});
    if (at->model->n_strangers > 0) {
        buffer_add_byte(&text, ' ');
        words_add(&text, PHRASE_MEND_STRANGERS, {"n", number(at, at->model->n_strangers)}, {"from", at->mending->from});
    }
    end_paragraph(at, &text, 0);
}

/* The steps about the chosen one where there are many: all of them are in mending.csv. */
static void add_steps(Telling *at)
{
    const Mend *mend = &at->mending->mend;
    int first = mend->chosen > STEPS_MOST / 2 ? mend->chosen - STEPS_MOST / 2 : 0;
    if (first + STEPS_MOST > mend->n_steps) first = mend->n_steps > STEPS_MOST ? mend->n_steps - STEPS_MOST : 0;
    buffer_print(at->out, "\n  %8s%*s%*s%*s\n", "moves", NUMBER_WIDTH, "total", NUMBER_WIDTH, "gain", NUMBER_WIDTH,
                 "shortages");
    if (first > 0) buffer_print(at->out, "  %8s\n", "...");
    for (int i = first; i < mend->n_steps && i < first + STEPS_MOST; i++) {
        const MendStep *step = &mend->steps[i];
        const char *total = words_amount(step->value, at->out->arena);
        const char *more = words_amount(step->value - mend->steps[i > 0 ? i - 1 : i].value, at->out->arena);
        const char *gain = more && i > 0 ? arena_print(at->out->arena, "+%s", more) : more ? "" : NULL;
        const char *shortages = words_amount(step->parts.shortages, at->out->arena);
        if (!total || !gain || !shortages) {
            at->out->lost = true;
            return;
        }
        buffer_print(at->out, "  %8" PRId64 "%*s%*s%*s%s\n", step->moves, NUMBER_WIDTH, total, NUMBER_WIDTH, gain, NUMBER_WIDTH,
                     shortages, i == mend->chosen ? "  <- this result" : "");
    }
    if (first + STEPS_MOST < mend->n_steps) buffer_print(at->out, "  %8s\n", "...");
}

static bool all_proved(const Mend *mend)
{
    for (int i = 0; i < mend->n_steps; i++)
        if (mend->steps[i].bound != mend->steps[i].value) return false;
    return true;
}

static void add_recommendation(Telling *at)
{
    const Mending *mending = at->mending;
    const Mend *mend = &mending->mend;
    const MendStep *recommended = &mend->steps[mend->recommended], *chosen = &mend->steps[mend->chosen];
    TextBuffer text = {.arena = at->out->arena};
    Phrase phrase = recommended->moves > mend->steps[0].moves ? PHRASE_MEND_RECOMMENDED
                    : recommended->moves > 0                  ? PHRASE_MEND_RECOMMENDED_LEAST
                                                              : PHRASE_MEND_RECOMMENDED_NONE;
    words_add(&text, phrase, {"n", number(at, recommended->moves)}, {"worth", number(at, mending->worth)});
    if (chosen->moves < recommended->moves) {
        buffer_add_byte(&text, ' ');
        words_add(&text, PHRASE_MEND_ALLOWED, {"n", number(at, chosen->moves)}, {"most", number(at, mending->most)});
    }
    if (!mend->exact || !all_proved(mend)) {
        buffer_add_byte(&text, ' ');
        words_add_plain(&text, PHRASE_MEND_UNPROVED);
    }
    if (mend->steps[mend->n_steps - 1].moves > mend->complete_to) {
        buffer_add_byte(&text, ' ');
        words_add(&text, PHRASE_MEND_INCOMPLETE, {"from", number(at, mend->complete_to)},
                  {"to", number(at, mend->steps[mend->n_steps - 1].moves)});
    }
    buffer_add_byte(at->out, '\n');
    end_paragraph(at, &text, 0);
}

/* "  Name: - member of A, + lead of B" */
static CadreStatus add_person(Telling *at, const Labels *labels, const Notice *notices, int n, CadreError *err)
{
    TextBuffer text = {.arena = at->out->arena};
    const char *label = label_of(labels, notices[0].person);
    if (!label) return error_no_memory(err);
    buffer_add(&text, label);
    for (int i = 0; i < n && notices[i].kind <= NOTICE_BEGINS; i++) {
        buffer_add(&text, i > 0 ? ", " : ": ");
        buffer_add(&text, notices[i].kind == NOTICE_ENDS ? "- " : "+ ");
        words_add(&text, PHRASE_COMPARE_ROLE, {"role", notices[i].role}, {"group", notices[i].group});
    }
    end_paragraph(at, &text, 2);
    return CADRE_OK;
}

static CadreStatus add_people(Telling *at, CadreError *err)
{
    const Notices *notices = &at->mending->notices;
    Labels labels;
    int shown = 0, others = notices->n_told - notices->n_people;
    TRY(labels_make(&labels, at->model, at->out->arena, err));
    if (notices->n_people > 0) {
        buffer_add_byte(at->out, '\n');
        words_add(at->out, PHRASE_MEND_TELL, {"n", number(at, notices->n_people)});
        buffer_add_byte(at->out, '\n');
    }
    for (int i = 0, n; i < notices->n; i += n) {
        for (n = 1; i + n < notices->n && notices->items[i + n].person == notices->items[i].person;) n++;
        if (notices->items[i].kind > NOTICE_BEGINS || shown++ >= PEOPLE_MOST) continue;
        TRY(add_person(at, &labels, &notices->items[i], n, err));
    }
    if (shown > PEOPLE_MOST) buffer_print(at->out, "  ...\n");
    if (others > 0) {
        words_add(at->out, PHRASE_MEND_TELL_TOO, {"n", number(at, others)});
        buffer_add_byte(at->out, '\n');
    }
    return CADRE_OK;
}

CadreStatus mending_terminal(TextBuffer *out, const Model *model, const Mending *mending, int width, CadreError *err)
{
    Telling at = {out, model, mending, width};
    buffer_add_byte(out, '\n');
    add_heading(&at);
    if (mending->mend.n_steps > 0) {
        add_steps(&at);
        add_recommendation(&at);
    } else {
        words_add_plain(out, PHRASE_MEND_FLOOR);
        buffer_add_byte(out, '\n');
    }
    TRY(add_people(&at, err));
    words_add_plain(out, mending->mend.n_steps > 0 ? PHRASE_MEND_FILES : PHRASE_MEND_NOTICES);
    buffer_add_byte(out, '\n');
    return CADRE_OK;
}
