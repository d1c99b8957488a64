/* verify_leading_json.c: the object `leading` of result.json: who leads beside who could. Seat by seat; nothing is kept from
 * the table but its facts. */
#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "verify/verify_nodes.h"

__extension__ typedef __int128 Wide;

/* What the comparisons of one measure come to. */
typedef struct Contest {
    int64_t seats, comparisons, higher, equal;
} Contest;

/* Who might hold a role, by site: those of site s are staff.items from first[s]; for groups open to all, everyone. */
typedef struct Ground {
    const Judge *judge;
    Buckets staff_of_site;
    int years_field; /* -1: skill and interest are compared */
} Ground;

/* The weighted sum of fit and interest as a fraction: the weights' own sum is the same for all of one role. */
static Share merit(const Judge *judge, int person, int role)
{
    const Settings *settings = &judge->model->settings;
    Share shares[N_SHARES];
    verify_shares(shares, judge, person, role);
    Share fit = shares[SHARE_FIT], interest = shares[SHARE_INTEREST];
    int64_t fit_whole = fit.whole ? fit.whole : 1, interest_whole = interest.whole ? interest.whole : 1;
    return (Share){settings->weight_fit * fit.part * interest_whole + settings->weight_interest * interest.part * fit_whole,
                   fit_whole * interest_whole};
}

static bool has_merit(const Judge *judge, int person, int role)
{
    const Settings *settings = &judge->model->settings;
    Share shares[N_SHARES];
    verify_shares(shares, judge, person, role);
    return (shares[SHARE_FIT].whole ? settings->weight_fit : 0) +
               (shares[SHARE_INTEREST].whole ? settings->weight_interest : 0) >
           0;
}

/* Hundredths over 1, the most of several; nothing over 0 where it is not known. */
static Share years(const Model *model, int person, int field)
{
    const Person *who = &model->staff[person];
    Share most = {0, 0};
    for (int at = who->first_attribute; at < who->first_attribute + who->n_attributes; at++) {
        Attribute has = model->attributes[at];
        int64_t number;
        if (has.field == field && text_to_hundredths(names_get(model->field_values[field], has.value), &number) &&
            (most.whole == 0 || number > most.part))
            most = (Share){number, 1};
    }
    return most;
}

static Share measure(const Ground *ground, int person, int role)
{
    return ground->years_field < 0 ? merit(ground->judge, person, role)
                                   : years(ground->judge->model, person, ground->years_field);
}

static bool leads_there(const Judge *judge, int person, int group)
{
    const Buckets *seats = &judge->seats_of_person;
    for (int i = seats->first[person]; i < seats->first[person + 1]; i++) {
        const Role *role = &judge->model->roles[judge->seats[seats->items[i]].role];
        if (role->leads && role->group == group) return true;
    }
    return false;
}

/* Enough hours for this role alone, and limits that are not 0. */
static bool has_capacity(const Model *model, int person, int role)
{
    const Person *who = &model->staff[person];
    int64_t hours = (int64_t)model->roles[role].hours + model->groups[model->roles[role].group].hours;
    return who->hours >= hours && who->max_leads >= 1 && who->max_groups >= 1;
}

static Contest seat_contest(const Ground *ground, const Seat *seat)
{
    const Judge *judge = ground->judge;
    const Model *model = judge->model;
    int group = model->roles[seat->role].group, site = model->groups[group].site;
    const Buckets *staff = &ground->staff_of_site;
    int first = site < 0 ? 0 : staff->first[site], end = site < 0 ? model->n_staff : staff->first[site + 1];
    Contest contest = {0};
    Share own = measure(ground, seat->person, seat->role);
    if (ground->years_field < 0 ? !has_merit(judge, seat->person, seat->role) : own.whole == 0) return contest;
    for (int i = first; i < end; i++) {
        int person = site < 0 ? i : staff->items[i];
        if (verify_barred(judge, person, seat->role) || leads_there(judge, person, group)) continue;
        if (!has_capacity(model, person, seat->role)) continue;
        Share other = measure(ground, person, seat->role);
        if (other.whole == 0) continue;
        Wide difference = (Wide)own.part * other.whole - (Wide)other.part * own.whole;
        contest.seats = 1;
        contest.comparisons++;
        contest.higher += difference > 0;
        contest.equal += difference == 0;
    }
    return contest;
}

