/* names_finish.c: final numbers, by key, for skills, topics, fields and their values; sites are numbered once it is known which
 * of them staff have (staff_fill). */
#include "read/people_reader.h"

enum { N_FIXED_FIELDS = FIELD_NETWORK + 1 };

/* Spell names as the plan's sheets do, where a survey asks about them. */
static bool spell_as_sheets(const PeopleReader *reader)
{
    static const struct {
        SheetKind sheet;
        int column;
        bool is_skill;
    } cells[] = {{SHEET_NEEDS, NEEDS_SKILL, true}, {SHEET_GROUPS, GROUPS_GROUP, false}, {SHEET_GROUPS, GROUPS_FOCUS, false}};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        const Sheet *sheet = &reader->plan->sheets[cells[i].sheet];
        int n_rows = sheet->present ? sheet->table.n_rows : 0;
        for (int row = 0; row < n_rows; row++)
            if (!vocabulary_spell(cells[i].is_skill ? reader->skills : reader->topics, sheet_cell(sheet, row, cells[i].column)))
                return false;
    }
    return true;
}

static void remap(int numbers[], size_t n, const int final_of[])
{
    for (size_t i = 0; i < n; i++)
        if (numbers[i] >= 0) numbers[i] = final_of[numbers[i]];
}

/* The column's subject, values, ticks and options by their final numbers. Sites stay provisional. */
static void column_finish(const PeopleReader *reader, SurveyColumn *column, const int final_skill[], const int final_topic[])
{
    int n_answers = column->answers.n;
    switch (column->meaning->means) {
    case MEANS_SKILL:
    case MEANS_INTEREST:
        column->subject = final_skill[column->subject];
        break;
    case MEANS_FOCUS:
        column->subject = final_topic[column->subject];
        break;
    case MEANS_CHOICE:
        remap(column->values, (size_t)n_answers, final_topic);
        break;
    case MEANS_SKILLS:
    case MEANS_INTERESTS:
    case MEANS_FOCUSES: {
        const int *final_of = column->meaning->means == MEANS_FOCUSES ? final_topic : final_skill;
        remap(column->ticks, (size_t)column->first_tick[n_answers], final_of);
        remap(column->options, (size_t)column->n_options, final_of);
        break;
    }
    case MEANS_POSITION:
    case MEANS_FIELD: {
        const int *final_of = reader->field_names.items[column->subject].final_of;
        remap(column->values, (size_t)n_answers, final_of);
        column->subject = reader->final_field[column->subject];
        break;
    }
    case MEANS_FIELDS: {
        const int *final_of = reader->field_names.items[column->subject].final_of;
        remap(column->ticks, (size_t)column->first_tick[n_answers], final_of);
        remap(column->options, (size_t)column->n_options, final_of);
        column->subject = reader->final_field[column->subject];
        break;
    }
    default:
        break;
    }
}

/* Every field's values, but for those of site, and the sheets' own cells of them. */
static CadreStatus fields_finish(PeopleReader *reader)
{
    Model *model = reader->model;
    model->fields = vocabulary_finish(reader->fields, NAME_STYLE_HEADER, N_FIXED_FIELDS, &reader->final_field, reader->arena);
    int n = reader->field_names.n;
    model->field_values = ARENA_ARRAY(reader->arena, Names *, n);
    if (!model->fields || !model->field_values) return error_no_memory(reader->err);
    for (int field = 0; field < n; field++) {
        FieldNames *names = &reader->field_names.items[field];
        Names *values = vocabulary_finish(names->values, NAME_STYLE_NAME, 0, &names->final_of, reader->arena);
        if (!values) return error_no_memory(reader->err);
        model->field_values[reader->final_field[field]] = values;
    }
    return CADRE_OK;
}

/* values[n_rows][n_columns] of the fields in fields[], all provisional until here. */
static void table_finish(const PeopleReader *reader, int values[], int n_rows, int fields[], int n_columns)
{
    for (int column = 0; column < n_columns; column++) {
        const int *final_of = reader->field_names.items[fields[column]].final_of;
        for (int row = 0; row < n_rows; row++) remap(&values[(size_t)row * (size_t)n_columns + (size_t)column], 1, final_of);
        fields[column] = reader->final_field[fields[column]];
    }
}

