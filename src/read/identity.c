#include "read/identity.h"

#include <stdlib.h>
#include <string.h>

#include "read/records.h"

/* Join the records that share an id or an e-mail; two ids under one e-mail are an error. */
static CadreStatus join_by_id_and_email(RecordSet *records, CadreError *err)
{
    int *with_id = ARENA_ARRAY(records->scratch, int, vocabulary_count(records->ids) + 1);
    int *with_email = ARENA_ARRAY(records->scratch, int, vocabulary_count(records->emails) + 1);
    int *id_of_email = ARENA_ARRAY(records->scratch, int, vocabulary_count(records->emails) + 1);
    if (!with_id || !with_email || !id_of_email) return error_no_memory(err);
    for (int i = 0; i < records->n; i++) { /* the three hold a record's number + 1 */
        const Record *record = &records->items[i];
        if (record->id >= 0) {
            int *first = &with_id[record->id];
            if (*first) records_join(records, *first - 1, i);
            if (!*first) *first = i + 1;
        }
        if (record->email < 0) continue;
        int *first = &with_email[record->email], *known = &id_of_email[record->email];
        if (*first) records_join(records, *first - 1, i);
        if (!*first) *first = i + 1;
        if (record->id < 0) continue;
        if (!*known) *known = i + 1;
        const Record *other = &records->items[*known - 1];
        if (other->id == record->id) continue;
        Origin there = record_origin(records, *known - 1);
        messages_add(records->messages, CADRE_ERROR, record_place(records, i, IDENTITY_ID),
                     "the e-mail \"%.100s\" has the id \"%.100s\" here and \"%.100s\" in %s:%d; expected one id for an e-mail",
                     vocabulary_spelling(records->emails, record->email), vocabulary_spelling(records->ids, record->id),
                     vocabulary_spelling(records->ids, other->id), there.file, there.line);
    }
    return CADRE_OK;
}

/* A name that the records of one person have. */
typedef struct NamedRoot {
    int root, name, record;
} NamedRoot;

static int by_root_name(const void *left, const void *right)
{
    const NamedRoot *a = left, *b = right;
    if (a->root != b->root) return a->root < b->root ? -1 : 1;
    if (a->name != b->name) return a->name < b->name ? -1 : 1;
    return (a->record > b->record) - (a->record < b->record);
}

/* Warn of each person whom one id or e-mail gives several names. */
static CadreStatus tell_two_names(const RecordSet *records, CadreError *err)
{
    NamedRoot *named = ARENA_ARRAY(records->scratch, NamedRoot, records->n + 1);
    if (!named) return error_no_memory(err);
    int n = 0;
    for (int i = 0; i < records->n; i++)
        if (records->items[i].name >= 0) named[n++] = (NamedRoot){record_root(records, i), records->items[i].name, i};
    if (n) qsort(named, (size_t)n, sizeof *named, by_root_name);
    for (int i = 1, first = 0; i < n; i++) {
        if (named[i].root != named[i - 1].root) first = i;
        if (first == i || named[i].name == named[i - 1].name) continue;
        bool later = named[i].record > named[first].record; /* tell it of the row that comes second */
        int here = named[later ? i : first].record, other = named[later ? first : i].record;
        Origin there = record_origin(records, other);
        messages_add(records->messages, CADRE_WARNING, record_place(records, here, IDENTITY_NAME),
                     "\"%.100s\" is \"%.100s\" in %s:%d; expected one name for an id or e-mail",
                     vocabulary_spelling(records->names, records->items[here].name),
                     vocabulary_spelling(records->names, records->items[other].name), there.file, there.line);
    }
    return CADRE_OK;
}

/* Of two values of a person the roster's, else the one with the lesser spelling. */
static void keep_value(int *best, int number, bool is_roster, const Vocabulary *vocabulary)
{
    if (number < 0) return;
    if (*best < 0 || is_roster || strcmp(vocabulary_spelling(vocabulary, number), vocabulary_spelling(vocabulary, *best)) < 0)
        *best = number;
}

