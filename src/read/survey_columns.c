/* survey_columns.c: each survey column's different answers, interpreted once each. */
#include <string.h>

#include "read/damage.h"
#include "read/levels.h"
#include "read/people_reader.h"

int field_add(PeopleReader *reader, const char *name, SpellingRank rank)
{
    int field = vocabulary_add(reader->fields, name, rank, 1);
    if (field < reader->field_names.n) return field;
    FieldNames names = {.values = vocabulary_create(reader->scratch, NAME_STYLE_NAME)};
    return names.values && LIST_PUSH(reader->scratch, &reader->field_names, names) ? field : -1;
}

int field_value_add(PeopleReader *reader, int field, const char *text, SpellingRank rank, int count)
{
    return vocabulary_add(reader->field_names.items[field].values, text, rank, count);
}

int skill_add(PeopleReader *reader, const char *name, bool interest, SpellingRank rank, int count)
{
    int skill = vocabulary_add(reader->skills, name, rank, count);
    if (skill < 0 || (skill == reader->interest_asked.n && !LIST_PUSH(reader->scratch, &reader->interest_asked, false)))
        return -1;
    reader->interest_asked.items[skill] |= interest;
    return skill;
}

static bool mentioned_before(TopicMention a, TopicMention b)
{
    if (a.survey != b.survey) return a.survey < b.survey;
    return a.row != b.row ? a.row < b.row : a.column < b.column;
}

int topic_add(PeopleReader *reader, const char *name, TopicMention mention, SpellingRank rank, int count)
{
    int topic = vocabulary_add(reader->topics, name, rank, count);
    if (topic < 0 || (topic == reader->mentions.n && !LIST_PUSH(reader->scratch, &reader->mentions, mention))) return -1;
    TopicMention *first = &reader->mentions.items[topic];
    bool only_choice = first->only_choice && mention.only_choice;
    if (mentioned_before(mention, *first)) *first = mention;
    first->only_choice = only_choice;
    return topic;
}

static Origin answer_origin(const SurveyColumn *column, int answer)
{
    return table_origin(column->table, column->answers.first_row[answer], column->meaning->column);
}

static TopicMention header_mention(const SurveyColumn *column)
{
    return (TopicMention){column->meaning->survey, -1, column->meaning->column, false};
}

/* What a plain text answer stands for: a site, a position, a value of a field or a chosen topic. */
static CadreStatus text_value(int *value, PeopleReader *reader, SurveyColumn *column, int answer)
{
    const char *text = column->answers.text[answer];
    int count = column->answers.count[answer];
    switch (column->meaning->means) {
    case MEANS_SITE:
        return sites_resolve(value, &reader->sites, text, SPELLING_ANSWER, count, answer_origin(column, answer),
                             reader->messages, reader->err);
    case MEANS_CHOICE: {
        TopicMention mention = {column->meaning->survey, column->answers.first_row[answer], column->meaning->column, true};
        *value = topic_add(reader, text, mention, SPELLING_ANSWER, count);
        break;
    }
    default:
        *value = field_value_add(reader, column->subject, text, SPELLING_ANSWER, count);
        break;
    }
    return *value < 0 ? error_no_memory(reader->err) : CADRE_OK;
}

static DamageNotes damage_notes_of(const PeopleReader *reader, const SurveyColumn *column)
{
    return (DamageNotes){.table = column->table, .column = column->meaning->column, .arena = reader->scratch};
}

static CadreStatus text_column_read(PeopleReader *reader, SurveyColumn *column)
{
    const Distinct *answers = &column->answers;
    DamageNotes notes = damage_notes_of(reader, column);
    for (int i = 0; i < answers->n; i++) {
        column->values[i] = -1;
        if (scales_no_answer(reader->scales, answers->text[i])) continue;
        if (!damage_note(&notes, answers->text[i], answers->first_row[i], answers->count[i]))
            return error_no_memory(reader->err);
        TRY(text_value(&column->values[i], reader, column, i));
    }
    damage_notes_tell(&notes, reader->messages);
    return CADRE_OK;
}

static void amount_column_read(PeopleReader *reader, SurveyColumn *column)
{
    LevelColumn levels = {column->table, column->meaning->column, &column->answers, column->meaning->scale, 0, 0};
    bool is_hours = column->meaning->means == MEANS_HOURS;
    amounts_read(column->values, &levels, is_hours ? AMOUNT_HOURS_MAX : AMOUNT_COUNT_MAX, !is_hours, reader->scales,
                 reader->messages);
}

/* The options that options.csv gives for a header; NULL where there is no memory. */
static const char **options_of(const PeopleReader *reader, const char *header, int *n)
{
    const Sheet *sheet = &reader->plan->sheets[SHEET_OPTIONS];
    int n_rows = sheet->present ? sheet->table.n_rows : 0;
    const char **options = ARENA_ARRAY(reader->scratch, const char *, n_rows + 1);
    Names *names = names_create(reader->scratch, NAME_STYLE_HEADER);
    if (!options || !names || names_add(names, header) < 0) return NULL;
    *n = 0;
    for (int row = 0; row < n_rows; row++) {
        const char *option = sheet_cell(sheet, row, OPTIONS_OPTION);
        if (*option && names_find(names, sheet_cell(sheet, row, OPTIONS_HEADER)) == 0) options[(*n)++] = option;
    }
    return options;
}

