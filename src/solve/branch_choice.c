#include <math.h>
#include <string.h>

#include "solve/branch_tree.h"

enum {
    CANDIDATES = 8,        /* of which the best is taken */
    RELIABLE = 2,          /* times that a side was tried, from which on it need not be tried again */
    TRIAL_ITERATIONS = 10, /* of one side */
    TRIALS_FREE = 2000,    /* iterations of trials beyond those of the nodes */
};
static const double fraction = 1e-6;    /* nearer than this a value is whole */
static const double share_on = 0.4;     /* from here on a pair is tried before it is denied */
static const double share_least = 0.05; /* a loss is divided by no less */
static const double loss_dead = 1e4;    /* of a side that holds nothing */
static const double loss_least = 1e-4;  /* so that one side that costs nothing does not hide the other */

static bool is_fraction(double value) { return fabs(value - floor(value + 0.5)) > fraction; }

static double loss_expected(const Branch *branch, int64_t pair, int side)
{
    const Learned *learned = &branch->learned[pair];
    if (learned->n[side] > 0) return learned->loss[side] / learned->n[side];
    return branch->all.n[side] > 0 ? branch->all.loss[side] / branch->all.n[side] : 1;
}

/* Add up each pair of a person over the bundles; returns how many pairs were touched. */
static int shares_add(Branch *branch, int rank)
{
    const NearProgram *near = branch->near;
    int n = 0;
    for (int column = near->first_column[rank]; column < near->first_column[rank + 1]; column++) {
        double value = branch->relaxed.value[column];
        if (!is_fraction(value)) continue;
        const BundleColumn *bundle = near_bundle(near, column);
        for (int i = 0; i < bundle->n_pairs; i++) {
            if (branch->share[bundle->pairs[i]] == 0) branch->touched[n++] = bundle->pairs[i];
            branch->share[bundle->pairs[i]] += value;
        }
    }
    return n;
}

typedef struct Candidate {
    Cut cut;
    double score;
} Candidate;

static double score_of(const Branch *branch, const Cut *cut)
{
    double with = loss_expected(branch, cut->pair, 1) * (1 - cut->share) + loss_least;
    double without = loss_expected(branch, cut->pair, 0) * cut->share + loss_least;
    return with * without;
}

/* The candidates of the greatest scores, greatest first. */
static int candidate_insert(Candidate best[/*CANDIDATES*/], int n, Candidate new)
{
    int at = n < CANDIDATES ? n : CANDIDATES - 1;
    if (n == CANDIDATES && best[at].score >= new.score) return n;
    for (; at > 0 && best[at - 1].score < new.score; at--) best[at] = best[at - 1];
    best[at] = new;
    return n < CANDIDATES ? n + 1 : n;
}

/* The pairs that the relaxation leaves undecided. */
static int candidates_list(Candidate best[/*CANDIDATES*/], Branch *branch)
{
    int n_best = 0;
    for (int rank = 0; rank < branch->near->n_people; rank++) {
        int n = shares_add(branch, rank);
        for (int i = 0; i < n; i++) {
            int64_t pair = branch->touched[i];
            double share = branch->share[pair];
            branch->share[pair] = 0;
            if (!is_fraction(share)) continue;
            Cut cut = {.kind = share >= share_on ? CUT_ON : CUT_OFF, .rank = rank, .pair = pair, .share = share};
            n_best = candidate_insert(best, n_best, (Candidate){cut, score_of(branch, &cut)});
        }
    }
    return n_best;
}

/* What a side of a cut loses at the least: some steps of the dual simplex, taken back after. */
static CadreStatus side_try(Branch *branch, Cut cut, CutKind side, const LinearColumn *before, CadreError *err)
{
    NearProgram *near = branch->near;
    int first = near->first_column[cut.rank], n = near->first_column[cut.rank + 1] - first;
    LinearRow *convexity = &near->linear.rows.items[near->n_rules + cut.rank], row_before = *convexity;
    EngineLimits limits = {.iterations = TRIAL_ITERATIONS, .seconds = run_seconds(branch->run)};
    cut.kind = side;
    branch_cut_apply(branch, &cut);
    TRY(engine_rebound(branch->engine, err));
    TRY(engine_relax(&branch->trial, branch->engine, &limits, err));
    branch->n_trial_iterations += branch->trial.iterations;
    double loss = branch->relaxed.objective - branch->trial.objective;
    if (branch->trial.end == ENGINE_INFEASIBLE) loss = loss_dead;
    branch_learn(branch, &cut, loss > 0 ? (int64_t)loss : 0);
    memcpy(near->linear.columns.items + first, before, (size_t)n * sizeof *before);
    *convexity = row_before;
    TRY(engine_rebound(branch->engine, err));
    return engine_basis_set(branch->engine, branch->trial_basis->status, false, err);
}

