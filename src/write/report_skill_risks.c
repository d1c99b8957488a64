/* Where training is needed, and what rests on one person. */
#include <stdlib.h>

#include "explain/order.h"
#include "write/report_skill_parts.h"
#include "write/report_veil.h"

enum { NEAREST = 3, GROUPS_SHOWN = 6 };

typedef struct Ranked {
    int skill, at; /* `at`: its place by name */
    int64_t rank;  /* the greatest first */
} Ranked;

static int by_rank(const void *left, const void *right)
{
    const Ranked *a = left, *b = right;
    return a->rank != b->rank ? order_of(b->rank, a->rank) : order_of(a->at, b->at);
}

/* The skills of the page of which `rank` says more than 0, the greatest first. */
static CadreStatus rank_skills(Ranked **out, int *n, const Report *report, int64_t (*rank)(const Report *, int),
                               CadreError *err)
{
    Ranked *ranked = ARENA_ARRAY(report->arena, Ranked, report->end_skill - report->first_skill + 1);
    if (!ranked) return error_no_memory(err);
    *n = 0;
    for (int at = report->first_skill; at < report->end_skill; at++) {
        Ranked one = {report->inventory->order[at], at, rank(report, report->inventory->order[at])};
        if (one.rank > 0) ranked[(*n)++] = one;
    }
    qsort(ranked, (size_t)*n, sizeof *ranked, by_rank);
    *out = ranked;
    return CADRE_OK;
}

static int64_t rank_demand(const Report *report, int skill)
{
    return skill_demand(report->inventory, report->scope.site, skill).missing;
}

static bool is_one_staff(const Report *report) { return report->scope.site != SCOPE_ALL || report->input->model->n_sites <= 1; }

static bool names_learners(const Report *report) { return is_one_staff(report) && !report_redacted(report); }

static void add_learners(Html *page, const Report *report, int skill, int below)
{
    int people[NEAREST], n = skill_learners(people, NEAREST, report->index, &report->scope, skill, below);
    html_open(page, "td");
    for (int i = 0; i < n; i++) {
        if (i > 0) html_raw(page, ", ");
        report_person_link(page, report, people[i]);
        html_raw(page, " (");
        html_number(page, model_level(report->input->model, people[i], skill));
        html_raw(page, ")");
    }
    html_close(page);
}

static void add_number(Html *page, const char *attribute, int count)
{
    html_open_class(page, "td", "number");
    html_attr_number(page, attribute, count);
    html_number(page, count);
    html_close(page);
}

/* A number of people, of which only that is told whether it is under 5. */
static void add_hidden(Html *page, int count)
{
    html_open_class(page, "td", "number");
    html_text(page, veil_count_words(count, page->text.arena));
    html_close(page);
}

static void add_missing(Html *page, const Report *report, const SkillDemand *demand)
{
    if (report_redacted(report)) { /* those asked for less those missing are those who have it */
        html_open_class(page, "td", "number short");
        html_phrase_plain(page, PHRASE_REPORT_DEMAND_SOME);
        html_close(page);
        return;
    }
    html_open_class(page, "td", "number short");
    html_attr_number(page, "data-missing", demand->missing);
    html_attr_number(page, "data-value", demand->missing);
    if (is_one_staff(report))
        html_number(page, demand->missing);
    else
        html_phrase(page, PHRASE_REPORT_DEMAND_SITES, {"n", words_amount(demand->missing, report->arena)},
                    {"sites", words_amount(demand->n_sites, report->arena)});
    html_close(page);
}

static void add_demand(Html *page, const Report *report, int skill)
{
    SkillDemand demand = skill_demand(report->inventory, report->scope.site, skill);
    const SkillCount *count = skill_count(report, skill);
    int below = demand.level > 0 ? demand.level : INVENTORY_HAVE, willing = 0;
    for (int level = 0; level < below; level++) willing += count->wanting[level + 1];
    html_open(page, "tr");
    html_attr(page, "data-skill", skill_name(report, skill));
    report_row_head(page, skill_name(report, skill));
    if (report_redacted(report))
        add_hidden(page, demand.asked);
    else
        add_number(page, "data-asked", demand.asked);
    add_missing(page, report, &demand);
    html_open_class(page, "td", "number");
    if (demand.level > 0)
        html_number(page, demand.level);
    else
        html_phrase_plain(page, PHRASE_REPORT_LEVELS_SEVERAL);
    html_close(page);
    if (report->input->model->interest_asked[skill] && report_redacted(report)) {
        add_hidden(page, willing);
    } else if (report->input->model->interest_asked[skill]) {
        add_number(page, "data-willing", willing);
    } else {
        html_open_class(page, "td", "number none");
        html_phrase_plain(page, PHRASE_REPORT_NOT_ASKED);
        html_close(page);
    }
    if (names_learners(report)) add_learners(page, report, skill, below);
    html_close(page);
}

static bool has_needs(const Report *report)
{
    for (int skill = 0; skill < report->input->model->n_skills; skill++)
        if (skill_demand(report->inventory, report->scope.site, skill).n_groups > 0) return true;
    return false;
}

