#include "read/people_read.h"

#include "read/people_reader.h"
#include "read/row_answers.h"

enum { FIXED_WEIGHT = 1 << 20 }; /* outweighs other spellings of the three fixed fields */

static CadreStatus reader_open(PeopleReader *reader)
{
    static const char *const fixed_fields[] = {
        [FIELD_SITE] = "site", [FIELD_POSITION] = "position", [FIELD_NETWORK] = "network"};
    reader->skills = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    reader->topics = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    reader->fields = vocabulary_create(reader->scratch, NAME_STYLE_HEADER);
    if (!reader->skills || !reader->topics || !reader->fields) return error_no_memory(reader->err);
    for (int i = FIELD_SITE; i <= FIELD_NETWORK; i++)
        if (field_add(reader, fixed_fields[i], SPELLING_SHEET) != i ||
            vocabulary_add(reader->fields, fixed_fields[i], SPELLING_SHEET, FIXED_WEIGHT) != i)
            return error_no_memory(reader->err);
    return CADRE_OK;
}

/* The survey's columns of each kind of identity. */
static CadreStatus survey_source(IdentitySource *out, const PeopleReader *reader, int survey)
{
    static const MeansKind kinds[IDENTITY_KINDS] = {MEANS_ID, MEANS_EMAIL, MEANS_NAME};
    int first = reader->first_column[survey], end = reader->first_column[survey + 1];
    *out = (IdentitySource){.table = &reader->surveys[survey]};
    for (int kind = 0; kind < IDENTITY_KINDS; kind++) {
        int *columns = ARENA_ARRAY(reader->scratch, int, end - first + 1);
        if (!columns) return error_no_memory(reader->err);
        for (int i = first; i < end; i++)
            if (reader->columns[i].meaning->means == kinds[kind])
                columns[out->n_columns[kind]++] = reader->columns[i].meaning->column;
        out->columns[kind] = columns;
    }
    return CADRE_OK;
}

static void roster_source(IdentitySource *out, const Sheet *sheet)
{
    static const int kinds[IDENTITY_KINDS] = {PEOPLE_ID, PEOPLE_EMAIL, PEOPLE_NAME};
    *out = (IdentitySource){.is_roster = true};
    if (!sheet->present || sheet->table.n_columns == 0) return;
    out->table = &sheet->table;
    for (int kind = 0; kind < IDENTITY_KINDS; kind++) {
        out->columns[kind] = &sheet->column[kinds[kind]];
        out->n_columns[kind] = sheet->column[kinds[kind]] >= 0;
    }
}

/* The survey's column that tells when the row was answered, -1. */
static int time_column(const PeopleReader *reader, int survey, int row)
{
    for (int i = reader->first_column[survey]; i < reader->first_column[survey + 1]; i++) {
        const SurveyColumn *column = &reader->columns[i];
        if (column->meaning->means == MEANS_TIMESTAMP && column->answers.of_row[row] >= 0) return column->meaning->column;
    }
    return -1;
}

/* Answers after the day on which the survey closes count, with a warning. */
static void tell_late(const PeopleReader *reader, const Identity *person, IdentityRow row)
{
    const char *closes = reader->model->settings.closes;
    int late = times_after_day(row_time(reader, row.source - 1, row.row), closes);
    Origin origin = table_origin(&reader->surveys[row.source - 1], row.row, time_column(reader, row.source - 1, row.row));
    if (late > 0)
        messages_add(reader->messages, CADRE_WARNING, origin,
                     "\"%.100s\" answered after %s and counts all the same; expected by then", person->key, closes);
    if (late < 0)
        messages_add(
            reader->messages, CADRE_WARNING, origin,
            "whether \"%.100s\" answered after %s hangs on whether dates have the day or the month first; the answer counts "
            "all the same, expected the scale dmy or mdy in columns.csv",
            person->key, closes);
}

