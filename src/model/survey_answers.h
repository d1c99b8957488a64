/* survey_answers.h: what is told of a survey's file as a whole: how many answers, and from which day to which. No order of rows
 * changes it. */
#ifndef MODEL_SURVEY_ANSWERS_H
#define MODEL_SURVEY_ANSWERS_H

#include <stdbool.h>
#include <string.h>

enum { DAY_SIZE = 16 }; /* room for "2026-09-14" */

/* Days are as the survey's own time stamps have them, whatever their zone; of a row with several it is the latest. They are
 * kept twice, as dates may have the day or the month first and no date in the column tells: [0] by the day first, [1] by the
 * month first, equal where it is clear. */
typedef struct SurveyAnswers {
    int n_rows;                                         /* answers in the file */
    int n_left_out;                                     /* of these: nothing says whose they are */
    int n_replaced;                                     /* another answer of the same person to this survey counts */
    int n_undated;                                      /* have no time stamp */
    int people_dated, people_undated;                   /* who gave an answer with one, or one without */
    int people_replaced;                                /* whose answers n_replaced are */
    char first_day[2][DAY_SIZE], last_day[2][DAY_SIZE]; /* "" where no answer has one */
    bool few; /* the result is redacted, and of so few people that nothing more is told of them: the rest is 0 */
} SurveyAnswers;

/* The answers that count, and so the people who are known to have answered. */
static inline int survey_answers_people(const SurveyAnswers *answers)
{
    return answers->n_rows - answers->n_left_out - answers->n_replaced;
}

static inline bool survey_answers_dated(const SurveyAnswers *answers) { return answers->first_day[0][0] != '\0'; }

/* Whether the days are clear. */
static inline bool survey_answers_clear(const SurveyAnswers *answers)
{
    return strcmp(answers->first_day[0], answers->first_day[1]) == 0 && strcmp(answers->last_day[0], answers->last_day[1]) == 0;
}

#endif
