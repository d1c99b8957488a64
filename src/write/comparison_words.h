/* comparison_words.h: the sentences about a comparison that its table and its page share. Where there is no memory a text is
 * NULL, or remembered in the buffer. */
#ifndef WRITE_COMPARISON_WORDS_H
#define WRITE_COMPARISON_WORDS_H

#include "base/text_buffer.h"
#include "explain/comparison.h"

const char *comparison_hours(int64_t hundredths, Arena *arena);   /* "3.5", "-0.25" */
const char *comparison_signed(int64_t number, Arena *arena);      /* "+1,234", "-5", "0" */
const char *comparison_files(const Comparison *at, Arena *arena); /* "groups.csv (edited), pins.csv (new)" */

/* That the results are equal, and whether their inputs are. */
void comparison_equal_add(TextBuffer *out, const Comparison *at);

/* The settings that count the totals and differ, "" where there are none. */
const char *comparison_measure(const Comparison *at, Arena *arena);

/* That a result is not proved the best; nothing where it is. */
bool comparison_proved(const ResultFacts *facts);
void comparison_unproved_add(TextBuffer *out, const ResultFacts *facts);

/* What is short; how many are opened, grown, lessened, closed and kept; and one of these. */
const char *comparison_shortage(const FactShortage *at, Arena *arena);
void comparison_shortages_add(TextBuffer *out, const Comparison *at);
void comparison_shortage_add(TextBuffer *out, const ShortageChange *change);

/* Whether a role of the person changes, and whether one that leads does; whether a group comes, goes or changes members. */
bool person_changes(const PersonChange *person);
bool person_changes_lead(const PersonChange *person);
bool group_changes(const GroupChange *group);

/* Why: differences that are told one by one, in the order in which they are. */
typedef struct Cause {
    const InputDifference *difference;
    const char *price; /* in words; "" where none was asked */
    int place;
} Cause;

typedef struct Causes {
    Cause *items; /* what stands for many first, then known prices, the largest first */
    int n;
    int n_reading; /* rows that say how the surveys are read */
    bool priced;
} Causes;

CadreStatus comparison_causes(Causes *out, const Comparison *at, Arena *arena, CadreError *err);

/* What is worth exactly nothing by itself. */
bool cause_is_nothing(const Cause *cause);

/* Whether there is something to say of why inputs of a side cannot be read; of redacted results it is said once, of the first.
 */
bool comparison_faults_told(const Comparison *at, int side);

/* Why the inputs of a side (0: the first) cannot be read as they were; nothing where that is not told. */
void comparison_faults_add(TextBuffer *out, const Comparison *at, int side);

/* Whether inputs are missing that may well be in another folder. */
bool comparison_inputs_lost(const Comparison *at);

#endif
