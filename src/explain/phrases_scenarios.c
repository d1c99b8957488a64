/* phrases_scenarios.c: results side by side, mended, and swept over a grid. */
#include "explain/phrases.h"

const char *const phrases_scenarios[PHRASES] = {
    /* what differs between results */
    [PHRASE_COMPARE_EQUAL] = "{other} and {first} are equal: the same assignments, totals and shortages, {inputs}",
    [PHRASE_COMPARE_EQUAL_INPUTS] = "from the same input files.",
    [PHRASE_COMPARE_EQUAL_OTHER_INPUTS] = "though input files differ: {files}.",
    [PHRASE_COMPARE_EQUAL_UNKNOWN] = "but whether from the same input files is not known, as they do not both name them.",
    [PHRASE_COMPARE_HEADING] = "{other} compared with {first}",
    [PHRASE_COMPARE_PROVED] = "Each is proved the best for its plan.",
    [PHRASE_COMPARE_MEASURE] =
        "The totals are counted by different rules ({settings}): compare the assignments and shortages rather than the sums.",
    [PHRASE_COMPARE_UNPROVED] = "{result} is not proved the best: its plan may allow up to {gap} {gap|point|points} more.",
    [PHRASE_COMPARE_UNPROVED_FLOOR] = "{result} is not proved the best for its plan.",
    [PHRASE_COMPARE_SHORTAGES_NONE] = "Neither has a shortage.",
    [PHRASE_COMPARE_SHORTAGES_SAME] = "The same shortages: {n}.",
    [PHRASE_COMPARE_SHORTAGES] =
        "Shortages: {opened} opened, {grown} grown, {lessened} lessened, {closed} closed, {kept} the same.",
    [PHRASE_COMPARE_SHORTAGE_OPENED] = "Opened: {what}; costs {cost} points.",
    [PHRASE_COMPARE_SHORTAGE_CLOSED] = "Closed: {what}; that cost {cost} points.",
    [PHRASE_COMPARE_SHORTAGE_GROWN] = "Grown: {what}; costs {cost} points instead of {was}.",
    [PHRASE_COMPARE_SHORTAGE_LESSENED] = "Lessened: {what}; costs {cost} points instead of {was}.",
    [PHRASE_COMPARE_SHORTAGE_KEPT] = "As before: {what}; costs {cost} points.",
    [PHRASE_COMPARE_PEOPLE_SAME] = "Nobody gains or loses a role.",
    [PHRASE_COMPARE_PEOPLE] = "{n} {n|person gains or loses|people gain or lose} a role, of {staff}:",
    [PHRASE_COMPARE_PERSON_COME] = "new on the staff",
    [PHRASE_COMPARE_PERSON_GONE] = "no longer on the staff",
    [PHRASE_COMPARE_STAFF] = "The staff: {come} new, {gone} no longer there.",
    [PHRASE_COMPARE_MATCHED] =
        "{n} {n|person is|people are} matched by name: the results call them by different ids, e-mails or names "
        "({name}: {before}, then {after}).",
    [PHRASE_COMPARE_BY_ROW] = "{n} {n|person is|people are} known only by the row of {n|the answer|their answers} in a survey "
                              "that has changed: row for row {n|this|these} may be someone else, so read the groups, not the "
                              "people.",
    [PHRASE_COMPARE_PEOPLE_LEADERS] =
        "{n} {n|person gains or loses|people gain or lose} a role, of {staff}; those whose leading roles change first:",
    [PHRASE_COMPARE_NAMES_MORE] = " and {n} more",
    [PHRASE_COMPARE_ROLE] = "{role} of {group}",
    [PHRASE_COMPARE_GROUPS_SAME] = "No group changes its members.",
    [PHRASE_COMPARE_GROUPS] = "{n} {n|group|groups} of {all} {n|has|have} other members:",
    [PHRASE_COMPARE_GROUP_COME] = "a new group",
    [PHRASE_COMPARE_GROUP_GONE] = "no longer there",
    [PHRASE_COMPARE_GROUP_SIZE] = "{before} -> {after} members",
    [PHRASE_COMPARE_GROUP_MEAN] = "mean points {before} -> {after}",
    [PHRASE_COMPARE_MORE] = "{n} more: --out FOLDER lists them all, in {file}.",
    [PHRASE_COMPARE_FILES] = "Input files that differ: {files}.",
    [PHRASE_COMPARE_CAUSES_NONE] = "No setting, row or answer differs.",
    [PHRASE_COMPARE_CAUSES] = "Why: what differs in the inputs.",
    [PHRASE_COMPARE_CAUSES_PRICED] =
        "Why: what differs in the inputs, and what each change is worth by itself: the best of the first plan with it alone, "
        "less the best without. Changes bear on each other, so these need not add up.",
    [PHRASE_COMPARE_NOTHINGS] = "{n} of them are worth nothing by themselves: --out FOLDER lists them, in differences.csv.",
    [PHRASE_COMPARE_INPUTS_FIRST] = "The inputs of {result} are not there as they were, so that nothing is priced, and no rows "
                                    "and answers are compared: {faults}.",
    [PHRASE_COMPARE_INPUTS_OTHER] =
        "The inputs of {result} are not there as they were, so that no rows and answers are compared: {faults}.",
    [PHRASE_COMPARE_INPUTS_FROM] =
        "Files are looked for in the present folder and in those above each result: compare in the folder where they were "
        "solved, or put the files back there.",
    [PHRASE_COMPARE_INPUT_GONE] = "{path} {n|is|are} not there",
    [PHRASE_COMPARE_INPUT_CHANGED] = "{path} {n|has|have} changed",
    [PHRASE_COMPARE_INPUT_NEW] = "{path} {n|is|are} new",
    [PHRASE_COMPARE_INPUT_UNREADABLE] = "they can no longer be read: {path}",
    [PHRASE_COMPARE_INPUT_UNNAMED] = "its run.json does not name them: solve again with this version",
    [PHRASE_COMPARE_INPUTS_REDACTED] =
        "Redacted results leave their inputs out on purpose: prices cannot be worked out from them, "
        "and no rows and answers are compared. The same results with names can be priced.",
    [PHRASE_COMPARE_LEFT_OUT] =
        "{n} more {n|difference has|differences have} no price, as only {most} are priced: --out FOLDER lists them, in "
        "differences.csv.",
    [PHRASE_COMPARE_SETTING] = "{key}: {before} -> {after}",
    [PHRASE_COMPARE_CELL] = "{sheet}.csv, {key}: {column} {before} -> {after}",
    [PHRASE_COMPARE_ROW_ADDED] = "{sheet}.csv, {key}: a new row",
    [PHRASE_COMPARE_ROW_ADDED_CELLS] = "{sheet}.csv, {key}: a new row ({cells})",
    [PHRASE_COMPARE_ROW_DROPPED] = "{sheet}.csv, {key}: no longer there",
    [PHRASE_COMPARE_SHEET] = "{sheet}.csv: {before} -> {after}",
    [PHRASE_COMPARE_WITH] = ", with {sheet}.csv",
    [PHRASE_COMPARE_ALL] = "{sheet}.csv: all {n} changes together",
    [PHRASE_COMPARE_NO_SHEET] = "not there",
    [PHRASE_COMPARE_MENDED] = "result that is mended (--from): {before} -> {after}",
    [PHRASE_COMPARE_MENDS_NOTHING] = "none",
    [PHRASE_COMPARE_READING] =
        "{n} {n|row|rows} of columns.csv, scales.csv and options.csv {n|differs|differ}: they say how the "
        "surveys are read, and are priced with them.",
    [PHRASE_COMPARE_ANSWERS] = "surveys: {n} {n|person has|people have} other answers, or answered in one of them only",
    [PHRASE_COMPARE_BLANK] = "blank",
    [PHRASE_COMPARE_PRICE_UNKNOWN] = "not known",
    [PHRASE_COMPARE_PRICE_BETWEEN] = "{low} to {high}",
    [PHRASE_COMPARE_PRICE_NOT_ALONE] = "cannot stand alone",
    [PHRASE_COMPARE_PRICE_IMPOSSIBLE] = "not possible alone",
    [PHRASE_COMPARE_PRICE_WHY] = " ({why})",
    /* a result that is mended */
    [PHRASE_NOTICE_JOINED] = "New: {people}.",
    [PHRASE_NOTICE_LEFT] = "No longer there: {people}.",
    [PHRASE_NOTICE_LEADER] = "{people} {n|leads|lead} now.",
    [PHRASE_NOTICE_NO_LEADER] = "Nobody leads now.",
    [PHRASE_MEND_HEADING] =
        "Mended from {from}: {begin} {begin|assignment is|assignments are} new (each is a move), {end} {end|ends|end}.",
    [PHRASE_MEND_STRANGERS] =
        "{n} {n|assignment|assignments} of {from} {n|is of somebody|are of people} not on the staff now. What ends with "
        "{n|it|them} is "
        "not counted, and nobody is told of it: mark who leaves as away in people.csv, or in a scenario, instead.",
    [PHRASE_MEND_SAME] = "Mended from {from}: nothing changes.",
    [PHRASE_MEND_RECOMMENDED] = "{n} {n|move is|moves are} recommended: with {worth} {worth|point|points} taken off for each "
                                "move, no number of moves comes out better (--worth).",
    [PHRASE_MEND_RECOMMENDED_NONE] = "No move is recommended: no number of moves gains more than {worth} {worth|point|points} "
                                     "a move (--worth).",
    [PHRASE_MEND_RECOMMENDED_LEAST] =
        "The rules ask for {n} {n|move|moves}; no number beyond {n|it|them} gains more than {worth} "
        "{worth|point|points} a move (--worth).",
    [PHRASE_MEND_ALLOWED] = "This result has {n}, as no more than {most} {most|is|are} allowed.",
    [PHRASE_MEND_UNPROVED] = "That is as far as is known: not every total is proved the best for its moves (proved in "
                             "mending.csv).",
    [PHRASE_MEND_INCOMPLETE] = "Between {from} and {to} moves not every number was worked out (--steps).",
    [PHRASE_MEND_TELL] = "To be told, {n} {n|person whose roles change|people whose roles change}:",
    [PHRASE_MEND_TELL_TOO] = "{n} more {n|has|have} a new leader, or {n|leads|lead} a group that others join or leave.",
    [PHRASE_MEND_FILES] = "Each number of moves is in mending.csv, who must be told in notices.csv.",
    [PHRASE_MEND_NOTICES] = "Who must be told is in notices.csv.",
    [PHRASE_MEND_FLOOR] = "How much each number of moves gains is not worked out under fairness = floor.",
    [PHRASE_MEND_REPAIRS] = "(what would help is worked out within {n} {n|move|moves} too)",
    [PHRASE_MEND_PROVED] = "No better assignment exists under these rules with so few moves: this is proved.",
    /* sweep */
    [PHRASE_SWEEP_CHANGES] = "changes",
    [PHRASE_SWEEP_MOVES] = "moves",
    [PHRASE_SWEEP_CHANGES_ARE] = "assignments that {from} does not have",
    [PHRASE_SWEEP_MOVES_ARE] = "assignments that the plan's own best does not have",
    [PHRASE_SWEEP_PLAN] = "The plan as it is: total {total}, shortages {shortages}.",
    [PHRASE_SWEEP_PLAN_CHANGES] = "The plan as it is: total {total}, shortages {shortages}, changes {changes}.",
    [PHRASE_SWEEP_EFFICIENT] =
        "{n} {n|is|are} efficient: no other point has as great a total, shortages as small and as few {counted}, "
        "and one of them better.",
    [PHRASE_SWEEP_BEHIND] = " {n} of them {n|is|are} not worth a closer look: the plan as it is is as good in "
                            "all three, and better in one.",
    [PHRASE_SWEEP_BEHIND_MARK] = "  behind the plan as it is",
    [PHRASE_SWEEP_COUNTED] = "\nThese {counted} are {are}.",
    [PHRASE_SWEEP_ONCE] = "Each outcome is shown once, at the first point that has it, an efficient one where there is one.",
    [PHRASE_SWEEP_MANY] = "There are too many outcomes to list: these {n} are efficient, all are in frontier.csv. ",
};
