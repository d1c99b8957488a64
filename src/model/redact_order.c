/* redact_order.c: the people of a redacted model by their new keys, in every array. */
#include <stdlib.h>
#include <string.h>

#include "model/redact.h"

typedef struct Keyed {
    const char *key;
    int person;
} Keyed;

static int by_key(const void *left, const void *right)
{
    return strcmp(((const Keyed *)left)->key, ((const Keyed *)right)->key);
}

static int by_person(const void *left, const void *right)
{
    const PreviousAssignment *a = left, *b = right;
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    return (a->role > b->role) - (a->role < b->role);
}

static int by_person_and_name(const void *left, const void *right)
{
    const GoneAssignment *a = left, *b = right;
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    int order = strcmp(a->group, b->group);
    return order ? order : strcmp(a->role, b->role);
}

static int by_person_and_rule(const void *left, const void *right)
{
    const Pin *a = left, *b = right;
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    if (a->rule != b->rule) return a->rule < b->rule ? -1 : 1;
    return (a->first_role > b->first_role) - (a->first_role < b->first_role);
}

static int by_group_and_people(const void *left, const void *right)
{
    const Pair *a = left, *b = right;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    if (a->other != b->other) return a->other < b->other ? -1 : 1;
    return a->together - b->together;
}

static CadreStatus order_staff(Model *out, int place[], const Model *model, Arena *arena, CadreError *err)
{
    size_t n_skills = (size_t)model->n_skills, n = (size_t)model->n_staff;
    Keyed *keys = ARENA_ARRAY(arena, Keyed, n);
    out->staff = ARENA_ARRAY(arena, Person, n);
    out->levels = ARENA_ARRAY(arena, int8_t, n * n_skills);
    out->interests = ARENA_ARRAY(arena, int8_t, n * n_skills);
    if (!keys || !out->staff || !out->levels || !out->interests) return error_no_memory(err);
    for (int i = 0; i < model->n_staff; i++) keys[i] = (Keyed){model->staff[i].key, i};
    if (n > 1) qsort(keys, n, sizeof *keys, by_key);
    for (size_t i = 0; i < n; i++) {
        size_t from = (size_t)keys[i].person;
        place[from] = (int)i;
        out->staff[i] = model->staff[from];
        if (n_skills == 0) continue;
        memcpy(out->levels + i * n_skills, model->levels + from * n_skills, n_skills);
        memcpy(out->interests + i * n_skills, model->interests + from * n_skills, n_skills);
    }
    return CADRE_OK;
}

static CadreStatus order_previous(PreviousAssignment **out, const PreviousAssignment *rows, int n, const int place[],
                                  Arena *arena, CadreError *err)
{
    *out = ARENA_ARRAY(arena, PreviousAssignment, n);
    if (!*out) return error_no_memory(err);
    for (int i = 0; i < n; i++) {
        (*out)[i] = rows[i];
        (*out)[i].person = place[rows[i].person];
    }
    if (n > 1) qsort(*out, (size_t)n, sizeof **out, by_person);
    return CADRE_OK;
}

static CadreStatus order_gone(Model *out, const Model *model, const int place[], Arena *arena, CadreError *err)
{
    out->gone = ARENA_ARRAY(arena, GoneAssignment, model->n_gone);
    if (!out->gone) return error_no_memory(err);
    for (int i = 0; i < model->n_gone; i++) {
        out->gone[i] = model->gone[i];
        out->gone[i].person = place[model->gone[i].person];
    }
    if (model->n_gone > 1) qsort(out->gone, (size_t)model->n_gone, sizeof *out->gone, by_person_and_name);
    return CADRE_OK;
}

static CadreStatus order_rules(Model *out, const Model *model, const int place[], Arena *arena, CadreError *err)
{
    int n_pairs = model->n_pairs + model->n_idle_pairs;
    out->pins = ARENA_ARRAY(arena, Pin, model->n_pins);
    out->pairs = ARENA_ARRAY(arena, Pair, n_pairs);
    if (!out->pins || !out->pairs) return error_no_memory(err);
    for (int i = 0; i < model->n_pins; i++) {
        out->pins[i] = model->pins[i];
        out->pins[i].person = place[model->pins[i].person];
    }
    for (int i = 0; i < n_pairs; i++) {
        out->pairs[i] = model->pairs[i];
        int person = place[model->pairs[i].person], other = place[model->pairs[i].other];
        out->pairs[i].person = person < other ? person : other;
        out->pairs[i].other = person < other ? other : person;
    }
    if (model->n_pins > 1) qsort(out->pins, (size_t)model->n_pins, sizeof *out->pins, by_person_and_rule);
    if (model->n_pairs > 1) qsort(out->pairs, (size_t)model->n_pairs, sizeof *out->pairs, by_group_and_people);
    if (model->n_idle_pairs > 1)
        qsort(out->pairs + model->n_pairs, (size_t)model->n_idle_pairs, sizeof *out->pairs, by_group_and_people);
    TRY(order_previous(&out->previous, model->previous, model->n_previous, place, arena, err));
    TRY(order_previous(&out->held, model->held, model->n_held, place, arena, err));
    return order_gone(out, model, place, arena, err);
}

CadreStatus redact_order(Model *out, const int **place, const Model *model, Arena *arena, CadreError *err)
{
    Model ordered = *model;
    int *at = ARENA_ARRAY(arena, int, model->n_staff);
    if (!at) return error_no_memory(err);
    TRY(order_staff(&ordered, at, model, arena, err));
    TRY(order_rules(&ordered, model, at, arena, err));
    *out = ordered;
    *place = at;
    return CADRE_OK;
}

CadreStatus redact_solution(Solution *out, const Solution *solution, const int place[], Arena *arena, CadreError *err)
{
    Solution moved = {ARENA_ARRAY(arena, Assignment, solution->n), solution->n};
    if (!moved.assignments) return error_no_memory(err);
    for (int i = 0; i < solution->n; i++)
        moved.assignments[i] = (Assignment){place[solution->assignments[i].person], solution->assignments[i].role};
    solution_sort(&moved);
    *out = moved;
    return CADRE_OK;
}
