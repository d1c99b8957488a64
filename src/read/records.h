/* records.h: rows of roster and surveys by what they say of who it is; private to identity.c and the records files. */
#ifndef READ_RECORDS_H
#define READ_RECORDS_H

#include "read/identity.h"

/* A row that is somebody's. */
typedef struct Record {
    int source, row;
    int id, email, name; /* RecordSet.ids, emails, names; -1 where it has none */
    int parent;          /* union-find over records: another record of the same person, or itself */
    bool refused;        /* nobody's: an error has been told */
} Record;

typedef struct RecordSet {
    const IdentitySource *sources;
    int n_sources;
    const Scales *scales;
    Arena *scratch;
    Messages *messages;
    Vocabulary *ids, *emails, *names;
    Record *items; /* by source, row */
    int n;
} RecordSet;

/* Every row with an identity, and every row of a survey that has no identity column. Errors: CADRE_NO_MEMORY. */
CadreStatus records_gather(RecordSet *records, CadreError *err);

/* Tell of ids that a spreadsheet has spoilt; those that are lost (1.23E+05) are their records' no more. Errors:
 * CADRE_NO_MEMORY. Cost O(records + ids). */
CadreStatus record_ids_check(RecordSet *records, CadreError *err);

/* Join people who share only a name; refuse rows with only a name that two people have. Errors: CADRE_NO_MEMORY. */
CadreStatus record_names_join(RecordSet *records, CadreError *err);

int record_root(const RecordSet *records, int record);
void records_join(RecordSet *records, int a, int b); /* the smaller root stays */
Origin record_origin(const RecordSet *records, int record);

/* The record's cell of a kind, or, where that is blank or the kind is IDENTITY_KINDS, its first cell that tells who it is. */
Origin record_place(const RecordSet *records, int record, int kind);

/* Whether the source's rows are people for want of any identity column. */
static inline bool source_is_anonymous(const IdentitySource *source)
{
    return source->n_columns[IDENTITY_ID] + source->n_columns[IDENTITY_EMAIL] + source->n_columns[IDENTITY_NAME] == 0;
}

#endif
