#include "solve/greedy.h"

#include "solve/clock.h"

enum { MOVE_MOST = 8, PASSES_MOST = 30 };

/* Pairs flipped together. */
typedef struct Move {
    int64_t pairs[MOVE_MOST];
    int n;
} Move;

typedef struct HeapEntry {
    int64_t gain, pair;
} HeapEntry;

typedef struct Greedy {
    Placement *placement;
    const Program *program;
    const Step *step;
    const GreedyLimits *limits;
    int64_t *rule_first;   /* [n_rules + 1]: the pairs of each rule that says "equal", others have none */
    int64_t *rule_pairs;   /* ... */
    int64_t *coefficients; /* ... */
    HeapEntry *heap;
    int64_t n_heap, tries;
    bool stopped, late;
} Greedy;

static int64_t value_of(const Greedy *greedy)
{
    return step_value(greedy->step, greedy->placement->parts, greedy->placement->changes);
}

static bool is_equality(const GroupRule *rule) { return rule->slack < 0 && rule->low == rule->high; }

static CadreStatus equalities_make(Greedy *greedy, Arena *arena, CadreError *err)
{
    const Program *program = greedy->program;
    int64_t *first = greedy->rule_first = ARENA_ARRAY(arena, int64_t, program->n_rules + 1);
    int64_t *next = ARENA_ARRAY(arena, int64_t, program->n_rules);
    if (!first || !next) return error_no_memory(err);
    for (int64_t i = 0; i < program->first_entry[program->n_pairs]; i++)
        if (is_equality(&program->rules[program->entries[i].row])) first[program->entries[i].row + 1]++;
    for (int rule = 0; rule < program->n_rules; rule++) {
        first[rule + 1] += first[rule];
        next[rule] = first[rule];
    }
    greedy->rule_pairs = ARENA_ARRAY(arena, int64_t, first[program->n_rules]);
    greedy->coefficients = ARENA_ARRAY(arena, int64_t, first[program->n_rules]);
    if (!greedy->rule_pairs || !greedy->coefficients) return error_no_memory(err);
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++) {
            Entry entry = program->entries[i];
            if (!is_equality(&program->rules[entry.row])) continue;
            greedy->rule_pairs[next[entry.row]] = pair;
            greedy->coefficients[next[entry.row]++] = entry.coefficient;
        }
    return CADRE_OK;
}

static bool move_push(Greedy *greedy, Move *move, int64_t pair)
{
    if (move->n == MOVE_MOST || step_bars(greedy->step, greedy->program, pair)) return false;
    for (int i = 0; i < move->n; i++)
        if (move->pairs[i] == pair) return false;
    placement_flip(greedy->placement, pair);
    move->pairs[move->n++] = pair;
    return true;
}

static void move_undo(Greedy *greedy, Move *move)
{
    while (move->n > 0) placement_flip(greedy->placement, move->pairs[--move->n]);
}

/* The pair of the other person in an "equal" rule that would mend it: of those to turn on the most valuable that the person may
 * have beside the rest, else one that is on. -1: none. */
static int64_t partner_find(Greedy *greedy, int rule, int64_t coefficient, bool turned_on)
{
    Placement *placement = greedy->placement;
    int64_t best = -1;
    for (int64_t i = greedy->rule_first[rule]; i < greedy->rule_first[rule + 1]; i++) {
        int64_t pair = greedy->rule_pairs[i];
        if (greedy->coefficients[i] == coefficient || placement->on[pair] == turned_on) continue;
        if (!turned_on) return pair;
        if (best >= 0 && greedy->program->pair_value[pair] <= greedy->program->pair_value[best]) continue;
        placement_flip(placement, pair);
        if (placement_allowed(placement, greedy->program->person_rank[greedy->program->pair_person[pair]])) best = pair;
        placement_flip(placement, pair);
    }
    return best;
}

/* Flip what "together" asks for beside the pairs of the move. */
static bool move_complete(Greedy *greedy, Move *move)
{
    const Program *program = greedy->program;
    for (int k = 0; k < move->n && greedy->placement->broken > 0; k++) {
        int64_t pair = move->pairs[k];
        for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++) {
            Entry entry = program->entries[i];
            const GroupRule *rule = &program->rules[entry.row];
            if (!is_equality(rule) || greedy->placement->activity[entry.row] == rule->low) continue;
            int64_t partner = partner_find(greedy, entry.row, entry.coefficient, greedy->placement->on[pair]);
            if (partner < 0 || !move_push(greedy, move, partner)) return false;
        }
    }
    return greedy->placement->broken == 0;
}

static bool move_allowed(Greedy *greedy, const Move *move)
{
    for (int i = 0; i < move->n; i++) {
        int person = greedy->program->pair_person[move->pairs[i]];
        if (!placement_allowed(greedy->placement, greedy->program->person_rank[person])) return false;
    }
    return true;
}

/* Flip these pairs if that gains and keeps every rule. */
static bool move_try(Greedy *greedy, const int64_t *pairs, int n)
{
    Move move = {.n = 0};
    int64_t before = value_of(greedy);
    bool kept = true;
    for (int i = 0; kept && i < n; i++) kept = move_push(greedy, &move, pairs[i]);
    kept = kept && move_complete(greedy, &move) && value_of(greedy) > before &&
           step_admits(greedy->step, greedy->placement->parts) && move_allowed(greedy, &move);
    if (!kept) move_undo(greedy, &move);
    if (greedy->placement->flips >= greedy->limits->flips) greedy->stopped = true;
    if (++greedy->tries % 256 == 0 && clock_past(greedy->limits->deadline_s)) greedy->stopped = greedy->late = true;
    return kept;
}

