/* overview_spreads.c: how many people gave each level, a line for each skill, interest and choice: a small bar of six blocks
 * where there is room, and the numbers. */
#include <stdlib.h>

#include "write/overview_page.h"
#include "write/screen.h"

enum { SHOWN = 40, LEVELS = LEVEL_MAX + 1, NAME_LEAST = 16, NUMBER_LEAST = 4, BAR_COLUMNS = LEVELS + 2, BLANK_EXTRA = 2 };

typedef struct SpreadTable {
    int name, number; /* columns of the name and of each number */
    bool bars;
} SpreadTable;

static const char *const titles[SPREAD_KINDS] = {
    [SPREAD_SKILL] = "Skills, people at each level",
    [SPREAD_INTEREST] = "Interest in skills",
    [SPREAD_TOPIC] = "Interest in groups and areas",
    [SPREAD_CHOICE] = "Choices of groups and areas",
};

static int digits_of(int number)
{
    int n = 1;
    for (; number >= 10; number /= 10) n++;
    return n;
}

static SpreadTable lay_out(const OverviewPage *page)
{
    SpreadTable table = {.number = digits_of(page->overview->model->n_staff) + 1};
    if (table.number < NUMBER_LEAST) table.number = NUMBER_LEAST;
    int left = page->width - 2 - (LEVELS + 1) * table.number - BLANK_EXTRA;
    table.bars = left - BAR_COLUMNS >= NAME_LEAST;
    table.name = table.bars ? left - BAR_COLUMNS : left > NAME_LEAST ? left : NAME_LEAST;
    return table;
}

static void add_heads(OverviewPage *page, const SpreadTable *table, SpreadKind kind)
{
    static const char *const levels[LEVELS] = {"0", "1", "2", "3", "4", "5"}, *const ranks[LEVELS] = {"1st", "2nd", "3rd",
                                                                                                      "4th", "5+",  ""};
    buffer_add_byte(&page->out, '\n');
    screen_add_column(&page->out, titles[kind], table->name + 2 + (table->bars ? BAR_COLUMNS : 0));
    for (int i = 0; i < LEVELS; i++)
        buffer_print(&page->out, "%*s", table->number, kind == SPREAD_CHOICE ? ranks[i] : levels[i]);
    buffer_print(&page->out, "%*s\n", table->number + BLANK_EXTRA, "blank");
}

/* A block for each number, as high as its share of the greatest; a blank for nothing. */
static void add_bar(TextBuffer *out, const int numbers[LEVELS])
{
    static const char *const blocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    enum { HIGHEST = 8 };
    int64_t most = 1;
    for (int i = 0; i < LEVELS; i++)
        if (numbers[i] > most) most = numbers[i];
    buffer_add(out, "  ");
    for (int i = 0; i < LEVELS; i++) buffer_add(out, blocks[(numbers[i] * HIGHEST + most - 1) / most]);
}

static void add_spread(OverviewPage *page, const SpreadTable *table, const Spread *spread)
{
    int numbers[LEVELS];
    for (int i = 0; i < LEVELS; i++) numbers[i] = spread->count[spread->kind == SPREAD_CHOICE ? LEVEL_MAX - i : i];
    buffer_add(&page->out, "  ");
    screen_add_column(&page->out, spread->name, table->name);
    if (table->bars) add_bar(&page->out, numbers);
    for (int i = 0; i < LEVELS; i++) {
        if (spread->kind == SPREAD_CHOICE && i == LEVEL_MAX)
            buffer_fill(&page->out, ' ', table->number);
        else
            buffer_print(&page->out, "%*d", table->number, numbers[i]);
    }
    buffer_print(&page->out, "%*d\n", table->number + BLANK_EXTRA, page->overview->model->n_staff - spread->n_answers);
}

/* People who have some of it. */
static int n_above(const Spread *spread) { return spread->n_answers - spread->count[0]; }

typedef struct Ranked {
    int index, above;
} Ranked;

static int by_above(const void *left, const void *right)
{
    const Ranked *a = left, *b = right;
    if (a->above != b->above) return a->above > b->above ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static int by_index(const void *left, const void *right)
{
    const Ranked *a = left, *b = right;
    return (a->index > b->index) - (a->index < b->index);
}

/* Spreads first to end - 1, of one kind; of too many those that most people have, by name as ever. */
static CadreStatus add_kind(OverviewPage *page, const SpreadTable *table, int first, int end, CadreError *err)
{
    const Spread *spreads = page->overview->spreads.items;
    int n = end - first, shown = n < SHOWN ? n : SHOWN;
    Ranked *ranked = ARENA_ARRAY(page->out.arena, Ranked, n);
    if (!ranked) return error_no_memory(err);
    for (int i = 0; i < n; i++) ranked[i] = (Ranked){first + i, n_above(&spreads[first + i])};
    qsort(ranked, (size_t)n, sizeof *ranked, by_above);
    qsort(ranked, (size_t)shown, sizeof *ranked, by_index);
    add_heads(page, table, spreads[first].kind);
    for (int i = 0; i < shown; i++) add_spread(page, table, &spreads[ranked[i].index]);
    if (n > shown) page_item(page, "and %d more that fewer people have; --json tells all", n - shown);
    return CADRE_OK;
}

CadreStatus page_add_spreads(OverviewPage *page, CadreError *err)
{
    const Overview *overview = page->overview;
    SpreadTable table = lay_out(page);
    for (int first = 0, end; first < overview->spreads.n; first = end) {
        for (end = first; end < overview->spreads.n; end++)
            if (overview->spreads.items[end].kind != overview->spreads.items[first].kind) break;
        TRY(add_kind(page, &table, first, end, err));
    }
    return CADRE_OK;
}
