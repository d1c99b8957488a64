/* staff_fill.c: merged answers, the roster over them and the settings under them -> Model.staff, levels, interests, topic
 * answers. */
#include "read/merge.h"
#include "read/responses_fill.h"
#include "read/staff_attributes.h"
#include "read/survey_tally.h"

/* The roster's cell, else the merged answer (in hundredths, as `unit` of it), else the setting. */
static int amount_of(int roster, int merged, int unit, int setting)
{
    if (roster >= 0) return roster;
    return merged >= 0 ? merged / unit : setting;
}

static const char *name_of(const PeopleReader *reader, const Identity *identity, int merged)
{
    const Sheet *roster = &reader->plan->sheets[SHEET_PEOPLE];
    const char *text = identity->roster_row < 0 ? "" : sheet_cell(roster, identity->roster_row, PEOPLE_NAME);
    if (*text) return text;
    if (merged >= 0) return arena_copy(reader->arena, vocabulary_spelling(reader->identities.names, merged));
    bool unnamed = *identity->id == '\0' && *identity->email == '\0'; /* a row of a survey that asks nobody's name */
    return unnamed ? identity->key : "";
}

/* Everything of the person but site and attributes. */
static CadreStatus person_fill(PeopleReader *reader, const Merger *merger, const Identity *identity, Person *person)
{
    const Sheet *roster = &reader->plan->sheets[SHEET_PEOPLE];
    const Settings *settings = &reader->model->settings;
    const int *merged = merger->values;
    int row = identity->roster_row, hours = -1, max_groups = -1, max_leads = -1;
    if (row >= 0) {
        hours = sheet_hundredths(roster, row, PEOPLE_HOURS, AMOUNT_HOURS_MAX, -1, reader->messages);
        max_groups = sheet_int(roster, row, PEOPLE_MAX_GROUPS, 0, AMOUNT_COUNT_MAX / 100, -1, reader->messages);
        max_leads = sheet_int(roster, row, PEOPLE_MAX_LEADS, 0, AMOUNT_COUNT_MAX / 100, -1, reader->messages);
    }
    *person = (Person){.key = identity->key,
                       .id = identity->id,
                       .email = identity->email,
                       .name = name_of(reader, identity, merged[THING_NAME]),
                       .site = -1,
                       .position = "",
                       .hours = amount_of(hours, merged[THING_HOURS], 1, settings->hours),
                       .max_groups = amount_of(max_groups, merged[THING_MAX_GROUPS], 100, settings->max_groups),
                       .max_leads = amount_of(max_leads, merged[THING_MAX_LEADS], 100, settings->max_leads),
                       .own_hours = hours >= 0 || merged[THING_HOURS] >= 0,
                       .own_max_groups = max_groups >= 0 || merged[THING_MAX_GROUPS] >= 0,
                       .own_max_leads = max_leads >= 0 || merged[THING_MAX_LEADS] >= 0,
                       .away = row >= 0 && sheet_yes(roster, row, PEOPLE_AWAY, false, reader->messages),
                       .answered = identity->n_rows > 0,
                       .origin = identity->origin};
    return person->name ? CADRE_OK : error_no_memory(reader->err);
}

static void levels_fill(Model *model, const Merger *merger, int person)
{
    int8_t *levels = model->levels + (size_t)person * (size_t)model->n_skills;
    int8_t *interests = model->interests + (size_t)person * (size_t)model->n_skills;
    for (int skill = 0; skill < model->n_skills; skill++) {
        levels[skill] = (int8_t)merger->values[merger->things.first_skill + skill];
        interests[skill] = (int8_t)merger->values[merger->things.first_interest + skill];
    }
}

typedef LIST(TopicAnswer) TopicAnswers;