/* The provisional number of an option; `answer` -1: only options.csv names it. */
static int option_add(PeopleReader *reader, SurveyColumn *column, const char *text, int answer, SpellingRank rank)
{
    int count = answer < 0 ? 1 : column->answers.count[answer];
    TopicMention mention = header_mention(column);
    if (answer >= 0) mention.row = column->answers.first_row[answer];
    switch (column->meaning->means) {
    case MEANS_FIELDS:
        return field_value_add(reader, column->subject, text, rank, count);
    case MEANS_FOCUSES:
        return topic_add(reader, text, mention, rank, count);
    default:
        return skill_add(reader, text, column->meaning->means == MEANS_INTERESTS, rank, count);
    }
}

/* Every different number that a tick or options.csv gives, kept once. */
static CadreStatus options_collect(PeopleReader *reader, SurveyColumn *column, int n_ticks, const int listed[], int n_listed)
{
    int largest = -1;
    for (int i = 0; i < n_ticks + n_listed; i++) {
        int option = i < n_ticks ? column->ticks[i] : listed[i - n_ticks];
        if (option > largest) largest = option;
    }
    bool *seen = ARENA_ARRAY(reader->scratch, bool, largest + 1);
    column->options = ARENA_ARRAY(reader->scratch, int, largest + 1);
    if (!seen || !column->options) return error_no_memory(reader->err);
    for (int i = 0; i < n_ticks + n_listed; i++) {
        int option = i < n_ticks ? column->ticks[i] : listed[i - n_ticks];
        if (!seen[option]) column->options[column->n_options++] = option;
        seen[option] = true;
    }
    return CADRE_OK;
}

/* The ticked options that a spreadsheet may have damaged. */
static CadreStatus check_ticks(const PeopleReader *reader, const SurveyColumn *column, const Checklist *list)
{
    const Distinct *answers = &column->answers;
    DamageNotes notes = damage_notes_of(reader, column);
    for (int answer = 0; answer < answers->n; answer++)
        for (int i = list->first[answer]; i < list->first[answer + 1]; i++)
            if (!damage_note(&notes, list->texts[i], answers->first_row[answer], answers->count[answer]))
                return error_no_memory(reader->err);
    damage_notes_tell(&notes, reader->messages);
    return CADRE_OK;
}

static CadreStatus checklist_column_read(PeopleReader *reader, SurveyColumn *column)
{
    const ColumnMeaning *meaning = column->meaning;
    int n_texts;
    const char **texts = options_of(reader, column->table->header[meaning->column], &n_texts);
    Checklist list;
    if (!texts) return error_no_memory(reader->err);
    TRY(checklist_read(&list, &column->answers, meaning->separator, texts, n_texts, reader->scales, reader->scratch,
                       reader->err));
    TRY(check_ticks(reader, column, &list));
    int n_ticks = list.first[column->answers.n];
    int *listed = ARENA_ARRAY(reader->scratch, int, n_texts + 1);
    column->first_tick = list.first;
    column->ticks = ARENA_ARRAY(reader->scratch, int, n_ticks + 1);
    if (!listed || !column->ticks) return error_no_memory(reader->err);
    for (int i = 0; i < n_texts; i++)
        if ((listed[i] = option_add(reader, column, texts[i], -1, SPELLING_SHEET)) < 0) return error_no_memory(reader->err);
    for (int answer = 0; answer < column->answers.n; answer++)
        for (int i = list.first[answer]; i < list.first[answer + 1]; i++) {
            SpellingRank rank = list.listed[i] ? SPELLING_SHEET : SPELLING_ANSWER;
            if ((column->ticks[i] = option_add(reader, column, list.texts[i], answer, rank)) < 0)
                return error_no_memory(reader->err);
        }
    int usual = meaning->means == MEANS_SKILLS ? TICK_SKILL : TICK_INTEREST;
    column->tick_level = *meaning->scale ? *meaning->scale - '0' : usual;
    return options_collect(reader, column, n_ticks, listed, n_texts);
}

/* What the column is about, by its provisional number. */
static CadreStatus subject_read(PeopleReader *reader, SurveyColumn *column)
{
    const char *name = column->meaning->name;
    switch (column->meaning->means) {
    case MEANS_POSITION:
        column->subject = FIELD_POSITION;
        return CADRE_OK;
    case MEANS_FIELD:
    case MEANS_FIELDS:
        column->subject = field_add(reader, name, SPELLING_SHEET);
        break;
    case MEANS_SKILL:
    case MEANS_INTEREST:
        column->subject = skill_add(reader, name, column->meaning->means == MEANS_INTEREST, SPELLING_SHEET, 1);
        break;
    case MEANS_FOCUS:
        column->subject = topic_add(reader, name, header_mention(column), SPELLING_SHEET, 1);
        break;
    default:
        column->subject = -1;
        return CADRE_OK;
    }
    return column->subject < 0 ? error_no_memory(reader->err) : CADRE_OK;
}

