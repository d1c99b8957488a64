#include "read/damage.h"

#include <string.h>

#include "base/text_key.h"
#include "read/month_names.h"
#include "read/times.h"

enum {
    LONGEST = 24,        /* no damaged text is longer: 2026-03-05 00:00:00 */
    DAY_OF_2000 = 36526, /* as spreadsheets count: 1 January 2000 */
    DAY_OF_2100 = 73051,
    RANGE_LONGEST = 12,
};

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

static bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/* A day of the month in one or two digits; past it. */
static bool take_day(const char **at)
{
    int day = 0, n = 0;
    for (; n < 2 && is_digit((*at)[n]); n++) day = 10 * day + ((*at)[n] - '0');
    *at += n;
    return day >= 1 && day <= 31;
}

/* `5-mar`, `5/mar`, `5 mar`, `5. mar` */
static bool is_day_month(const char *key)
{
    int month;
    if (!take_day(&key)) return false;
    if (*key == '.') key++;
    if (*key == '-' || *key == '/' || *key == ' ')
        key++;
    else if (key[-1] != '.')
        return false;
    return month_names_month(&month, &key) && *key == '\0';
}

/* `mar-05`, `mar/05`; with a blank it is what people write */
static bool is_month_day(const char *key)
{
    int month;
    return month_names_month(&month, &key) && (*key == '-' || *key == '/') && key++ && take_day(&key) && *key == '\0';
}

static bool is_serial(const char *text)
{
    int days = 0;
    size_t length = strspn(text, "0123456789");
    if (length != 5 || text[length] != '\0') return false;
    for (; *text; text++) days = 10 * days + (*text - '0');
    return days >= DAY_OF_2000 && days < DAY_OF_2100;
}

static bool is_fault(const char *text)
{
    static const char *const faults[] = {"#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NULL!", "#N/A", "#ERROR!"};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (strcmp(text, faults[i]) == 0) return true;
    return strlen(text) >= 3 && text[strspn(text, "#")] == '\0';
}

Damage damage_of(const char *text)
{
    char key[LONGEST + 1];
    if (*text == '#') return is_fault(text) ? DAMAGE_FAULT : DAMAGE_NONE;
    if (!is_digit(*text) && !is_letter(*text)) return DAMAGE_NONE;
    if (!text[1] || !text[strcspn(text, is_digit(*text) ? "-/. " : "-/")] || strnlen(text, LONGEST + 1) > LONGEST)
        return is_serial(text) ? DAMAGE_SERIAL : DAMAGE_NONE;
    if (!text_key_ascii(key, sizeof key, text, false)) return DAMAGE_NONE;
    if (is_day_month(key) || is_month_day(key)) return DAMAGE_DATE;
    return is_digit(*text) && times_is_stamp(text) ? DAMAGE_FULL_DATE : DAMAGE_NONE;
}

bool damage_is_scientific(const char *text)
{
    if (*text < '1' || *text > '9') return false;
    text++;
    if (*text == '.' || *text == ',') text += 1 + strspn(text + 1, "0123456789");
    if ((*text != 'E' && *text != 'e') || text[1] != '+') return false;
    size_t length = strspn(text + 2, "0123456789");
    return length >= 2 && text[2 + length] == '\0';
}

static const char *what_happened(Damage damage)
{
    switch (damage) {
    case DAMAGE_DATE:
    case DAMAGE_FULL_DATE:
        return "is a date, which spreadsheets make of a text such as \"3-5\"";
    case DAMAGE_SERIAL:
        return "is a date as spreadsheets count days, which they make of a text such as \"3-5\"";
    default:
        return "is what a spreadsheet shows in place of a text that it took for a formula or found too wide";
    }
}

void damage_tell(Messages *messages, CadreSeverity severity, Origin origin, const char *text, int n_cells, Damage damage,
                 bool sheet)
{
    messages_add(messages, severity, origin, "\"%.200s\" (%d cell%s) %s; expected the text as it was: %s", text, n_cells,
                 n_cells == 1 ? "" : "s", what_happened(damage),
                 sheet ? "format the column as text in the spreadsheet, then type it again"
                       : "export the survey again and do not save it from a spreadsheet, or format the column as text there "
                         "and fill it in again");
}

/* `6-8`, `K-2`, `13 - 20`, `21+` */
static bool is_range(const char *text)
{
    if (strnlen(text, RANGE_LONGEST + 1) > RANGE_LONGEST || (!is_digit(*text) && !is_letter(*text))) return false;
    while (is_digit(*text)) text++;
    if (is_letter(*text)) text++;
    if (*text == '+') return text[1] == '\0';
    while (*text == ' ') text++;
    if (*text != '-' && strncmp(text, "\u2013", 3) != 0) return false;
    text += *text == '-' ? 1 : 3;
    while (*text == ' ') text++;
    size_t length = strspn(text, "0123456789");
    return length > 0 && text[length] == '\0';
}

bool damage_note(DamageNotes *notes, const char *text, int row, int count)
{
    Damage damage = damage_of(text);
    notes->has_range |= is_range(text);
    if (damage == DAMAGE_NONE || damage == DAMAGE_SERIAL) return true;
    if (!notes->texts && !(notes->texts = names_create(notes->arena, NAME_STYLE_EXACT))) return false;
    int number = names_add(notes->texts, text);
    if (number < 0) return false;
    if (number < notes->row.n) {
        notes->count.items[number] += count;
        return true;
    }
    return LIST_PUSH(notes->arena, &notes->row, row) && LIST_PUSH(notes->arena, &notes->count, count);
}

void damage_notes_tell(const DamageNotes *notes, Messages *messages)
{
    for (int i = 0; i < notes->row.n; i++) {
        const char *text = names_get(notes->texts, i);
        Damage damage = damage_of(text);
        if (damage == DAMAGE_FULL_DATE && !notes->has_range) continue;
        damage_tell(messages, CADRE_WARNING, table_origin(notes->table, notes->row.items[i], notes->column), text,
                    notes->count.items[i], damage, notes->sheet);
    }
}

/* Where a date or a time is what is asked for. */
static bool may_hold_dates(SheetKind kind, const Sheet *sheet, int column)
{
    if (kind == SHEET_SETTINGS) return true;
    return kind == SHEET_GROUPS && column == sheet->column[GROUPS_MEETS];
}

CadreStatus damage_in_sheets(const PlanSheets *plan, Arena *scratch, Messages *messages, CadreError *err)
{
    for (int kind = 0; kind < SHEET_COUNT; kind++) {
        const Sheet *sheet = &plan->sheets[kind];
        const Table *table = &sheet->table;
        for (int column = 0; column < table->n_columns; column++) {
            DamageNotes notes = {.table = table, .column = column, .sheet = true, .arena = scratch};
            if (may_hold_dates((SheetKind)kind, sheet, column)) continue;
            for (int row = 0; row < table->n_rows; row++)
                if (!damage_note(&notes, table_cell(table, row, column), row, 1)) return error_no_memory(err);
            damage_notes_tell(&notes, messages);
        }
    }
    return CADRE_OK;
}
