/* overview_text.c: the counts on top, the order of the parts, and what all parts use. What is most to be looked at stands last,
 * where a terminal shows it. */
#include <stdlib.h>

#include "write/overview_page.h"
#include "write/screen.h"

enum { SURVEYS_SHOWN = 20, SITES_SHOWN = 12, SURVEY_COLUMNS = 43, SITE_NUMBER = 9, SITE_COLUMNS = 5, LABEL_LEAST = 8 };

static void add_formatted(OverviewPage *page, int indent, const char *format, va_list arguments)
{
    const char *text = arena_print_v(page->out.arena, format, arguments);
    if (text)
        screen_add_paragraph(&page->out, text, indent, page->width);
    else
        page->out.lost = true;
}

void page_heading(OverviewPage *page, const char *format, ...)
{
    va_list arguments;
    if (page->out.bytes.n > 0) buffer_add_byte(&page->out, '\n');
    va_start(arguments, format);
    add_formatted(page, 0, format, arguments);
    va_end(arguments);
}

void page_item(OverviewPage *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_formatted(page, 2, format, arguments);
    va_end(arguments);
}

void page_more(OverviewPage *page, int n, int shown, const char *what)
{
    if (n > shown) page_item(page, "and %d more%s%s", n - shown, *what ? " " : "", what);
}

/* A row of a table begins with a label, in what its columns leave of the width. */
static void add_label(OverviewPage *page, const char *label, int indent, int columns)
{
    int left = page->width - columns - indent;
    buffer_fill(&page->out, ' ', indent);
    screen_add_column(&page->out, label, left > LABEL_LEAST ? left : LABEL_LEAST);
}

static void add_staff(OverviewPage *page)
{
    const Overview *overview = page->overview;
    const AnswerCount *all = &overview->all;
    int on_roster = 0;
    if (!overview->responses->has_roster) {
        buffer_print(&page->out, "Staff     %d: all who answered, for there is no roster (people.csv)\n", all->staff);
        return;
    }
    for (int person = 0; person < all->staff; person++) on_roster += overview->responses->on_roster[person];
    buffer_print(&page->out, "Staff     %d: %d on the roster", all->staff, on_roster);
    if (on_roster < all->staff) buffer_print(&page->out, ", %d not", all->staff - on_roster);
    buffer_print(&page->out, "; %d away\n", all->away);
}

static void add_counts(OverviewPage *page)
{
    const Model *model = page->overview->model;
    int seats = 0;
    add_staff(page);
    buffer_print(&page->out, "Sites     %d\nSkills    %d\n", model->n_sites, names_count(model->skills));
    if (!page->overview->program) {
        buffer_add(&page->out, "Groups    not looked at, because of the errors\n");
        return;
    }
    for (int role = 0; role < model->n_roles; role++) seats += model->roles[role].min;
    buffer_print(&page->out, "Groups    %d, with %d role%s that ask%s for %d seat%s\n", model->n_groups, model->n_roles,
                 plural(model->n_roles), model->n_roles == 1 ? "s" : "", seats, plural(seats));
}

static void add_surveys(OverviewPage *page)
{
    const Responses *responses = page->overview->responses;
    bool closes = page->overview->model->settings.closes[0] != '\0';
    buffer_add_byte(&page->out, '\n');
    add_label(page, "Surveys", 0, SURVEY_COLUMNS);
    buffer_print(&page->out, "%9s%8s%10s%6s%10s\n", "answers", "people", "repeated", "late", "left out");
    for (int i = 0; i < responses->n_surveys && i < SURVEYS_SHOWN; i++) {
        const SurveyFile *survey = &responses->surveys[i];
        const SurveyCount *count = &page->overview->surveys[i];
        add_label(page, survey->name, 2, SURVEY_COLUMNS);
        buffer_print(&page->out, "%9d%8d%10d", survey->n_rows, count->people, count->repeated);
        if (closes)
            buffer_print(&page->out, "%6d%10d\n", count->late, survey->n_left_out);
        else
            buffer_print(&page->out, "%6s%10d\n", "-", survey->n_left_out);
    }
    page_more(page, responses->n_surveys, SURVEYS_SHOWN, "");
}

