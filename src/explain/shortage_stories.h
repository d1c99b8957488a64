/* shortage_stories.h: the shortages of a result, dearest first, and what would mend each. */
#ifndef EXPLAIN_SHORTAGE_STORIES_H
#define EXPLAIN_SHORTAGE_STORIES_H

#include "explain/repair_search.h"

/* A part of the plan with what it is asked by. */
typedef struct ExplainPart {
    WhatIf what_if;
    Holdings holdings;
} ExplainPart;

typedef struct ShortageStory {
    const Shortage *whole;    /* in the whole's indices */
    const ExplainPart *part;  /* NULL: it was left out */
    const Shortage *shortage; /* in the part's */
    Repairs repairs;
} ShortageStory;

typedef struct ShortageStories {
    ShortageStory *items; /* [n], dearest first */
    int n, n_done;
} ShortageStories;

/**
 * Work out the repairs of the dearest shortages of a solution.
 * most: shortages to do; ways: of people for each (repairs_search).
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost: a part's relaxation for each part that is short, then a solve a way.
 */
CadreStatus shortage_stories_make(ShortageStories *out, const Program *whole, const Solution *known, bool is_best,
                                  const Shortage *shortages, int n_shortages, int most, int ways, const WhatIfOptions *options,
                                  Arena *arena, CadreError *err);

/* The best repairs in one sentence; "" where there are none. */
CadreStatus repairs_sentence(const char **sentence, const ShortageStory *story, Arena *arena, CadreError *err);

#endif
