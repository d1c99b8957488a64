/* comparison_csv.c: the files of a comparison. Each row names the result that is compared with the first. */
#include <string.h>

#include "explain/wording.h"
#include "write/comparison_html.h"
#include "write/comparison_write.h"
#include "write/csv_write.h"
#include "write/new_folder.h"

/* --- totals.csv --- */

static void add_total(CsvWriter *csv, const Comparison *at, const char *name, int64_t before, int64_t after)
{
    csv_text(csv, at->other->folder);
    csv_word(csv, name);
    csv_number(csv, before);
    csv_number(csv, after);
    csv_number(csv, after - before);
    csv_end_row(csv);
}

static void add_hours(CsvWriter *csv, const Comparison *at)
{
    csv_text(csv, at->other->folder);
    csv_word(csv, "hours");
    csv_hundredths(csv, (int)at->load[0].hours);
    csv_hundredths(csv, (int)at->load[1].hours);
    csv_hundredths(csv, (int)(at->load[1].hours - at->load[0].hours));
    csv_end_row(csv);
}

static void add_proof(CsvWriter *csv, const Comparison *at)
{
    csv_text(csv, at->other->folder);
    csv_word(csv, "proved");
    csv_word(csv, at->first->proved ? "yes" : "no");
    csv_word(csv, at->other->proved ? "yes" : "no");
    csv_blank(csv);
    csv_end_row(csv);
}

static void add_totals(CsvWriter *csv, const Comparison *at)
{
    const ResultFacts *a = at->first, *b = at->other;
    const Load *before = &at->load[0], *after = &at->load[1];
    add_total(csv, at, "objective", a->objective, b->objective);
    add_total(csv, at, "points", a->parts.points, b->parts.points);
    add_total(csv, at, "everyone", a->parts.everyone, b->parts.everyone);
    add_total(csv, at, "extra_load", a->parts.extra_load, b->parts.extra_load);
    add_total(csv, at, "shortages", a->parts.shortages, b->parts.shortages);
    add_total(csv, at, "bound", a->bound, b->bound);
    add_total(csv, at, "gap", a->gap, b->gap);
    add_proof(csv, at);
    add_total(csv, at, "staff", before->staff, after->staff);
    add_total(csv, at, "people_with_role", before->people, after->people);
    add_total(csv, at, "people_leading", before->leaders, after->leaders);
    add_total(csv, at, "assignments", before->seats, after->seats);
    add_total(csv, at, "most_groups", before->most_groups, after->most_groups);
    add_hours(csv, at);
    add_total(csv, at, "groups", a->n_groups, b->n_groups);
    add_total(csv, at, "unmet_needs", a->n_shortages, b->n_shortages);
}

static CadreStatus totals_text(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "result", "total", "before", "after", "difference");
    for (int i = 0; i < n; i++) add_totals(&csv, &comparisons[i]);
    return buffer_text(text, &csv.text, err);
}

/* --- people.csv --- */

static const char *seats_join(const SeatList *seats, Arena *arena)
{
    TextBuffer text = {.arena = arena};
    const char *joined;
    CadreError unused;
    for (int i = 0; i < seats->n; i++)
        words_add(&text, PHRASE_COMPARE_ROLE, {"role", arena_print(arena, "%s%s", i ? "; " : "", seats->items[i]->role)},
                  {"group", seats->items[i]->group});
    return buffer_text(&joined, &text, &unused) == CADRE_OK ? joined : NULL;
}

static const char *in_word(const void *before, const void *after)
{
    return before && after ? "both" : before ? "first" : "other";
}

