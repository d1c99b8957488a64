#include "read/row_answers.h"

#include <stdlib.h>
#include <string.h>

enum { BEST_CHOICE = 6 };

Things things_of(const Model *model)
{
    Things things;
    things.first_skill = THING_FIRST_FIELD + names_count(model->fields);
    things.first_interest = things.first_skill + model->n_skills;
    things.first_topic = things.first_interest + model->n_skills;
    things.n = things.first_topic + names_count(model->topics);
    return things;
}

/* How many items a row of a survey can have at most. */
static int items_of_survey(const PeopleReader *reader, int survey)
{
    int n = 0;
    for (int i = reader->first_column[survey]; i < reader->first_column[survey + 1]; i++) {
        const SurveyColumn *column = &reader->columns[i];
        MeansKind means = column->meaning->means;
        int longest = means == MEANS_FIELD || means == MEANS_CHOICE;
        for (int answer = 0; means == MEANS_FIELDS && answer < column->answers.n; answer++) {
            int n_ticks = column->first_tick[answer + 1] - column->first_tick[answer];
            if (n_ticks > longest) longest = n_ticks;
        }
        n += longest;
    }
    return n;
}

bool row_answers_create(RowAnswers *out, const PeopleReader *reader, const Things *things)
{
    int most = 0;
    for (int survey = 0; survey < reader->n_surveys; survey++) {
        int n = items_of_survey(reader, survey);
        if (n > most) most = n;
    }
    *out = (RowAnswers){.values = ARENA_ARRAY(reader->scratch, int, things->n),
                        .items = ARENA_ARRAY(reader->scratch, RowItem, most + 1)};
    return out->values && out->items;
}

AnswerTime row_time(const PeopleReader *reader, int survey, int row)
{
    AnswerTime time = {0};
    for (int i = reader->first_column[survey]; i < reader->first_column[survey + 1]; i++) {
        const SurveyColumn *column = &reader->columns[i];
        if (column->meaning->means != MEANS_TIMESTAMP || column->answers.of_row[row] < 0) continue;
        time = times_later(time, column->times[column->answers.of_row[row]]);
    }
    return time;
}

static void keep_highest(int *value, int found)
{
    if (found > *value) *value = found;
}

/* A person has one site and one position. */
static void keep_only(int *value, int found, const PeopleReader *reader, const SurveyColumn *column, int row)
{
    if (found < 0 || found == *value) return;
    if (*value < 0)
        *value = found;
    else
        messages_add(reader->messages, CADRE_ERROR, table_origin(column->table, row, column->meaning->column),
                     "the row has a second %s, \"%.100s\"; expected one", means_names[column->meaning->means],
                     column->answers.text[column->answers.of_row[row]]);
}

static void add_item(RowAnswers *out, int thing, int number, int points)
{
    if (number >= 0) out->items[out->n_items++] = (RowItem){thing, number, points};
}

static int choice_points(int rank) { return rank < BEST_CHOICE ? BEST_CHOICE - rank : 1; }

/* A cell of a checklist: every option of the column is 0 (of focuses: not answered), ticked ones the tick's level. */
static void checklist_cell(RowAnswers *out, const Things *things, const SurveyColumn *column, int answer)
{
    int first = column->first_tick[answer], end = column->first_tick[answer + 1];
    if (column->meaning->means == MEANS_FIELDS) {
        for (int i = first; i < end; i++) add_item(out, THING_FIRST_FIELD + column->subject, column->ticks[i], 0);
        return;
    }
    MeansKind means = column->meaning->means;
    int *values = out->values + (means == MEANS_SKILLS      ? things->first_skill
                                 : means == MEANS_INTERESTS ? things->first_interest
                                                            : things->first_topic);
    if (first < end && means != MEANS_FOCUSES)
        for (int i = 0; i < column->n_options; i++) keep_highest(&values[column->options[i]], 0);
    for (int i = first; i < end; i++) keep_highest(&values[column->ticks[i]], column->tick_level);
}

