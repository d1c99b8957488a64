#include "read/amount_words.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *word;
    int amount;
} amounts[] = {
    {"no", 0},   {"none", 0},  {"not", 0},   {"zero", 0},  {"never", 0}, {"ninguno", 0}, {"ninguna", 0},
    {"cero", 0}, {"nunca", 0}, {"yes", 1},   {"one", 1},   {"si", 1},    {"un", 1},      {"uno", 1},
    {"una", 1},  {"two", 2},   {"dos", 2},   {"three", 3}, {"tres", 3},  {"four", 4},    {"cuatro", 4},
    {"five", 5}, {"cinco", 5}, {"six", 6},   {"seis", 6},  {"seven", 7}, {"siete", 7},   {"eight", 8},
    {"ocho", 8}, {"nine", 9},  {"nueve", 9}, {"ten", 10},  {"diez", 10},
};

int amount_of_words(const char *words)
{
    for (const char *at = words; at[0] && at[1]; at += 1 + strcspn(at + 1, " ")) {
        size_t length = strcspn(at + 1, " ");
        for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
            if (strlen(amounts[i].word) == length && strncmp(at + 1, amounts[i].word, length) == 0) return amounts[i].amount;
    }
    return -1;
}
