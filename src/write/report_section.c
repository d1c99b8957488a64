#include "write/report_section.h"

#include <string.h>

const char *report_way(const Report *report, const ReportPlace *to, int chapter, int part)
{
    static const char folder[] = REPORT_FOLDER "/";
    const char *from = report_file(report->place, report->chapter, report->part, report->arena);
    const char *file = report_file(to, chapter, part, report->arena);
    bool in_folder = from && strncmp(from, folder, sizeof folder - 1) == 0;
    if (!in_folder || !file) return from ? file : NULL;
    if (strncmp(file, folder, sizeof folder - 1) == 0) return file + sizeof folder - 1;
    return arena_print(report->arena, "../%s", file);
}

static void add_target(Html *page, const Report *report, const ReportSpot *spot, const char *before, int number)
{
    bool here = spot->place == report->place && spot->chapter == report->chapter && spot->part == report->part;
    const char *file = here ? "" : report_way(report, spot->place, spot->chapter, spot->part);
    html_attr(page, "href", file ? arena_print(page->text.arena, "%s#%s%d", file, before, number) : NULL);
}

static void add_link(Html *page, const Report *report, const ReportSpot *spot, const char *before, int number,
                     const char *words)
{
    bool linked = spot->place != NULL;
    if (linked) {
        html_open(page, "a");
        add_target(page, report, spot, before, number);
    }
    html_user(page, words);
    if (linked) html_close(page);
}

void report_person_link(Html *page, const Report *report, int person)
{
    ReportSpot spot = report_spot(report->book, report->place, CHAPTER_PEOPLE, report->input->model->staff[person].site,
                                  report->book->person_at[person]);
    add_link(page, report, &spot, REPORT_PERSON, person, index_label(report->index, person));
}

void report_group_link(Html *page, const Report *report, int group)
{
    const Group *of = &report->input->model->groups[group];
    ReportSpot spot = report_spot(report->book, report->place, CHAPTER_GROUPS, of->site, report->book->group_at[group]);
    add_link(page, report, &spot, REPORT_GROUP, group, of->name);
}

void report_shortage_open(Html *page, const Report *report, int row)
{
    int group = report->input->rows->shortages[row].shortage.group;
    ReportSpot spot = report_spot(report->book, report->place, CHAPTER_SHORTAGES, report->input->model->groups[group].site,
                                  report->book->shortage_at[row]);
    html_open(page, "a");
    add_target(page, report, &spot, REPORT_SHORTAGE, row);
}

void report_site_link(Html *page, const Report *report, int site)
{
    const ReportPlace *place = report->book->n_places > 1 ? &report->book->places[report->book->place_of_site[site]] : NULL;
    if (place) html_open(page, "a");
    if (place) html_attr(page, "href", report_way(report, place, WHOLE_PLACE, 0));
    html_user(page, report->input->model->sites[site].name);
    if (place) html_close(page);
}

bool report_list_full(const Html *page, int from)
{
    enum { LIST_MOST = 250000 };
    return page->text.bytes.n - from > LIST_MOST;
}

void report_list_more(Html *page, const Report *report, int n, const char *file)
{
    if (n <= 0) return;
    html_open_class(page, "p", "note");
    html_phrase(page, PHRASE_REPORT_LIST_MORE, {"n", words_amount(n, report->arena)}, {"file", file});
    html_close(page);
}

void report_question(Html *page, Phrase question)
{
    html_open_class(page, "p", "question");
    html_phrase_plain(page, question);
    html_close(page);
}

void report_frame_open(Html *page, const char *name)
{
    html_open_class(page, "div", "scroll");
    html_attr(page, "tabindex", "0");
    html_attr(page, "role", "group");
    html_attr(page, "aria-label", name);
}

static void open_table(Html *page, const char *class_names, const char *caption)
{
    html_open_class(page, "table", class_names);
    html_element(page, "caption", caption);
}

void report_table_open(Html *page, const char *class_names, const char *caption)
{
    report_frame_open(page, caption);
    open_table(page, class_names, caption);
}

void report_card_table_open(Html *page, const char *class_names, const char *caption)
{
    html_open_class(page, "div", "fit");
    open_table(page, class_names, caption);
}

void report_table_close(Html *page)
{
    html_close(page);
    html_close(page);
}

void report_columns(Html *page, const ReportColumn columns[], int n)
{
    html_open(page, "thead");
    html_open(page, "tr");
    for (int i = 0; i < n; i++) {
        html_open(page, "th");
        html_attr(page, "scope", "col");
        if (columns[i].kind) html_attr(page, "data-sort", columns[i].kind);
        if (columns[i].choose) html_attr(page, "data-choose", "yes");
        html_text(page, columns[i].title);
        html_close(page);
    }
    html_close(page);
    html_close(page);
}
