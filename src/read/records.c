#include "read/records.h"

#include <ctype.h>
#include <string.h>
#include <utf8proc.h>

int record_root(const RecordSet *records, int record)
{
    while (records->items[record].parent != record) {
        Record *here = &records->items[record];
        here->parent = records->items[here->parent].parent;
        record = here->parent;
    }
    return record;
}

void records_join(RecordSet *records, int a, int b)
{
    a = record_root(records, a);
    b = record_root(records, b);
    if (a < b)
        records->items[b].parent = a;
    else
        records->items[a].parent = b;
}

Origin record_origin(const RecordSet *records, int record)
{
    const Record *here = &records->items[record];
    return table_origin(records->sources[here->source].table, here->row, -1);
}

/* The column of the row's first cell of the kind that is not blank, -1 where all are. */
static int filled_column(const IdentitySource *source, int row, int kind)
{
    for (int i = 0; i < source->n_columns[kind]; i++)
        if (*table_cell(source->table, row, source->columns[kind][i])) return source->columns[kind][i];
    return -1;
}

Origin record_place(const RecordSet *records, int record, int kind)
{
    const Record *here = &records->items[record];
    const IdentitySource *source = &records->sources[here->source];
    int column = kind < IDENTITY_KINDS ? filled_column(source, here->row, kind) : -1;
    for (int other = 0; other < IDENTITY_KINDS && column < 0; other++) column = filled_column(source, here->row, other);
    return table_origin(source->table, here->row, column);
}

/* The row's first column of who it is. */
static int identity_column(const IdentitySource *source)
{
    for (int kind = 0; kind < IDENTITY_KINDS; kind++)
        if (source->n_columns[kind] > 0) return source->columns[kind][0];
    return -1;
}

/* `text` in lower case; NULL where there is no memory. */
static char *lower_case(Arena *arena, const char *text)
{
    size_t length = strlen(text), n = 0;
    char *lower = arena_get(arena, 4 * length + 1);
    if (!lower) return NULL;
    for (const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text; *at;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t bytes = utf8proc_iterate(at, -1, &code);
        if (bytes < 1) break;
        at += bytes;
        n += (size_t)utf8proc_encode_char(utf8proc_tolower(code), (utf8proc_uint8_t *)lower + n);
    }
    lower[n] = '\0';
    return lower;
}

/* Microsoft Forms writes this in place of an e-mail where answers are not signed. */
static bool is_anonymous_mark(const char *text) { return strcasecmp(text, "anonymous") == 0; }

/* One `@` with something on either side, and nothing that parts two addresses or words. */
static bool is_email_address(const char *text)
{
    const char *at = strchr(text, '@');
    return at && at > text && at[1] && !strchr(at + 1, '@') && !strpbrk(text, " \t\r\n,;");
}

/* The cell trimmed, "" where it is blank, a word of `no answer` or an error that is told; NULL where there is no memory. */
static const char *identity_cell(const RecordSet *records, const IdentitySource *source, int row, int kind, int i)
{
    int column = source->columns[kind][i];
    const char *text = text_trim(records->scratch, table_cell(source->table, row, column));
    if (!text || *text == '\0') return text;
    bool is_mark = kind == IDENTITY_EMAIL && is_anonymous_mark(text);
    if (!source->is_roster && (is_mark || scales_no_answer(records->scales, text))) return "";
    if (kind != IDENTITY_EMAIL || is_email_address(text)) return text;
    messages_add(records->messages, CADRE_ERROR, table_origin(source->table, row, column),
                 "\"%.100s\" is no e-mail address; expected one address, or a blank", text);
    return "";
}

/* What a row says of one kind: the only value, or names joined. What is said twice, however it is spelled, counts once. NULL
 * where there is no memory. */
