#include "explain/page_parts.h"

#include "explain/alteration_words.h"
#include "explain/level_changes.h"
#include "explain/repairs.h"
#include "program/person_rules.h"

/* --- why not --- */

static void level_barrier_add(Paging *paging, TextBuffer *text, const Holdings *holdings, const WhyNot *why)
{
    const Model *model = holdings->model;
    const Role *role = &model->roles[why->role];
    for (int i = role->first_bar; i < role->first_bar + role->n_bars; i++) {
        const Bar *bar = &model->bars[i];
        if (model_level(model, why->person, bar->skill) >= bar->level) continue;
        if (text->bytes.n > 0) buffer_add_byte(text, ' ');
        words_add(text, PHRASE_BARRED_LEVEL, {"skill", names_get(model->skills, bar->skill)},
                  {"level", words_number(bar->level, paging->arena)}, {"place", words_place(bar->origin, paging->arena)},
                  {"person", holdings_label(holdings, why->person)},
                  {"have", words_number(level_held(model, why->person, bar->skill), paging->arena)});
    }
}

static void barrier_add(Paging *paging, TextBuffer *text, const Holdings *holdings, const WhyNot *why)
{
    const Model *model = holdings->model;
    static const Phrase phrases[] = {[BARRIER_AWAY] = PHRASE_BARRED_AWAY,
                                     [BARRIER_SITE] = PHRASE_BARRED_SITE,
                                     [BARRIER_POSITION] = PHRASE_BARRED_POSITION,
                                     [BARRIER_NEVER] = PHRASE_BARRED_NEVER};
    const Role *role = &model->roles[why->role];
    if (why->barrier != BARRIER_MUST)
        words_add(text, phrases[why->barrier], {"person", holdings_label(holdings, why->person)},
                  {"group", model->groups[role->group].name}, {"place", words_place(role->origin, paging->arena)});
    if (why->barrier != BARRIER_AWAY && why->barrier != BARRIER_SITE) level_barrier_add(paging, text, holdings, why);
}

static int64_t way_price(const WayIn *way) { return way->without.value - way->with.value; }

static bool way_priced(const WayIn *way) { return way->with.exact && way->without.exact && way_price(way) > 0; }

static Phrase way_phrase(const WayIn *way)
{
    if (!way->with.known || !way->without.known) return PHRASE_WAY_OPEN;
    if (!way->with.possible) return PHRASE_WAY_NOT;
    if (way->suffices) return PHRASE_WAY_SUFFICES;
    if (!way->with.exact || !way->without.exact) return PHRASE_WAY_OPEN;
    return way_price(way) > 0 ? PHRASE_WAY_COSTS : PHRASE_WAY_NOT_ENOUGH; /* under a floor other things count first */
}

static void way_line(Paging *paging, const Holdings *holdings, const WhyNot *why, const WayIn *way)
{
    TextBuffer text = line_begin(paging), change = line_begin(paging);
    const char *words = "";
    CadreError err;
    alterations_add(&change, holdings, true, way->changes, way->n_changes);
    if (buffer_text(&words, &change, &err) != CADRE_OK) text.lost = true;
    words_add(&text, way_phrase(way), {"change", words}, {"person", holdings_label(holdings, why->person)},
              {"n", words_amount(way->with.possible ? way_price(way) : 0, paging->arena)});
    line_end(paging, 4, &text);
}

static void plain_line(Paging *paging, int indent, Phrase phrase, const char *person)
{
    TextBuffer text = line_begin(paging);
    words_add(&text, phrase, {"person", person});
    line_end(paging, indent, &text);
}

/* What is told of ways of which none is enough: the one after which it costs least, if that is less than now. */
static const WayIn *best_way(const WhatIf *what_if, const WhyNot *why)
{
    const WayIn *best = NULL;
    int64_t now = why->with.exact ? objective_value(what_if->base_parts) - why->with.value : INT64_MAX;
    for (int i = 0; i < why->n_ways; i++) {
        const WayIn *way = &why->ways[i];
        if (way_priced(way) && way_price(way) < (best ? way_price(best) : now)) best = way;
    }
    return best;
}

