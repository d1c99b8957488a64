/* The first half: sums, shortages and proofs. Why it is otherwise is in comparison_why.c. */
#include "write/comparison_words.h"

#include <stdlib.h>
#include <string.h>

#include "explain/wording.h"

const char *comparison_hours(int64_t hundredths, Arena *arena)
{
    int64_t size = llabs(hundredths), rest = size % 100;
    const char *sign = hundredths < 0 ? "-" : "";
    if (rest == 0) return arena_print(arena, "%s%lld", sign, (long long)(size / 100));
    if (rest % 10 == 0) return arena_print(arena, "%s%lld.%lld", sign, (long long)(size / 100), (long long)(rest / 10));
    return arena_print(arena, "%s%lld.%02lld", sign, (long long)(size / 100), (long long)rest);
}

const char *comparison_signed(int64_t number, Arena *arena)
{
    const char *text = words_amount(number, arena);
    return text && number > 0 ? arena_print(arena, "+%s", text) : text;
}

const char *comparison_files(const Comparison *at, Arena *arena)
{
    const char *text = "";
    for (int i = 0; text && i < at->n_files; i++)
        text = arena_print(arena, "%s%s%s (%s)", text, i ? ", " : "", at->files[i].name, file_change_words[at->files[i].kind]);
    return text;
}

void comparison_equal_add(TextBuffer *out, const Comparison *at)
{
    TextBuffer inputs = {.arena = out->arena};
    const char *text = NULL;
    CadreError unused;
    if (at->same_files)
        words_add_plain(&inputs, PHRASE_COMPARE_EQUAL_INPUTS);
    else if (at->n_files > 0)
        words_add(&inputs, PHRASE_COMPARE_EQUAL_OTHER_INPUTS, {"files", comparison_files(at, out->arena)});
    else
        words_add_plain(&inputs, PHRASE_COMPARE_EQUAL_UNKNOWN);
    if (buffer_text(&text, &inputs, &unused) != CADRE_OK) text = NULL;
    words_add(out, PHRASE_COMPARE_EQUAL, {"other", at->other->folder}, {"first", at->first->folder}, {"inputs", text});
}

const char *comparison_measure(const Comparison *at, Arena *arena)
{
    static const char *const rules[] = {"weight_", "everyone", "extra_load", "short_"};
    const char *names = "";
    for (int i = 0; i < at->differences.n; i++) {
        const InputDifference *of = &at->differences.items[i];
        for (size_t k = 0; names && of->about == ABOUT_SETTING && k < sizeof rules / sizeof *rules; k++)
            if (strncmp(of->key, rules[k], strlen(rules[k])) == 0)
                names = arena_print(arena, "%s%s%s", names, *names ? ", " : "", of->key);
    }
    return names;
}

bool comparison_proved(const ResultFacts *facts) { return facts->proved && facts->gap == 0; }

void comparison_unproved_add(TextBuffer *out, const ResultFacts *facts)
{
    if (comparison_proved(facts)) return;
    words_add(out, facts->is_floor ? PHRASE_COMPARE_UNPROVED_FLOOR : PHRASE_COMPARE_UNPROVED, {"result", facts->folder},
              {"gap", words_amount(facts->gap, out->arena)});
}

/* --- shortages --- */

const char *comparison_shortage(const FactShortage *at, Arena *arena)
{
    TextBuffer text = {.arena = arena};
    const char *words;
    CadreError unused;
    Phrase phrase = strcmp(at->kind, "role") == 0       ? PHRASE_SHORT_ROLE
                    : strcmp(at->kind, "size") == 0     ? PHRASE_SHORT_SIZE
                    : strcmp(at->kind, "coverage") == 0 ? (*at->role ? PHRASE_SHORT_COVERAGE_ROLE : PHRASE_SHORT_COVERAGE)
                    : at->have > at->needed             ? PHRASE_SHORT_MIX_MANY
                                                        : PHRASE_SHORT_MIX_FEW;
    words_add(&text, phrase, {"group", at->group}, {"role", at->role}, {"have", words_number(at->have, arena)},
              {"needed", words_number(at->needed, arena)}, {"skill", at->skill}, {"level", at->level}, {"field", at->field},
              {"value", at->value});
    return buffer_text(&words, &text, &unused) == CADRE_OK ? words : NULL;
}

void comparison_shortage_add(TextBuffer *out, const ShortageChange *change)
{
    static const Phrase phrases[] = {[SHORTAGE_OPENED] = PHRASE_COMPARE_SHORTAGE_OPENED,
                                     [SHORTAGE_GROWN] = PHRASE_COMPARE_SHORTAGE_GROWN,
                                     [SHORTAGE_LESSENED] = PHRASE_COMPARE_SHORTAGE_LESSENED,
                                     [SHORTAGE_CLOSED] = PHRASE_COMPARE_SHORTAGE_CLOSED,
                                     [SHORTAGE_KEPT] = PHRASE_COMPARE_SHORTAGE_KEPT};
    const FactShortage *now = change->after ? change->after : change->before;
    words_add(out, phrases[change->kind], {"what", comparison_shortage(now, out->arena)},
              {"cost", words_amount(now->cost, out->arena)},
              {"was", words_amount(change->before ? change->before->cost : 0, out->arena)});
}

void comparison_shortages_add(TextBuffer *out, const Comparison *at)
{
    int n[SHORTAGE_KEPT + 1] = {0};
    for (int i = 0; i < at->shortages.n; i++) n[at->shortages.items[i].kind]++;
    if (at->shortages.n == 0)
        words_add_plain(out, PHRASE_COMPARE_SHORTAGES_NONE);
    else if (at->same_shortages)
        words_add(out, PHRASE_COMPARE_SHORTAGES_SAME, {"n", words_number(at->shortages.n, out->arena)});
    else
        words_add(out, PHRASE_COMPARE_SHORTAGES, {"opened", words_number(n[SHORTAGE_OPENED], out->arena)},
                  {"grown", words_number(n[SHORTAGE_GROWN], out->arena)},
                  {"lessened", words_number(n[SHORTAGE_LESSENED], out->arena)},
                  {"closed", words_number(n[SHORTAGE_CLOSED], out->arena)},
                  {"kept", words_number(n[SHORTAGE_KEPT], out->arena)});
}

/* --- people and groups --- */

static bool has_leading(const SeatList *seats)
{
    for (int i = 0; i < seats->n; i++)
        if (seats->items[i]->leads) return true;
    return false;
}

bool person_changes(const PersonChange *person) { return person->lost.n + person->gained.n > 0; }

bool person_changes_lead(const PersonChange *person) { return has_leading(&person->lost) || has_leading(&person->gained); }

bool group_changes(const GroupChange *group) { return !group->before || !group->after || group->gone.n + group->come.n > 0; }
