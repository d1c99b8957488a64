/* The table and the summary on the terminal. */
#include <inttypes.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text_buffer.h"
#include "explain/holdings.h"
#include "explain/leading_words.h"
#include "explain/proof_words.h"
#include "explain/repairs.h"
#include "explain/result_sums.h"
#include "explain/wording.h"
#include "write/screen.h"
#include "write/write.h"

enum { ROLE_WIDTH_MAX = 30, PERSON_WIDTH_MAX = 28, REASON_WIDTH_MIN = 20 };

int terminal_width(FILE *out)
{
    struct winsize size;
    int file = fileno(out);
    if (file < 0 || !isatty(file) || ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col < 40) return 120;
    return size.ws_col;
}

typedef struct Layout {
    int role_width, person_width, width;
    const Labels *labels;
} Layout;

static int lesser(int a, int b) { return a < b ? a : b; }

static void widen(int *width, const char *text, int limit)
{
    int needed = lesser(screen_width(text), limit);
    if (needed > *width) *width = needed;
}

static CadreStatus make_layout(Layout *layout, const ResultIndex *index, int width, CadreError *err)
{
    const ResultRows *rows = index->rows;
    *layout = (Layout){.width = width, .labels = &index->labels};
    for (int i = 0; i < rows->n_assignments; i++) {
        const AssignmentRow *row = &rows->assignments[i];
        const char *label = label_of(layout->labels, row->person);
        if (!label) return error_no_memory(err);
        widen(&layout->person_width, label, PERSON_WIDTH_MAX);
        widen(&layout->role_width, index->model->roles[row->role].name, ROLE_WIDTH_MAX);
    }
    return CADRE_OK;
}

static void add_assignment(TextBuffer *out, const Model *model, const Layout *layout, const AssignmentRow *row)
{
    const char *label = label_of(layout->labels, row->person);
    int used = 2 + layout->role_width + 2 + layout->person_width + 2 + 4;
    if (!label) {
        out->lost = true;
        return;
    }
    buffer_add(out, "  ");
    screen_add_column(out, model->roles[row->role].name, layout->role_width);
    buffer_add(out, "  ");
    screen_add_column(out, label, layout->person_width);
    buffer_print(out, "  %4d", row->points);
    if (layout->width - used - 2 >= REASON_WIDTH_MIN) {
        buffer_add(out, "  ");
        screen_add_cut(out, row->reason, layout->width - used - 2);
    }
    buffer_add_byte(out, '\n');
}

static const char *plural(int n) { return n == 1 ? "" : "s"; }

static void add_group_head(TextBuffer *out, const Model *model, const Layout *layout, const GroupRow *row)
{
    screen_add_cut(out, model->groups[row->group].name, layout->width - 12);
    buffer_print(out, " (%d)\n", row->size);
    if (row->size == 0) buffer_add(out, "  nobody\n");
}

static void add_seats(TextBuffer *out, const ResultIndex *index, const Layout *layout, int group, bool leads)
{
    const Model *model = index->model;
    const Group *at = &model->groups[group];
    const Buckets *of = &index->by_role;
    for (int role = at->first_role; role < at->first_role + at->n_roles; role++)
        for (int i = of->first[role]; model->roles[role].leads == leads && i < of->first[role + 1]; i++)
            add_assignment(out, model, layout, &index->rows->assignments[of->item[i]]);
}

/* The table: each group with its leaders first. */
static CadreStatus add_table(TextBuffer *out, const ResultIndex *index, int width, CadreError *err)
{
    const ResultRows *rows = index->rows;
    Layout layout;
    TRY(make_layout(&layout, index, width, err));
    for (int i = 0; i < rows->n_groups; i++) {
        add_group_head(out, index->model, &layout, &rows->groups[i]);
        add_seats(out, index, &layout, rows->groups[i].group, true);
        add_seats(out, index, &layout, rows->groups[i].group, false);
        buffer_add_byte(out, '\n');
    }
    return CADRE_OK;
}

