/* form_grids.c: skills by area -> pages of grids. Small areas share a page, large ones fall into equal parts. */
#include <string.h>

#include "generate/questionnaire.h"
#include "model/model.h"

enum { MOST_ROWS = 12, FEW_ROWS = 6, MOST_TITLES = 3 };

FormSection *form_section(FormSections *sections, const char *title, Arena *arena)
{
    for (int i = 0; i < sections->n; i++)
        if (strcmp(sections->items[i].title, title) == 0) return &sections->items[i];
    return LIST_PUSH(arena, sections, (FormSection){.title = title}) ? &sections->items[sections->n - 1] : NULL;
}

/* Names of one page, of the sections from `first` to before `end`. */
typedef struct GridPage {
    const char *title;
    const char *const *names;
    int n;
} GridPage;

static void put_page(FormMaker *maker, const GridPage *page, const GridWords *words)
{
    const char *help = words->page_help ? words->page_help(words->data, page->names, page->n, maker->arena) : "";
    if (!help || !page->title) {
        maker->form->lost = true;
        return;
    }
    form_page(maker, page->title, help);
    Question *grid = form_question(maker, QUESTION_GRID, words->title, words->help);
    form_reads(grid, words->means, "", "0-5");
    for (int level = 0; level <= LEVEL_MAX; level++) form_option(maker, grid, words->levels[level]);
    for (int i = 0; i < page->n; i++) form_row(maker, grid, page->names[i]);
}

static void put_parts(FormMaker *maker, const FormSection *section, const GridWords *words)
{
    int n = section->names.n, n_parts = (n + MOST_ROWS - 1) / MOST_ROWS;
    for (int part = 0; part < n_parts; part++) {
        int first = n * part / n_parts, end = n * (part + 1) / n_parts;
        GridPage page = {section->title, section->names.items + first, end - first};
        if (n_parts > 1) page.title = arena_print(maker->arena, "%s (%d of %d)", section->title, part + 1, n_parts);
        put_page(maker, &page, words);
    }
}

/* Several small sections under one title. */
static void put_shared(FormMaker *maker, const FormSections *sections, int first, int end, const GridWords *words)
{
    FormTexts names = {0};
    const char *title = sections->items[first].title;
    for (int i = first; i < end; i++) {
        const FormSection *section = &sections->items[i];
        bool named = i - first < MOST_TITLES, last = i == end - 1 || i - first == MOST_TITLES;
        if (i > first && i - first <= MOST_TITLES && title)
            title = arena_print(maker->arena, "%s%s%s", title, last ? " and " : ", ", named ? section->title : "more");
        for (int j = 0; j < section->names.n; j++)
            if (!LIST_PUSH(maker->arena, &names, section->names.items[j])) maker->form->lost = true;
    }
    GridPage page = {title, names.items, names.n};
    put_page(maker, &page, words);
}

void form_grids(FormMaker *maker, const FormSections *sections, const GridWords *words)
{
    for (int first = 0, end; first < sections->n; first = end) {
        int n = sections->items[first].names.n;
        for (end = first + 1; end < sections->n; end++) {
            int more = sections->items[end].names.n;
            if (n + more > MOST_ROWS || (n >= FEW_ROWS && more >= FEW_ROWS)) break;
            n += more;
        }
        if (end == first + 1)
            put_parts(maker, &sections->items[first], words);
        else
            put_shared(maker, sections, first, end, words);
    }
}
