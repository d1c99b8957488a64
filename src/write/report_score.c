/* What the points count, and one leader's points worked out again, in words and figures. */
#include "explain/score_example.h"
#include "write/report_section.h"

static const Phrase part_names[SCORE_PARTS] = {PHRASE_REPORT_PART_FIT, PHRASE_REPORT_PART_INTEREST, PHRASE_REPORT_PART_GROWTH,
                                               PHRASE_REPORT_PART_CONTINUITY};

static const char *amount(Html *page, int64_t n) { return words_amount(n, page->text.arena); }

static void add_part_name(Html *page, ScorePart part)
{
    html_open(page, "th");
    html_attr(page, "scope", "row");
    html_phrase_plain(page, part_names[part]);
    html_close(page);
}

/* Tenths of one per cent: "52.6", "50". */
static const char *share_words(Html *page, int tenths)
{
    return tenths % 10 ? arena_print(page->text.arena, "%d.%d", tenths / 10, tenths % 10) : amount(page, tenths / 10);
}

static void add_weight(Html *page, const ScoreWeights *weights, ScorePart part)
{
    enum { LENGTH = 110, HEIGHT = 12 };
    int share = weights->counts[part] ? score_share(weights->weight[part], weights->sum) : 0;
    html_open_class(page, "td", weights->counts[part] ? "weight" : "none");
    html_attr_number(page, "data-value", share);
    if (weights->counts[part]) {
        svg_mark(page, "loadbar", LENGTH, HEIGHT);
        svg_bar(page, 0, 1, LENGTH, HEIGHT - 2, share, 1000);
        svg_end(page);
        html_raw(page, " ");
        html_phrase(page, PHRASE_REPORT_WEIGHT, {"n", share_words(page, share)});
    } else {
        html_phrase_plain(page, PHRASE_REPORT_SHARE_NONE);
    }
    html_close(page);
}

static void add_weights(Html *page, const Report *report)
{
    static const Phrase meanings[SCORE_PARTS] = {PHRASE_REPORT_PART_FIT_MEANS, PHRASE_REPORT_PART_INTEREST_MEANS,
                                                 PHRASE_REPORT_PART_GROWTH_MEANS, PHRASE_REPORT_PART_CONTINUITY_MEANS};
    static const ReportColumn columns[] = {{"Part", NULL, false}, {"Weight", NULL, false}, {"What it counts", NULL, false}};
    ScoreWeights weights = score_weights(report->input->model);
    report_question(page, PHRASE_REPORT_SCORE);
    report_table_open(page, "weights", "The parts of the points");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (ScorePart part = 0; part < SCORE_PARTS; part++) {
        html_open(page, "tr");
        add_part_name(page, part);
        add_weight(page, &weights, part);
        html_open(page, "td");
        html_phrase_plain(page, meanings[part]);
        html_close(page);
        html_close(page);
    }
    html_close(page);
    report_table_close(page);
    html_open_class(page, "p", "note");
    html_phrase_plain(page, PHRASE_REPORT_NO_RANK);
    html_close(page);
}

static void add_level(Html *page, const Model *model, const AssignmentRow *row, const Target *target)
{
    int level = model_level(model, row->person, target->skill);
    Phrase phrase = level < 0            ? PHRASE_REPORT_EXAMPLE_SKILL_NONE
                    : target->weight > 1 ? PHRASE_REPORT_EXAMPLE_SKILL_WEIGHT
                                         : PHRASE_REPORT_EXAMPLE_SKILL;
    html_open(page, "li");
    int reached = level < target->level ? level : target->level;
    html_phrase(page, phrase, {"skill", html_name(page, names_get(model->skills, target->skill))},
                {"level", amount(page, level)}, {"wanted", amount(page, target->level)},
                {"weight", amount(page, target->weight)}, {"have", amount(page, target->weight * reached)},
                {"full", amount(page, target->weight * target->level)});
    html_close(page);
}

