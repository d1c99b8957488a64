/* draft_word_scales.c: words of degree give a scale to a question whose answers no one scale knows. Found before the columns
 * are guessed, so that such a question shows as a rating. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/model.h"
#include "read/degrees.h"
#include "read/drafter.h"
#include "read/guess_cues.h"

enum {
    MOST_ANSWERS = 12,
    MOST_WORDS = 7,
    NAME_LENGTH = 60,
    ODD_SHARE = 8, /* at most one cell in so many may say something else than a degree */
};

/* The answers of one question over its columns. */
typedef struct Question {
    const char *text;
    int survey, n_columns;
    Names *answers;
    LIST(int) count; /* [answers] */
    int n_cells;
    bool ragged; /* an answer is too long for a word scale, or there are too many */
} Question;

static bool is_known(const Scales *scales, const char *answer)
{
    int number = scales_number(answer);
    if (number >= 0 && number <= 10 * SCALE_UNIT) return true;
    for (int scale = 0; scale < scales_count(scales); scale++)
        if (scales_value(scales, scale, answer) != SCALE_UNKNOWN) return true;
    return false;
}

static CadreStatus question_add(Question *question, const Drafter *drafter, const Table *table, int column)
{
    question->n_columns++;
    Distinct answers;
    Arena *passing = arena_create(drafter->scratch);
    if (!passing) return error_no_memory(drafter->err);
    CadreStatus status = distinct_column(&answers, table, column, passing, drafter->err);
    if (status == CADRE_OK && answers.n > 2 * MOST_ANSWERS) question->ragged = true;
    for (int i = 0; status == CADRE_OK && i < answers.n && !question->ragged; i++) {
        if (scales_no_answer(drafter->scales, answers.text[i])) continue;
        int at = names_add(question->answers, answers.text[i]);
        bool is_new = at == question->count.n;
        if (at < 0 || (is_new && !LIST_PUSH(drafter->scratch, &question->count, 0))) {
            status = error_no_memory(drafter->err);
            break;
        }
        question->ragged |= strlen(answers.text[i]) > DRAFTER_LONGEST_ANSWER;
        question->count.items[at] += answers.count[i];
        question->n_cells += answers.count[i];
    }
    question->ragged |= names_count(question->answers) > MOST_ANSWERS;
    arena_release(passing);
    return status;
}

/* "not relevant - critical": the answers of least and greatest level, cut. */
static const char *scale_name(const Drafter *drafter, const WordScale *scale)
{
    int n = names_count(scale->answers), low = n - 1, high = 0;
    while (low > 0 && scale->level[low] < 0) low--;
    const char *from = text_name_key(drafter->scratch, names_get(scale->answers, low));
    const char *to = text_name_key(drafter->scratch, names_get(scale->answers, high));
    if (!from || !to) return NULL;
    size_t from_length = strcspn(from, "(:;,."), to_length = strcspn(to, "(:;,.");
    while (from_length > 1 && from[from_length - 1] == ' ') from_length--;
    while (to_length > 1 && to[to_length - 1] == ' ') to_length--;
    return arena_print(drafter->arena, "%.*s to %.*s", from_length > NAME_LENGTH ? NAME_LENGTH : (int)from_length, from,
                       to_length > NAME_LENGTH ? NAME_LENGTH : (int)to_length, to);
}

/* An answer and its degree, -1 for none. */
typedef struct Degree {
    const char *answer;
    int degree;
} Degree;

static int by_degree(const void *left, const void *right)
{
    const Degree *a = left, *b = right;
    return a->degree != b->degree ? (a->degree < b->degree) - (a->degree > b->degree) : strcmp(a->answer, b->answer);
}

int drafter_any_level(const Scales *scales, const char *answer)
{
    for (int scale = SCALE_OF_YES_NO; scale < scales_count(scales); scale++) {
        int value = scales_value(scales, scale, answer);
        if (value == SCALE_TICK) return LEVEL_MAX;
        if (value >= 0) return value / SCALE_UNIT;
    }
    return -1;
}

