#include "solve/what_if.h"

#include <omp.h>
#include <stdatomic.h>
#include <string.h>

#include "solve/clock.h"
#include "solve/components.h"
#include "solve/steps.h"
#include "solve/what_if_start.h"

enum { FLIPS = 200000 }; /* of the greedy search where a question was not answered exactly */

/* --- the part --- */

/* Whether people of a site may join a group once a level, a position or a pin is changed. */
static bool site_may_join(const Model *whole, int site, int group)
{
    return whole->groups[group].site < 0 || whole->groups[group].site == site;
}

/* The parts of the whole that the one asked about is made of, with all that a change may link to them: the other groups of the
 * same site and those open to all. All parts where the settings tie them together. */
static void parts_choose(bool *chosen, const Components *components, const Model *whole, int person, int group)
{
    bool all = whole->settings.fairness == FAIRNESS_FLOOR;
    for (int i = 0; i < components->n; i++) chosen[i] = all;
    if (person >= 0 && components->index.part_of_person[person] >= 0) chosen[components->index.part_of_person[person]] = true;
    for (int i = 0; i < whole->n_groups; i++) {
        bool near_person = person >= 0 && site_may_join(whole, whole->staff[person].site, i);
        bool near_group = group >= 0 && (whole->groups[group].site < 0 || site_may_join(whole, whole->groups[group].site, i));
        if (i == group || near_person || near_group) chosen[components->index.part_of_group[i]] = true;
    }
}

typedef struct PartList {
    PartIndex index;
    int *staff, *groups;
    int n_staff, n_groups;
} PartList;

/* Where all is one part everybody is in it, so that indices stay what they are. */
static CadreStatus part_list(PartList *out, const Components *components, const Model *whole, int person, int group,
                             const bool *chosen, Arena *arena, CadreError *err)
{
    int *room[] = {ARENA_ARRAY(arena, int, whole->n_staff), ARENA_ARRAY(arena, int, whole->n_groups),
                   ARENA_ARRAY(arena, int, whole->n_staff), ARENA_ARRAY(arena, int, whole->n_groups),
                   ARENA_ARRAY(arena, int, whole->n_staff), ARENA_ARRAY(arena, int, whole->n_groups)};
    for (int i = 0; i < 6; i++)
        if (!room[i]) return error_no_memory(err);
    *out = (PartList){.index = {room[0], room[1], room[2], room[3]}, .staff = room[4], .groups = room[5]};
    for (int i = 0; i < whole->n_staff; i++) {
        int part = components->index.part_of_person[i];
        bool in = i == person || components->n == 1 || (part >= 0 && chosen[part]) ||
                  (group >= 0 && site_may_join(whole, whole->staff[i].site, group));
        out->index.part_of_person[i] = in ? 0 : -1;
        out->index.person[i] = in ? out->n_staff : -1;
        if (in) out->staff[out->n_staff++] = i;
    }
    for (int i = 0; i < whole->n_groups; i++) {
        bool in = chosen[components->index.part_of_group[i]];
        out->index.part_of_group[i] = in ? 0 : -1;
        out->index.group[i] = in ? out->n_groups : -1;
        if (in) out->groups[out->n_groups++] = i;
    }
    return CADRE_OK;
}

static CadreStatus base_take(WhatIf *what_if, const PartList *list, const Model *whole, const Solution *known, Arena *arena,
                             CadreError *err)
{
    const Model *model = &what_if->part.model;
    Assignment *base = ARENA_ARRAY(arena, Assignment, known->n);
    bool feasible;
    int n = 0;
    if (!base) return error_no_memory(err);
    for (int i = 0; i < known->n; i++) {
        Assignment at = known->assignments[i];
        int group = whole->roles[at.role].group;
        if (list->index.part_of_group[group] != 0) continue;
        int first = model->groups[list->index.group[group]].first_role;
        base[n++] = (Assignment){list->index.person[at.person], first + at.role - whole->groups[group].first_role};
    }
    what_if->base = (Solution){base, n};
    solution_sort(&what_if->base);
    TRY(program_evaluate(&what_if->base_parts, &feasible, &what_if->shortages, &what_if->n_shortages, &what_if->program,
                         &what_if->base, arena, err));
    return feasible ? CADRE_OK : error_set(err, CADRE_SOLVER, "the result breaks a rule of the plan");
}

