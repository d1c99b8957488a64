#include "read/slots_read.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "read/plan_reader.h"

enum { DAY_MINUTES = 24 * 60, SLOT_MINUTES = 60 };

/* The weekday of the word at the start of a name key, *rest behind it and the blanks that follow; -1 where it is none. */
static int parse_day(const char *key, const char **rest)
{
    static const char days[2][7][4] = {{"mon", "tue", "wed", "thu", "fri", "sat", "sun"},
                                       {"lun", "mar", "mie", "jue", "vie", "sab", "dom"}};
    size_t length = 0;
    while (isalpha((unsigned char)key[length])) length++;
    const char *after = key + length;
    if (*after == '.' || *after == ',') after++;
    if (length < 3 || *after != ' ') return -1;
    *rest = after + 1;
    for (int day = 0; day < 7; day++)
        if (strncmp(key, days[0][day], 3) == 0 || strncmp(key, days[1][day], 3) == 0) return day;
    return -1;
}

/* H:MM or HH:MM in minutes, *rest behind it and a following blank; -1 where it is none. */
static int parse_time(const char *text, const char **rest)
{
    int hours = 0, n_digits = 0;
    while (isdigit((unsigned char)*text) && n_digits < 3) hours = 10 * hours + (*text++ - '0'), n_digits++;
    if (n_digits < 1 || n_digits > 2 || text[0] != ':') return -1;
    if (!isdigit((unsigned char)text[1]) || !isdigit((unsigned char)text[2]) || isdigit((unsigned char)text[3])) return -1;
    int minutes = 10 * (text[1] - '0') + (text[2] - '0'), all = 60 * hours + minutes;
    *rest = text + 3 + (text[3] == ' ');
    return minutes < 60 && all <= DAY_MINUTES ? all : -1;
}

/* Behind a dash of any usual kind and a following blank, NULL where there is none. */
static const char *skip_dash(const char *text)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x90", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t length = strlen(dashes[i]);
        if (strncmp(text, dashes[i], length) == 0) return text + length + (text[length] == ' ');
    }
    return NULL;
}

static bool parse_slot(Slot *slot, const char *key)
{
    const char *at = key;
    if ((slot->day = parse_day(key, &at)) < 0) return false;
    if ((slot->start = parse_time(at, &at)) < 0) return false;
    slot->end = slot->start + SLOT_MINUTES;
    slot->text = -1;
    if (!*at) return true;
    const char *second = skip_dash(at);
    if (!second || (slot->end = parse_time(second, &at)) < 0) return false;
    return !*at && slot->end > slot->start;
}

bool slots_parse(SlotList *out, const char *cell, Names *texts, Origin origin, Arena *arena, Messages *messages)
{
    int n_parts;
    const char *const *parts = plan_split(cell, &n_parts, arena);
    if (!parts) return false;
    for (int i = 0; i < n_parts; i++) {
        Slot slot = {.name = parts[i]};
        const char *key = text_name_key(arena, parts[i]);
        if (!key) return false;
        if (!parse_slot(&slot, key)) {
            slot = (Slot){.day = -1, .text = names_add(texts, parts[i]), .name = parts[i]};
            if (slot.text < 0) return false;
            messages_add(messages, CADRE_WARNING, origin,
                         "\"%s\" is no time that can be compared, so it only clashes with the same text; expected a day and "
                         "24-hour times as Tue 15:30-16:30",
                         parts[i]);
        }
        if (!LIST_PUSH(arena, out, slot)) return false;
    }
    return true;
}
