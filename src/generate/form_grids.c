/* form_grids.c: skills by area -> pages of grids. Small areas share a page, large ones fall into equal parts. */
#include <string.h>

#include "generate/questionnaire.h"
#include "model/model.h"

enum { MOST_ROWS = 12, FEW_ROWS = 6, MOST_TITLES = 3, LONG_TITLE = 100 };

FormSection *form_section(FormSections *sections, const char *title, Arena *arena)
{
    for (int i = 0; i < sections->n; i++)
        if (strcmp(sections->items[i].title, title) == 0) return &sections->items[i];
    return LIST_PUSH(arena, sections, (FormSection){.title = title}) ? &sections->items[sections->n - 1] : NULL;
}

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

/* "Literacy, Math and Safety"; what makes it long is told as more. */
static const char *shared_title(const FormSections *sections, int first, int end, Arena *arena)
{
    const char *title = sections->items[first].title;
    for (int i = first + 1; title && i < end; i++) {
        const char *next = sections->items[i].title;
        if (i - first == MOST_TITLES || strlen(title) + strlen(next) > LONG_TITLE)
            return arena_print(arena, "%s and more", title);
        title = arena_print(arena, "%s%s%s", title, i == end - 1 ? " and " : ", ", next);
    }
    return title;
}

/* Several small sections on one page. */
static void put_shared(FormMaker *maker, const FormSections *sections, int first, int end, const GridWords *words)
{
    FormTexts names = {0};
    for (int i = first; i < end; i++)
        for (int j = 0; j < sections->items[i].names.n; j++)
            if (!LIST_PUSH(maker->arena, &names, sections->items[i].names.items[j])) maker->form->lost = true;
    GridPage page = {shared_title(sections, first, end, maker->arena), names.items, names.n};
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
