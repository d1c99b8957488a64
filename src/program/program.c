#include "program/program.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "program/contradictions.h"
#include "program/group_rules.h"

/* A place in the seeded order: people by (hash of key), roles by (hash of group, hash of role). */
typedef struct Ranked {
    uint64_t first, second;
    int index;
} Ranked;

static int by_rank(const void *left, const void *right)
{
    const Ranked *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->second != b->second) return a->second < b->second ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static CadreStatus people_make(Program *program, Arena *arena, CadreError *err)
{
    const Model *model = program->model;
    Ranked *ranked = ARENA_ARRAY(arena, Ranked, model->n_staff);
    program->person = ARENA_ARRAY(arena, int, model->n_staff);
    program->person_rank = ARENA_ARRAY(arena, int, model->n_staff);
    if (!ranked || !program->person || !program->person_rank) return error_no_memory(err);
    for (int person = 0; person < model->n_staff; person++) {
        program->person_rank[person] = -1;
        if (program->scores->first_pair[person] == program->scores->first_pair[person + 1]) continue;
        uint64_t hash = hash_text(model->staff[person].key, (uint64_t)model->settings.seed);
        ranked[program->n_people++] = (Ranked){.first = hash, .index = person};
    }
    if (program->n_people > 1) qsort(ranked, (size_t)program->n_people, sizeof *ranked, by_rank);
    for (int i = 0; i < program->n_people; i++) {
        program->person[i] = ranked[i].index;
        program->person_rank[ranked[i].index] = i;
    }
    return CADRE_OK;
}

/* ranked[role].index: the role's place in the seeded order of roles, those of a group side by side. */
static CadreStatus role_ranks_make(int **out, const Model *model, Arena *arena, CadreError *err)
{
    Ranked *ranked = ARENA_ARRAY(arena, Ranked, model->n_roles);
    int *rank = ARENA_ARRAY(arena, int, model->n_roles);
    if (!ranked || !rank) return error_no_memory(err);
    uint64_t seed = (uint64_t)model->settings.seed;
    for (int role = 0; role < model->n_roles; role++) {
        const Role *at = &model->roles[role];
        /* the group's index breaks a tie of hashes, so two groups never mingle */
        uint64_t group = (hash_text(model->groups[at->group].name, seed) << 24) ^ (uint64_t)at->group;
        ranked[role] = (Ranked){group, hash_text(at->name, seed), role};
    }
    if (model->n_roles > 1) qsort(ranked, (size_t)model->n_roles, sizeof *ranked, by_rank);
    for (int i = 0; i < model->n_roles; i++) rank[ranked[i].index] = i;
    *out = rank;
    return CADRE_OK;
}

/* The pairs of program->person[i], in the seeded order of roles. */
static void person_pairs_make(Program *program, int i, const int *role_rank, Ranked *ranked)
{
    const ScoreTable *scores = program->scores;
    int person = program->person[i], n = 0;
    for (int64_t score = scores->first_pair[person]; score < scores->first_pair[person + 1]; score++, n++)
        ranked[n] = (Ranked){.first = (uint64_t)role_rank[scores->role[score]], .index = n};
    if (n > 1) qsort(ranked, (size_t)n, sizeof *ranked, by_rank);
    for (int k = 0; k < n; k++) {
        int64_t pair = program->first_pair[i] + k, score = scores->first_pair[person] + ranked[k].index;
        int role = scores->role[score];
        program->pair_role[pair] = role;
        program->pair_person[pair] = person;
        program->pair_value[pair] = (int64_t)scores->points[score] * program->model->roles[role].weight;
        program->pair_changed[pair] = model_counts_changes(program->model) && !model_did_before(program->model, person, role);
        program->pair_of_score[score] = pair;
    }
}