/* The lines of an example that there is no room for, still counted in its sums. */
static void add_more(Html *page, int n)
{
    if (n <= 0) return;
    html_open(page, "li");
    html_phrase(page, PHRASE_REPORT_EXAMPLE_MORE, {"n", amount(page, n)});
    html_close(page);
}

static void add_levels(Html *page, const Model *model, const AssignmentRow *row)
{
    const Role *role = &model->roles[row->role];
    int from = page->text.bytes.n, i = role->first_target, end = role->first_target + role->n_targets;
    for (; i < end && !report_list_full(page, from); i++) add_level(page, model, row, &model->targets[i]);
    add_more(page, end - i);
}

static void add_interest(Html *page, const ScoreExample *example)
{
    static const Phrase phrases[] = {
        [INTEREST_NONE] = PHRASE_REPORT_EXAMPLE_NO_INTEREST, [INTEREST_PREFERRED] = PHRASE_REPORT_EXAMPLE_PREFERRED,
        [INTEREST_RATED] = PHRASE_REPORT_EXAMPLE_RATED,      [INTEREST_CHOSE] = PHRASE_REPORT_EXAMPLE_CHOSE,
        [INTEREST_SKILL] = PHRASE_REPORT_EXAMPLE_SKILLS,
    };
    const ExamplePart *part = &example->parts[PART_INTEREST];
    html_open(page, "li");
    html_phrase(page, phrases[example->interest], {"have", amount(page, part->have)}, {"full", amount(page, part->full)});
    html_close(page);
}

static void add_learning(Html *page, const Model *model, const ScoreExample *example)
{
    const AssignmentRow *row = example->row;
    const Role *role = &model->roles[row->role];
    int from = page->text.bytes.n, more = 0;
    for (int i = role->first_target; i < role->first_target + role->n_targets; i++) {
        const Target *target = &model->targets[i];
        int level = model_level(model, row->person, target->skill),
            interest = model_interest(model, row->person, target->skill);
        int steps = target->level - (level > 0 ? level : 0);
        if (steps <= 0 || interest <= 0) continue;
        if (report_list_full(page, from)) {
            more++;
            continue;
        }
        html_open(page, "li");
        html_phrase(page, target->weight > 1 ? PHRASE_REPORT_EXAMPLE_LEARN_WEIGHT : PHRASE_REPORT_EXAMPLE_LEARN,
                    {"skill", html_name(page, names_get(model->skills, target->skill))}, {"steps", amount(page, steps)},
                    {"interest", amount(page, interest)}, {"weight", amount(page, target->weight)},
                    {"have", amount(page, target->weight * steps * interest)});
        html_close(page);
    }
    add_more(page, more);
    if (example->parts[PART_GROWTH].have > 0) return;
    html_open(page, "li");
    html_phrase_plain(page, PHRASE_REPORT_EXAMPLE_LEARN_NONE);
    html_close(page);
}

static void add_last_time(Html *page, int value)
{
    html_open(page, "li");
    html_phrase_plain(page, value == POINTS_MAX ? PHRASE_REPORT_EXAMPLE_LAST_SAME
                            : value > 0         ? PHRASE_REPORT_EXAMPLE_LAST_GROUP
                                                : PHRASE_REPORT_EXAMPLE_LAST_NONE);
    html_close(page);
}

static void add_facts(Html *page, const Report *report, const ScoreExample *example, ScorePart which)
{
    const ExamplePart *part = &example->parts[which];
    html_open(page, "ul");
    if (which == PART_FIT) add_levels(page, report->input->model, example->row);
    if (which == PART_INTEREST) add_interest(page, example);
    if (which == PART_GROWTH) add_learning(page, report->input->model, example);
    if (which == PART_CONTINUITY) add_last_time(page, part->value);
    html_close(page);
    bool needs_figures = which == PART_FIT || which == PART_GROWTH || (which == PART_INTEREST && part->full > 1);
    if (!needs_figures || part->have == 0) return;
    html_open_class(page, "span", "sum");
    html_phrase(page, which == PART_INTEREST ? PHRASE_REPORT_EXAMPLE_FRACTION : PHRASE_REPORT_EXAMPLE_FRACTION_ALL,
                {"have", amount(page, part->have)}, {"full", amount(page, part->full)}, {"value", amount(page, part->value)});
    html_close(page);
}

