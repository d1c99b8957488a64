/* guess_sureness.c: how sure a guess is. A rough measure, for what to look at first: the wording alone, the answers alone, or
 * both. */
#include "read/guess_column.h"

enum {
    BOTH = 95,
    WORDING = 85,
    ANSWERS = 60,
    NEITHER = 50,
    FREE_TEXT = 95,
    CLOSED = 70,
    FEW_ANSWERS = 30,
    PROSE = 40 /* words * 10 */
};

/* A rating: whether its question says which kind it is, and whether its words are of that kind. */
static int level_sureness(const GuessColumn *column)
{
    bool says_so = cues_first(column->question_words, CUE_SKILL | CUE_INTEREST).kind != 0;
    bool shows_so = column->grid || column->shape.skill_scale || column->shape.interest_scale;
    if (!column->shape.levels || column->ranked) return NEITHER;
    if (cues_first(column->question_words, CUE_OPINION | CUE_PRIORITY | CUE_PRACTICE).kind) return ANSWERS;
    return says_so && shows_so ? BOTH : says_so ? WORDING : ANSWERS;
}

static int ignore_sureness(const GuessColumn *column)
{
    const Shape *shape = &column->shape;
    if (shape->n_filled == 0 || guess_is_of_form(column)) return BOTH;
    bool prose = shape->words >= PROSE && 5 * shape->answers.n >= 4 * shape->n_filled;
    if ((prose || shape->answers.n > FEW_ANSWERS) && !shape->checklist && !shape->levels) return FREE_TEXT;
    return shape->levels && column->grid ? ANSWERS : CLOSED;
}

int guess_sureness(const GuessColumn *column)
{
    switch (column->meaning.means) {
    case MEANS_IGNORE:
        return ignore_sureness(column);
    case MEANS_EMAIL:
    case MEANS_NAME:
        return BOTH;
    case MEANS_TIMESTAMP:
        return cues_first(column->label_words, CUE_TIME).kind ? BOTH : ANSWERS;
    case MEANS_ID:
        return cues_first(column->label_words, CUE_ID).kind ? BOTH : ANSWERS;
    case MEANS_SKILL:
    case MEANS_INTEREST:
    case MEANS_FOCUS:
        return level_sureness(column);
    case MEANS_SKILLS:
    case MEANS_INTERESTS:
    case MEANS_FOCUSES:
        return cues_first(column->question_words, CUE_SKILL | CUE_INTEREST).kind ? WORDING : ANSWERS;
    case MEANS_FIELD:
    case MEANS_FIELDS:
        return cues_first(column->label_words, CUE_FIELD).kind ? WORDING : NEITHER;
    default:
        return WORDING;
    }
}
