/* guess_levels.c: the rules about what people can and what they would like: ratings, checklists, ranked choices. */
#include <string.h>
#include <strings.h>

#include "read/guess_column.h"

enum {
    WANTS_AND_CAN = CUE_SKILL | CUE_INTEREST | CUE_PRACTICE,
    NAMED_SHARE = 80,
    RATED_SHARE = 90,    /* of a row of a grid: the rest are odd answers */
    TOPIC_WORDS = 12,    /* a label with more is a statement, no topic */
    STATEMENT_START = 8, /* words of a statement that say what it is about */
    BARE_CHOICE = 3,     /* words of a header that says no more than which choice it is */
    PICKS = 40,          /* no question has more groups to pick one of */
    CLOSED_ANSWERS = 8,
    CLOSED_WORDS = 50, /* words * 10 of an answer on a scale */
    CLOSED_SHARE = 20  /* percent of the answers that are on one */
};

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

/* The first of what one can, would like and does; "which skills would you like to learn" asks for the latter. */
static int wants_or_can(const char *words, int kinds)
{
    static const char *const nouns[] = {"skill", "knowledge", "competenc", "habilidad", "conocimiento", "destreza", "expert"};
    CueHit first = cues_first(words, kinds | CUE_SKILL | CUE_INTEREST);
    if (!(first.kind & CUE_SKILL)) return first.kind;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strncmp(words + first.at + 1, nouns[i], strlen(nouns[i])) == 0 && cues_first(words + first.at, CUE_INTEREST).kind)
            return CUE_INTEREST;
    return first.kind;
}

/* "Sé adaptar ...": in Spanish "I know how to" is one word, which without its accent is many others. */
static bool says_i_know_how(const char *words)
{
    if (strncmp(words, " se ", 4) != 0) return false;
    const char *verb = words + 4, *end = verb + strcspn(verb, " ");
    return end - verb > 3 && end[-1] == 'r' && strchr("aei", end[-2]);
}

/* CUE_SKILL or CUE_INTEREST where it is a statement about oneself ("I feel confident with data"), to be agreed to. */
static int lean_of_statement(const char *words)
{
    CueHit self = cues_first(words, CUE_FIRST_PERSON), cue = cues_first(words, CUE_SKILL | CUE_INTEREST);
    if (says_i_know_how(words)) return CUE_SKILL;
    if (!self.kind || self.at > 0 || !cue.kind) return 0;
    int n_before = 0;
    for (int i = 1; i < cue.at; i++) n_before += words[i] == ' ';
    return n_before <= STATEMENT_START ? cue.kind & (CUE_SKILL | CUE_INTEREST) : 0;
}

/* The statement may also begin in the question ("I would be glad to work on ... [Attendance]"). */
static int statement_lean(const GuessColumn *column)
{
    int own = lean_of_statement(column->label_words);
    return own || !column->grid ? own : lean_of_statement(column->question_words);
}

static bool is_statement_rating(const GuessColumn *column)
{
    return column->shape.agreement || (column->grid && cues_first(column->question_words, CUE_OPINION).kind);
}

/* A row of a grid that asks how much each of some topics matters. */
static bool is_priority(const GuessColumn *column)
{
    if (!column->grid || cues_count_words(column->label_words) > TOPIC_WORDS) return false;
    int kind = cues_first(column->question_words, CUE_PRIORITY | CUE_OPINION | CUE_SKILL | CUE_INTEREST).kind;
    return kind == CUE_PRIORITY && !cues_first(column->label_words, CUE_FIRST_PERSON).kind;
}

/* A row for none or for what is not listed, which is no skill or group. */
static bool is_other_row(const GuessColumn *column)
{
    static const char *const empty[] = {
        " none ",           " none of the above ", " none of these ", " other ", " others ", " other please specify ",
        " not applicable ", " ninguno ",           " ninguna ",       " otro ",  " otra ",   " otros ",
        " otras "};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        if (column->grid && strcmp(column->label_words, empty[i]) == 0) return true;
    return false;
}

/* A row of ticks of a question for all that one uses or is able to. */
static bool is_tick_of_use(const GuessColumn *column)
{
    if (!column->grid || !column->shape.only_yes_no) return false;
    int kind = cues_first(column->question_words, CUE_USE | CUE_SKILL | CUE_INTEREST | CUE_WOULD | CUE_OPINION).kind;
    return kind & (CUE_USE | CUE_SKILL);
}

/* A row of a grid whose question says what it rates, by a few short answers of which some are of no scale: where scales are
 * drafted, their levels are left to be filled in. */