static CadreStatus part_make(WhatIf *what_if, const Program *whole, const Solution *known, const BundlePool *pool, Arena *arena,
                             CadreError *err)
{
    Components components;
    PartList list;
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    TRY(components_find(&components, whole, arena, err));
    bool *chosen = ARENA_ARRAY(arena, bool, components.n);
    if (!chosen) return error_no_memory(err);
    if (components.n == 1 && pool && bundle_pool_size(pool) > 0) what_if->pool = pool;
    parts_choose(chosen, &components, whole->model, what_if->person, what_if->group);
    TRY(part_list(&list, &components, whole->model, what_if->person, what_if->group, chosen, arena, err));
    TRY(model_part_make(&what_if->part, whole->model, &list.index, 0, list.staff, list.n_staff, list.groups, list.n_groups,
                        arena, err));
    TRY(score_run(&what_if->scores, &what_if->part.model, what_if->options.threads, arena, err));
    TRY(program_make(&what_if->program, &what_if->part.model, &what_if->scores, arena, messages, err));
    TRY(base_take(what_if, &list, whole->model, known, arena, err));
    if (what_if->person >= 0) what_if->person = list.index.person[what_if->person];
    if (what_if->group >= 0) what_if->group = list.index.group[what_if->group];
    return CADRE_OK;
}

/* The relaxation of the base gives the bundles; its solution, where that is asked for, the bound. */
static CadreStatus base_solve(WhatIf *what_if, bool is_best, Arena *arena, CadreError *err)
{
    SolveOutcome outcome;
    BundlePool *pool = bundle_pool_create(arena);
    if (!pool) return error_no_memory(err);
    bool is_floor = what_if->part.model.settings.fairness == FAIRNESS_FLOOR;
    if (is_best && is_floor) return CADRE_OK; /* its bundles belong to a step that no question need come to */
    SolveOptions options = what_if->options;
    Arena *scratch = arena_create(arena);
    Messages *messages = scratch ? messages_create(scratch) : NULL;
    if (!messages) return error_no_memory(err);
    options.start = &what_if->base;
    options.time_limit_s = clock_left(what_if->deadline_s);
    options.keep = is_floor ? NULL : pool;
    options.pool_only = is_best;
    CadreStatus status = steps_run(&outcome, &what_if->program, &options, scratch, messages, err);
    if (status == CADRE_OK && !is_best && outcome.bound > what_if->base_bound) what_if->base_bound = outcome.bound;
    what_if->pool = is_floor || bundle_pool_size(pool) == 0 ? NULL : pool;
    arena_release(scratch);
    return status;
}

CadreStatus what_if_open(WhatIf *out, const Program *whole, const Solution *known, bool is_best, int person, int group,
                         const WhatIfOptions *options, Arena *arena, CadreError *err)
{
    *out = (WhatIf){.person = person, .group = group};
    out->options = (SolveOptions){.method = "bundles",
                                  .threads = options->threads,
                                  .gap_points = 1,
                                  .value_only = true,
                                  .clashes_unexplained = true,
                                  .may_find_none = true,
                                  .caps = {.work = options->work, .flips = FLIPS}};
    out->deadline_s = options->deadline_s;
    TRY(part_make(out, whole, known, options->pool, arena, err));
    out->base_bound = objective_value(out->base_parts);
    out->base_floor = out->part.model.settings.fairness == FAIRNESS_FLOOR ? options->floor : -1;
    if (is_best && out->pool) return CADRE_OK;
    return base_solve(out, is_best, arena, err);
}

int64_t what_if_work(const WhatIf *what_if)
{
    int64_t rows = (int64_t)what_if->program.n_rules + what_if->program.n_people;
    return rows * (what_if->pool ? bundle_pool_size(what_if->pool) : what_if->program.n_pairs);
}

/* --- questions --- */

typedef struct Asking {
    const WhatIf *what_if;
    const WhatIfQuestion *questions;
    WhatIfAnswer *answers;
    CadreStatus *status;
    CadreError *errors;
    int n;
} Asking;