static CadreStatus pairs_make(Program *program, Arena *arena, CadreError *err)
{
    program->n_pairs = program->scores->n_pairs;
    program->first_pair = ARENA_ARRAY(arena, int64_t, program->n_people + 1);
    program->pair_role = ARENA_ARRAY(arena, int, program->n_pairs);
    program->pair_person = ARENA_ARRAY(arena, int, program->n_pairs);
    program->pair_value = ARENA_ARRAY(arena, int64_t, program->n_pairs);
    program->pair_changed = ARENA_ARRAY(arena, bool, program->n_pairs);
    program->pair_of_score = ARENA_ARRAY(arena, int64_t, program->n_pairs);
    Ranked *ranked = ARENA_ARRAY(arena, Ranked, program->model->n_roles);
    if (!program->first_pair || !program->pair_role || !program->pair_person || !program->pair_value ||
        !program->pair_changed || !program->pair_of_score || !ranked)
        return error_no_memory(err);
    int *role_rank = NULL;
    TRY(role_ranks_make(&role_rank, program->model, arena, err));
    for (int i = 0; i < program->n_people; i++) {
        const int64_t *first = program->scores->first_pair + program->person[i];
        program->first_pair[i + 1] = program->first_pair[i] + first[1] - first[0];
        person_pairs_make(program, i, role_rank, ranked);
    }
    return CADRE_OK;
}

static CadreStatus role_pairs_make(Program *program, Arena *arena, CadreError *err)
{
    int n_roles = program->model->n_roles;
    int64_t *first = program->role_first_pair = ARENA_ARRAY(arena, int64_t, n_roles + 1);
    int64_t *next = ARENA_ARRAY(arena, int64_t, n_roles);
    program->role_pairs = ARENA_ARRAY(arena, int64_t, program->n_pairs);
    if (!first || !next || !program->role_pairs) return error_no_memory(err);
    for (int64_t pair = 0; pair < program->n_pairs; pair++) first[program->pair_role[pair] + 1]++;
    for (int role = 0; role < n_roles; role++) {
        first[role + 1] += first[role];
        next[role] = first[role];
    }
    for (int64_t pair = 0; pair < program->n_pairs; pair++) program->role_pairs[next[program->pair_role[pair]]++] = pair;
    return CADRE_OK;
}

static CadreStatus musts_make(Program *program, Arena *arena, CadreError *err)
{
    const Model *model = program->model;
    int *first = program->first_must = ARENA_ARRAY(arena, int, model->n_staff + 1);
    int *next = ARENA_ARRAY(arena, int, model->n_staff);
    program->musts = ARENA_ARRAY(arena, int, model->n_pins);
    if (!first || !next || !program->musts) return error_no_memory(err);
    for (int pin = 0; pin < model->n_pins; pin++)
        if (model->pins[pin].rule == PIN_MUST) first[model->pins[pin].person + 1]++;
    for (int person = 0; person < model->n_staff; person++) {
        first[person + 1] += first[person];
        next[person] = first[person];
    }
    for (int pin = 0; pin < model->n_pins; pin++)
        if (model->pins[pin].rule == PIN_MUST) program->musts[next[model->pins[pin].person]++] = pin;
    return CADRE_OK;
}

/* Entries by pair: a stable counting sort of what the families collected, which ascends by row. */
static CadreStatus entries_make(Program *program, const RuleBuilder *builder, Arena *arena, CadreError *err)
{
    int64_t *first = program->first_entry = ARENA_ARRAY(arena, int64_t, program->n_pairs + 1);
    int64_t *next = ARENA_ARRAY(arena, int64_t, program->n_pairs);
    program->entries = ARENA_ARRAY(arena, Entry, builder->pair_entries.n);
    if (!first || !next || !program->entries) return error_no_memory(err);
    for (int i = 0; i < builder->pair_entries.n; i++) first[builder->pair_entries.items[i].pair + 1]++;
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        first[pair + 1] += first[pair];
        next[pair] = first[pair];
    }
    for (int i = 0; i < builder->pair_entries.n; i++) {
        PairEntry at = builder->pair_entries.items[i];
        program->entries[next[at.pair]++] = at.entry;
    }
    return CADRE_OK;
}

/* Own entries come first: they may have been collected after those in later rules of other slacks, never after their own. */
static CadreStatus slack_entries_make(Program *program, const RuleBuilder *builder, Arena *arena, CadreError *err)
{
    int64_t *first = program->slack_first_entry = ARENA_ARRAY(arena, int64_t, program->n_slacks + 1);
    int64_t *next = ARENA_ARRAY(arena, int64_t, program->n_slacks);
    program->slack_entries = ARENA_ARRAY(arena, Entry, builder->slack_entries.n);
    if (!first || !next || !program->slack_entries) return error_no_memory(err);
    for (int i = 0; i < builder->slack_entries.n; i++) first[builder->slack_entries.items[i].slack + 1]++;
    for (int slack = 0; slack < program->n_slacks; slack++) {
        first[slack + 1] += first[slack];
        next[slack] = first[slack];
    }
    for (int i = 0; i < builder->slack_entries.n; i++) {
        SlackEntry at = builder->slack_entries.items[i];
        program->slack_entries[next[at.slack]++] = at.entry;
    }
    return CADRE_OK;
}

