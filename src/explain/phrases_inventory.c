/* phrases_inventory.c: the report's inventory: skills and balance. */
#include "explain/phrases.h"

const char *const phrases_inventory[PHRASES] = {
    /* the report: skills */
    [PHRASE_REPORT_SKILLS_NONE] = "No survey asked about skills.",
    [PHRASE_REPORT_SKILLS_SIZE] = "{n} {n|skill|skills} of {staff} staff {n|is|are} counted here. Who left an answer blank is "
                                  "counted apart, never as level 0.",
    [PHRASE_REPORT_SKILLS_TICKS] =
        " Who ticks something in a list has 0 in what they leave unticked; who ticks nothing there has not answered.",
    [PHRASE_REPORT_SKILLS_GRID] = " In a grid to tick, whoever answers the survey has 0 in what they leave unticked.",
    [PHRASE_REPORT_SKILLS_AWAY] = " {n} {n|person is|people are} away and not counted.",
    [PHRASE_REPORT_SKILLS_SILENT] = "Nobody here answered about {skills}.",
    [PHRASE_REPORT_SKILLS_STRENGTH] = "Strengths, which more people than usual have and want: {skills}.",
    [PHRASE_REPORT_SKILLS_PASSION] = "Hidden passions, which more want and fewer have: {skills}.",
    [PHRASE_REPORT_SKILLS_RESERVE] = "Reserves, which more have and fewer want: {skills}.",
    [PHRASE_REPORT_SKILLS_DEMAND] = "Training would help in {skills}: with the levels that roles wish for, the plan could use "
                                    "more people than have them. What it cannot do without and lacks is among the shortages.",
    [PHRASE_REPORT_SKILLS_SINGLE] = "{n} {n|skill|skills} that groups need {n|rests|rest} on one person: {skills}.",
    [PHRASE_REPORT_SKILLS_MORE] = " and {n} more",
    [PHRASE_REPORT_ASK_LEVELS] = "How many people have which level of each skill, and how much do they want to use it?",
    [PHRASE_REPORT_LEVELS_NOTE] =
        "People at each level, 0 to 5 (? gave no answer). Those right of the line have the skill, or want it: 3 or more.",
    [PHRASE_REPORT_LEVELS_PERCENT] = " Figures are per cent of the staff counted here.",
    [PHRASE_REPORT_LEVEL_TITLE] = "{skill}: people by level",
    [PHRASE_REPORT_INTEREST_TITLE] = "{skill}: people by interest",
    [PHRASE_REPORT_LEVEL_DESC] = "{have} of {answered} who answered {have|has|have} 3 or more.",
    [PHRASE_REPORT_NOT_ASKED] = "not asked",
    [PHRASE_REPORT_NO_ANSWERS] = "no answers",
    [PHRASE_REPORT_ASK_MAP] = "Where does what people want meet what they can do?",
    [PHRASE_REPORT_MAP_TITLE] = "Skills by the share of people who have them and who want them",
    [PHRASE_REPORT_MAP_DESC] = "{n} skills; the table beside the drawing says the same. On average {have} of those who "
                               "answered have a skill, and {want} want it.",
    [PHRASE_REPORT_MAP_LINES] = "The dashed lines are the averages over these skills: {have} of those who answered have a "
                                "skill at level 3 or more, {want} want it with interest 3 or more.",
    [PHRASE_REPORT_MAP_LEFT_OUT] =
        "{n} {n|skill is|skills are} not drawn: nobody answered both about the level and about interest in {n|it|them}.",
    [PHRASE_REPORT_MAP_MORE] = "Drawn are the first {shown} by name; {n} more {n|is|are} in the tables.",
    [PHRASE_REPORT_MAP_NONE] = "Nobody was asked about both level and interest, so that nothing can be set side by side.",
    [PHRASE_REPORT_MAP_FEW] =
        "Too few skills are known by both level and interest to be set beside their average; these are the figures.",
    [PHRASE_REPORT_INTEREST_NONE] = " No survey asked about interest in skills.",
    [PHRASE_REPORT_PLACE_STRENGTH] = "Strength",
    [PHRASE_REPORT_PLACE_PASSION] = "Hidden passion",
    [PHRASE_REPORT_PLACE_RESERVE] = "Reserve",
    [PHRASE_REPORT_PLACE_NEITHER] = "Neither",
    [PHRASE_REPORT_PLACE_DEMAND] = "Training demand",
    [PHRASE_REPORT_MEANS_STRENGTH] =
        "more people than for the average skill have it, and more want it. Use it, and let it be modelled for others.",
    [PHRASE_REPORT_MEANS_PASSION] = "more want it, fewer have it: willing learners.",
    [PHRASE_REPORT_MEANS_RESERVE] = "more have it, fewer want it: ask before you count on it.",
    [PHRASE_REPORT_MEANS_NEITHER] = "fewer have it and fewer want it.",
    [PHRASE_REPORT_MEANS_DEMAND] = "the plan asks for more people at a level of it than have that level. It can be so of any "
                                   "of the four; a ring marks it.",
    [PHRASE_REPORT_SHARE] = "{percent}% ({n} of {all})",
    [PHRASE_REPORT_ASK_DEMAND] = "What does the plan ask for that too few people can do, and who wants to learn it?",
    [PHRASE_REPORT_DEMAND_NONE] = "Wherever the plan asks for a level of a skill, as many people have it as are asked for.",
    [PHRASE_REPORT_DEMAND_NO_NEED] = "The groups of this page ask for no skill.",
    [PHRASE_REPORT_DEMAND_NOTE] =
        "Asked for: the people that groups count on at some level, one person counted in each group; seats that must be "
        "filled, where a group gives no number. Missing: by how many those asked for at the level named, or above, outnumber "
        "those who have it. Who has it may still be bound elsewhere: see the shortages.",
    [PHRASE_REPORT_DEMAND_SITES] = "{n} at {sites} {sites|site|sites}",
    [PHRASE_REPORT_LEVELS_SEVERAL] = "several",
    [PHRASE_REPORT_ASK_SINGLE] = "Which skills rest on one person?",
    [PHRASE_REPORT_SINGLE_NONE] =
        "No skill rests on one person: each that anyone has at level 4 or more, two people have at least.",
    [PHRASE_REPORT_SINGLE_NOBODY] = "Nobody has any skill at level 4 or more.",
    [PHRASE_REPORT_SINGLE_NOTE] = "One person only has level 4 or more. Who is one level below could be the next.",
    [PHRASE_REPORT_SINGLE_TICKS] =
        " Of a skill that is known by ticks alone nobody can have a higher level than a tick gives: there, a tick is enough.",
    [PHRASE_REPORT_SINGLE_NO_GROUP] = "no group asks for it",
    [PHRASE_REPORT_ASK_SITES] = "How do the sites differ in what their people can do?",
    [PHRASE_REPORT_SITES_NOTE] = "Share with level 3 or more of those who answered.",
    [PHRASE_REPORT_SITES_NOTE_OF] = " Beside it stands how many did.",
    [PHRASE_REPORT_SITES_NOTE_NONE] = " A dash: nobody did.",
    [PHRASE_REPORT_SITES_OF] = "of {n}",
    [PHRASE_REPORT_ASK_SITE_WHOLE] = "What can people here do, beside all sites together?",
    [PHRASE_REPORT_SITE_WHOLE_NOTE] =
        "Share with level 3 or more of those who answered. Upper bar: here; lower bar: all sites.",
    /* the report: balance */
    [PHRASE_REPORT_ASK_ROLES_EACH] = "How many roles does each person hold?",
    [PHRASE_REPORT_ASK_HOURS_USED] = "How much of the hours they give do people use?",
    [PHRASE_REPORT_ROLES_TITLE] = "People by the number of roles they hold",
    [PHRASE_REPORT_HOURS_TITLE] = "People by the part of their hours that is used",
    [PHRASE_REPORT_BALANCE_SPREAD] =
        "{serving} of {staff} staff {serving|has|have} a part; {n} {n|holds|hold} one role, {more} {more|holds|hold} several.",
    [PHRASE_REPORT_BALANCE_LIMIT] = "{n} {n|person|people} can take no other role: {groups} {groups|is|are} in as many groups "
                                    "as they may be, {hours} {hours|has|have} fewer hours left than any role takes.",
    [PHRASE_REPORT_BALANCE_LIMIT_NONE] = "Everybody with a part could take another role, by their hours and groups.",
    [PHRASE_REPORT_BALANCE_LIMIT_MORE] = "{n} more are in the table of people.",
    [PHRASE_REPORT_LIMIT_GROUPS] = "{n} {n|group|groups}",
    [PHRASE_REPORT_ASK_LIMIT] = "Who is at the limit?",
    [PHRASE_REPORT_ASK_SHARES] = "Are those who serve, and those who lead, made up as the staff is?",
    [PHRASE_REPORT_SHARES_NOTE] =
        "Upper bar: share of the staff. Middle: share of those with a part. Lower: share of the leading roles.",
    [PHRASE_REPORT_SHARES_NONE] =
        "Nothing is known in which people differ but for their answers: no position, site, grade or other field.",
    [PHRASE_REPORT_SHARES_MORE] = "{n} more {n|value is|values are} in leading.csv, of no more people than these.",
    [PHRASE_REPORT_SHARES_FIELDS] = "Fields not shown here: {n}; leading.csv has them.",
    [PHRASE_REPORT_SHARES_BLANK] = "not told",
    [PHRASE_REPORT_ASK_LEADING] = "Does expertise decide who leads, or rank?",
    [PHRASE_REPORT_LEADING_NONE] = "Nobody leads.",
    [PHRASE_REPORT_LEADING_ABOVE] =
        "{roles} of {all_roles} leading {all_roles|role|roles} ({roles_percent}%) {roles|is|are} held by people with {field} "
        "{value}, who are {staff} of {all_staff} staff ({staff_percent}%): the furthest above their share.",
    [PHRASE_REPORT_LEADING_BELOW] =
        "{roles} of {all_roles} leading {all_roles|role|roles} ({roles_percent}%) {roles|is|are} held by people with {field} "
        "{value}, who are {staff} of {all_staff} staff ({staff_percent}%): the furthest below their share.",
    [PHRASE_REPORT_LEADING_HOW] =
        "The pairs: each leader beside those to whom the same role is open by the plan's rules, whose hours and limits leave "
        "room for it, and who lead nothing in that group. 50 of 100 is what chance would bring. Equal pairs count half.",
    [PHRASE_REPORT_LEADING_MERIT_HOW] = "Take a leader, and someone who might hold that role and does not lead there: in {n} "
                                        "of 100 such pairs the leader has more skill and interest",
    [PHRASE_REPORT_LEADING_YEARS_HOW] = "By length of service ({field}) the leader has more in {n} of 100",
    [PHRASE_REPORT_LEADING_TIES] = ", in {n} as much",
    [PHRASE_REPORT_LEADING_VERDICT] = ". {seats} of {all} leading {all|role|roles} could be compared. {verdict}",
    [PHRASE_REPORT_LEADING_UNDECIDED] = "That is too few to say what decides.",
    [PHRASE_REPORT_LEADING_FEW] = " There are {pairs} {pairs|pair|pairs} only, so that this says little.",
    [PHRASE_REPORT_LEADING_MERIT_HIGH] = "Expertise decides.",
    [PHRASE_REPORT_LEADING_MERIT_SOME] = "Expertise counts, and other rules of the plan do too.",
    [PHRASE_REPORT_LEADING_MERIT_CHANCE] = "That is about as by chance: other rules of the plan decide.",
    [PHRASE_REPORT_LEADING_MERIT_LOW] = "Those who lead have less of it than those who might.",
    [PHRASE_REPORT_LEADING_YEARS_HIGH] = "Those who serve longer lead far more often.",
    [PHRASE_REPORT_LEADING_YEARS_SOME] = "Those who serve longer lead somewhat more often.",
    [PHRASE_REPORT_LEADING_YEARS_NAME] = "Length of service ({field})",
    [PHRASE_REPORT_LEADING_MORE_MERIT] = "Skill and interest tell more about who leads than length of service.",
    [PHRASE_REPORT_LEADING_MORE_YEARS] = "Length of service tells more about who leads than skill and interest.",
    [PHRASE_REPORT_LEADING_YEARS_CHANCE] = "That is about as by chance: length of service does not decide.",
    [PHRASE_REPORT_LEADING_YEARS_LOW] = "Those who serve less long lead more often.",
    [PHRASE_REPORT_LEADING_ALL] = "The pairs are those of all sites together.",
    [PHRASE_REPORT_LEADING_TITLE] = "How often the one who leads has more, ties counted half",
    [PHRASE_REPORT_LEADING_DESC] = "{name}: {n} of 100. ",
    [PHRASE_REPORT_LEADING_MERIT_NAME] = "Skill and interest",
    [PHRASE_REPORT_LEADING_NO_PAIRS] = "Nobody who might lead does not, so that leaders cannot be compared with others.",
};
