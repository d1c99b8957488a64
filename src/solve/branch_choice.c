#include <math.h>

#include "solve/branch_tree.h"

static const double fraction = 1e-6;    /* nearer than this a value is whole */
static const double share_on = 0.4;     /* from here on a pair is tried before it is denied */
static const double share_least = 0.05; /* a loss is divided by no less */
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

/* Of the person's undecided pairs the one by which both sides lose most. */
static void choose_of_person(Cut *out, double *best, Branch *branch, int rank)
{
    int n = shares_add(branch, rank);
    for (int i = 0; i < n; i++) {
        int64_t pair = branch->touched[i];
        double share = branch->share[pair];
        branch->share[pair] = 0;
        if (!is_fraction(share)) continue;
        double with = loss_expected(branch, pair, 1) * (1 - share) + loss_least;
        double without = loss_expected(branch, pair, 0) * share + loss_least;
        if (with * without <= *best) continue;
        *best = with * without;
        *out = (Cut){.kind = share >= share_on ? CUT_ON : CUT_OFF, .rank = rank, .pair = pair, .share = share};
    }
}

bool branch_choose(Cut *out, Branch *branch)
{
    const NearProgram *near = branch->near;
    double best = -1;
    *out = (Cut){.kind = CUT_NONE};
    for (int rank = 0; rank < near->n_people; rank++) choose_of_person(out, &best, branch, rank);
    for (int slack = 0; slack < near->n_slacks && out->kind == CUT_NONE; slack++) {
        double value = branch->relaxed.value[slack];
        if (is_fraction(value)) *out = (Cut){.kind = CUT_MOST, .slack = slack, .value = (int64_t)floor(value)};
    }
    return out->kind != CUT_NONE;
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