static Contest whole_contest(const Ground *ground)
{
    const Judge *judge = ground->judge;
    int64_t seats = 0, comparisons = 0, higher = 0, equal = 0;
#pragma omp parallel for schedule(dynamic, 4) reduction(+ : seats, comparisons, higher, equal)
    for (int i = 0; i < judge->n_seats; i++) {
        if (!judge->model->roles[judge->seats[i].role].leads) continue;
        Contest one = seat_contest(ground, &judge->seats[i]);
        seats += one.seats;
        comparisons += one.comparisons;
        higher += one.higher;
        equal += one.equal;
    }
    return (Contest){seats, comparisons, higher, equal};
}

static void check_contest(const JsonNode *node, const Ground *ground)
{
    Contest contest = whole_contest(ground);
    verify_need_number(node, "seats", contest.seats);
    verify_need_number(node, "comparisons", contest.comparisons);
    verify_need_number(node, "higher", contest.higher);
    verify_need_number(node, "equal", contest.equal);
    if (contest.comparisons > 0) {
        verify_need_number(node, "permille", (contest.higher * 1000 + contest.equal * 500) / contest.comparisons);
        return;
    }
    const json_t *permille = verify_need(node, "permille", "null");
    if (permille && !json_is_null(permille))
        VERIFY_FAIL_NODE(node, "permille", "\"permille\" is given; expected null without comparisons");
}

/* An array of one entry for each field that is marked; its size is told, and each entry handed on. */
static const json_t *need_array(const JsonNode *node, const char *key, const bool marked[], int n_fields)
{
    const json_t *array = verify_need(node, key, "an array");
    size_t expected = 0;
    for (int field = 0; field < n_fields; field++) expected += marked[field];
    if (!array) return NULL;
    if (json_is_array(array) && json_array_size(array) == expected) return array;
    VERIFY_FAIL_NODE(node, key, "\"%s\" is no array of %zu; expected one", key, expected);
    return NULL;
}

static void check_left_out(const JsonNode *node, int n_fields)
{
    const Judge *judge = node->judge;
    const json_t *array = need_array(node, "left_out", judge->leading.left_out, n_fields);
    size_t at = 0;
    for (int field = 0; field < n_fields && array; field++) {
        if (!judge->leading.left_out[field]) continue;
        const char *name = names_get(judge->model->fields, field), *said = json_string_value(json_array_get(array, at++));
        if (!said || strcmp(said, name) != 0)
            VERIFY_FAIL_NODE(node, "left_out", "\"left_out\" holds %s; expected %s",
                             said ? verify_show(node->judge, said) : "no text", verify_show(node->judge, name));
    }
}

static void check_years(const JsonNode *node, Ground *ground, int n_fields)
{
    const Judge *judge = node->judge;
    const json_t *array = need_array(node, "years", judge->leading.years, n_fields);
    int at = 0;
    for (int field = 0; field < n_fields && array; field++) {
        if (!judge->leading.years[field]) continue;
        JsonNode one = {node->judge, json_array_get(array, (size_t)at), "years", at};
        const char *const names[] = {names_get(judge->model->fields, field), NULL};
        verify_need_text(&one, "field", names, names[0]);
        ground->years_field = field;
        check_contest(&one, ground);
        at++;
    }
}

void verify_leading_json(const JsonNode *root)
{
    Judge *judge = root->judge;
    const Model *model = judge->model;
    Ground ground = {.judge = judge, .years_field = -1};
    int *sites = ARENA_ARRAY(judge->arena, int, model->n_staff);
    for (int person = 0; sites && person < model->n_staff; person++) sites[person] = model->staff[person].site;
    if (!sites || !verify_buckets(judge, &ground.staff_of_site, sites, model->n_staff, model->n_sites)) {
        judge->no_memory = true;
        return;
    }
    JsonNode node = verify_need_object(root, "leading");
    if (!node.object) return;
    verify_need_number(&node, "staff", judge->leading.staff);
    verify_need_number(&node, "leaders", judge->leading.leaders);
    verify_need_number(&node, "leading_roles", judge->leading.roles);
    check_left_out(&node, names_count(model->fields));
    JsonNode merit_node = verify_need_object(&node, "skill_and_interest");
    if (merit_node.object) check_contest(&merit_node, &ground);
    check_years(&node, &ground, names_count(model->fields));
}
