/* leading.c: who holds a leading role beside everyone who could and leads nothing in its group. One pass over the open pairs.
 */
#include "explain/leading.h"

#include "base/text.h"
#include "score/points.h"

/* What is compared: skill and interest first, then each field of years. */
typedef struct Contest {
    const Holdings *holdings;
    RoleBasis *basis; /* [n_roles], of leading ones */
    int *first;       /* [n_roles + 1] into the two below: leading seats that are held */
    int *holder;      /* person */
    int64_t *merit;   /* of the holder */
    int n_measures;
    int64_t **years;            /* [n_measures][n_staff] hundredths, -1 where not known; nothing at 0 */
    bool **met;                 /* [n_measures][seats]: the seat has a comparison */
    LeadingComparison *results; /* [n_measures] */
} Contest;

static int64_t merit_of(const Contest *contest, int person, int role)
{
    const Model *model = contest->holdings->model;
    PairAnswer answer = points_answer(model, person, role);
    answer.prefer = pin_set_has(&contest->holdings->prefer, person, role);
    TargetSums sums = points_sums(model, &contest->basis[role], person);
    return points_merit(&model->settings, &contest->basis[role], sums, answer);
}

static bool leads_in(const Holdings *holdings, int person, int group)
{
    for (int i = holdings->first[person]; i < holdings->first[person + 1]; i++) {
        const Role *role = &holdings->model->roles[holdings->assignments[i].role];
        if (role->leads && role->group == group) return true;
    }
    return false;
}

/* Whether hours and limits would let them, had they nothing else. */
static bool could_alone(const Model *model, int person, int role)
{
    const Person *staff = &model->staff[person];
    const Role *of = &model->roles[role];
    return staff->max_groups > 0 && staff->max_leads > 0 && model->groups[of->group].hours + of->hours <= staff->hours;
}

static void compare(Contest *contest, int measure, int seat, int64_t holder, int64_t other)
{
    LeadingComparison *result = &contest->results[measure];
    result->comparisons++;
    result->higher += holder > other;
    result->equal += holder == other;
    result->seats += !contest->met[measure][seat];
    contest->met[measure][seat] = true;
}

/* A person to whom the role is open and who leads nothing there, beside each of its holders. */
static void compare_with_holders(Contest *contest, int person, int role)
{
    bool has_merit = points_has_merit(&contest->holdings->model->settings, &contest->basis[role]);
    int64_t merit = has_merit ? merit_of(contest, person, role) : 0;
    for (int seat = contest->first[role]; seat < contest->first[role + 1]; seat++) {
        if (has_merit) compare(contest, 0, seat, contest->merit[seat], merit);
        for (int measure = 1; measure < contest->n_measures; measure++) {
            int64_t holder = contest->years[measure][contest->holder[seat]], other = contest->years[measure][person];
            if (holder >= 0 && other >= 0) compare(contest, measure, seat, holder, other);
        }
    }
}

static void compare_all(Contest *contest)
{
    const Holdings *holdings = contest->holdings;
    const ScoreTable *scores = holdings->scores;
    for (int person = 0; person < holdings->model->n_staff; person++)
        for (int64_t pair = scores->first_pair[person]; pair < scores->first_pair[person + 1]; pair++) {
            int role = scores->role[pair];
            bool held = contest->first[role + 1] > contest->first[role];
            if (held && could_alone(holdings->model, person, role) &&
                !leads_in(holdings, person, holdings->model->roles[role].group))
                compare_with_holders(contest, person, role);
        }
}

/* The greatest number among the person's values of the field. */
static int64_t years_of(const Model *model, const Person *who, int field)
{
    int64_t most = -1, number;
    for (int i = who->first_attribute; i < who->first_attribute + who->n_attributes; i++) {
        Attribute has = model->attributes[i];
        if (has.field != field || !text_to_hundredths(names_get(model->field_values[field], has.value), &number)) continue;
        if (number > most) most = number;
    }
    return most;
}

static bool measures_make(Contest *contest, const LeadingTable *table, int n_seats, Arena *arena)
{
    const Model *model = contest->holdings->model;
    contest->n_measures = 1 + table->year_fields.n;
    contest->results = ARENA_ARRAY(arena, LeadingComparison, contest->n_measures);
    contest->years = ARENA_ARRAY(arena, int64_t *, contest->n_measures);
    contest->met = ARENA_ARRAY(arena, bool *, contest->n_measures);
    if (!contest->results || !contest->years || !contest->met) return false;
    for (int measure = 0; measure < contest->n_measures; measure++) {
        contest->results[measure].field = measure > 0 ? table->year_fields.items[measure - 1] : -1;
        contest->met[measure] = ARENA_ARRAY(arena, bool, n_seats);
        contest->years[measure] = ARENA_ARRAY(arena, int64_t, measure > 0 ? model->n_staff : 0);
        if (!contest->met[measure] || !contest->years[measure]) return false;
        for (int person = 0; measure > 0 && person < model->n_staff; person++)
            contest->years[measure][person] = years_of(model, &model->staff[person], contest->results[measure].field);
    }
    return true;
}

/* The basis of every leading role. */
static bool bases_make(Contest *contest, Arena *arena)
{
    const Holdings *holdings = contest->holdings;
    const Model *model = holdings->model;
    bool *preferred = ARENA_ARRAY(arena, bool, model->n_groups);
    contest->basis = ARENA_ARRAY(arena, RoleBasis, model->n_roles);
    if (!preferred || !contest->basis) return false;
    for (int64_t i = 0; i < holdings->prefer.first[model->n_staff]; i++)
        preferred[model->roles[holdings->prefer.role[i]].group] = true;
    for (int role = 0; role < model->n_roles; role++)
        if (model->roles[role].leads) contest->basis[role] = points_basis(model, role, preferred[model->roles[role].group]);
    return true;
}

/* Leading seats by role. */
static bool seats_make(Contest *contest, int *n_seats, Arena *arena)
{
    const Holdings *holdings = contest->holdings;
    const Model *model = holdings->model;
    int n = holdings->first[model->n_staff], *next = ARENA_ARRAY(arena, int, model->n_roles);
    contest->first = ARENA_ARRAY(arena, int, model->n_roles + 1);
    if (!next || !contest->first) return false;
    for (int role = 0; role < model->n_roles; role++) {
        next[role] = contest->first[role];
        contest->first[role + 1] = next[role] + (model->roles[role].leads ? holdings->seated[role] : 0);
    }
    *n_seats = contest->first[model->n_roles];
    contest->holder = ARENA_ARRAY(arena, int, *n_seats);
    contest->merit = ARENA_ARRAY(arena, int64_t, *n_seats);
    if (!contest->holder || !contest->merit) return false;
    for (int i = 0; i < n; i++) {
        Assignment at = holdings->assignments[i];
        if (!model->roles[at.role].leads) continue;
        contest->holder[next[at.role]] = at.person;
        contest->merit[next[at.role]++] = merit_of(contest, at.person, at.role);
    }
    return true;
}

CadreStatus leading_make(LeadingTable *out, const Holdings *holdings, Arena *arena, CadreError *err)
{
    LeadingTable table = {.staff = 0};
    Contest contest = {.holdings = holdings};
    int n_seats;
    TRY(leading_rows_make(&table, holdings, arena, err));
    bool ready =
        bases_make(&contest, arena) && seats_make(&contest, &n_seats, arena) && measures_make(&contest, &table, n_seats, arena);
    if (!ready) return error_no_memory(err);
    compare_all(&contest);
    table.merit = contest.results[0];
    table.years = contest.results + 1;
    *out = table;
    return CADRE_OK;
}
