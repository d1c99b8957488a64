/* How this was decided: what the points count, what the total is made of and what is proved of it, the rules, the settings, who
 * was heard, and the files it was made from. */
#include "explain/proof_words.h"
#include "explain/settings_told.h"
#include "write/report_inputs.h"
#include "write/report_left_out.h"
#include "write/write.h"

static const char *amount(const Report *report, int64_t n) { return words_amount(n, report->arena); }

static void open_card(Html *page, Phrase heading)
{
    html_open_class(page, "article", "card");
    html_open(page, "h3");
    html_phrase_plain(page, heading);
    html_close(page);
}

static void add_plain(Html *page, const char *element, Phrase phrase)
{
    html_open(page, element);
    html_phrase_plain(page, phrase);
    html_close(page);
}

/* What something better could add at most, where that is not proved to be nothing. */
static void add_room(Html *page, const Report *report)
{
    const SolveOutcome *outcome = report->input->outcome;
    int64_t room = outcome->bound - objective_value(outcome->parts), points = outcome->parts.points;
    if (room <= 0 || points <= 0) return;
    int64_t hundredths = room > points ? -1 : (10000 * room + points - 1) / points; /* rounded up: no more than that */
    if (hundredths < 0) return;
    html_open(page, "p");
    html_attr_number(page, "data-room", room);
    html_phrase(page, PHRASE_REPORT_PROOF_ROOM, {"n", amount(report, room)},
                {"share", arena_print(report->arena, "%d.%02d", (int)(hundredths / 100), (int)(hundredths % 100))});
    html_close(page);
}

static void add_proof(Html *page, const Report *report)
{
    const SolveOutcome *outcome = report->input->outcome;
    TextBuffer words = {.arena = report->arena};
    proof_words(&words, outcome, mending_limits(report->input->rows->mending));
    open_card(page, PHRASE_REPORT_PROOF_HEAD);
    html_open_class(page, "p", proof_is_whole(outcome) ? "verdict proved" : "verdict unproved");
    html_text(page, html_words(page, &words));
    html_close(page);
    add_room(page, report);
    if (outcome->floor >= 0) {
        html_open(page, "p");
        html_phrase(page, PHRASE_REPORT_PROOF_FLOOR, {"n", amount(report, outcome->floor)});
        html_close(page);
    }
    add_plain(page, "p", PHRASE_REPORT_PROOF_HOW);
    add_plain(page, "p", PHRASE_REPORT_PROOF_JUDGE);
    html_close(page);
}

static void add_total_row(Html *page, const char *class_name, const char *name, int64_t value)
{
    html_open_class(page, "tr", class_name);
    html_open(page, "th");
    html_attr(page, "scope", "row");
    html_text(page, name);
    html_close(page);
    html_open_class(page, "td", "number");
    html_attr_number(page, "data-value", value);
    html_text(page, value < 0 ? arena_print(page->text.arena, "−%s", words_amount(-value, page->text.arena))
                              : words_amount(value, page->text.arena));
    html_close(page);
    html_close(page);
}

static void add_total(Html *page, const Report *report)
{
    static const ReportColumn columns[] = {{"What", NULL, false}, {"Points", NULL, false}};
    const ObjectiveParts *parts = &report->input->outcome->parts;
    open_card(page, PHRASE_REPORT_TOTAL_HEAD);
    report_table_open(page, "total", "The total and its parts");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    add_total_row(page, "part", "Points of everyone in their roles, times the roles' weights", parts->points);
    add_total_row(page, "part", "First roles of those who answered", parts->everyone);
    add_total_row(page, "part", "Second and further roles of one person", -parts->extra_load);
    add_total_row(page, "part", "Shortages", -parts->shortages);
    add_total_row(page, "whole", "Total", objective_value(*parts));
    html_close(page);
    report_table_close(page);
    if (parts->shortages > 0) add_plain(page, "p", PHRASE_REPORT_TOTAL_SHORT);
    if (report->scope.site != SCOPE_ALL) add_plain(page, "p", PHRASE_REPORT_TOTAL_ALL_SITES);
    html_close(page);
}

static int count_pins(const Model *model, PinRule rule)
{
    int n = 0;
    for (int i = 0; i < model->n_pins; i++) n += model->pins[i].rule == rule;
    return n;
}

