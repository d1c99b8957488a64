/* plan_fixture.h: a small school whose staff half is made by hand, and plan sheets given as text, for the tests of plan_read.
 */
#ifndef TESTS_PLAN_FIXTURE_H
#define TESTS_PLAN_FIXTURE_H

#include "read/plan_read.h"
#include "scratch.h"

/* One member of staff; site is 0 Elm, 1 Oak, 2 Ash (where nobody is), -1 none. Texts may be NULL. */
typedef struct FixturePerson {
    const char *id, *email, *name;
    int site;
    const char *position, *grade;
    bool away;
    int levels[3]; /* Data, Literacy, Writing; 0 = no answer */
} FixturePerson;

typedef struct Fixture {
    Arena *arena;
    Messages *messages;
    Model *model;
    Settings settings;
    char folder[SCRATCH_SIZE];
    const char *text; /* all messages after fixture_read: "FILE:LINE:COLUMN: error: TEXT\n" */
} Fixture;

/* The standard staff: a1 Ana Ruiz (Elm, teacher, grade 3), b2 Ben (Elm, aide, 4), c3 Cy (Oak, teacher, 3), d4 Ana Ruiz (Oak,
 * coach, 5), e5 Eve (no site, office), f6 Fay (Elm, away, coach, grade 9). */
Fixture fixture_begin(void);
void fixture_sheet(const Fixture *fixture, const char *name, const char *text);
/* Topics that a survey asked about, `;`-separated; before fixture_read. */
void fixture_topics(Fixture *fixture, const char *topics);
void fixture_read(Fixture *fixture); /* settings_read and plan_read */
void fixture_end(Fixture *fixture);

int fixture_group(const Fixture *fixture, const char *name);                   /* fails the test where there is none */
int fixture_role(const Fixture *fixture, const char *group, const char *role); /* the same */
/* "lead 1-1 w3; member 0-* w1" */
const char *fixture_roles(const Fixture *fixture, const char *group);
/* "Data 3 w1; Literacy 4 w2" of a role's targets, and of its bars "Data 3" */
const char *fixture_targets(const Fixture *fixture, const char *group, const char *role);
const char *fixture_bars(const Fixture *fixture, const char *group, const char *role);

#endif
