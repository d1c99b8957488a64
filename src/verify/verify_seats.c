/* verify_seats.c: assignments.csv. Who sits where is read from it; its other cells are recomputed. */
#include "verify/verify_cells.h"

#include <stdlib.h>
#include <string.h>

/* The role that a row names, or -1 with a message. */
static int cell_role(Judge *judge, const Table *table, int row, int group)
{
    const Model *model = judge->model;
    const Group *of = &model->groups[group];
    const char *cell = table_cell(table, row, SEAT_ROLE);
    for (int role = of->first_role; role < of->first_role + of->n_roles; role++)
        if (strcmp(model->roles[role].name, cell) == 0) return role;
    VERIFY_FAIL(judge, table, row, SEAT_ROLE, "%s has no role %s; expected one of its roles%s%s", verify_show(judge, of->name),
                verify_show(judge, cell), of->n_roles ? ", for example " : "",
                of->n_roles ? verify_show(judge, model->roles[of->first_role].name) : "");
    return -1;
}

/* Rows must rise by person, group, role; equal ones are told once the seats are known. */
static void check_order(Judge *judge, const Table *table, int row)
{
    static const int keys[] = {SEAT_PERSON, SEAT_GROUP, SEAT_ROLE};
    for (int i = 0; row > 0 && i < 3; i++) {
        int order = strcmp(table_cell(table, row - 1, keys[i]), table_cell(table, row, keys[i]));
        if (order < 0) return;
        if (order > 0) {
            VERIFY_FAIL(judge, table, row, keys[i], "the row is out of order; expected rows sorted by person, group, role");
            return;
        }
    }
}

/* Read one row; false where it names nobody or nothing known. */
static bool read_seat(Judge *judge, const Table *table, int row, Seat *out)
{
    check_order(judge, table, row);
    int person = verify_cell_person(judge, table, row, SEAT_PERSON);
    int group = verify_cell_group(judge, table, row, SEAT_GROUP);
    int role = group >= 0 ? cell_role(judge, table, row, group) : -1;
    *out = (Seat){.person = person, .role = role, .row = row};
    return person >= 0 && role >= 0;
}

static int by_person_role(const void *left, const void *right)
{
    const Seat *a = left, *b = right;
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    if (a->role != b->role) return a->role < b->role ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* Keep the first of equal seats. */
static void drop_repeats(Judge *judge, const Table *table)
{
    int kept = 0;
    for (int i = 0; i < judge->n_seats; i++) {
        Seat seat = judge->seats[i];
        const Seat *last = kept > 0 ? &judge->seats[kept - 1] : NULL;
        if (last && last->person == seat.person && last->role == seat.role)
            VERIFY_FAIL(judge, table, seat.row, SEAT_PERSON, "the row repeats line %d; expected each assignment once",
                        table->line[last->row]);
        else
            judge->seats[kept++] = seat;
    }
    judge->n_seats = kept;
}

static void check_cells(Judge *judge, const Table *table, Seat *seat)
{
    const Model *model = judge->model;
    const Person *who = &model->staff[seat->person];
    verify_cell_text(judge, table, seat->row, SEAT_NAME, who->name);
    verify_cell_text(judge, table, seat->row, SEAT_SITE, verify_site_text(model, who->site));
    verify_cell_text(judge, table, seat->row, SEAT_LEADS, model->roles[seat->role].leads ? "yes" : "no");
    Share shares[N_SHARES];
    verify_shares(shares, judge, seat->person, seat->role);
    seat->points = verify_mean(&model->settings, shares);
    verify_cell_number(judge, table, seat->row, SEAT_POINTS, seat->points);
    for (int i = 0; i < N_SHARES; i++)
        verify_cell_points(judge, table, seat->row, SEAT_SHARES + i, verify_share_points(shares[i]));
}

static void bucket_seats(Judge *judge)
{
    int *persons = ARENA_ARRAY(judge->arena, int, judge->n_seats), *roles = ARENA_ARRAY(judge->arena, int, judge->n_seats);
    if (!persons || !roles) {
        judge->no_memory = true;
        return;
    }
    for (int i = 0; i < judge->n_seats; i++) {
        persons[i] = judge->seats[i].person;
        roles[i] = judge->seats[i].role;
    }
    verify_buckets(judge, &judge->seats_of_person, persons, judge->n_seats, judge->model->n_staff);
    verify_buckets(judge, &judge->seats_of_role, roles, judge->n_seats, judge->model->n_roles);
}

void verify_seats_check(Judge *judge)
{
    const Table *table = &judge->files->assignments;
    judge->seats = ARENA_ARRAY(judge->arena, Seat, table->n_rows);
    if (!judge->seats) {
        judge->no_memory = true;
        return;
    }
    for (int row = 0; row < table->n_rows; row++)
        if (read_seat(judge, table, row, &judge->seats[judge->n_seats])) judge->n_seats++;
    if (judge->n_seats) qsort(judge->seats, (size_t)judge->n_seats, sizeof *judge->seats, by_person_role);
    drop_repeats(judge, table);
    for (int i = 0; i < judge->n_seats; i++) check_cells(judge, table, &judge->seats[i]);
    bucket_seats(judge);
}
