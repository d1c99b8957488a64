/* Who gains and loses which role, which groups have other members, which shortages are otherwise. */
#include <string.h>

#include "write/comparison_html.h"

enum { NAMES_MOST = 30 }; /* who leaves or joins one group */

/* --- people --- */

static void add_seats(const ComparisonHtml *at, const SeatList *seats)
{
    html_open(at->page, "td");
    if (seats->n > 0) html_open_class(at->page, "ul", "roles");
    for (int i = 0; i < seats->n; i++) {
        html_open(at->page, "li");
        html_phrase(at->page, PHRASE_COMPARE_ROLE, {"role", html_name(at->page, seats->items[i]->role)},
                    {"group", html_name(at->page, seats->items[i]->group)});
        if (seats->items[i]->leads) html_raw(at->page, " <span class=\"tag\">leads</span>");
        html_close(at->page);
    }
    if (seats->n > 0) html_close(at->page);
    html_close(at->page);
}

static void add_hours(const ComparisonHtml *at, const FactPerson *person)
{
    html_open_class(at->page, "td", "number");
    html_attr_number(at->page, "data-value", person ? person->hours : 0);
    if (person) html_text(at->page, comparison_hours(person->hours, at->arena));
    html_close(at->page);
}

static void add_person(const ComparisonHtml *at, const Comparison *of, const PersonChange *person)
{
    const FactPerson *known = person->after ? person->after : person->before;
    html_open(at->page, "tr");
    html_attr(at->page, "data-scenario", of->other->folder);
    html_attr(at->page, "data-person", person_change_key(person));
    html_open(at->page, "th");
    html_attr(at->page, "scope", "row");
    html_user(at->page, fact_person_name(known->name, known->person));
    if (!person->before || !person->after) {
        html_open_class(at->page, "span", "reach");
        html_phrase_plain(at->page, person->after ? PHRASE_COMPARE_PERSON_COME : PHRASE_COMPARE_PERSON_GONE);
        html_close(at->page);
    }
    html_close(at->page);
    add_seats(at, &person->lost);
    add_seats(at, &person->gained);
    add_hours(at, person->before);
    add_hours(at, person->after);
    html_close(at->page);
}

/* In the order of the keys; where not all have a place, those whose leading roles change come first. */
static void add_rows(const ComparisonHtml *at, const Comparison *of, int n)
{
    int most = comparison_html_most(at, COMPARISON_PEOPLE_MOST), told = 0;
    for (int pass = n > most ? 0 : 1; pass < 2; pass++)
        for (int i = 0; i < of->people.n && told < most; i++) {
            const PersonChange *person = &of->people.items[i];
            if (!person_changes(person) || (n > most && person_changes_lead(person) == (pass == 1))) continue;
            add_person(at, of, person);
            told++;
        }
}

static void add_matches(const ComparisonHtml *at, const Comparison *of)
{
    TextBuffer matched = {.arena = at->arena}, by_row = {.arena = at->arena};
    if (of->matches.n > 0) {
        const PersonMatch *such = &of->matches.items[0];
        words_add(&matched, PHRASE_COMPARE_MATCHED, {"n", words_amount(of->matches.n, at->arena)}, {"name", such->name},
                  {"before", such->before}, {"after", such->after});
        comparison_html_told(at, "p", NULL, &matched);
    }
    if (of->n_by_row == 0) return;
    words_add(&by_row, PHRASE_COMPARE_BY_ROW, {"n", words_amount(of->n_by_row, at->arena)});
    comparison_html_told(at, "p", "missing", &by_row);
}

static void add_staff(const ComparisonHtml *at, const Comparison *of)
{
    int come = 0, gone = 0;
    for (int i = 0; i < of->people.n; i++) {
        come += !of->people.items[i].before;
        gone += !of->people.items[i].after;
    }
    if (come + gone == 0) return;
    html_open(at->page, "p");
    html_phrase(at->page, PHRASE_COMPARE_STAFF, {"come", words_amount(come, at->arena)},
                {"gone", words_amount(gone, at->arena)});
    html_close(at->page);
}

void comparison_html_people(const ComparisonHtml *at, const Comparison *of)
{
    static const ReportColumn columns[] = {{"Person", "text", false},
                                           {"Loses", "text", false},
                                           {"Gains", "text", false},
                                           {"Hours before", "number", false},
                                           {"Hours after", "number", false}};
    int n = 0;
    for (int i = 0; i < of->people.n; i++) n += person_changes(&of->people.items[i]);
    add_matches(at, of);
    add_staff(at, of);
    if (n == 0) {
        html_open(at->page, "p");
        html_phrase_plain(at->page, PHRASE_COMPARE_PEOPLE_SAME);
        html_close(at->page);
        return;
    }
    report_question(at->page, PHRASE_PAGE_ASK_PEOPLE);
    report_table_open(at->page, "people moves sortable", "Everyone who gains or loses a role");
    report_columns(at->page, columns, sizeof columns / sizeof *columns);
    html_open(at->page, "tbody");
    add_rows(at, of, n);
    html_close(at->page);
    report_table_close(at->page);
    comparison_html_more(at, n - comparison_html_most(at, COMPARISON_PEOPLE_MOST), "people.csv");
}

