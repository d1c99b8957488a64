#include "tiny/tiny_leading.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tiny/tiny_filling.h"

static const char *const leading_header[] = {"field",         "value",         "staff",          "leaders",
                                             "leading_roles", "staff_percent", "leading_percent"};

enum { FIELDS = 5, MOST_DIFFERENT = 5 };

static const char *const field_names[FIELDS] = {"site", "position", "network", "department", "years"};
static const char *const bands[4] = {"under 3", "3 to 9", "10 to 20", "over 20"};

/* The person's value of a field as a row names it, "" for none. */
static const char *value_of(const TinyPerson *who, int field)
{
    static const TinyField fields[4] = {TINY_SITE, TINY_POSITION, TINY_NETWORK, TINY_DEPARTMENT};
    if (field < 4) return who->fields[fields[field]] ? who->fields[fields[field]] : "";
    if (who->years == TINY_NONE) return "";
    return bands[who->years < 3 ? 0 : who->years < 10 ? 1 : who->years <= 20 ? 2 : 3];
}

/* Bands as they stand above, then text, then none. */
static int place_of(const char *value)
{
    for (int band = 0; band < 4; band++)
        if (value == bands[band]) return band;
    return *value ? 4 : 5;
}

static int by_place(const void *left, const void *right)
{
    const char *a = *(const char *const *)left, *b = *(const char *const *)right;
    int order = place_of(a) - place_of(b);
    return order ? order : strcmp(a, b);
}

/* The different values of people who are not away, sorted; *n_values: without the blank. */
static int values_of(const char *values[TINY_PEOPLE], int *n_values, const TinyCase *tiny, int field)
{
    int n = 0;
    *n_values = 0;
    for (int p = 0; p < tiny->n_people; p++) {
        const char *value = value_of(&tiny->people[p], field);
        bool known = tiny->people[p].away;
        for (int i = 0; i < n; i++) known |= strcmp(values[i], value) == 0;
        if (known) continue;
        values[n++] = value;
        *n_values += *value != 0;
    }
    qsort(values, (size_t)n, sizeof *values, by_place);
    return n;
}

/* Six or seven values of seven people at most are nearly all different; the other fields are always told. */
static bool left_out(const TinyCase *tiny, int field)
{
    const char *values[TINY_PEOPLE];
    int different;
    values_of(values, &different, tiny, field);
    return field == 3 && different > MOST_DIFFERENT;
}

static int leads_of(const TinyCase *tiny, int mask)
{
    int leads = 0;
    for (int r = 0; r < tiny->n_roles; r++) leads += (mask >> r & 1) && tiny->roles[r].leads;
    return leads;
}

static void put_share(Filling *rows, int64_t part, int64_t whole)
{
    if (whole == 0)
        tiny_put(rows, "");
    else
        tiny_put_hours(rows, 10 * (int)((part * 2000 + whole) / (whole * 2)));
}

static void put_row(Filling *rows, const TinyRules *rules, const int holding[], int field, const char *value,
                    const int64_t totals[])
{
    const TinyCase *tiny = rules->tiny;
    int staff = 0, leaders = 0, roles = 0;
    for (int p = 0; p < tiny->n_people; p++) {
        if (tiny->people[p].away || strcmp(value_of(&tiny->people[p], field), value) != 0) continue;
        int leads = leads_of(tiny, holding[p]);
        staff++;
        leaders += leads > 0;
        roles += leads;
    }
    tiny_put(rows, field_names[field]);
    tiny_put(rows, value);
    tiny_put_number(rows, staff);
    tiny_put_number(rows, leaders);
    tiny_put_number(rows, roles);
    put_share(rows, staff, totals[TINY_LEADING_OF_STAFF]);
    put_share(rows, roles, totals[TINY_LEADING_ROLES]);
}

Table tiny_leading_table(const TinyRules *rules, const int holding[], Arena *arena)
{
    Filling rows = TINY_FILL(arena, "leading.csv", leading_header);
    int64_t totals[TINY_LEADING_NUMBERS] = {0};
    tiny_leading_count(totals, rules, holding);
    for (int field = 0; field < FIELDS; field++) {
        const char *values[TINY_PEOPLE];
        int different, n = values_of(values, &different, rules->tiny, field);
        for (int i = 0; i < n && different > 0 && !left_out(rules->tiny, field); i++)
            put_row(&rows, rules, holding, field, values[i], totals);
    }
    return tiny_filled(&rows);
}

/* What the comparisons of a measure come to. */
typedef struct Contest {
    int64_t seats, comparisons, higher, equal;
} Contest;

