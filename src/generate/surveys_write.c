/* surveys_write.c: the two surveys of a made-up district as a form's export would be: a skills inventory in words, a survey of
 * interests in numbers. Some answer twice, some leave blanks, some spell their school in another way. */
#include "generate/sheets_write.h"

static const char *const ability_words[] = {"None", "Novice", "Beginner", "Intermediate", "Proficient", "Expert"};

static void put_stamp(TextBuffer *out, int day, int row)
{
    int second = row * 37 % 86400;
    buffer_print(out, "%d/%d/2026 %d:%02d:%02d", 9, day, second / 3600, second / 60 % 60, second % 60);
}

static void put_level(TextBuffer *out, int level)
{
    if (level != MADE_NONE) buffer_print(out, "%d", level);
}

/* `shift` moves the levels of an earlier answer, which must not count. */
static void put_skills_row(TextBuffer *out, const MadeDistrict *district, int number, int day, int shift)
{
    const MadePerson *person = &district->people.items[number];
    const MadeSite *site = person->site == MADE_NONE ? NULL : &district->sites.items[person->site];
    put_stamp(out, day, number);
    buffer_print(out, ",%s,%s,%s,%s,%d", person->email, person->name,
                 !site                    ? ""
                 : person->misspells_site ? site->alias
                                          : site->name,
                 facts_departments[person->department], person->years);
    for (int skill = 0; skill < district->n_skills; skill++) {
        int level = person->level[skill];
        buffer_print(out, ",%s", level == MADE_NONE ? "" : ability_words[(level + shift) % 6]);
    }
    buffer_add(out, "\n");
}

void skills_survey_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "Timestamp,Email Address,Your name,Which school do you work at?,Department,Years of service");
    for (int skill = 0; skill < district->n_skills; skill++)
        buffer_print(out, ",How skilled are you in each of these? [%s]", facts_skills[skill]);
    buffer_add(out, "\n");
    for (int i = 0; i < district->people.n; i++) {
        if (!district->people.items[i].answered) continue;
        if (district->people.items[i].answered_twice) put_skills_row(out, district, i, 4, 1);
        put_skills_row(out, district, i, 8, 0);
    }
}

static void put_interests_row(TextBuffer *out, const MadeDistrict *district, int number)
{
    const MadePerson *person = &district->people.items[number];
    put_stamp(out, 15, number);
    buffer_print(out, ",%s", person->email);
    for (int skill = 0; skill < district->n_skills; skill++) {
        if (!district->asks_interest[skill]) continue;
        buffer_add(out, ",");
        put_level(out, person->interest[skill]);
    }
    for (int kind = 0; kind < district->n_kinds; kind++) {
        if (!district->kinds[kind].rated) continue;
        buffer_add(out, ",");
        put_level(out, person->rating[kind]);
    }
    for (int i = 0; i < MADE_CHOICES; i++) {
        buffer_add(out, ",");
        if (person->group_choice[i] != MADE_NONE)
            buffer_add(out, district->groups.items[person->group_choice[i]].row_name);
        else if (person->choice[i] != MADE_NONE)
            buffer_add(out, district->kinds[person->choice[i]].focus);
    }
    buffer_add(out, "\n");
}

void interests_survey_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "Timestamp,Email Address");
    for (int skill = 0; skill < district->n_skills; skill++)
        if (district->asks_interest[skill])
            buffer_print(out, ",How much would you like to use or grow each of these? [%s]", facts_skills[skill]);
    for (int kind = 0; kind < district->n_kinds; kind++)
        if (district->kinds[kind].rated)
            buffer_print(out, ",Where would you like to contribute? [%s]", district->kinds[kind].focus);
    buffer_add(out, ",First choice,Second choice,Third choice\n");
    for (int i = 0; i < district->people.n; i++)
        if (district->people.items[i].answered) put_interests_row(out, district, i);
}

void columns_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "survey,header,means,name,scale\n,Timestamp,timestamp,,mdy\n,Email Address,email,,\n,Your name,name,,\n"
                    ",Which school do you work at?,site,,\n,Department,field,department,\n,Years of service,field,years,\n");
    for (int skill = 0; skill < district->n_skills; skill++) {
        buffer_print(out, ",How skilled are you in each of these? [%s],skill,,ability\n", facts_skills[skill]);
        if (district->asks_interest[skill])
            buffer_print(out, ",How much would you like to use or grow each of these? [%s],interest,,0-5\n",
                         facts_skills[skill]);
    }
    for (int kind = 0; kind < district->n_kinds; kind++)
        if (district->kinds[kind].rated)
            buffer_print(out, ",Where would you like to contribute? [%s],focus,,0-5\n", district->kinds[kind].focus);
    buffer_add(out, ",First choice,choice,1,\n,Second choice,choice,2,\n,Third choice,choice,3,\n");
}