/* One row of the table of sites; the heads where there is no count. What cannot differ is left out. */
static void add_site(OverviewPage *page, const char *label, const AnswerCount *count)
{
    const Overview *overview = page->overview;
    bool roster = overview->responses->has_roster, several = overview->n_asked > 1, asked = overview->n_asked > 0;
    const struct {
        const char *head;
        bool shown;
        int number;
    } columns[SITE_COLUMNS] = {{"staff", true, count ? count->staff : 0},
                               {several ? "all" : "answered", asked, count ? count->all : 0},
                               {"some", several, count ? count->some : 0},
                               {several ? "none" : "not", asked && roster, count ? count->none : 0},
                               {"away", roster, count ? count->away : 0}};
    int n_shown = 0;
    for (int i = 0; i < SITE_COLUMNS; i++) n_shown += columns[i].shown;
    add_label(page, label, count ? 2 : 0, n_shown * SITE_NUMBER);
    for (int i = 0; i < SITE_COLUMNS; i++) {
        if (!columns[i].shown) continue;
        if (count)
            buffer_print(&page->out, "%*d", SITE_NUMBER, columns[i].number);
        else
            buffer_print(&page->out, "%*s", SITE_NUMBER, columns[i].head);
    }
    buffer_add_byte(&page->out, '\n');
}

/* A site, by how many are to be reminded there. */
typedef struct SiteRow {
    int site, missing;
} SiteRow;

static int by_missing(const void *left, const void *right)
{
    const SiteRow *a = left, *b = right;
    if (a->missing != b->missing) return a->missing > b->missing ? -1 : 1;
    return (a->site > b->site) - (a->site < b->site);
}

static CadreStatus add_sites(OverviewPage *page, CadreError *err)
{
    const Overview *overview = page->overview;
    const Model *model = overview->model;
    SiteRow *rows = ARENA_ARRAY(page->out.arena, SiteRow, model->n_sites + 1);
    int n = 0;
    if (overview->n_asked == 0 && model->n_sites == 0) return CADRE_OK;
    if (!rows) return error_no_memory(err);
    for (int site = 0; site <= model->n_sites; site++)
        if (overview->sites[site].staff > 0)
            rows[n++] = (SiteRow){site, overview->sites[site].some + overview->sites[site].none};
    if (n > 1) qsort(rows, (size_t)n, sizeof *rows, by_missing);
    buffer_add_byte(&page->out, '\n');
    add_site(page, model->n_sites > 0 ? "By site" : "People", NULL);
    if (n != 1 || model->n_sites == 0) add_site(page, "Everyone", &overview->all);
    for (int i = 0; i < n && i < SITES_SHOWN && model->n_sites > 0; i++)
        add_site(page, rows[i].site < model->n_sites ? model->sites[rows[i].site].name : "(no site)",
                 &overview->sites[rows[i].site]);
    if (model->n_sites > 0) page_more(page, n, SITES_SHOWN, "sites");
    return CADRE_OK;
}

static CadreStatus add_parts(OverviewPage *page, const CheckReport *report, CadreError *err)
{
    add_counts(page);
    add_surveys(page);
    TRY(add_sites(page, err));
    TRY(page_add_spreads(page, err));
    TRY(page_add_odd_answers(page, err));
    TRY(page_add_gaps(page, err));
    if (report->overview->program) TRY(page_add_plan(page, err));
    return CADRE_OK;
}

static void add_reminders(OverviewPage *page, const CheckReport *report)
{
    int n = report->overview ? report->overview->gaps.n : 0;
    if (!report->reminders) return;
    if (reminders_known(report->overview))
        page_heading(page, "%d %s to remind: %s", n, n == 1 ? "person" : "people", report->reminders);
    else
        page_heading(page, "%s is not written: %s.", report->reminders,
                     report->overview ? "no survey asks who answers" : "the errors come first");
}

CadreStatus check_report_text(const char **text, const CheckReport *report, int width, Arena *arena, CadreError *err)
{
    OverviewPage page = {.out.arena = arena, .overview = report->overview, .width = width, .reminders = report->reminders};
    if (page.width > REPORT_WIDTH) page.width = REPORT_WIDTH;
    if (report->overview) {
        TRY(labels_make(&page.labels, report->overview->model, arena, err));
        TRY(add_parts(&page, report, err));
    }
    add_reminders(&page, report);
    if (page.out.bytes.n > 0) buffer_add_byte(&page.out, '\n');
    buffer_print(&page.out, "Found     %d error%s, %d warning%s\n", report->errors, plural(report->errors), report->warnings,
                 plural(report->warnings));
    return buffer_text(text, &page.out, err);
}
