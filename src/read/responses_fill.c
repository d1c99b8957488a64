#include "read/responses_fill.h"

#include <string.h>

/* The header of a survey as one text; NULL where there is no memory. */
static const char *header_text(const Table *table, Arena *scratch)
{
    size_t length = 1;
    for (int i = 0; i < table->n_columns; i++) length += strlen(table->header[i]) + 1;
    char *text = arena_get(scratch, length), *end = text;
    for (int i = 0; text && i < table->n_columns; i++) {
        size_t n = strlen(table->header[i]);
        memcpy(end, table->header[i], n);
        end += n;
        *end++ = '\x1f';
    }
    return text;
}

static bool names_people(const PeopleReader *reader, int survey)
{
    for (int i = reader->first_column[survey]; i < reader->first_column[survey + 1]; i++) {
        MeansKind means = reader->columns[i].meaning->means;
        if (means == MEANS_ID || means == MEANS_EMAIL || means == MEANS_NAME) return true;
    }
    return false;
}

static CadreStatus list_surveys(ResponsesFiller *filler)
{
    const PeopleReader *reader = filler->reader;
    Responses *out = filler->out;
    Names *forms = names_create(reader->scratch, NAME_STYLE_EXACT);
    if (!forms) return error_no_memory(reader->err);
    for (int survey = 0; survey < reader->n_surveys; survey++) {
        const Table *table = &reader->surveys[survey];
        const char *header = header_text(table, reader->scratch);
        int form = header ? names_add(forms, header) : -1;
        if (form < 0) return error_no_memory(reader->err);
        out->surveys[survey] = (SurveyFile){.name = table->base_name,
                                            .form = form,
                                            .names_people = names_people(reader, survey),
                                            .n_rows = table->n_rows,
                                            .n_left_out = table->n_rows};
    }
    out->n_surveys = reader->n_surveys;
    out->n_forms = names_count(forms);
    return CADRE_OK;
}

static CadreStatus list_grids(ResponsesFiller *filler)
{
    const PeopleReader *reader = filler->reader;
    filler->first_grid = ARENA_ARRAY(reader->scratch, int, reader->n_surveys + 1);
    if (!filler->first_grid) return error_no_memory(reader->err);
    TRY(grids_find(&filler->grids, reader));
    for (int i = 0; i < filler->grids.items.n; i++) filler->first_grid[filler->grids.items.items[i].survey + 1]++;
    for (int survey = 0; survey < reader->n_surveys; survey++) filler->first_grid[survey + 1] += filler->first_grid[survey];
    filler->out->n_grids = filler->grids.items.n;
    filler->out->grids = ARENA_ARRAY(reader->arena, RatedGrid, filler->grids.items.n + 1);
    if (!filler->out->grids) return error_no_memory(reader->err);
    for (int i = 0; i < filler->grids.items.n; i++) {
        const Grid *grid = &filler->grids.items.items[i];
        filler->out->grids[i] = (RatedGrid){grid->survey, grid->columns.n, grid->question};
    }
    return CADRE_OK;
}

CadreStatus responses_open(ResponsesFiller *filler, const PeopleReader *reader)
{
    *filler = (ResponsesFiller){.reader = reader, .out = reader->responses};
    if (!filler->out) return CADRE_OK;
    *filler->out = (Responses){.surveys = ARENA_ARRAY(reader->arena, SurveyFile, reader->n_surveys + 1),
                               .on_roster = ARENA_ARRAY(reader->arena, bool, reader->identities.n_people + 1),
                               .has_roster = reader->plan->sheets[SHEET_PEOPLE].present};
    if (!filler->out->surveys || !filler->out->on_roster) return error_no_memory(reader->err);
    TRY(list_surveys(filler));
    return list_grids(filler);
}

static CadreStatus add_same_answers(ResponsesFiller *filler, int person, IdentityRow row)
{
    const PeopleReader *reader = filler->reader;
    int survey = row.source - 1;
    for (int i = filler->first_grid[survey]; i < filler->first_grid[survey + 1]; i++) {
        const char *answer = grid_same_answer(&filler->grids.items.items[i], reader, row.row);
        if (!answer) continue;
        SameAnswer same = {person, i, arena_copy(reader->arena, answer)};
        if (!same.answer || !LIST_PUSH(reader->arena, &filler->out->same, same)) return error_no_memory(reader->err);
    }
    return CADRE_OK;
}

CadreStatus responses_add(ResponsesFiller *filler, const Merger *merger, int person)
{
    const PeopleReader *reader = filler->reader;
    Responses *out = filler->out;
    if (!out) return CADRE_OK;
    out->on_roster[person] = reader->identities.people[person].roster_row >= 0;
    for (int i = 0; i < merger->n_chosen; i++) {
        IdentityRow row = merger->chosen[i];
        Response response = {.person = person, .survey = row.source - 1, .n_rows = merger->n_rows[i]};
        response.late = times_after_day(merger->surveys[i].time, reader->model->settings.closes) > 0;
        out->surveys[response.survey].n_left_out -= response.n_rows;
        if (!LIST_PUSH(reader->arena, &out->items, response)) return error_no_memory(reader->err);
        TRY(add_same_answers(filler, person, row));
    }
    return CADRE_OK;
}
