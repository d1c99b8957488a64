/* site_names.h: a site by its name or one of the aliases that sites.csv gives it. */
#ifndef READ_SITE_NAMES_H
#define READ_SITE_NAMES_H

#include "model/model.h"
#include "read/sheets.h"

typedef struct SiteNames SiteNames;

/* Names and aliases of the model's sites; NULL where there is no memory. Cost O(sites + aliases) expected. */
SiteNames *site_names_create(const Model *model, const Sheet *sites, Arena *arena);
int site_names_find(const SiteNames *sites, const char *name); /* -1 where unknown */
const char *site_names_nearest(const SiteNames *sites, const char *name);

#endif
