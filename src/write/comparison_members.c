/* comparison_members.c: who gains and loses a role, and which groups change their members; and what the parts of a page share.
 */
#include "explain/wording.h"
#include "write/comparison_page.h"
#include "write/comparison_words.h"
#include "write/screen.h"

void comparison_paragraph(const ComparisonPage *page, TextBuffer *sentence, int indent)
{
    const char *text;
    CadreError unused;
    if (buffer_text(&text, sentence, &unused) == CADRE_OK)
        screen_add_paragraph(page->out, text, indent, page->width);
    else
        page->out->lost = true;
}

const char *comparison_amount(const ComparisonPage *page, int64_t number) { return words_amount(number, page->arena); }

const char *comparison_count(const ComparisonPage *page, int64_t number) { return words_number(number, page->arena); }

/* More than the most lines are in a file of the folder. */
void comparison_more(const ComparisonPage *page, int n, const char *file)
{
    TextBuffer line = {.arena = page->arena};
    if (n <= COMPARISON_LINES) return;
    words_add(&line, PHRASE_COMPARE_MORE, {"n", comparison_count(page, n - COMPARISON_LINES)}, {"file", file});
    comparison_paragraph(page, &line, 2);
}

/* --- people --- */

static void add_seats(TextBuffer *line, const SeatList *seats, const char *sign, bool *begun)
{
    for (int i = 0; i < seats->n; i++) {
        buffer_print(line, "%s %s ", *begun ? "," : "", sign);
        words_add(line, PHRASE_COMPARE_ROLE, {"role", seats->items[i]->role}, {"group", seats->items[i]->group});
        *begun = true;
    }
}

static void add_person(const ComparisonPage *page, const PersonChange *person)
{
    TextBuffer line = {.arena = page->arena};
    const FactPerson *known = person->after ? person->after : person->before;
    bool begun = false;
    buffer_add(&line, fact_person_name(known->name, known->person));
    if (!person->before || !person->after) {
        buffer_add(&line, " (");
        words_add_plain(&line, person->after ? PHRASE_COMPARE_PERSON_COME : PHRASE_COMPARE_PERSON_GONE);
        buffer_add_byte(&line, ')');
    }
    buffer_add_byte(&line, ':');
    add_seats(&line, &person->lost, "-", &begun);
    add_seats(&line, &person->gained, "+", &begun);
    comparison_paragraph(page, &line, 2);
}

void comparison_matches_add(const ComparisonPage *page)
{
    TextBuffer matched = {.arena = page->arena}, by_row = {.arena = page->arena};
    const PeopleMatch *matches = &page->at->matches;
    if (matches->n > 0) {
        const PersonMatch *such = &matches->items[0];
        words_add(&matched, PHRASE_COMPARE_MATCHED, {"n", comparison_count(page, matches->n)}, {"name", such->name},
                  {"before", such->before}, {"after", such->after});
        comparison_paragraph(page, &matched, 0);
    }
    if (page->at->n_by_row == 0) return;
    words_add(&by_row, PHRASE_COMPARE_BY_ROW, {"n", comparison_count(page, page->at->n_by_row)});
    comparison_paragraph(page, &by_row, 0);
}

/* In the order of the keys; where not all have a place, those whose leading roles change come first. */
static void add_people(const ComparisonPage *page, int n)
{
    const Comparison *at = page->at;
    bool cut = n > COMPARISON_LINES;
    int told = 0;
    for (int pass = cut ? 0 : 1; pass < 2; pass++)
        for (int i = 0; i < at->people.n && told < COMPARISON_LINES; i++) {
            const PersonChange *person = &at->people.items[i];
            bool leading = person_changes_lead(person);
            if (!person_changes(person) || (cut && leading == (pass == 1))) continue;
            add_person(page, person);
            told++;
        }
    comparison_more(page, n, "people.csv");
}

void comparison_people_add(const ComparisonPage *page)
{
    TextBuffer line = {.arena = page->arena}, staff = {.arena = page->arena};
    const Comparison *at = page->at;
    int n = 0, n_come = 0, n_gone = 0;
    for (int i = 0; i < at->people.n; i++) {
        n += person_changes(&at->people.items[i]);
        n_come += !at->people.items[i].before;
        n_gone += !at->people.items[i].after;
    }
    if (n == 0)
        words_add_plain(&line, PHRASE_COMPARE_PEOPLE_SAME);
    else
        words_add(&line, n > COMPARISON_LINES ? PHRASE_COMPARE_PEOPLE_LEADERS : PHRASE_COMPARE_PEOPLE,
                  {"n", comparison_count(page, n)}, {"staff", comparison_count(page, at->people.n)});
    buffer_add_byte(page->out, '\n');
    comparison_matches_add(page);
    if (n_come + n_gone > 0) {
        words_add(&staff, PHRASE_COMPARE_STAFF, {"come", comparison_count(page, n_come)},
                  {"gone", comparison_count(page, n_gone)});
        comparison_paragraph(page, &staff, 0);
    }
    comparison_paragraph(page, &line, 0);
    add_people(page, n);
}

/* --- groups --- */

static void add_names(TextBuffer *line, const NameTexts *names, const char *sign)
{
    for (int i = 0; i < names->n && i < COMPARISON_NAMES; i++) buffer_print(line, "%s %s", i ? "," : sign, names->items[i]);
    if (names->n > COMPARISON_NAMES)
        words_add(line, PHRASE_COMPARE_NAMES_MORE, {"n", words_number(names->n - COMPARISON_NAMES, line->arena)});
}

static void add_group(const ComparisonPage *page, const GroupChange *group)
{
    TextBuffer line = {.arena = page->arena};
    const FactGroup *a = group->before, *b = group->after;
    buffer_print(&line, "%s: ", (b ? b : a)->group);
    if (!a) words_add_plain(&line, PHRASE_COMPARE_GROUP_COME);
    if (!b) words_add_plain(&line, PHRASE_COMPARE_GROUP_GONE);
    if (a && b) {
        words_add(&line, PHRASE_COMPARE_GROUP_SIZE, {"before", comparison_count(page, a->size)},
                  {"after", comparison_count(page, b->size)});
        if (a->points_mean >= 0 && b->points_mean >= 0) {
            buffer_add(&line, ", ");
            words_add(&line, PHRASE_COMPARE_GROUP_MEAN, {"before", comparison_count(page, a->points_mean)},
                      {"after", comparison_count(page, b->points_mean)});
        }
    }
    add_names(&line, &group->gone, "; -");
    add_names(&line, &group->come, "; +");
    comparison_paragraph(page, &line, 2);
}

void comparison_groups_add(const ComparisonPage *page)
{
    TextBuffer line = {.arena = page->arena};
    const Comparison *at = page->at;
    int n = 0, told = 0;
    for (int i = 0; i < at->groups.n; i++) n += group_changes(&at->groups.items[i]);
    buffer_add_byte(page->out, '\n');
    if (n == 0)
        words_add_plain(&line, PHRASE_COMPARE_GROUPS_SAME);
    else
        words_add(&line, PHRASE_COMPARE_GROUPS, {"n", comparison_count(page, n)},
                  {"all", comparison_count(page, at->groups.n)});
    comparison_paragraph(page, &line, 0);
    for (int i = 0; i < at->groups.n; i++)
        if (group_changes(&at->groups.items[i]) && told++ < COMPARISON_LINES) add_group(page, &at->groups.items[i]);
    comparison_more(page, told, "groups.csv");
}
