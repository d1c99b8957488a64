/* max_changes: at most so many assignments that previous.csv, or the result that is mended, does not have. Absolute. */
#include "program/group_rules.h"

void change_rows_add(RuleBuilder *builder)
{
    const Program *program = builder->program;
    if (!model_counts_changes(program->model) || program->model->settings.max_changes == NO_LIMIT) return;
    const Settings *settings = &program->model->settings;
    int rule = rule_add(builder, -1, INT64_MIN, settings->max_changes, settings->max_changes_from);
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        if (program->pair_changed[pair]) rule_pair(builder, rule, pair, 1);
}

bool change_measure(Evaluation *evaluation)
{
    return program_changes(evaluation->program, evaluation->solution) <= evaluation->program->model->settings.max_changes;
}