static void ways_lines(Paging *paging, const ExplainPart *part, const WhyNot *why)
{
    const WhatIf *what_if = &part->what_if;
    const Holdings *holdings = &part->holdings;
    const char *person = holdings_label(holdings, why->person);
    int n_told = 0;
    if (why->n_ways == 0 && (why->barrier == BARRIER_AWAY || why->barrier == BARRIER_SITE)) return;
    if (why->with.possible && why->with.value >= objective_value(what_if->base_parts)) return; /* it takes nothing */
    bool any = false;
    for (int i = 0; i < why->n_ways; i++) any = any || why->ways[i].suffices;
    if (*why->because && !any) return; /* the rules that stand against it are named */
    if (why->n_ways > 0) plain_line(paging, 2, PHRASE_WOULD_TAKE, person);
    const WayIn *best = best_way(what_if, why);
    for (int i = 0; i < why->n_ways; i++) {
        const WayIn *way = &why->ways[i];
        if (!way->suffices && way != best && (best || way->with.known)) continue;
        way_line(paging, holdings, why, way);
        n_told++;
    }
    if (n_told == 0) {
        plain_line(paging, why->n_ways > 0 ? 4 : 2, PHRASE_NO_WAY, person);
    } else if (n_told < why->n_ways) {
        TextBuffer text = line_begin(paging);
        words_add(&text, PHRASE_WAYS_OTHER, {"n", words_number(why->n_ways - n_told, paging->arena)});
        line_end(paging, 4, &text);
    }
}

void why_lines(Paging *paging, const WhyNot *why)
{
    const Holdings *holdings = &paging->explanation->part->holdings;
    const WhatIf *what_if = &paging->explanation->part->what_if;
    const Model *model = &what_if->part.model;
    const char *person = holdings_label(holdings, why->person), *role = model->roles[why->role].name;
    const char *group = model->groups[model->roles[why->role].group].name;
    TextBuffer text = line_begin(paging), head = line_begin(paging);
    words_add(&head, why->holds ? PHRASE_HOLDS_IT : PHRASE_WHY_NOT, {"person", person}, {"role", role}, {"group", group});
    line_end(paging, 0, &head);
    if (why->holds) return;
    if (why->barrier != BARRIER_NONE)
        barrier_add(paging, &text, holdings, why);
    else if (why->alone >= 0)
        words_add(&text, PHRASE_ALONE, {"person", person}, {"what", person_rules[why->alone].alone});
    else {
        int points = what_if->scores.points[score_find(&what_if->scores, why->person, why->role)];
        words_add(&text, PHRASE_MAY_HOLD, {"person", person}, {"points", words_number(points, paging->arena)});
        if (*why->because)
            words_add(&text, PHRASE_NOT_POSSIBLE_AS, {"because", why->because});
        else
            price_add(&text, what_if, &why->with);
    }
    line_end(paging, 2, &text);
    if (why->difference.n_moves + why->difference.n_opened + why->difference.n_mended > 0) {
        plain_line(paging, 2, PHRASE_THEN, person);
        difference_lines(paging, 4, holdings, &why->difference);
    }
    ways_lines(paging, paging->explanation->part, why);
}

/* --- seats --- */

