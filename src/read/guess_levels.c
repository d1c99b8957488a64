/* guess_levels.c: the rules about what people can and what they would like: ratings, checklists, ranked choices. */
#include <string.h>

#include "read/guess_column.h"

enum { WANTS_AND_CAN = CUE_SKILL | CUE_INTEREST | CUE_PRACTICE, NAMED_SHARE = 80 };

static bool knows(const Names *names, const char *name) { return names_find(names, name) >= 0; }

/* The plan's name that a label or a plain header speaks of. */
static const char *plan_name(const GuessColumn *column, const Names *names, char *const *words)
{
    int known = names_find(names, column->label);
    if (known < 0 && !column->grid) known = plan_names_within(names, words, column->label_words);
    return known < 0 ? NULL : names_get(names, known);
}

/* What an interest is in: a skill, or a group or focus area. */
static MeansKind interest_kind(const GuessColumn *column, const Guesser *guesser, const char *skill, const char *topic)
{
    if (topic) return MEANS_FOCUS;
    if (skill) return MEANS_INTEREST;
    if (column->grid_topics != column->grid_skills)
        return column->grid_topics > column->grid_skills ? MEANS_FOCUS : MEANS_INTEREST;
    if (knows(guesser->skill_names, column->label)) return MEANS_INTEREST;
    if (cues_first(column->question_words, CUE_GROUP).kind) return MEANS_FOCUS;
    return column->grid ? MEANS_FOCUS : MEANS_INTEREST;
}

/* Nothing in the plan speaks of it: whether the wording or the answers are of another sort than what one can or would like. */
static bool is_beside_the_point(const GuessColumn *column)
{
    const char *words = column->question_words;
    if (!column->shape.levels) return column->shape.answers.n > 0;
    if (cues_first(words, CUE_OPINION | CUE_COUNT).kind) return true;
    if (column->grid) return false;
    return column->shape.only_yes_no || column->shape.agreement || cues_first(words, WANTS_AND_CAN).kind == CUE_PRACTICE ||
           column->shape.answers.n < 2;
}

/* CUE_SKILL or CUE_INTEREST, 0 where neither the wording nor the words of the answers tell. */
static int lean(const GuessColumn *column)
{
    int kind = cues_first(column->question_words, WANTS_AND_CAN).kind;
    if (kind) return kind == CUE_INTEREST ? CUE_INTEREST : CUE_SKILL;
    if (column->shape.skill_scale) return CUE_SKILL;
    if (column->shape.interest_scale && column->grid) return CUE_INTEREST;
    return 0;
}

/* A row of a grid that the plan names as a skill: odd answers in it are errors at their cells, and do not hide the skill. Where
 * another column gives the skill, a column of comments on it is none. */
static bool is_skill_of_plan(const GuessColumn *column, const Guesser *guesser)
{
    if (!column->grid || !knows(guesser->plan.skills, column->label)) return false;
    if (guess_mostly_levels(column)) return true;
    bool speaks = column->shape.level_share > 0 || cues_first(column->question_words, WANTS_AND_CAN | CUE_RATING).kind;
    return speaks && !knows(guesser->skill_names, column->label);
}

MeansKind guess_level(GuessColumn *column, const Guesser *guesser)
{
    const char *skill = plan_name(column, guesser->plan.skills, guesser->plan.skill_words);
    const char *topic = plan_name(column, guesser->plan.topics, guesser->plan.topic_words);
    bool named = skill || topic;
    bool fits =
        column->shape.levels || (named && column->shape.level_share >= NAMED_SHARE) || is_skill_of_plan(column, guesser);
    if (!fits || (!named && is_beside_the_point(column))) return MEANS_IGNORE;
    int leaning = lean(column);
    if (!leaning && (skill || column->grid_skills > column->grid_topics)) leaning = CUE_SKILL;
    if (!leaning && (topic || column->grid_topics > 0)) leaning = CUE_INTEREST;
    if (!leaning && column->grid && cues_first(column->question_words, CUE_RATING).kind) leaning = CUE_SKILL;
    if (!leaning) return MEANS_IGNORE;
    MeansKind means = leaning == CUE_SKILL ? MEANS_SKILL : interest_kind(column, guesser, skill, topic);
    const char *name = means == MEANS_FOCUS ? topic : skill;
    column->meaning.name = name ? name : column->label;
    return means;
}

static int count_known(const GuessColumn *column, const Names *names)
{
    int n = 0;
    for (int i = 0; i < column->shape.n_options; i++) n += knows(names, column->shape.options[i]);
    return n;
}

MeansKind guess_checklist(GuessColumn *column, const Guesser *guesser)
{
    if (!column->shape.checklist) return MEANS_IGNORE;
    int n_skills = count_known(column, guesser->plan.skills), n_topics = count_known(column, guesser->plan.topics);
    CueHit cue = cues_first(column->question_words, CUE_SKILL | CUE_INTEREST | CUE_FIELD);
    int n_known = n_topics > n_skills ? n_topics : n_skills;
    if (cue.kind == CUE_FIELD && 2 * n_known < column->shape.n_options) return MEANS_IGNORE; /* subjects taught, say */
    if (n_topics > n_skills) return MEANS_FOCUSES;
    if (n_skills > 0) return cue.kind == CUE_INTEREST ? n_topics > 0 ? MEANS_FOCUSES : MEANS_INTERESTS : MEANS_SKILLS;
    if (cue.kind == CUE_SKILL) return MEANS_SKILLS;
    if (cue.kind != CUE_INTEREST) return MEANS_IGNORE;
    return count_known(column, guesser->skill_names) > 0 ? MEANS_INTERESTS : MEANS_FOCUSES;
}

/* A ranked choice: a rank in the header, and answers that are groups or focus areas. */
MeansKind guess_choice(GuessColumn *column, const Guesser *guesser)
{
    const char *header = column->table->header[column->column];
    int rank = columns_rank(column->grid ? column->label : header);
    const Distinct *answers = &column->shape.answers;
    if (rank == 0 || answers->n == 0 || column->shape.numbers || column->shape.only_yes_no) return MEANS_IGNORE;
    CueHit choice = cues_first(column->question_words, CUE_CHOICE);
    if (!choice.kind) choice = cues_first(column->label_words, CUE_CHOICE);
    int n_known = 0;
    for (int i = 0; i < answers->n; i++) n_known += knows(guesser->plan.topics, answers->text[i]);
    bool about_groups = cues_first(column->question_words, CUE_GROUP).kind && names_count(guesser->plan.topics) == 0;
    if (2 * n_known < answers->n && !(choice.kind && (n_known > 0 || about_groups))) return MEANS_IGNORE;
    column->meaning.rank = rank;
    return MEANS_CHOICE;
}
