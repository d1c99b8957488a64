#include "score/kernel.h"

#include <stdlib.h>
#include <string.h>

static bool cpu_always(void) { return true; }

static const KernelVariant kernel_variants[] = {
    /* fastest first */
    {"baseline", kernel_baseline, cpu_always},
};
enum { KERNEL_VARIANTS = sizeof kernel_variants / sizeof *kernel_variants };

CadreStatus kernel_choose(const KernelVariant **out, CadreError *err)
{
    const char *wanted = getenv("CADRE_KERNEL");
    if (wanted && !*wanted) wanted = NULL;
    for (int i = 0; i < KERNEL_VARIANTS; i++) {
        if (wanted && strcmp(wanted, kernel_variants[i].name) != 0) continue;
        if (!kernel_variants[i].available()) continue;
        *out = &kernel_variants[i];
        return CADRE_OK;
    }
    return error_set(err, CADRE_INPUT, "CADRE_KERNEL is \"%s\"; expected a kernel that this machine can run, such as baseline",
                     wanted ? wanted : "");
}
