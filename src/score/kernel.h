/* kernel.h: the inner loop of scoring, one role over a contiguous block of people, in variants that agree to the bit. */
#ifndef SCORE_KERNEL_H
#define SCORE_KERNEL_H

#include "score/packed.h"
#include "score/points.h"

/**
 * Sums over a role's targets for the people at places first .. first + n - 1 of the packed levels.
 * out: [n]. Cost O(n * n_targets).
 */
typedef void KernelFunction(TargetSums out[/*n*/], const PackedLevels *packed, int first, int n, const Target *targets,
                            int n_targets);

typedef struct KernelVariant {
    const char *name;
    KernelFunction *run;
    bool (*available)(void);
} KernelVariant;

/* The fastest variant this machine can run, or that which CADRE_KERNEL names. Errors: CADRE_INPUT where it names none that this
 * machine can run. */
CadreStatus kernel_choose(const KernelVariant **out, CadreError *err);

KernelFunction kernel_baseline;

#endif
