#include "write/report_inputs.h"

#include <stdlib.h>
#include <string.h>

#include "explain/date_words.h"
#include "write/write.h"

enum { SURVEYS_TOLD_MOST = 12 }; /* in sentences: all are in the table */

static const char *base_name(const RunFile *file)
{
    const char *slash = strrchr(file->path, '/');
    return slash ? slash + 1 : file->path;
}

static int by_name(const void *left, const void *right)
{
    const RunFile *a = left, *b = right;
    int order = strcmp(base_name(a), base_name(b));
    return order ? order : strcmp(a->sha256, b->sha256);
}

/* What is known of a survey's answers; NULL: the file is none. */
static const SurveyAnswers *answers_of(const Report *report, const RunFile *file)
{
    const Model *model = report->input->model;
    return file->survey > 0 && file->survey <= model->n_surveys ? &model->surveys[file->survey - 1] : NULL;
}

/* A phrase about the survey, which may name it, the number of its answers and the days by either reading. */
static void add_told(Html *page, const Report *report, const RunFile *file, const SurveyAnswers *answers, Phrase phrase)
{
    const char *words[2] = {"", ""};
    for (int i = 0; i < 2 && survey_answers_dated(answers); i++)
        words[i] = date_range_words(answers->first_day[i], answers->last_day[i], report->arena);
    html_phrase(page, phrase, {"file", html_name(page, base_name(file))}, {"n", words_amount(answers->n_rows, report->arena)},
                {"days", words[0]}, {"or_days", words[1]});
}

static void add_some(Html *page, const Report *report, Phrase phrase, int n)
{
    if (n > 0) html_phrase(page, phrase, {"n", words_amount(n, report->arena)});
}

static void add_survey(Html *page, const Report *report, const RunFile *file, const SurveyAnswers *answers)
{
    bool dated = survey_answers_dated(answers);
    html_open(page, "li");
    add_told(page, report, file, answers,
             answers->few                     ? PHRASE_REPORT_ANSWERS_FEW
             : answers->n_rows == 0           ? PHRASE_REPORT_ANSWERS_NONE
             : !dated                         ? PHRASE_REPORT_ANSWERS_UNDATED
             : !survey_answers_clear(answers) ? PHRASE_REPORT_ANSWERS_UNCLEAR
                                              : PHRASE_REPORT_ANSWERS);
    if (dated) add_some(page, report, PHRASE_REPORT_ANSWERS_SOME_UNDATED, answers->n_undated);
    add_some(page, report, PHRASE_REPORT_ANSWERS_REPLACED, answers->n_replaced);
    add_some(page, report, PHRASE_REPORT_ANSWERS_LEFT_OUT, answers->n_left_out);
    html_close(page);
}

static void add_surveys(Html *page, const Report *report, const RunFile files[], int n)
{
    int n_surveys = 0;
    bool dated = false;
    for (int i = 0; i < n; i++) {
        const SurveyAnswers *answers = answers_of(report, &files[i]);
        if (!answers) continue;
        if (n_surveys == 0) html_open_class(page, "ul", "told surveys");
        if (n_surveys++ < SURVEYS_TOLD_MOST) add_survey(page, report, &files[i], answers);
        dated |= survey_answers_dated(answers);
    }
    if (n_surveys == 0) return;
    html_close(page);
    html_open_class(page, "p", "note");
    if (n_surveys > SURVEYS_TOLD_MOST)
        html_phrase(page, PHRASE_REPORT_ANSWERS_MORE, {"n", words_amount(n_surveys - SURVEYS_TOLD_MOST, report->arena)});
    html_phrase_plain(page, dated ? PHRASE_REPORT_ANSWERS_DAYS : PHRASE_REPORT_ANSWERS_NO_DAYS);
    html_close(page);
}

static void add_iso(Html *page, const char *day)
{
    html_open(page, "time");
    html_attr(page, "datetime", day);
    html_text(page, day);
    html_close(page);
}

/* days: by either reading. */
static void add_day(Html *page, const SurveyAnswers *answers, const char days[2][DAY_SIZE])
{
    html_open_class(page, "td", "day");
    if (answers && !survey_answers_dated(answers))
        html_phrase_plain(page, answers->few ? PHRASE_REPORT_NOT_TOLD : PHRASE_REPORT_DAY_NONE);
    if (answers && survey_answers_dated(answers)) {
        add_iso(page, days[0]);
        if (strcmp(days[0], days[1]) != 0) {
            html_phrase_plain(page, PHRASE_REPORT_DAY_OR);
            add_iso(page, days[1]);
        }
    }
    html_close(page);
}

/* n: -1: not told. */
static void add_number(Html *page, int64_t n)
{
    html_open_class(page, "td", "number");
    if (n >= 0) {
        html_attr_number(page, "data-value", n);
        html_number(page, n);
    } else {
        html_phrase_plain(page, PHRASE_REPORT_NOT_TOLD);
    }
    html_close(page);
}

static void add_file(Html *page, const Report *report, const RunFile *file)
{
    const SurveyAnswers *answers = answers_of(report, file);
    html_open(page, "tr");
    html_open(page, "th");
    html_attr(page, "scope", "row");
    html_user(page, base_name(file));
    html_close(page);
    if (answers) {
        add_number(page, answers->few ? -1 : answers->n_rows);
    } else {
        html_open(page, "td");
        html_close(page);
    }
    add_day(page, answers, answers ? answers->first_day : NULL);
    add_day(page, answers, answers ? answers->last_day : NULL);
    add_number(page, file->bytes);
    html_open(page, "td");
    html_element(page, "code", file->sha256);
    html_close(page);
    html_close(page);
}

CadreStatus report_inputs(Html *page, const Report *report, CadreError *err)
{
    static const ReportColumn columns[] = {{"File", NULL, false},         {"Answers", NULL, false},
                                           {"First answer", NULL, false}, {"Last answer", NULL, false},
                                           {"Bytes", NULL, false},        {"Checksum (SHA-256)", NULL, false}};
    int n = report->input->n_files;
    if (n == 0) return CADRE_OK;
    RunFile *files = ARENA_ARRAY(report->arena, RunFile, n);
    if (!files) return error_no_memory(err);
    memcpy(files, report->input->files, (size_t)n * sizeof *files);
    qsort(files, (size_t)n, sizeof *files, by_name);
    html_open_class(page, "article", "card inputs");
    html_open(page, "h3");
    html_phrase_plain(page, PHRASE_REPORT_INPUTS_HEAD);
    html_close(page);
    add_surveys(page, report, files, n);
    html_open(page, "p");
    html_phrase_plain(page, report->input->model->redacted ? PHRASE_REPORT_INPUTS_REDACTED : PHRASE_REPORT_INPUTS);
    html_close(page);
    report_table_open(page, "files", "Files that were read");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (int i = 0; i < n; i++) add_file(page, report, &files[i]);
    html_close(page);
    report_table_close(page);
    html_close(page);
    return CADRE_OK;
}