/* --- groups --- */

static void add_number(const ComparisonHtml *at, int64_t number, bool known)
{
    html_open_class(at->page, "td", "number");
    html_attr_number(at->page, "data-value", known ? number : -1);
    if (known) html_number(at->page, number);
    html_close(at->page);
}

static void add_names(const ComparisonHtml *at, const NameTexts *names)
{
    NameList list = {.most = NAMES_MOST};
    html_open(at->page, "td");
    for (int i = 0; i < names->n; i++) report_list_add(at->page, &list, names->items[i]);
    html_phrase(at->page, PHRASE_PAGE_NAMES, {"names", report_list_words(at->page, &list)});
    html_close(at->page);
}

static void add_group(const ComparisonHtml *at, const Comparison *of, const GroupChange *group)
{
    const FactGroup none = {.points_mean = -1}, *a = group->before ? group->before : &none,
                    *b = group->after ? group->after : &none;
    html_open(at->page, "tr");
    html_attr(at->page, "data-scenario", of->other->folder);
    html_attr(at->page, "data-group", (group->after ? b : a)->group);
    html_open(at->page, "th");
    html_attr(at->page, "scope", "row");
    html_user(at->page, (group->after ? b : a)->group);
    if (!group->before || !group->after) {
        html_open_class(at->page, "span", "reach");
        html_phrase_plain(at->page, group->after ? PHRASE_COMPARE_GROUP_COME : PHRASE_COMPARE_GROUP_GONE);
        html_close(at->page);
    }
    html_close(at->page);
    add_names(at, &group->gone);
    add_names(at, &group->come);
    add_number(at, a->size, group->before);
    add_number(at, b->size, group->after);
    add_number(at, a->points_mean, a->points_mean >= 0);
    add_number(at, b->points_mean, b->points_mean >= 0);
    html_close(at->page);
}

void comparison_html_groups(const ComparisonHtml *at, const Comparison *of)
{
    static const ReportColumn columns[] = {{"Group", "text", false},
                                           {"Who leaves", "text", false},
                                           {"Who joins", "text", false},
                                           {"Members before", "number", false},
                                           {"Members after", "number", false},
                                           {"Mean points before", "number", false},
                                           {"Mean points after", "number", false}};
    int n = 0, told = 0, most = comparison_html_most(at, COMPARISON_GROUPS_MOST);
    for (int i = 0; i < of->groups.n; i++) n += group_changes(&of->groups.items[i]);
    if (n == 0) {
        html_open(at->page, "p");
        html_phrase_plain(at->page, PHRASE_COMPARE_GROUPS_SAME);
        html_close(at->page);
        return;
    }
    report_question(at->page, PHRASE_PAGE_ASK_GROUPS);
    report_table_open(at->page, "people members-moved sortable", "Groups that come, go or have other members");
    report_columns(at->page, columns, sizeof columns / sizeof *columns);
    html_open(at->page, "tbody");
    for (int i = 0; i < of->groups.n; i++)
        if (group_changes(&of->groups.items[i]) && told++ < most) add_group(at, of, &of->groups.items[i]);
    html_close(at->page);
    report_table_close(at->page);
    comparison_html_more(at, n - most, "groups.csv");
}

/* --- shortages --- */

void comparison_html_shortages(const ComparisonHtml *at, const Comparison *of)
{
    TextBuffer sum = {.arena = at->arena};
    int told = 0, most = comparison_html_most(at, COMPARISON_SHORTAGES_MOST);
    report_question(at->page, PHRASE_PAGE_ASK_SHORTAGES);
    comparison_shortages_add(&sum, of);
    comparison_html_told(at, "p", NULL, &sum);
    if (of->shortages.n == 0) return;
    html_open_class(at->page, "ul", "shortages");
    for (int i = 0; i < of->shortages.n && told < most; i++) {
        TextBuffer words = {.arena = at->arena};
        const ShortageChange *change = &of->shortages.items[i];
        bool better = change->kind == SHORTAGE_CLOSED || change->kind == SHORTAGE_LESSENED;
        comparison_shortage_add(&words, change);
        html_open_class(at->page, "li", change->kind == SHORTAGE_KEPT ? "kept" : better ? "better" : "worse");
        html_attr(at->page, "data-scenario", of->other->folder);
        html_attr(at->page, "data-change", shortage_change_words[change->kind]);
        html_sentence(at->page, html_words(at->page, &words));
        html_close(at->page);
        told++;
    }
    html_close(at->page);
    comparison_html_more(at, of->shortages.n - told, "shortages.csv");
}
