/* report_veil.h: counts of people on the pages of a redacted report (veil.h). */
#ifndef WRITE_REPORT_VEIL_H
#define WRITE_REPORT_VEIL_H

#include "explain/veil.h"
#include "write/report_figures.h"

static inline bool report_redacted(const Report *report) { return report->input->model->redacted != NULL; }

/* Whether some counts of the page that belong together are not told. */
#define report_hides(report, ...)                                                                                              \
    veil_hides((report)->input->model, (report)->scope.site, (const int[]){__VA_ARGS__},                                       \
               (int)(sizeof((const int[]){__VA_ARGS__}) / sizeof(int)))

const char *veil_quarter_words(int part, int whole, Arena *arena); /* "under a quarter", "too few to tell"; NULL: no memory */
const char *veil_count_words(int64_t n, Arena *arena);             /* "under 5" or "5 or more" */

/* What stands at the top of a redacted report; nothing of another one. */
void report_redacted_note(Html *page, const Report *report);

#endif
