#include "read/survey_questions.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "read/csv_read.h"

enum { FIRST_ANSWER_ROW = 4 };

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
