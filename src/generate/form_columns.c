/* form_columns.c: the sheets that read a form's export back. */
#include "generate/form.h"

/* What Google Forms itself adds to an export: other names in one downloaded from the form and one saved from the sheet, English
 * and Spanish. Cadre takes those that are there. */
static const struct {
    const char *header, *means;
} google_columns[] = {
    {"Timestamp", "timestamp"},
    {"Marca temporal", "timestamp"},
    {"Email Address", "email"},
    {"Username", "email"},
    {"Direcci\u00f3n de correo electr\u00f3nico", "email"},
    {"Nombre de usuario", "email"},
};
enum { N_GOOGLE = sizeof google_columns / sizeof *google_columns };

bool form_headers_start(Names *headers)
{
    for (int i = 0; i < N_GOOGLE; i++)
        if (names_add(headers, google_columns[i].header) < 0) return false;
    return true;
}

/* A sheet in the making, and what has a row already: headers, or in options.csv header and option. */
typedef struct SheetMaker {
    DraftSheet *sheet;
    Names *known;
    Arena *arena;
} SheetMaker;

static bool put_row(const SheetMaker *maker, const char *const cells[])
{
    for (int i = 0; i < maker->sheet->n_columns; i++)
        if (!LIST_PUSH(maker->arena, &maker->sheet->cells, cells[i])) return false;
    return true;
}

static bool begin(SheetMaker *maker, DraftSheet *sheet, const char *const header[], int n_columns, Arena *arena)
{
    *sheet = (DraftSheet){.header = header, .n_columns = n_columns};
    *maker = (SheetMaker){sheet, names_create(arena, NAME_STYLE_HEADER), arena};
    return maker->known != NULL;
}

/* A column, unless one of that header, in whatever survey, has a row. */
static bool put_column(const SheetMaker *maker, const char *header, const char *means, const char *name, const char *scale)
{
    const char *const cells[] = {"", header, means, name, scale, ""};
    int n_before = names_count(maker->known);
    if (names_add(maker->known, header) < 0) return false;
    return names_count(maker->known) == n_before || put_row(maker, cells);
}

static bool put_question(const SheetMaker *maker, const Question *question)
{
    if (question->kind == QUESTION_PAGE) return true;
    if (question->kind != QUESTION_GRID)
        return put_column(maker, question->title, question->means, question->name, question->scale);
    for (int i = 0; i < question->rows.n; i++) {
        const char *header = arena_print(maker->arena, "%s [%s]", question->title, question->rows.items[i]);
        if (!header || !put_column(maker, header, question->means, question->names.items[i], question->scale)) return false;
    }
    return true;
}

static bool put_columns(const SheetMaker *maker, const DraftSheet *before, const Form *const forms[], int n_forms)
{
    enum { SURVEY, HEADER };
    for (int row = 0; before && row < draft_rows(before); row++) {
        const char *const *cells = before->cells.items + row * before->n_columns;
        if ((!*cells[SURVEY] && names_add(maker->known, cells[HEADER]) < 0) || !put_row(maker, cells)) return false;
    }
    for (int i = 0; i < N_GOOGLE; i++)
        if (!put_column(maker, google_columns[i].header, google_columns[i].means, "", "")) return false;
    for (int form = 0; form < n_forms; form++)
        for (int i = 0; i < forms[form]->questions.n; i++)
            if (!put_question(maker, &forms[form]->questions.items[i])) return false;
    return true;
}

CadreStatus form_columns_sheet(DraftSheet *out, const DraftSheet *before, const Form *const forms[], int n_forms, Arena *arena,
                               CadreError *err)
{
    static const char *const header[] = {"survey", "header", "means", "name", "scale", "separator"};
    SheetMaker maker;
    bool put = begin(&maker, out, header, sizeof header / sizeof *header, arena) && put_columns(&maker, before, forms, n_forms);
    return put ? CADRE_OK : error_no_memory(err);
}

/* An option, unless it has a row. */
static bool put_option(const SheetMaker *maker, const char *const cells[])
{
    const char *key = arena_print(maker->arena, "%s\n%s", cells[0], cells[1]);
    int n_before = names_count(maker->known);
    if (!key || names_add(maker->known, key) < 0) return false;
    return names_count(maker->known) == n_before || put_row(maker, cells);
}

/* Every tick, so that none is taken for one that somebody wrote in. */
static bool put_options(const SheetMaker *maker, const Form *form)
{
    for (int i = 0; i < form->questions.n; i++) {
        const Question *question = &form->questions.items[i];
        for (int option = 0; question->kind == QUESTION_TICKS && option < question->options.n; option++) {
            const char *const cells[] = {question->title, question->options.items[option]};
            if (!put_option(maker, cells)) return false;
        }
    }
    return true;
}

CadreStatus form_options_sheet(DraftSheet *out, const DraftSheet *before, const Form *const forms[], int n_forms, Arena *arena,
                               CadreError *err)
{
    static const char *const header[] = {"header", "option"};
    SheetMaker maker;
    bool put = begin(&maker, out, header, sizeof header / sizeof *header, arena);
    for (int row = 0; put && before && row < draft_rows(before); row++)
        put = put_option(&maker, before->cells.items + row * before->n_columns);
    for (int form = 0; put && form < n_forms; form++) put = put_options(&maker, forms[form]);
    return put ? CADRE_OK : error_no_memory(err);
}
