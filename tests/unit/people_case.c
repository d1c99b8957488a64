#include "unit/people_case.h"

#include <criterion/criterion.h>
#include <string.h>

#include "read/csv_read.h"
#include "read/plan_read.h"

void people_case_start(PeopleCase *people)
{
    *people = (PeopleCase){0};
    reading_start(&people->reading);
    people_case_sheet(people, "groups.csv", "group,focus\nTeam,Reading\n");
}

void people_case_end(PeopleCase *people) { reading_end(&people->reading); }

void people_case_sheet(PeopleCase *people, const char *name, const char *text) { reading_text(&people->reading, name, text); }

void people_case_survey(PeopleCase *people, const char *name, const char *text)
{
    cr_assert_lt(people->n_surveys, PEOPLE_CASE_SURVEYS);
    people->surveys[people->n_surveys++] = reading_text(&people->reading, name, text);
}

void people_case_read(PeopleCase *people)
{
    Reading *reading = &people->reading;
    PlanSheets plan = {0};
    Table surveys[PEOPLE_CASE_SURVEYS];
    CadreError *err = &reading->err;
    cr_assert_eq(plan_sheets_read(&plan, reading->folder, reading->arena, reading->messages, err), CADRE_OK, "%s", err->text);
    for (int i = 0; i < people->n_surveys; i++)
        cr_assert_eq(csv_read(&surveys[i], people->surveys[i], true, reading->arena, reading->messages, err), CADRE_OK);
    cr_assert_eq(settings_read(&people->model.settings, &plan, reading->arena, reading->messages, err), CADRE_OK);
    cr_assert_eq(people_read(&people->model, &people->topics, &people->responses, &plan, surveys, people->n_surveys,
                             reading->arena, reading->messages, err),
                 CADRE_OK, "%s", err->text);
    people->messages = reading_messages(reading);
}

int people_case_person(const PeopleCase *people, const char *key)
{
    for (int i = 0; i < people->model.n_staff; i++)
        if (strcmp(people->model.staff[i].key, key) == 0) return i;
    cr_assert_fail("nobody is called %s", key);
    return -1;
}

static int known(const Names *names, const char *name)
{
    int number = names_find(names, name);
    cr_assert_geq(number, 0, "%s is unknown", name);
    return number;
}

int people_case_level(const PeopleCase *people, const char *key, const char *skill)
{
    return model_level(&people->model, people_case_person(people, key), known(people->model.skills, skill));
}

int people_case_interest(const PeopleCase *people, const char *key, const char *skill)
{
    return model_interest(&people->model, people_case_person(people, key), known(people->model.skills, skill));
}

int people_case_rating(const PeopleCase *people, const char *key, const char *topic)
{
    const TopicAnswer *answer =
        model_topic_answer(&people->model, people_case_person(people, key), known(people->model.topics, topic));
    return answer ? answer->rating : LEVEL_NONE;
}

int people_case_choice(const PeopleCase *people, const char *key, const char *topic)
{
    const TopicAnswer *answer =
        model_topic_answer(&people->model, people_case_person(people, key), known(people->model.topics, topic));
    return answer ? answer->choice : 0;
}

bool people_case_has(const PeopleCase *people, const char *key, const char *field, const char *value)
{
    int number = known(people->model.fields, field), of_field = names_find(people->model.field_values[number], value);
    return of_field >= 0 && model_has_attribute(&people->model, people_case_person(people, key), number, of_field);
}

const char *people_case_keys(PeopleCase *people)
{
    const char *keys = "";
    for (int i = 0; i < people->model.n_staff; i++)
        keys = arena_print(people->reading.arena, "%s%s%s", keys, i ? " " : "", people->model.staff[i].key);
    return keys;
}