static void sheets_finish(PeopleReader *reader)
{
    const Sheet *people = &reader->plan->sheets[SHEET_PEOPLE], *sites = &reader->plan->sheets[SHEET_SITES];
    if (people->present) {
        int n_rows = people->table.n_rows;
        table_finish(reader, reader->roster_values, n_rows, reader->roster_fields, people->n_other_columns);
        remap(reader->roster_positions, (size_t)n_rows, reader->field_names.items[FIELD_POSITION].final_of);
    }
    if (reader->sites.fixed)
        table_finish(reader, reader->site_values, sites->table.n_rows, reader->site_fields, 1 + sites->n_other_columns);
}

/* Whether skills, or interest in them, are ticked in the column: in a list, or in a grid. */
static void note_ticks(Model *model, const SurveyColumn *column)
{
    if (!column->meaning) return;
    MeansKind means = column->meaning->means;
    if (means == MEANS_SKILLS || means == MEANS_INTERESTS) model->asked_by_ticks |= column->n_options > 0;
    if (means == MEANS_SKILL || means == MEANS_INTEREST) model->asked_by_grid |= column->blank_is_no;
}

static CadreStatus interests_finish(PeopleReader *reader, const int final_skill[])
{
    Model *model = reader->model;
    model->n_skills = names_count(model->skills);
    model->interest_asked = ARENA_ARRAY(reader->arena, bool, model->n_skills);
    if (!model->interest_asked) return error_no_memory(reader->err);
    for (int i = 0; i < model->n_skills; i++) model->interest_asked[final_skill[i]] = reader->interest_asked.items[i];
    for (int i = 0; i < reader->first_column[reader->n_surveys]; i++) note_ticks(model, &reader->columns[i]);
    return CADRE_OK;
}

/* The level of a tick of each skill that nothing but ticks is known about; the highest where lists differ. */
static CadreStatus ticks_finish(PeopleReader *reader)
{
    Model *model = reader->model;
    bool *rated = ARENA_ARRAY(reader->scratch, bool, model->n_skills);
    model->tick_level = ARENA_ARRAY(reader->arena, int8_t, model->n_skills);
    if (!rated || !model->tick_level) return error_no_memory(reader->err);
    for (int i = 0; i < reader->first_column[reader->n_surveys]; i++) {
        const SurveyColumn *column = &reader->columns[i];
        MeansKind means = column->meaning ? column->meaning->means : MEANS_IGNORE;
        bool one = means == MEANS_SKILL, ticked = !one || column->blank_is_no;
        int n = one ? 1 : means == MEANS_SKILLS ? column->n_options : 0, level = one ? TICK_SKILL : column->tick_level;
        for (int at = 0; at < n; at++) {
            int skill = one ? column->subject : column->options[at];
            rated[skill] = rated[skill] || !ticked;
            if (model->tick_level[skill] < level) model->tick_level[skill] = (int8_t)level;
        }
    }
    for (int skill = 0; skill < model->n_skills; skill++)
        if (rated[skill]) model->tick_level[skill] = 0;
    return CADRE_OK;
}

static CadreStatus topics_finish(PeopleReader *reader, const int final_topic[])
{
    int n = names_count(reader->model->topics);
    Origin *origins = ARENA_ARRAY(reader->arena, Origin, n);
    bool *only_choice = ARENA_ARRAY(reader->arena, bool, n);
    if (!origins || !only_choice) return error_no_memory(reader->err);
    for (int i = 0; i < n; i++) {
        const TopicMention *mention = &reader->mentions.items[i];
        origins[final_topic[i]] = table_origin(&reader->surveys[mention->survey], mention->row, mention->column);
        only_choice[final_topic[i]] = mention->only_choice;
    }
    *reader->topic_origins = (TopicOrigins){.origins = origins, .only_choice = only_choice};
    return CADRE_OK;
}

CadreStatus names_finish(PeopleReader *reader)
{
    Model *model = reader->model;
    int *final_skill, *final_topic;
    if (!spell_as_sheets(reader)) return error_no_memory(reader->err);
    model->skills = vocabulary_finish(reader->skills, NAME_STYLE_NAME, 0, &final_skill, reader->arena);
    model->topics = vocabulary_finish(reader->topics, NAME_STYLE_NAME, 0, &final_topic, reader->arena);
    if (!model->skills || !model->topics) return error_no_memory(reader->err);
    TRY(fields_finish(reader));
    TRY(interests_finish(reader, final_skill));
    TRY(topics_finish(reader, final_topic));
    for (int i = 0; i < reader->first_column[reader->n_surveys]; i++)
        column_finish(reader, &reader->columns[i], final_skill, final_topic);
    TRY(ticks_finish(reader));
    sheets_finish(reader);
    return CADRE_OK;
}
