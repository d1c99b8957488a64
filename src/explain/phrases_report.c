/* phrases_report.c: the report of a result, but for its inventory. */
#include "explain/phrases.h"

const char *const phrases_report[PHRASES] = {
    /* the report: at a glance */
    [PHRASE_REPORT_TITLE] = "{place}: who serves and who leads",
    [PHRASE_REPORT_TITLE_PLAIN] = "Who serves and who leads",
    [PHRASE_REPORT_SIZE] = "{staff} staff, {groups} {groups|group|groups}",
    [PHRASE_REPORT_REDACTED] =
        "This report is redacted. People have pseudonyms, always the same ones under one key, and only who holds that key can "
        "tell who is meant. What people wrote themselves is left out, and so are counts of fewer than 5 people in the skills "
        "inventory and the balance. Who knows the school well may still guess some people by their roles.",
    [PHRASE_REPORT_QUARTER_FIRST] = "under a quarter",
    [PHRASE_REPORT_QUARTER_SECOND] = "a quarter to a half",
    [PHRASE_REPORT_QUARTER_THIRD] = "half to three quarters",
    [PHRASE_REPORT_QUARTER_LAST] = "three quarters or more",
    [PHRASE_REPORT_QUARTER_FEW] = "too few to tell",
    [PHRASE_REPORT_UNDER_FIVE] = "under 5",
    [PHRASE_REPORT_FIVE_OR_MORE] = "5 or more",
    [PHRASE_REPORT_NOT_TOLD] = "not told",
    [PHRASE_REPORT_VEIL_NOTE] = " Where fewer than 5 people would be counted at some level, no level is told, only the share "
                                "with 3 or more, by quarters.",
    [PHRASE_REPORT_SINGLE_REDACTED] = "Not told, as this report is redacted: it would be about single people.",
    [PHRASE_REPORT_DEMAND_SOME] = "some",
    [PHRASE_REPORT_BALANCE_SPREAD_QUARTER] = "With a part: {share} of the staff.",
    [PHRASE_REPORT_BALANCE_LIMIT_REDACTED] = "Not told, as this report is redacted: it would be about few people.",
    [PHRASE_REPORT_SHARES_REDACTED] = " Where fewer than 5 people or roles would be counted for some value of a field, shares "
                                      "are told by quarters for all of them.",
    [PHRASE_REPORT_INPUTS_REDACTED] = "As this report is redacted, files are named by what they are, and their checksums are "
                                      "made with the key: only who holds it can compare them.",
    [PHRASE_REPORT_ASK_MET] = "How much of what the plan asks for is there?",
    [PHRASE_REPORT_ROLES] = "{filled} of {asked} {asked|role|roles} {asked|is|are} filled.",
    [PHRASE_REPORT_ROLES_NOTE] = "A role that asks for four people counts four times; {n} {n|seat is|seats are} held in all.",
    [PHRASE_REPORT_LEADERS] = "{led} of {asked} {asked|group|groups} to be led {led|has|have} a leader.",
    [PHRASE_REPORT_UNFIT] = "{n} {n|leader has|leaders have} 0 points for the role they lead in: no answer speaks for their "
                            "skill or their will, so "
                            "ask before you count on {n|this one|these}:",
    [PHRASE_REPORT_UNFIT_SILENT] = ", answered no survey",
    [PHRASE_REPORT_UNFIT_MORE] = " and {n} more, with 0 points under Groups.",
    [PHRASE_REPORT_UNASKED] = "{n} {n|leader was|leaders were} named without anything to go by: no survey asked about the "
                              "skills of {n|the role|their roles} or for interest in {n|it|them}.",
    [PHRASE_REPORT_STAFF] = "{serving} of {staff} staff {serving|has|have} a part.",
    [PHRASE_REPORT_STAFF_WITHOUT] = " {n} answered and {n|has|have} none.",
    [PHRASE_REPORT_STAFF_SILENT] = " {n} answered no survey and {n|has|have} none.",
    [PHRASE_REPORT_STAFF_AWAY] = " {n} {n|is|are} away.",
    [PHRASE_REPORT_LOAD] = "Each of those who serve holds {mean} roles on average, nobody more than {most}. {used} of {given} "
                           "hours a month are used.",
    [PHRASE_REPORT_POINTS] = "People suit the roles they hold with {points} of 1,000 points on average.",
    [PHRASE_REPORT_SHORT_NONE] = "Nothing that the plan asks for is missing.",
    [PHRASE_REPORT_SHORT] = "{n} {n|thing that the plan asks for is|things that the plan asks for are} missing.",
    [PHRASE_REPORT_UNPROVED] = "This is the best assignment found, and it is not proved that no better one exists.",
    /* the report: groups */
    [PHRASE_REPORT_GROUP_SIZE] = "{n} {n|member|members}",
    [PHRASE_REPORT_GROUP_POINTS] = "{n} points on average",
    [PHRASE_REPORT_GROUP_HOURS] = "{hours} {hours|hour|hours} a month",
    [PHRASE_REPORT_GROUP_EMPTY] = "Nobody serves in this group.",
    [PHRASE_REPORT_ASK_SKILLS] = "Who has what this group needs?",
    [PHRASE_REPORT_STRIP_NOTE] =
        "Members at each level (? gave no answer). Those right of the line reach the level that is asked for.",
    [PHRASE_REPORT_STRIP_TITLE] = "{skill}: members by level",
    [PHRASE_REPORT_STRIP_DESC] = "{have} of {members} {members|member|members} at level {level} or above.",
    [PHRASE_REPORT_STRIP_LEVEL] = " Level {level}: {n}.",
    [PHRASE_REPORT_STRIP_NO_ANSWER] = " No answer: {n}.",
    [PHRASE_REPORT_SKILL_HAVE] = "{have} of {members} at {level} or above",
    [PHRASE_REPORT_SKILL_ASKED] = "{have} at {level} or above, {people} asked for",
    [PHRASE_REPORT_SKILL_ROLE] = ", as {role}",
    [PHRASE_REPORT_SKILL_SHORT] = "{n} short",
    [PHRASE_REPORT_NEEDS_MORE] = "{n} more {n|need|needs} of this group {n|is|are} not shown. What of {n|it|them} is not met "
                                 "is in the result's file shortages.csv.",
    [PHRASE_REPORT_ASK_MIX] = "Does it represent the staff as the plan asks?",
    [PHRASE_REPORT_MIX_MIN] = "at least {min}",
    [PHRASE_REPORT_MIX_MAX] = "at most {max}",
    [PHRASE_REPORT_MIX_BOTH] = "{min} to {max}",
    [PHRASE_REPORT_MET_YES] = "met",
    [PHRASE_REPORT_MIX_FEW] = "{n} too few",
    [PHRASE_REPORT_MIX_MANY] = "{n} too many",
    /* the report: people */
    [PHRASE_REPORT_ASK_LOAD] = "Who carries how much of the hours they have?",
    [PHRASE_REPORT_PERSON_HOURS] = "{used} of {hours} h",
    [PHRASE_REPORT_PERSON_POINTS] = "{points} points",
    [PHRASE_REPORT_PERSON_SILENT] = "no answer",
    [PHRASE_REPORT_PERSON_NONE] = "no part",
    [PHRASE_REPORT_PERSON_AWAY] = "away",
    [PHRASE_REPORT_PEOPLE_WITHOUT] = "{n} {n|person has|people have} no part: what each would suit",
    [PHRASE_REPORT_PEOPLE_EACH] = "Why each person serves where they do",
    /* the report: shortages */
    [PHRASE_REPORT_ASK_SHORT] = "What is missing, how far off is it, and what would mend it?",
    [PHRASE_REPORT_SHORT_LIST] =
        "Dearest first. The cost is what the plan's settings make of each: it says which of them weigh most, not money.",
    [PHRASE_REPORT_SHORT_DEAREST] =
        "The {n} dearest of {all}, and those of groups open to all, are told here; each site's page has its own.",
    [PHRASE_REPORT_PARTS_SITES] = "The {n} sites are listed on {parts} pages of their own.",
    [PHRASE_REPORT_PARTS_SHORTAGES] = "The {n} shortages are told on {parts} pages of their own, the dearest first.",
    [PHRASE_REPORT_PARTS_GROUPS] = "The {n} groups are told of on {parts} pages of their own.",
    [PHRASE_REPORT_PARTS_PEOPLE] = "The {n} people are told of on {parts} pages of their own.",
    [PHRASE_REPORT_PARTS_SKILLS] = "The {n} skills are told of one by one on {parts} pages of their own.",
    [PHRASE_REPORT_LIST_MORE] = "{n} more {n|is|are} in the result's file {file}.",
    [PHRASE_REPORT_PART] = "Part {part}: {first} to {last} ({n})",
    [PHRASE_REPORT_PART_OF] = ", part {part} of {parts}",
    [PHRASE_REPORT_ASK_WHICH_SITE] = "Which sites have what they ask for, and which do not?",
    [PHRASE_REPORT_SITES_OPEN] = "Each site's page has its groups and people. Groups open to all, and people without a site, "
                                 "are counted at a glance and not here.",
    [PHRASE_REPORT_SHORT_OFF] = "{have} of {needed}",
    [PHRASE_REPORT_SHORT_OFF_MANY] = "{have}, at most {needed} wanted",
    [PHRASE_REPORT_SHORT_COST] = "costs {n} points",
    /* the report: groups joined by shared members */
    [PHRASE_REPORT_ASK_NETWORK] = "Which groups talk to each other through shared members?",
    [PHRASE_REPORT_NETWORK_SUM] = "{linked} of {groups} {groups|group|groups} with members share someone with another group: "
                                  "{pairs} {pairs|pair|pairs} of groups, through {people} {people|person|people}.",
    [PHRASE_REPORT_NETWORK_WHOLE] = " Through them word can travel from any of these groups to any other.",
    [PHRASE_REPORT_NETWORK_PARTS] = " They form {n} clusters, and nobody serves in two of these.",
    [PHRASE_REPORT_NETWORK_NONE] = "No group shares a member with another.",
    [PHRASE_REPORT_NETWORK_ALONE] = "{n} {n|group shares|groups share} nobody with another group:",
    [PHRASE_REPORT_NETWORK_SHOWN] =
        "Shown are {shown} of the {pairs} pairs, the most shared first; the others share {most} at most.",
    [PHRASE_REPORT_NETWORK_TITLE] = "Groups joined by the members that they share",
    [PHRASE_REPORT_NETWORK_DESC] =
        "{groups} groups on a ring, {pairs} lines between those that share members. Most are shared by "
        "{one} and {other}: {n}. The table beside the picture names every pair and who they share.",
    [PHRASE_REPORT_NETWORK_MORE] = "and {n} more",
    [PHRASE_REPORT_NETWORK_NOTE] =
        "The larger the dot, the more members; the thicker the line, the more of them shared (1, 2, 3, 4 or more).",
    /* the settings in force, a sentence each */
    [PHRASE_SETTING_SHORT_MUST] =
        "Someone missing for what the plan calls a must costs {n} points; each shortage is multiplied by its group's weight.",
    [PHRASE_SETTING_SHORT_ROLE] = "An empty seat, or a member missing from a group's least size, costs {n} points.",
    [PHRASE_SETTING_SHORT_SHOULD] = "Someone missing for a skill or for representation that is no must costs {n} points.",
    [PHRASE_SETTING_EVERYONE] = "A first role for someone who answered a survey is worth {n} {n|point|points} more.",
    [PHRASE_SETTING_EXTRA_LOAD] = "A second role for one person costs {n} {n|point|points}, a third {more}, and so on.",
    [PHRASE_SETTING_TOTAL] = "The greatest total decides.",
    [PHRASE_SETTING_FLOOR] =
        "First as few needs as possible are left unmet, then the leader who suits the role least suits it as "
        "well as possible, then the greatest total decides.",
    [PHRASE_SETTING_HOURS] = "Whoever named no hours has {value} a month.",
    [PHRASE_SETTING_MAX_GROUPS] = "Whoever set no limit serves in at most {n} {n|group|groups}.",
    [PHRASE_SETTING_MAX_LEADS] = "Whoever set no limit leads at most {n} {n|group|groups}.",
    [PHRASE_SETTING_MAX_CHANGES] = "At most {value} assignments may be new.",
    [PHRASE_SETTING_CLOSES] = "The survey closes on {value}; later answers count too, and were reported.",
    [PHRASE_SETTING_SEED] = "Between equally good results a draw decides, the draw number {n}.",
    /* the report: how this was decided */
    [PHRASE_REPORT_DECIDED] =
        "Everyone was given points for every role open to them, from 0 to 1000, by the same rule for all. Then Cadre looked "
        "among all assignments that keep the rules for the one with the greatest total.",
    [PHRASE_REPORT_SCORE_HEAD] = "What the points count",
    [PHRASE_REPORT_SCORE] = "How much does each part weigh?",
    [PHRASE_REPORT_WEIGHT] = "{n}%",
    [PHRASE_REPORT_SHARE_NONE] = "not counted: nothing is known of last time",
    [PHRASE_REPORT_PART_FIT] = "Skill",
    [PHRASE_REPORT_PART_FIT_MEANS] = "How much of the level that the role asks for the person has, over all skills that it "
                                     "needs. More than is asked for earns nothing.",
    [PHRASE_REPORT_PART_INTEREST] = "Interest",
    [PHRASE_REPORT_PART_INTEREST_MEANS] =
        "How the person rated the group or its focus; else the better of their ranked choice and their interest in its skills. "
        "Saying nothing earns nothing.",
    [PHRASE_REPORT_PART_GROWTH] = "Room to learn",
    [PHRASE_REPORT_PART_GROWTH_MEANS] = "Levels of a needed skill that the person does not have yet and is interested in.",
    [PHRASE_REPORT_PART_CONTINUITY] = "Same as last time",
    [PHRASE_REPORT_PART_CONTINUITY_MEANS] =
        "All of it for the same role as last time, half for another role in the same group.",
    [PHRASE_REPORT_NO_RANK] =
        "Rank and years of service are no part of it, but where the plan says so in its own rules. A role "
        "that leads counts three times in the total, unless the plan gives it another weight.",
    [PHRASE_REPORT_EXAMPLE_HEAD] = "Worked out again: {person}, {role} of {group}",
    [PHRASE_REPORT_EXAMPLE_ASK] = "How do {points} points come about?",
    [PHRASE_REPORT_EXAMPLE_SKILL] = "{skill}: has {level}, {wanted} asked for: {have} of {full}",
    [PHRASE_REPORT_EXAMPLE_SKILL_WEIGHT] = "{skill}: has {level}, {wanted} asked for, counted {weight} times: {have} of {full}",
    [PHRASE_REPORT_EXAMPLE_SKILL_NONE] = "{skill}: told no level, {wanted} asked for: 0 of {full}",
    [PHRASE_REPORT_EXAMPLE_FRACTION] = "1,000 × {have} ÷ {full} = {value}",
    [PHRASE_REPORT_EXAMPLE_FRACTION_ALL] = "{have} of {full} in all: 1,000 × {have} ÷ {full} = {value}",
    [PHRASE_REPORT_EXAMPLE_LEFT_OUT] = "left out: nobody was asked",
    [PHRASE_REPORT_EXAMPLE_PREFERRED] = "asked for the role, as the plan notes",
    [PHRASE_REPORT_EXAMPLE_RATED] = "rated the group or its focus {have} of {full}",
    [PHRASE_REPORT_EXAMPLE_CHOSE] = "ranked it among their choices, which counts {have} of {full}",
    [PHRASE_REPORT_EXAMPLE_SKILLS] = "told interest in its skills, {have} of {full} in all",
    [PHRASE_REPORT_EXAMPLE_NO_INTEREST] = "told no interest",
    [PHRASE_REPORT_EXAMPLE_LEARN] = "{skill}: {steps} {steps|level|levels} to learn × interest {interest}: {have}",
    [PHRASE_REPORT_EXAMPLE_LEARN_WEIGHT] =
        "{skill}: {steps} {steps|level|levels} to learn × interest {interest}, counted {weight} times: {have}",
    [PHRASE_REPORT_EXAMPLE_LEARN_NONE] = "no level to learn in a skill that they told interest in",
    [PHRASE_REPORT_EXAMPLE_LAST_SAME] = "had the same role last time",
    [PHRASE_REPORT_EXAMPLE_LAST_GROUP] = "had another role in the group last time",
    [PHRASE_REPORT_EXAMPLE_LAST_NONE] = "was not in the group last time",
    [PHRASE_REPORT_EXAMPLE_MORE] = "and {n} more {n|skill|skills}, counted in the same way",
    [PHRASE_REPORT_EXAMPLE_SUM] = "({terms}) ÷ {weight} = {points} points, rounded down.",
    [PHRASE_REPORT_EXAMPLE_SUM_ROUNDED] = "({terms}) ÷ {weight} = {points} points. The parts are shown rounded down; the "
                                          "points are worked out from the exact fractions, so they may be a little more.",
    [PHRASE_REPORT_EXAMPLE_COUNTS] = "In the total the role counts {weight} {weight|time|times}: {n} points.",
    [PHRASE_REPORT_TOTAL_HEAD] = "What was added up",
    [PHRASE_REPORT_TOTAL_ALL_SITES] = "These figures are of all sites together, as they were decided together.",
    [PHRASE_REPORT_TOTAL_SHORT] =
        "Whatever the plan asks for and does not get costs more points than most things earn: so it is met first.",
    [PHRASE_REPORT_SETTINGS_HEAD] = "Settings and prices",
    [PHRASE_REPORT_SETTINGS_SAME] =
        "The plan changes none of the settings. Prices are in points: they say what weighs more, and "
        "are no money.",
    [PHRASE_REPORT_SETTINGS_CHANGED] = "The plan sets {n} of these otherwise than usual, as marked. Prices are in points: they "
                                       "say what weighs more, and are no money.",
    [PHRASE_REPORT_SETTING_CHANGED] = "set by the plan; usual is {standard}",
    [PHRASE_REPORT_RULES_HEAD] = "Rules that are kept",
    [PHRASE_REPORT_RULES] = "These hold without exception:",
    [PHRASE_REPORT_RULE_OPEN] =
        "Nobody has a role that their site, their position or a level that it requires closes to them, and "
        "nobody who is away has one.",
    [PHRASE_REPORT_RULE_LIMITS] = "Nobody gives more hours, serves in more groups or leads more of them than they can.",
    [PHRASE_REPORT_RULE_ONE] = "Nobody holds two roles in one group.",
    [PHRASE_REPORT_RULE_SLOTS] = "Nobody sits in two groups that meet at the same time.",
    [PHRASE_REPORT_RULE_SIZES] = "No group and no role has more people than its most.",
    [PHRASE_REPORT_RULE_MUST] = "{n} {n|promise|promises} that someone serves in a place {n|is|are} kept.",
    [PHRASE_REPORT_RULE_NEVER] = "{n} {n|promise|promises} that someone does not serve in a place {n|is|are} kept.",
    [PHRASE_REPORT_RULE_PAIRS] = "People whom the plan wants together or apart are.",
    [PHRASE_REPORT_RULE_CHANGES] = "{n} {n|assignment is|assignments are} new: not held so before.",
    [PHRASE_REPORT_RULE_CHANGES_LIMIT] = "{n} {n|assignment is|assignments are} new, of at most {most}: not held so before.",
    [PHRASE_REPORT_RULES_SHORT] = "Other needs of the plan could be missed at a price, and {n} {n|is|are}: see the shortages.",
    [PHRASE_REPORT_RULES_MET] = "Other needs of the plan could be missed at a price, but none is.",
    [PHRASE_REPORT_PROOF_HEAD] = "What the proof says",
    [PHRASE_REPORT_PROOF_HOW] =
        "Cadre works out a total that no assignment under these rules can pass, and looks for an assignment "
        "until the two meet or a limit is hit.",
    [PHRASE_REPORT_PROOF_ROOM] = "Something better could be worth at most {n} {n|point|points} more, {share}% of all points.",
    [PHRASE_REPORT_PROOF_FLOOR] = "Every leader has {n} points or more for the role; that came before the total.",
    [PHRASE_REPORT_PROOF_JUDGE] =
        "Before the result was put in place its points, rules and figures were worked out again from the "
        "sheets, by a part of Cadre that shares nothing with the one that decided.",
    [PHRASE_REPORT_INPUTS_HEAD] = "What it was made from",
    [PHRASE_REPORT_INPUTS] = "The same files give the same result, to the last byte. A file is the same where its checksum is.",
    [PHRASE_REPORT_ANSWERS] = "{file}: {n} {n|answer|answers}, {days}.",
    [PHRASE_REPORT_ANSWERS_UNCLEAR] =
        "{file}: {n} {n|answer|answers}, {days} if the day comes first in its dates, {or_days} if "
        "the month does: nothing in them tells.",
    [PHRASE_REPORT_ANSWERS_UNDATED] =
        "{file}: {n} {n|answer|answers}; on which days is not known, as no time stamp is read from it.",
    [PHRASE_REPORT_ANSWERS_NONE] = "{file}: no answers.",
    [PHRASE_REPORT_ANSWERS_FEW] =
        "{file}: answers of so few people, or of so few on a known day, that a redacted report does not tell of them.",
    [PHRASE_REPORT_ANSWERS_SOME_UNDATED] = " {n} of them {n|has|have} no date.",
    [PHRASE_REPORT_ANSWERS_REPLACED] = " {n} {n|does|do} not count, as the same person answered again.",
    [PHRASE_REPORT_ANSWERS_LEFT_OUT] = " {n} {n|does|do} not count, as nothing says whose {n|it is|they are}.",
    [PHRASE_REPORT_ANSWERS_MORE] = "{n} more {n|survey is|surveys are} in the table. ",
    [PHRASE_REPORT_ANSWERS_DAYS] = "Days are those of the survey's own time stamps, in its own time zone.",
    [PHRASE_REPORT_ANSWERS_NO_DAYS] = "Days are told where a survey has time stamps.",
    [PHRASE_REPORT_DAY_NONE] = "no date",
    [PHRASE_REPORT_DAY_OR] = " or ",
    [PHRASE_DATE] = "{day} {month} {year}",
    [PHRASE_DATES_OF_MONTH] = "{day} to {to_day} {to_month} {to_year}",
    [PHRASE_DATES_OF_YEAR] = "{day} {month} to {to_day} {to_month} {to_year}",
    [PHRASE_DATES] = "{day} {month} {year} to {to_day} {to_month} {to_year}",
    [PHRASE_MONTH_JANUARY] = "January",
    [PHRASE_MONTH_FEBRUARY] = "February",
    [PHRASE_MONTH_MARCH] = "March",
    [PHRASE_MONTH_APRIL] = "April",
    [PHRASE_MONTH_MAY] = "May",
    [PHRASE_MONTH_JUNE] = "June",
    [PHRASE_MONTH_JULY] = "July",
    [PHRASE_MONTH_AUGUST] = "August",
    [PHRASE_MONTH_SEPTEMBER] = "September",
    [PHRASE_MONTH_OCTOBER] = "October",
    [PHRASE_MONTH_NOVEMBER] = "November",
    [PHRASE_MONTH_DECEMBER] = "December",
    [PHRASE_REPORT_TURNOUT_HEAD] = "Who answered, and who has no part",
    [PHRASE_REPORT_TURNOUT_ASK] = "How many of the staff were heard?",
    [PHRASE_REPORT_TURNOUT] = "{answered} of {staff} staff answered a survey ({share}%).",
    [PHRASE_REPORT_TURNOUT_DESC] = "{answered} of {staff} answered.",
    [PHRASE_REPORT_LEFT_NONE] = "Everyone who is not away has a part.",
    [PHRASE_REPORT_LEFT_WITHOUT] = "{n} answered and {n|has|have} no part",
    [PHRASE_REPORT_LEFT_SILENT] = "{n} did not answer and {n|has|have} no part",
    [PHRASE_REPORT_LEFT_AWAY] = "{n} {n|is|are} away",
    [PHRASE_REPORT_LEFT_UNHEARD] = "{n} did not answer and {n|serves|serve} all the same",
    [PHRASE_REPORT_LEFT_MORE] = "and {n} more.",
    [PHRASE_REPORT_LEFT_WHY] = "The reason is in People, under each name.",
    [PHRASE_REPORT_MADE_BY] = "Made by Cadre {version}.",
};
