#include "write/report_veil.h"

const char *veil_quarter_words(int part, int whole, Arena *arena)
{
    static const Phrase words[VEIL_QUARTERS] = {PHRASE_REPORT_QUARTER_FIRST, PHRASE_REPORT_QUARTER_SECOND,
                                                PHRASE_REPORT_QUARTER_THIRD, PHRASE_REPORT_QUARTER_LAST};
    int quarter = veil_quarter(part, whole);
    return words_plain(quarter < 0 ? PHRASE_REPORT_QUARTER_FEW : words[quarter], arena);
}

const char *veil_count_words(int64_t n, Arena *arena)
{
    return words_plain(n < REDACT_FEW ? PHRASE_REPORT_UNDER_FIVE : PHRASE_REPORT_FIVE_OR_MORE, arena);
}

void report_redacted_note(Html *page, const Report *report)
{
    if (!report_redacted(report)) return;
    html_open_class(page, "p", "redacted");
    html_attr(page, "data-redacted", report->input->model->redacted);
    html_phrase_plain(page, PHRASE_REPORT_REDACTED);
    html_close(page);
}
