/* staff_attributes.h: sites and attributes of staff: gathered person by person, numbered when all sites are known. */
#ifndef READ_STAFF_ATTRIBUTES_H
#define READ_STAFF_ATTRIBUTES_H

#include "read/people_reader.h"

/* An attribute but site, of one person. */
typedef struct OwnAttribute {
    int person;
    Attribute attribute;
} OwnAttribute;

typedef struct StaffAttributes {
    PeopleReader *reader;
    int person;             /* whose attributes are being added */
    int *site;              /* [n_staff] provisional, -1 */
    LIST(OwnAttribute) own; /* by person */
    int *closed_for;        /* [fields] person + 1 for whom the roster has spoken on the field */
    int *seen_for;          /* [fields] person + 1 who has a value of the field */
} StaffAttributes;

CadreStatus attributes_create(StaffAttributes *out, PeopleReader *reader);
void attributes_begin(StaffAttributes *attributes, int person, int site);
CadreStatus attributes_add(StaffAttributes *attributes, int field, int value);
CadreStatus attributes_add_only(StaffAttributes *attributes, int field, int value); /* the roster's: beats all others */
bool attributes_closed(const StaffAttributes *attributes, int field);               /* the roster has spoken */

/* Model.sites, Person.site, position and attributes: the person's own, and of their site what they have none of. Where there is
 * one site only, it is everyone's. */
CadreStatus attributes_finish(StaffAttributes *attributes);

#endif
