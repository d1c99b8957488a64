#include "read/merge.h"

#include <assert.h>
#include <string.h>

CadreStatus merger_create(Merger *out, const PeopleReader *reader)
{
    Merger merger = {.reader = reader, .things = things_of(reader->model)};
    merger.surveys = ARENA_ARRAY(reader->scratch, RowAnswers, reader->n_surveys + 1);
    merger.chosen = ARENA_ARRAY(reader->scratch, IdentityRow, reader->n_surveys + 1);
    merger.n_rows = ARENA_ARRAY(reader->scratch, int, reader->n_surveys + 1);
    merger.values = ARENA_ARRAY(reader->scratch, int, merger.things.n);
    merger.source = ARENA_ARRAY(reader->scratch, int, merger.things.n);
    bool made = merger.surveys && merger.chosen && merger.n_rows && merger.values && merger.source;
    for (int i = 0; made && i < reader->n_surveys; i++) made = row_answers_create(&merger.surveys[i], reader, &merger.things);
    for (int i = 0; made && i < MERGER_SPARE; i++) made = row_answers_create(&merger.spare[i], reader, &merger.things);
    if (!made) return error_no_memory(reader->err);
    *out = merger;
    return CADRE_OK;
}

static Origin row_origin_of(const Merger *merger, IdentityRow row, int column)
{
    return table_origin(&merger->reader->surveys[row.source - 1], row.row, column);
}

/* "Literacy", "position", ... */
static const char *thing_name(const Merger *merger, int thing)
{
    static const char *const plain[] = {"site", "position", "hours", "max_groups", "max_leads", "name", "choices"};
    const Model *model = merger->reader->model;
    const Things *things = &merger->things;
    if (thing < THING_FIRST_FIELD) return plain[thing];
    if (thing < things->first_skill) return names_get(model->fields, thing - THING_FIRST_FIELD);
    if (thing < things->first_interest) return names_get(model->skills, thing - things->first_skill);
    if (thing < things->first_topic) return names_get(model->skills, thing - things->first_interest);
    return names_get(model->topics, thing - things->first_topic);
}

/* Told of the row that comes second. Where only the other of one survey answers, its column is the blank cell's too. */
static void tell_unordered(Merger *merger, const Identity *person, IdentityRow row, IdentityRow other, int thing, bool unclear)
{
    bool swap = row.source < other.source || (row.source == other.source && row.row < other.row);
    IdentityRow second = swap ? other : row, first = swap ? row : other;
    RowAnswers *scratch = &merger->spare[MERGER_SPARE - 1];
    int column = row_answers_column(scratch, merger->reader, &merger->things, second, thing);
    if (column < 0 && first.source == second.source)
        column = row_answers_column(scratch, merger->reader, &merger->things, first, thing);
    Origin there = row_origin_of(merger, first, -1);
    messages_add(
        merger->reader->messages, CADRE_ERROR, row_origin_of(merger, second, column),
        unclear ? "the answer of \"%.100s\" on \"%.100s\" differs from that in %s:%d, and which is later hangs on whether "
                  "their dates have the day or the month first; expected the scale dmy or mdy in columns.csv"
                : "the answer of \"%.100s\" on \"%.100s\" differs from that in %s:%d, and no time stamp says which is later; "
                  "expected one of the rows only",
        person->key, thing_name(merger, thing), there.file, there.line);
}

/* Whether the row can be the latest of its survey: untimed, or the last under either reading. */
static bool may_be_latest(AnswerTime time, const int64_t latest[2])
{
    return !time.known || time.reading[0] == latest[0] || time.reading[1] == latest[1];
}

/* Of rows that say the same: the timed before the untimed, then the later, then the lesser name. */
static bool stands_before(const Merger *merger, AnswerTime time, IdentityRow row, AnswerTime best_time, IdentityRow best)
{
    if (time.known != best_time.known) return time.known;
    for (int i = 0; time.known && i < 2; i++)
        if (time.reading[i] != best_time.reading[i]) return time.reading[i] > best_time.reading[i];
    if (row.name < 0 || best.name < 0) return best.name < 0 && row.name >= 0;
    const Vocabulary *names = merger->reader->identities.names;
    return strcmp(vocabulary_spelling(names, row.name), vocabulary_spelling(names, best.name)) < 0;
}

