#include "write/csv_write.h"
#include "write/frontier_write.h"

static const char *yes_or_no(bool yes) { return yes ? "yes" : "no"; }

static void add_header(CsvWriter *csv, const Frontier *frontier)
{
    static const char *const own[] = {"value",  "bound",       "proved", "total",   "points",      "shortages", "short_needs",
                                      "people", "most_groups", "moves",  "changes", "keeps_rules", "outcome",   "efficient"};
    for (int i = 0; i < frontier->n_names; i++) csv_text(csv, frontier->names[i]);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) csv_word(csv, own[i]);
    csv_end_row(csv);
}

static void add_point(CsvWriter *csv, const FrontierPoint *point)
{
    enum { MEASURED = 13 };
    const FrontierMeasures *of = &point->measures;
    for (int i = 0; i < MEASURED && !point->possible; i++) csv_blank(csv);
    if (point->possible) {
        csv_number(csv, point->value);
        csv_number(csv, point->bound);
        csv_word(csv, yes_or_no(point->proved));
        csv_number(csv, of->total);
        csv_number(csv, of->points);
        csv_number(csv, of->shortages);
        csv_number(csv, of->n_shortages);
        csv_number(csv, of->people);
        csv_number(csv, of->most_groups);
        csv_number(csv, of->moves);
        if (point->changes >= 0)
            csv_number(csv, point->changes);
        else
            csv_blank(csv);
        csv_word(csv, yes_or_no(of->keeps_rules));
        csv_number(csv, point->outcome);
    }
    csv_word(csv, yes_or_no(point->efficient));
    csv_end_row(csv);
}

CadreStatus frontier_csv_text(const char **text, const Frontier *frontier, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text = {.arena = arena}};
    add_header(&csv, frontier);
    for (int point = 0; point < frontier->n_points; point++) {
        for (int i = 0; i < frontier->n_names; i++) csv_text(&csv, frontier->values[point * frontier->n_names + i]);
        add_point(&csv, &frontier->points[point]);
    }
    return buffer_text(text, &csv.text, err);
}