static CadreStatus degrees_of(Degree *out, int *n_odd, const Drafter *drafter, const Question *question)
{
    *n_odd = 0;
    bool more = false; /* an answer says the most */
    for (int i = 0; i < names_count(question->answers); i++) {
        out[i] = (Degree){names_get(question->answers, i), -1};
        char *words = cue_words(drafter->scratch, out[i].answer);
        if (!words) return error_no_memory(drafter->err);
        if (cues_count_words(words) <= MOST_WORDS) out[i].degree = degree_of(words);
        if (out[i].degree < 0) out[i].degree = drafter_any_level(drafter->scales, out[i].answer);
        if (out[i].degree < 0) *n_odd += question->count.items[i];
        more |= out[i].degree == LEVEL_MAX;
    }
    for (int i = 0; i < names_count(question->answers); i++)
        if (out[i].degree == DEGREE_MUCH) out[i].degree = more ? LEVEL_MAX - 1 : LEVEL_MAX;
    return CADRE_OK;
}

/* Whether numbers or one scale know every answer of a question, as a reader wants. */
static bool one_scale_knows(const Scales *scales, const Question *question)
{
    for (int scale = -1; scale < scales_count(scales); scale++) {
        int n = 0;
        for (; n < names_count(question->answers); n++) {
            const char *answer = names_get(question->answers, n);
            int number = scales_number(answer);
            bool known =
                scale < 0 ? number >= 0 && number <= 10 * SCALE_UNIT : scales_value(scales, scale, answer) != SCALE_UNKNOWN;
            if (!known) break;
        }
        if (n == names_count(question->answers)) return true;
    }
    return false;
}

/* The scale of a question by degrees: but for a few odd answers every answer has one, and the degrees differ but for one; where
 * each answer is on a scale, but not all on one, that is enough. The greatest comes first, odd answers last. */
static CadreStatus scale_try(WordScales *out, const Drafter *drafter, const Question *question)
{
    int n = names_count(question->answers), n_known = 0, n_degrees = 0, n_rated = 0, n_odd;
    bool seen[LEVEL_MAX + 1] = {false};
    if (question->ragged || n < 2 || one_scale_knows(drafter->scales, question)) return CADRE_OK;
    WordScale scale = {
        .survey = question->survey, .question = question->text, .answers = names_create(drafter->arena, NAME_STYLE_NAME)};
    Degree *degrees = ARENA_ARRAY(drafter->scratch, Degree, n);
    if (!degrees || !scale.answers || !(scale.level = ARENA_ARRAY(drafter->arena, int, n)))
        return error_no_memory(drafter->err);
    TRY(degrees_of(degrees, &n_odd, drafter, question));
    qsort(degrees, (size_t)n, sizeof *degrees, by_degree);
    for (int i = 0; i < n; i++) {
        int degree = degrees[i].degree;
        n_known += is_known(drafter->scales, degrees[i].answer);
        scale.level[i] = degree;
        if (names_add(scale.answers, degrees[i].answer) < 0) return error_no_memory(drafter->err);
        if (degree < 0) continue;
        n_rated++;
        n_degrees += !seen[degree];
        seen[degree] = true;
    }
    bool covers = ODD_SHARE * n_odd <= question->n_cells;
    bool differ = n_rated >= 3 && n_degrees >= n_rated - 1;
    if (!covers || n_degrees < 2 || !(differ || n_known == n)) return CADRE_OK;
    scale.name = scale_name(drafter, &scale);
    if (!scale.name || !LIST_PUSH(drafter->scratch, &out->items, scale)) return error_no_memory(drafter->err);
    return CADRE_OK;
}

static CadreStatus scales_of_survey(WordScales *out, const Drafter *drafter, int survey)
{
    const Table *table = &drafter->surveys[survey];
    Names *texts = names_create(drafter->scratch, NAME_STYLE_NAME);
    Question *questions = ARENA_ARRAY(drafter->scratch, Question, table->n_columns + 1);
    if (!texts || !questions) return error_no_memory(drafter->err);
    for (int column = 0; column < table->n_columns; column++) {
        const char *text = columns_question(drafter->scratch, table->header[column]);
        int at = text ? names_add(texts, text) : -1;
        if (at < 0) return error_no_memory(drafter->err);
        Question *question = &questions[at];
        if (!question->answers) {
            *question = (Question){.text = names_get(texts, at), .survey = survey};
            if (!(question->answers = names_create(drafter->arena, NAME_STYLE_NAME))) return error_no_memory(drafter->err);
        }
        if (!question->ragged) TRY(question_add(question, drafter, table, column));
    }
    for (int i = 0; i < names_count(texts); i++) TRY(scale_try(out, drafter, &questions[i]));
    return CADRE_OK;
}

CadreStatus draft_word_scales(WordScales *out, Drafter *drafter)
{
    for (int survey = 0; survey < drafter->n_surveys; survey++) TRY(scales_of_survey(out, drafter, survey));
    return CADRE_OK;
}
