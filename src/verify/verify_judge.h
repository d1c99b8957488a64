/* verify_judge.h: what the parts of the judge share. Private to verify/.
 *
 * The judge reads who sits where from assignments.csv and nothing else; every other cell of the result is recomputed from
 * that and the model, and compared with what is printed there. Faults of memory are remembered in `no_memory`, so that the
 * checks read as checks. */
#ifndef VERIFY_VERIFY_JUDGE_H
#define VERIFY_VERIFY_JUDGE_H

#include "model/model.h"
#include "model/result_files.h"
#include "model/solution.h"

/* Items by an integer key: those of key k are items[first[k]] to items[first[k + 1] - 1], ascending. */
typedef struct Buckets {
    int *first; /* [n_keys + 1] */
    int *items;
} Buckets;

/* The columns of assignments.csv; the four shares begin at SEAT_SHARES. */
enum { SEAT_PERSON, SEAT_NAME, SEAT_SITE, SEAT_GROUP, SEAT_ROLE, SEAT_LEADS, SEAT_POINTS, SEAT_SHARES };

/* One row of assignments.csv that names a person and a role, each pair once. */
typedef struct Seat {
    int person, role, row;
    int points;
} Seat;

/* Who leads, recomputed. Nobody who is away counts. */
typedef struct LeadingFacts {
    int staff, leaders, roles;
    bool *left_out, *years; /* [fields]: no rows for too many values; years of service in bands */
} LeadingFacts;

typedef struct Judge {
    const Model *model;
    const ResultFiles *files;
    Arena *arena; /* released at the end of the verdict */
    Messages *messages;
    bool no_memory;
    int hints_left; /* nearest names still to be looked up: a broken file gets a few, not one a row */
    Names *staff_names, *group_names;

    Seat *seats; /* sorted by person, role */
    int n_seats;
    Buckets seats_of_person, seats_of_role;
    Buckets pins_of_person, previous_of_person, held_of_person;
    Buckets groups_of_site; /* key 0: groups open to all; site + 1: those of the site */
    bool *prefer_asked;     /* [n_groups]: a prefer pin names one of its roles */

    int64_t *group_cost;  /* [n_groups]: of its shortages, recomputed */
    int n_shortages;      /* recomputed */
    ObjectiveParts parts; /* recomputed */
    LeadingFacts leading;
} Judge;

/* What a person's seats come to. */
typedef struct PersonTotals {
    int roles, groups, leads;
    int64_t hours; /* hundredths */
} PersonTotals;

/* A share of 1; whole 0 means that it has no basis for anyone. */
typedef struct Share {
    int64_t part, whole;
} Share;

enum { SHARE_FIT, SHARE_INTEREST, SHARE_GROWTH, SHARE_CONTINUITY, N_SHARES };

/* Section 4 of the contract for one pair. Cost O(targets of the role + topics of the person). */
void verify_shares(Share shares[N_SHARES], const Judge *judge, int person, int role);
int verify_mean(const Settings *settings, const Share shares[N_SHARES]);
int verify_share_points(Share share); /* 0-1000 rounded down, -1 without a basis */
int verify_points(const Judge *judge, int person, int role);

/* Why this role is not open to this person (site, away, position, must, never pin), or NULL where it is. */
const char *verify_barred(const Judge *judge, int person, int role);
/* The most points in any role open to the person, of those that `counts` takes (NULL: all); -1 where none is. Looks only at
 * groups of the person's site and groups open to all. */
int verify_best_points(const Judge *judge, int person, bool (*counts)(const Role *role));
bool verify_has_value(const Model *model, int person, int field, int value);

/* The seat of a person in a group, -1 where there is none. */
int verify_seat_in_group(const Judge *judge, int person, int group);
PersonTotals verify_person_totals(const Judge *judge, int person);
int verify_role_size(const Judge *judge, int role);
int verify_group_size(const Judge *judge, int group);
int64_t verify_changes(const Judge *judge); /* seats that the result to be mended, else previous.csv, does not have */

/* Whether people are called alike in both; else that is told, and nothing can be judged. */
bool verify_redaction(Judge *judge);

/* The checks, in this order. Each adds a message for every violation. */
void verify_seats_check(Judge *judge);     /* assignments.csv; fills the seats */
void verify_people_rules(Judge *judge);    /* rules about one person */
void verify_group_rules(Judge *judge);     /* rules about a group or the whole */
void verify_shortages_check(Judge *judge); /* shortages.csv; fills the costs */
void verify_groups_check(Judge *judge);    /* groups.csv */
void verify_people_check(Judge *judge);    /* people.csv */
void verify_leading_check(Judge *judge);   /* leading.csv */
void verify_json_check(Judge *judge);      /* result.json; needs what all the others fill */

void verify_shortages_compute(Judge *judge); /* the costs alone, where shortages.csv cannot be read */
void verify_leading_compute(Judge *judge);   /* its facts alone, where leading.csv cannot be read */
void verify_parts_compute(Judge *judge);     /* the objective's parts; needs the costs */

#endif
