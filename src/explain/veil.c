#include "explain/veil.h"

#include "explain/skill_inventory.h"

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

bool veil_hides_share(const Model *model, int site, const int counts[/*PROFILE_LEVELS*/], int from)
{
    int part = counted_from(counts, from), whole = counted_from(counts, 0);
    return veil_hides(model, site, (const int[]){part, whole - part, whole, counts[PROFILE_NO_ANSWER]}, 4);
}

int veil_share(const Model *model, int site, const int counts[/*PROFILE_LEVELS*/], int from)
{
    int part = counted_from(counts, from), whole = counted_from(counts, 0);
    if (!veil_hides_share(model, site, counts, from)) return leading_share(part, whole);
    int quarter = veil_quarter(part, whole);
    return quarter < 0 ? -1 : 250 * quarter + 125;
}

bool veil_hides_field(const Model *model, const LeadingTable *table, int field)
{
    bool hides = false;
    for (int i = 0; model->redacted && i < table->rows.n; i++) {
        const LeadingRow *row = &table->rows.items[i];
        hides |= row->field == field && (veil_few(row->staff) || veil_few(row->leaders) || veil_few(row->leading_roles));
    }
    return hides;
}