CadreStatus report_skill_demands(Html *page, const Report *report, CadreError *err)
{
    static const ReportColumn columns[] = {
        {"Skill", NULL, false},    {"Asked for", NULL, false},        {"Missing", NULL, false},
        {"At level", NULL, false}, {"Want to learn it", NULL, false}, {"Nearest of these (level)", NULL, false}};
    Ranked *ranked = NULL;
    int n = 0;
    TRY(rank_skills(&ranked, &n, report, rank_demand, err));
    if (n == 0 && report->chapter == CHAPTER_SKILLS) return CADRE_OK; /* another part may have some */
    report_question(page, PHRASE_REPORT_ASK_DEMAND);
    if (n == 0) {
        report_note(page, has_needs(report) ? PHRASE_REPORT_DEMAND_NONE : PHRASE_REPORT_DEMAND_NO_NEED);
        return CADRE_OK;
    }
    report_table_open(page, "demands", "Training demand");
    report_columns(page, columns, (int)(sizeof columns / sizeof *columns) - !names_learners(report));
    html_open(page, "tbody");
    for (int i = 0; i < n; i++) add_demand(page, report, ranked[i].skill);
    html_close(page);
    report_table_close(page);
    report_note(page, PHRASE_REPORT_DEMAND_NOTE);
    return CADRE_OK;
}

/* Skills that one person only is an expert in; first those that most groups ask for. */
static int64_t rank_expert(const Report *report, int skill)
{
    if (count_experts(report, report->scope.site, skill) != 1) return 0;
    return 1 + (int64_t)skill_demand(report->inventory, report->scope.site, skill).n_groups;
}

/* The groups of the page that ask for the skill, some by name. */
static void add_groups(Html *page, const Report *report, int skill)
{
    int n = 0;
    html_open(page, "td");
    for (int key = 0; key < skill_n_keys(report->inventory, report->scope.site); key++) {
        SkillNeeds needs = skill_needs(report->inventory, report->scope.site, key, skill);
        for (int i = 0; i < needs.n; i++, n++) {
            if (n >= GROUPS_SHOWN) continue;
            if (n > 0) html_raw(page, ", ");
            report_group_link(page, report, needs.items[i].group);
        }
    }
    if (n > GROUPS_SHOWN) html_phrase(page, PHRASE_REPORT_SKILLS_MORE, {"n", words_amount(n - GROUPS_SHOWN, report->arena)});
    if (n == 0) html_phrase_plain(page, PHRASE_REPORT_SINGLE_NO_GROUP);
    html_close(page);
}

static void add_expert(Html *page, const Report *report, int skill)
{
    const SkillCount *count = skill_count(report, skill);
    html_open(page, "tr");
    html_attr(page, "data-skill", skill_name(report, skill));
    html_attr(page, "data-expert", report->input->model->staff[count->expert].key);
    report_row_head(page, skill_name(report, skill));
    html_open(page, "td");
    report_person_link(page, report, count->expert);
    html_close(page);
    add_number(page, "data-next", count->levels[skill_expert_level(report->input->model, skill)]);
    add_groups(page, report, skill);
    html_close(page);
}

static bool has_experts(const Report *report)
{
    for (int skill = 0; skill < report->input->model->n_skills; skill++)
        if (count_experts(report, report->scope.site, skill) > 0) return true;
    return false;
}

/* What is said of what rests on one person, and what a tick counts for where a skill is known by ticks alone. */
static void add_note(Html *page, const Report *report, Phrase note)
{
    const Model *model = report->input->model;
    bool any = false;
    for (int skill = 0; skill < model->n_skills; skill++) any = any || skill_expert_level(model, skill) < INVENTORY_EXPERT;
    html_open_class(page, "p", "note");
    html_phrase_plain(page, note);
    if (any) html_phrase_plain(page, PHRASE_REPORT_SINGLE_TICKS);
    html_close(page);
}

CadreStatus report_skill_experts(Html *page, const Report *report, CadreError *err)
{
    static const ReportColumn columns[] = {{"Skill", NULL, false},
                                           {"Only this person", NULL, false},
                                           {"One level below", NULL, false},
                                           {"Groups that lean on it", NULL, false}};
    Ranked *ranked = NULL;
    int n = 0;
    TRY(rank_skills(&ranked, &n, report, rank_expert, err));
    if (n == 0 && report->chapter == CHAPTER_SKILLS) return CADRE_OK;
    report_question(page, PHRASE_REPORT_ASK_SINGLE);
    if (report_redacted(report)) {
        report_note(page, PHRASE_REPORT_SINGLE_REDACTED);
        return CADRE_OK;
    }
    if (n == 0) {
        add_note(page, report, has_experts(report) ? PHRASE_REPORT_SINGLE_NONE : PHRASE_REPORT_SINGLE_NOBODY);
        return CADRE_OK;
    }
    report_table_open(page, "experts", "Skills that rest on one person");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (int i = 0; i < n; i++) add_expert(page, report, ranked[i].skill);
    html_close(page);
    report_table_close(page);
    add_note(page, report, PHRASE_REPORT_SINGLE_NOTE);
    return CADRE_OK;
}
