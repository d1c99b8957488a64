#include "explain/leading_words.h"

#include "explain/veil.h"
#include "explain/wording.h"

enum { FEWEST_STAFF = 3, MANY_COMPARISONS = 100 };

typedef struct Wording {
    LeadingWords *out;
    const Model *model;
    const LeadingTable *table;
    Arena *arena;
} Wording;

/* How far a row's share of the leading roles is above that of the staff, times both totals. */
static int64_t excess(const LeadingTable *table, const LeadingRow *row)
{
    return (int64_t)row->leading_roles * table->staff - (int64_t)row->staff * table->leading_roles;
}

/* The row furthest above (sign 1) or below (-1), the first of equal ones; NULL where none is. */
static const LeadingRow *furthest(const LeadingTable *table, int sign)
{
    const LeadingRow *found = NULL;
    for (int i = 0; i < table->rows.n; i++) {
        const LeadingRow *row = &table->rows.items[i];
        if (row->value[0] == '\0' || row->staff < FEWEST_STAFF || sign * excess(table, row) <= 0) continue;
        if (!found || sign * excess(table, row) > sign * excess(table, found)) found = row;
    }
    return found;
}

static bool push(Wording *wording, TextBuffer *text)
{
    CadreError unheard;
    const char *line;
    return buffer_text(&line, text, &unheard) == CADRE_OK && LIST_PUSH(wording->arena, &wording->out->lines, line);
}

/* A share in whole per cent. */
static const char *percent(const Wording *wording, int part, int whole)
{
    return words_number((200 * (int64_t)part + whole) / (2 * (int64_t)whole), wording->arena);
}

static bool add_row(Wording *wording, Phrase phrase, const LeadingRow *row)
{
    const LeadingTable *table = wording->table;
    TextBuffer text = {.arena = wording->arena};
    if (!row || veil_hides_field(wording->model, table, row->field)) return true;
    words_add(&text, phrase, {"field", names_get(wording->model->fields, row->field)}, {"value", row->value},
              {"roles", words_number(row->leading_roles, wording->arena)},
              {"all_roles", words_number(table->leading_roles, wording->arena)},
              {"roles_percent", percent(wording, row->leading_roles, table->leading_roles)},
              {"staff", words_number(row->staff, wording->arena)}, {"all_staff", words_number(table->staff, wording->arena)},
              {"staff_percent", percent(wording, row->staff, table->staff)});
    return push(wording, &text);
}

/* few: the phrase where a hundredth would be less than one comparison. */
static bool add_comparison(Wording *wording, Phrase phrase, Phrase few, const LeadingComparison *of)
{
    TextBuffer text = {.arena = wording->arena};
    if (of->comparisons == 0) return true;
    bool is_few = of->comparisons < MANY_COMPARISONS;
    int64_t equal = is_few ? of->equal : leading_ties(of);
    const char *field = of->field < 0 ? "" : names_get(wording->model->fields, of->field);
    words_add(&text, is_few ? few : phrase, {"field", field}, {"n", words_number(leading_more(of), wording->arena)},
              {"higher", words_number(of->higher, wording->arena)},
              {"comparisons", words_number(of->comparisons, wording->arena)});
    if (equal > 0) words_add(&text, PHRASE_LEADING_EQUAL, {"equal", words_number(equal, wording->arena)});
    if (!is_few) words_add(&text, PHRASE_LEADING_CHANCE, {"n", words_number(leading_chance(of), wording->arena)});
    if (of->seats < wording->table->leading_roles)
        words_add(&text, PHRASE_LEADING_COVERED, {"seats", words_number(of->seats, wording->arena)},
                  {"all", words_number(wording->table->leading_roles, wording->arena)});
    return push(wording, &text);
}

static bool add_left_out(Wording *wording)
{
    const LeadingTable *table = wording->table;
    TextBuffer names = {.arena = wording->arena}, text = {.arena = wording->arena};
    CadreError unheard;
    const char *fields;
    if (table->left_out.n == 0) return true;
    for (int i = 0; i < table->left_out.n; i++) {
        if (i > 0) buffer_add(&names, ", ");
        buffer_add(&names, names_get(wording->model->fields, table->left_out.items[i]));
    }
    if (buffer_text(&fields, &names, &unheard) != CADRE_OK) return false;
    words_add(&text, PHRASE_LEADING_LEFT_OUT, {"fields", fields});
    return push(wording, &text);
}

static bool add_all(Wording *wording)
{
    const LeadingTable *table = wording->table;
    bool added = add_row(wording, PHRASE_LEADING_ABOVE, furthest(table, 1)) &&
                 add_row(wording, PHRASE_LEADING_BELOW, furthest(table, -1)) &&
                 add_comparison(wording, PHRASE_LEADING_MERIT, PHRASE_LEADING_MERIT_FEW, &table->merit);
    for (int i = 0; i < table->year_fields.n && added; i++)
        added = add_comparison(wording, PHRASE_LEADING_YEARS, PHRASE_LEADING_YEARS_FEW, &table->years[i]);
    return added && add_left_out(wording);
}

CadreStatus leading_words_make(LeadingWords *out, const Model *model, const LeadingTable *table, Arena *arena, CadreError *err)
{
    Wording wording = {out, model, table, arena};
    return table->leading_roles == 0 || add_all(&wording) ? CADRE_OK : error_no_memory(err);
}