static bool is_unknown_scale(const GuessColumn *column, const Guesser *guesser)
{
    const Shape *shape = &column->shape;
    bool closed = shape->answers.n >= 2 && shape->answers.n <= CLOSED_ANSWERS && 3 * shape->answers.n <= shape->n_filled &&
                  shape->words <= CLOSED_WORDS;
    return guesser->drafting && column->grid && closed && shape->level_share >= CLOSED_SHARE &&
           cues_first(column->question_words, CUE_SKILL | CUE_INTEREST).kind;
}

/* Whether an answer begins with one of the words, and nothing but a mark or a blank after it. */
static bool any_begins_with(const Distinct *answers, const char *const words[], size_t n)
{
    for (int i = 0; i < answers->n; i++)
        for (size_t j = 0; j < n; j++) {
            size_t length = strlen(words[j]);
            if (strncasecmp(answers->text[i], words[j], length) == 0 && strchr(" ,.;!", answers->text[i][length])) return true;
        }
    return false;
}

static bool says_yes(const GuessColumn *column)
{
    static const char *const starts[] = {"yes", "si", "s\xc3\xad"};
    return any_begins_with(&column->shape.answers, starts, sizeof starts / sizeof *starts);
}

/* Nothing in the plan speaks of it: whether the wording or the answers are of another sort than what one can or would like. */
static bool is_beside_the_point(const GuessColumn *column, const Guesser *guesser)
{
    const char *words = column->question_words;
    if (!column->shape.levels && !column->shape.rated && !is_unknown_scale(column, guesser)) return column->shape.answers.n > 0;
    if (is_statement_rating(column) && statement_lean(column)) return false;
    if (is_priority(column) || is_tick_of_use(column)) return false;
    if (cues_first(words, CUE_OPINION | CUE_SKILL | CUE_INTEREST).kind == CUE_OPINION) return true;
    if (!column->grid && cues_first(words, CUE_COUNT).kind) return true;
    bool matters = cues_first(words, CUE_PRIORITY | CUE_SKILL | CUE_INTEREST).kind == CUE_PRIORITY;
    if (column->grid && column->shape.only_yes_no && cues_first(words, CUE_USE).kind) return true; /* is_tick_of_use said no */
    if (column->grid) return column->shape.agreement || matters;
    return column->shape.only_yes_no || says_yes(column) || column->shape.agreement || cues_first(words, CUE_PRIORITY).kind ||
           cues_first(words, WANTS_AND_CAN).kind == CUE_PRACTICE || column->shape.answers.n < 2;
}

/* A rating of oneself in words that nothing here knows: the question speaks to the reader. */
static bool asks_about_oneself(const GuessColumn *column)
{
    static const char *const words[] = {" you ", " your ", " yourself ",  " usted ", " te ",     " tu ",   " tus ",
                                        " su ",  " sus ",  " se siente ", " eres ",  " tienes ", " sabes "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(column->question_words, words[i])) return true;
    return false;
}

/* A rating that says no more than that it is one; of good and bad it is one of oneself only where it says so. */
static bool rates_oneself(const GuessColumn *column)
{
    if (asks_about_oneself(column)) return !column->shape.only_yes_no;
    return cues_first(column->question_words, CUE_RATING).kind && !column->shape.quality;
}

/* A grid of how often one does things. */
static bool is_practice(const GuessColumn *column)
{
    bool own = cues_first(column->question_words, CUE_USE | CUE_FIRST_PERSON).kind || asks_about_oneself(column);
    return column->grid && column->shape.frequency && own;
}