static void add_part(Html *page, const Report *report, const ScoreExample *example, ScorePart which)
{
    const ExamplePart *part = &example->parts[which];
    html_open(page, "tr");
    add_part_name(page, which);
    html_open(page, "td");
    if (part->value < 0)
        html_phrase_plain(page, which == PART_CONTINUITY ? PHRASE_REPORT_SHARE_NONE : PHRASE_REPORT_EXAMPLE_LEFT_OUT);
    else
        add_facts(page, report, example, which);
    html_close(page);
    html_open_class(page, "td", "number");
    html_attr_number(page, "data-value", part->value);
    if (part->value >= 0) html_number(page, part->value);
    html_close(page);
    html_open_class(page, "td", "number");
    if (part->value >= 0) html_number(page, part->weight);
    html_close(page);
    html_close(page);
}

/* "50 x 800 + 35 x 1,000", of the parts that add something. */
static const char *terms(Html *page, const ScoreExample *example)
{
    TextBuffer text = {.arena = page->text.arena};
    for (ScorePart which = 0; which < SCORE_PARTS; which++) {
        const ExamplePart *part = &example->parts[which];
        if (part->value < 0 || part->weight == 0) continue;
        buffer_print(&text, "%s%d × %s", text.bytes.n ? " + " : "", part->weight, amount(page, part->value));
    }
    return html_words(page, &text);
}

static void add_sum(Html *page, const Report *report, const ScoreExample *example)
{
    const Role *role = &report->input->model->roles[example->row->role];
    html_open_class(page, "p", "sum");
    html_attr_number(page, "data-value", example->row->points);
    if (example->weight > 0)
        html_phrase(page, example->exact ? PHRASE_REPORT_EXAMPLE_SUM : PHRASE_REPORT_EXAMPLE_SUM_ROUNDED,
                    {"terms", terms(page, example)}, {"weight", amount(page, example->weight)},
                    {"points", amount(page, example->row->points)});
    html_raw(page, " ");
    html_phrase(page, PHRASE_REPORT_EXAMPLE_COUNTS, {"weight", amount(page, role->weight)},
                {"n", amount(page, (int64_t)role->weight * example->row->points)});
    html_close(page);
}

static void add_example(Html *page, const Report *report, const ScoreExample *example)
{
    static const ReportColumn columns[] = {
        {"Part", NULL, false}, {"What they bring", NULL, false}, {"Of 1,000", NULL, false}, {"Weight", NULL, false}};
    const Model *model = report->input->model;
    const Role *role = &model->roles[example->row->role];
    html_open(page, "h3");
    html_phrase(page, PHRASE_REPORT_EXAMPLE_HEAD, {"person", html_name(page, index_label(report->index, example->row->person))},
                {"role", html_name(page, role->name)}, {"group", html_name(page, model->groups[role->group].name)});
    html_close(page);
    html_open_class(page, "p", "question");
    html_phrase(page, PHRASE_REPORT_EXAMPLE_ASK, {"points", amount(page, example->row->points)});
    html_close(page);
    report_table_open(page, "example", "One assignment's points, part by part");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (ScorePart which = 0; which < SCORE_PARTS; which++) add_part(page, report, example, which);
    html_close(page);
    report_table_close(page);
    add_sum(page, report, example);
}

void report_score(Html *page, const Report *report)
{
    ScoreExample example;
    html_open_class(page, "article", "card");
    html_open(page, "h3");
    html_phrase_plain(page, PHRASE_REPORT_SCORE_HEAD);
    html_close(page);
    add_weights(page, report);
    html_close(page);
    if (!score_example_choose(&example, report->index, &report->scope)) return;
    html_open_class(page, "article", "card");
    add_example(page, report, &example);
    html_close(page);
}