static CadreStatus candidates_try(Candidate best[/*CANDIDATES*/], int n, Branch *branch, CadreError *err)
{
    NearProgram *near = branch->near;
    bool saved = false;
    for (int i = 0; i < n; i++) {
        Cut cut = best[i].cut;
        const Learned *learned = &branch->learned[cut.pair];
        if (branch->n_trial_iterations > TRIALS_FREE + branch->n_iterations) return CADRE_OK;
        if (learned->n[0] >= RELIABLE && learned->n[1] >= RELIABLE) continue;
        if (!saved) TRY(engine_basis_get(branch->trial_basis->status, branch->engine, err));
        saved = true;
        int first = near->first_column[cut.rank], n_own = near->first_column[cut.rank + 1] - first;
        LinearColumn *before = branch->trial_columns;
        memcpy(before, near->linear.columns.items + first, (size_t)n_own * sizeof *before);
        if (learned->n[0] < RELIABLE) TRY(side_try(branch, cut, CUT_OFF, before, err));
        if (learned->n[1] < RELIABLE) TRY(side_try(branch, cut, CUT_ON, before, err));
        best[i].score = score_of(branch, &cut);
    }
    return CADRE_OK;
}

CadreStatus branch_choose(bool *any, Cut *out, Branch *branch, CadreError *err)
{
    const NearProgram *near = branch->near;
    Candidate best[CANDIDATES];
    int n = candidates_list(best, branch), first = 0;
    *out = (Cut){.kind = CUT_NONE};
    if (n > 1 && branch->dived) /* the first way down is to find something */
        TRY(candidates_try(best, n, branch, err));
    for (int i = 1; i < n; i++)
        if (best[i].score > best[first].score) first = i;
    if (n > 0) *out = best[first].cut;
    for (int slack = 0; slack < near->n_slacks && out->kind == CUT_NONE; slack++) {
        const LinearColumn *column = &near->linear.columns.items[slack];
        double value = fmin(fmax(branch->relaxed.value[slack], (double)column->low), (double)column->high);
        if (is_fraction(value)) *out = (Cut){.kind = CUT_MOST, .slack = slack, .value = (int64_t)floor(value)};
    }
    *any = out->kind != CUT_NONE;
    return CADRE_OK;
}

/* A pair that the point's bundle of the person and the one of the greatest worth do not share. */
static void excess_of_person(Cut *out, Scaled *most, const Branch *branch, int rank)
{
    const NearProgram *near = branch->near;
    const BundleColumn *chosen = NULL, *best = NULL;
    Scaled worth = 0;
    for (int column = near->first_column[rank]; column < near->first_column[rank + 1]; column++) {
        if (branch->relaxed.value[column] > 0.5) {
            chosen = near_bundle(near, column);
            worth = branch->worth[column];
        }
        if (near->linear.columns.items[column].high > 0 && branch->worth[column] == branch->best[rank])
            best = near_bundle(near, column);
    }
    if (branch->best[rank] - worth <= *most) return;
    *most = branch->best[rank] - worth;
    for (int i = 0; best && i < best->n_pairs; i++)
        if (!bundle_has(chosen, best->pairs[i])) *out = (Cut){.kind = CUT_OFF, .rank = rank, .pair = best->pairs[i]};
    for (int i = 0; chosen && i < chosen->n_pairs; i++)
        if (!bundle_has(best, chosen->pairs[i]))
            *out = (Cut){.kind = CUT_ON, .rank = rank, .pair = chosen->pairs[i], .share = 1};
}

static void excess_of_slack(Cut *out, Scaled *most, const Branch *branch, int slack)
{
    const LinearColumn *column = &branch->near->linear.columns.items[slack];
    int64_t value = llround(branch->relaxed.value[slack]);
    Scaled worth = branch->worth[slack], excess = worth > 0 ? worth * (column->high - value) : -worth * (value - column->low);
    if (excess <= *most) return;
    *most = excess;
    *out = (Cut){.kind = worth > 0 ? CUT_MOST : CUT_LEAST, .slack = slack, .value = value};
}

bool branch_choose_excess(Cut *out, const Branch *branch)
{
    Scaled most = 0;
    *out = (Cut){.kind = CUT_NONE};
    for (int rank = 0; rank < branch->near->n_people; rank++) excess_of_person(out, &most, branch, rank);
    for (int slack = 0; slack < branch->near->n_slacks; slack++) excess_of_slack(out, &most, branch, slack);
    return out->kind != CUT_NONE;
}

Cut branch_other(Cut cut)
{
    static const CutKind other[] = {CUT_NONE, CUT_OFF, CUT_ON, CUT_LEAST, CUT_MOST};
    if (cut.kind == CUT_MOST) cut.value++;
    if (cut.kind == CUT_LEAST) cut.value--;
    cut.kind = other[cut.kind];
    return cut;
}

void branch_learn(Branch *branch, const Cut *cut, int64_t loss)
{
    if (cut->kind != CUT_ON && cut->kind != CUT_OFF) return;
    int side = cut->kind == CUT_ON;
    double by = side ? 1 - cut->share : cut->share;
    double rate = (double)loss / (by > share_least ? by : share_least);
    branch->learned[cut->pair].loss[side] += rate;
    branch->learned[cut->pair].n[side]++;
    branch->all.loss[side] += rate;
    branch->all.n[side]++;
}
