#include "read/site_names.h"

#include "read/plan_reader.h"

struct SiteNames {
    Names *names;
    LIST(int) site; /* by index of names */
    Arena *arena;
};

static bool name_add(SiteNames *sites, const char *name, int site)
{
    int index = names_add(sites->names, name);
    if (index < 0) return false;
    return index < sites->site.n || LIST_PUSH(sites->arena, &sites->site, site);
}

static bool aliases_add(SiteNames *sites, const Sheet *sheet)
{
    for (int row = 0; row < sheet->table.n_rows; row++) {
        int n_aliases, site = site_names_find(sites, sheet_cell(sheet, row, SITES_SITE));
        const char *const *aliases = plan_split(sheet_cell(sheet, row, SITES_ALIASES), &n_aliases, sites->arena);
        if (!aliases) return false;
        for (int i = 0; site >= 0 && i < n_aliases; i++)
            if (!name_add(sites, aliases[i], site)) return false;
    }
    return true;
}

SiteNames *site_names_create(const Model *model, const Sheet *sheet, Arena *arena)
{
    SiteNames *sites = ARENA_NEW(arena, SiteNames);
    if (!sites || !(sites->names = names_create(arena, NAME_STYLE_NAME))) return NULL;
    sites->arena = arena;
    for (int site = 0; site < model->n_sites; site++)
        if (!name_add(sites, model->sites[site].name, site)) return NULL;
    return !sheet->present || aliases_add(sites, sheet) ? sites : NULL;
}

int site_names_find(const SiteNames *sites, const char *name)
{
    int index = names_find(sites->names, name);
    return index < 0 ? -1 : sites->site.items[index];
}

const char *site_names_nearest(const SiteNames *sites, const char *name) { return names_nearest(sites->names, name); }
