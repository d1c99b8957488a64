/* The page around its sections. */
#include "write/report.h"

#include <string.h>

#include "write/page_shell.h"
#include "write/report_section.h"
#include "write/report_veil.h"
#include "write/write.h"

/* In the order of the page. */
typedef struct Section {
    const char *id, *title, *title_of_index;
    ReportSection *write;
    int chapter; /* WHOLE_PLACE: it is none, and never divided */
    bool begins; /* on the page itself also where what it lists is told in parts */
} Section;
static const Section sections[] = {
    {"glance", "At a glance", NULL, report_glance, WHOLE_PLACE, false},
    {"changes", "What changes", NULL, report_changes, WHOLE_PLACE, false}, /* of a result that is mended */
    {"sites", NULL, "Sites", report_sites, CHAPTER_SITES, false},
    {"shortages", "Shortages and repairs", NULL, report_shortages, CHAPTER_SHORTAGES, false},
    {"groups", "Groups", "Groups open to all", report_groups, CHAPTER_GROUPS, false},
    {"people", "People", "People without a site", report_people, CHAPTER_PEOPLE, false},
    {"skills", "Skills inventory", NULL, report_skills, CHAPTER_SKILLS, true},
    {"balance", "Balance", NULL, report_balance, WHOLE_PLACE, false},
    {"network", "Links between groups", NULL, report_network, WHOLE_PLACE, false},
    {"decided", "How this was decided", NULL, report_decided, WHOLE_PLACE, false},
};
enum { N_SECTIONS = sizeof sections / sizeof *sections };

