#include "write/report_group_needs.h"

#include "write/report_figures.h"

static const char *number(const Report *report, int amount) { return words_amount(amount, report->arena); }

static void add_strip(Html *page, const Report *report, const GroupSkill *of)
{
    TextBuffer title = {.arena = report->arena}, desc = {.arena = report->arena};
    words_add(&title, PHRASE_REPORT_STRIP_TITLE, {"skill", svg_name(page, names_get(report->input->model->skills, of->skill))});
    words_add(&desc, PHRASE_REPORT_STRIP_DESC, {"have", number(report, of->have)}, {"members", number(report, of->members)},
              {"level", number(report, of->level)});
    for (int level = LEVEL_MAX; level >= 0; level--)
        if (of->counts[level + 1] > 0)
            words_add(&desc, PHRASE_REPORT_STRIP_LEVEL, {"level", number(report, level)},
                      {"n", number(report, of->counts[level + 1])});
    if (of->counts[PROFILE_NO_ANSWER] > 0)
        words_add(&desc, PHRASE_REPORT_STRIP_NO_ANSWER, {"n", number(report, of->counts[PROFILE_NO_ANSWER])});
    svg_strip_chart(page, of->counts, of->level, html_words(page, &title), html_words(page, &desc));
}

/* The roles that ask, by name, where others of the group with members do not. */
static void add_roles(Html *page, const Report *report, int group, const GroupSkill *of)
{
    enum { ROLES_SHOWN = 6 };
    const Model *model = report->input->model;
    const Group *at = &model->groups[group];
    NameList list = {.most = ROLES_SHOWN};
    int silent = 0;
    for (int role = at->first_role; role < at->first_role + at->n_roles; role++) {
        bool asks = group_skill_asks(model, of, role);
        if (asks && (of->role >= 0 || buckets_count(&report->index->by_role, role) > 0))
            report_list_add(page, &list, model->roles[role].name);
        silent += !asks && buckets_count(&report->index->by_role, role) > 0;
    }
    if (list.n > 0 && (of->role >= 0 || silent > 0))
        html_phrase(page, PHRASE_REPORT_SKILL_ROLE, {"role", report_list_words(page, &list)});
}

/* How many reach the level, of how many or how many were asked for, and what is short. */
static void add_reach(Html *page, const Report *report, int group, const GroupSkill *of)
{
    const char *have = number(report, of->have), *level = number(report, of->level);
    if (of->people > 0)
        html_phrase(page, PHRASE_REPORT_SKILL_ASKED, {"have", have}, {"level", level}, {"people", number(report, of->people)});
    else
        html_phrase(page, PHRASE_REPORT_SKILL_HAVE, {"have", have}, {"level", level}, {"members", number(report, of->members)});
    add_roles(page, report, group, of);
    if (of->have >= of->people) return;
    html_raw(page, " <span class=\"short\">");
    html_phrase(page, PHRASE_REPORT_SKILL_SHORT, {"n", number(report, of->people - of->have)});
    html_raw(page, "</span>");
}

static void add_skill(Html *page, const Report *report, int group, const GroupSkill *of)
{
    html_open(page, "tr");
    html_open(page, "th");
    html_attr(page, "scope", "row");
    html_user(page, names_get(report->input->model->skills, of->skill));
    html_open_class(page, "span", "reach");
    add_reach(page, report, group, of);
    html_close(page);
    html_close(page);
    html_open(page, "td");
    add_strip(page, report, of);
    html_close(page);
    html_close(page);
}

/* What is not shown for want of room. */
static void add_more_needs(Html *page, const Report *report, int n)
{
    if (n <= 0) return;
    html_open_class(page, "p", "note");
    html_phrase(page, PHRASE_REPORT_NEEDS_MORE, {"n", number(report, n)});
    html_close(page);
}

static void add_skills(Html *page, const Report *report, int group, const GroupProfile *profile)
{
    int from = page->text.bytes.n, i = 0;
    if (profile->skills.n == 0) return;
    report_question(page, PHRASE_REPORT_ASK_SKILLS);
    report_card_table_open(page, "strips", "Skills needed");
    html_raw(page, "<thead><tr><th scope=\"col\">Skill</th><th scope=\"col\">");
    html_raw(page, "<span class=\"unseen\">Members at each level</span>");
    svg_strip_head(page);
    html_raw(page, "</th></tr></thead>\n");
    html_open(page, "tbody");
    for (; i < profile->skills.n && !report_list_full(page, from); i++)
        add_skill(page, report, group, &profile->skills.items[i]);
    html_close(page);
    report_table_close(page);
    add_more_needs(page, report, profile->skills.n - i);
    html_open_class(page, "p", "note");
    html_phrase_plain(page, PHRASE_REPORT_STRIP_NOTE);
    html_close(page);
}

static void add_wanted(Html *page, const Report *report, const Mix *mix)
{
    bool has_max = mix->max != NO_LIMIT;
    Phrase phrase = !has_max ? PHRASE_REPORT_MIX_MIN : mix->min > 0 ? PHRASE_REPORT_MIX_BOTH : PHRASE_REPORT_MIX_MAX;
    html_phrase(page, phrase, {"min", number(report, mix->min)}, {"max", has_max ? number(report, mix->max) : ""});
}

static void add_verdict(Html *page, const Report *report, const GroupMix *of)
{
    bool few = of->have<of->mix->min, many = of->have> of->mix->max;
    html_open_class(page, "td", few || many ? "short" : "met");
    if (few)
        html_phrase(page, PHRASE_REPORT_MIX_FEW, {"n", number(report, of->mix->min - of->have)});
    else if (many)
        html_phrase(page, PHRASE_REPORT_MIX_MANY, {"n", number(report, of->have - of->mix->max)});
    else
        html_phrase_plain(page, PHRASE_REPORT_MET_YES);
    html_close(page);
}

static void add_mix(Html *page, const Report *report, const GroupMix *of)
{
    const Model *model = report->input->model;
    html_open(page, "tr");
    html_open(page, "th");
    html_attr(page, "scope", "row");
    html_user(page, names_get(model->fields, of->mix->field));
    html_raw(page, ": ");
    html_user(page, names_get(model->field_values[of->mix->field], of->mix->value));
    html_close(page);
    html_open_class(page, "td", "number");
    html_number(page, of->have);
    html_close(page);
    html_open(page, "td");
    add_wanted(page, report, of->mix);
    html_close(page);
    add_verdict(page, report, of);
    html_close(page);
}

static void add_mixes(Html *page, const Report *report, const GroupProfile *profile)
{
    static const ReportColumn columns[] = {
        {"Who", NULL, false}, {"Members", NULL, false}, {"Wanted", NULL, false}, {"Met?", NULL, false}};
    int from = page->text.bytes.n, i = 0;
    if (profile->mixes.n == 0) return;
    report_question(page, PHRASE_REPORT_ASK_MIX);
    report_card_table_open(page, "mixes", "Representation");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (; i < profile->mixes.n && !report_list_full(page, from); i++) add_mix(page, report, &profile->mixes.items[i]);
    html_close(page);
    report_table_close(page);
    add_more_needs(page, report, profile->mixes.n - i);
}

CadreStatus report_group_needs(Html *page, const Report *report, int group, CadreError *err)
{
    GroupProfile profile;
    TRY(group_profile_make(&profile, report->index, report->rules, group, report->arena, err));
    add_skills(page, report, group, &profile);
    add_mixes(page, report, &profile);
    return CADRE_OK;
}
