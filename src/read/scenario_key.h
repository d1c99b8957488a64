/* scenario_key.h: how a scenario names a row of each sheet: by its starred columns joined by `/` in the sheet's order, blanks
 * kept; in needs with the role. Where several rows match, one column more tells them apart: the level in needs, the role in
 * pins (PERSON/GROUP/ROLE/RULE), the group in pairs (at the end), the survey in columns (at the front). A person is an id or an
 * e-mail. */
#ifndef READ_SCENARIO_KEY_H
#define READ_SCENARIO_KEY_H

#include "base/names.h"
#include "read/sheets.h"

enum { KEY_PARTS_MAX = 4, KEY_FORMS_MAX = 2 };

/* What a part of a key is, and so how it compares and what may be in it. */
typedef enum KeyPartKind {
    PART_NAME,   /* any text, compared as a name */
    PART_WORD,   /* the same without `/` */
    PART_HEADER, /* any text, compared as a header */
    PART_FIELD,  /* the same without `/` */
    PART_GROUP,  /* a group, kind:NAME, * or blank */
    PART_ROLE,   /* a role's name or blank */
    PART_NUMBER,
    PART_FILE, /* a file's name with its extension, or blank */
} KeyPartKind;

typedef struct KeyPart {
    int column; /* of the sheet's spec */
    KeyPartKind kind;
} KeyPart;

typedef struct KeyForm {
    int n;
    KeyPart parts[KEY_PARTS_MAX];
} KeyForm;

typedef struct KeyForms {
    bool once; /* two rows of one key are an error */
    int n;
    KeyForm forms[KEY_FORMS_MAX];
} KeyForms;

extern const KeyForms key_forms[SHEET_COUNT];

/* "group/role/skill or group/role/skill/level"; NULL where there is no memory. */
const char *key_describe(SheetKind kind, Arena *arena);

/* Whether `key` is the key of a row with these cells, cut as the `/` in the cells say. */
CadreStatus key_fits(bool *fits, const KeyForm *form, const char *const cells[/*form->n*/], const char *key, Arena *arena,
                     CadreError *err);

/* A key cut into the cells of a new row. */
typedef struct KeySplit {
    const KeyForm *form;
    const char *cells[KEY_PARTS_MAX];
} KeySplit;

/**
 * Cut the key of a new row. Of the cuts whose parts can be what they stand for (a known group, a known role, a number) that
 * with the fewest `/` inside parts is taken, then that with the longest group; where there is none, the one without `/` inside
 * parts. out->form is NULL where there is none of these either. Errors: CADRE_NO_MEMORY. Cost O(cuts).
 */
CadreStatus key_split(KeySplit *out, SheetKind kind, const char *key, const Names *groups, const Names *roles, Arena *arena,
                      CadreError *err);

#endif
