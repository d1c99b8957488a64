/* overview.c: who answered and what they said. */
#include "explain/overview.h"

#include "explain/overview_parts.h"

enum { FORM_NAMES = 3 }; /* of its surveys that name a form */

/* "north.csv or south.csv or 18 more" */
static CadreStatus name_forms(Overview *overview, Arena *arena, CadreError *err)
{
    const Responses *responses = overview->responses;
    int *n_surveys = ARENA_ARRAY(arena, int, responses->n_forms + 1);
    overview->form_names = ARENA_ARRAY(arena, const char *, responses->n_forms + 1);
    overview->form_asked = ARENA_ARRAY(arena, bool, responses->n_forms + 1);
    if (!n_surveys || !overview->form_names || !overview->form_asked) return error_no_memory(err);
    for (int i = 0; i < responses->n_surveys; i++) {
        const SurveyFile *survey = &responses->surveys[i];
        const char **name = &overview->form_names[survey->form];
        if (n_surveys[survey->form]++ < FORM_NAMES)
            *name = *name ? arena_print(arena, "%s or %s", *name, survey->name) : survey->name;
        if (!*name) return error_no_memory(err);
        overview->n_asked += survey->names_people && !overview->form_asked[survey->form];
        overview->form_asked[survey->form] |= survey->names_people;
    }
    for (int form = 0; form < responses->n_forms; form++) {
        const char **name = &overview->form_names[form];
        if (n_surveys[form] > FORM_NAMES) *name = arena_print(arena, "%s or %d more", *name, n_surveys[form] - FORM_NAMES);
        if (!*name) return error_no_memory(err);
    }
    return CADRE_OK;
}

static void add_count(AnswerCount *to, AnswerCount what)
{
    to->staff += what.staff;
    to->all += what.all;
    to->some += what.some;
    to->none += what.none;
    to->away += what.away;
}

/* Note the forms that ask who answers and that the person has not answered. answered: [n_forms] person + 1 where they have. */
static CadreStatus add_gap(Overview *overview, int person, const int answered[], int n_answered, Arena *arena, CadreError *err)
{
    Gap gap = {.person = person, .silent = n_answered == 0, .first_form = overview->gap_forms.n};
    for (int form = 0; form < overview->responses->n_forms; form++) {
        if (!overview->form_asked[form] || answered[form] == person + 1) continue;
        if (!LIST_PUSH(arena, &overview->gap_forms, form)) return error_no_memory(err);
    }
    gap.n_forms = overview->gap_forms.n - gap.first_form;
    return LIST_PUSH(arena, &overview->gaps, gap) ? CADRE_OK : error_no_memory(err);
}

/* Count the person's responses, from *next on; how many forms that ask who answers are answered by them. */
static int count_responses(Overview *overview, int person, int *next, int answered[])
{
    const Responses *responses = overview->responses;
    int n_answered = 0;
    for (; *next < responses->items.n && responses->items.items[*next].person == person; (*next)++) {
        const Response *response = &responses->items.items[*next];
        const SurveyFile *survey = &responses->surveys[response->survey];
        SurveyCount *count = &overview->surveys[response->survey];
        count->people++;
        count->repeated += response->n_rows > 1;
        count->late += response->late;
        if (!survey->names_people || answered[survey->form] == person + 1) continue;
        answered[survey->form] = person + 1;
        n_answered++;
    }
    return n_answered;
}

/* One person. Whom only a row of a survey without names makes one can answer nothing else. */
static CadreStatus count_person(Overview *overview, int person, int *next, int answered[], Arena *arena, CadreError *err)
{
    const Person *at = &overview->model->staff[person];
    int first = *next, n_answered = count_responses(overview, person, next, answered);
    bool nameless = n_answered == 0 && *next > first;
    bool complete = nameless || (n_answered > 0 && n_answered == overview->n_asked);
    AnswerCount one = {.staff = 1, .away = at->away};
    one.all = !at->away && complete;
    one.none = !at->away && !complete && n_answered == 0;
    one.some = !at->away && !complete && n_answered > 0;
    add_count(&overview->all, one);
    add_count(&overview->sites[at->site < 0 ? overview->model->n_sites : at->site], one);
    if (at->away || complete || overview->n_asked == 0) return CADRE_OK;
    return add_gap(overview, person, answered, n_answered, arena, err);
}

