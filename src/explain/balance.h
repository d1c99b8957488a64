/* balance.h: how the work of a result is spread over some people, and whether those who serve and those who lead are made up as
 * the staff as a whole is. Staff who are away are no part of it. */
#ifndef EXPLAIN_BALANCE_H
#define EXPLAIN_BALANCE_H

#include "explain/result_index.h"

enum { BALANCE_ROLES_MOST = 6 };
typedef enum HoursBand { HOURS_NONE_GIVEN, HOURS_NONE_USED, HOURS_UNDER_HALF, HOURS_HALF, HOURS_ALL, HOURS_BANDS } HoursBand;

/* The people with one value of a field, as LeadingRow: who has several values of it counts in each. */
typedef struct BalanceRow {
    int field;
    const char *value; /* "" for people without one */
    int staff, serving, leading_roles;
} BalanceRow;

/* Somebody with a part who can take no other, by themselves: in as many groups as they may be, or with fewer hours left than
 * any role takes. */
typedef struct AtLimit {
    int row; /* ResultRows.people */
    bool groups, hours;
} AtLimit;

typedef struct Balance {
    int staff, serving, leading_roles, away;
    int roles[BALANCE_ROLES_MOST + 1]; /* people with so many roles; the last: as many or more */
    int hours[HOURS_BANDS];            /* people by the part of their hours that is used: under a half, a half or more, all */
    LIST(AtLimit) at_limit;            /* in the page's order */
    LIST(BalanceRow) rows;             /* as LeadingTable.rows, without those of nobody here */
} Balance;

/* Errors: CADRE_NO_MEMORY. Cost O(people's attributes + rows of LeadingTable + roles). */
CadreStatus balance_make(Balance *out, const ResultIndex *index, const ResultScope *scope, Arena *arena, CadreError *err);

#endif