/* --- best gains first --- */

static bool heap_before(HeapEntry a, HeapEntry b) { return a.gain != b.gain ? a.gain > b.gain : a.pair < b.pair; }

static void heap_sift(Greedy *greedy, int64_t at)
{
    HeapEntry *heap = greedy->heap;
    for (int64_t child; (child = 2 * at + 1) < greedy->n_heap; at = child) {
        if (child + 1 < greedy->n_heap && heap_before(heap[child + 1], heap[child])) child++;
        if (!heap_before(heap[child], heap[at])) return;
        HeapEntry swap = heap[at];
        heap[at] = heap[child];
        heap[child] = swap;
    }
}

static int64_t gain_of(Greedy *greedy, int64_t pair)
{
    int64_t before = value_of(greedy);
    placement_flip(greedy->placement, pair);
    int64_t gain = value_of(greedy) - before;
    placement_flip(greedy->placement, pair);
    return gain;
}

/* A gain may have shrunk since it was computed: what comes to the top is computed again, and taken only if it stays there. */
static CadreStatus gains_take(Greedy *greedy, Arena *arena, CadreError *err)
{
    const Program *program = greedy->program;
    greedy->heap = ARENA_ARRAY(arena, HeapEntry, program->n_pairs);
    if (!greedy->heap) return error_no_memory(err);
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        if (!greedy->placement->on[pair] && !step_bars(greedy->step, program, pair))
            greedy->heap[greedy->n_heap++] = (HeapEntry){gain_of(greedy, pair), pair};
    for (int64_t at = greedy->n_heap / 2; at-- > 0;) heap_sift(greedy, at);
    while (greedy->n_heap > 0 && !greedy->stopped) {
        HeapEntry top = greedy->heap[0];
        int64_t gain = gain_of(greedy, top.pair);
        if (gain > 0 && gain < top.gain) {
            greedy->heap[0].gain = gain;
            heap_sift(greedy, 0);
            continue;
        }
        if (gain > 0) move_try(greedy, &top.pair, 1);
        greedy->heap[0] = greedy->heap[--greedy->n_heap];
        heap_sift(greedy, 0);
    }
    return CADRE_OK;
}

/* --- small improvements --- */

/* Give up another role of the same person for this one. */
static bool swap_try(Greedy *greedy, int64_t pair)
{
    const Program *program = greedy->program;
    int rank = program->person_rank[program->pair_person[pair]];
    for (int64_t held = program->first_pair[rank]; held < program->first_pair[rank + 1] && !greedy->stopped; held++)
        if (greedy->placement->on[held] && move_try(greedy, (int64_t[]){held, pair}, 2)) return true;
    return false;
}

/* Take the seat of another holder of the role, who may take over what this person gives up. */
static bool transfer_try(Greedy *greedy, int64_t pair)
{
    const Program *program = greedy->program;
    int role = program->pair_role[pair], person = program->pair_person[pair], rank = program->person_rank[person];
    for (int64_t i = program->role_first_pair[role]; i < program->role_first_pair[role + 1] && !greedy->stopped; i++) {
        int64_t other = program->role_pairs[i];
        if (!greedy->placement->on[other]) continue;
        if (move_try(greedy, (int64_t[]){other, pair}, 2)) return true;
        for (int64_t held = program->first_pair[rank]; held < program->first_pair[rank + 1] && !greedy->stopped; held++) {
            if (!greedy->placement->on[held]) continue;
            if (move_try(greedy, (int64_t[]){other, held, pair}, 3)) return true;
            int64_t taken = program_find_pair(program, program->pair_person[other], program->pair_role[held]);
            if (taken >= 0 && !greedy->placement->on[taken] && move_try(greedy, (int64_t[]){other, held, pair, taken}, 4))
                return true;
        }
    }
    return false;
}

static bool pass(Greedy *greedy)
{
    bool gained = false;
    for (int64_t pair = 0; pair < greedy->program->n_pairs && !greedy->stopped; pair++) {
        if (move_try(greedy, &pair, 1)) /* an add or a drop */
            gained = true;
        else if (!greedy->placement->on[pair] && !step_bars(greedy->step, greedy->program, pair))
            gained |= swap_try(greedy, pair) || transfer_try(greedy, pair);
    }
    return gained;
}

CadreStatus greedy_improve(Placement *placement, const Step *step, const GreedyLimits *limits, bool *cut_short, Arena *arena,
                           CadreError *err)
{
    GreedyLimits own = {limits->flips + placement->flips, limits->deadline_s};
    Greedy greedy = {.placement = placement, .program = placement->program, .step = step, .limits = &own};
    TRY(equalities_make(&greedy, arena, err));
    TRY(gains_take(&greedy, arena, err));
    for (int i = 0; i < PASSES_MOST && !greedy.stopped && pass(&greedy); i++) {
    }
    if (greedy.late) *cut_short = true;
    return CADRE_OK;
}