static CadreStatus rules_collect(RuleBuilder *builder, CadreError *err)
{
    builder->role_slack = ARENA_ARRAY(builder->scratch, int, builder->program->model->n_roles);
    if (!builder->role_slack) return error_no_memory(err);
    for (builder->family = 0; builder->family < n_group_rule_families; builder->family++)
        group_rule_families[builder->family].rows_add(builder);
    return builder->lost ? error_no_memory(err) : CADRE_OK;
}

static CadreStatus rules_make(Program *program, Arena *arena, Messages *messages, CadreError *err)
{
    RuleBuilder builder = {.program = program, .arena = arena, .scratch = arena_create(NULL), .messages = messages};
    CadreStatus status;
    if (!builder.scratch) return error_no_memory(err);
    TRY_OR(done, rules_collect(&builder, err));
    program->n_rules = builder.rules.n;
    program->rules = builder.rules.items;
    program->n_slacks = builder.slacks.n;
    program->slacks = builder.slacks.items;
    TRY_OR(done, entries_make(program, &builder, arena, err));
    TRY_OR(done, slack_entries_make(program, &builder, arena, err));
done:
    arena_release(builder.scratch);
    return status;
}

CadreStatus program_make(Program *out, const Model *model, const ScoreTable *scores, Arena *arena, Messages *messages,
                         CadreError *err)
{
    Program program = {.model = model, .scores = scores};
    TRY(people_make(&program, arena, err));
    TRY(pairs_make(&program, arena, err));
    TRY(role_pairs_make(&program, arena, err));
    TRY(musts_make(&program, arena, err));
    TRY(rules_make(&program, arena, messages, err));
    TRY(contradictions_report(&program, arena, messages, err));
    program.pair_moved = program.pair_changed;
    program.counts_moves = model_counts_changes(model);
    *out = program;
    return CADRE_OK;
}

bool program_same_rules(const Settings *settings, const Settings *other)
{
    bool no_row = settings->max_changes == NO_LIMIT && other->max_changes == NO_LIMIT; /* its rule names the setting's row */
    return no_row && settings->seed == other->seed && settings->short_must == other->short_must &&
           settings->short_role == other->short_role && settings->short_should == other->short_should &&
           strcmp(settings->closes, other->closes) == 0;
}

CadreStatus program_revalue(Program *out, const Program *from, const Model *model, const ScoreTable *scores, Arena *arena,
                            CadreError *err)
{
    int64_t *value = ARENA_ARRAY(arena, int64_t, from->n_pairs);
    if (!value) return error_no_memory(err);
    for (int64_t score = 0; score < scores->n_pairs; score++)
        value[from->pair_of_score[score]] = (int64_t)scores->points[score] * model->roles[scores->role[score]].weight;
    *out = *from;
    out->model = model;
    out->scores = scores;
    out->pair_value = value;
    return CADRE_OK;
}

CadreStatus program_check_pins(const Program *program, Arena *arena, Messages *messages, CadreError *err)
{
    return contradictions_report(program, arena, messages, err);
}

CadreStatus program_compare(Program *program, const Solution *solution, Arena *arena, CadreError *err)
{
    bool *moved = ARENA_ARRAY(arena, bool, program->n_pairs);
    if (!moved) return error_no_memory(err);
    if (program->n_pairs) memset(moved, true, (size_t)program->n_pairs * sizeof *moved);
    for (int i = 0; i < solution->n; i++) {
        int64_t pair = program_find_pair(program, solution->assignments[i].person, solution->assignments[i].role);
        if (pair >= 0) moved[pair] = false;
    }
    program->pair_moved = moved;
    program->counts_moves = true;
    return CADRE_OK;
}

int64_t program_find_pair(const Program *program, int person, int role)
{
    int64_t score = score_find(program->scores, person, role);
    return score < 0 ? -1 : program->pair_of_score[score];
}