/* Ratings and choices of one person, sorted by topic. */
static CadreStatus topics_fill(TopicAnswers *out, const PeopleReader *reader, const Merger *merger, Person *person)
{
    int n_topics = names_count(reader->model->topics), chosen = merger->source[THING_CHOICES];
    const RowAnswers *choices = chosen < 0 ? NULL : &merger->surveys[chosen];
    int item = 0, n_items = choices ? choices->n_items : 0;
    person->first_topic = out->n;
    for (int topic = 0; topic < n_topics; topic++) {
        int rating = merger->values[merger->things.first_topic + topic], points = 0;
        while (item < n_items && choices->items[item].thing == THING_CHOICES && choices->items[item].number < topic) item++;
        if (item < n_items && choices->items[item].thing == THING_CHOICES && choices->items[item].number == topic)
            points = choices->items[item].points;
        if (rating < 0 && points == 0) continue;
        if (!LIST_PUSH(reader->arena, out, (TopicAnswer){topic, (int8_t)rating, (int8_t)points}))
            return error_no_memory(reader->err);
    }
    person->n_topics = out->n - person->first_topic;
    return CADRE_OK;
}

/* The fields of a person that surveys or the roster name; site and position are said apart. */
static CadreStatus fields_fill(StaffAttributes *attributes, const PeopleReader *reader, const Merger *merger,
                               const Identity *identity, int person)
{
    const Sheet *roster = &reader->plan->sheets[SHEET_PEOPLE];
    int row = identity->roster_row, n_others = row >= 0 ? roster->n_other_columns : 0;
    int site = merger->values[THING_SITE], position = merger->values[THING_POSITION];
    if (row >= 0 && reader->roster_sites[row] >= 0) site = reader->roster_sites[row];
    if (row >= 0 && reader->roster_positions[row] >= 0) position = reader->roster_positions[row];
    attributes_begin(attributes, person, site);
    if (position >= 0) TRY(attributes_add(attributes, FIELD_POSITION, position));
    for (int i = 0; i < n_others; i++) {
        int value = reader->roster_values[(size_t)row * (size_t)n_others + (size_t)i];
        if (value >= 0) TRY(attributes_add_only(attributes, reader->roster_fields[i], value));
    }
    for (int i = 0; i < merger->n_chosen; i++)
        for (int j = 0; j < merger->surveys[i].n_items; j++) {
            RowItem item = merger->surveys[i].items[j];
            if (item.thing < THING_FIRST_FIELD || merger->source[item.thing] != i) continue;
            int field = item.thing - THING_FIRST_FIELD;
            if (!attributes_closed(attributes, field)) TRY(attributes_add(attributes, field, item.number));
        }
    return CADRE_OK;
}

static CadreStatus staff_allocate(PeopleReader *reader)
{
    Model *model = reader->model;
    size_t n = (size_t)reader->identities.n_people, n_skills = (size_t)model->n_skills;
    model->n_staff = reader->identities.n_people;
    model->staff = ARENA_ARRAY(reader->arena, Person, n);
    model->levels = ARENA_ARRAY(reader->arena, int8_t, n * n_skills);
    model->interests = ARENA_ARRAY(reader->arena, int8_t, n * n_skills);
    return model->staff && model->levels && model->interests ? CADRE_OK : error_no_memory(reader->err);
}

CadreStatus staff_fill(PeopleReader *reader)
{
    Model *model = reader->model;
    Merger merger;
    StaffAttributes attributes;
    ResponsesFiller responses;
    TopicAnswers topics = {0};
    TRY(staff_allocate(reader));
    TRY(survey_tally_open(reader));
    TRY(merger_create(&merger, reader));
    TRY(attributes_create(&attributes, reader));
    TRY(responses_open(&responses, reader));
    for (int i = 0; i < model->n_staff; i++) {
        const Identity *identity = &reader->identities.people[i];
        merger_run(&merger, identity);
        survey_tally_add(reader, &merger, identity);
        TRY(responses_add(&responses, &merger, i));
        TRY(person_fill(reader, &merger, identity, &model->staff[i]));
        levels_fill(model, &merger, i);
        TRY(topics_fill(&topics, reader, &merger, &model->staff[i]));
        TRY(fields_fill(&attributes, reader, &merger, identity, i));
    }
    model->topic_answers = topics.n ? topics.items : ARENA_NEW(reader->arena, TopicAnswer);
    model->n_topic_answers = topics.n;
    return model->topic_answers ? attributes_finish(&attributes) : error_no_memory(reader->err);
}