void seat_lines(Paging *paging, const SeatLoss *seat)
{
    const Holdings *holdings = &paging->explanation->part->holdings;
    const WhatIf *what_if = &paging->explanation->part->what_if;
    const Model *model = &what_if->part.model;
    const char *person = holdings_label(holdings, seat->person);
    TextBuffer head = line_begin(paging), able = line_begin(paging), loss = line_begin(paging);
    int points = what_if->scores.points[score_find(&what_if->scores, seat->person, seat->role)];
    words_add(&head, PHRASE_SEAT, {"role", model->roles[seat->role].name}, {"person", person},
              {"points", words_number(points, paging->arena)});
    line_end(paging, 2, &head);
    words_add(&able, seat->able > 0 ? PHRASE_ABLE : PHRASE_ABLE_NONE, {"n", words_number(seat->able, paging->arena)});
    line_end(paging, 4, &able);
    if (seat->without.known && !seat->without.possible) {
        words_add(&loss, PHRASE_LOSS_NOT_POSSIBLE, {"person", person});
    } else if (!seat->without.known) {
        price_add(&loss, what_if, &seat->without);
    } else {
        bool sure = seat->without.exact;
        words_add(&loss,
                  seat->replacement < 0 ? PHRASE_REPLACED_BY_NONE
                  : sure                ? PHRASE_REPLACED_BY
                                        : PHRASE_REPLACED_PERHAPS,
                  {"person", person}, {"other", seat->replacement >= 0 ? holdings_label(holdings, seat->replacement) : ""});
        price_add(&loss, what_if, &seat->without);
    }
    line_end(paging, 4, &loss);
    for (int i = 0; i < seat->difference.n_opened; i++) {
        Difference opened = {.opened = &seat->difference.opened[i], .n_opened = 1};
        difference_lines(paging, 4, holdings, &opened);
    }
}

/* --- shortages --- */

static void repair_line(Paging *paging, const ExplainPart *part, const Repair *repair)
{
    TextBuffer text = line_begin(paging), change = line_begin(paging);
    const char *words = "";
    CadreError err;
    bool of_floor = repair->answer.floor >= 0; /* then what is unmet counts first */
    alterations_add(&change, &part->holdings, true, repair->changes, repair->n_changes);
    if (buffer_text(&words, &change, &err) != CADRE_OK) text.lost = true;
    words_add(&text,
              of_floor        ? PHRASE_REPAIR_UNMET
              : repair->exact ? PHRASE_REPAIR_GAIN
                              : PHRASE_REPAIR_GAIN_LEAST,
              {"change", words}, {"gain", words_amount(repair->gain, paging->arena)},
              {"steps", words_number(repair->steps, paging->arena)},
              {"n", words_amount(repair->answer.parts.shortages, paging->arena)},
              {"now", words_amount(part->what_if.base_parts.shortages, paging->arena)});
    line_end(paging, 4, &text);
}

void shortage_lines(Paging *paging, const ShortageStory *story)
{
    enum { REPAIRS_TOLD = 6 };
    const Model *model = &story->part->what_if.part.model;
    TextBuffer head = line_begin(paging), conflict = line_begin(paging);
    TextBuffer nearest = line_begin(paging), count = line_begin(paging);
    const char *words = "", *near = "";
    CadreError err;
    if (shortage_words(&words, model, story->shortage, paging->arena, &err) != CADRE_OK ||
        shortage_repair(&near, &story->part->holdings, story->shortage, paging->arena, &err) != CADRE_OK)
        paging->lost = true;
    words_add(&head, PHRASE_SHORT_COST, {"shortage", words}, {"n", words_amount(story->shortage->cost, paging->arena)});
    line_end(paging, 0, &head);
    if (story->conflict) buffer_add(&conflict, story->conflict);
    if (story->conflict) line_end(paging, 2, &conflict);
    buffer_add(&nearest, near);
    if (story->repairs.n == 0) line_end(paging, 2, &nearest); /* else the changes name who is near */
    plain_line(paging, 2,
               story->repairs.n > 0         ? PHRASE_REPAIRS
               : story->repairs.n_asked > 0 ? PHRASE_REPAIRS_NONE
                                            : PHRASE_REPAIRS_NOT_ASKED,
               "");
    bool told[REPAIR_CLASSES] = {false};
    for (int i = 0; i < story->repairs.n; i++) { /* the best, and the best of each class */
        const Repair *repair = &story->repairs.items[i];
        if (i < REPAIRS_TOLD || !told[repair_class(repair)]) repair_line(paging, story->part, repair);
        told[repair_class(repair)] = true;
    }
    words_add(&count, PHRASE_REPAIRS_COUNT, {"asked", words_number(story->repairs.n_asked, paging->arena)},
              {"ways", words_number(story->repairs.n_ways, paging->arena)});
    line_end(paging, 2, &count);
}
