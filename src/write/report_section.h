/* report_section.h: what a section of the report is made of. A section is one file and one line in the table of report.c. */
#ifndef WRITE_REPORT_SECTION_H
#define WRITE_REPORT_SECTION_H

#include "explain/group_profile.h"
#include "explain/result_sums.h"
#include "explain/skill_inventory.h"
#include "write/html.h"
#include "write/report.h"
#include "write/svg.h"

/* One page in the making. */
typedef struct Report {
    const ReportInput *input;
    const ResultIndex *index;
    const GroupRules *rules;
    const SkillInventory *inventory;
    ResultScope scope; /* what the page is about: sections tell of its groups, people and shortages alone */
    Arena *arena;
} Report;

/* Write what stands in the section below its heading. Errors: CADRE_NO_MEMORY; what the page's buffer has no memory for is
 * remembered there. */
typedef CadreStatus ReportSection(Html *page, const Report *report, CadreError *err);

ReportSection report_balance, report_changes, report_decided, report_glance, report_groups, report_network, report_people,
    report_shortages, report_skills;

/* Where others point to: a group "g12", a person "p5", a shortage "s3", by the rows of the result. */
#define REPORT_GROUP    "g"
#define REPORT_PERSON   "p"
#define REPORT_SHORTAGE "s"

/* A link to a place of the page, with a person's or group's own words. A person or group of another page is not linked. */
void report_person_link(Html *page, const Report *report, int person);
void report_group_link(Html *page, const Report *report, int group);

/* A question that a chart answers, above it. */
void report_question(Html *page, Phrase question);

/* What the points count, and one assignment's points worked out again: a part of "How this was decided". */
void report_score(Html *page, const Report *report);

/* What else would suit the person, and what decided, for their own part of the people section. */
void report_alternatives(Html *page, const Report *report, const PersonRow *row);

/* A table in a frame that can be moved sideways where it is too wide. class_names: "sortable" for the script. caption: our own.
 */
void report_table_open(Html *page, const char *class_names, const char *caption);
void report_table_close(Html *page);

/* Column headings. `kind`: how the script sorts it, "text" or "number"; NULL: it does not. */
typedef struct ReportColumn {
    const char *title, *kind;
    bool choose; /* the script offers its values to choose from */
} ReportColumn;
void report_columns(Html *page, const ReportColumn columns[], int n);

#endif
