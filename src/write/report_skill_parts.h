/* report_skill_parts.h: the parts of the skills inventory, a file each. */
#ifndef WRITE_REPORT_SKILL_PARTS_H
#define WRITE_REPORT_SKILL_PARTS_H

#include "explain/skill_inventory.h"
#include "write/report_figures.h"

/* Skills as dots by who has them and who wants them. */
void report_skill_map(Html *page, const Report *report, const SkillMap *map);

/* A table that says the same, of the skills that the page lists; nothing where none of them is known. */
void report_skill_table(Html *page, const Report *report, const SkillMap *map);

bool skill_in_demand(const Report *report, int skill); /* the plan asks for more people than have it */

/* What the plan asks for and too few have, with those who want to learn it. */
CadreStatus report_skill_demands(Html *page, const Report *report, CadreError *err);

/* What rests on one person. */
CadreStatus report_skill_experts(Html *page, const Report *report, CadreError *err);

/* Site by site; on a site's own page the site beside all. Nothing where there is one site. */
CadreStatus report_skill_sites(Html *page, const Report *report, CadreError *err);

const char *place_words(SkillPlace place, Arena *arena); /* "Hidden passion"; "" where unknown */

static inline const char *skill_name(const Report *report, int skill) { return names_get(report->input->model->skills, skill); }
static inline const SkillCount *skill_count(const Report *report, int skill)
{
    return inventory_count(report->inventory, report->scope.site, skill);
}
static inline int count_experts(const Report *report, int site, int skill)
{
    int level = skill_expert_level(report->input->model, skill);
    return counted_from(inventory_count(report->inventory, site, skill)->levels, level);
}

#endif
