/* The page around its sections. */
#include "write/report.h"

#include "base/hash.h"
#include "write/report_section.h"
#include "write/report_veil.h"
#include "write/write.h"

extern const unsigned char report_css_text[], report_js_text[];
extern const unsigned long report_css_size, report_js_size;

/* In the order of the page. */
static const struct {
    const char *id, *title;
    ReportSection *write;
} sections[] = {
    {"glance", "At a glance", report_glance},
    {"shortages", "Shortages and repairs", report_shortages},
    {"groups", "Groups", report_groups},
    {"people", "People", report_people},
    {"skills", "Skills inventory", report_skills},
    {"balance", "Balance", report_balance},
    {"network", "Links between groups", report_network},
    {"decided", "How this was decided", report_decided},
};
enum { N_SECTIONS = sizeof sections / sizeof *sections };

/* Nothing may be loaded, and of styles and scripts only these two run. */
static void add_policy(Html *page)
{
    char style[45], script[45];
    hash_sha256_base64(style, report_css_text, report_css_size);
    hash_sha256_base64(script, report_js_text, report_js_size);
    html_open(page, "meta");
    html_attr(page, "http-equiv", "Content-Security-Policy");
    html_attr(page, "content",
              arena_print(page->text.arena,
                          "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; "
                          "form-action 'none'",
                          style, script));
    html_close(page);
}

static void add_meta(Html *page, const char *name, const char *content)
{
    html_open(page, "meta");
    html_attr(page, "name", name);
    html_attr(page, "content", content);
    html_close(page);
}

/* The page's own site, or the only one there is; NULL: none. */
static const char *place_name(const Report *report)
{
    const Model *model = report->input->model;
    if (report->scope.site >= 0) return model->sites[report->scope.site].name;
    return report->scope.site == SCOPE_ALL && model->n_sites == 1 ? model->sites[0].name : NULL;
}

static void add_title(Html *page, const char *place)
{
    if (place)
        html_phrase(page, PHRASE_REPORT_TITLE, {"place", place});
    else
        html_phrase_plain(page, PHRASE_REPORT_TITLE_PLAIN);
}

static void add_head(Html *page, const Report *report)
{
    const char *place = place_name(report);
    html_open(page, "head");
    html_open(page, "meta");
    html_attr(page, "charset", "utf-8");
    html_close(page);
    add_policy(page);
    add_meta(page, "viewport", "width=device-width, initial-scale=1");
    add_meta(page, "color-scheme", "light dark");
    add_meta(page, "referrer", "no-referrer");
    html_open(page, "title");
    add_title(page, place ? svg_name(page, place) : NULL);
    html_close(page);
    html_open(page, "style");
    html_embedded(page, report_css_text, report_css_size);
    html_close(page);
    html_close(page);
}

static void add_nav(Html *page)
{
    html_open(page, "nav");
    html_attr(page, "aria-label", "Sections");
    html_open(page, "ul");
    for (int i = 0; i < N_SECTIONS; i++) {
        html_open(page, "li");
        html_open(page, "a");
        html_attr(page, "href", arena_print(page->text.arena, "#%s", sections[i].id));
        html_text(page, sections[i].title);
        html_close(page);
        html_close(page);
    }
    html_close(page);
    html_close(page);
}

static void add_header(Html *page, const Report *report)
{
    const char *place = place_name(report);
    html_raw(page, "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n");
    html_open(page, "header");
    html_open(page, "h1");
    add_title(page, place ? html_name(page, place) : NULL);
    html_close(page);
    html_open_class(page, "p", "size");
    html_phrase(page, PHRASE_REPORT_SIZE, {"staff", words_amount(report->scope.n_people, report->arena)},
                {"groups", words_amount(report->scope.n_groups, report->arena)});
    html_close(page);
    report_redacted_note(page, report);
    html_close(page);
}

static CadreStatus add_sections(Html *page, const Report *report, CadreError *err)
{
    html_open(page, "main");
    html_attr(page, "id", "main");
    for (int i = 0; i < N_SECTIONS; i++) {
        html_open(page, "section");
        html_attr(page, "id", sections[i].id);
        html_attr(page, "aria-labelledby", arena_print(page->text.arena, "%s-title", sections[i].id));
        html_open(page, "h2");
        html_attr(page, "id", arena_print(page->text.arena, "%s-title", sections[i].id));
        html_text(page, sections[i].title);
        html_close(page);
        TRY(sections[i].write(page, report, err));
        html_close(page);
    }
    html_close(page);
    return CADRE_OK;
}

static CadreStatus add_page(Html *page, const Report *report, CadreError *err)
{
    html_raw(page, "<!DOCTYPE html>\n");
    html_open(page, "html");
    html_attr(page, "lang", "en");
    add_head(page, report);
    html_open(page, "body");
    add_header(page, report);
    add_nav(page);
    TRY(add_sections(page, report, err));
    html_open(page, "script");
    html_embedded(page, report_js_text, report_js_size);
    html_close(page);
    html_close(page);
    html_close(page);
    html_raw(page, "\n");
    return CADRE_OK;
}

CadreStatus report_text(const char **text, const ReportInput *input, int site, Arena *arena, CadreError *err)
{
    Html page = {.text.arena = arena};
    ResultIndex index;
    GroupRules rules;
    SkillInventory inventory;
    TRY(result_index_make(&index, input->model, input->rows, arena, err));
    TRY(group_rules_index(&rules, input->model, arena, err));
    TRY(skill_inventory_make(&inventory, input->model, arena, err));
    Report report = {input, &index, &rules, &inventory, result_scope(&index, site), arena};
    TRY(add_page(&page, &report, err));
    return buffer_text(text, &page.text, err);
}
