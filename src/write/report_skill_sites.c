/* Skills by site: of a few sites each beside the others, of many the lowest, the middle and the highest; on a site's own page
 * the site beside all. */
#include <stdlib.h>

#include "explain/leading.h"
#include "explain/order.h"
#include "write/report_skill_parts.h"
#include "write/report_veil.h"

enum { SITES_SHOWN = 12 };

static int have(const SkillCount *count) { return counted_from(count->levels, INVENTORY_HAVE); }

/* Of a site, or of all. */
static int share(const Report *report, int site, int skill)
{
    return veil_share(report->input->model, site, inventory_count(report->inventory, site, skill)->levels, INVENTORY_HAVE);
}

static int answered(const Report *report, int site, int skill)
{
    return counted_from(inventory_count(report->inventory, site, skill)->levels, 0);
}

static bool is_hidden(const Report *report, int site, int skill)
{
    const SkillCount *count = inventory_count(report->inventory, site, skill);
    return veil_hides_share(report->input->model, site, count->levels, INVENTORY_HAVE);
}

static const char *quarter(const Report *report, int site, int skill)
{
    const SkillCount *count = inventory_count(report->inventory, site, skill);
    return veil_quarter_words(have(count), answered(report, site, skill), report->arena);
}

/* The share in whole per cent, where it is not hidden and somebody answered. */
static const char *percent(const Report *report, int site, int skill)
{
    const SkillCount *count = inventory_count(report->inventory, site, skill);
    return report_share_percent(have(count), counted_from(count->levels, 0), report->arena);
}

static void begin_row(Html *page, const Report *report, int skill)
{
    html_open(page, "tr");
    html_attr(page, "data-skill", skill_name(report, skill));
    report_row_head(page, skill_name(report, skill));
}

/* How many answered, beside a share of them; a redacted report does not tell. */
static void add_of(Html *page, const Report *report, int site, int skill)
{
    if (report_redacted(report)) return;
    html_raw(page, " ");
    html_open_class(page, "span", "reach");
    html_phrase(page, PHRASE_REPORT_SITES_OF, {"n", words_amount(answered(report, site, skill), page->text.arena)});
    html_close(page);
}

/* "48% of 25" on a shade of it, or a dash. */
static void add_share(Html *page, const Report *report, int site, int skill, bool shaded)
{
    static const char *const shades[] = {"number s0", "number s1", "number s2", "number s3"};
    int at = share(report, site, skill);
    bool hidden = is_hidden(report, site, skill);
    html_open_class(page, "td", at < 0 || !shaded ? "number" : shades[at >= 750 ? 3 : at / 250]);
    if (!hidden) html_attr_number(page, "data-have", have(inventory_count(report->inventory, site, skill)));
    html_attr_number(page, "data-value", at);
    if (hidden) {
        html_text(page, quarter(report, site, skill));
    } else if (at >= 0) {
        html_text(page, percent(report, site, skill));
        html_raw(page, "%");
        add_of(page, report, site, skill);
    } else {
        html_raw(page, "<span aria-hidden=\"true\">\xe2\x80\x93</span><span class=\"unseen\">no answers</span>");
    }
    html_close(page);
}

static void add_site_heads(Html *page, const Report *report)
{
    const Model *model = report->input->model;
    html_raw(page, "<thead><tr><th scope=\"col\">Skill</th><th scope=\"col\">Sites with one person at 4 or more</th>"
                   "<th scope=\"col\">All</th>");
    for (int site = 0; site < model->n_sites; site++) {
        html_open(page, "th");
        html_attr(page, "scope", "col");
        html_user(page, model->sites[site].name);
        html_close(page);
    }
    html_raw(page, "</tr></thead>\n");
}

static void add_count(Html *page, const Report *report, int count)
{
    html_open_class(page, "td", "number");
    if (report_redacted(report))
        html_phrase_plain(page, PHRASE_REPORT_NOT_TOLD);
    else
        html_number(page, count);
    html_close(page);
}

static int sites_with_one(const Report *report, int skill)
{
    int n = 0;
    for (int site = 0; site < report->input->model->n_sites; site++) n += count_experts(report, site, skill) == 1;
    return n;
}

static void add_matrix(Html *page, const Report *report)
{
    const Model *model = report->input->model;
    report_table_open(page, "by-site", "Skills by site");
    add_site_heads(page, report);
    html_open(page, "tbody");
    for (int i = report->first_skill; i < report->end_skill; i++) {
        int skill = report->inventory->order[i];
        begin_row(page, report, skill);
        add_count(page, report, sites_with_one(report, skill));
        add_share(page, report, SCOPE_ALL, skill, false);
        for (int site = 0; site < model->n_sites; site++) add_share(page, report, site, skill, true);
        html_close(page);
    }
    html_close(page);
    report_table_close(page);
}

/* A site among those that answered about a skill. */
typedef struct SiteShare {
    int site, share;
} SiteShare;

