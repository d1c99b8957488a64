/* guess_column.c: the rules in their order, and those about who people are. */
#include "read/guess_column.h"

#include <string.h>

enum {
    MOSTLY = 80,
    HALF = 50,
    SHORT_HEADER = 3,
    ID_HEADER = 4,
    LONG_HEADER = 10,
    SHORT_ANSWER = 60, /* words * 10 */
    LONG_ANSWER = 140, /* of a category where the header says which and each answer recurs so */
    OFTEN = 10,        /* often on average */
    FEW = 12,
    MANY_TIMES = 90,
    NUMBER_HEADER = 8, /* words of a header above numbers that are an attribute, */
    YEARS_HEADER = 16  /* and where it asks for years */
};

static int hint(const GuessColumn *column, int kinds) { return cues_first(column->label_words, kinds).kind; }

static bool answers_differ(const GuessColumn *column)
{
    return column->shape.n_filled > 0 && 2 * column->shape.answers.n >= column->shape.n_filled;
}

static MeansKind guess_timestamp(GuessColumn *column, const Guesser *guesser)
{
    (void)guesser;
    const Shape *shape = &column->shape;
    bool of_day = shape->times && !strchr(shape->answers.text[0], ':');
    if (!shape->times || (of_day && shape->spans_years)) return MEANS_IGNORE; /* of birth, of hire */
    bool says_so = hint(column, CUE_TIME) && cues_count_words(column->label_words) <= ID_HEADER;
    bool looks_so = !column->grid && strchr(shape->answers.text[0], ':') &&
                    100 * shape->answers.n >= MANY_TIMES * shape->n_filled && shape->n_filled == column->table->n_rows &&
                    shape->n_filled >= FEW;
    return says_so || looks_so ? MEANS_TIMESTAMP : MEANS_IGNORE;
}

static MeansKind guess_email(GuessColumn *column, const Guesser *guesser)
{
    (void)guesser;
    return column->shape.n_filled > 0 && column->shape.email_share >= MOSTLY ? MEANS_EMAIL : MEANS_IGNORE;
}

/* Whether the answers could be levels, years or other counts that ids of a roster numbered from 1 look like. */
static bool may_be_a_rating(const GuessColumn *column)
{
    const Shape *shape = &column->shape;
    return column->grid || shape->levels || (shape->numbers && shape->answers.n < shape->n_filled);
}

/* Ids that the roster has, or a header that says so. */
static MeansKind guess_id(GuessColumn *column, const Guesser *guesser)
{
    const Distinct *answers = &column->shape.answers;
    int n_known = 0;
    for (int i = 0; i < answers->n; i++) n_known += names_find(guesser->plan.ids, answers->text[i]) >= 0;
    if (answers->n > 0 && 2 * n_known >= answers->n && answers_differ(column) && !may_be_a_rating(column)) return MEANS_ID;
    bool says_so = hint(column, CUE_ID) && cues_count_words(column->label_words) <= ID_HEADER;
    return says_so && answers_differ(column) ? MEANS_ID : MEANS_IGNORE;
}

/* "Mentor's name": of someone else. */
static bool names_another(const GuessColumn *column)
{
    static const char *const others[] = {" mentor",  " supervisor", " principal", " manager", " boss ",
                                         " student", " child",      " parent",    " spouse",  " emergency",
                                         " contact", " director",   " jefe",      " alumn",   " estudiante",
                                         " hij",     " tutor",      " padre",     " madre",   " emergencia"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strstr(column->label_words, others[i])) return true;
    return false;
}

/* A header that says name and at most whose (`Staff member`), above what may be names. */
static MeansKind guess_name(GuessColumn *column, const Guesser *guesser)
{
    (void)guesser;
    const Shape *shape = &column->shape;
    bool says_so = hint(column, CUE_NAME), only = cues_cover(column->head_words, CUE_NAME | CUE_NAME_FILLER);
    bool persons = shape->person_share >= MANY_TIMES && !names_another(column) &&
                   !hint(column, CUE_SITE | CUE_GROUP | CUE_FIELD | CUE_OPINION | CUE_INTEREST | CUE_SKILL | CUE_LEAD);
    bool differ = 5 * shape->answers.n >= shape->n_filled; /* first names recur */
    if (shape->n_filled == 0 || shape->numbers || column->grid) return MEANS_IGNORE;
    if (says_so && only && differ) return MEANS_NAME;
    bool whose = (says_so && cues_count_words(column->label_words) <= ID_HEADER) || only;
    return persons && whose && answers_differ(column) ? MEANS_NAME : MEANS_IGNORE;
}

/* "Would you lead a group?", answered by yes, no, or how many. */
static bool offers_to_lead(const GuessColumn *column, const Guesser *guesser)
{
    const Shape *shape = &column->shape;
    bool asks = hint(column, CUE_LEAD) && hint(column, CUE_INTEREST | CUE_WOULD) && !hint(column, CUE_OPINION);
    bool answered = shape->limits || (guesser->drafting && shape->counted_share >= HALF);
    return asks && answered && shape->answers.n <= FEW && shape->amount_share < HALF && !shape->checklist;
}

/* Hours a month, and how many groups or leading roles one would take. */
static MeansKind guess_amount(GuessColumn *column, const Guesser *guesser)
{
    const Shape *shape = &column->shape;
    bool amounts = shape->numbers || shape->amount_share >= MOSTLY || (guesser->drafting && shape->counted_share >= MOSTLY);
    if (shape->answers.n == 0 || shape->times || column->grid) return MEANS_IGNORE;
    if (amounts && hint(column, CUE_HOURS)) return hint(column, CUE_OTHER_PERIOD) ? MEANS_IGNORE : MEANS_HOURS;
    if (offers_to_lead(column, guesser)) return MEANS_MAX_LEADS;
    if (!amounts || !hint(column, CUE_COUNT)) return MEANS_IGNORE;
    if (hint(column, CUE_LEAD)) return MEANS_MAX_LEADS;
    return hint(column, CUE_GROUP) && !hint(column, CUE_OTHER_PERIOD | CUE_SKILL) ? MEANS_MAX_GROUPS : MEANS_IGNORE;
}