static bool is_identity(MeansKind means) { return means == MEANS_ID || means == MEANS_EMAIL || means == MEANS_NAME; }

static CadreStatus column_read(PeopleReader *reader, SurveyColumn *column)
{
    const ColumnMeaning *meaning = column->meaning;
    if (is_identity(meaning->means)) return CADRE_OK;
    TRY(subject_read(reader, column));
    column->values = ARENA_ARRAY(reader->scratch, int, column->answers.n + 1);
    column->times = ARENA_ARRAY(reader->scratch, AnswerTime, meaning->means == MEANS_TIMESTAMP ? column->answers.n + 1 : 1);
    if (!column->values || !column->times) return error_no_memory(reader->err);
    if (means_is_level(meaning->means)) return CADRE_OK; /* by question: survey_levels_read */
    if (means_is_checklist(meaning->means)) return checklist_column_read(reader, column);
    if (meaning->means == MEANS_TIMESTAMP)
        return times_read(column->times, column->table, meaning->column, meaning->survey, &column->answers, meaning->scale,
                          reader->scratch, reader->messages, reader->err);
    if (!means_is_amount(meaning->means)) return text_column_read(reader, column);
    amount_column_read(reader, column);
    return CADRE_OK;
}

/* The different answers of all columns of a survey. */
static CadreStatus answers_gather(PeopleReader *reader, int survey)
{
    int first = reader->first_column[survey], n = 0, n_columns = reader->first_column[survey + 1] - first;
    Distinct **answers = ARENA_ARRAY(reader->scratch, Distinct *, n_columns + 1);
    int *columns = ARENA_ARRAY(reader->scratch, int, n_columns + 1);
    if (!answers || !columns) return error_no_memory(reader->err);
    for (int i = first; i < first + n_columns; i++) {
        if (is_identity(reader->columns[i].meaning->means)) continue;
        answers[n] = &reader->columns[i].answers;
        columns[n++] = reader->columns[i].meaning->column;
    }
    return distinct_columns(answers, &reader->surveys[survey], columns, n, reader->scratch, reader->err);
}

/* The scales that rows of columns.csv name for hours or limits, those of surveys that are not given too. */
static CadreStatus scales_of_amounts(bool large[], const PeopleReader *reader)
{
    const Sheet *sheet = &reader->plan->sheets[SHEET_COLUMNS];
    Names *means = names_create(reader->scratch, NAME_STYLE_HEADER);
    if (!means) return error_no_memory(reader->err);
    for (int kind = 0; kind < MEANS_COUNT; kind++)
        if (names_add(means, means_names[kind]) < 0) return error_no_memory(reader->err);
    for (int row = 0; row < sheet->table.n_rows; row++) {
        int kind = names_find(means, sheet_cell(sheet, row, COLUMNS_MEANS));
        int scale = scales_find(reader->scales, sheet_cell(sheet, row, COLUMNS_SCALE));
        if (kind >= 0 && scale >= 0) large[scale] |= means_is_amount((MeansKind)kind);
    }
    return CADRE_OK;
}

/* Scales that hours or limits may use may have levels of any size. */
static CadreStatus check_scale_levels(const PeopleReader *reader)
{
    int n = scales_count(reader->scales);
    bool *large = ARENA_ARRAY(reader->scratch, bool, n);
    if (!large) return error_no_memory(reader->err);
    for (int i = 0; i < reader->meanings.n; i++) {
        const ColumnMeaning *meaning = &reader->meanings.items[i];
        if (!means_is_amount(meaning->means)) continue;
        int named = *meaning->scale ? scales_find(reader->scales, meaning->scale) : -1;
        for (int scale = 0; scale < n; scale++) large[scale] |= *meaning->scale == '\0' || scale == named;
    }
    TRY(scales_of_amounts(large, reader));
    scales_check_levels(reader->scales, large, reader->messages);
    return CADRE_OK;
}

CadreStatus survey_columns_read(PeopleReader *reader)
{
    reader->columns = ARENA_ARRAY(reader->scratch, SurveyColumn, reader->meanings.n + 1);
    reader->first_column = ARENA_ARRAY(reader->scratch, int, reader->n_surveys + 1);
    if (!reader->columns || !reader->first_column) return error_no_memory(reader->err);
    TRY(check_scale_levels(reader));
    int n = 0;
    for (int i = 0, survey = 0; survey < reader->n_surveys; survey++) {
        reader->first_column[survey] = n;
        for (; i < reader->meanings.n && reader->meanings.items[i].survey == survey; i++) {
            const ColumnMeaning *meaning = &reader->meanings.items[i];
            if (meaning->means == MEANS_IGNORE) continue;
            reader->columns[n++] = (SurveyColumn){.meaning = meaning, .table = &reader->surveys[survey], .subject = -1};
        }
    }
    reader->first_column[reader->n_surveys] = n;
    for (int survey = 0; survey < reader->n_surveys; survey++) TRY(answers_gather(reader, survey));
    for (int i = 0; i < n; i++) TRY(column_read(reader, &reader->columns[i]));
    TRY(survey_levels_read(reader));
    return repeated_headers_check(reader);
}
