#include <inttypes.h>

#include "explain/wording.h"
#include "write/frontier_write.h"
#include "write/screen.h"

enum { NUMBERS = 5, NUMBER_WIDTH = 12, NAME_WIDTH_MAX = 40, ROWS_MOST = 30 };

/* A phrase as a text of its own; NULL: no memory. */
static const char *words(Phrase phrase, const char *from, Arena *arena)
{
    CadreError ignored;
    const char *text;
    TextBuffer out = {.arena = arena};
    words_add(&out, phrase, {"from", from});
    return buffer_text(&text, &out, &ignored) == CADRE_OK ? text : NULL;
}

const char *frontier_counted(const Frontier *frontier, Arena *arena)
{
    return words(frontier->changes_from ? PHRASE_SWEEP_CHANGES : PHRASE_SWEEP_MOVES, "", arena);
}

const char *frontier_counted_are(const Frontier *frontier, Arena *arena)
{
    if (!frontier->changes_from) return words(PHRASE_SWEEP_MOVES_ARE, "", arena);
    return words(PHRASE_SWEEP_CHANGES_ARE, frontier->changes_from, arena);
}

/* A cell as it is shown; a blank one is told from one that is missing. */
static const char *shown(const char *cell, Arena *arena)
{
    const char *text = *cell ? cell : words(PHRASE_COMPARE_BLANK, "", arena);
    return text ? text : "";
}

static int name_width(const Frontier *frontier, int name, Arena *arena)
{
    int width = screen_width(frontier->names[name]);
    for (int i = 0; i < frontier->n_points; i++) {
        int needed = screen_width(shown(frontier->values[i * frontier->n_names + name], arena));
        if (needed > width) width = needed;
    }
    return width < NAME_WIDTH_MAX ? width : NAME_WIDTH_MAX;
}

static void add_names(TextBuffer *line, const Frontier *frontier, const char *const cells[], const int widths[])
{
    for (int i = 0; i < frontier->n_names; i++) {
        screen_add_column(line, shown(cells[i], line->arena), widths[i]);
        buffer_add(line, " ");
    }
}

static void add_point(TextBuffer *line, const Frontier *frontier, int number, const int widths[])
{
    const FrontierPoint *point = &frontier->points[number];
    const FrontierMeasures *of = &point->measures;
    const int64_t cells[NUMBERS] = {of->total, of->shortages, frontier_distance(frontier, number), of->people, point->outcome};
    add_names(line, frontier, frontier->values + number * frontier->n_names, widths);
    for (int i = 0; i < NUMBERS; i++) buffer_print(line, "%*" PRId64, NUMBER_WIDTH, cells[i]);
}

static CadreStatus end_line(TextBuffer *out, TextBuffer *line, int width, CadreError *err)
{
    const char *text;
    TRY(buffer_text(&text, line, err));
    screen_add_cut(out, text, width);
    buffer_add_byte(out, '\n');
    line->bytes.n = 0;
    return CADRE_OK;
}

/* Whether an outcome is shown at this point: the first efficient one that has it, else the first. */
static bool is_shown(const Frontier *frontier, int number)
{
    const FrontierPoint *points = frontier->points;
    if (!points[number].possible) return false;
    for (int i = 0; i < frontier->n_points; i++) {
        if (i == number || !points[i].possible || points[i].outcome != points[number].outcome) continue;
        if (points[i].efficient != points[number].efficient ? points[i].efficient : i < number) return false;
    }
    return true;
}

static CadreStatus add_heads(TextBuffer *line, const Frontier *frontier, int *widths, Arena *arena, CadreError *err)
{
    const char *const headers[NUMBERS] = {"total", "shortages", frontier_counted(frontier, arena), "people", "outcome"};
    if (!headers[2]) return error_no_memory(err);
    for (int i = 0; i < frontier->n_names; i++) widths[i] = name_width(frontier, i, arena);
    add_names(line, frontier, frontier->names, widths);
    for (int i = 0; i < NUMBERS; i++) buffer_print(line, "%*s", NUMBER_WIDTH, headers[i]);
    return CADRE_OK;
}