bool guess_is_category(const GuessColumn *column)
{
    const Shape *shape = &column->shape;
    if (shape->n_filled == 0 || shape->words > SHORT_ANSWER || shape->only_yes_no || column->grid) return false;
    return shape->answers.n <= FEW || 2 * shape->answers.n <= shape->n_filled;
}

static MeansKind guess_site(GuessColumn *column, const Guesser *guesser)
{
    (void)guesser;
    int kind = hint(column, CUE_SITE | CUE_POSITION | CUE_FIELD | CUE_INTEREST | CUE_OPINION | CUE_COUNT | CUE_PRACTICE);
    bool names = !(column->shape.levels || column->shape.numbers) || cues_count_words(column->label_words) <= ID_HEADER;
    return kind == CUE_SITE && names && guess_is_category(column) ? MEANS_SITE : MEANS_IGNORE;
}

/* Job titles may be as many as people. */
static MeansKind guess_position(GuessColumn *column, const Guesser *guesser)
{
    (void)guesser;
    const Shape *shape = &column->shape;
    bool says_so = hint(column, CUE_SITE | CUE_POSITION | CUE_FIELD) == CUE_POSITION &&
                   !hint(column, CUE_INTEREST | CUE_OPINION | CUE_COUNT | CUE_SKILL | CUE_CHOICE | CUE_PRACTICE);
    bool titles = shape->n_filled > 0 && shape->words <= SHORT_ANSWER && !shape->levels && !shape->numbers && !shape->times;
    return says_so && titles && !column->grid ? MEANS_POSITION : MEANS_IGNORE;
}

/* A short header that asks nothing, above a few categories in words. */
static bool is_plain_attribute(const GuessColumn *column)
{
    const Shape *shape = &column->shape;
    if (cues_count_words(column->label_words) > ID_HEADER || strchr(column->label, '?')) return false;
    if (guess_mostly_levels(column) || shape->numbers || shape->times || shape->only_yes_no || shape->checklist) return false;
    return shape->answers.n >= 2 && 3 * shape->answers.n <= 2 * shape->n_filled &&
           !hint(column, CUE_OPINION | CUE_INTEREST | CUE_PRACTICE | CUE_MASK) &&
           (!hint(column, CUE_CHOICE) || cues_count_words(column->label_words) == 1);
}

/* The plan's name for a field, the short header itself, or the usual word for it. */
static MeansKind guess_field(GuessColumn *column, const Guesser *guesser)
{
    const Shape *shape = &column->shape;
    CueHit about = cues_first(column->label_words, CUE_FIELD);
    bool years = about.field && strcmp(about.field, "years") == 0;
    bool short_enough = cues_count_words(column->label_words) <= (years ? YEARS_HEADER : NUMBER_HEADER);
    bool counts = shape->numbers && shape->n_filled > 0 && about.kind && short_enough;
    bool long_category = about.kind && shape->n_filled > 0 && shape->words <= LONG_ANSWER &&
                         OFTEN * shape->answers.n <= shape->n_filled && cues_count_words(column->label_words) <= LONG_HEADER;
    if ((!guess_is_category(column) && !shape->checklist && !counts && !long_category) || column->grid) return MEANS_IGNORE;
    CueHit cue =
        cues_first(column->label_words, CUE_FIELD | CUE_INTEREST | CUE_OPINION | CUE_SKILL | CUE_PRIORITY | CUE_CHOICE);
    bool counts_other = hint(column, CUE_COUNT) && !(cue.field && strcmp(cue.field, "years") == 0);
    if (cue.kind == CUE_FIELD && (counts_other || (shape->levels && !shape->numbers))) cue.kind = 0;
    int known = names_find(guesser->plan.fields, column->label);
    if (known < 0) known = plan_names_within(guesser->plan.fields, guesser->plan.field_words, column->label_words);
    if (known < 0 && cue.kind != CUE_FIELD && !is_plain_attribute(column)) return MEANS_IGNORE;
    if (known >= 0)
        column->meaning.name = names_get(guesser->plan.fields, known);
    else
        column->meaning.name = cue.kind != CUE_FIELD || !cue.field || cues_count_words(column->label_words) <= SHORT_HEADER
                                   ? column->label
                                   : cue.field;
    column->meaning.separator = shape->checklist ? shape->separator : '\0';
    return shape->checklist ? MEANS_FIELDS : MEANS_FIELD;
}

static GuessRule *const rules[] = {
    guess_email, guess_timestamp, guess_id,   guess_name, guess_choice,   guess_amount,
    guess_level, guess_checklist, guess_pick, guess_site, guess_position, guess_field,
};

void guess_column(GuessColumn *column, const Guesser *guesser)
{
    column->meaning.means = MEANS_IGNORE;
    column->meaning.name = "";
    column->meaning.rank = 0;
    column->meaning.separator = '\0';
    bool asked = *column->label && !guess_is_of_form(column) && !column->ranked && !column->shape.ranking;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && asked; i++) {
        column->meaning.means = rules[i](column, guesser);
        if (column->meaning.means != MEANS_IGNORE) break;
    }
    if (column->meaning.means == MEANS_IGNORE) column->meaning.name = "";
    if (!means_is_checklist(column->meaning.means)) column->meaning.separator = '\0';
    column->meaning.sure = guess_sureness(column);
}