static int by_share(const void *left, const void *right)
{
    const SiteShare *a = left, *b = right;
    return a->share != b->share ? order_of(a->share, b->share) : order_of(a->site, b->site);
}

static void add_site(Html *page, const Report *report, const SiteShare *at, int skill)
{
    html_open(page, "td");
    html_attr_number(page, "data-value", at->share);
    html_text(page, is_hidden(report, at->site, skill) ? quarter(report, at->site, skill) : percent(report, at->site, skill));
    if (!is_hidden(report, at->site, skill)) html_raw(page, "%");
    add_of(page, report, at->site, skill);
    html_raw(page, " ");
    report_site_link(page, report, at->site);
    html_close(page);
}

static void add_range(Html *page, const Report *report, int skill, SiteShare shares[])
{
    const Model *model = report->input->model;
    int n = 0, nobody = 0;
    for (int site = 0; site < model->n_sites; site++) {
        const SkillCount *count = inventory_count(report->inventory, site, skill);
        SiteShare at = {site, share(report, site, skill)};
        if (at.share < 0) continue;
        shares[n++] = at;
        nobody += have(count) == 0;
    }
    if (n == 0) return;
    qsort(shares, (size_t)n, sizeof *shares, by_share);
    begin_row(page, report, skill);
    add_share(page, report, SCOPE_ALL, skill, false);
    add_site(page, report, &shares[0], skill);
    add_site(page, report, &shares[(n - 1) / 2], skill);
    add_site(page, report, &shares[n - 1], skill);
    add_count(page, report, nobody);
    add_count(page, report, sites_with_one(report, skill));
    html_close(page);
}

static CadreStatus add_ranges(Html *page, const Report *report, CadreError *err)
{
    static const ReportColumn columns[] = {{"Skill", "text", false},
                                           {"All", "number", false},
                                           {"Lowest site", "number", false},
                                           {"Middle site", "number", false},
                                           {"Highest site", "number", false},
                                           {"Sites where nobody has it", "number", false},
                                           {"Sites with one person at 4 or more", "number", false}};
    SiteShare *shares = ARENA_ARRAY(report->arena, SiteShare, report->input->model->n_sites);
    if (!shares) return error_no_memory(err);
    report_table_open(page, "by-site sortable", "Skills by site");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (int i = report->first_skill; i < report->end_skill; i++) add_range(page, report, report->inventory->order[i], shares);
    html_close(page);
    report_table_close(page);
    return CADRE_OK;
}

static void add_beside(Html *page, const Report *report, int skill)
{
    enum { LENGTH = 160, BAR = 8 };
    int here = share(report, report->scope.site, skill), all = share(report, SCOPE_ALL, skill);
    begin_row(page, report, skill);
    add_share(page, report, report->scope.site, skill, false);
    add_share(page, report, SCOPE_ALL, skill, false);
    html_open(page, "td");
    svg_mark(page, "pair", LENGTH, 2 * BAR + 3);
    svg_bar(page, 0, 0, LENGTH, BAR, here, 1000);
    svg_rect(page, "track", 0, BAR + 2, LENGTH, BAR);
    svg_rect(page, "whole", 0, BAR + 2, svg_length(all, 1000, LENGTH), BAR);
    svg_end(page);
    html_close(page);
    html_close(page);
}

static void add_besides(Html *page, const Report *report)
{
    static const ReportColumn columns[] = {
        {"Skill", "text", false}, {"Here", "number", false}, {"All sites", "number", false}, {"Side by side", NULL, false}};
    report_question(page, PHRASE_REPORT_ASK_SITE_WHOLE);
    report_table_open(page, "by-site beside", "Here beside all sites");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (int i = report->first_skill; i < report->end_skill; i++) add_beside(page, report, report->inventory->order[i]);
    html_close(page);
    report_table_close(page);
    report_note(page, PHRASE_REPORT_SITE_WHOLE_NOTE);
}

/* What the figures are; a dash stands only where every site has a cell. */
static void add_note(Html *page, const Report *report, bool dashes)
{
    html_open_class(page, "p", "note");
    html_phrase_plain(page, PHRASE_REPORT_SITES_NOTE);
    if (!report_redacted(report)) html_phrase_plain(page, PHRASE_REPORT_SITES_NOTE_OF);
    if (dashes) html_phrase_plain(page, PHRASE_REPORT_SITES_NOTE_NONE);
    html_close(page);
}

CadreStatus report_skill_sites(Html *page, const Report *report, CadreError *err)
{
    if (report->input->model->n_sites <= 1) return CADRE_OK;
    if (report->scope.site != SCOPE_ALL) {
        add_besides(page, report);
        return CADRE_OK;
    }
    report_question(page, PHRASE_REPORT_ASK_SITES);
    bool ranges = report->input->model->n_sites > SITES_SHOWN;
    if (ranges)
        TRY(add_ranges(page, report, err));
    else
        add_matrix(page, report);
    add_note(page, report, !ranges);
    return CADRE_OK;
}
