/* draft_sites.c: sites.csv: every site that the surveys and the roster name, with the other spellings of it as aliases. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/drafter.h"
#include "read/plan_reader.h"
#include "read/site_variants.h"

enum { LONELY_SHOWN = 5 };

typedef struct Spellings {
    Names *names;
    LIST(const char *) text;
    LIST(int) count;
    LIST(int) row; /* of sites.csv; -1 where it is new */
} Spellings;

static CadreStatus add_spelling(Spellings *sites, const Drafter *drafter, const char *text, int count, int row)
{
    int at = names_add(sites->names, text);
    if (at < 0) return error_no_memory(drafter->err);
    if (at == sites->text.n) {
        const char *spelled = names_get(sites->names, at);
        if (!LIST_PUSH(drafter->arena, &sites->text, spelled) || !LIST_PUSH(drafter->arena, &sites->count, 0) ||
            !LIST_PUSH(drafter->arena, &sites->row, row))
            return error_no_memory(drafter->err);
    }
    sites->count.items[at] += count;
    return CADRE_OK;
}

/* What sites.csv has: names first, which stay as they are, then aliases. */
static CadreStatus add_known(Spellings *sites, const Drafter *drafter, int *n_fixed)
{
    const Sheet *sheet = &drafter->plan.sheets[SHEET_SITES];
    for (int row = 0; row < sheet->table.n_rows; row++)
        TRY(add_spelling(sites, drafter, sheet_cell(sheet, row, SITES_SITE), 0, row));
    for (int row = 0; row < sheet->table.n_rows; row++) {
        int n;
        const char *const *aliases = plan_split(sheet_cell(sheet, row, SITES_ALIASES), &n, drafter->arena);
        if (!aliases) return error_no_memory(drafter->err);
        for (int i = 0; i < n; i++) TRY(add_spelling(sites, drafter, aliases[i], 0, row));
    }
    *n_fixed = sites->text.n;
    return CADRE_OK;
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The answers in an order that no order of rows changes. */
static CadreStatus add_answers(Spellings *sites, const Drafter *drafter)
{
    const char **texts;
    int n = 0;
    for (int i = 0; i < drafter->n_columns; i++)
        n += drafter->columns[i].meaning.means == MEANS_SITE ? drafter->columns[i].answers.n : 0;
    if (!(texts = ARENA_ARRAY(drafter->scratch, const char *, n + 1))) return error_no_memory(drafter->err);
    n = 0;
    for (int i = 0; i < drafter->n_columns; i++) {
        const DraftColumn *column = &drafter->columns[i];
        for (int j = 0; column->meaning.means == MEANS_SITE && j < column->answers.n; j++)
            if (!scales_no_answer(drafter->scales, column->answers.text[j])) texts[n++] = column->answers.text[j];
    }
    qsort(texts, (size_t)n, sizeof *texts, by_text);
    for (int i = 0; i < n; i++) TRY(add_spelling(sites, drafter, texts[i], 0, -1));
    for (int i = 0; i < drafter->n_columns; i++) {
        const DraftColumn *column = &drafter->columns[i];
        for (int j = 0; column->meaning.means == MEANS_SITE && j < column->answers.n; j++) {
            int at = names_find(sites->names, column->answers.text[j]);
            if (at >= 0) sites->count.items[at] += column->answers.count[j];
        }
    }
    const Sheet *roster = &drafter->plan.sheets[SHEET_PEOPLE];
    for (int row = 0; row < roster->table.n_rows; row++) {
        const char *site = sheet_cell(roster, row, PEOPLE_SITE);
        if (*site) TRY(add_spelling(sites, drafter, site, 1, -1));
    }
    return CADRE_OK;
}

/* `;` parts aliases. */
static bool can_be_alias(const char *text) { return !strchr(text, ';'); }

static CadreStatus write_site(Drafter *drafter, const Spellings *sites, const int of[], int site)
{
    const Sheet *sheet = &drafter->plan.sheets[SHEET_SITES];
    int row = sites->row.items[site], n_new = 0;
    const char *aliases = row >= 0 ? sheet_cell(sheet, row, SITES_ALIASES) : "";
    for (int i = 0; i < sites->text.n; i++) {
        if (of[i] != site || i == site || sites->row.items[i] >= 0 || !can_be_alias(sites->text.items[i])) continue;
        aliases = arena_print(drafter->arena, "%s%s%s", aliases, *aliases ? "; " : "", sites->text.items[i]);
        if (!aliases) return error_no_memory(drafter->err);
        n_new++;
    }
    const char *name = row >= 0 ? sheet_cell(sheet, row, SITES_SITE) : sites->text.items[site];
    if (n_new > 0) TRY(drafter_tell(drafter, true, "sites.csv", "\"%.60s\" is taken to be also: %s", name, aliases));
    if (row >= 0) return n_new > 0 ? drafter_set(drafter, SHEET_SITES, row, SITES_ALIASES, aliases) : CADRE_OK;
    const char *cells[] = {[SITES_SITE] = name, [SITES_ALIASES] = aliases, [SITES_NETWORK] = NULL};
    return drafter_add(drafter, SHEET_SITES, cells);
}

/* A site that one person alone names, among others that many do, may be an answer to something else. */
static CadreStatus tell_lonely(Drafter *drafter, const Spellings *sites, const int of[])
{
    int n = sites->text.n, *count = ARENA_ARRAY(drafter->scratch, int, n + 1), n_lonely = 0, n_sites = 0, total = 0;
    const char *list = "";
    if (!count) return error_no_memory(drafter->err);
    for (int i = 0; i < n; i++) count[of[i]] += sites->count.items[i];
    for (int i = 0; i < n; i++) {
        n_sites += of[i] == i;
        total += count[i];
        if (of[i] != i || count[i] != 1 || n_lonely++ >= LONELY_SHOWN) continue;
        list = arena_print(drafter->scratch, "%s%s\"%.60s\"", list, *list ? ", " : "", sites->text.items[i]);
        if (!list) return error_no_memory(drafter->err);
    }
    if (n_lonely == 0 || total < 4 * n_sites) return CADRE_OK;
    return drafter_tell(drafter, true, "sites.csv", "%d site%s only one person each: %s%s", n_lonely,
                        n_lonely == 1 ? " has" : "s have", list, n_lonely > LONELY_SHOWN ? " and others" : "");
}

CadreStatus draft_sites_sheet(Drafter *drafter)
{
    Spellings sites = {.names = names_create(drafter->arena, NAME_STYLE_NAME)};
    if (!sites.names) return error_no_memory(drafter->err);
    int n_fixed = 0, n_sites = 0, n_aliases = 0;
    TRY(add_known(&sites, drafter, &n_fixed));
    TRY(add_answers(&sites, drafter));
    if (sites.text.n == 0 || !drafter_may_write(drafter, SHEET_SITES)) return CADRE_OK;
    int n = sites.text.n, *of = ARENA_ARRAY(drafter->scratch, int, n + 1);
    if (!of) return error_no_memory(drafter->err);
    for (int i = 0; i < n_fixed; i++)
        for (of[i] = 0; sites.row.items[of[i]] != sites.row.items[i];) of[i]++;
    TRY(site_variants(of, sites.text.items, sites.count.items, n, n_fixed, drafter->scratch, drafter->err));
    for (int i = 0; i < n; i++) {
        bool is_alias = i < n_fixed && i >= drafter->plan.sheets[SHEET_SITES].table.n_rows;
        n_sites += of[i] == i;
        n_aliases += of[i] != i;
        if (is_alias) continue;
        if (of[i] == i || (i >= n_fixed && !can_be_alias(sites.text.items[i]))) TRY(write_site(drafter, &sites, of, i));
    }
    TRY(tell_lonely(drafter, &sites, of));
    return drafter_tell(drafter, false, "Sites", "%d, with %d other spelling%s", n_sites, n_aliases, n_aliases == 1 ? "" : "s");
}