CadreStatus people_identify(PeopleReader *reader)
{
    IdentitySource *sources = ARENA_ARRAY(reader->scratch, IdentitySource, reader->n_surveys + 1);
    if (!sources) return error_no_memory(reader->err);
    roster_source(&sources[0], &reader->plan->sheets[SHEET_PEOPLE]);
    for (int survey = 0; survey < reader->n_surveys; survey++) TRY(survey_source(&sources[1 + survey], reader, survey));
    TRY(identity_read(&reader->identities, sources, reader->n_surveys + 1, reader->scales, reader->arena, reader->scratch,
                      reader->messages, reader->err));
    if (*reader->model->settings.closes == '\0') return CADRE_OK;
    for (int i = 0; i < reader->identities.n_people; i++) {
        const Identity *person = &reader->identities.people[i];
        for (int row = 0; row < person->n_rows; row++)
            tell_late(reader, person, reader->identities.rows[person->first_row + row]);
    }
    return CADRE_OK;
}

/* Where the columns are that are ignored: a skill that no survey asks about may have been meant for one. */
static CadreStatus ignored_note(PeopleReader *reader)
{
    const ColumnMeanings *meanings = &reader->meanings;
    Names *names = names_create(reader->arena, NAME_STYLE_NAME);
    Origin *origins = ARENA_ARRAY(reader->arena, Origin, meanings->n + 1);
    if (!names || !origins) return error_no_memory(reader->err);
    for (int i = 0; i < meanings->n; i++) {
        const ColumnMeaning *meaning = &meanings->items[i];
        const Table *table = &reader->surveys[meaning->survey];
        if (meaning->means != MEANS_IGNORE || text_is_blank(table->header[meaning->column])) continue;
        const char *label = columns_default_name(reader->scratch, table->header[meaning->column]);
        int n_before = names_count(names), number = label ? names_add(names, label) : -1;
        if (number < 0) return error_no_memory(reader->err);
        if (number == n_before) origins[number] = table_origin(table, -1, meaning->column);
    }
    reader->topic_origins->ignored = names;
    reader->topic_origins->ignored_at = origins;
    return CADRE_OK;
}

/* Nobody to assign is no plan: an export that was made before the first answer. */
static void check_anybody(const PeopleReader *reader)
{
    if (reader->identities.n_people > 0 || reader->n_surveys == 0 || messages_errors(reader->messages) > 0) return;
    messages_add(reader->messages, CADRE_ERROR, (Origin){reader->surveys[0].file, 0, 0},
                 "nobody has answered and the plan has no roster; expected a survey with answers, or people.csv");
}

static CadreStatus read_steps(PeopleReader *reader)
{
    TRY(reader_open(reader));
    TRY(scales_read(&reader->scales, reader->plan, reader->scratch, reader->messages, reader->err));
    TRY(columns_read(&reader->meanings, reader->plan, reader->surveys, reader->n_surveys, reader->scales, reader->scratch,
                     reader->messages, reader->err));
    TRY(sites_read(&reader->sites, reader->plan, reader->scratch, reader->messages, reader->err));
    TRY(survey_columns_read(reader));
    TRY(roster_fields_read(reader));
    TRY(names_finish(reader));
    TRY(ignored_note(reader));
    TRY(people_identify(reader));
    check_anybody(reader);
    TRY(options_check(reader));
    return staff_fill(reader);
}

CadreStatus people_read(Model *model, TopicOrigins *topics, Responses *responses, const PlanSheets *plan, const Table *surveys,
                        int n_surveys, Arena *arena, Messages *messages, CadreError *err)
{
    Arena *scratch = arena_create(arena);
    if (!scratch) return error_no_memory(err);
    PeopleReader reader = {.model = model,
                           .topic_origins = topics,
                           .responses = responses,
                           .plan = plan,
                           .surveys = surveys,
                           .n_surveys = n_surveys,
                           .arena = arena,
                           .scratch = scratch,
                           .messages = messages,
                           .err = err};
    CadreStatus status = read_steps(&reader);
    arena_release(scratch);
    return status;
}
