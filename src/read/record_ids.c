/* record_ids.c: ids that a spreadsheet has spoilt. Shown as 1.23E+05 they are lost, and whose rows they were with them. Those
 * that are one number written in two ways (007, 7, 7.0) stay two people; the roster says which way is right. */
#include <string.h>

#include "read/damage.h"
#include "read/records.h"

enum { NUMBER_LONGEST = 63 };

/* How one id is used. */
typedef struct IdUse {
    int n_records, first; /* RecordSet.items */
    bool on_roster;
    int number; /* which whole number it is, -1 */
} IdUse;

typedef struct IdCheck {
    RecordSet *records;
    IdUse *uses; /* [ids] */
    int n_ids;
    int *best; /* [numbers] the id that shows how the number is meant to be written */
} IdCheck;

static const char *id_text(const IdCheck *check, int id) { return vocabulary_spelling(check->records->ids, id); }

static void list_uses(IdCheck *check)
{
    const RecordSet *records = check->records;
    for (int i = 0; i < records->n; i++) {
        const Record *record = &records->items[i];
        if (record->id < 0) continue;
        IdUse *use = &check->uses[record->id];
        if (use->n_records++ == 0) use->first = i;
        use->on_roster |= records->sources[record->source].is_roster;
    }
}

static bool is_lost(const char *id) { return damage_is_scientific(id) || damage_of(id) == DAMAGE_FAULT; }

static void tell_lost(const IdCheck *check, int id)
{
    const RecordSet *records = check->records;
    const IdUse *use = &check->uses[id];
    const char *text = id_text(check, id);
    Origin place = record_place(records, use->first, IDENTITY_ID);
    if (damage_is_scientific(text))
        messages_add(
            records->messages, CADRE_ERROR, place,
            "the id \"%.60s\" (%d cell%s) is a number that a spreadsheet has cut short, so it may be several people's; "
            "expected it in full: export again, or format the column as text before the ids go in",
            text, use->n_records, use->n_records == 1 ? "" : "s");
    else
        damage_tell(records->messages, CADRE_ERROR, place, text, use->n_records, DAMAGE_FAULT, use->on_roster);
}

/* Such an id joins no rows; what is left without any identity is nobody's. */
static void drop_lost(IdCheck *check)
{
    RecordSet *records = check->records;
    for (int id = 0; id < check->n_ids; id++)
        if (check->uses[id].n_records > 0 && is_lost(id_text(check, id))) tell_lost(check, id);
    for (int i = 0; i < records->n; i++) {
        Record *record = &records->items[i];
        if (record->id < 0 || !is_lost(id_text(check, record->id))) continue;
        record->id = -1;
        record->refused = record->email < 0 && (record->name < 0 || records->sources[record->source].is_roster);
    }
}

/* The digits of an id that is a whole number, without zeros before and decimals behind; false where it is none. */
static bool bare_number(char bare[NUMBER_LONGEST + 1], const char *id)
{
    while (*id == '0' && id[1] >= '0' && id[1] <= '9') id++;
    size_t length = strspn(id, "0123456789");
    if (length == 0 || length > NUMBER_LONGEST) return false;
    size_t zeros = id[length] == '.' ? strspn(id + length + 1, "0") : 0;
    if (id[length] && (zeros == 0 || id[length + 1 + zeros])) return false;
    memcpy(bare, id, length);
    bare[length] = '\0';
    return true;
}

/* Whether `id` rather than `other` shows how the number is meant to be written: the roster's, else without decimals, else the
 * longer, which has its zeros. */
static bool is_better(const IdCheck *check, int id, int other)
{
    if (check->uses[id].on_roster != check->uses[other].on_roster) return check->uses[id].on_roster;
    const char *text = id_text(check, id), *rival = id_text(check, other);
    bool decimal = strchr(text, '.') != NULL, rival_decimal = strchr(rival, '.') != NULL;
    if (decimal != rival_decimal) return rival_decimal;
    size_t length = strlen(text), rival_length = strlen(rival);
    return length != rival_length ? length > rival_length : strcmp(text, rival) < 0;
}

static CadreStatus find_numbers(IdCheck *check, CadreError *err)
{
    Names *numbers = names_create(check->records->scratch, NAME_STYLE_EXACT);
    if (!numbers) return error_no_memory(err);
    for (int id = 0; id < check->n_ids; id++) {
        char bare[NUMBER_LONGEST + 1];
        check->uses[id].number = -1;
        if (check->uses[id].n_records == 0 || !bare_number(bare, id_text(check, id))) continue;
        int n_known = names_count(numbers), number = names_add(numbers, bare);
        if (number < 0) return error_no_memory(err);
        check->uses[id].number = number;
        if (number == n_known || is_better(check, id, check->best[number])) check->best[number] = id;
    }
    return CADRE_OK;
}

/* An id that the roster writes in another way is surely that person's; else the two may be two people for all that is known. */
static bool is_surely(const IdCheck *check, int id)
{
    return check->uses[check->best[check->uses[id].number]].on_roster && !check->uses[id].on_roster;
}

static bool is_other_way(const IdCheck *check, int id)
{
    return check->uses[id].number >= 0 && check->best[check->uses[id].number] != id;
}

/* `count` ids of one file, the first of them `id`. */
static void tell_other_way(const IdCheck *check, int id, int count)
{
    const RecordSet *records = check->records;
    int best = check->best[check->uses[id].number];
    Origin there = record_origin(records, check->uses[best].first);
    const char *more = count > 1 ? arena_print(records->scratch, ", like %d more of this file", count - 1) : "";
    messages_add(
        records->messages, is_surely(check, id) ? CADRE_ERROR : CADRE_WARNING,
        record_place(records, check->uses[id].first, IDENTITY_ID),
        "the id \"%.60s\" is \"%.60s\" of %s:%d in another spelling, as spreadsheets drop the zeros before a number%s; "
        "expected one spelling: format the column of ids as text and fill it in again, or export again",
        id_text(check, id), id_text(check, best), there.file, there.line, more ? more : "");
}

/* One message for each file and severity, at the file's first such id: whole columns suffer it. */
static CadreStatus tell_other_ways(const IdCheck *check, CadreError *err)
{
    const RecordSet *records = check->records;
    int n_kinds = 2 * records->n_sources;
    int *first = ARENA_ARRAY(records->scratch, int, n_kinds + 1), *count = ARENA_ARRAY(records->scratch, int, n_kinds + 1);
    if (!first || !count) return error_no_memory(err);
    for (int id = 0; id < check->n_ids; id++) {
        if (!is_other_way(check, id)) continue;
        int kind = 2 * records->items[check->uses[id].first].source + is_surely(check, id);
        if (count[kind]++ == 0 || check->uses[id].first < check->uses[first[kind]].first) first[kind] = id;
    }
    for (int kind = 0; kind < n_kinds; kind++)
        if (count[kind] > 0) tell_other_way(check, first[kind], count[kind]);
    return CADRE_OK;
}

CadreStatus record_ids_check(RecordSet *records, CadreError *err)
{
    IdCheck check = {.records = records, .n_ids = vocabulary_count(records->ids)};
    check.uses = ARENA_ARRAY(records->scratch, IdUse, check.n_ids + 1);
    check.best = ARENA_ARRAY(records->scratch, int, check.n_ids + 1);
    if (!check.uses || !check.best) return error_no_memory(err);
    list_uses(&check);
    drop_lost(&check);
    TRY(find_numbers(&check, err));
    return tell_other_ways(&check, err);
}
