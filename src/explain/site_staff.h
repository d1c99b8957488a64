/* site_staff.h: people by site, and who may be of a group as far as sites go. */
#ifndef EXPLAIN_SITE_STAFF_H
#define EXPLAIN_SITE_STAFF_H

#include "model/model.h"

typedef struct SiteStaff {
    const Model *model;
    int *first; /* [n_sites + 1] into staff */
    int *staff; /* people by site, ascending within one; who has no site is left out */
} SiteStaff;

/* Cost O(staff + sites). Errors: CADRE_NO_MEMORY. */
CadreStatus site_staff_make(SiteStaff *out, const Model *model, Arena *arena, CadreError *err);

/* Who may be of a group by site, ascending: of its site, or all where it is open to all. `at` is from 0 to the count. */
static inline int site_staff_n_near(const SiteStaff *sites, int group)
{
    int site = sites->model->groups[group].site;
    return site < 0 ? sites->model->n_staff : sites->first[site + 1] - sites->first[site];
}

static inline int site_staff_near(const SiteStaff *sites, int group, int at)
{
    int site = sites->model->groups[group].site;
    return site < 0 ? at : sites->staff[sites->first[site] + at];
}

#endif
