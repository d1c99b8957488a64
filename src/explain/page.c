#include "explain/page.h"

#include "explain/page_parts.h"
#include "explain/repairs.h"

TextBuffer line_begin(const Paging *paging) { return (TextBuffer){.arena = paging->arena}; }

void line_end(Paging *paging, int indent, TextBuffer *text)
{
    const char *line;
    CadreError err;
    if (buffer_text(&line, text, &err) != CADRE_OK ||
        !LIST_PUSH(paging->page->arena, &paging->page->lines, (PageLine){indent, line}))
        paging->lost = true;
}

static void line_add(Paging *paging, int indent, const char *line)
{
    TextBuffer text = line_begin(paging);
    if (line) buffer_add(&text, line);
    text.lost = text.lost || !line;
    line_end(paging, indent, &text);
}

/* --- what changes --- */

static const char *group_of(const Model *model, int role) { return model->groups[model->roles[role].group].name; }

static Phrase take_phrase(const Holdings *holdings, const Move *move)
{
    if (move->to < 0) return PHRASE_MOVE_LEAVE;
    return holdings_count(holdings, move->person) > 0 ? PHRASE_MOVE_TAKE_TOO : PHRASE_MOVE_TAKE;
}

static void move_line(Paging *paging, int indent, const Holdings *holdings, const Move *move)
{
    const Model *model = holdings->model;
    TextBuffer text = line_begin(paging);
    const char *person = holdings_label(holdings, move->person);
    if (move->from >= 0 && move->to >= 0)
        words_add(&text, PHRASE_MOVE_CHANGE, {"person", person}, {"role", model->roles[move->to].name},
                  {"group", group_of(model, move->to)}, {"from_role", model->roles[move->from].name},
                  {"from_group", group_of(model, move->from)});
    else
        words_add(&text, take_phrase(holdings, move), {"person", person},
                  {"role", model->roles[move->to >= 0 ? move->to : move->from].name},
                  {"group", group_of(model, move->to >= 0 ? move->to : move->from)});
    line_end(paging, indent, &text);
}

static void short_line(Paging *paging, int indent, const Model *model, Phrase phrase, const Shortage *shortage)
{
    TextBuffer text = line_begin(paging);
    const char *words = "";
    CadreError err;
    if (shortage_words(&words, model, shortage, paging->arena, &err) != CADRE_OK) text.lost = true;
    words_add(&text, phrase, {"shortage", words});
    line_end(paging, indent, &text);
}

void difference_lines(Paging *paging, int indent, const Holdings *holdings, const Difference *difference)
{
    for (int i = 0; i < difference->n_moves; i++) move_line(paging, indent, holdings, &difference->moves[i]);
    for (int i = 0; i < difference->n_opened; i++)
        short_line(paging, indent, holdings->model, PHRASE_SHORT_NEW, &difference->opened[i]);
    for (int i = 0; i < difference->n_mended; i++)
        short_line(paging, indent, holdings->model, PHRASE_SHORT_GONE, &difference->mended[i]);
}

void price_add(TextBuffer *text, const WhatIf *what_if, const WhatIfAnswer *answer)
{
    int64_t base = objective_value(what_if->base_parts);
    int64_t high = base - answer->value, low = base - answer->bound;
    if (!answer->asked)
        words_add_plain(text, PHRASE_NOT_ASKED);
    else if (!answer->known)
        words_add_plain(text, PHRASE_NOT_KNOWN);
    else if (!answer->possible)
        words_add_plain(text, PHRASE_NOT_POSSIBLE);
    else if (answer->floor >= 0 && answer->parts.shortages > what_if->base_parts.shortages)
        words_add(text, PHRASE_PRICE_SHORTAGES, {"n", words_amount(answer->parts.shortages, text->arena)},
                  {"now", words_amount(what_if->base_parts.shortages, text->arena)});
    else if (answer->floor >= 0 && answer->floor < what_if->base_floor)
        words_add(text, PHRASE_PRICE_FLOOR, {"n", words_number(answer->floor, text->arena)},
                  {"now", words_number(what_if->base_floor, text->arena)});
    else if (high < 0)
        words_add(text, PHRASE_PRICE_BETTER, {"n", words_amount(-high, text->arena)});
    else if (high == 0)
        words_add_plain(text, PHRASE_PRICE_NONE);
    else if (answer->exact)
        words_add(text, PHRASE_PRICE, {"n", words_amount(high, text->arena)});
    else
        words_add(text, PHRASE_PRICE_BETWEEN, {"low", words_amount(low > 0 ? low : 0, text->arena)},
                  {"high", words_amount(high, text->arena)});
}

/* --- the page --- */

static void person_lines(Paging *paging)
{
    const Explanation *at = paging->explanation;
    const Holdings *holdings = &at->part->holdings;
    const Model *model = holdings->model;
    line_add(paging, 0, holdings_label(holdings, at->person));
    line_add(paging, 2, at->reason);
    for (int i = 0; i < at->n_held; i++) {
        TextBuffer text = line_begin(paging);
        words_add(&text, PHRASE_HELD, {"role", model->roles[at->held[i].role].name},
                  {"group", group_of(model, at->held[i].role)}, {"points", words_number(at->held[i].points, paging->arena)},
                  {"reason", at->held[i].reason});
        line_end(paging, 2, &text);
    }
}

CadreStatus page_make(Page *out, const Explanation *explanation, Arena *arena, CadreError *err)
{
    *out = (Page){.arena = arena};
    Paging paging = {.page = out, .arena = arena, .explanation = explanation};
    if (explanation->person >= 0) person_lines(&paging);
    for (int i = 0; i < explanation->n_why; i++) why_lines(&paging, &explanation->why[i]);
    if (explanation->person < 0 && explanation->group >= 0)
        line_add(&paging, 0, explanation->part->what_if.part.model.groups[explanation->group].name);
    for (int i = 0; i < explanation->seats.n; i++) seat_lines(&paging, &explanation->seats.seats[i]);
    for (int i = 0; i < explanation->shortages.n_done; i++) shortage_lines(&paging, &explanation->shortages.items[i]);
    int n_left = explanation->shortages.n - explanation->shortages.n_done;
    TextBuffer text = line_begin(&paging), points = line_begin(&paging), left = line_begin(&paging);
    words_add(&left, PHRASE_SHORTAGES_LEFT, {"n", words_number(n_left, arena)});
    if (n_left > 0) line_end(&paging, 0, &left);
    words_add_plain(&points, PHRASE_POINTS);
    if (explanation->n_why + explanation->seats.n + explanation->shortages.n > 0) line_end(&paging, 0, &points);
    if (!explanation->part && explanation->shortages.n == 0) words_add_plain(&text, PHRASE_NO_SHORTAGE);
    if (!explanation->is_best) words_add_plain(&text, PHRASE_BASE_UNPROVED);
    if (text.bytes.n > 0) line_end(&paging, 0, &text);
    return paging.lost ? error_no_memory(err) : CADRE_OK;
}
