/* record_names.c: people who share a name but no id or e-mail. A name is theirs alone where no source gives it to two people
 * (known apart by id or e-mail) and they have not two ids; a chain of such names that would join two ids or two roster rows
 * joins nobody. */
#include <stdlib.h>

#include "read/records.h"

/* A person's use of a name in one source. */
typedef struct NameUse {
    int name, source, root, record;
} NameUse;

typedef struct NameJoiner {
    RecordSet *records;
    NameUse *uses; /* of rows with an id or e-mail, by name, source, root, record */
    int n_uses;
    int *root_id; /* [records] the id of a root's person, -1 */
    int *link;    /* [records] union-find over roots, by names */
    int *link_id; /* [records] of a link root: the one id, -1 none, -2 two */
    bool *link_roster, *link_bad;
    bool *shared;    /* [names] two people have it */
    int (*owner)[2]; /* [names] records of one or two people who have it, -1 */
} NameJoiner;

static int by_use(const void *left, const void *right)
{
    const NameUse *a = left, *b = right;
    if (a->name != b->name) return a->name < b->name ? -1 : 1;
    if (a->source != b->source) return a->source < b->source ? -1 : 1;
    if (a->root != b->root) return a->root < b->root ? -1 : 1;
    return (a->record > b->record) - (a->record < b->record);
}

static int link_root(const NameJoiner *joiner, int root)
{
    while (joiner->link[root] != root) root = joiner->link[root] = joiner->link[joiner->link[root]];
    return root;
}

static bool joiner_open(NameJoiner *joiner, RecordSet *records)
{
    Arena *scratch = records->scratch;
    int n = records->n, n_names = vocabulary_count(records->names);
    *joiner = (NameJoiner){.records = records,
                           .uses = ARENA_ARRAY(scratch, NameUse, n + 1),
                           .root_id = ARENA_ARRAY(scratch, int, n + 1),
                           .link = ARENA_ARRAY(scratch, int, n + 1),
                           .link_id = ARENA_ARRAY(scratch, int, n + 1),
                           .link_roster = ARENA_ARRAY(scratch, bool, n + 1),
                           .link_bad = ARENA_ARRAY(scratch, bool, n + 1),
                           .shared = ARENA_ARRAY(scratch, bool, n_names + 1),
                           .owner = arena_get_array(scratch, (size_t)n_names + 1, sizeof *joiner->owner)};
    if (!joiner->uses || !joiner->root_id || !joiner->link || !joiner->link_id || !joiner->link_roster || !joiner->link_bad ||
        !joiner->shared || !joiner->owner)
        return false;
    for (int i = 0; i < n_names; i++) joiner->owner[i][0] = joiner->owner[i][1] = -1;
    for (int i = 0; i < n; i++) {
        joiner->link[i] = i;
        joiner->root_id[i] = joiner->link_id[i] = -1;
    }
    for (int i = 0; i < n; i++) {
        const Record *record = &records->items[i];
        int root = record_root(records, i);
        if (record->id >= 0) joiner->root_id[root] = record->id;
        if (record->name >= 0 && (record->id >= 0 || record->email >= 0))
            joiner->uses[joiner->n_uses++] = (NameUse){record->name, record->source, root, i};
    }
    if (joiner->n_uses) qsort(joiner->uses, (size_t)joiner->n_uses, sizeof *joiner->uses, by_use);
    return true;
}

/* Find the names that one source gives to two people, or that people with two ids have. */
static void find_shared(NameJoiner *joiner)
{
    int id = -1;
    for (int i = 0; i < joiner->n_uses; i++) {
        NameUse use = joiner->uses[i];
        bool first = i == 0 || joiner->uses[i - 1].name != use.name;
        int *owner = joiner->owner[use.name];
        if (first) {
            owner[0] = use.record;
            id = joiner->root_id[use.root];
            continue;
        }
        NameUse before = joiner->uses[i - 1];
        bool same_source = before.source == use.source && before.root != use.root;
        int own_id = joiner->root_id[use.root];
        bool two_ids = id >= 0 && own_id >= 0 && id != own_id;
        if (id < 0) id = own_id;
        if (joiner->shared[use.name]) continue;
        if (same_source) owner[0] = before.record;
        if (same_source || two_ids || (owner[1] < 0 && record_root(joiner->records, owner[0]) != use.root))
            owner[1] = use.record;
        joiner->shared[use.name] = same_source || two_ids;
    }
}