/* A person under construction. */
typedef struct Draft {
    Identity identity;
    int id, email, first_record;
    bool roster_email, roster_name;
    int next_row; /* Identities.rows */
} Draft;

static void draft_add(Draft *draft, const RecordSet *records, int number)
{
    const Record *record = &records->items[number];
    bool is_roster = records->sources[record->source].is_roster;
    keep_value(&draft->id, record->id, is_roster, records->ids);
    if (is_roster || !draft->roster_email) keep_value(&draft->email, record->email, is_roster, records->emails);
    if (is_roster || !draft->roster_name) keep_value(&draft->identity.name, record->name, is_roster, records->names);
    draft->roster_email |= is_roster && record->email >= 0;
    draft->roster_name |= is_roster && record->name >= 0;
    if (!is_roster) {
        draft->identity.n_rows++;
        return;
    }
    if (draft->identity.roster_row >= 0)
        messages_add(records->messages, CADRE_ERROR, record_place(records, number, IDENTITY_KINDS),
                     "the person is on the roster in line %d already; expected one row for each",
                     record_origin(records, draft->first_record).line);
    else
        draft->identity.roster_row = record->row;
}

/* The key: id, else e-mail, else name, else the survey and the row. NULL where there is no memory. */
static const char *draft_key(const Draft *draft, const RecordSet *records, Arena *arena)
{
    if (draft->id >= 0) return arena_copy(arena, vocabulary_spelling(records->ids, draft->id));
    if (draft->email >= 0) return arena_copy(arena, vocabulary_spelling(records->emails, draft->email));
    if (draft->identity.name >= 0) return arena_copy(arena, vocabulary_spelling(records->names, draft->identity.name));
    const Record *record = &records->items[draft->first_record];
    const Table *table = records->sources[record->source].table;
    return arena_print(arena, "%s-%d", table->base_name, table->row_number[record->row]);
}

static CadreStatus draft_finish(Draft *draft, const RecordSet *records, Arena *arena, CadreError *err)
{
    Identity *identity = &draft->identity;
    identity->key = draft_key(draft, records, arena);
    identity->id = draft->id >= 0 ? arena_copy(arena, vocabulary_spelling(records->ids, draft->id)) : "";
    identity->email = draft->email >= 0 ? arena_copy(arena, vocabulary_spelling(records->emails, draft->email)) : "";
    identity->origin = record_origin(records, draft->first_record);
    return identity->key && identity->id && identity->email ? CADRE_OK : error_no_memory(err);
}

static int by_draft_key(const void *left, const void *right)
{
    const Draft *a = left, *b = right;
    int order = strcmp(a->identity.key, b->identity.key);
    return order ? order : (a->first_record > b->first_record) - (a->first_record < b->first_record);
}

/* One draft for each root, in the order of their first records. person_of: [records], -1 for refused ones. */
static CadreStatus make_drafts(Draft **out, int *n_out, int person_of[], const RecordSet *records, Arena *arena,
                               CadreError *err)
{
    Draft *drafts = ARENA_ARRAY(records->scratch, Draft, records->n + 1);
    if (!drafts) return error_no_memory(err);
    int n = 0;
    for (int i = 0; i < records->n; i++) {
        int root = record_root(records, i);
        person_of[i] = -1;
        if (records->items[i].refused) continue;
        person_of[i] = root == i ? n++ : person_of[root];
        Draft *draft = &drafts[person_of[i]];
        if (root == i) *draft = (Draft){.id = -1, .email = -1, .first_record = i, .identity = {.name = -1, .roster_row = -1}};
        draft_add(draft, records, i);
    }
    for (int i = 0; i < n; i++) TRY(draft_finish(&drafts[i], records, arena, err));
    *out = drafts;
    *n_out = n;
    return CADRE_OK;
}

