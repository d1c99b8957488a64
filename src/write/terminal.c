/* The table and the summary on the terminal. */
#include <inttypes.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text_buffer.h"
#include "explain/holdings.h"
#include "explain/labels.h"
#include "explain/leading_words.h"
#include "explain/repairs.h"
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
    Labels labels;
} Layout;

static int lesser(int a, int b) { return a < b ? a : b; }

static void widen(int *width, const char *text, int limit)
{
    int needed = lesser(screen_width(text), limit);
    if (needed > *width) *width = needed;
}

static CadreStatus make_layout(Layout *layout, const Model *model, const ResultRows *rows, int width, Arena *arena,
                               CadreError *err)
{
    *layout = (Layout){.width = width};
    TRY(labels_make(&layout->labels, model, arena, err));
    for (int i = 0; i < rows->n_assignments; i++) {
        const AssignmentRow *row = &rows->assignments[i];
        const char *label = label_of(&layout->labels, row->person);
        if (!label) return error_no_memory(err);
        widen(&layout->person_width, label, PERSON_WIDTH_MAX);
        widen(&layout->role_width, model->roles[row->role].name, ROLE_WIDTH_MAX);
    }
    return CADRE_OK;
}

static void add_assignment(TextBuffer *out, const Model *model, const Layout *layout, const AssignmentRow *row)
{
    const char *label = label_of(&layout->labels, row->person);
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

/* Assignment rows by group and role; within a role they keep their order, by person. Counted, not compared. */
typedef struct RoleRows {
    int *end;   /* [n_roles]: those of a role end here; they begin where those of the role before end */
    int *order; /* -> ResultRows.assignments */
} RoleRows;

static CadreStatus order_by_role(RoleRows *out, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err)
{
    int *next = ARENA_ARRAY(arena, int, model->n_roles + 1);
    int *order = ARENA_ARRAY(arena, int, rows->n_assignments);
    if (!next || !order) return error_no_memory(err);
    for (int i = 0; i < rows->n_assignments; i++) next[rows->assignments[i].role + 1]++;
    for (int role = 0; role < model->n_roles; role++) next[role + 1] += next[role];
    for (int i = 0; i < rows->n_assignments; i++) order[next[rows->assignments[i].role]++] = i;
    *out = (RoleRows){next, order};
    return CADRE_OK;
}

static void add_seats(TextBuffer *out, const Model *model, const Layout *layout, const ResultRows *rows, const RoleRows *of,
                      int group, bool leads)
{
    const Group *at = &model->groups[group];
    for (int role = at->first_role; role < at->first_role + at->n_roles; role++)
        for (int i = role > 0 ? of->end[role - 1] : 0; model->roles[role].leads == leads && i < of->end[role]; i++)
            add_assignment(out, model, layout, &rows->assignments[of->order[i]]);
}

/* The table: each group with its leaders first. */
static CadreStatus add_table(TextBuffer *out, const Model *model, const ResultRows *rows, int width, CadreError *err)
{
    Layout layout;
    RoleRows of;
    TRY(make_layout(&layout, model, rows, width, out->arena, err));
    TRY(order_by_role(&of, model, rows, out->arena, err));
    for (int i = 0; i < rows->n_groups; i++) {
        add_group_head(out, model, &layout, &rows->groups[i]);
        add_seats(out, model, &layout, rows, &of, rows->groups[i].group, true);
        add_seats(out, model, &layout, rows, &of, rows->groups[i].group, false);
        buffer_add_byte(out, '\n');
    }
    return CADRE_OK;
}

typedef struct Sums {
    int seats, filled;                           /* that the roles ask for, and of these filled */
    int led, to_be_led;                          /* groups that ask for a leader, and of these with one */
    int with_role, answered_without, away, most; /* people; the most groups of one person */
    int64_t hours, hours_given;                  /* hundredths, of people not away */
    int64_t points;
} Sums;

static Sums sum_up(const Model *model, const ResultRows *rows, const int *holders)
{
    Sums sums = {0};
    for (int group = 0; group < model->n_groups; group++) {
        int asked = 0, filled = 0;
        for (int role = model->groups[group].first_role, i = 0; i < model->groups[group].n_roles; i++, role++) {
            sums.seats += model->roles[role].min;
            sums.filled += lesser(holders[role], model->roles[role].min);
            if (!model->roles[role].leads) continue;
            asked += model->roles[role].min;
            filled += holders[role];
        }
        sums.to_be_led += asked > 0;
        sums.led += asked > 0 && filled > 0;
    }
    for (int i = 0; i < rows->n_people; i++) {
        const PersonRow *row = &rows->people[i];
        const Person *person = &model->staff[row->person];
        sums.with_role += row->groups > 0;
        sums.answered_without += row->groups == 0 && person->answered && !person->away;
        sums.away += person->away;
        if (row->groups > sums.most) sums.most = row->groups;
        sums.hours += row->hours;
        if (!person->away) sums.hours_given += person->hours;
    }
    for (int i = 0; i < rows->n_assignments; i++) sums.points += rows->assignments[i].points;
    return sums;
}

static void add_load(TextBuffer *out, const ResultRows *rows, const Sums *sums)
{
    if (rows->n_assignments == 0 || sums->with_role == 0) return;
    int64_t tenths = (10 * (int64_t)rows->n_assignments + sums->with_role / 2) / sums->with_role;
    buffer_print(out,
                 "Load      %" PRId64 ".%" PRId64 " roles for each of them, at most %d; %" PRId64 " of %" PRId64
                 " hours a month used\n",
                 tenths / 10, tenths % 10, sums->most, (sums->hours + 50) / 100, (sums->hours_given + 50) / 100);
    buffer_print(out, "Fit       %" PRId64 " of 1000 points for a seat, on average\n", sums->points / rows->n_assignments);
}

static CadreStatus add_sums(TextBuffer *out, const Model *model, const ResultRows *rows, CadreError *err)
{
    int *holders = ARENA_ARRAY(out->arena, int, model->n_roles);
    if (!holders) return error_no_memory(err);
    for (int i = 0; i < rows->n_assignments; i++) holders[rows->assignments[i].role]++;
    Sums sums = sum_up(model, rows, holders);
    buffer_print(out, "Seats     %d of the %d asked for are filled; %d assignment%s in all\n", sums.filled, sums.seats,
                 rows->n_assignments, plural(rows->n_assignments));
    buffer_print(out, "Leaders   %d of %d group%s to be led %s a leader\n", sums.led, sums.to_be_led, plural(sums.to_be_led),
                 sums.to_be_led == 1 ? "has" : "have");
    buffer_print(out, "People    %d of %d have a role", sums.with_role, model->n_staff);
    if (sums.answered_without) buffer_print(out, "; %d answered and have none", sums.answered_without);
    if (sums.away) buffer_print(out, "; %d away", sums.away);
    buffer_add_byte(out, '\n');
    add_load(out, rows, &sums);
    return CADRE_OK;
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

static const char *limit_name(const SolveLimits *limits)
{
    if (limits->time) return "time limit";
    if (limits->memory) return "memory limit";
    return limits->nodes || limits->rounds ? "work limit" : NULL;
}

/* No more than is proved: within the gap asked for there may be a better one, and the bound of a floor holds for the floor that
 * was found. */
static void add_proof(TextBuffer *out, const SolveOutcome *outcome, const Mending *mending)
{
    int64_t objective = objective_value(outcome->parts);
    const char *limit = limit_name(&outcome->limits);
    bool none_better = outcome->bound <= objective;
    bool few_moves = mending && (mending->mend.n_steps > 0 || mending->most != NO_LIMIT); /* a floor has no steps */
    if (none_better && (outcome->proved || outcome->floor < 0))
        words_add_plain(out, few_moves ? PHRASE_MEND_PROVED : PHRASE_PROVED);
    else
        buffer_print(out, "The total is %" PRId64 " points; no assignment%s has over %" PRId64 ".", objective,
                     outcome->floor >= 0 ? " with this floor" : "", outcome->bound);
    if (outcome->proved)
        buffer_add(out, none_better ? "\n" : " That is the gap asked for.\n");
    else
        buffer_print(out, " Whether %s is not proved%s%s.\n",
                     none_better && outcome->floor < 0 ? "one as good keeps more of last time's places" : "a better one exists",
                     limit ? ": stopped by the " : "", limit ? limit : "");
}

CadreStatus terminal_text(const char **text, const Model *model, const ResultRows *rows, const SolveOutcome *outcome,
                          const char *path, int width, Arena *arena, CadreError *err)
{
    TextBuffer out = {.arena = arena};
    TRY(add_table(&out, model, rows, width, err));
    TRY(add_sums(&out, model, rows, err));
    TRY(add_leading(&out, model, rows, err));
    TRY(add_shortages(&out, model, rows, err));
    if (rows->mending) TRY(mending_terminal(&out, model, rows->mending, width, err));
    buffer_add_byte(&out, '\n');
    add_proof(&out, outcome, rows->mending);
    buffer_add(&out, "The result is in ");
    screen_add(&out, path);
    buffer_add(&out, ".\n");
    return buffer_text(text, &out, err);
}
