#include "read/sites_read.h"

#include <string.h>

#include "base/text.h"

/* The parts of a `;`-separated cell one by one: the next, trimmed and perhaps blank, or NULL after the last (*failed: for want
 * of memory). */
static const char *next_part(const char **at, Arena *arena, bool *failed)
{
    if (!*at) return NULL;
    size_t length = strcspn(*at, ";");
    const char *part = arena_copy_n(arena, *at, length);
    *at = (*at)[length] ? *at + length + 1 : NULL;
    part = part ? text_trim(arena, part) : NULL;
    *failed |= !part;
    return part;
}

/* One more spelling of a site; one that another site has is an error. */
static bool spelling_add(SiteTable *table, const char *text, int site, Origin origin, Messages *messages)
{
    int known = names_find(table->spellings, text);
    if (known >= 0) {
        if (table->site_of[known] != site)
            messages_add(messages, CADRE_ERROR, origin,
                         "\"%.200s\" stands for \"%.200s\" too; expected a name or alias of one site", text,
                         vocabulary_spelling(table->sites, table->site_of[known]));
        return true;
    }
    int spelling = names_add(table->spellings, text);
    if (spelling < 0) return false;
    table->site_of[spelling] = site;
    return true;
}

static bool names_of_sites(SiteTable *table, Messages *messages)
{
    for (int row = 0; row < table->sheet->table.n_rows; row++) {
        const char *name = sheet_cell(table->sheet, row, SITES_SITE);
        int count = vocabulary_count(table->sites);
        if (*name == '\0') continue; /* told when the sheet was read */
        int site = vocabulary_add(table->sites, name, SPELLING_SHEET, 1);
        Origin origin = sheet_origin(table->sheet, row, SITES_SITE);
        if (site < 0) return false;
        if (site < count)
            messages_add(messages, CADRE_ERROR, origin, "the site \"%.200s\" has a row already in line %d; expected one", name,
                         table->sheet->table.line[table->row_of[site]]);
        else
            table->row_of[site] = row;
        if (!spelling_add(table, name, site, origin, messages)) return false;
    }
    return true;
}

static bool aliases_of_sites(SiteTable *table, Arena *arena, Messages *messages)
{
    bool failed = false;
    for (int row = 0; row < table->sheet->table.n_rows; row++) {
        int site = vocabulary_find(table->sites, sheet_cell(table->sheet, row, SITES_SITE));
        const char *at = sheet_cell(table->sheet, row, SITES_ALIASES), *part;
        while (site >= 0 && (part = next_part(&at, arena, &failed)))
            if (*part && !spelling_add(table, part, site, sheet_origin(table->sheet, row, SITES_ALIASES), messages))
                return false;
    }
    return !failed;
}

static size_t count_spellings(const Sheet *sheet)
{
    size_t n = 1;
    for (int row = 0; row < sheet->table.n_rows; row++) {
        n += 2;
        for (const char *at = sheet_cell(sheet, row, SITES_ALIASES); *at; at++) n += *at == ';';
    }
    return n;
}

CadreStatus sites_read(SiteTable *out, const PlanSheets *plan, Arena *arena, Messages *messages, CadreError *err)
{
    SiteTable table = {.sheet = &plan->sheets[SHEET_SITES]};
    table.fixed = table.sheet->present && table.sheet->table.n_columns > 0 && table.sheet->column[SITES_SITE] >= 0;
    table.sites = vocabulary_create(arena, NAME_STYLE_NAME);
    table.spellings = names_create(arena, NAME_STYLE_NAME);
    table.site_of = ARENA_ARRAY(arena, int, table.fixed ? count_spellings(table.sheet) : 1);
    table.row_of = ARENA_ARRAY(arena, int, table.fixed ? table.sheet->table.n_rows + 1 : 1);
    if (!table.sites || !table.spellings || !table.site_of || !table.row_of) return error_no_memory(err);
    if (table.fixed && (!names_of_sites(&table, messages) || !aliases_of_sites(&table, arena, messages)))
        return error_no_memory(err);
    *out = table;
    return CADRE_OK;
}

CadreStatus sites_resolve(int *site, SiteTable *table, const char *text, SpellingRank rank, int count, Origin origin,
                          Messages *messages, CadreError *err)
{
    if (!table->fixed) {
        *site = vocabulary_add(table->sites, text, rank, count);
        return *site < 0 ? error_no_memory(err) : CADRE_OK;
    }
    int spelling = names_find(table->spellings, text);
    *site = spelling < 0 ? -1 : table->site_of[spelling];
    if (spelling >= 0) return CADRE_OK;
    const char *nearest = names_nearest(table->spellings, text);
    messages_add(messages, CADRE_ERROR, origin, "unknown site \"%.200s\"; expected a site or alias of sites.csv%s%.200s%s",
                 text, nearest ? ", the nearest is \"" : "", nearest ? nearest : "", nearest ? "\"" : "");
    return CADRE_OK;
}