static bool leads_in_group(const TinyCase *tiny, int mask, int group)
{
    for (int r = 0; r < tiny->n_roles; r++)
        if ((mask >> r & 1) && tiny->roles[r].leads && tiny->roles[r].group == group) return true;
    return false;
}

/* Whether two people can be compared, and their order. */
static bool compare(int *order, const TinyRules *rules, bool by_years, int person, int other, int role)
{
    int years = rules->tiny->people[person].years, others = rules->tiny->people[other].years;
    *order = by_years ? (years > others) - (years < others) : tiny_merit_order(rules, person, other, role);
    return by_years ? years != TINY_NONE && others != TINY_NONE : tiny_has_merit(rules, role);
}

static Contest contest_of(const TinyRules *rules, const int holding[], bool by_years)
{
    const TinyCase *tiny = rules->tiny;
    Contest contest = {0};
    for (int p = 0; p < tiny->n_people; p++)
        for (int r = 0; r < tiny->n_roles; r++) {
            int64_t before = contest.comparisons;
            for (int q = 0; (holding[p] >> r & 1) && tiny->roles[r].leads && q < tiny->n_people; q++) {
                int order;
                if (tiny_barred(tiny, q, r) || leads_in_group(tiny, holding[q], tiny->roles[r].group)) continue;
                const TinyPerson *who = &tiny->people[q];
                int hours = tiny->roles[r].hours + tiny->groups[tiny->roles[r].group].hours;
                if (who->hours < hours || who->max_groups == 0 || who->max_leads == 0) continue;
                if (!compare(&order, rules, by_years, p, q, r)) continue;
                contest.comparisons++;
                contest.higher += order > 0;
                contest.equal += order == 0;
            }
            contest.seats += contest.comparisons > before;
        }
    return contest;
}

void tiny_leading_count(int64_t numbers[TINY_LEADING_NUMBERS], const TinyRules *rules, const int holding[])
{
    const TinyCase *tiny = rules->tiny;
    for (int p = 0; p < tiny->n_people; p++) {
        int leads = leads_of(tiny, holding[p]);
        if (tiny->people[p].away) continue;
        numbers[TINY_LEADING_OF_STAFF]++;
        numbers[TINY_LEADING_LEADERS] += leads > 0;
        numbers[TINY_LEADING_ROLES] += leads;
    }
    Contest merit = contest_of(rules, holding, false);
    numbers[TINY_LEADING_SEATS] = merit.seats;
    numbers[TINY_LEADING_COMPARISONS] = merit.comparisons;
    numbers[TINY_LEADING_HIGHER] = merit.higher;
    numbers[TINY_LEADING_EQUAL] = merit.equal;
}

static const char *contest_json(const char *field, Contest of, const Contest *right, Arena *arena)
{
    int64_t twice = 2 * right->higher + right->equal;
    const char *permille = right->comparisons > 0 ? arena_print(arena, "%" PRId64, 500 * twice / right->comparisons) : "null";
    const char *text = arena_print(arena,
                                   "{%s\"seats\": %" PRId64 ", \"comparisons\": %" PRId64 ", \"higher\": %" PRId64
                                   ", \"equal\": %" PRId64 ", \"permille\": %s}",
                                   field, of.seats, of.comparisons, of.higher, of.equal, permille);
    if (!text) abort();
    return text;
}

const char *tiny_leading_json(const TinyRules *rules, const int holding[], const int64_t numbers[TINY_LEADING_NUMBERS],
                              Arena *arena)
{
    const char *values[TINY_PEOPLE];
    Contest merit = contest_of(rules, holding, false), years = contest_of(rules, holding, true);
    Contest said = {numbers[TINY_LEADING_SEATS], numbers[TINY_LEADING_COMPARISONS], numbers[TINY_LEADING_HIGHER],
                    numbers[TINY_LEADING_EQUAL]};
    int different;
    values_of(values, &different, rules->tiny, 4);
    const char *text = arena_print(arena,
                                   "{\"staff\": %" PRId64 ", \"leaders\": %" PRId64 ", \"leading_roles\": %" PRId64
                                   ", \"left_out\": [%s], \"skill_and_interest\": %s, \"years\": [%s]}",
                                   numbers[TINY_LEADING_OF_STAFF], numbers[TINY_LEADING_LEADERS], numbers[TINY_LEADING_ROLES],
                                   left_out(rules->tiny, 3) ? "\"department\"" : "", contest_json("", said, &merit, arena),
                                   different ? contest_json("\"field\": \"years\", ", years, &years, arena) : "");
    if (!text) abort();
    return text;
}
