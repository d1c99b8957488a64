/* form.h: a form as pages of questions, each with what Cadre reads in its answers; and the texts that are made of it. */
#ifndef GENERATE_FORM_H
#define GENERATE_FORM_H

#include "base/names.h"
#include "base/text_buffer.h"
#include "model/draft.h"

typedef enum QuestionKind {
    QUESTION_PAGE,   /* no question: a page begins, with this title */
    QUESTION_TEXT,   /* a short answer */
    QUESTION_STORY,  /* a long answer */
    QUESTION_LIST,   /* one of a list */
    QUESTION_CHOICE, /* one of a few */
    QUESTION_TICKS,  /* any of a few */
    QUESTION_GRID,   /* one option for each row */
} QuestionKind;

typedef LIST(const char *) FormTexts;

typedef struct Question {
    QuestionKind kind;
    const char *title, *help; /* help "" where none is needed */
    bool required;
    bool own_answer;   /* of a choice or ticks: one may also write something else */
    FormTexts options; /* of a grid its columns */
    FormTexts rows;    /* of a grid */
    FormTexts names;   /* [rows] what each row is about */
    const char *means; /* as columns.csv says it */
    const char *name;  /* its cell there; a grid has one for each row instead */
    const char *scale;
} Question;

typedef struct Form {
    const char *stem; /* of its files: "inventory" */
    const char *title;
    FormTexts introduction; /* paragraphs */
    FormTexts blanks;       /* what the principal has to fill in there */
    const char *thanks;     /* once it is sent */
    const char *source;     /* of the skills, or "" */
    LIST(Question) questions;
    bool lost; /* there was no memory for a part of it */
} Form;

/* A form in the making. No two columns of the forms' exports have headers that Cadre would take for the same: what a question
 * or row is called gets a number where it must. */
typedef struct FormMaker {
    Form *form;
    Names *headers; /* of all forms of the run */
    Arena *arena;
    Question spare; /* stands for a question that there was no memory for */
} FormMaker;

/* Text for one line of a form: control characters and runs of white space become one blank, none at the ends; bytes that are no
 * text U+FFFD. NULL where there is no memory. */
const char *form_line(Arena *arena, const char *text);

/* Keep the headers that Google Forms adds from being a question's; false where there is no memory. */
bool form_headers_start(Names *headers);

/* Want of memory is remembered in Form.lost by all of these. A question is valid until the next one is added. */
void form_page(FormMaker *maker, const char *title, const char *help);
Question *form_question(FormMaker *maker, QuestionKind kind, const char *title, const char *help);
void form_reads(Question *question, const char *means, const char *name, const char *scale);
void form_option(FormMaker *maker, Question *question, const char *text);
void form_row(FormMaker *maker, Question *grid, const char *name); /* names differ */
void form_paragraph(FormMaker *maker, const char *text);           /* of the introduction */

/* Counts for the report. */
int form_questions(const Form *form); /* without pages */
int form_columns(const Form *form);   /* of its own in an export */
int form_minutes(const Form *form);   /* to answer it, about */

/* The form to read, and the script that builds it. Errors: CADRE_NO_MEMORY. */
CadreStatus form_markdown(const char **text, const Form *form, Arena *arena, CadreError *err);
CadreStatus form_script(const char **text, const Form *form, Arena *arena, CadreError *err);

/* The rows of columns.csv and options.csv that read the exports of `forms`, after the rows of `before` (NULL: none; with the
 * columns of that sheet in their order). Errors: CADRE_NO_MEMORY. */
CadreStatus form_columns_sheet(DraftSheet *out, const DraftSheet *before, const Form *const forms[], int n_forms, Arena *arena,
                               CadreError *err);
CadreStatus form_options_sheet(DraftSheet *out, const DraftSheet *before, const Form *const forms[], int n_forms, Arena *arena,
                               CadreError *err);

#endif
