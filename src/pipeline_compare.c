/* Comparing results: read the folders -> compare -> read the inputs that are still there -> what differs in them -> solve the
 * first's plan with each difference alone -> say. */
#include <omp.h>
#include <string.h>

#include "explain/comparison.h"
#include "pipeline_run.h"
#include "read/plan_differences.h"
#include "read/result_facts_read.h"
#include "read/result_inputs.h"
#include "write/comparison_write.h"

/* People of two results can be set side by side only where they are called the same. */
static void names_check(Run *run, const ResultFacts *first, const ResultFacts *other)
{
    Origin origin = {other->folder, 0, 0};
    if (result_same_names(&first->snapshot, &other->snapshot)) return;
    if (first->snapshot.redacted && other->snapshot.redacted)
        messages_add(run->messages, CADRE_ERROR, origin,
                     "is redacted with another key than %s, so that its people have other pseudonyms; expected both redacted "
                     "with one key: "
                     "solve one of them again with --redact and the other's key",
                     first->folder);
    else
        messages_add(
            run->messages, CADRE_ERROR, origin,
            "%s, so that nobody of the one can be found in the other; expected both with names, or both redacted with one key: "
            "solve one of them again, without --redact or with it",
            arena_print(run->arena,
                        first->snapshot.redacted ? "has names, and %s is redacted" : "is redacted, and %s has names",
                        first->folder));
}

static CadreStatus facts_read(ResultFacts *facts, Run *run, const CadreCompareOptions *options, CadreError *err)
{
    CadreStatus status = CADRE_OK;
    pipeline_stage(run, "read");
    for (int i = 0; i < options->n_results && status == CADRE_OK; i++)
        status = result_facts_read(&facts[i], options->results[i], run->arena, run->messages, err);
    for (int i = 1; i < options->n_results && status == CADRE_OK; i++) names_check(run, &facts[0], &facts[i]);
    return pipeline_flush(run, status, err);
}

/* All answers together as a difference, then each one. */
static CadreStatus surveys_compare(Comparison *out, const ResultInputs *first, const ResultInputs *other, Arena *arena,
                                   CadreError *err)
{
    InputDifferences answers = {0};
    if (result_inputs_same_surveys(&out->first->snapshot, &out->other->snapshot)) return CADRE_OK;
    TRY(answer_differences(&answers, first->model, other->model, &out->matches, arena, err));
    int n_people = 0;
    for (int i = 0; i < answers.n; i++) n_people += i == 0 || strcmp(answers.items[i].key, answers.items[i - 1].key) != 0;
    const char *people = arena_print(arena, "%d", n_people);
    if (!people) return error_no_memory(err);
    InputDifference all = {
        .about = ABOUT_ANSWERS, .sheet = "answers", .key = "", .column = "people", .before = "", .after = people};
    if (!LIST_PUSH(arena, &out->differences, all)) return error_no_memory(err);
    for (int i = 0; i < answers.n; i++)
        if (!LIST_PUSH(arena, &out->differences, answers.items[i])) return error_no_memory(err);
    return CADRE_OK;
}

/* What is mended, and how many moves it may take: nothing, or "RESULT, 3 moves at most". NULL: no memory. */
static const char *mended_words(const ResultSnapshot *snapshot, const char *moves, Arena *arena)
{
    if (!snapshot->from) return "";
    return arena_print(arena, "%s%s%s%s", snapshot->from, *moves ? ", " : "", moves, *moves ? " moves at most" : "");
}

/* The limit on changes means nothing without what they are counted against: the two are one difference. */
static CadreStatus mended_compare(Comparison *out, const ResultInputs *first, const ResultInputs *other, Arena *arena,
                                  CadreError *err)
{
    InputDifference *limit = NULL;
    if (result_inputs_same_mended(first, other)) return CADRE_OK;
    for (int i = 0; i < out->differences.n; i++) {
        InputDifference *at = &out->differences.items[i];
        if (at->about == ABOUT_SETTING && strcmp(at->key, "max_changes") == 0) limit = at;
    }
    if (!limit) {
        if (!LIST_PUSH(arena, &out->differences, (InputDifference){.before = ""})) return error_no_memory(err);
        limit = &out->differences.items[out->differences.n - 1];
        *limit = (InputDifference){.sheet = "settings", .column = "value", .before = "", .after = ""};
    }
    limit->about = ABOUT_MENDED;
    limit->key = "max_changes";
    limit->before = mended_words(&out->first->snapshot, limit->before, arena);
    limit->after = mended_words(&out->other->snapshot, limit->after, arena);
    return limit->before && limit->after ? CADRE_OK : error_no_memory(err);
}

/* A limit of changes is one against what was before: where only the other plan says that, it is priced with it. */
static void limit_join(Comparison *at)
{
    const InputDifference *sheet = NULL;
    for (int i = 0; i < at->differences.n; i++)
        if (strcmp(at->differences.items[i].sheet, "previous") == 0) sheet = &at->differences.items[i];
    if (!sheet || *sheet->before) return;
    for (int i = 0; i < at->differences.n; i++) {
        InputDifference *difference = &at->differences.items[i];
        if (difference->about == ABOUT_SETTING && strcmp(difference->key, "max_changes") == 0) difference->with = sheet->sheet;
    }
}

static CadreStatus inputs_compare(Comparison *out, const ResultInputs *first, const ResultInputs *other, Arena *arena,
                                  CadreError *err)
{
    out->inputs[0] = first->state;
    out->inputs[1] = other->state;
    if (!first->state.there || !other->state.there) return CADRE_OK;
    bool same_surveys = result_inputs_same_surveys(&out->first->snapshot, &out->other->snapshot);
    TRY(plan_differences(&out->differences, first->tables, other->tables, &out->matches, same_surveys, arena, err));
    TRY(mended_compare(out, first, other, arena, err));
    limit_join(out);
    return surveys_compare(out, first, other, arena, err);
}

