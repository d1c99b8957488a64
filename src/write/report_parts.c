/* Where a chapter would make the page too long: the way to its parts. */
#include "write/report_section.h"

static const char *number(const Report *report, int n) { return words_amount(n, report->arena); }

/* What an entry is called; NULL: no memory. */
static const char *entry_name(Html *page, const Report *report, int chapter, int at)
{
    const Model *model = report->input->model;
    const ResultRows *rows = report->input->rows;
    const ResultScope *listed = &report->listed;
    if (chapter == CHAPTER_SITES) return html_name(page, model->sites[at].name);
    if (chapter == CHAPTER_SKILLS) return html_name(page, names_get(model->skills, report->inventory->order[at]));
    if (chapter == CHAPTER_GROUPS) return html_name(page, model->groups[rows->groups[listed->groups[at]].group].name);
    if (chapter == CHAPTER_SHORTAGES)
        return html_name(page, model->groups[rows->shortages[listed->shortages[at]].shortage.group].name);
    return html_name(page, index_label(report->index, rows->people[listed->people[at]].person));
}

void report_parts(Html *page, const Report *report, int chapter)
{
    static const Phrase told[CHAPTERS] = {PHRASE_REPORT_PARTS_SITES, PHRASE_REPORT_PARTS_SHORTAGES, PHRASE_REPORT_PARTS_GROUPS,
                                          PHRASE_REPORT_PARTS_PEOPLE, PHRASE_REPORT_PARTS_SKILLS};
    int all = place_entries(report->place, chapter), parts = place_parts(report->place, chapter);
    int each = report->place->n_each[chapter];
    html_open(page, "p");
    html_phrase(page, told[chapter], {"n", number(report, all)}, {"parts", number(report, parts)});
    html_close(page);
    html_open_class(page, "ol", "parts");
    for (int part = 0; part < parts; part++) {
        int first = part * each, end = first + each < all ? first + each : all;
        html_open(page, "li");
        html_open(page, "a");
        html_attr(page, "href", report_way(report, report->place, chapter, part));
        html_phrase(page, PHRASE_REPORT_PART, {"part", number(report, part + 1)},
                    {"first", entry_name(page, report, chapter, first)}, {"last", entry_name(page, report, chapter, end - 1)},
                    {"n", number(report, end - first)});
        html_close(page);
        html_close(page);
    }
    html_close(page);
}
