#include "explain/site_staff.h"

CadreStatus site_staff_make(SiteStaff *out, const Model *model, Arena *arena, CadreError *err)
{
    int *next = ARENA_ARRAY(arena, int, model->n_sites + 1);
    int *first = ARENA_ARRAY(arena, int, model->n_sites + 1);
    int *staff = ARENA_ARRAY(arena, int, model->n_staff);
    if (!next || !first || !staff) return error_no_memory(err);
    for (int person = 0; person < model->n_staff; person++)
        if (model->staff[person].site >= 0) first[model->staff[person].site + 1]++;
    for (int site = 0; site < model->n_sites; site++) {
        next[site] = first[site];
        first[site + 1] += first[site];
    }
    for (int person = 0; person < model->n_staff; person++)
        if (model->staff[person].site >= 0) staff[next[model->staff[person].site]++] = person;
    *out = (SiteStaff){model, first, staff};
    return CADRE_OK;
}