typedef LIST(PriceJob) PriceJobs;

static bool is_whole(const InputDifference *at)
{
    return at->about == ABOUT_ANSWERS || at->about == ABOUT_SHEET || at->about == ABOUT_ALL;
}

/* In which round a difference is priced: settings and what stands for many first, then rules and groups, then people. */
enum { ROUND_NONE = -1, ROUND_WHOLE, ROUND_RULES, ROUND_PEOPLE, ROUNDS };

static int round_of(const InputDifference *at)
{
    if (is_whole(at) || at->about == ABOUT_SETTING || at->about == ABOUT_MENDED) return ROUND_WHOLE;
    if (at->n_lines == 0 || at->about == ABOUT_IDENTITY || at->about == ABOUT_READING) return ROUND_NONE;
    return strcmp(at->sheet, "people") == 0 ? ROUND_PEOPLE : ROUND_RULES;
}

/* What a scenario cannot say is put in the first's place. */
static CadreStatus job_make(PriceJob *job, InputDifference *difference, const ResultInputs *first, const ResultInputs *other,
                            Arena *arena, CadreError *err)
{
    InputTables *tables;
    *job = (PriceJob){difference, first->tables, false};
    if (difference->about == ABOUT_ANSWERS)
        TRY(read_other_surveys(&tables, first->tables, other->tables, arena, err));
    else if (difference->about == ABOUT_MENDED)
        TRY(read_other_mended(&tables, first->tables, other->tables, arena, err));
    else if (is_whole(difference))
        TRY(read_other_sheet(&tables, first->tables, other->tables, difference->sheet, arena, err));
    else if (difference->with)
        TRY(read_other_sheet(&tables, first->tables, other->tables, difference->with, arena, err));
    else
        return CADRE_OK;
    job->tables = tables;
    job->is_laid = !difference->with && difference->about != ABOUT_MENDED;
    return CADRE_OK;
}

static CadreStatus jobs_list(PriceJobs *jobs, Comparison *at, const ResultInputs *first, const ResultInputs *other,
                             Arena *arena, CadreError *err)
{
    int n = 0;
    for (int round = 0; round < ROUNDS && first->state.there; round++)
        for (int i = 0; i < at->differences.n; i++) {
            InputDifference *difference = &at->differences.items[i];
            PriceJob job;
            if (difference->about == ABOUT_READING) difference->price = PRICE_TOGETHER;
            if (round_of(difference) != round) continue;
            difference->price = PRICE_LEFT_OUT;
            at->n_left_out += ++n > COMPARISON_MOST_PRICED;
            if (n > COMPARISON_MOST_PRICED) continue;
            TRY(job_make(&job, difference, first, other, arena, err));
            if (!LIST_PUSH(arena, jobs, job)) return error_no_memory(err);
        }
    return CADRE_OK;
}

static CadreStatus differences_find(Comparison *comparisons, const ResultFacts *facts, Run *run,
                                    const CadreCompareOptions *options, CadreError *err)
{
    PriceJobs jobs = {0};
    ResultInputs first;
    pipeline_stage(run, "inputs");
    TRY(result_inputs_open(&first, &facts[0], run->arena, err));
    for (int i = 0; i + 1 < options->n_results; i++) {
        ResultInputs other;
        TRY(result_inputs_open(&other, &facts[i + 1], run->arena, err));
        TRY(inputs_compare(&comparisons[i], &first, &other, run->arena, err));
        TRY(jobs_list(&jobs, &comparisons[i], &first, &other, run->arena, err));
    }
    if (jobs.n == 0) return CADRE_OK;
    pipeline_stage(run, "price");
    int threads = options->threads > 0 ? options->threads : omp_get_max_threads();
    return pipeline_prices(jobs.items, jobs.n, &facts[0], threads, run->arena, err);
}

static CadreStatus say(const Comparison *comparisons, Run *run, const CadreCompareOptions *options, CadreError *err)
{
    const char *text = "";
    int n = options->n_results - 1;
    pipeline_stage(run, "write");
    if (options->print && options->json)
        TRY(comparisons_json(&text, comparisons, n, run->arena, err));
    else if (options->print)
        TRY(comparisons_text(&text, comparisons, n, terminal_width(options->print), run->arena, err));
    if (options->out) TRY(comparisons_write(options->out, comparisons, n, run->arena, err));
    pipeline_print(run, options->print, text);
    return CADRE_OK;
}

static CadreStatus compare(Run *run, const CadreCompareOptions *options, CadreError *err)
{
    ResultFacts *facts = ARENA_ARRAY(run->arena, ResultFacts, options->n_results);
    Comparison *comparisons = ARENA_ARRAY(run->arena, Comparison, options->n_results);
    if (!facts || !comparisons) return error_no_memory(err);
    TRY(facts_read(facts, run, options, err));
    if (options->out) TRY(comparisons_target_check(options->out, run->arena, err));
    for (int i = 0; i + 1 < options->n_results; i++)
        TRY(comparison_make(&comparisons[i], &facts[0], &facts[i + 1], run->arena, err));
    TRY(differences_find(comparisons, facts, run, options, err));
    return say(comparisons, run, options, err);
}

CadreStatus cadre_compare(const CadreCompareOptions *options, const CadreListener *listener, CadreError *err)
{
    Run run;
    CadreStatus status = pipeline_begin(&run, listener, err);
    if (status == CADRE_OK) status = compare(&run, options, err);
    arena_release(run.arena);
    return status;
}
