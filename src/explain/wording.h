/* wording.h: every phrase in which Cadre explains a result, in one table, plain and ready to be translated.
 *
 * A phrase holds places, `{person}`, which the caller fills by name, in any order; a place that the caller does not fill stands
 * for a fault of ours. `{n|seat|seats}` becomes "seat" where `n` is "1", else "seats". */
#ifndef EXPLAIN_WORDING_H
#define EXPLAIN_WORDING_H

#include "base/text_buffer.h"

typedef enum Phrase {
    /* what a shortage is */
    PHRASE_SHORT_ROLE,
    PHRASE_SHORT_SIZE,
    PHRASE_SHORT_COVERAGE,
    PHRASE_SHORT_COVERAGE_ROLE,
    PHRASE_SHORT_MIX_FEW,
    PHRASE_SHORT_MIX_MANY,

    /* who comes nearest to mending it */
    PHRASE_NEAR,
    PHRASE_NEAR_LEVEL,
    PHRASE_NEAR_BARRED,
    PHRASE_NEAR_TRAIN,
    PHRASE_NEAR_NO_LEVEL,
    PHRASE_NEAR_NO_VALUE,
    PHRASE_NEAR_NOBODY_ROLE,
    PHRASE_NEAR_NOBODY_JOINS,
    PHRASE_NEAR_TOO_MANY,

    /* what to do */
    PHRASE_AND,
    PHRASE_OR,
    PHRASE_DO_LEVEL,
    PHRASE_DO_HOURS,
    PHRASE_DO_MAX_GROUPS,
    PHRASE_DO_MAX_LEADS,
    PHRASE_DO_POSITION,
    PHRASE_DO_MEETS,
    PHRASE_DO_ROLE_MIN,
    PHRASE_DO_MIN_SIZE,
    PHRASE_DO_PEOPLE,
    PHRASE_DO_MIX_MIN,
    PHRASE_DO_MIX_MAX,
    PHRASE_DO_NO_ROLE,
    PHRASE_DO_NO_PEOPLE,
    PHRASE_DO_NO_MIX,
    PHRASE_DO_UNPIN,
    PHRASE_DO_OUTSIDE,
    PHRASE_PROFILE_FIRST,
    PHRASE_PROFILE_NEXT,
    PHRASE_PROFILE_FIELD_FIRST,
    PHRASE_PROFILE_FIELD_NEXT,

    /* what would come of it */
    PHRASE_MOVE_CHANGE,
    PHRASE_MOVE_TAKE,
    PHRASE_MOVE_TAKE_TOO,
    PHRASE_MOVE_LEAVE,
    PHRASE_SHORT_NEW,
    PHRASE_SHORT_GONE,
    PHRASE_PRICE_NONE,
    PHRASE_PRICE,
    PHRASE_PRICE_BETWEEN,
    PHRASE_PRICE_BETTER,
    PHRASE_PRICE_SHORTAGES,
    PHRASE_PRICE_FLOOR,
    PHRASE_NOT_POSSIBLE,
    PHRASE_NOT_POSSIBLE_AS,
    PHRASE_NOT_KNOWN,
    PHRASE_NOT_ASKED,

    /* why not */
    PHRASE_WHY_NOT,
    PHRASE_HOLDS_IT,
    PHRASE_BARRED_AWAY,
    PHRASE_BARRED_SITE,
    PHRASE_BARRED_POSITION,
    PHRASE_BARRED_LEVEL,
    PHRASE_BARRED_NEVER,
    PHRASE_MAY_HOLD,
    PHRASE_ALONE,
    PHRASE_THEN,
    PHRASE_WOULD_TAKE,
    PHRASE_WAY_SUFFICES,
    PHRASE_WAY_COSTS,
    PHRASE_WAY_NOT_ENOUGH,
    PHRASE_WAY_OPEN,
    PHRASE_WAY_NOT,
    PHRASE_WAYS_OTHER,
    PHRASE_NO_WAY,

    /* seats of a group */
    PHRASE_SEAT,
    PHRASE_ABLE,
    PHRASE_ABLE_NONE,
    PHRASE_REPLACED_BY,
    PHRASE_REPLACED_PERHAPS,
    PHRASE_REPLACED_BY_NONE,
    PHRASE_LOSS_NOT_POSSIBLE,

    /* repairs */
    PHRASE_REPAIRS,
    PHRASE_REPAIR_GAIN,
    PHRASE_REPAIR_GAIN_LEAST,
    PHRASE_REPAIR_UNMET,
    PHRASE_REPAIRS_NONE,
    PHRASE_REPAIRS_NOT_ASKED,
    PHRASE_REPAIRS_COUNT,
    PHRASE_REPAIR_BEST,
    PHRASE_REPAIRS_LEFT,
    PHRASE_REPAIRS_LEFT_ALL,
    PHRASE_SHORT_COST,
    PHRASE_NO_SHORTAGE,

    /* a page */
    PHRASE_HELD,
    PHRASE_POINTS,
    PHRASE_BASE_UNPROVED,

    /* who leads */
    PHRASE_LEADING_ABOVE,
    PHRASE_LEADING_BELOW,
    PHRASE_LEADING_MERIT,
    PHRASE_LEADING_MERIT_FEW,
    PHRASE_LEADING_YEARS,
    PHRASE_LEADING_YEARS_FEW,
    PHRASE_LEADING_EQUAL,
    PHRASE_LEADING_LEFT_OUT,
    /* what keeps a person from one role more; they go on from the person's name */
    PHRASE_OBSTACLE_NONE,
    PHRASE_OBSTACLE_HOURS,
    PHRASE_OBSTACLE_GROUPS,
    PHRASE_OBSTACLE_GROUPS_NONE,
    PHRASE_OBSTACLE_LEADS,
    PHRASE_OBSTACLE_LEADS_NONE,
    PHRASE_OBSTACLE_SLOT,
    PHRASE_OBSTACLE_ROLE_FULL,
    PHRASE_OBSTACLE_GROUP_FULL,
    PHRASE_OBSTACLE_IN_GROUP,
    /* facts about a person and a role; they go on from the person's name */
    PHRASE_FACT_LEVEL,
    PHRASE_FACT_LEVEL_NEXT,
    PHRASE_FACT_NO_LEVEL,
    PHRASE_FACT_NO_LEVEL_NEXT,
    PHRASE_FACT_RATED,
    PHRASE_FACT_CHOICE_FIRST, /* to the fifth, in this order */
    PHRASE_FACT_CHOICE_SECOND,
    PHRASE_FACT_CHOICE_THIRD,
    PHRASE_FACT_CHOICE_FOURTH,
    PHRASE_FACT_CHOICE_FIFTH,
    PHRASE_FACT_SKILL_INTEREST,
    PHRASE_FACT_NO_SKILL_INTEREST,
    PHRASE_FACT_MEAN_INTEREST,
    PHRASE_FACT_NO_INTEREST,
    PHRASE_FACT_PREFERRED,
    PHRASE_FACT_SAME_LAST,
    PHRASE_FACT_GROUP_LAST,
    PHRASE_FACT_NOT_LAST,
    /* the reason of an assignment: its clauses */
    PHRASE_REASON_LEVEL_FIRST,
    PHRASE_REASON_LEVEL_NEXT,
    PHRASE_REASON_NO_LEVEL,
    PHRASE_REASON_NO_ANSWER,
    PHRASE_REASON_NO_SKILL,
    PHRASE_REASON_COMMA,
    PHRASE_REASON_CLAUSE,
    PHRASE_REASON_END,
    PHRASE_REASON_LEARN,
    PHRASE_REASON_PREFER,
    PHRASE_REASON_MUST,
    PHRASE_REASON_COVERS,
    PHRASE_REASON_MIXES,
    PHRASE_REASON_GIVES_UP,
    /* what sets a holder apart from the best person not chosen */
    PHRASE_RIVAL_NOBODY,
    PHRASE_RIVAL_AHEAD,
    PHRASE_RIVAL_AHEAD_POINTS,
    PHRASE_RIVAL_MORE_POINTS,
    PHRASE_RIVAL_AS_MANY_POINTS,
    PHRASE_RIVAL_BUT,
    PHRASE_RIVAL_IN_GROUP_CLOSED,
    PHRASE_RIVAL_IN_GROUP_BEHIND,
    PHRASE_RIVAL_IN_GROUP_LIMIT,
    PHRASE_RIVAL_IN_GROUP_MUST,
    PHRASE_RIVAL_IN_GROUP_PINNED,
    PHRASE_RIVAL_IN_GROUP_EVEN,
    PHRASE_RIVAL_IN_GROUP_OTHER,
    PHRASE_RIVAL_MUST,
    PHRASE_RIVAL_APART,
    PHRASE_RIVAL_TOGETHER,
    PHRASE_RIVAL_TOGETHER_OWN,
    PHRASE_RIVAL_CHANGES,
    PHRASE_RIVAL_COVERAGE_NONE,
    PHRASE_RIVAL_COVERAGE_FEW,
    PHRASE_RIVAL_COVERAGE_ROLE_NONE,
    PHRASE_RIVAL_COVERAGE_ROLE_FEW,
    PHRASE_RIVAL_MIX_NONE,
    PHRASE_RIVAL_MIX_FEW,
    PHRASE_RIVAL_MIX_MANY,
    PHRASE_RIVAL_OTHER_ROLES,
    PHRASE_RIVAL_OTHER_ROLES_NONE,
    PHRASE_RIVAL_UNANSWERED,
    PHRASE_RIVAL_DRAW,
    PHRASE_RIVAL_CHANGED,
    PHRASE_RIVAL_EVEN_DRAW,
    PHRASE_RIVAL_EVEN_CHANGED,
    PHRASE_RIVAL_OPEN,
    /* the reason of a person: their load, or what kept them from the role that suits them best */
    PHRASE_PERSON_LOAD,
    PHRASE_PERSON_AWAY,
    PHRASE_PERSON_NO_GROUP,
    PHRASE_PERSON_NO_ROLE,
    PHRASE_PERSON_NOTHING_KNOWN,
    PHRASE_PERSON_SUITS,
    PHRASE_PERSON_BEHIND,
    PHRASE_PERSON_BEHIND_ALL,
    PHRASE_PERSON_BEHIND_POINTS,
    PHRASE_PERSON_BESIDE,
    PHRASE_PERSON_GROUP_FULL,
    PHRASE_PERSON_MIX,
    PHRASE_PERSON_ADDS_NOTHING,
    PHRASE_PERSON_OPEN,
    /* what stands against a need */
    PHRASE_NEED_CAN_BE_MET,
    PHRASE_NEED_CAN_BE_MET_MORE,
    PHRASE_NEED_NOT_KNOWN,
    PHRASE_NEED_CONFLICT,
    PHRASE_NEED_NOT_LEAST,
    PHRASE_NEED_NONE_ROLE,
    PHRASE_NEED_NONE_SIZE,
    PHRASE_NEED_NONE_COVERAGE,
    PHRASE_NEED_NONE_MIX,
    PHRASE_NEED_FEW_ROLE,
    PHRASE_NEED_FEW_SIZE,
    PHRASE_NEED_FEW_COVERAGE,
    PHRASE_NEED_FEW_MIX,
    PHRASE_NEED_REACH_COVERAGE,
    PHRASE_NEED_REACH_MIX,
    PHRASE_NEED_BAR_AWAY,
    PHRASE_NEED_BAR_SITE,
    PHRASE_NEED_BAR_POSITION,
    PHRASE_NEED_BAR_MUST,
    PHRASE_NEED_BAR_NEVER,
    /* the sheet rows of a conflict */
    PHRASE_ROW_ROLE_MIN,
    PHRASE_ROW_SIZE_MIN,
    PHRASE_ROW_COVERAGE,
    PHRASE_ROW_COVERAGE_ROLE,
    PHRASE_ROW_MIX_MIN,
    PHRASE_ROW_MIX_MAX,
    PHRASE_ROW_ROLE_MAX,
    PHRASE_ROW_SIZE_MAX,
    PHRASE_ROW_TOGETHER,
    PHRASE_ROW_APART,
    PHRASE_ROW_CHANGES,
    PHRASE_ROW_HOURS,
    PHRASE_ROW_MAX_GROUPS,
    PHRASE_ROW_MAX_LEADS,
    PHRASE_ROW_LEADS_NOTHING,
    PHRASE_ROW_SLOTS,
    PHRASE_ROW_MUST_ROLE,
    PHRASE_ROW_MUST_GROUP,
    PHRASE_ROW_MUST_SOME,
    PHRASE_ROWS_HOURS,
    PHRASE_ROWS_MAX_GROUPS,
    PHRASE_ROWS_MAX_LEADS,
    PHRASE_ROW_PLACE,
    PHRASE_ROW_NEXT,
    PHRASE_ROW_LAST,
    PHRASES,
} Phrase;

/* What fills a place. A NULL text is memory that ran out, remembered in the buffer. */
typedef struct WordPlace {
    const char *name, *text;
} WordPlace;

/* Add a phrase. places: [n_places]. */
void words_add_n(TextBuffer *text, Phrase phrase, const WordPlace *places, int n_places);

#define words_add(text, phrase, ...)                                                                                           \
    words_add_n((text), (phrase), (const WordPlace[]){__VA_ARGS__},                                                            \
                (int)(sizeof((const WordPlace[]){__VA_ARGS__}) / sizeof(WordPlace)))

/* Add a phrase without places. */
static inline void words_add_plain(TextBuffer *text, Phrase phrase) { words_add_n(text, phrase, NULL, 0); }

/* A whole number for a place; NULL: no memory. */
const char *words_number(int64_t number, Arena *arena);

/* The same with separators of thousands: "1,234,567". */
const char *words_amount(int64_t amount, Arena *arena);

/* A sheet row, "needs.csv:3", without the folder, so that a result does not hang on how the plan was named; "" where there is
 * none. NULL: no memory. */
const char *words_row(Origin origin, Arena *arena);

/* " (needs.csv:3)", or "" where there is no place; NULL: no memory. */
const char *words_place(Origin origin, Arena *arena);

#endif
