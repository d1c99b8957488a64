/* overview_plan.c: what the plan asks for and the people do not have. */
#include "write/overview_page.h"

enum { LACKS_SHOWN = 12, ROLES_SHOWN = 12, SITES_SHOWN = 6 };

/* "nobody; the highest is 3", "2 of 3 people" */
static const char *lack_words(const Lack *lack, Arena *arena)
{
    if (lack->have > 0) return arena_print(arena, "%d of %d people", lack->have, lack->needed);
    if (lack->highest < 0) return "nobody has said any level";
    return arena_print(arena, "nobody; the highest is %d", lack->highest);
}

static CadreStatus add_lack(OverviewPage *page, const Lack *lack, CadreError *err)
{
    const Model *model = page->overview->model;
    Arena *arena = page->out.arena;
    const char *words = lack_words(lack, arena), *group = model->groups[lack->group].name;
    const char *of = lack->n_groups == 1 ? group : arena_print(arena, "%s and %d more", group, lack->n_groups - 1);
    const char *site = lack->site >= 0 ? arena_print(arena, " at %s", model->sites[lack->site].name) : "";
    if (!words || !of || !site) return error_no_memory(err);
    page_item(page, "%s %d%s: %s, for %s", names_get(model->skills, lack->skill), lack->level, site, words, of);
    return CADRE_OK;
}

/* One skill and level that `n` sites lack. */
static CadreStatus add_lack_of_sites(OverviewPage *page, const Lack lacks[], int n, CadreError *err)
{
    const Model *model = page->overview->model;
    TextBuffer line = {.arena = page->out.arena};
    const char *sites;
    for (int i = 0; i < n && i < SITES_SHOWN; i++) {
        const char *site = lacks[i].site >= 0 ? model->sites[lacks[i].site].name : "any site";
        buffer_print(&line, "%s%s", i ? ", " : "", site);
        if (lacks[i].have > 0) buffer_print(&line, " (%d of %d people)", lacks[i].have, lacks[i].needed);
    }
    if (n > SITES_SHOWN) buffer_print(&line, " and %d more sites", n - SITES_SHOWN);
    TRY(buffer_text(&sites, &line, err));
    page_item(page, "%s %d: %s at %s", names_get(model->skills, lacks->skill), lacks->level,
              lacks->have > 0 ? "too few" : "nobody", sites);
    return CADRE_OK;
}

/* How many lacks from `first` on are of one skill and level, with nobody or with some. */
static int count_alike(const Overview *overview, int first)
{
    const Lack *lacks = overview->lacks.items, *at = &lacks[first];
    int n = 1;
    while (first + n < overview->lacks.n && at[n].skill == at->skill && at[n].level == at->level &&
           (at[n].have > 0) == (at->have > 0))
        n++;
    return n;
}

static CadreStatus add_lacks(OverviewPage *page, CadreError *err)
{
    const Overview *overview = page->overview;
    int n_all = 0, shown = 0;
    for (int i = 0; i < overview->lacks.n; i += count_alike(overview, i)) n_all++;
    if (n_all == 0) return CADRE_OK;
    page_heading(page, "%d skill%s that too few have at a level asked for:", n_all, plural(n_all));
    for (int i = 0, n; i < overview->lacks.n && shown < LACKS_SHOWN; i += n, shown++) {
        n = count_alike(overview, i);
        if (n == 1)
            TRY(add_lack(page, &overview->lacks.items[i], err));
        else
            TRY(add_lack_of_sites(page, &overview->lacks.items[i], n, err));
    }
    page_more(page, n_all, LACKS_SHOWN, "");
    return CADRE_OK;
}

/* "of 12 people 9 below what it requires (Data 4), 3 away"; NULL without memory. */
static const char *closed_words(const ClosedRole *closed, Arena *arena)
{
    if (closed->n_near == 0) return "nobody is of its site";
    const char *words = arena_print(arena, "of %d %s:", closed->n_near, closed->n_near == 1 ? "person" : "people");
    for (int i = 0; words && i < closed->n_reasons; i++)
        words = arena_print(arena, "%s%s %d %s", words, i ? "," : "", closed->reasons[i].people, closed->reasons[i].words);
    return words;
}

static CadreStatus add_closed(OverviewPage *page, CadreError *err)
{
    const Overview *overview = page->overview;
    const Model *model = overview->model;
    int n = overview->closed.n;
    if (n == 0) return CADRE_OK;
    page_heading(page, "%d role%s that too few may hold:", n, plural(n));
    for (int i = 0; i < n && i < ROLES_SHOWN; i++) {
        const ClosedRole *closed = &overview->closed.items[i];
        const Role *role = &model->roles[closed->role];
        const char *why = closed_words(closed, page->out.arena);
        const char *have = closed->have == 0
                               ? "nobody may"
                               : arena_print(page->out.arena, "%d may, %d are asked for", closed->have, closed->needed);
        if (!why || !have) return error_no_memory(err);
        page_item(page, "%s, %s: %s; %s", model->groups[role->group].name, role->name, have, why);
    }
    page_more(page, n, ROLES_SHOWN, "");
    return CADRE_OK;
}

CadreStatus page_add_plan(OverviewPage *page, CadreError *err)
{
    TRY(add_lacks(page, err));
    return add_closed(page, err);
}
