#include "explain/wording.h"

#include <assert.h>
#include <string.h>

static const char *const phrases[PHRASES] = {
    [PHRASE_SHORT_ROLE] = "{group}: {role}: {have} of {needed} seats filled",
    [PHRASE_SHORT_SIZE] = "{group}: {have} of {needed} members, not counting the roles' empty seats",
    [PHRASE_SHORT_COVERAGE] = "{group}: {have} of {needed} people with {skill} at level {level} or above",
    [PHRASE_SHORT_COVERAGE_ROLE] = "{group}: {role}: {have} of {needed} people with {skill} at level {level} or above",
    [PHRASE_SHORT_MIX_FEW] = "{group}: {have} of at least {needed} with {field} {value}",
    [PHRASE_SHORT_MIX_MANY] = "{group}: {have}, but at most {needed}, with {field} {value}",
    [PHRASE_NEED_CAN_BE_MET] = "It could be met with every need that is met now still met; the plan earns more as it is.",
    [PHRASE_NEED_NOT_KNOWN] = "Whether it can be met at all is not known: the search for an answer was cut short.",
    [PHRASE_NEED_CONFLICT] = "It cannot be met{place} while all of these hold, so one of them has to give: ",
    [PHRASE_NEED_NOT_LEAST] = " Perhaps some of them have no part in it: the search was cut short.",
    [PHRASE_NEED_NONE_ROLE] = "Nobody may be {role} there",
    [PHRASE_NEED_NONE_SIZE] = "Nobody may join",
    [PHRASE_NEED_NONE_COVERAGE] = "Nobody who could be asked has {skill} at level {level} or above",
    [PHRASE_NEED_NONE_MIX] = "Nobody who could be asked has {field} {value}",
    [PHRASE_NEED_FEW_ROLE] = "Only {able} {able|person|people} may be {role} there, and it wants {needed}",
    [PHRASE_NEED_FEW_SIZE] = "Only {able} {able|person|people} may join, too few for its size",
    [PHRASE_NEED_FEW_COVERAGE] =
        "Only {reach} {reach|person has|people have} {skill} at level {level} or above, and it wants {needed}",
    [PHRASE_NEED_FEW_MIX] = "Only {reach} {reach|person has|people have} {field} {value}, and it wants {needed}",
    [PHRASE_NEED_REACH_COVERAGE] =
        "{reach} {reach|has|have} {skill} at level {level} or above; it wants {needed}, but only {able} may serve there",
    [PHRASE_NEED_REACH_MIX] = "{reach} {reach|has|have} {field} {value}; it wants {needed}, but only {able} may serve there",
    [PHRASE_NEED_BAR_AWAY] = "{n} {n|is|are} away",
    [PHRASE_NEED_BAR_SITE] = "{n} {n|is|are} of another site",
    [PHRASE_NEED_BAR_POSITION] = "{n} {n|has|have} a position that may not hold it",
    [PHRASE_NEED_BAR_MUST] = "{n} {n|is|are} below a level that it requires",
    [PHRASE_NEED_BAR_NEVER] = "{n} never may",
    [PHRASE_ROW_ROLE_MIN] = "at least {n} as {role} in {group}",
    [PHRASE_ROW_SIZE_MIN] = "at least {n} {n|member|members} in {group}",
    [PHRASE_ROW_COVERAGE] = "at least {n} with {skill} at level {level} or above in {group}",
    [PHRASE_ROW_COVERAGE_ROLE] = "at least {n} with {skill} at level {level} or above as {role} in {group}",
    [PHRASE_ROW_MIX_MIN] = "at least {n} with {field} {value} in {group}",
    [PHRASE_ROW_MIX_MAX] = "at most {n} with {field} {value} in {group}",
    [PHRASE_ROW_ROLE_MAX] = "at most {n} as {role} in {group}",
    [PHRASE_ROW_SIZE_MAX] = "at most {n} {n|member|members} in {group}",
    [PHRASE_ROW_TOGETHER] = "{person} and {other} both or neither in {group}",
    [PHRASE_ROW_APART] = "{person} and {other} not both in {group}",
    [PHRASE_ROW_CHANGES] = "at most {n} {n|change|changes} since last time",
    [PHRASE_ROW_HOURS] = "{person} has no more than {n} {n|hour|hours} a month",
    [PHRASE_ROW_MAX_GROUPS] = "{person} serves in no more than {n} {n|group|groups}",
    [PHRASE_ROW_MAX_LEADS] = "{person} leads no more than {n} {n|group|groups}",
    [PHRASE_ROW_LEADS_NOTHING] = "{person} leads nothing",
    [PHRASE_ROW_SLOTS] = "{person} cannot be in more than one of {groups}, which meet at the same time",
    [PHRASE_ROW_MUST_ROLE] = "{person} must be {role} in {group}",
    [PHRASE_ROW_MUST_GROUP] = "{person} must be in {group}",
    [PHRASE_ROW_MUST_SOME] = "{person} must be in one of the groups that the pin names",
    [PHRASE_ROWS_HOURS] = "{people} have no more hours a month than their limits",
    [PHRASE_ROWS_MAX_GROUPS] = "{people} serve in no more groups than their limits",
    [PHRASE_ROWS_MAX_LEADS] = "{people} lead no more groups than their limits",
    [PHRASE_ROW_PLACE] = " ({place})",
    [PHRASE_ROW_NEXT] = "; ",
    [PHRASE_ROW_LAST] = ".",
};

static bool is_name(const WordPlace *place, const char *name, size_t size)
{
    return strlen(place->name) == size && memcmp(place->name, name, size) == 0;
}

static const char *place_text(const WordPlace *places, int n_places, const char *name, size_t size)
{
    for (int i = 0; i < n_places; i++)
        if (is_name(&places[i], name, size)) return places[i].text;
    assert(!"a phrase has a place that is not filled");
    return NULL;
}

/* inside: what stands between the braces. */
static void place_add(TextBuffer *text, const char *inside, size_t size, const WordPlace *places, int n_places)
{
    const char *bar = memchr(inside, '|', size);
    const char *filled = place_text(places, n_places, inside, bar ? (size_t)(bar - inside) : size);
    if (!filled) {
        text->lost = true;
        return;
    }
    if (!bar) {
        buffer_add(text, filled);
        return;
    }
    const char *one = bar + 1, *end = inside + size, *many = memchr(one, '|', (size_t)(end - one));
    assert(many);
    if (strcmp(filled, "1") == 0)
        buffer_add_n(text, one, (size_t)(many - one));
    else
        buffer_add_n(text, many + 1, (size_t)(end - many - 1));
}

void words_add_n(TextBuffer *text, Phrase phrase, const WordPlace *places, int n_places)
{
    const char *at = phrases[phrase];
    for (const char *open; (open = strchr(at, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        assert(close);
        buffer_add_n(text, at, (size_t)(open - at));
        place_add(text, open + 1, (size_t)(close - open - 1), places, n_places);
        at = close + 1;
    }
    buffer_add(text, at);
}

const char *words_number(int64_t number, Arena *arena) { return arena_print(arena, "%lld", (long long)number); }

const char *words_amount(int64_t amount, Arena *arena)
{
    char digits[32], grouped[48];
    uint64_t size = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
    int n = snprintf(digits, sizeof digits, "%llu", (unsigned long long)size), at = 0;
    if (amount < 0) grouped[at++] = '-';
    for (int i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0) grouped[at++] = ',';
        grouped[at++] = digits[i];
    }
    return arena_print(arena, "%.*s", at, grouped);
}