static void add_load(TextBuffer *out, const ResultSums *sums)
{
    if (sums->assignments == 0 || sums->with_role == 0) return;
    int64_t tenths = sums_mean_roles(sums);
    buffer_print(out,
                 "Load      %" PRId64 ".%" PRId64 " roles for each of them, at most %d; %" PRId64 " of %" PRId64
                 " hours a month used\n",
                 tenths / 10, tenths % 10, sums->most, (sums->hours + 50) / 100, (sums->hours_given + 50) / 100);
    buffer_print(out, "Fit       %" PRId64 " of 1000 points for a seat, on average\n", sums->points / sums->assignments);
}

static void add_sums(TextBuffer *out, const ResultIndex *index)
{
    ResultScope all = result_scope(index, SCOPE_ALL);
    ResultSums sums = result_sums(index, &all);
    buffer_print(out, "Seats     %d of the %d asked for are filled; %d assignment%s in all\n", sums.filled, sums.seats,
                 sums.assignments, plural(sums.assignments));
    buffer_print(out, "Leaders   %d of %d group%s to be led %s a leader\n", sums.led, sums.to_be_led, plural(sums.to_be_led),
                 sums.to_be_led == 1 ? "has" : "have");
    buffer_print(out, "People    %d of %d have a role", sums.with_role, sums.staff);
    if (sums.answered_without) buffer_print(out, "; %d answered and have none", sums.answered_without);
    if (sums.away) buffer_print(out, "; %d away", sums.away);
    buffer_add_byte(out, '\n');
    add_load(out, &sums);
}

static CadreStatus add_leading(TextBuffer *out, const Model *model, const ResultRows *rows, CadreError *err)
{
    LeadingWords words = {.lines = {0}};
    TRY(leading_words_make(&words, model, &rows->leading, out->arena, err));
    for (int i = 0; i < words.lines.n; i++) {
        buffer_add(out, i == 0 ? "Who leads " : "          ");
        screen_add(out, words.lines.items[i]);
        buffer_add_byte(out, '\n');
    }
    return CADRE_OK;
}

static CadreStatus add_shortages(TextBuffer *out, const Model *model, const ResultRows *rows, CadreError *err)
{
    if (rows->n_shortages == 0) {
        buffer_add(out, "\nNothing that the plan asks for is missing.\n");
        return CADRE_OK;
    }
    buffer_print(out, "\n%d shortage%s:\n", rows->n_shortages, plural(rows->n_shortages));
    if (rows->mending && model->settings.max_changes != NO_LIMIT) {
        buffer_add(out, "  ");
        words_add(out, PHRASE_MEND_REPAIRS, {"n", words_number(model->settings.max_changes, out->arena)});
        buffer_add_byte(out, '\n');
    }
    for (int i = 0; i < rows->n_shortages; i++) {
        const char *words;
        TRY(shortage_words(&words, model, &rows->shortages[i].shortage, out->arena, err));
        buffer_add(out, "  ");
        screen_add(out, words);
        buffer_add(out, "\n    ");
        screen_add(out, rows->shortages[i].repair);
        buffer_add_byte(out, '\n');
    }
    if (rows->n_left > 0) {
        buffer_add(out, "  ");
        words_add(out, rows->n_left < rows->n_shortages ? PHRASE_REPAIRS_LEFT : PHRASE_REPAIRS_LEFT_ALL,
                  {"done", words_number(rows->n_shortages - rows->n_left, out->arena)},
                  {"all", words_number(rows->n_shortages, out->arena)});
        buffer_add_byte(out, '\n');
    }
    return CADRE_OK;
}

CadreStatus terminal_text(const char **text, const Model *model, const ResultRows *rows, const SolveOutcome *outcome,
                          const char *path, int width, Arena *arena, CadreError *err)
{
    TextBuffer out = {.arena = arena};
    ResultIndex index;
    TRY(result_index_make(&index, model, rows, arena, err));
    TRY(add_table(&out, &index, width, err));
    add_sums(&out, &index);
    TRY(add_leading(&out, model, rows, err));
    TRY(add_shortages(&out, model, rows, err));
    if (rows->mending) TRY(mending_terminal(&out, model, rows->mending, width, err));
    buffer_add_byte(&out, '\n');
    proof_words(&out, outcome, mending_limits(rows->mending));
    buffer_add(&out, "\nThe result is in ");
    screen_add(&out, path);
    buffer_add(&out, "; open report.html there.\n");
    return buffer_text(text, &out, err);
}