static CadreStatus count_people(Overview *overview, Arena *arena, CadreError *err)
{
    const Model *model = overview->model;
    overview->sites = ARENA_ARRAY(arena, AnswerCount, model->n_sites + 1);
    overview->surveys = ARENA_ARRAY(arena, SurveyCount, overview->responses->n_surveys + 1);
    int *answered = ARENA_ARRAY(arena, int, overview->responses->n_forms + 1), next = 0;
    if (!overview->sites || !overview->surveys || !answered) return error_no_memory(err);
    for (int person = 0; person < model->n_staff; person++) TRY(count_person(overview, person, &next, answered, arena, err));
    return CADRE_OK;
}

/* Add what somebody answered; all: [n] of one kind, named by `names`. */
static CadreStatus keep_spreads(Overview *overview, const Spread all[], SpreadKind kind, const Names *names, Arena *arena,
                                CadreError *err)
{
    for (int i = 0; i < names_count(names); i++) {
        Spread spread = all[i];
        spread.kind = kind;
        spread.name = names_get(names, i);
        for (int level = 0; level <= LEVEL_MAX; level++) spread.n_answers += spread.count[level];
        if (spread.n_answers > 0 && !LIST_PUSH(arena, &overview->spreads, spread)) return error_no_memory(err);
    }
    return CADRE_OK;
}

static void count_levels(Spread spreads[], const int8_t levels[], const Model *model)
{
    for (int person = 0; person < model->n_staff; person++)
        for (int skill = 0; skill < model->n_skills; skill++, levels++)
            if (*levels >= 0) spreads[skill].count[*levels]++;
}

static CadreStatus count_answers(Overview *overview, Arena *arena, CadreError *err)
{
    const Model *model = overview->model;
    int n_topics = names_count(model->topics);
    Spread *skills = ARENA_ARRAY(arena, Spread, model->n_skills + 1);
    Spread *interests = ARENA_ARRAY(arena, Spread, model->n_skills + 1);
    Spread *topics = ARENA_ARRAY(arena, Spread, n_topics + 1), *choices = ARENA_ARRAY(arena, Spread, n_topics + 1);
    if (!skills || !interests || !topics || !choices) return error_no_memory(err);
    count_levels(skills, model->levels, model);
    count_levels(interests, model->interests, model);
    for (int i = 0; i < model->n_topic_answers; i++) {
        const TopicAnswer *answer = &model->topic_answers[i];
        if (answer->rating >= 0) topics[answer->topic].count[answer->rating]++;
        if (answer->choice > 0) choices[answer->topic].count[answer->choice]++;
    }
    TRY(keep_spreads(overview, skills, SPREAD_SKILL, model->skills, arena, err));
    TRY(keep_spreads(overview, interests, SPREAD_INTEREST, model->skills, arena, err));
    TRY(keep_spreads(overview, topics, SPREAD_TOPIC, model->topics, arena, err));
    return keep_spreads(overview, choices, SPREAD_CHOICE, model->topics, arena, err);
}

CadreStatus overview_make(Overview *out, const Model *model, const Responses *responses, const Program *program, Arena *arena,
                          CadreError *err)
{
    Overview overview = {.model = model, .responses = responses, .program = program};
    TRY(name_forms(&overview, arena, err));
    TRY(count_people(&overview, arena, err));
    TRY(count_answers(&overview, arena, err));
    if (program) TRY(overview_lacks(&overview, arena, err));
    if (program) TRY(overview_closed_roles(&overview, arena, err));
    *out = overview;
    return CADRE_OK;
}
