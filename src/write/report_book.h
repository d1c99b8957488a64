/* report_book.h: the pages that a report is made of, and on which of them each person, group and shortage is told of.
 *
 * Where all fits into one page, report.html is the whole. Of many sites it is an index, and each site has a place of its own in
 * the folder `report`. A place is a page; where that would be too large, the longest of its chapters are told in parts, each a
 * page beside it. Links between pages are relative. */
#ifndef WRITE_REPORT_BOOK_H
#define WRITE_REPORT_BOOK_H

#include "explain/result_index.h"

#define REPORT_FOLDER "report"
#define REPORT_FILE   "report.html"

enum {
    REPORT_PAGE_MOST = 1500000, /* bytes of a page that can still be divided; 2 MB is what opens at once */
    REPORT_PART_SIZE = 750000,  /* what a part is aimed at */
    REPORT_WHOLE_MOST = 3000,   /* people; of more a whole page is over REPORT_PAGE_MOST whatever they are called */
    REPORT_DEAREST = 100        /* shortages that an index tells of, beside those of groups open to all */
};

typedef enum Chapter { CHAPTER_SITES, CHAPTER_SHORTAGES, CHAPTER_GROUPS, CHAPTER_PEOPLE, CHAPTER_SKILLS, CHAPTERS } Chapter;
enum { WHOLE_PLACE = -1 }; /* as a chapter: the page that has all but what is told in parts */

/* One page, or several that tell of the same. */
typedef struct ReportPlace {
    int site; /* Model.sites, or SCOPE_ALL */
    bool is_index;
    const char *name;   /* of its file in REPORT_FOLDER, without ".html"; "": REPORT_FILE */
    ResultScope scope;  /* what its figures count */
    ResultScope listed; /* what its chapters list */
    int n_sites;        /* that it lists */
    int n_skills;
    int n_each[CHAPTERS]; /* entries of each part of a chapter; 0: they stand on the page itself */
} ReportPlace;

typedef struct ReportBook {
    const Model *model;
    ReportPlace *places; /* report.html first */
    int n_places;
    int *place_of_site; /* [n_sites + 1], the last of what has no site; -1: another report tells of it */
    int *person_at;     /* [n_staff], in the people listed at their place */
    int *group_at;      /* [n_groups] */
    int *shortage_at;   /* [n_shortages] */
} ReportBook;

/* A book of one place: of all sites, or of one. Errors of both: CADRE_NO_MEMORY. Cost O(people + groups + shortages). */
CadreStatus report_book_whole(ReportBook *out, const ResultIndex *index, int site, Arena *arena, CadreError *err);

/* An index and a place for each site. */
CadreStatus report_book_sites(ReportBook *out, const ResultIndex *index, Arena *arena, CadreError *err);

int place_entries(const ReportPlace *place, int chapter); /* how many it lists */

/* How many parts the chapter has; 0: none. */
static inline int place_parts(const ReportPlace *place, int chapter)
{
    int each = place->n_each[chapter];
    return each > 0 ? (place_entries(place, chapter) + each - 1) / each : 0;
}

/* The file of a page, from the folder of the result: the place's own (WHOLE_PLACE), or part 0, 1, ... of a chapter. NULL: no
 * memory. */
const char *report_file(const ReportPlace *place, int chapter, int part, Arena *arena);

/* Whether a file of REPORT_FOLDER can be a page by its name. One that no page has is somebody's own, and so is one of such a
 * name that does not say it is the page (page_shell.h). */
bool report_has_page(const char *name);

/* The part that tells of the entry: its chapter and number, or WHOLE_PLACE. */
typedef struct ReportSpot {
    const ReportPlace *place; /* NULL: nowhere */
    int chapter, part;
} ReportSpot;

/* As seen from the place `from`. Pages of sites are made side by side, and none knows how another is divided: of it, nowhere.
 */
ReportSpot report_spot(const ReportBook *book, const ReportPlace *from, Chapter chapter, int site, int at);

#endif
