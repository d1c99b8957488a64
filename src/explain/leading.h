/* leading.h: who leads, counted and without names: for every value of every field the share of the leading roles beside the
 * share of the staff, and how often those who lead have more skill and interest, or more years, than those who could and do
 * not. Staff who are away are no part of it. (What the setting `fairness` does is another matter: it bears on the solving.) */
#ifndef EXPLAIN_LEADING_H
#define EXPLAIN_LEADING_H

#include "explain/holdings.h"

/* The people with one value of a field. Who has several values of it counts in each. */
typedef struct LeadingRow {
    int field;
    const char *value; /* "" for people without one */
    int staff, leaders, leading_roles;
} LeadingRow;

/* Every leading seat's holder beside each person to whom the role is open and who leads nothing in its group. What of them has
 * no value on either side is no comparison. */
typedef struct LeadingComparison {
    int field; /* years of service; -1: skill and interest, the mean of fit and interest by their weights */
    int seats; /* with one comparison at least */
    int64_t comparisons, higher, equal; /* higher: the holder has more */
} LeadingComparison;

typedef struct LeadingTable {
    int staff, leaders, leading_roles;
    LIST(LeadingRow) rows; /* by field; bands of years, then numbers, then text bytewise; the row without a value last */
    int *first_value;      /* [fields + 1]: a field's values in value_row */
    int *value_row;        /* the row of each value of Model.field_values, -1 for none */
    LIST(int) left_out;    /* fields with too many different values */
    LIST(int) year_fields; /* that are put in bands */
    LeadingComparison merit;
    LeadingComparison *years; /* [year_fields.n] */
} LeadingTable;

/* Cost O(attributes + values log values + open pairs of leading roles * their targets). Errors: CADRE_NO_MEMORY. */
CadreStatus leading_make(LeadingTable *out, const Holdings *holdings, Arena *arena, CadreError *err);

/* The rows; private to explain/leading*.c. */
CadreStatus leading_rows_make(LeadingTable *out, const Holdings *holdings, Arena *arena, CadreError *err);

/* Tenths of one per cent, to the nearest, halves up; -1 where there is nothing to have a share of. */
static inline int leading_share(int part, int whole)
{
    return whole > 0 ? (int)((2000 * (int64_t)part + whole) / (2 * (int64_t)whole)) : -1;
}

/* The chance that of a holder and one who is not the holder has more, ties half (the area under the ROC curve: Hanley and
 * McNeil, Radiology 143, 1982, 29-36): thousandths rounded down, 500 as by chance; -1 without comparisons. */
static inline int leading_concordance(const LeadingComparison *of)
{
    return of->comparisons > 0 ? (int)((2 * of->higher + of->equal) * 500 / of->comparisons) : -1;
}

/* Whether the comparisons cover enough of the leading roles to say what decides: three, and half of them all. */
static inline bool leading_decides(const LeadingTable *table, const LeadingComparison *of)
{
    return of->seats >= 3 && 2 * (int64_t)of->seats >= table->leading_roles;
}

/* Of 100 comparisons, of which there is one: in how many the holder has more, has as much, would have more by chance, and has
 * more where ties count half. To the nearest, halves up. */
static inline int leading_hundredths(const LeadingComparison *of, int64_t halves)
{
    return (int)((100 * halves + of->comparisons) / (2 * of->comparisons));
}
static inline int leading_more(const LeadingComparison *of) { return leading_hundredths(of, 2 * of->higher); }
static inline int leading_ties(const LeadingComparison *of) { return leading_hundredths(of, 2 * of->equal); }
static inline int leading_chance(const LeadingComparison *of) { return leading_hundredths(of, of->comparisons - of->equal); }
static inline int leading_ahead(const LeadingComparison *of) { return leading_hundredths(of, 2 * of->higher + of->equal); }

#endif