/* The answer as it stays. */
static CadreStatus answer_keep(WhatIfAnswer *out, const Program *program, const SolveOutcome *outcome, Arena *keeper,
                               CadreError *err)
{
    bool feasible;
    Assignment *kept = ARENA_ARRAY(keeper, Assignment, outcome->solution.n);
    if (!kept) return error_no_memory(err);
    if (outcome->solution.n) memcpy(kept, outcome->solution.assignments, (size_t)outcome->solution.n * sizeof *kept);
    out->known = out->possible = true;
    out->solution = (Solution){kept, outcome->solution.n};
    TRY(program_evaluate(&out->parts, &feasible, &out->shortages, &out->n_shortages, program, &out->solution, keeper, err));
    out->value = objective_value(out->parts);
    out->bound = outcome->bound;
    out->floor = outcome->floor;
    out->exact = outcome->value_proved && out->value == out->bound;
    if (!feasible || out->bound < out->value)
        return error_set(err, CADRE_SOLVER, "an answer does not hold what the solver says of it");
    return CADRE_OK;
}

static CadreStatus question_solve(WhatIfAnswer *out, const WhatIf *what_if, const WhatIfQuestion *question, Arena *keeper,
                                  Arena *arena, CadreError *err)
{
    Model model;
    ScoreTable scores;
    Program program;
    Solution start;
    SolveOutcome outcome;
    SolveOptions options = what_if->options;
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    TRY(model_alter(&model, &what_if->part.model, question->alterations, question->n, arena, err));
    TRY(score_run(&scores, &model, 1, arena, err));
    TRY(program_make(&program, &model, &scores, arena, messages, err));
    out->known = messages_errors(messages) > 0;
    if (out->known) return CADRE_OK; /* one look shows that it cannot be */
    if (question->moves) TRY(program_compare(&program, &what_if->base, arena, err));
    TRY(what_if_start(&start, &program, &what_if->base, arena, err));
    options.threads = 1;
    options.start = &start;
    options.value_only = !question->moves;
    options.pool = what_if->pool;
    options.time_limit_s = clock_left(what_if->deadline_s);
    CadreStatus status = steps_run(&outcome, &program, &options, arena, messages, err);
    out->known = status == CADRE_INPUT; /* a search shows that it cannot be */
    if (out->known || (status == CADRE_OK && outcome.none_found)) return CADRE_OK;
    return status == CADRE_OK ? answer_keep(out, &program, &outcome, keeper, err) : status;
}

static void question_run(Asking *asking, int at, Arena *keeper)
{
    asking->answers[at] = (WhatIfAnswer){.asked = !clock_past(asking->what_if->deadline_s)};
    asking->status[at] = CADRE_OK;
    if (!asking->answers[at].asked) return;
    CadreError *err = &asking->errors[at];
    Arena *arena = arena_create(NULL);
    asking->status[at] = arena && keeper
                             ? question_solve(&asking->answers[at], asking->what_if, &asking->questions[at], keeper, arena, err)
                             : error_no_memory(err);
    arena_release(arena);
}

static void questions_run(Asking *asking, Arena **keepers, int threads)
{
    atomic_int next = 0;
#pragma omp parallel for schedule(static, 1) num_threads(threads)
    for (int thread = 0; thread < threads; thread++)
        for (int at; (at = atomic_fetch_add(&next, 1)) < asking->n;) question_run(asking, at, keepers[thread]);
}

CadreStatus what_if_ask(WhatIfAnswer *answers, const WhatIf *what_if, const WhatIfQuestion *questions, int n, Arena *arena,
                        CadreError *err)
{
    int threads = what_if->options.threads < n ? what_if->options.threads : n;
    if (n == 0) return CADRE_OK;
    Asking asking = {.what_if = what_if, .questions = questions, .answers = answers, .n = n};
    asking.status = ARENA_ARRAY(arena, CadreStatus, n);
    asking.errors = ARENA_ARRAY(arena, CadreError, n);
    Arena **keepers = ARENA_ARRAY(arena, Arena *, threads);
    if (!asking.status || !asking.errors || !keepers) return error_no_memory(err);
    for (int thread = 0; thread < threads; thread++) keepers[thread] = arena_create(arena);
    questions_run(&asking, keepers, threads);
    for (int i = 0; i < n; i++) {
        if (asking.status[i] == CADRE_OK) continue;
        *err = asking.errors[i];
        return asking.status[i];
    }
    return CADRE_OK;
}
