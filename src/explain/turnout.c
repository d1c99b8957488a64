#include "explain/turnout.h"

CadreStatus turnout_make(Turnout *out, const ResultIndex *index, const ResultScope *scope, Arena *arena, CadreError *err)
{
    Turnout turnout = {.staff = scope->n_people};
    turnout.away = ARENA_ARRAY(arena, int, scope->n_people);
    turnout.without = ARENA_ARRAY(arena, int, scope->n_people);
    turnout.silent = ARENA_ARRAY(arena, int, scope->n_people);
    turnout.unheard = ARENA_ARRAY(arena, int, scope->n_people);
    if (!turnout.away || !turnout.without || !turnout.silent || !turnout.unheard) return error_no_memory(err);
    for (int i = 0; i < scope->n_people; i++) {
        int row = scope->people[i];
        const Person *person = &index->model->staff[index->rows->people[row].person];
        bool serves = index->rows->people[row].groups > 0;
        turnout.answered += person->answered;
        if (person->away)
            turnout.away[turnout.n_away++] = row;
        else if (person->answered && !serves)
            turnout.without[turnout.n_without++] = row;
        else if (!person->answered && !serves)
            turnout.silent[turnout.n_silent++] = row;
        else if (!person->answered)
            turnout.unheard[turnout.n_unheard++] = row;
    }
    *out = turnout;
    return CADRE_OK;
}