/* Link the roots of every name that is not shared, then find the links that would make one person of two. */
static void link_names(NameJoiner *joiner)
{
    for (int i = 1; i < joiner->n_uses; i++) {
        NameUse use = joiner->uses[i], before = joiner->uses[i - 1];
        if (before.name != use.name || joiner->shared[use.name]) continue;
        int a = link_root(joiner, before.root), b = link_root(joiner, use.root);
        joiner->link[a > b ? a : b] = a > b ? b : a;
    }
    for (int i = 0; i < joiner->records->n; i++) {
        const Record *record = &joiner->records->items[i];
        int root = record_root(joiner->records, i), link = link_root(joiner, root);
        int *id = &joiner->link_id[link];
        if (record->id >= 0 && *id >= 0 && *id != record->id) joiner->link_bad[link] = true;
        if (record->id >= 0) *id = record->id;
        if (!joiner->records->sources[record->source].is_roster) continue;
        joiner->link_bad[link] |= joiner->link_roster[link];
        joiner->link_roster[link] = true;
    }
}

static void tell_joined(const NameJoiner *joiner, int record, int other)
{
    const RecordSet *records = joiner->records;
    Origin there = record_origin(records, other);
    messages_add(records->messages, CADRE_WARNING, record_place(records, record, IDENTITY_NAME),
                 "\"%.100s\" is taken for the person of %s:%d by the name alone; expected the same id or e-mail in both",
                 vocabulary_spelling(records->names, records->items[record].name), there.file, there.line);
}

static void join_linked(NameJoiner *joiner)
{
    for (int i = 0; i < joiner->n_uses; i++) {
        NameUse use = joiner->uses[i];
        int *owner = joiner->owner[use.name];
        if (joiner->shared[use.name] || owner[1] < 0) continue;
        if (joiner->link_bad[link_root(joiner, use.root)]) {
            joiner->shared[use.name] = true;
        } else if (record_root(joiner->records, use.record) != record_root(joiner->records, owner[0])) {
            tell_joined(joiner, use.record, owner[0]);
            records_join(joiner->records, owner[0], use.record);
        }
    }
}

/* Rows with nothing but a name. */
static void join_bare_names(NameJoiner *joiner)
{
    RecordSet *records = joiner->records;
    for (int i = 0; i < records->n; i++) {
        Record *record = &records->items[i];
        if (record->id >= 0 || record->email >= 0 || record->name < 0) continue;
        int *owner = joiner->owner[record->name];
        if (joiner->shared[record->name]) {
            Origin a = record_origin(records, owner[0]), b = record_origin(records, owner[1]);
            messages_add(records->messages, CADRE_ERROR, record_place(records, i, IDENTITY_NAME),
                         "\"%.100s\" is the name of two people (%s:%d and %s:%d); expected an id or e-mail in this row",
                         vocabulary_spelling(records->names, record->name), a.file, a.line, b.file, b.line);
            record->refused = true;
        } else if (owner[0] < 0) {
            owner[0] = i;
        } else {
            tell_joined(joiner, i, owner[0]);
            records_join(records, owner[0], i);
        }
    }
}

CadreStatus record_names_join(RecordSet *records, CadreError *err)
{
    NameJoiner joiner;
    if (!joiner_open(&joiner, records)) return error_no_memory(err);
    find_shared(&joiner);
    link_names(&joiner);
    join_linked(&joiner);
    join_bare_names(&joiner);
    return CADRE_OK;
}
