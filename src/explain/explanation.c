#include "explain/explanation.h"

#include "explain/left_out.h"
#include "explain/reasons.h"

enum { WAYS_OF_PEOPLE = 24 }; /* worked out for one shortage */

static CadreStatus held_make(Explanation *out, Arena *arena, CadreError *err)
{
    const Holdings *holdings = &out->part->holdings;
    const WhatIf *what_if = &out->part->what_if;
    const ScoreTable *scores = &what_if->scores;
    SolveOutcome *outcome = ARENA_NEW(arena, SolveOutcome);
    Rivals rivals;
    int best_role = -1, best_points = -1, first = holdings->first[out->person];
    out->n_held = holdings_count(holdings, out->person);
    out->held = ARENA_ARRAY(arena, HeldRole, out->n_held);
    if (!out->held || !outcome) return error_no_memory(err);
    *outcome = (SolveOutcome){.solution = what_if->base, .parts = what_if->base_parts, .bound = what_if->base_bound};
    outcome->proved = out->is_best;
    outcome->floor = holdings->model->settings.fairness == FAIRNESS_FLOOR ? 0 : -1;
    outcome->changes = program_changes(&what_if->program, &what_if->base);
    TRY(rivals_make(&rivals, holdings, outcome, arena, err));
    for (int i = 0; i < out->n_held; i++) {
        int role = holdings->assignments[first + i].role;
        ScoreParts parts = score_parts(holdings->model, out->person, role);
        int64_t pair = score_find(scores, out->person, role);
        out->held[i] = (HeldRole){.role = role, .points = scores->points[pair]};
        TRY(reason_for_assignment(&out->held[i].reason, &rivals, out->person, role, &parts, arena, err));
    }
    for (int64_t pair = scores->first_pair[out->person]; pair < scores->first_pair[out->person + 1]; pair++) {
        if (scores->points[pair] <= best_points) continue;
        best_points = scores->points[pair];
        best_role = scores->role[pair];
    }
    return reason_for_person(&out->reason, &rivals, out->person, best_role, arena, err);
}

/* role: of the part, -1: all of the group. */
static CadreStatus why_make(Explanation *out, int role, Arena *arena, CadreError *err)
{
    const Group *group = &out->part->what_if.part.model.groups[out->group];
    int first = role >= 0 ? role : group->first_role, end = role >= 0 ? role + 1 : group->first_role + group->n_roles;
    out->why = ARENA_ARRAY(arena, WhyNot, end - first);
    if (!out->why) return error_no_memory(err);
    for (int at = first; at < end; at++)
        TRY(why_not_make(&out->why[out->n_why++], &out->part->what_if, &out->part->holdings, out->person, at, arena, err));
    return CADRE_OK;
}

CadreStatus explanation_make(Explanation *out, const ExplainQuestion *question, const Program *whole, const Solution *known,
                             bool is_best, const Shortage *shortages, int n_shortages, const WhatIfOptions *options,
                             Arena *arena, CadreError *err)
{
    *out = (Explanation){.is_best = is_best, .person = -1, .group = -1, .whole = whole->model};
    StoryLimits all = {n_shortages, WAYS_OF_PEOPLE, true, INT64_MAX / 2};
    if (question->shortages)
        return shortage_stories_make(&out->shortages, whole, known, is_best, shortages, n_shortages, &all, options, arena, err);
    ExplainPart *part = out->part = ARENA_NEW(arena, ExplainPart);
    if (!part) return error_no_memory(err);
    TRY(what_if_open(&part->what_if, whole, known, is_best, question->person, question->group, options, arena, err));
    TRY(holdings_make(&part->holdings, &part->what_if.part.model, &part->what_if.scores, &part->what_if.base, arena, err));
    out->person = part->what_if.person;
    out->group = part->what_if.group;
    if (out->person >= 0) TRY(held_make(out, arena, err));
    if (out->group < 0) return CADRE_OK;
    if (out->person < 0) return seat_losses_make(&out->seats, &part->what_if, &part->holdings, out->group, arena, err);
    const Group *group = &part->what_if.part.model.groups[out->group];
    int role = question->role < 0 ? -1 : group->first_role + question->role - whole->model->groups[question->group].first_role;
    return why_make(out, role, arena, err);
}

static bool is_settled(const WhatIfAnswer *answer) { return answer->known && (answer->exact || !answer->possible); }

bool explanation_is_exact(const Explanation *explanation)
{
    bool settled = explanation->shortages.n_done == explanation->shortages.n;
    for (int i = 0; i < explanation->n_why; i++) {
        const WhyNot *why = &explanation->why[i];
        settled = settled && (why->holds || why->barrier != BARRIER_NONE || is_settled(&why->with));
        for (int k = 0; k < why->n_ways; k++)
            settled = settled && is_settled(&why->ways[k].with) && is_settled(&why->ways[k].without);
    }
    for (int i = 0; i < explanation->seats.n; i++) settled = settled && is_settled(&explanation->seats.seats[i].without);
    for (int i = 0; i < explanation->shortages.n_done; i++)
        settled = settled && explanation->shortages.items[i].repairs.settled;
    return settled;
}
