#include "write/report_figures.h"

#include "explain/leading.h"

const char *report_percent(int tenths, Arena *arena) { return words_number((tenths + 5) / 10, arena); }

const char *report_share_percent(int part, int whole, Arena *arena)
{
    return words_number((200 * (int64_t)part + whole) / (2 * (int64_t)whole), arena);
}

void report_share_cell(Html *page, const char *data_name, int part, int whole)
{
    Arena *arena = page->text.arena;
    html_open_class(page, "td", whole > 0 ? "number" : "number none");
    html_attr_number(page, data_name, part);
    html_attr_number(page, "data-value", leading_share(part, whole));
    if (whole > 0)
        html_phrase(page, PHRASE_REPORT_SHARE, {"n", words_amount(part, arena)}, {"all", words_amount(whole, arena)},
                    {"percent", report_share_percent(part, whole, arena)});
    else
        html_phrase_plain(page, PHRASE_REPORT_NO_ANSWERS);
    html_close(page);
}

void report_list_add(Html *page, NameList *list, const char *name)
{
    list->text.arena = page->text.arena;
    if (list->n++ >= list->most) return;
    if (list->n > 1) buffer_add(&list->text, ", ");
    const char *words = html_name(page, name);
    if (words)
        buffer_add(&list->text, words);
    else
        list->text.lost = true;
}

const char *report_list_words(Html *page, NameList *list)
{
    list->text.arena = page->text.arena;
    if (list->n > list->most)
        words_add(&list->text, PHRASE_REPORT_SKILLS_MORE, {"n", words_amount(list->n - list->most, page->text.arena)});
    return html_words(page, &list->text);
}

void report_bars(Html *page, const char *class_names, Phrase title, const ReportBar bars[], int n)
{
    enum { WIDTH = 440, LABEL = 130, BAR = 230, ROW = 28, TEXT = 18 };
    TextBuffer told = {.arena = page->text.arena}, desc = {.arena = page->text.arena};
    int most = 0;
    for (int i = 0; i < n; i++) {
        if (bars[i].count > most) most = bars[i].count;
        buffer_print(&desc, "%s: %s. ", bars[i].label,
                     bars[i].words ? bars[i].words : words_amount(bars[i].count, page->text.arena));
    }
    words_add_plain(&told, title);
    svg_chart(page, class_names, WIDTH, n * ROW, html_words(page, &told), html_words(page, &desc));
    for (int i = 0; i < n; i++) {
        int y = i * ROW;
        svg_text(page, "label", 0, y + TEXT, bars[i].label);
        svg_bar(page, LABEL, y + 6, BAR, 16, bars[i].count, most);
        if (bars[i].words)
            svg_text(page, "figure", LABEL + BAR + 10, y + TEXT, bars[i].words);
        else
            svg_number(page, "figure", LABEL + BAR + 10, y + TEXT, bars[i].count);
    }
    svg_end(page);
}

void report_note(Html *page, Phrase note)
{
    html_open_class(page, "p", "note");
    html_phrase_plain(page, note);
    html_close(page);
}

void report_row_head(Html *page, const char *name)
{
    html_open(page, "th");
    html_attr(page, "scope", "row");
    html_user(page, name);
    html_close(page);
}
