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
    [PHRASE_OBSTACLE_NONE] = "has time for it",
    [PHRASE_OBSTACLE_HOURS] = "has {left} {left|hour|hours} left and it takes {hours}",
    [PHRASE_OBSTACLE_GROUPS] = "serves in {n} {n|group|groups} already, the most allowed",
    [PHRASE_OBSTACLE_GROUPS_NONE] = "is to serve in no group",
    [PHRASE_OBSTACLE_LEADS] = "leads {groups} instead",
    [PHRASE_OBSTACLE_LEADS_NONE] = "is to lead no group",
    [PHRASE_OBSTACLE_SLOT] = "serves in {group}, which meets at the same time",
    [PHRASE_OBSTACLE_ROLE_FULL] = "came after those who fill its seats",
    [PHRASE_OBSTACLE_GROUP_FULL] = "came after those who fill the group",
    [PHRASE_OBSTACLE_IN_GROUP] = "serves there as {role}",
    [PHRASE_FACT_NO_ANSWER] = "has not answered a survey",
    [PHRASE_FACT_LEVEL] = "has {skill} {level}",
    [PHRASE_FACT_LEVEL_NEXT] = "{skill} {level}",
    [PHRASE_FACT_NO_LEVEL] = "gave no level in {skill}",
    [PHRASE_FACT_NO_LEVEL_NEXT] = "{skill}",
    [PHRASE_FACT_RATED] = "rated it {rating} of 5",
    [PHRASE_FACT_CHOICE_FIRST] = "made it the first choice",
    [PHRASE_FACT_CHOICE_SECOND] = "made it the second choice",
    [PHRASE_FACT_CHOICE_THIRD] = "made it the third choice",
    [PHRASE_FACT_CHOICE_FOURTH] = "made it the fourth choice",
    [PHRASE_FACT_CHOICE_FIFTH] = "made it the fifth choice or a later one",
    [PHRASE_FACT_SKILL_INTEREST] = "has interest {interest} of 5 in {skill}",
    [PHRASE_FACT_NO_SKILL_INTEREST] = "told no interest in {skill}",
    [PHRASE_FACT_MEAN_INTEREST] = "has interest {interest} of 5 on average in the skills wanted",
    [PHRASE_FACT_NO_INTEREST] = "told no interest in it",
    [PHRASE_FACT_PREFERRED] = "is preferred by the plan",
    [PHRASE_FACT_SAME_LAST] = "did this last time",
    [PHRASE_FACT_GROUP_LAST] = "held another role here last time",
    [PHRASE_FACT_NOT_LAST] = "was not here last time",
    [PHRASE_REASON_LEVEL_FIRST] = "Has {skill} {level} ({wanted} wanted)",
    [PHRASE_REASON_LEVEL_NEXT] = ", {skill} {level} ({wanted} wanted)",
    [PHRASE_REASON_NO_LEVEL] = "Has told no level above 0 in the skills wanted",
    [PHRASE_REASON_NO_ANSWER] = "Has not answered a survey",
    [PHRASE_REASON_NO_SKILL] = "The role asks for no skill",
    [PHRASE_REASON_COMMA] = ", ",
    [PHRASE_REASON_CLAUSE] = "; ",
    [PHRASE_REASON_END] = ".",
    [PHRASE_REASON_LEARN] = "wants to learn {skill}",
    [PHRASE_REASON_PREFER] = "the plan prefers it",
    [PHRASE_REASON_MUST] = "the plan asks for it",
    [PHRASE_REASON_COVERS] = "{needed|the one|one of those} asked for here with {skill} {level} or more",
    [PHRASE_REASON_MIXES] = "{needed|the one|one of those} asked for here with {field} {value}",
    [PHRASE_REASON_GIVES_UP] = "for this {holder} goes without {role} of {group} ({points} points)",
    [PHRASE_RIVAL_NOBODY] = "nobody else may hold it",
    [PHRASE_RIVAL_AHEAD] = "ahead of {rival}, who {facts}",
    [PHRASE_RIVAL_AHEAD_POINTS] = "ahead of {rival} by {points} points to {rival_points}",
    [PHRASE_RIVAL_MORE_POINTS] = "{rival} ({rival_points} points)",
    [PHRASE_RIVAL_AS_MANY_POINTS] = "{rival} (also {rival_points} points)",
    [PHRASE_RIVAL_BUT] = " {obstacle}",
    [PHRASE_RIVAL_IN_GROUP_CLOSED] = " serves here as {role}, which {holder} may not hold",
    [PHRASE_RIVAL_IN_GROUP_BEHIND] = " serves here as {role}, where {holder} would have {fewer} {fewer|point|points} fewer",
    [PHRASE_RIVAL_IN_GROUP_LIMIT] = " serves here as {role}, for which {holder} {obstacle}",
    [PHRASE_RIVAL_IN_GROUP_MUST] = " serves here as {role}, as the plan asks",
    [PHRASE_RIVAL_IN_GROUP_PINNED] = " serves here as {role}: the plan asks for {holder} in this place",
    [PHRASE_RIVAL_IN_GROUP_EVEN] = " serves here as {role}; changing places would do as well: the draw (setting seed) decided",
    [PHRASE_RIVAL_IN_GROUP_OTHER] = " serves here as {role}",
    [PHRASE_RIVAL_MUST] = ": the plan asks for {holder} here",
    [PHRASE_RIVAL_APART] = " is to be kept apart from {other}, who serves here",
    [PHRASE_RIVAL_TOGETHER] = ": {mate} is to serve here only together with {other}",
    [PHRASE_RIVAL_TOGETHER_OWN] = " is to serve here only together with {other}",
    [PHRASE_RIVAL_CHANGES] = " would be one change from last time too many (at most {n} allowed)",
    [PHRASE_RIVAL_COVERAGE_NONE] = ": with them here instead nobody would have {skill} {level} or more",
    [PHRASE_RIVAL_COVERAGE_FEW] =
        ": with them here instead {have} of the {needed} asked for would have {skill} {level} or more",
    [PHRASE_RIVAL_COVERAGE_ROLE_NONE] = ": with them here instead no {role} would have {skill} {level} or more",
    [PHRASE_RIVAL_COVERAGE_ROLE_FEW] =
        ": with them here instead {have} of the {needed} asked for as {role} would have {skill} {level} or more",
    [PHRASE_RIVAL_MIX_NONE] = ": with them here instead nobody would have {field} {value}",
    [PHRASE_RIVAL_MIX_FEW] = ": with them here instead {have} of the {needed} asked for would have {field} {value}",
    [PHRASE_RIVAL_MIX_MANY] = ": with them here instead {have} would have {field} {value}, {needed} at most being wanted",
    [PHRASE_RIVAL_OTHER_ROLES] = " has {more} other {more|role|roles}, {holder} {others}",
    [PHRASE_RIVAL_OTHER_ROLES_NONE] = " has {more} other {more|role|roles}, {holder} none",
    [PHRASE_RIVAL_UNANSWERED] = " has not answered a survey",
    [PHRASE_RIVAL_DRAW] = " would do as well: the draw (setting seed) decided",
    [PHRASE_RIVAL_CHANGED] = " would do as well, but would be a change from last time",
    [PHRASE_RIVAL_EVEN_DRAW] = ", which comes to the same: the draw (setting seed) decided",
    [PHRASE_RIVAL_EVEN_CHANGED] = ", which comes to the same, and would be a change from last time",
    [PHRASE_RIVAL_OPEN] = " would be the better choice by {gain}: the search ended before it was found",
    [PHRASE_PERSON_LOAD] = "Serves in {n} {n|group|groups}, using {used} of {hours} hours.",
    [PHRASE_PERSON_AWAY] = "Away.",
    [PHRASE_PERSON_NO_GROUP] = "No group is of their site or open to all.",
    [PHRASE_PERSON_NO_ROLE] = "No role is open to them: a required level, a position or a pin bars each.",
    [PHRASE_PERSON_NOTHING_KNOWN] = "Has not answered a survey, so nothing is known that a role asks for.",
    [PHRASE_PERSON_SUITS] = "Suits {role} of {group} best ({points} points) but",
    [PHRASE_PERSON_GROUP_FULL] = " the group is full with {n} {n|member|members}",
    [PHRASE_PERSON_MIX] = " the plan wants at most {needed} there with {field} {value}",
    [PHRASE_PERSON_ADDS_NOTHING] = " was not chosen, as one more there would add nothing",
    [PHRASE_PERSON_OPEN] = " was not chosen, though it would add {gain}: the search ended before it was found",
    [PHRASE_PERSON_BEHIND] = "Suits {role} of {group} best and {own}; {holder}, who {facts}, holds it.",
    [PHRASE_PERSON_BEHIND_ALL] =
        "Suits {role} of {group} best and {own}; all {n} who hold it suit it better, {holder} by least, who {facts}.",
    [PHRASE_PERSON_BEHIND_POINTS] = "Suits {role} of {group} best ({points} points); {holder} holds it with {holder_points}.",
    [PHRASE_PERSON_BESIDE] = "Suits {role} of {group} best, which {holder} holds; ",
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

const char *words_row(Origin origin, Arena *arena)
{
    if (!origin.file) return "";
    const char *slash = strrchr(origin.file, '/');
    return arena_print(arena, "%s:%d", slash ? slash + 1 : origin.file, origin.line);
}

const char *words_place(Origin origin, Arena *arena)
{
    const char *row = words_row(origin, arena);
    return row && *row ? arena_print(arena, " (%s)", row) : row;
}
