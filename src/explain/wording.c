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

    [PHRASE_AND] = " and ",
    [PHRASE_OR] = "; or ",
    [PHRASE_DO_LEVEL] = "train {person} in {skill} from {from} to {to}",
    [PHRASE_DO_HOURS] = "give {person} {hours} {hours|hour|hours} a month instead of {now}",
    [PHRASE_DO_MAX_GROUPS] = "let {person} serve in {n} {n|group|groups} instead of {now}",
    [PHRASE_DO_MAX_LEADS] = "let {person} lead {n} {n|group|groups} instead of {now}",
    [PHRASE_DO_POSITION] = "open {role} of {group} to the position {position}{place}",
    [PHRASE_DO_MEETS] = "let {group} meet at a time when none of its people meet elsewhere",
    [PHRASE_DO_ROLE_MIN] = "ask for {n} instead of {now} as {role} of {group}{place}",
    [PHRASE_DO_MIN_SIZE] = "ask for {n} instead of {now} members of {group}{place}",
    [PHRASE_DO_PEOPLE] = "ask for {n} instead of {now} people with {skill} at level {level} in {group}{place}",
    [PHRASE_DO_MIX_MIN] = "ask for {n} instead of {now} people with {field} {value} in {group}{place}",
    [PHRASE_DO_MIX_MAX] = "allow {n} instead of {now} people with {field} {value} in {group}{place}",
    [PHRASE_DO_UNPIN] = "take back the pin that keeps {person} from being {role} of {group}",
    [PHRASE_DO_MUST] = "have {person} serve as {role} of {group}",
    [PHRASE_DO_NEVER] = "have {person} not serve in {group}",
    [PHRASE_DO_OUTSIDE] = "find someone from outside as {role} of {group}",
    [PHRASE_PROFILE_FIRST] = ", with {skill} {level}",
    [PHRASE_PROFILE_NEXT] = " and {skill} {level}",
    [PHRASE_PROFILE_FIELD_FIRST] = ", with {field} {value}",
    [PHRASE_PROFILE_FIELD_NEXT] = " and {field} {value}",

    [PHRASE_MOVE_CHANGE] = "{person} would be {role} of {group} instead of {from_role} of {from_group}.",
    [PHRASE_MOVE_TAKE] = "{person} would be {role} of {group} as well.",
    [PHRASE_MOVE_LEAVE] = "{person} would no longer be {role} of {group}.",
    [PHRASE_SHORT_NEW] = "Then short: {shortage}.",
    [PHRASE_SHORT_GONE] = "No longer short, or less so: {shortage}.",
    [PHRASE_PRICE_NONE] = "it would cost nothing: an equally good result has it so.",
    [PHRASE_PRICE] = "it would cost {n} {n|point|points}.",
    [PHRASE_PRICE_BETWEEN] = "it would cost between {low} and {high} points; the work limit was met before it was known "
                             "exactly.",
    [PHRASE_PRICE_BETTER] = "it would even gain {n} {n|point|points}: this result is not the best; solve again.",
    [PHRASE_NOT_POSSIBLE] = "it cannot be while the plan's firm rules hold (pins, pairs, limits, seats).",
    [PHRASE_NOT_ASKED] = "there was no time to work this out.",

    [PHRASE_WHY_NOT] = "Why is {person} not {role} of {group}?",
    [PHRASE_HOLDS_IT] = "{person} is {role} of {group}.",
    [PHRASE_BARRED_AWAY] = "{person} is away.",
    [PHRASE_BARRED_SITE] = "{group} is for people of its own site.",
    [PHRASE_BARRED_POSITION] = "The role is not open to the position of {person}{place}.",
    [PHRASE_BARRED_LEVEL] = "The role requires {skill} {level}{place}; {person} has {have}.",
    [PHRASE_BARRED_NEVER] = "A pin of the plan keeps {person} from it.",
    [PHRASE_MAY_HOLD] = "{person} may hold it, with {points} of 1000 points. With {person} there ",
    [PHRASE_ALONE] = "{person} may hold it, but could not even with nothing else to do: {what}.",
    [PHRASE_THEN] = "What would change:",
    [PHRASE_WOULD_TAKE] = "What it would take:",
    [PHRASE_WAY_SUFFICES] = "{change}: then {person} would be chosen for it, or be as good a choice as any.",
    [PHRASE_WAY_COSTS] = "{change}: not enough by itself; {person} there would still cost {n} {n|point|points}.",
    [PHRASE_WAY_OPEN] = "{change}: whether that is enough was not found out within the work limit.",
    [PHRASE_WAY_NOT] = "{change}: not enough by itself; other firm rules still keep {person} from it.",
    [PHRASE_NO_WAY] = "Nothing that {person} could learn or be given by itself; it is a matter of what the whole needs.",

    [PHRASE_SEAT] = "{role}: {person}, {points} points",
    [PHRASE_ABLE] = "{n} {n|other person|other people} could do it.",
    [PHRASE_ABLE_NONE] = "Nobody else could do it.",
    [PHRASE_REPLACED_BY] = "Without {person} in the group {other} would take over; ",
    [PHRASE_REPLACED_BY_NONE] = "Without {person} in the group the seat would be given up; ",
    [PHRASE_LOSS_NOT_POSSIBLE] = "{person} is not to be done without: firm rules ask for them here.",

    [PHRASE_REPAIRS] = "Cheapest ways to mend it, each worked out by solving again:",
    [PHRASE_REPAIR_GAIN] = "{change}: {gain} {gain|point|points} better.",
    [PHRASE_REPAIR_GAIN_LEAST] = "{change}: at least {gain} {gain|point|points} better.",
    [PHRASE_REPAIRS_NONE] = "No single change that was tried mends it.",
    [PHRASE_REPAIRS_COUNT] = "{asked} of {ways} single changes that came into question were worked out.",
    [PHRASE_REPAIR_BEST] = "What mends it: ",
    [PHRASE_REPAIRS_LEFT] =
        "What mends them was worked out for the {done} dearest of {all}; cadre explain --shortages does all.",
    [PHRASE_SHORT_COST] = "{shortage} (costs {n} points)",
    [PHRASE_NO_SHORTAGE] = "Nothing that the plan asks for is missing.",

    [PHRASE_HELD] = "{role} of {group}, {points} points: {reason}",
    [PHRASE_DO_NO_ROLE] = "ask for no {role} of {group}{place}",
    [PHRASE_DO_NO_PEOPLE] = "no longer ask for people with {skill} at level {level} in {group}{place}",
    [PHRASE_DO_NO_MIX] = "no longer ask for people with {field} {value} in {group}{place}",
    [PHRASE_POINTS] = "A point is a thousandth of a seat held by someone who suits it in every way; what a leader or another "
                      "weighty role brings counts several times. What is missing costs what the plan says.",
    [PHRASE_BASE_UNPROVED] = "This result is not proved to be the best; prices are against it as it is.",

    /* Of many comparisons per hundred, ties half; of few as they are. */
    [PHRASE_LEADING_ABOVE] = "Most above their share of staff: {field} {value}, with {roles} of {all_roles} leading "
                             "{all_roles|role|roles} ({roles_percent}%) and {staff} of {all_staff} staff ({staff_percent}%)",
    [PHRASE_LEADING_BELOW] = "Most below their share of staff: {field} {value}, with {roles} of {all_roles} leading "
                             "{all_roles|role|roles} ({roles_percent}%) and {staff} of {all_staff} staff ({staff_percent}%)",
    [PHRASE_LEADING_MERIT] = "In {n} of 100 comparisons the one who leads has more skill and interest than one who could and "
                             "does not (50: as by chance)",
    [PHRASE_LEADING_MERIT_FEW] = "In {higher} of {comparisons} {comparisons|comparison|comparisons} the one who leads has more "
                                 "skill and interest than one who could and does not",
    [PHRASE_LEADING_YEARS_FEW] = "In {higher} of {comparisons} the one who leads has more {field}",
    [PHRASE_LEADING_YEARS] = "In {n} of 100 the one who leads has more {field} (50: as by chance)",
    [PHRASE_LEADING_EQUAL] = "; in {equal} as much",
    [PHRASE_LEADING_LEFT_OUT] = "Not counted, for the answers are too different: {fields}",
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

const char *words_place(Origin origin, Arena *arena)
{
    if (!origin.file) return "";
    const char *slash = strrchr(origin.file, '/');
    return arena_print(arena, " (%s:%d)", slash ? slash + 1 : origin.file, origin.line);
}