/* CUE_SKILL or CUE_INTEREST, 0 where neither the wording nor the words of the answers tell. */
static int lean(const GuessColumn *column)
{
    if (is_statement_rating(column) && statement_lean(column)) return statement_lean(column);
    if (is_priority(column)) return CUE_INTEREST;
    if (is_tick_of_use(column)) return CUE_SKILL;
    int kind = wants_or_can(column->question_words, WANTS_AND_CAN | (column->grid ? CUE_WOULD : 0));
    if (kind) return kind & (CUE_INTEREST | CUE_WOULD) ? CUE_INTEREST : CUE_SKILL;
    if (column->shape.skill_scale || is_practice(column)) return CUE_SKILL;
    if (column->shape.interest_scale && column->grid) return CUE_INTEREST;
    return column->grid ? column->file_hint : 0;
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
    bool fits = column->shape.levels || column->shape.rated || is_unknown_scale(column, guesser) ||
                (named && column->shape.level_share >= NAMED_SHARE) || is_skill_of_plan(column, guesser);
    if (!fits || (!named && (is_other_row(column) || is_beside_the_point(column, guesser)))) return MEANS_IGNORE;
    int leaning = lean(column);
    if (!leaning && (skill || column->grid_skills > column->grid_topics)) leaning = CUE_SKILL;
    if (!leaning && (topic || column->grid_topics > 0)) leaning = CUE_INTEREST;
    if (!leaning && column->grid && rates_oneself(column)) leaning = CUE_SKILL;
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

/* Where nothing else tells, the file's name does; a list of what one is or has is a field. */
static MeansKind plain_checklist(GuessColumn *column, const Guesser *guesser)
{
    int kind = wants_or_can(column->question_words, CUE_USE | CUE_OPINION | CUE_WOULD);
    if (!kind && !strchr(column->label, '?')) kind = column->file_hint;
    if (kind & (CUE_SKILL | CUE_USE)) return MEANS_SKILLS;
    CueHit group = cues_first(column->question_words, CUE_GROUP);
    bool of_groups =
        group.kind && strncmp(column->question_words + group.at, " area", 5) != 0; /* an area may be one to grow in */
    if (kind & (CUE_INTEREST | CUE_WOULD))
        return count_known(column, guesser->skill_names) > 0 && !of_groups ? MEANS_INTERESTS : MEANS_FOCUSES;
    if (kind == CUE_OPINION) return MEANS_IGNORE;
    column->meaning.name = column->label;
    return MEANS_FIELDS;
}

MeansKind guess_checklist(GuessColumn *column, const Guesser *guesser)
{
    if (!column->shape.checklist) return MEANS_IGNORE;
    int n_skills = count_known(column, guesser->plan.skills), n_topics = count_known(column, guesser->plan.topics);
    CueHit cue = cues_first(column->question_words, CUE_SKILL | CUE_USE | CUE_INTEREST | CUE_FIELD);
    int n_known = n_topics > n_skills ? n_topics : n_skills;
    column->meaning.separator = column->shape.separator;
    if (cue.kind == CUE_FIELD && 2 * n_known < column->shape.n_options) return MEANS_IGNORE; /* subjects taught, say */
    if (n_topics > n_skills) return MEANS_FOCUSES;
    if (n_skills > 0) return cue.kind == CUE_INTEREST ? n_topics > 0 ? MEANS_FOCUSES : MEANS_INTERESTS : MEANS_SKILLS;
    return plain_checklist(column, guesser);
}

/* Whether an answer says yes or no in its own words: then the question picks nothing. */
static bool answers_yes_or_no(const GuessColumn *column)
{
    static const char *const starts[] = {"yes", "no", "not", "maybe", "si", "s\xc3\xad", "quiz\xc3\xa1s", "tal vez"};
    return any_begins_with(&column->shape.answers, starts, sizeof starts / sizeof *starts);
}

/* One group or focus area picked from a few: a checklist with one tick. */
MeansKind guess_pick(GuessColumn *column, const Guesser *guesser)
{
    (void)guesser;
    const Shape *shape = &column->shape;
    if (column->grid || shape->checklist || shape->levels || shape->numbers || shape->answers.n < 2) return MEANS_IGNORE;
    if (!guess_is_category(column) || shape->answers.n > PICKS) return MEANS_IGNORE;
    bool about_groups = cues_first(column->question_words, CUE_GROUP).kind;
    bool wants = cues_first(column->question_words, CUE_INTEREST | CUE_OPINION | CUE_SKILL).kind == CUE_INTEREST;
    if (!about_groups || !wants || answers_yes_or_no(column)) return MEANS_IGNORE;
    column->meaning.separator = ';';
    return MEANS_FOCUSES;
}

/* A ranked choice: a rank in the header, and answers that are groups or focus areas. */
MeansKind guess_choice(GuessColumn *column, const Guesser *guesser)
{
    int rank = columns_rank(column->label);
    const Distinct *answers = &column->shape.answers;
    if (rank == 0 || answers->n == 0 || column->shape.numbers || column->shape.only_yes_no) return MEANS_IGNORE;
    CueHit choice = cues_first(column->question_words, CUE_CHOICE);
    if (!choice.kind) choice = cues_first(column->label_words, CUE_CHOICE);
    int n_known = 0;
    for (int i = 0; i < answers->n; i++) n_known += knows(guesser->plan.topics, answers->text[i]);
    bool says_so = cues_first(column->question_words, CUE_GROUP).kind ||
                   (!column->grid && cues_count_words(column->label_words) <= BARE_CHOICE);
    bool about_groups = says_so && names_count(guesser->plan.topics) == 0;
    if (2 * n_known < answers->n && !(choice.kind && (n_known > 0 || about_groups))) return MEANS_IGNORE;
    column->meaning.rank = rank;
    return MEANS_CHOICE;
}
