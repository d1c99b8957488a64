/* verify_case.h: a made-up school with one right result, for the tests of the judge. Every number of the result was worked out
 * by hand from the contract. */
#ifndef TESTS_VERIFY_CASE_H
#define TESTS_VERIFY_CASE_H

#include "model/model.h"
#include "model/result_files.h"

enum { CASE_ASSIGNMENTS, CASE_GROUPS, CASE_PEOPLE, CASE_SHORTAGES, CASE_LEADING, CASE_JSON, N_CASE_FILES };

enum { ANA, BEN, CY, DEE };                                                  /* staff */
enum { ATTENDANCE, LITERACY };                                               /* groups */
enum { ATTENDANCE_LEAD, ATTENDANCE_MEMBER, LITERACY_LEAD, LITERACY_MEMBER }; /* roles */

typedef struct VerifyCase {
    Model model;
    const char *text[N_CASE_FILES]; /* may be replaced before verify_case_files */
} VerifyCase;

/* All of it lives in the arena and may be changed there. */
VerifyCase *verify_case_create(Arena *arena);

/* Give a person one pin more. */
void verify_case_pin(VerifyCase *school, PinRule rule, int person, int role);

/* The texts as the judge gets them: cells split at commas and lines; short rows filled with blanks, long ones cut. */
ResultFiles verify_case_files(const VerifyCase *school, Arena *arena);

/* Messages heard, and whether the one that is looked for was among them. */
typedef struct VerifyHeard {
    const char *file, *text; /* what is looked for; the text is a part of it */
    int line, column;
    int n;
    bool found, bad_style;
    char all[8192];
} VerifyHeard;

/* Judge the case; every message must be one line that says what was expected. */
void verify_case_judge(const VerifyCase *school, Arena *arena, VerifyHeard *heard);

/* The case must pass, or there must be a message at this place that holds this text. */
void verify_case_expect_right(const VerifyCase *school, Arena *arena);
void verify_case_expect(const VerifyCase *school, Arena *arena, const char *file, int line, int column, const char *text);

/* `text` with the first `old` replaced; NULL where there is none. */
const char *verify_case_replace(Arena *arena, const char *text, const char *old, const char *fresh);

#endif