static void add_counted(Html *page, const Report *report, Phrase phrase, int64_t n)
{
    html_open(page, "li");
    html_attr_number(page, "data-value", n);
    html_phrase(page, phrase, {"n", amount(report, n)}, {"most", amount(report, report->input->model->settings.max_changes)});
    html_close(page);
}

static void add_rules_of_plan(Html *page, const Report *report)
{
    const Model *model = report->input->model;
    int must = count_pins(model, PIN_MUST), never = count_pins(model, PIN_NEVER);
    int64_t changes = report->input->outcome->changes;
    bool limited = model->settings.max_changes != NO_LIMIT;
    if (must > 0) add_counted(page, report, PHRASE_REPORT_RULE_MUST, must);
    if (never > 0) add_counted(page, report, PHRASE_REPORT_RULE_NEVER, never);
    if (model->n_pairs > 0) add_plain(page, "li", PHRASE_REPORT_RULE_PAIRS);
    if (changes >= 0)
        add_counted(page, report, limited ? PHRASE_REPORT_RULE_CHANGES_LIMIT : PHRASE_REPORT_RULE_CHANGES, changes);
}

static void add_rules(Html *page, const Report *report)
{
    open_card(page, PHRASE_REPORT_RULES_HEAD);
    add_plain(page, "p", PHRASE_REPORT_RULES);
    html_open_class(page, "ul", "told");
    add_plain(page, "li", PHRASE_REPORT_RULE_OPEN);
    add_plain(page, "li", PHRASE_REPORT_RULE_LIMITS);
    add_plain(page, "li", PHRASE_REPORT_RULE_ONE);
    if (report->input->model->n_slots > 0) add_plain(page, "li", PHRASE_REPORT_RULE_SLOTS);
    add_plain(page, "li", PHRASE_REPORT_RULE_SIZES);
    add_rules_of_plan(page, report);
    html_close(page);
    html_open(page, "p");
    html_phrase(page, report->scope.n_shortages > 0 ? PHRASE_REPORT_RULES_SHORT : PHRASE_REPORT_RULES_MET,
                {"n", amount(report, report->scope.n_shortages)});
    html_close(page);
    html_close(page);
}

static void add_setting(Html *page, const SettingTold *told)
{
    html_open(page, "li");
    html_attr(page, "data-setting", told->name);
    html_text(page, told->words);
    if (told->standard) {
        html_raw(page, " ");
        html_open_class(page, "span", "changed");
        html_phrase(page, PHRASE_REPORT_SETTING_CHANGED, {"standard", told->standard});
        html_close(page);
    }
    html_close(page);
}

static CadreStatus add_settings(Html *page, const Report *report, CadreError *err)
{
    SettingTold told[SETTINGS_TOLD_MOST];
    int n, changed = 0;
    TRY(settings_told(told, &n, report->input->model, report->arena, err));
    for (int i = 0; i < n; i++) changed += told[i].standard != NULL;
    open_card(page, PHRASE_REPORT_SETTINGS_HEAD);
    html_open(page, "p");
    html_phrase(page, changed > 0 ? PHRASE_REPORT_SETTINGS_CHANGED : PHRASE_REPORT_SETTINGS_SAME,
                {"n", amount(report, changed)});
    html_close(page);
    html_open_class(page, "ul", "told");
    for (int i = 0; i < n; i++) add_setting(page, &told[i]);
    html_close(page);
    html_close(page);
    return CADRE_OK;
}

CadreStatus report_decided(Html *page, const Report *report, CadreError *err)
{
    html_open_class(page, "p", "opening");
    html_phrase_plain(page, PHRASE_REPORT_DECIDED);
    html_close(page);
    html_open_class(page, "div", "cards decided");
    report_score(page, report);
    add_proof(page, report);
    add_total(page, report);
    add_rules(page, report);
    TRY(add_settings(page, report, err));
    html_close(page);
    TRY(report_left_out(page, report, err));
    TRY(report_inputs(page, report, err));
    html_open_class(page, "p", "note");
    html_phrase(page, PHRASE_REPORT_MADE_BY, {"version", CADRE_VERSION});
    html_close(page);
    return CADRE_OK;
}