/* NULL: the page has no such section. An index has only what is told of no site. */
static const char *section_title(const Report *report, const Section *section)
{
    const ReportPlace *place = report->place;
    bool is_own = report->chapter == WHOLE_PLACE || section->chapter == report->chapter;
    if (!is_own || (section->write == report_changes && !report->input->rows->mending)) return NULL;
    if (!place->is_index) return section->title;
    if (section->chapter == CHAPTER_GROUPS || section->chapter == CHAPTER_PEOPLE)
        return place_entries(place, section->chapter) > 0 ? section->title_of_index : NULL;
    return section->title_of_index ? section->title_of_index : section->title;
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

static void add_way(Html *page, const char *href, const char *words)
{
    html_open(page, "li");
    html_open(page, "a");
    html_attr(page, "href", href);
    html_text(page, words);
    html_close(page);
    html_close(page);
}

/* From a part back to its page and on to its neighbours. */
static void add_part_ways(Html *page, const Report *report)
{
    const ReportPlace *place = report->place;
    int chapter = report->chapter;
    add_way(page, report_way(report, place, WHOLE_PLACE, 0), "Back to the whole");
    if (report->part > 0) add_way(page, report_way(report, place, chapter, report->part - 1), "Part before");
    if (report->part + 1 < place_parts(place, chapter))
        add_way(page, report_way(report, place, chapter, report->part + 1), "Next part");
}

static void add_nav(Html *page, const Report *report)
{
    html_open(page, "nav");
    html_attr(page, "aria-label", "Sections");
    html_open(page, "ul");
    if (*report->place->name) add_way(page, report_way(report, &report->book->places[0], WHOLE_PLACE, 0), "All sites");
    if (report->chapter != WHOLE_PLACE) add_part_ways(page, report);
    for (int i = 0; i < N_SECTIONS && report->chapter == WHOLE_PLACE; i++) {
        const char *title = section_title(report, &sections[i]);
        if (title) add_way(page, arena_print(page->text.arena, "#%s", sections[i].id), title);
    }
    html_close(page);
    html_close(page);
}

static void add_header(Html *page, const Report *report)
{
    const char *place = place_name(report);
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

static void open_section(Html *page, const Report *report, const Section *section)
{
    Arena *arena = page->text.arena;
    html_open(page, "section");
    html_attr(page, "id", section->id);
    html_attr(page, "aria-labelledby", arena_print(arena, "%s-title", section->id));
    html_open(page, "h2");
    html_attr(page, "id", arena_print(arena, "%s-title", section->id));
    html_text(page, section_title(report, section));
    if (report->chapter != WHOLE_PLACE)
        html_phrase(page, PHRASE_REPORT_PART_OF, {"part", words_number(report->part + 1, arena)},
                    {"parts", words_number(place_parts(report->place, report->chapter), arena)});
    html_close(page);
}

static CadreStatus add_section(Html *page, const Report *report, const Section *section, CadreError *err)
{
    open_section(page, report, section);
    bool is_apart =
        report->chapter == WHOLE_PLACE && section->chapter != WHOLE_PLACE && place_parts(report->place, section->chapter) > 0;
    if (!is_apart || section->begins) TRY(section->write(page, report, err));
    if (is_apart) report_parts(page, report, section->chapter);
    html_close(page);
    return CADRE_OK;
}

static CadreStatus add_sections(Html *page, size_t bytes[/*CHAPTERS*/], const Report *report, CadreError *err)
{
    int site = report->place->site;
    html_open(page, "main");
    html_attr(page, "id", "main");
    if (site >= 0) html_attr(page, "data-site", report->input->model->sites[site].name);
    if (report->place->is_index) html_attr(page, "data-index", "sites");
    for (int i = 0; i < N_SECTIONS; i++) {
        int before = page->text.bytes.n;
        if (!section_title(report, &sections[i])) continue;
        TRY(add_section(page, report, &sections[i], err));
        if (bytes && sections[i].chapter != WHOLE_PLACE) bytes[sections[i].chapter] = (size_t)(page->text.bytes.n - before);
    }
    html_close(page);
    return CADRE_OK;
}

/* A page in the folder of pages says which of them it is. */
static const char *mark_of(const Report *report)
{
    static const char folder[] = REPORT_FOLDER "/";
    const char *file = report_file(report->place, report->chapter, report->part, report->arena);
    return file && strncmp(file, folder, sizeof folder - 1) == 0 ? file + sizeof folder - 1 : NULL;
}

static CadreStatus add_page(Html *page, size_t bytes[/*CHAPTERS*/], const Report *report, CadreError *err)
{
    const char *place = place_name(report);
    TextBuffer title = {.arena = page->text.arena};
    if (place)
        words_add(&title, PHRASE_REPORT_TITLE, {"place", svg_name(page, place)});
    else
        words_add_plain(&title, PHRASE_REPORT_TITLE_PLAIN);
    shell_begin(page, html_words(page, &title), mark_of(report));
    add_header(page, report);
    add_nav(page, report);
    TRY(add_sections(page, bytes, report, err));
    shell_end(page);
    return CADRE_OK;
}

CadreStatus report_sources_make(ReportSources *out, const ReportInput *input, Arena *arena, CadreError *err)
{
    TRY(result_index_make(&out->index, input->model, input->rows, arena, err));
    TRY(group_rules_index(&out->rules, input->model, arena, err));
    return skill_inventory_make(&out->inventory, input->model, arena, err);
}

/* Of the chapter's entries those of one part; of the others none. */
static ResultScope listed_in(const ReportPlace *place, int chapter, int part)
{
    ResultScope listed = place->listed;
    if (chapter == WHOLE_PLACE) return listed;
    int each = place->n_each[chapter], from = part * each, left = place_entries(place, chapter) - from;
    int n = left < each ? left : each;
    listed.groups += chapter == CHAPTER_GROUPS ? from : 0;
    listed.people += chapter == CHAPTER_PEOPLE ? from : 0;
    listed.shortages += chapter == CHAPTER_SHORTAGES ? from : 0;
    listed.n_groups = chapter == CHAPTER_GROUPS ? n : 0;
    listed.n_people = chapter == CHAPTER_PEOPLE ? n : 0;
    listed.n_shortages = chapter == CHAPTER_SHORTAGES ? n : 0;
    return listed;
}

/* Of the inventory's skills those of one part, all where it is not divided; on the page of a divided one none. */
static void list_skills(Report *report)
{
    const ReportPlace *place = report->place;
    int each = place->n_each[CHAPTER_SKILLS];
    if (each == 0) report->end_skill = place->n_skills;
    if (each == 0 || report->chapter != CHAPTER_SKILLS) return;
    report->first_skill = report->part * each;
    report->end_skill = report->first_skill + each < place->n_skills ? report->first_skill + each : place->n_skills;
}

CadreStatus report_page(const char **text, size_t bytes[/*CHAPTERS*/], const ReportInput *input, const ReportSources *sources,
                        const ReportBook *book, const ReportPlace *place, int chapter, int part, Arena *arena, CadreError *err)
{
    Html page = {.text.arena = arena};
    ResultIndex index = sources->index; /* labels are made in the page's own memory: pages are made side by side */
    index.labels.arena = arena;
    Report report = {.input = input,
                     .index = &index,
                     .rules = &sources->rules,
                     .inventory = &sources->inventory,
                     .book = book,
                     .place = place,
                     .chapter = chapter,
                     .part = part,
                     .scope = place->scope,
                     .listed = listed_in(place, chapter, part),
                     .arena = arena};
    list_skills(&report);
    TRY(add_page(&page, bytes, &report, err));
    return buffer_text(text, &page.text, err);
}

CadreStatus report_text(const char **text, const ReportInput *input, int site, Arena *arena, CadreError *err)
{
    ReportSources sources;
    ReportBook book;
    TRY(report_sources_make(&sources, input, arena, err));
    TRY(report_book_whole(&book, &sources.index, site, arena, err));
    return report_page(text, NULL, input, &sources, &book, &book.places[0], WHOLE_PLACE, 0, arena, err);
}
