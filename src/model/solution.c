#include "model/solution.h"

#include <stdlib.h>

static int by_person(const void *left, const void *right)
{
    const Assignment *a = left, *b = right;
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    return (a->role > b->role) - (a->role < b->role);
}

void solution_sort(Solution *solution)
{
    if (solution->n > 1) qsort(solution->assignments, (size_t)solution->n, sizeof *solution->assignments, by_person);
}
