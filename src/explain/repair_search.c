#include "explain/repair_search.h"

#include <stdlib.h>

#include "explain/order.h"
#include "explain/repair_ways.h"

/* Training first, then limits, slots and positions, then less asked for, then someone from outside. */
static int kind_order(const Repair *repair)
{
    switch (repair->changes[0].kind) {
    case ALTER_LEVEL:
        return 0;
    case ALTER_HOURS:
    case ALTER_MAX_GROUPS:
    case ALTER_MAX_LEADS:
        return 1;
    case ALTER_MEETS:
    case ALTER_POSITION:
        return 2;
    case ALTER_OUTSIDE:
        return 4;
    default:
        return 3;
    }
}

/* Gains are below 2^45 and steps below 2^14. */
static int by_gain_a_step(const void *left, const void *right, void *model)
{
    const Repair *a = left, *b = right;
    int order = order_of(b->gain * a->steps, a->gain * b->steps);
    if (!order) order = order_of(kind_order(a), kind_order(b));
    if (!order) order = order_of(a->steps, b->steps);
    return order ? order : alteration_order(model, &a->changes[0], &b->changes[0]);
}

static void take(Repairs *out, const WhatIf *what_if, const Shortage *shortage, const Repair *way, const WhatIfAnswer *answer)
{
    int64_t base = objective_value(what_if->base_parts);
    out->n_asked += answer->asked;
    out->settled = out->settled && answer->known && (answer->exact || !answer->possible);
    if (!answer->possible || shortage_missing_in(answer, shortage) >= shortage_missing(shortage)) return;
    bool better = answer->floor >= 0 ? answer->parts.shortages < what_if->base_parts.shortages : answer->value > base;
    if (!better) return;
    Repair *repair = &out->items[out->n++];
    *repair = *way;
    repair->answer = *answer;
    repair->gain = answer->value - base;
    repair->exact = answer->exact && what_if->base_bound == base;
}

CadreStatus repairs_search(Repairs *out, const WhatIf *what_if, const Holdings *holdings, const Shortage *shortage, int most,
                           Arena *arena, CadreError *err)
{
    RepairWays ways;
    int n = 0;
    *out = (Repairs){.settled = true};
    TRY(repair_ways_find(&ways, what_if, holdings, shortage, arena, err));
    for (int of_people = 0; n < ways.list.n && of_people < most; n++) of_people += ways.list.items[n].nearness > 0;
    out->n_ways = ways.list.n;
    out->items = ARENA_ARRAY(arena, Repair, n);
    WhatIfQuestion *questions = ARENA_ARRAY(arena, WhatIfQuestion, n);
    WhatIfAnswer *answers = ARENA_ARRAY(arena, WhatIfAnswer, n);
    if (!out->items || !questions || !answers) return error_no_memory(err);
    for (int i = 0; i < n; i++) {
        const Repair *repair = &ways.list.items[i].repair;
        questions[i] = (WhatIfQuestion){.n = repair->n_changes};
        for (int k = 0; k < repair->n_changes; k++) questions[i].alterations[k] = repair->changes[k];
    }
    TRY(what_if_ask(answers, what_if, questions, n, arena, err));
    for (int i = 0; i < n; i++) take(out, what_if, shortage, &ways.list.items[i].repair, &answers[i]);
    Model *context = (Model *)holdings->model; /* qsort_r's context is not const */
    qsort_r(out->items, (size_t)out->n, sizeof *out->items, by_gain_a_step, context);
    return CADRE_OK;
}

int repair_class(const Repair *repair)
{
    switch (repair->changes[0].kind) {
    case ALTER_OUTSIDE:
        return 1;
    case ALTER_ROLE_MIN:
    case ALTER_MIN_SIZE:
    case ALTER_PEOPLE:
    case ALTER_MIX_MIN:
    case ALTER_MIX_MAX:
        return 2;
    default:
        return 0;
    }
}