/* Of a person's rows in one survey the one that counts, as a whole. */
static IdentityRow latest_row(Merger *merger, const Identity *person, const IdentityRow rows[], int n_rows)
{
    const PeopleReader *reader = merger->reader;
    int survey = rows[0].source - 1, best = -1;
    int64_t latest[2] = {INT64_MIN, INT64_MIN};
    for (int i = 0; i < n_rows; i++) {
        AnswerTime time = row_time(reader, survey, rows[i].row);
        for (int j = 0; time.known && j < 2; j++)
            if (time.reading[j] > latest[j]) latest[j] = time.reading[j];
    }
    for (int i = 0, first = -1; i < n_rows; i++) {
        AnswerTime time = row_time(reader, survey, rows[i].row);
        if (!may_be_latest(time, latest)) continue;
        if (best < 0 || stands_before(merger, time, rows[i], row_time(reader, survey, rows[best].row), rows[best])) best = i;
        row_answers_read(&merger->spare[first >= 0], reader, &merger->things, survey, rows[i]);
        if (first < 0) {
            first = i;
            continue;
        }
        int thing = row_answers_differ(&merger->spare[0], &merger->spare[1], &merger->things);
        if (thing < 0) continue;
        AnswerTime first_time = merger->spare[0].time;
        bool equal = time.known && first_time.known && times_compare(time, first_time) == TIME_EQUAL;
        tell_unordered(merger, person, rows[i], rows[first], thing, time.known && first_time.known && !equal);
    }
    assert(best >= 0); /* the row with the latest first reading, or an untimed one */
    return rows[best];
}

/* Of the chosen rows' answers to one thing the one that counts, -1 where none answers: of timed ones the latest (by the first
 * reading; where another hangs on it, unclear_answer tells), of equally late ones that of the survey named later; between it
 * and untimed ones the survey named later. */
static int winning_answer(const Merger *merger, int thing)
{
    int timed = -1, untimed = -1;
    for (int i = 0; i < merger->n_chosen; i++) {
        const RowAnswers *answers = &merger->surveys[i];
        if (answers->values[thing] < 0) continue;
        if (!answers->time.known)
            untimed = i;
        else if (timed < 0 || answers->time.reading[0] >= merger->surveys[timed].time.reading[0])
            timed = i;
    }
    return timed > untimed ? timed : untimed;
}

/* A different answer to the thing of which it is not clear whether it is later than the winner; -1. */
static int unclear_answer(const Merger *merger, int thing, int winner)
{
    const RowAnswers *won = &merger->surveys[winner];
    if (!won->time.known || thing == THING_NAME) return -1;
    for (int i = 0; i < merger->n_chosen; i++) {
        const RowAnswers *answers = &merger->surveys[i];
        if (i == winner || answers->values[thing] < 0 || answers->values[thing] == won->values[thing]) continue;
        if (answers->time.known && times_compare(answers->time, won->time) == TIME_UNCLEAR) return i;
    }
    return -1;
}

/* What counts of a thing that nothing answers: 0 where some survey has a blank among crosses, else -1. */
static int blank_answer(const Merger *merger, int thing)
{
    for (int i = 0; i < merger->n_chosen; i++)
        if (merger->surveys[i].values[thing] == ANSWER_BLANK_NO) return 0;
    return -1;
}

void merger_run(Merger *merger, const Identity *person)
{
    const PeopleReader *reader = merger->reader;
    const IdentityRow *rows = reader->identities.rows + person->first_row;
    IdentityRow *chosen = merger->chosen;
    merger->n_chosen = 0;
    for (int i = 0, n; i < person->n_rows; i += n) {
        for (n = 1; i + n < person->n_rows && rows[i + n].source == rows[i].source; n++) continue;
        IdentityRow row = n == 1 ? rows[i] : latest_row(merger, person, rows + i, n);
        chosen[merger->n_chosen] = row;
        merger->n_rows[merger->n_chosen] = n;
        row_answers_read(&merger->surveys[merger->n_chosen++], reader, &merger->things, row.source - 1, row);
    }
    for (int thing = 0; thing < merger->things.n; thing++) {
        int winner = merger->n_chosen == 1 ? 0 : winning_answer(merger, thing);
        if (winner >= 0 && merger->surveys[winner].values[thing] < 0) winner = -1;
        merger->source[thing] = winner;
        merger->values[thing] = winner < 0 ? blank_answer(merger, thing) : merger->surveys[winner].values[thing];
        int unclear = winner < 0 || merger->n_chosen == 1 ? -1 : unclear_answer(merger, thing, winner);
        if (unclear >= 0) tell_unordered(merger, person, chosen[winner], chosen[unclear], thing, true);
    }
}
