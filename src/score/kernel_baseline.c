/* The reference: plain, readable, and what every other variant must equal. */
#include "score/kernel.h"

void kernel_baseline(TargetSums out[], const PackedLevels *packed, int first, int n, const Target *targets, int n_targets)
{
    for (int i = 0; i < n; i++) out[i] = (TargetSums){0, 0, 0};
    for (int k = 0; k < n_targets; k++) {
        Target target = targets[k];
        const int8_t *levels = packed_levels(packed, target.skill) + first;
        const int8_t *interests = packed_interests(packed, target.skill) + first;
        for (int i = 0; i < n; i++) {
            int reached = levels[i] < target.level ? levels[i] : target.level;
            out[i].fit += target.weight * reached;
            out[i].interest += target.weight * interests[i];
            out[i].growth += target.weight * (target.level - reached) * interests[i];
        }
    }
}