static CadreStatus add_person(CsvWriter *csv, const Comparison *at, const PersonChange *person, CadreError *err)
{
    const FactPerson *before = person->before, *after = person->after, *known = after ? after : before;
    const char *key = person_change_key(person), *lost = seats_join(&person->lost, csv->text.arena);
    const char *gained = seats_join(&person->gained, csv->text.arena);
    if (!lost || !gained) return error_no_memory(err);
    csv_text(csv, at->other->folder);
    csv_text(csv, key);
    csv_text(csv, known->name);
    csv_word(csv, in_word(before, after));
    csv_number_or_blank(csv, before ? before->groups : 0, before);
    csv_number_or_blank(csv, after ? after->groups : 0, after);
    csv_number_or_blank(csv, before ? before->leads : 0, before);
    csv_number_or_blank(csv, after ? after->leads : 0, after);
    before ? csv_hundredths(csv, (int)before->hours) : csv_blank(csv);
    after ? csv_hundredths(csv, (int)after->hours) : csv_blank(csv);
    csv_text(csv, lost);
    csv_text(csv, gained);
    csv_text(csv, strcmp(known->person, key) != 0 ? known->person : "");
    csv_end_row(csv);
    return CADRE_OK;
}

static CadreStatus people_text(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "result", "person", "name", "in", "groups_before", "groups_after", "leads_before", "leads_after",
               "hours_before", "hours_after", "lost", "gained", "person_after");
    for (int i = 0; i < n; i++)
        for (int k = 0; k < comparisons[i].people.n; k++)
            TRY(add_person(&csv, &comparisons[i], &comparisons[i].people.items[k], err));
    return buffer_text(text, &csv.text, err);
}

/* --- groups.csv --- */

static const char *names_join(const NameTexts *names, Arena *arena)
{
    const char *text = "";
    for (int i = 0; text && i < names->n; i++) text = arena_print(arena, "%s%s%s", text, i ? "; " : "", names->items[i]);
    return text;
}

static CadreStatus add_group(CsvWriter *csv, const Comparison *at, const GroupChange *group, CadreError *err)
{
    const FactGroup none = {.points_mean = -1}, *before = group->before, *after = group->after;
    const FactGroup *a = before ? before : &none, *b = after ? after : &none;
    const char *gone = names_join(&group->gone, csv->text.arena), *come = names_join(&group->come, csv->text.arena);
    if (!gone || !come) return error_no_memory(err);
    csv_text(csv, at->other->folder);
    csv_text(csv, (after ? after : before)->group);
    csv_word(csv, in_word(before, after));
    csv_number_or_blank(csv, a->size, before);
    csv_number_or_blank(csv, b->size, after);
    csv_number_or_blank(csv, a->points_mean, a->points_mean >= 0);
    csv_number_or_blank(csv, b->points_mean, b->points_mean >= 0);
    csv_number_or_blank(csv, a->shortages, before);
    csv_number_or_blank(csv, b->shortages, after);
    csv_text(csv, gone);
    csv_text(csv, come);
    csv_end_row(csv);
    return CADRE_OK;
}

static CadreStatus groups_text(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "result", "group", "in", "size_before", "size_after", "points_mean_before", "points_mean_after",
               "shortages_before", "shortages_after", "gone", "come");
    for (int i = 0; i < n; i++)
        for (int k = 0; k < comparisons[i].groups.n; k++)
            TRY(add_group(&csv, &comparisons[i], &comparisons[i].groups.items[k], err));
    return buffer_text(text, &csv.text, err);
}

/* --- shortages.csv --- */

static void add_amounts(CsvWriter *csv, const FactShortage *shortage)
{
    csv_number_or_blank(csv, shortage ? shortage->needed : 0, shortage);
    csv_number_or_blank(csv, shortage ? shortage->have : 0, shortage);
    csv_number_or_blank(csv, shortage ? shortage->cost : 0, shortage);
}

