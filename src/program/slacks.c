#include "program/program.h"

void program_slacks(int64_t slack[/*n_slacks*/], int64_t activity[/*n_rules*/], const Program *program)
{
    for (int rule = 0; rule < program->n_rules; rule++) {
        int own = program->rules[rule].slack;
        if (own < 0) continue;
        const Entry *entries = program->slack_entries + program->slack_first_entry[own];
        int64_t n_entries = program->slack_first_entry[own + 1] - program->slack_first_entry[own];
        int64_t needed =
            entries[0].coefficient > 0 ? program->rules[rule].low - activity[rule] : activity[rule] - program->rules[rule].high;
        slack[own] = needed > 0 ? needed : 0;
        for (int64_t i = 1; i < n_entries; i++) activity[entries[i].row] += slack[own] * entries[i].coefficient;
    }
}

int64_t program_common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

int64_t program_price_divisor(const Program *program)
{
    int64_t divisor = 0;
    for (int slack = 0; slack < program->n_slacks; slack++)
        divisor = program_common_divisor(program->slacks[slack].price, divisor);
    return divisor;
}
