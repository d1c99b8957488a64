#include "read/survey_questions.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "read/csv_read.h"

enum { FIRST_ANSWER_ROW = 4, SHORT_MARK_WORDS = 2, LONG_MARK_WORDS = 3 };

/* What some forms write between a question and its row. One that also stands within words wants a longer question before it. */
typedef struct RowMark {
    const char *text;
    int least_words; /* of the question */
} RowMark;

static const RowMark row_marks[] = {
    {" - ", SHORT_MARK_WORDS}, {" \u2013 ", SHORT_MARK_WORDS}, {" \u2014 ", SHORT_MARK_WORDS},
    {": ", SHORT_MARK_WORDS},  {" | ", SHORT_MARK_WORDS},      {" > ", SHORT_MARK_WORDS},
    {" / ", LONG_MARK_WORDS},  {".", LONG_MARK_WORDS},         {"/", LONG_MARK_WORDS},
};

/* Whether rows were passed over between the header and the first answer. */
static bool may_be_qualtrics(const Table *table) { return table->n_rows > 0 && table->row_number[0] >= FIRST_ANSWER_ROW; }

static bool has_import_ids(const Table *raw)
{
    for (int i = 0; i < raw->n_columns; i++)
        if (strstr(table_cell(raw, 1, i), "\"ImportId\"")) return true;
    return false;
}

/* Whether the header ends in _1, _2 and so on, as the rows of a matrix do. */
static bool is_row_header(const char *header)
{
    const char *mark = strrchr(header, '_');
    return mark && isdigit((unsigned char)mark[1]) && mark[1 + strspn(mark + 1, "0123456789")] == '\0';
}

static const char *question_text(const char *header, const char *text, Arena *arena)
{
    if (text_is_blank(text)) return header;
    const char *row = NULL;
    for (const char *at = strstr(text, " - "); at; at = strstr(at + 1, " - ")) row = at;
    if (!row || !is_row_header(header)) return text;
    return arena_print(arena, "%.*s [%s]", (int)(row - text), text, row + 3);
}

static bool is_letter(char byte) { return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80; }

static int count_words(const char *text, size_t length)
{
    int n = 0;
    for (size_t i = 0; i < length; i++) n += is_letter(text[i]) && (i == 0 || !is_letter(text[i - 1]));
    return n;
}

/* How much of the header is a question that `other` asks too about another row, its mark left out: 0 where nothing is. `row`:
 * where the row begins. */
static size_t shared_question(const char *header, const char *other, size_t *row)
{
    size_t longest = 0;
    for (size_t i = 0; i < sizeof row_marks / sizeof *row_marks; i++) {
        size_t length = strlen(row_marks[i].text);
        for (const char *at = strstr(header, row_marks[i].text); at; at = strstr(at + 1, row_marks[i].text)) {
            size_t end = (size_t)(at - header), after = end + length;
            bool shared = strncmp(header, other, after) == 0 && !text_is_blank(header + after) && !text_is_blank(other + after);
            if (!shared || end <= longest || count_words(header, end) < row_marks[i].least_words) continue;
            longest = end;
            *row = after;
        }
    }
    return longest;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/* A row in brackets, or what Qualtrics calls the ticks of a checklist and the text beside `other`: no rows. */
static bool has_no_row(const char *header)
{
    static const char *const ends[] = {"]", " - Selected Choice", " - Text", " - Opción seleccionada", " - Texto"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends_with(header, ends[i])) return true;
    return false;
}

/* Neighbours that share a question are rows of it: `Question - Row` becomes `Question [Row]`. */
static CadreStatus join_rows(const char **out, const Table *table, Arena *arena, CadreError *err)
{
    for (int i = 0; i < table->n_columns; i++) {
        const char *header = table->header[i];
        size_t longest = 0, row = 0;
        for (int side = -1; side <= 1 && !has_no_row(header); side += 2) {
            int other = i + side;
            size_t at = 0;
            if (other < 0 || other >= table->n_columns || strcmp(table->header[other], header) == 0) continue;
            size_t length = shared_question(header, table->header[other], &at);
            if (length <= longest) continue;
            longest = length;
            row = at;
        }
        if (longest > 0) out[i] = arena_print(arena, "%.*s [%s]", (int)longest, header, header + row);
        if (!out[i]) return error_no_memory(err);
    }
    return CADRE_OK;
}

static CadreStatus questions_of(const char **out, const Table *table, const Table *raw, Arena *arena, CadreError *err)
{
    for (int i = 0; i < table->n_columns && i < raw->n_columns; i++) {
        const char *text = arena_copy(arena, table_cell(raw, 0, i));
        if (!text || !(out[i] = question_text(table->header[i], text, arena))) return error_no_memory(err);
    }
    return CADRE_OK;
}

CadreStatus survey_questions(const char *const **out, const Table *table, Arena *arena, CadreError *err)
{
    const char **questions = ARENA_ARRAY(arena, const char *, table->n_columns + 1);
    if (!questions) return error_no_memory(err);
    for (int i = 0; i < table->n_columns; i++) questions[i] = table->header[i];
    *out = questions;
    TRY(join_rows(questions, table, arena, err));
    if (!may_be_qualtrics(table)) return CADRE_OK;
    Arena *passing = arena_create(NULL);
    Messages *unheard = passing ? messages_create(passing) : NULL;
    Table raw = {0};
    CadreStatus status = unheard ? csv_read(&raw, table->file, false, passing, unheard, err) : error_no_memory(err);
    if (status == CADRE_OK && raw.n_rows > 1 && raw.n_columns > 0 && has_import_ids(&raw))
        status = questions_of(questions, table, &raw, arena, err);
    arena_release(passing);
    return status;
}
