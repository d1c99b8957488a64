/* The skills inventory: what people can do and what they want to do. */
#include "write/report_skill_parts.h"
#include "write/report_veil.h"

enum { NAMES_SHOWN = 6, PERCENT_FROM = 1000 };

static void begin_row(Html *page, const Report *report, int skill)
{
    html_open(page, "tr");
    html_attr(page, "data-skill", skill_name(report, skill));
    report_row_head(page, skill_name(report, skill));
}

static void add_counts_attr(Html *page, const int counts[/*PROFILE_LEVELS*/])
{
    TextBuffer words = {.arena = page->text.arena};
    for (int at = 0; at < PROFILE_LEVELS; at++) buffer_print(&words, at ? " %d" : "%d", counts[at]);
    html_attr(page, "data-counts", html_words(page, &words));
}

/* In a large district figures do not fit the cells: shares of all do. */
static void shown_counts(int shown[/*PROFILE_LEVELS*/], const int counts[/*PROFILE_LEVELS*/], int staff)
{
    for (int at = 0; at < PROFILE_LEVELS; at++)
        shown[at] = staff >= PERCENT_FROM ? svg_length(counts[at], staff, 100) : counts[at];
}

/* A strip of levels or interests, or why there is none. */
static void add_strip(Html *page, const Report *report, int skill, Phrase title, const int counts[/*PROFILE_LEVELS*/],
                      bool asked)
{
    Arena *arena = report->arena;
    TextBuffer name = {.arena = arena}, desc = {.arena = arena};
    int answered = counted_from(counts, 0), shown[PROFILE_LEVELS];
    if (asked && answered > 0 && veil_hides(report->input->model, report->scope.site, counts, PROFILE_LEVELS)) {
        html_element(page, "td", veil_quarter_words(counted_from(counts, INVENTORY_HAVE), answered, arena));
        return;
    }
    html_open_class(page, "td", asked && answered > 0 ? "stripe" : "stripe none");
    if (!report_hides(report, counts[PROFILE_NO_ANSWER])) add_counts_attr(page, counts);
    if (asked && answered > 0) {
        shown_counts(shown, counts, report->inventory->staff[inventory_row(report->inventory, report->scope.site)]);
        words_add(&name, title, {"skill", svg_name(page, skill_name(report, skill))});
        words_add(&desc, PHRASE_REPORT_LEVEL_DESC, {"have", words_amount(counted_from(counts, INVENTORY_HAVE), arena)},
                  {"answered", words_amount(answered, arena)});
        for (int level = LEVEL_MAX; level >= 0; level--)
            if (counts[level + 1] > 0)
                words_add(&desc, PHRASE_REPORT_STRIP_LEVEL, {"level", words_number(level, arena)},
                          {"n", words_amount(counts[level + 1], arena)});
        words_add(&desc, PHRASE_REPORT_STRIP_NO_ANSWER, {"n", words_amount(counts[PROFILE_NO_ANSWER], arena)});
        svg_strip_chart(page, shown, INVENTORY_HAVE, html_words(page, &name), html_words(page, &desc));
    } else {
        html_phrase_plain(page, asked ? PHRASE_REPORT_NO_ANSWERS : PHRASE_REPORT_NOT_ASKED);
    }
    html_close(page);
}

static bool asks_interest(const Model *model)
{
    for (int skill = 0; skill < model->n_skills; skill++)
        if (model->interest_asked[skill]) return true;
    return false;
}

static void add_level_heads(Html *page, bool interest)
{
    html_raw(page, "<thead><tr><th scope=\"col\">Skill</th><th scope=\"col\">People at each level");
    svg_strip_head(page);
    html_raw(page, "</th>");
    if (interest) {
        html_raw(page, "<th scope=\"col\">People by interest");
        svg_strip_head(page);
        html_raw(page, "</th>");
    }
    html_raw(page, "</tr></thead>\n");
}

static void add_levels_note(Html *page, const Report *report, bool interest)
{
    html_open_class(page, "p", "note");
    html_phrase_plain(page, PHRASE_REPORT_LEVELS_NOTE);
    if (report->inventory->staff[inventory_row(report->inventory, report->scope.site)] >= PERCENT_FROM)
        html_phrase_plain(page, PHRASE_REPORT_LEVELS_PERCENT);
    if (!interest) html_phrase_plain(page, PHRASE_REPORT_INTEREST_NONE);
    if (report_redacted(report)) html_phrase_plain(page, PHRASE_REPORT_VEIL_NOTE);
    html_close(page);
}