/* A row an outcome; where there are many, of the efficient ones only. */
static CadreStatus add_table(TextBuffer *out, const Frontier *frontier, int width, Arena *arena, CadreError *err)
{
    TextBuffer line = {.arena = arena};
    bool many = frontier->n_outcomes > ROWS_MOST;
    int *widths = ARENA_ARRAY(arena, int, frontier->n_names), n = 0;
    if (!widths) return error_no_memory(err);
    TRY(add_heads(&line, frontier, widths, arena, err));
    TRY(end_line(out, &line, width, err));
    for (int i = 0; i < frontier->n_points; i++) {
        bool efficient = frontier->points[i].efficient;
        if (!is_shown(frontier, i) || (many && !efficient) || n >= ROWS_MOST) continue;
        n++;
        add_point(&line, frontier, i, widths);
        if (efficient && frontier->points[i].behind_plan)
            words_add_plain(&line, PHRASE_SWEEP_BEHIND_MARK);
        else if (efficient && !many)
            buffer_add(&line, "  efficient");
        TRY(end_line(out, &line, width, err));
    }
    if (many) words_add(out, PHRASE_SWEEP_MANY, {"n", words_number(n, arena)});
    words_add_plain(out, PHRASE_SWEEP_ONCE);
    buffer_add_byte(out, '\n');
    return CADRE_OK;
}

static int count(const Frontier *frontier, bool efficient, bool possible)
{
    int n = 0;
    for (int i = 0; i < frontier->n_points; i++)
        n += (!efficient || frontier->points[i].efficient) && frontier->points[i].possible == possible;
    return n;
}

static void add_first_line(TextBuffer *out, const Frontier *frontier, Arena *arena)
{
    buffer_print(out, "%d point%s, %d %s. ", frontier->n_points, frontier->n_points == 1 ? "" : "s", frontier->n_outcomes,
                 frontier->n_outcomes == 1 ? "outcome" : "different outcomes");
    words_add(out, frontier->changes_from ? PHRASE_SWEEP_PLAN_CHANGES : PHRASE_SWEEP_PLAN,
              {"total", words_number(frontier->own.total, arena)}, {"shortages", words_number(frontier->own.shortages, arena)},
              {"changes", words_number(frontier->own_changes, arena)});
    buffer_add_byte(out, '\n');
}

static void add_efficient(TextBuffer *out, const Frontier *frontier, Arena *arena)
{
    int behind = 0;
    for (int i = 0; i < frontier->n_points; i++) behind += frontier->points[i].efficient && frontier->points[i].behind_plan;
    const char *counted = frontier_counted(frontier, arena), *are = frontier_counted_are(frontier, arena);
    words_add(out, PHRASE_SWEEP_EFFICIENT, {"n", words_number(count(frontier, true, true), arena)}, {"counted", counted});
    if (behind > 0) words_add(out, PHRASE_SWEEP_BEHIND, {"n", words_number(behind, arena)});
    words_add(out, PHRASE_SWEEP_COUNTED, {"counted", counted}, {"are", are});
    buffer_add(out, "\n\n");
}

CadreStatus frontier_terminal_text(const char **text, const Frontier *frontier, const char *path, int width, Arena *arena,
                                   CadreError *err)
{
    TextBuffer out = {.arena = arena};
    int impossible = count(frontier, false, false), unproved = 0;
    for (int i = 0; i < frontier->n_points; i++) unproved += frontier->points[i].possible && !frontier->points[i].proved;
    add_first_line(&out, frontier, arena);
    if (impossible > 0)
        buffer_print(&out, "%d of them %s no assignments, as rules contradict each other.\n", impossible,
                     impossible == 1 ? "has" : "have");
    add_efficient(&out, frontier, arena);
    TRY(add_table(&out, frontier, width, arena, err));
    if (unproved > 0)
        buffer_print(&out, "\n%d of the points could not be proved the best within the limits: see proved in frontier.csv.\n",
                     unproved);
    else
        buffer_add(&out, "\nNo better assignment exists at any point: this is proved.\n");
    buffer_add(&out, "All points are in ");
    buffer_add(&out, path);
    buffer_add(&out, "/frontier.csv, a figure in frontier.svg, a result for each outcome beside them.\n");
    return buffer_text(text, &out, err);
}
