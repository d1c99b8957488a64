/* The table beside the map of skills: who has each and who wants it, in numbers. */
#include "explain/leading.h"
#include "write/report_skill_parts.h"
#include "write/report_veil.h"

bool skill_in_demand(const Report *report, int skill)
{
    return skill_demand(report->inventory, report->scope.site, skill).missing > 0;
}

static void add_people(Html *page, int count, const char *attribute, bool hidden)
{
    html_open_class(page, "td", "number");
    if (hidden) {
        html_text(page, veil_count_words(count, page->text.arena));
        html_close(page);
        return;
    }
    html_attr_number(page, attribute, count);
    html_number(page, count);
    html_close(page);
}

/* A share of those who answered, by quarters where it is not told. It sorts by what is told. */
static void add_share(Html *page, const Report *report, const char *attribute, const int counts[/*PROFILE_LEVELS*/], int from)
{
    int part = counted_from(counts, from), whole = counted_from(counts, 0);
    if (!veil_hides_share(report->input->model, report->scope.site, counts, from)) {
        report_share_cell(page, attribute, part, whole);
        return;
    }
    html_open_class(page, "td", "number");
    html_attr_number(page, "data-value", veil_share(report->input->model, report->scope.site, counts, from));
    html_text(page, veil_quarter_words(part, whole, page->text.arena));
    html_close(page);
}

/* Whether the numbers of people are not told: few are among them, or in what they leave of the shares beside them. */
static bool hides_people(const Report *report, const SkillCount *count, const SkillPeople *people)
{
    int able = people->both + people->have_only, keen = people->both + people->want_only;
    int unable = people->want_only + people->neither, idle = people->have_only + people->neither;
    int have = counted_from(count->levels, INVENTORY_HAVE), want = counted_from(count->interests, INVENTORY_WANT);
    int levels = counted_from(count->levels, 0), interests = counted_from(count->interests, 0);
    return report_hides(report, people->both, people->want_only, people->have_only, people->neither, have - able,
                        levels - have - unable, want - keen, interests - want - idle);
}

static bool lists_known(const Report *report, const SkillMap *map)
{
    for (int i = report->first_skill; i < report->end_skill; i++)
        if (skill_is_known(map, report->inventory->order[i])) return true;
    return false;
}

static void add_row(Html *page, const Report *report, const SkillMap *map, int skill, int number)
{
    const SkillCount *count = skill_count(report, skill);
    SkillPeople people = skill_people(count);
    html_open(page, "tr");
    html_attr(page, "data-skill", skill_name(report, skill));
    html_open(page, "th");
    html_attr(page, "scope", "row");
    html_attr_number(page, "data-value", number);
    html_number(page, number);
    html_raw(page, " ");
    html_user(page, skill_name(report, skill));
    html_close(page);
    bool hidden = hides_people(report, count, &people);
    add_share(page, report, "data-have", count->levels, INVENTORY_HAVE);
    add_share(page, report, "data-want", count->interests, INVENTORY_WANT);
    add_people(page, people.both, "data-both", hidden);
    add_people(page, people.want_only, "data-want-only", hidden);
    add_people(page, people.have_only, "data-have-only", hidden);
    html_open(page, "td");
    html_text(page, place_words(map->skills[skill].place, page->text.arena));
    html_close(page);
    html_open(page, "td");
    if (skill_in_demand(report, skill)) html_phrase_plain(page, PHRASE_REPORT_PLACE_DEMAND);
    html_close(page);
    html_close(page);
}

void report_skill_table(Html *page, const Report *report, const SkillMap *map)
{
    if (!lists_known(report, map)) return;
    static const ReportColumn columns[] = {{"Skill", "number", false},          {"Have it", "number", false},
                                           {"Want it", "number", false},        {"Have and want", "number", false},
                                           {"Want, have not", "number", false}, {"Have, want not", "number", false},
                                           {"Quadrant", "text", true},          {"Training", "text", true}};
    report_table_open(page, "map-table sortable", "Skills by who has them and who wants them");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (int i = 0, number = 0; i < report->end_skill; i++) {
        int skill = report->inventory->order[i];
        if (!skill_is_known(map, skill)) continue;
        number++;
        if (i >= report->first_skill) add_row(page, report, map, skill, number);
    }
    html_close(page);
    report_table_close(page);
}
