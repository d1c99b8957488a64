#include "explain/veil.h"

#include "explain/leading.h"

bool veil_hides(const Model *model, int site, const int counts[], int n)
{
    if (!model->redacted) return false;
    bool hides = site != SCOPE_ALL && model->n_sites > 1;
    for (int i = 0; i < n; i++) hides |= veil_few(counts[i]);
    return hides;
}

int veil_quarter(int part, int whole)
{
    if (whole < REDACT_FEW) return -1;
    int quarter = (int)((int64_t)VEIL_QUARTERS * part / whole);
    return quarter < VEIL_QUARTERS ? quarter : VEIL_QUARTERS - 1;
}

bool veil_hides_share(const Model *model, int site, int part, int whole, int silent)
{
    return veil_hides(model, site, (const int[]){part, whole - part, whole, silent}, 4);
}

int veil_share(const Model *model, int site, int part, int whole, int silent)
{
    if (!veil_hides_share(model, site, part, whole, silent)) return leading_share(part, whole);
    int quarter = veil_quarter(part, whole);
    return quarter < 0 ? -1 : 250 * quarter + 125;
}
