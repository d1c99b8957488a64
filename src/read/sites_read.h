/* sites_read.h: the names of sites: sites.csv with its aliases, or, without it, whatever people say. */
#ifndef READ_SITES_READ_H
#define READ_SITES_READ_H

#include "read/sheets.h"
#include "read/vocabulary.h"

typedef struct SiteTable {
    const Sheet *sheet; /* sites.csv */
    bool fixed;         /* it is there: any other site is an error */
    Vocabulary *sites;  /* provisional numbers */
    Names *spellings;   /* fixed: names and aliases */
    int *site_of;       /* [spellings] */
    int *row_of;        /* [sites] fixed: the row of sites.csv */
} SiteTable;

/* Two sites of one name, or an alias of two, are errors. Errors: CADRE_NO_MEMORY. Cost O(sites + aliases), expected. */
CadreStatus sites_read(SiteTable *out, const PlanSheets *plan, Arena *arena, Messages *messages, CadreError *err);

/* The site that a cell names: *site is its provisional number, -1 where sites.csv knows no such site (an error message).
 * `count` more cells spell it so. Errors: CADRE_NO_MEMORY. */
CadreStatus sites_resolve(int *site, SiteTable *table, const char *text, SpellingRank rank, int count, Origin origin,
                          Messages *messages, CadreError *err);

#endif
