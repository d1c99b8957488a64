/* phrases_explain.c: answers to questions about a result: why not, seats, repairs, conflicts. */
#include "explain/phrases.h"

const char *const phrases_explain[PHRASES] = {
    /* why not */
    [PHRASE_WHY_NOT] = "Why is {person} not \"{role}\" of {group}?",
    [PHRASE_HOLDS_IT] = "{person} is \"{role}\" of {group}.",
    [PHRASE_BARRED_AWAY] = "{person} is away.",
    [PHRASE_BARRED_SITE] = "{group} is for people of its own site.",
    [PHRASE_BARRED_POSITION] = "The role is not open to the position of {person}{place}.",
    [PHRASE_BARRED_LEVEL] = "The role requires {skill} {level}{place}; {person} has {have}.",
    [PHRASE_BARRED_NEVER] = "A pin of the plan keeps {person} from it.",
    [PHRASE_MAY_HOLD] = "{person} may hold it, with {points} of 1000 points. With {person} there ",
    [PHRASE_ALONE] = "{person} may hold it by the plan, but could not even with nothing else to do: {what}.",
    [PHRASE_THEN] = "What would change:",
    [PHRASE_WOULD_TAKE] = "What it would take:",
    [PHRASE_WAY_SUFFICES] = "{change}: then {person} would be chosen for it, or be as good a choice as any.",
    [PHRASE_WAY_COSTS] = "{change}: this alone is not enough; with {person} there the whole would then be worth {n} "
                         "{n|point|points} less than without.",
    [PHRASE_WAY_NOT_ENOUGH] = "{change}: this alone is not enough.",
    [PHRASE_WAY_OPEN] = "{change}: whether that is enough was not found out within the work limit.",
    [PHRASE_WAY_NOT] = "{change}: this alone is not enough; other rules that must hold still stand against it.",
    [PHRASE_WAYS_OTHER] = "{n} other {n|change|changes} that came into question would not be enough.",
    [PHRASE_NO_WAY] = "Nothing was found in what {person} knows, or in their hours and limits, that would be enough. The cost "
                      "comes from what the others would have to change.",
    /* seats of a group */
    [PHRASE_SEAT] = "{role}: {person}, {points} points",
    [PHRASE_ABLE] = "{n} {n|other person|other people} might hold it by the plan's rules, had they nothing else to do.",
    [PHRASE_ABLE_NONE] = "Nobody else might hold it by the plan's rules.",
    [PHRASE_REPLACED_BY] = "Without {person} in the group {other} would take over; ",
    [PHRASE_REPLACED_PERHAPS] = "Without {person} in the group, as far as was found out, {other} would take over; ",
    [PHRASE_REPLACED_BY_NONE] = "Without {person} in the group nobody new would take the place; ",
    [PHRASE_LOSS_NOT_POSSIBLE] = "{person} has to be here: a pin or another rule that must hold asks for it.",
    /* repairs */
    [PHRASE_REPAIRS] = "Single changes that would help, those first that gain most a step (a level, an hour, a role, a "
                       "position, another time, one fewer asked for; someone from outside counts as five):",
    [PHRASE_REPAIR_GAIN] = "{change}: {gain} points better, {steps} {steps|step|steps}.",
    [PHRASE_REPAIR_GAIN_LEAST] = "{change}: at least {gain} points better, {steps} {steps|step|steps}.",
    [PHRASE_REPAIR_UNMET] = "{change}: needs of {n} points would be unmet instead of {now}, {steps} {steps|step|steps}.",
    [PHRASE_REPAIRS_NONE] = "No single change that was tried helps.",
    [PHRASE_REPAIRS_NOT_ASKED] = "There was no time to work out what would help.",
    [PHRASE_REPAIRS_COUNT] = "Of {ways} single changes that might help the likeliest {asked} were worked out.",
    [PHRASE_REPAIR_BEST] = "What would help: ",
    [PHRASE_REPAIRS_LEFT] =
        "What would help was worked out for the {done} dearest of {all}; cadre explain --shortages goes through all.",
    [PHRASE_REPAIRS_LEFT_ALL] =
        "What would help was not worked out here, as the plan is large; cadre explain --shortages does it.",
    [PHRASE_SHORT_COST] = "{shortage} (costs {n} points)",
    [PHRASE_NO_SHORTAGE] = "Nothing that the plan asks for is missing.",
    [PHRASE_SHORTAGES_LEFT] = "{n} {n|shortage was|shortages were} not looked at: there was no time.",
    /* a page */
    [PHRASE_HELD] = "{role} of {group}, {points} points: {reason}",
    [PHRASE_POINTS] = "Points: someone who suits a seat in every way earns it 1,000; leading and other weighty seats count "
                      "several times. A cost of 25 points means that the whole plan would be worth 25 points less.",
    [PHRASE_BASE_UNPROVED] = "This result is not proved to be the best; prices are against it as it is.",
    /* what stands against a need */
    [PHRASE_NEED_CAN_BE_MET] =
        "It could be met with every need that is met in full now still so; others that are short might be shorter.",
    [PHRASE_NEED_CAN_BE_MET_MORE] = "It could be met with every need that is met in full now still so, but others that are "
                                    "short would be shorter, or the whole would be worth less.",
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
    /* the sheet rows of a conflict */
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
