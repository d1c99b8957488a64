/* people_case.h: surveys and plan sheets as text -> the staff half of a model, for the tests of reading people. */
#ifndef UNIT_PEOPLE_CASE_H
#define UNIT_PEOPLE_CASE_H

#include "read/people_read.h"
#include "unit/reading_support.h"

enum { PEOPLE_CASE_SURVEYS = 4 };

typedef struct PeopleCase {
    Reading reading;
    const char *surveys[PEOPLE_CASE_SURVEYS];
    int n_surveys;
    Model model;
    TopicOrigins topics;
    Responses responses;
    const char *messages;
} PeopleCase;

/* With a groups.csv of one group, "Team", of focus "Reading". */
void people_case_start(PeopleCase *people);
void people_case_end(PeopleCase *people);
void people_case_sheet(PeopleCase *people, const char *name, const char *text);  /* "people.csv" */
void people_case_survey(PeopleCase *people, const char *name, const char *text); /* in the command's order */
void people_case_read(PeopleCase *people);

/* The person of a key; the test fails where there is none. */
int people_case_person(const PeopleCase *people, const char *key);
int people_case_level(const PeopleCase *people, const char *key, const char *skill);
int people_case_interest(const PeopleCase *people, const char *key, const char *skill);
int people_case_rating(const PeopleCase *people, const char *key, const char *topic); /* LEVEL_NONE: not rated */
int people_case_choice(const PeopleCase *people, const char *key, const char *topic); /* 0: not chosen */
bool people_case_has(const PeopleCase *people, const char *key, const char *field, const char *value);

/* All keys joined by blanks. */
const char *people_case_keys(PeopleCase *people);

#endif
