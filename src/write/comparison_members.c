/* comparison_members.c: who gains and loses a role, and which groups change their members; and what the parts of a page share.
 */
#include "explain/wording.h"
#include "write/comparison_page.h"
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

void comparison_people_add(const ComparisonPage *page)
{
    TextBuffer line = {.arena = page->arena}, staff = {.arena = page->arena};
    const Comparison *at = page->at;
    int n = 0, n_come = 0, n_gone = 0, told = 0;
    for (int i = 0; i < at->people.n; i++) {
        n += at->people.items[i].lost.n + at->people.items[i].gained.n > 0;
        n_come += !at->people.items[i].before;
        n_gone += !at->people.items[i].after;
    }
    if (n == 0)
        words_add_plain(&line, PHRASE_COMPARE_PEOPLE_SAME);
    else
        words_add(&line, PHRASE_COMPARE_PEOPLE, {"n", comparison_count(page, n)},
                  {"staff", comparison_count(page, at->people.n)});
    buffer_add_byte(page->out, '\n');
    if (n_come + n_gone > 0) {
        words_add(&staff, PHRASE_COMPARE_STAFF, {"come", comparison_count(page, n_come)},
                  {"gone", comparison_count(page, n_gone)});
        comparison_paragraph(page, &staff, 0);
    }
    comparison_paragraph(page, &line, 0);
    for (int i = 0; i < at->people.n; i++)
        if (at->people.items[i].lost.n + at->people.items[i].gained.n > 0 && told++ < COMPARISON_LINES)
            add_person(page, &at->people.items[i]);
    comparison_more(page, told, "people.csv");
}

/* --- groups --- */

static bool group_changes(const GroupChange *group)
{
    return !group->before || !group->after || group->gone.n + group->come.n > 0;
}

static void add_names(TextBuffer *line, const NameTexts *names, const char *sign)
{
    for (int i = 0; i < names->n; i++) buffer_print(line, "%s %s", i ? "," : sign, names->items[i]);
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
