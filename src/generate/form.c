#include "generate/form.h"

#include <string.h>
#include <utf8proc.h>

/* What stands for a character in one line: itself, or a blank. */
static bool is_gap(utf8proc_int32_t code)
{
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || code == 0xFEFF || code == 0x200B;
}

const char *form_line(Arena *arena, const char *text)
{
    TextBuffer line = {.arena = arena};
    const char *out;
    CadreError unheard; /* want of memory, which NULL tells */
    bool gap = false;
    while (*text) {
        utf8proc_int32_t code;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &code);
        if (n > 0 && is_gap(code)) {
            gap = true;
        } else {
            if (gap && line.bytes.n > 0) buffer_add_byte(&line, ' ');
            gap = false;
            buffer_add_n(&line, n > 0 ? text : "\xef\xbf\xbd", n > 0 ? (size_t)n : 3);
        }
        text += n > 0 ? n : 1;
    }
    return buffer_text(&out, &line, &unheard) == CADRE_OK ? out : NULL;
}

static void keep(FormMaker *maker, FormTexts *texts, const char *text)
{
    if (!text || !LIST_PUSH(maker->arena, texts, text)) maker->form->lost = true;
}

/* `text` as a line, with a number where the header that `format` makes of it is taken. NULL where there is no memory. */
static const char *own_line(const FormMaker *maker, const char *question, const char *text)
{
    const char *line = form_line(maker->arena, text), *label = line;
    for (int n = 2; label; n++) {
        const char *header = question ? arena_print(maker->arena, "%s [%s]", question, label) : label;
        int n_before = names_count(maker->headers);
        if (!header || names_add(maker->headers, header) < 0) return NULL;
        if (names_count(maker->headers) > n_before) return label;
        label = arena_print(maker->arena, "%s (%d)", line, n);
    }
    return NULL;
}

static Question *add_question(FormMaker *maker, Question question)
{
    Form *form = maker->form;
    if (question.title && LIST_PUSH(maker->arena, &form->questions, question))
        return &form->questions.items[form->questions.n - 1];
    form->lost = true;
    maker->spare = (Question){.kind = question.kind, .title = ""};
    return &maker->spare;
}

void form_page(FormMaker *maker, const char *title, const char *help)
{
    add_question(maker, (Question){.kind = QUESTION_PAGE, .title = form_line(maker->arena, title), .help = help});
}

Question *form_question(FormMaker *maker, QuestionKind kind, const char *title, const char *help)
{
    bool is_grid = kind == QUESTION_GRID; /* its headers are its rows' */
    const char *line = is_grid ? form_line(maker->arena, title) : own_line(maker, NULL, title);
    return add_question(maker, (Question){.kind = kind, .title = line, .help = help, .name = "", .scale = ""});
}

void form_reads(Question *question, const char *means, const char *name, const char *scale)
{
    question->means = means;
    question->name = name;
    question->scale = scale;
}

/* An export may join ticks by `;`, so no tick may hold one. */
static void replace_semicolons(char *text)
{
    for (; (text = strchr(text, ';')); text++) *text = ',';
}

void form_option(FormMaker *maker, Question *question, const char *text)
{
    const char *line = form_line(maker->arena, text);
    char *option = line ? arena_copy(maker->arena, line) : NULL;
    if (option && question->kind == QUESTION_TICKS) replace_semicolons(option);
    keep(maker, &question->options, option);
}

void form_row(FormMaker *maker, Question *grid, const char *name)
{
    keep(maker, &grid->rows, own_line(maker, grid->title, name));
    keep(maker, &grid->names, name);
}

void form_paragraph(FormMaker *maker, const char *text) { keep(maker, &maker->form->introduction, text); }

int form_questions(const Form *form)
{
    int n = 0;
    for (int i = 0; i < form->questions.n; i++) n += form->questions.items[i].kind != QUESTION_PAGE;
    return n;
}

static int columns_of(const Question *question)
{
    if (question->kind == QUESTION_PAGE) return 0;
    return question->kind == QUESTION_GRID ? question->rows.n : 1;
}

int form_columns(const Form *form)
{
    int n = 0;
    for (int i = 0; i < form->questions.n; i++) n += columns_of(&form->questions.items[i]);
    return n;
}

int form_minutes(const Form *form)
{
    enum { READING = 60, ROW = 6, STORY = 45, OTHER = 12, MINUTE = 60 };
    int seconds = READING;
    for (int i = 0; i < form->questions.n; i++) {
        const Question *question = &form->questions.items[i];
        int each = question->kind == QUESTION_GRID ? ROW : question->kind == QUESTION_STORY ? STORY : OTHER;
        seconds += each * columns_of(question);
    }
    return (seconds + MINUTE - 1) / MINUTE;
}