static CadreStatus shortages_text(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "result", "change", "kind", "group", "role", "skill", "level", "field", "value", "needed_before",
               "have_before", "cost_before", "needed_after", "have_after", "cost_after");
    for (int i = 0; i < n; i++)
        for (int k = 0; k < comparisons[i].shortages.n; k++) {
            const ShortageChange *change = &comparisons[i].shortages.items[k];
            const FactShortage *at = change->after ? change->after : change->before;
            csv_text(&csv, comparisons[i].other->folder);
            csv_word(&csv, shortage_change_words[change->kind]);
            const char *const texts[] = {at->kind, at->group, at->role, at->skill, at->level, at->field, at->value};
            for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) csv_text(&csv, texts[t]);
            add_amounts(&csv, change->before);
            add_amounts(&csv, change->after);
            csv_end_row(&csv);
        }
    return buffer_text(text, &csv.text, err);
}

/* --- differences.csv --- */

static void add_difference(CsvWriter *csv, const Comparison *at, const InputDifference *difference)
{
    static const char *const notes[] = {[PRICE_NOT_ASKED] = "",
                                        [PRICE_TOGETHER] = "priced with the surveys",
                                        [PRICE_LEFT_OUT] = "not priced",
                                        [PRICE_KNOWN] = "",
                                        [PRICE_UNKNOWN] = "not known",
                                        [PRICE_NOT_ALONE] = "cannot stand alone",
                                        [PRICE_IMPOSSIBLE] = "not possible alone"};
    bool is_row = difference->about == ABOUT_ADDED || difference->about == ABOUT_DROPPED ||
                  (difference->about == ABOUT_READING && strchr("+-", *difference->column));
    csv_text(csv, at->other->folder);
    csv_word(csv, difference->sheet);
    csv_text(csv, difference->key);
    (is_row ? csv_word : csv_text)(csv, difference->column);
    csv_text(csv, difference->before);
    csv_text(csv, difference->after);
    csv_number_or_blank(csv, difference->low, difference->price == PRICE_KNOWN);
    csv_number_or_blank(csv, difference->high, difference->price == PRICE_KNOWN);
    csv_word(csv, difference->with && difference->price == PRICE_KNOWN ? "with previous.csv" : notes[difference->price]);
    csv_end_row(csv);
}

static CadreStatus differences_text(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err)
{
    CsvWriter csv = {.text.arena = arena};
    CSV_HEADER(&csv, "result", "sheet", "key", "column", "before", "after", "price", "bound", "note");
    for (int i = 0; i < n; i++)
        for (int k = 0; k < comparisons[i].differences.n; k++)
            add_difference(&csv, &comparisons[i], &comparisons[i].differences.items[k]);
    return buffer_text(text, &csv.text, err);
}

/* --- the folder --- */

const ComparisonSheet comparison_sheets[COMPARISON_SHEETS] = {
    {"differences.csv", differences_text},  {"groups.csv", groups_text},       {"people.csv", people_text},
    {"report.html", comparisons_html_text}, {"shortages.csv", shortages_text}, {"totals.csv", totals_text},
};

/* Those of earlier versions have no page. */
static void files_name(FolderFile files[/*COMPARISON_SHEETS*/])
{
    for (int i = 0; i < COMPARISON_SHEETS; i++) {
        const ComparisonSheet *sheet = &comparison_sheets[i];
        files[i] = (FolderFile){sheet->file, "", sheet->make_text == comparisons_html_text};
    }
}

CadreStatus comparisons_target_check(const char *path, Arena *arena, CadreError *err)
{
    FolderFile files[COMPARISON_SHEETS];
    files_name(files);
    return renewed_folder_check(path, files, COMPARISON_SHEETS, arena, err);
}

CadreStatus comparisons_write(const char *path, const Comparison *comparisons, int n, Arena *arena, CadreError *err)
{
    FolderFile files[COMPARISON_SHEETS];
    files_name(files);
    for (int i = 0; i < COMPARISON_SHEETS; i++) TRY(comparison_sheets[i].make_text(&files[i].text, comparisons, n, arena, err));
    return renewed_folder_write(path, files, COMPARISON_SHEETS, arena, err);
}
