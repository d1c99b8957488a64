#include "explain/proof_words.h"

#include "explain/wording.h"

static bool none_better(const SolveOutcome *outcome)
{
    return outcome->bound <= objective_value(outcome->parts) && (outcome->proved || outcome->floor < 0);
}

bool proof_is_whole(const SolveOutcome *outcome) { return none_better(outcome) && outcome->proved; }

static Phrase limit_phrase(const SolveLimits *limits)
{
    if (limits->time) return PHRASE_PROOF_LIMIT_TIME;
    if (limits->memory) return PHRASE_PROOF_LIMIT_MEMORY;
    return limits->nodes || limits->rounds ? PHRASE_PROOF_LIMIT_WORK : PHRASE_PROOF_LIMIT_NONE;
}

void proof_words(TextBuffer *text, const SolveOutcome *outcome, bool mends)
{
    int64_t objective = objective_value(outcome->parts);
    if (none_better(outcome))
        words_add_plain(text, mends ? PHRASE_MEND_PROVED : PHRASE_PROOF_BEST);
    else
        words_add(text, outcome->floor >= 0 ? PHRASE_PROOF_BOUND_FLOOR : PHRASE_PROOF_BOUND,
                  {"total", words_number(objective, text->arena)}, {"bound", words_number(outcome->bound, text->arena)});
    if (outcome->proved) {
        if (outcome->bound > objective) words_add_plain(text, PHRASE_PROOF_GAP);
        return;
    }
    bool only_places = outcome->bound <= objective && outcome->floor < 0;
    words_add_plain(text, only_places ? PHRASE_PROOF_OPEN_PLACES : PHRASE_PROOF_OPEN);
    words_add_plain(text, limit_phrase(&outcome->limits));
}