static void column_answer(RowAnswers *out, const PeopleReader *reader, const Things *things, const SurveyColumn *column,
                          int row)
{
    MeansKind means = column->meaning->means;
    if (means == MEANS_ID || means == MEANS_EMAIL || means == MEANS_NAME || means == MEANS_TIMESTAMP) return;
    int answer = column->answers.of_row[row];
    if (means_is_checklist(means)) {
        if (answer >= 0) checklist_cell(out, things, column, answer);
        return;
    }
    int value = answer < 0 ? ANSWER_NONE : column->values[answer];
    if (answer < 0 && column->blank_is_no) value = ANSWER_BLANK_NO;
    if (answer >= 0 && value < 0) value = ANSWER_NONE;
    switch (means) {
    case MEANS_SITE:
        keep_only(&out->values[THING_SITE], value, reader, column, row);
        break;
    case MEANS_POSITION:
        keep_only(&out->values[THING_POSITION], value, reader, column, row);
        break;
    case MEANS_HOURS:
        keep_highest(&out->values[THING_HOURS], value);
        break;
    case MEANS_MAX_GROUPS:
        keep_highest(&out->values[THING_MAX_GROUPS], value);
        break;
    case MEANS_MAX_LEADS:
        keep_highest(&out->values[THING_MAX_LEADS], value);
        break;
    case MEANS_FIELD:
        add_item(out, THING_FIRST_FIELD + column->subject, value, 0);
        break;
    case MEANS_SKILL:
        keep_highest(&out->values[things->first_skill + column->subject], value);
        break;
    case MEANS_INTEREST:
        keep_highest(&out->values[things->first_interest + column->subject], value);
        break;
    case MEANS_FOCUS:
        keep_highest(&out->values[things->first_topic + column->subject], value);
        break;
    case MEANS_CHOICE:
        add_item(out, THING_CHOICES, value, choice_points(column->meaning->rank));
        break;
    default:
        break;
    }
}

static int by_item(const void *left, const void *right)
{
    const RowItem *a = left, *b = right;
    if (a->thing != b->thing) return a->thing < b->thing ? -1 : 1;
    if (a->number != b->number) return a->number < b->number ? -1 : 1;
    return (b->points > a->points) - (b->points < a->points); /* the highest first */
}

/* Sort the items, keep the highest of each and give their things a hash of them (FNV-1a of the numbers). */
static void finish_items(RowAnswers *out)
{
    if (out->n_items == 0) return;
    qsort(out->items, (size_t)out->n_items, sizeof *out->items, by_item);
    int kept = 0;
    for (int i = 0; i < out->n_items; i++) {
        RowItem item = out->items[i];
        if (kept > 0 && out->items[kept - 1].thing == item.thing && out->items[kept - 1].number == item.number) continue;
        out->items[kept++] = item;
        int *hash = &out->values[item.thing];
        uint32_t mixed = *hash < 0 ? UINT32_C(2166136261) : (uint32_t)*hash;
        mixed = (mixed ^ (uint32_t)item.number) * UINT32_C(16777619);
        mixed = (mixed ^ (uint32_t)item.points) * UINT32_C(16777619);
        *hash = (int)(mixed & INT32_MAX);
    }
    out->n_items = kept;
}

void row_answers_read(RowAnswers *out, const PeopleReader *reader, const Things *things, int survey, IdentityRow row)
{
    out->time = row_time(reader, survey, row.row);
    out->n_items = 0;
    for (int i = 0; i < things->n; i++) out->values[i] = ANSWER_NONE;
    if (row.name >= 0) out->values[THING_NAME] = row.name;
    for (int i = reader->first_column[survey]; i < reader->first_column[survey + 1]; i++)
        column_answer(out, reader, things, &reader->columns[i], row.row);
    finish_items(out);
}

int row_answers_column(RowAnswers *scratch, const PeopleReader *reader, const Things *things, IdentityRow row, int thing)
{
    int survey = row.source - 1;
    for (int i = reader->first_column[survey]; i < reader->first_column[survey + 1]; i++) {
        const SurveyColumn *column = &reader->columns[i];
        scratch->n_items = 0;
        scratch->values[thing] = ANSWER_NONE;
        column_answer(scratch, reader, things, column, row.row);
        finish_items(scratch);
        if (scratch->values[thing] != ANSWER_NONE) return column->meaning->column;
    }
    return -1;
}

int row_answers_differ(const RowAnswers *a, const RowAnswers *b, const Things *things)
{
    for (int i = 0; i < things->n; i++)
        if (i != THING_NAME && a->values[i] != b->values[i]) return i;
    return -1;
}