static const char *identity_text(const RecordSet *records, const IdentitySource *source, int row, int kind)
{
    const char *whole = "", *last = "";
    for (int i = 0; i < source->n_columns[kind]; i++) {
        const char *part = identity_cell(records, source, row, kind, i);
        const char *key = part ? text_name_key(records->scratch, part) : NULL;
        if (!key) return NULL;
        if (*part == '\0' || strcmp(key, last) == 0) continue;
        if (*whole && kind != IDENTITY_NAME) {
            messages_add(records->messages, CADRE_ERROR, table_origin(source->table, row, source->columns[kind][i]),
                         "the row has a second %s \"%.100s\" beside \"%.100s\"; expected one",
                         kind == IDENTITY_ID ? "id" : "e-mail", part, whole);
            return whole;
        }
        last = key;
        whole = *whole ? arena_print(records->scratch, "%s %s", whole, part) : part;
        if (!whole) return NULL;
    }
    return whole;
}

/* The number of what a row says, -1 where it says nothing; false where there is no memory. */
static bool identity_number(int *number, const RecordSet *records, const IdentitySource *source, int row, int kind)
{
    Vocabulary *const vocabularies[] = {records->ids, records->emails, records->names};
    const char *text = identity_text(records, source, row, kind);
    *number = -1;
    if (text && *text && kind == IDENTITY_EMAIL) text = lower_case(records->scratch, text);
    if (!text) return false;
    if (*text == '\0') return true;
    *number = vocabulary_add(vocabularies[kind], text, source->is_roster ? SPELLING_ROSTER : SPELLING_ANSWER, 1);
    return *number >= 0;
}

static CadreStatus gather_row(RecordSet *records, int source_number, int row, CadreError *err)
{
    const IdentitySource *source = &records->sources[source_number];
    Record record = {.source = source_number, .row = row, .id = -1, .email = -1, .name = -1, .parent = records->n};
    int n_errors = messages_errors(records->messages);
    if (!identity_number(&record.id, records, source, row, IDENTITY_ID) ||
        !identity_number(&record.email, records, source, row, IDENTITY_EMAIL) ||
        !identity_number(&record.name, records, source, row, IDENTITY_NAME))
        return error_no_memory(err);
    bool unknown = record.id < 0 && record.email < 0 && (record.name < 0 || source->is_roster);
    if (unknown && !source_is_anonymous(source)) {
        bool told = source->is_roster || messages_errors(records->messages) > n_errors; /* the roster's when it was read */
        if (!told)
            messages_add(records->messages, CADRE_WARNING, table_origin(source->table, row, identity_column(source)),
                         "the row is left out for it says not whose it is; expected an id, an e-mail or a name");
        return CADRE_OK;
    }
    records->items[records->n++] = record;
    return CADRE_OK;
}

CadreStatus records_gather(RecordSet *records, CadreError *err)
{
    size_t n_rows = 0;
    for (int i = 0; i < records->n_sources; i++)
        if (records->sources[i].table) n_rows += (size_t)records->sources[i].table->n_rows;
    records->items = ARENA_ARRAY(records->scratch, Record, n_rows + 1);
    records->ids = vocabulary_create(records->scratch, NAME_STYLE_NAME);
    records->emails = vocabulary_create(records->scratch, NAME_STYLE_NAME);
    records->names = vocabulary_create(records->scratch, NAME_STYLE_NAME);
    if (!records->items || !records->ids || !records->emails || !records->names) return error_no_memory(err);
    for (int i = 0; i < records->n_sources; i++) {
        const Table *table = records->sources[i].table;
        if (!table) continue;
        if (source_is_anonymous(&records->sources[i]) && !records->sources[i].is_roster && table->n_rows > 0)
            messages_add(
                records->messages, CADRE_WARNING, table_origin(table, -1, -1),
                "no column says who answered, so each row is a person of its own, called %s-2 and so on; expected an id, "
                "e-mail or name column",
                table->base_name);
        for (int row = 0; row < table->n_rows; row++) TRY(gather_row(records, i, row, err));
    }
    return CADRE_OK;
}
