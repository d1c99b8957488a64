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
    const char *conflict; /* what stands against it, in words; NULL: that was not asked for */
} ShortageStory;

typedef struct ShortageStories {
    ShortageStory *items; /* [n], dearest first */
    int n, n_done;
    int64_t n_asked; /* questions put to the solver */
} ShortageStories;

/* Where to stop. */
typedef struct StoryLimits {
    int shortages;  /* that are worked out */
    int ways;       /* of people for each (repairs_search) */
    bool conflicts; /* say what stands against each */
    int64_t work;   /* what_if_work, summed over all questions: no shortage is begun that is likely to go beyond it */
} StoryLimits;

/**
 * Work out the repairs of the dearest shortages of a solution.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost: a part's relaxation for each part that is short, then a solve a way.
 */
CadreStatus shortage_stories_make(ShortageStories *out, const Program *whole, const Solution *known, bool is_best,
                                  const Shortage *shortages, int n_shortages, const StoryLimits *limits,
                                  const WhatIfOptions *options, Arena *arena, CadreError *err);

/* The best repairs of each class (people and times; someone from outside; less asked for) in one sentence; "" where there are
 * none. */
CadreStatus repairs_sentence(const char **sentence, const ShortageStory *story, Arena *arena, CadreError *err);

#endif
