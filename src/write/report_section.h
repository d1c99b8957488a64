/* report_section.h: what a section of the report is made of. A section is one file and one line in the table of report.c. */
#ifndef WRITE_REPORT_SECTION_H
#define WRITE_REPORT_SECTION_H

#include "explain/group_profile.h"
#include "explain/result_sums.h"
#include "explain/skill_inventory.h"
#include "write/html.h"
#include "write/report.h"
#include "write/report_book.h"
#include "write/svg.h"

/* What all pages are made from, made once. */
typedef struct ReportSources {
    ResultIndex index;
    GroupRules rules;
    SkillInventory inventory;
} ReportSources;
CadreStatus report_sources_make(ReportSources *out, const ReportInput *input, Arena *arena, CadreError *err);

/* One page in the making. */
typedef struct Report {
    const ReportInput *input;
    const ResultIndex *index;
    const GroupRules *rules;
    const SkillInventory *inventory;
    const ReportBook *book;
    const ReportPlace *place;
    int chapter, part;          /* WHOLE_PLACE, or of which chapter this is a part */
    ResultScope scope;          /* what the page's figures count */
    ResultScope listed;         /* what its chapters list: no more of a chapter than this page has */
    int first_skill, end_skill; /* likewise of the inventory, by its order */
    Arena *arena;
} Report;

/* A page's text. bytes: [CHAPTERS], what each chapter takes of it; may be NULL. Errors: CADRE_NO_MEMORY. */
CadreStatus report_page(const char **text, size_t bytes[/*CHAPTERS*/], const ReportInput *input, const ReportSources *sources,
                        const ReportBook *book, const ReportPlace *place, int chapter, int part, Arena *arena, CadreError *err);

/* Write what stands in the section below its heading. Errors: CADRE_NO_MEMORY; what the page's buffer has no memory for is
 * remembered there. */
typedef CadreStatus ReportSection(Html *page, const Report *report, CadreError *err);

ReportSection report_balance, report_changes, report_decided, report_glance, report_groups, report_network, report_people,
    report_shortages, report_sites, report_skills;

/* Instead of what a chapter lists where it is told in parts: the way to each. */
void report_parts(Html *page, const Report *report, int chapter);

/* Where others point to: a group "g12", a person "p5", a shortage "s3", by the rows of the result. */
#define REPORT_GROUP    "g"
#define REPORT_PERSON   "p"
#define REPORT_SHORTAGE "s"

/* A link to where a person or group is told of, with their own words. From the page of a site to that of another there is none.
 */
void report_person_link(Html *page, const Report *report, int person);
void report_group_link(Html *page, const Report *report, int group);
void report_site_link(Html *page, const Report *report, int site); /* to its page, where it has one of its own */

/* The same around words that are added after it: html_close ends it. */
void report_shortage_open(Html *page, const Report *report, int row);

/* The file of another page, as a link from this one. */
const char *report_way(const Report *report, const ReportPlace *to, int chapter, int part);

/* A question that a chart answers, above it. */
void report_question(Html *page, Phrase question);

/* What the points count, and one assignment's points worked out again: a part of "How this was decided". */
void report_score(Html *page, const Report *report);

/* What else would suit the person, and what decided, for their own part of the people section. */
void report_alternatives(Html *page, const Report *report, const PersonRow *row);

/* A list within an entry or a section that is not divided stops where it takes too much of a page, whatever names it holds: it
 * began at `from` of the page's bytes. Then a note says how many more there are, and in which file of the result. */
bool report_list_full(const Html *page, int from);
void report_list_more(Html *page, const Report *report, int n, const char *file);

/* A frame that can be moved sideways where what it holds is too wide, by keyboard too; html_close ends it. name: as caption. */
void report_frame_open(Html *page, const char *name);

/* A table in such a frame. class_names: "sortable" for the script. caption: our own, or by svg_name. */
void report_table_open(Html *page, const char *class_names, const char *caption);
void report_table_close(Html *page);

/* A table of a group's card: narrow enough for any screen. It is closed by report_table_close too. */
void report_card_table_open(Html *page, const char *class_names, const char *caption);

/* Column headings. `kind`: how the script sorts it, "text" or "number"; NULL: it does not. */
typedef struct ReportColumn {
    const char *title, *kind;
    bool choose; /* the script offers its values to choose from */
} ReportColumn;
void report_columns(Html *page, const ReportColumn columns[], int n);

#endif
