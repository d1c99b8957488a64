/* identity.h: which rows of the roster and of the surveys are one person (DESIGN section 3, "Surveys"). */
#ifndef READ_IDENTITY_H
#define READ_IDENTITY_H

#include "read/scales.h"
#include "read/vocabulary.h"

enum { IDENTITY_ID, IDENTITY_EMAIL, IDENTITY_NAME, IDENTITY_KINDS };

/* The roster or a survey, and which of its columns say who a row is. Several columns of names (first name, last name) are
 * joined by a blank in their order; several of ids or e-mails must agree. */
typedef struct IdentitySource {
    const Table *table; /* NULL: there is none (no roster) */
    bool is_roster;
    const int *columns[IDENTITY_KINDS];
    int n_columns[IDENTITY_KINDS];
} IdentitySource;

/* A survey row of a person. */
typedef struct IdentityRow {
    int source, row;
    int name; /* Identities.names; -1 where the row has none */
} IdentityRow;

typedef struct Identity {
    const char *key;        /* what results print */
    const char *id, *email; /* "" where unknown; e-mail in lower case */
    int name;               /* Identities.names, the roster's or else the least; -1 where unknown */
    int roster_row;         /* -1: not on the roster */
    int first_row, n_rows;  /* Identities.rows */
    Origin origin;          /* the roster row, else the first survey row */
} Identity;

typedef struct Identities {
    Identity *people; /* sorted by key bytewise */
    int n_people;
    IdentityRow *rows; /* by person, source, row */
    Vocabulary *names;
} Identities;

/**
 * sources: the roster first, then the surveys in their order. Problems are messages, with warnings for rows left out, people
 * joined by name alone, two names of one person and answers of people who are not on the roster. All but `people`, `rows` and
 * the texts in them lives in `scratch`. Errors: CADRE_NO_MEMORY. Cost O(rows log rows).
 */
CadreStatus identity_read(Identities *out, const IdentitySource sources[], int n_sources, const Scales *scales, Arena *arena,
                          Arena *scratch, Messages *messages, CadreError *err);

#endif
