/* comparison.h: what is otherwise in one result than in another, from the two folders alone; and why, where their inputs are
 * still there. */
#ifndef EXPLAIN_COMPARISON_H
#define EXPLAIN_COMPARISON_H

#include "model/file_changes.h"
#include "model/input_difference.h"
#include "model/people_match.h"
#include "model/result_facts.h"

typedef LIST(const FactSeat *) SeatList;
typedef LIST(const char *) NameTexts;

typedef struct PersonChange {
    const FactPerson *before, *after; /* NULL: not among the staff of that result; their keys differ where matched by name */
    SeatList lost, gained;            /* roles */
} PersonChange;

typedef struct GroupChange {
    const FactGroup *before, *after; /* NULL: no such group in that result */
    NameTexts gone, come;            /* people who have a role in it in one of the results only */
} GroupChange;

typedef enum ShortageChangeKind {
    SHORTAGE_OPENED,
    SHORTAGE_GROWN,
    SHORTAGE_LESSENED,
    SHORTAGE_CLOSED,
    SHORTAGE_KEPT
} ShortageChangeKind;

extern const char *const shortage_change_words[]; /* by kind */

typedef struct ShortageChange {
    ShortageChangeKind kind;
    const FactShortage *before, *after; /* NULL: met */
} ShortageChange;

typedef struct Load {
    int64_t staff, people, leaders, seats, most_groups, hours; /* people: with a role; hours in hundredths */
} Load;

enum { COMPARISON_MOST_PRICED = 40 }; /* differences of two results */

typedef struct Comparison {
    const ResultFacts *first, *other;
    bool same_seats, same_totals, same_shortages, same_settings, same_files;
    PeopleMatch matches;            /* by name */
    int n_by_row;                   /* of both, called by the row of their answer in a survey that is not the same */
    LIST(PersonChange) people;      /* of either result, by the key in the first, else in the other */
    LIST(GroupChange) groups;       /* of either result, by name */
    LIST(ShortageChange) shortages; /* of either result; opened first, kept last */
    FileChange *files;
    int n_files;
    Load load[2];
    InputsState inputs[2];
    InputDifferences differences; /* settings first; of sheets only where both inputs are there */
    int n_left_out;               /* that have a price, but were after the most that are priced */
} Comparison;

/**
 * Compare two results by their facts, and list the settings in force that differ. Errors: CADRE_NO_MEMORY. Cost O(rows).
 */
CadreStatus comparison_make(Comparison *out, const ResultFacts *first, const ResultFacts *other, Arena *arena, CadreError *err);

/* Whether nothing is otherwise in what the results say: assignments, totals and shortages. */
static inline bool comparison_equal(const Comparison *at) { return at->same_seats && at->same_totals && at->same_shortages; }

/* What somebody is called in all that is said of a comparison: the key in the first result, else in the other. */
static inline const char *person_change_key(const PersonChange *at) { return (at->before ? at->before : at->after)->person; }

/* The name of a person, or the key where there is none. */
const char *fact_person_name(const char *name, const char *key);

#endif