static void add_levels(Html *page, const Report *report)
{
    const Model *model = report->input->model;
    bool interest = asks_interest(model);
    report_question(page, PHRASE_REPORT_ASK_LEVELS);
    report_table_open(page, "levels", "Levels of skill and of interest");
    add_level_heads(page, interest);
    html_open(page, "tbody");
    for (int i = report->first_skill; i < report->end_skill; i++) {
        int skill = report->inventory->order[i];
        const SkillCount *count = skill_count(report, skill);
        begin_row(page, report, skill);
        add_strip(page, report, skill, PHRASE_REPORT_LEVEL_TITLE, count->levels, true);
        if (interest)
            add_strip(page, report, skill, PHRASE_REPORT_INTEREST_TITLE, count->interests, model->interest_asked[skill]);
        html_close(page);
    }
    html_close(page);
    report_table_close(page);
    add_levels_note(page, report, interest);
}

static void add_size(Html *page, const Report *report)
{
    const SkillInventory *inventory = report->inventory;
    int row = inventory_row(inventory, report->scope.site);
    html_open(page, "p");
    html_phrase(page, PHRASE_REPORT_SKILLS_SIZE, {"n", words_amount(report->input->model->n_skills, report->arena)},
                {"staff", report_hides(report, inventory->staff[row]) ? veil_count_words(inventory->staff[row], report->arena)
                                                                      : words_amount(inventory->staff[row], report->arena)});
    if (report->input->model->asked_by_ticks) html_phrase_plain(page, PHRASE_REPORT_SKILLS_TICKS);
    if (report->input->model->asked_by_grid) html_phrase_plain(page, PHRASE_REPORT_SKILLS_GRID);
    if (inventory->away[row] > 0 && !report_hides(report, inventory->away[row]))
        html_phrase(page, PHRASE_REPORT_SKILLS_AWAY, {"n", words_amount(inventory->away[row], report->arena)});
    html_close(page);
}

typedef bool SkillTest(const Report *report, const SkillMap *map, int skill, int place);

static bool in_place(const Report *report, const SkillMap *map, int skill, int place)
{
    (void)report;
    return map->skills[skill].place == (SkillPlace)place;
}
static bool in_demand(const Report *report, const SkillMap *map, int skill, int place)
{
    (void)map;
    (void)place;
    return skill_demand(report->inventory, report->scope.site, skill).missing > 0;
}
static bool on_one(const Report *report, const SkillMap *map, int skill, int place)
{
    (void)map;
    (void)place;
    return !report_redacted(report) && count_experts(report, report->scope.site, skill) == 1 &&
           skill_demand(report->inventory, report->scope.site, skill).n_groups > 0;
}
static bool is_silent(const Report *report, const SkillMap *map, int skill, int place)
{
    (void)place;
    return map->skills[skill].have < 0 && counted_from(skill_count(report, skill)->interests, 0) == 0;
}

/* A sentence that names the skills of which `test` holds; none where it holds of none. */
static void add_told(Html *page, const Report *report, const SkillMap *map, Phrase phrase, SkillTest *test, int place)
{
    NameList list = {.most = NAMES_SHOWN};
    for (int i = 0; i < report->input->model->n_skills; i++) {
        int skill = report->inventory->order[i];
        if (test(report, map, skill, place)) report_list_add(page, &list, skill_name(report, skill));
    }
    if (list.n == 0) return;
    html_open(page, "li");
    html_phrase(page, phrase, {"n", words_amount(list.n, report->arena)}, {"skills", report_list_words(page, &list)});
    html_close(page);
}

/* What is told of all skills together. */
static void add_whole(Html *page, const Report *report, const SkillMap *map)
{
    add_size(page, report);
    html_open_class(page, "ul", "told");
    add_told(page, report, map, PHRASE_REPORT_SKILLS_STRENGTH, in_place, PLACE_STRENGTH);
    add_told(page, report, map, PHRASE_REPORT_SKILLS_PASSION, in_place, PLACE_PASSION);
    add_told(page, report, map, PHRASE_REPORT_SKILLS_RESERVE, in_place, PLACE_RESERVE);
    add_told(page, report, map, PHRASE_REPORT_SKILLS_DEMAND, in_demand, 0);
    add_told(page, report, map, PHRASE_REPORT_SKILLS_SINGLE, on_one, 0);
    add_told(page, report, map, PHRASE_REPORT_SKILLS_SILENT, is_silent, 0);
    html_close(page);
}

CadreStatus report_skills(Html *page, const Report *report, CadreError *err)
{
    SkillMap map;
    bool is_part = report->chapter == CHAPTER_SKILLS, lists = report->first_skill < report->end_skill;
    if (report->input->model->n_skills == 0) {
        html_open(page, "p");
        html_phrase_plain(page, PHRASE_REPORT_SKILLS_NONE);
        html_close(page);
        return CADRE_OK;
    }
    TRY(skill_map_make(&map, report->inventory, report->scope.site, report->arena, err));
    if (!is_part) add_whole(page, report, &map);
    if (lists) add_levels(page, report);
    if (!is_part) report_skill_map(page, report, &map);
    if (lists) report_skill_table(page, report, &map);
    if (!lists) return CADRE_OK;
    TRY(report_skill_demands(page, report, err));
    TRY(report_skill_experts(page, report, err));
    return report_skill_sites(page, report, err);
}