/* Warn of people who answer but are not on the roster, where there is one, and refuse two people of one key. */
static CadreStatus check_people(const Draft *drafts, int n, const RecordSet *records, CadreError *err)
{
    Names *keys = names_create(records->scratch, NAME_STYLE_NAME);
    if (!keys) return error_no_memory(err);
    bool has_roster = records->n_sources > 0 && records->sources[0].is_roster && records->sources[0].table;
    for (int i = 0; i < n; i++) {
        const Identity *identity = &drafts[i].identity;
        Origin place = record_place(records, drafts[i].first_record, IDENTITY_KINDS);
        if (has_roster && identity->roster_row < 0)
            messages_add(records->messages, CADRE_WARNING, place,
                         "\"%.100s\" is not on the roster and is counted as staff; expected a row in people.csv",
                         identity->key);
        int count = names_count(keys), number = names_add(keys, identity->key);
        if (number < 0) return error_no_memory(err);
        if (number < count)
            messages_add(
                records->messages, CADRE_ERROR, place,
                "two people are called \"%.100s\"; expected different ids, e-mails or names (and surveys of different names)",
                identity->key);
    }
    return CADRE_OK;
}

/* The survey rows of each person, in the order of records. */
static void place_rows(Draft drafts[], int n_people, const int place_of[], IdentityRow rows[], const int person_of[],
                       const RecordSet *records)
{
    for (int person = 0, first = 0; person < n_people; person++) {
        drafts[person].identity.first_row = drafts[person].next_row = first;
        first += drafts[person].identity.n_rows;
    }
    for (int i = 0; i < records->n; i++) {
        const Record *record = &records->items[i];
        if (person_of[i] < 0 || records->sources[record->source].is_roster) continue;
        rows[drafts[place_of[person_of[i]]].next_row++] = (IdentityRow){record->source, record->row, record->name};
    }
}

static CadreStatus make_people(Identities *out, RecordSet *records, Arena *arena, CadreError *err)
{
    int *person_of = ARENA_ARRAY(records->scratch, int, records->n + 1);
    int *place_of = ARENA_ARRAY(records->scratch, int, records->n + 1);
    IdentityRow *rows = ARENA_ARRAY(arena, IdentityRow, records->n + 1);
    if (!person_of || !place_of || !rows) return error_no_memory(err);
    Draft *drafts = NULL;
    int n = 0;
    TRY(make_drafts(&drafts, &n, person_of, records, arena, err));
    Identity *people = ARENA_ARRAY(arena, Identity, n + 1);
    if (!people) return error_no_memory(err);

    int *draft_of_record = ARENA_ARRAY(records->scratch, int, records->n + 1); /* first record -> draft before sorting */
    if (!draft_of_record) return error_no_memory(err);
    for (int i = 0; i < n; i++) draft_of_record[drafts[i].first_record] = i;
    if (n) qsort(drafts, (size_t)n, sizeof *drafts, by_draft_key);
    for (int i = 0; i < n; i++) place_of[draft_of_record[drafts[i].first_record]] = i;
    TRY(check_people(drafts, n, records, err));
    place_rows(drafts, n, place_of, rows, person_of, records);
    for (int i = 0; i < n; i++) people[i] = drafts[i].identity;
    *out = (Identities){people, n, rows, records->names};
    return CADRE_OK;
}

CadreStatus identity_read(Identities *out, const IdentitySource sources[], int n_sources, const Scales *scales, Arena *arena,
                          Arena *scratch, Messages *messages, CadreError *err)
{
    RecordSet records = {
        .sources = sources, .n_sources = n_sources, .scales = scales, .scratch = scratch, .messages = messages};
    TRY(records_gather(&records, err));
    TRY(record_ids_check(&records, err));
    TRY(join_by_id_and_email(&records, err));
    TRY(tell_two_names(&records, err));
    TRY(record_names_join(&records, err));
    return make_people(out, &records, arena, err);
}
