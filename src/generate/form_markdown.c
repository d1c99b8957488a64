/* form_markdown.c: a form to read, to discuss, or to print. */
#include <string.h>

#include "generate/form.h"

static const char *const hints[] = {
    [QUESTION_PAGE] = "",
    [QUESTION_TEXT] = "a short answer",
    [QUESTION_STORY] = "as long as you like",
    [QUESTION_LIST] = "one of these",
    [QUESTION_CHOICE] = "one of these",
    [QUESTION_TICKS] = "tick all that apply",
    [QUESTION_GRID] = "one answer for each line",
};

/* Text as it is, whatever signs it holds. */
static void put_text(TextBuffer *out, const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 && strchr("-+=", *text) && *text) buffer_add_byte(out, '\\');
    for (size_t i = 0; text[i]; i++) {
        bool numbers_a_list = i > 0 && i == digits && (text[i] == '.' || text[i] == ')');
        bool ends_a_link = text[i] == ']' && text[i + 1] && strchr("([:", text[i + 1]);
        if (numbers_a_list || ends_a_link || strchr("\\`*_{}<>#|~&$", text[i])) buffer_add_byte(out, '\\');
        buffer_add_byte(out, text[i]);
    }
}

/* Each line of it a paragraph. */
static void put_paragraph(TextBuffer *out, const char *text, Arena *arena)
{
    while (*text) {
        size_t length = strcspn(text, "\n");
        const char *line = arena_copy_n(arena, text, length);
        if (line)
            put_text(out, line);
        else
            out->lost = true;
        buffer_add(out, "\n\n");
        text += length + (text[length] == '\n');
    }
}

static void put_list(TextBuffer *out, const FormTexts *texts, const char *mark)
{
    for (int i = 0; i < texts->n; i++) {
        buffer_add(out, mark);
        put_text(out, texts->items[i]);
        buffer_add_byte(out, '\n');
    }
}

/* The answers of a grid in one line, for each row has the same. */
static void put_levels(TextBuffer *out, const FormTexts *options)
{
    buffer_add(out, "Answers: ");
    for (int i = 0; i < options->n; i++) {
        if (i) buffer_add(out, "; ");
        put_text(out, options->items[i]);
    }
    buffer_add(out, ".\n\n");
}

static void put_question(TextBuffer *out, const Question *question, int number, Arena *arena)
{
    buffer_print(out, "**%d. ", number);
    put_text(out, question->title);
    buffer_print(out, "** (%s%s)\n\n", hints[question->kind], question->required ? ", needed" : "");
    if (*question->help) put_paragraph(out, question->help, arena);
    if (question->kind == QUESTION_GRID) {
        put_levels(out, &question->options);
        put_list(out, &question->rows, "- ");
    } else {
        put_list(out, &question->options, "- [ ] ");
        if (question->own_answer) buffer_add(out, "- [ ] Other: ________\n");
    }
    if (question->options.n) buffer_add_byte(out, '\n');
}

CadreStatus form_markdown(const char **text, const Form *form, Arena *arena, CadreError *err)
{
    TextBuffer out = {.arena = arena};
    int number = 0;
    buffer_add(&out, "# ");
    put_paragraph(&out, form->title, arena);
    for (int i = 0; i < form->introduction.n; i++) put_paragraph(&out, form->introduction.items[i], arena);
    buffer_add(&out, "Your e-mail address is asked for first, so that both forms are known to be yours.\n\n");
    for (int i = 0; i < form->questions.n; i++) {
        const Question *question = &form->questions.items[i];
        if (question->kind != QUESTION_PAGE) {
            put_question(&out, question, ++number, arena);
            continue;
        }
        buffer_add(&out, "## ");
        put_paragraph(&out, question->title, arena);
        if (*question->help) put_paragraph(&out, question->help, arena);
    }
    if (*form->source) buffer_add(&out, "---\n\nThe skills: "), put_paragraph(&out, form->source, arena);
    if (out.bytes.n > 0) out.bytes.n--; /* the blank line behind the last paragraph */
    return buffer_text(text, &out, err);
}
