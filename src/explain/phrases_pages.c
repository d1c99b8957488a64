/* phrases_pages.c: the pages of comparisons, sweeps and mended results. */
#include "explain/phrases.h"

const char *const phrases_pages[PHRASES] = {
    /* the page of a comparison */
    [PHRASE_PAGE_COMPARE_TITLE] = "{n} {n|result|results} compared with {first}",
    [PHRASE_PAGE_CHANGES] = "What changes",
    [PHRASE_PAGE_MORE] = "{n} more {n|is|are} in {file}, beside this page.",
    [PHRASE_PAGE_NAMES] = "{names}",
    [PHRASE_PAGE_ROLES] = "{other} has {n} {n|assignment|assignments}, {first} has {before}.",
    [PHRASE_PAGE_ROLES_EMPTY] = " {n} {n|role that is asked for stays|roles that are asked for stay} empty, there {before}.",
    [PHRASE_PAGE_TOTAL_MORE] = "{other} has a total of {total}, {more} more than {first}.",
    [PHRASE_PAGE_TOTAL_LESS] = "{other} has a total of {total}, {more} less than {first}.",
    [PHRASE_PAGE_TOTAL_SAME] = "{other} has the same total as {first}, {total}.",
    [PHRASE_PAGE_MOVES] = "{n} of {staff} people {n|gains or loses|gain or lose} a role; {groups} of {all} groups "
                          "{groups|has|have} other members.",
    [PHRASE_PAGE_ASK_FIGURES] = "How do the results compare?",
    [PHRASE_PAGE_ASK_PARTS] = "What changed in the total, and where from?",
    [PHRASE_PAGE_PARTS_TITLE] = "Difference of the total and of each of its parts",
    [PHRASE_PAGE_PARTS_NOTE] = "To the right what adds to the total, to the left what takes from it: fewer shortages and less "
                               "extra load add.",
    [PHRASE_PAGE_ASK_CHANGES] = "What does each further change gain?",
    [PHRASE_PAGE_ASK_MOVES] = "What does each result gain, and how many assignments does it change?",
    [PHRASE_PAGE_PLOT_TITLE] = "Total against {counted}",
    [PHRASE_PAGE_PLOT_CHANGES] = "assignments that are not as before",
    [PHRASE_PAGE_PLOT_MOVES] = "assignments that the first result does not have",
    [PHRASE_PAGE_PLOT_MARK] = "{result}: a total of {total}, {n} new {n|assignment|assignments}",
    [PHRASE_PAGE_PLOT_NOTE] =
        "The higher the better for the plan, the farther to the left the fewer people have something new. "
        "The ring is the first result.",
    [PHRASE_PAGE_ASK_PEOPLE] = "Who gains a role, and who loses one?",
    [PHRASE_PAGE_ASK_GROUPS] = "Which groups have other members?",
    [PHRASE_PAGE_ASK_SHORTAGES] = "What is missing now, and what is no longer?",
    [PHRASE_PAGE_ASK_PRICES] = "What is each difference worth by itself?",
    [PHRASE_PAGE_ASK_CAUSES] = "What differs in the inputs?",
    [PHRASE_PAGE_PRICES_NOTE] = "The price of a difference is the best total of the first plan with it alone, less the best "
                                "without. Differences bear on each other, so these need not add up.",
    [PHRASE_PAGE_CAUSES_NOTE] = "They are not priced: that takes the inputs of the first result as they were.",
    [PHRASE_PAGE_LEFT_OUT] = "{n} more {n|difference has|differences have} no price, as only {most} are priced; they are in "
                             "differences.csv, beside this page.",
    [PHRASE_PAGE_ANSWERS] = "{n} {n|answer differs|answers differ}: each is in differences.csv, beside this page.",
    /* the page of a sweep */
    [PHRASE_SWEEP_TITLE] = "What each change of the plan gains: {names}",
    [PHRASE_SWEEP_POINTS] = "{n} {n|point leads|points lead} to {outcomes} different {outcomes|outcome|outcomes}.",
    [PHRASE_SWEEP_STANDING] = "{n} of the points {n|is|are} efficient: neither another point nor the plan as it is is better.",
    [PHRASE_SWEEP_STANDING_NONE] = "None is worth a closer look: the plan as it is is better than each.",
    [PHRASE_SWEEP_SPREAD] = "Needs that stay unmet: {unmet}; with the plan as it is {own_unmet}. People with a role: {people}; "
                            "with the plan as it is {own_people}.",
    [PHRASE_SWEEP_IMPOSSIBLE] = "{n} of the points {n|has|have} no assignments, as rules contradict each other.",
    [PHRASE_SWEEP_PROVED] = "No better assignment exists at any point: this is proved.",
    [PHRASE_SWEEP_UNPROVED] = "{n} of the points could not be proved the best within the limits.",
    [PHRASE_SWEEP_ASK] = "What does each change of the plan gain, and how many assignments does it change?",
    [PHRASE_SWEEP_PLOT_TITLE] = "Total against {counted}",
    [PHRASE_SWEEP_PLOT_DESC] = "{n} {n|point|points}. The efficient ones, by {counted}: ",
    [PHRASE_SWEEP_MARK] = "{values}: a total of {total}, shortages {shortages}, {n} {counted}, outcome {outcome}",
    [PHRASE_SWEEP_MARK_OWN] = "The plan as it is: a total of {total}, {n} {counted}",
    [PHRASE_SWEEP_KEY_EFFICIENT] = "efficient, with the number of its outcome",
    [PHRASE_SWEEP_KEY_OTHER] = "another point",
    [PHRASE_SWEEP_KEY_OWN] = "the plan as it is",
    [PHRASE_SWEEP_ASK_POINTS] = "Which values are worth a closer look?",
    [PHRASE_SWEEP_IS_EFFICIENT] = "efficient",
    [PHRASE_SWEEP_IS_BEATEN] = "another is better",
    [PHRASE_SWEEP_IS_BEHIND] = "the plan as it is is better",
    [PHRASE_SWEEP_IS_IMPOSSIBLE] = "not possible: rules contradict each other",
    [PHRASE_SWEEP_BREAKS] = "breaks a rule of the plan as it is",
    [PHRASE_SWEEP_NOT_PROVED] = "not proved the best",
    [PHRASE_SWEEP_OUTCOME] = "outcome {n}",
    [PHRASE_SWEEP_HOW_POINT] = "The plan solved with these values and nothing else changed. Each is solved to the end: no "
                               "better assignment exists for it, unless the table says otherwise.",
    [PHRASE_SWEEP_HOW_TOTAL] =
        "What the point's assignments are worth by the plan as it is, its own weights and needs, so that "
        "points with other settings can be compared. {plan}",
    [PHRASE_SWEEP_HOW_COUNTED] = "How many assignments would be new to somebody: {are}.",
    [PHRASE_SWEEP_HOW_EFFICIENT] =
        "Neither another point nor the plan as it is has as great a total, shortages as small and as few {counted}, and one of "
        "them better. What is not efficient can be left aside: another point, or the plan as it is, is at least as good in all "
        "three. The file frontier.csv, beside this page, compares the points with each other only.",
    [PHRASE_SWEEP_HOW_OUTCOME] = "Points that lead to the same assignments share an outcome. Each outcome has a report of its "
                                 "own, and a scenario with which the plan leads to it.",
    [PHRASE_SWEEP_HOW_RULES] = "Some points break a rule of the plan as it is, such as a group that is larger than it allows: "
                               "they hold only where that rule is changed too.",
    /* the report of a result that is mended: what changes */
    [PHRASE_CHANGES_ASK] = "What does each further move gain?",
    [PHRASE_CHANGES_PLOT_TITLE] = "Total against moves",
    [PHRASE_CHANGES_MARK] = "{n} {n|move|moves}: a total of {total}",
    [PHRASE_CHANGES_THIS] = "this result",
    [PHRASE_CHANGES_RECOMMENDED] = "recommended",
    [PHRASE_CHANGES_BOTH] = "this result, as recommended",
    [PHRASE_CHANGES_KEY_THIS] = "this result",
    [PHRASE_CHANGES_KEY_RECOMMENDED] = "the recommended number of moves",
    [PHRASE_CHANGES_KEY_OTHER] = "another number of moves",
    [PHRASE_CHANGES_ASK_TELL] = "Who must be told, and what?",
    [PHRASE_CHANGES_TOLD] = "{n} {n|person|people} to be told: for {changed} of them their own roles change, for {others} only "
                            "who leads or who joins their group.",
    [PHRASE_CHANGES_NOBODY] = "Nobody has to be told anything.",
    [PHRASE_CHANGES_MORE] = "{n} more {n|step is|steps are} in mending.csv, beside this page.",
};
