#include "explain/result_sums.h"

static void add_group(ResultSums *sums, const ResultIndex *index, int group)
{
    const Model *model = index->model;
    const Group *of = &model->groups[group];
    int asked = 0, filled = 0;
    for (int role = of->first_role; role < of->first_role + of->n_roles; role++) {
        int min = model->roles[role].min, holders = buckets_count(&index->by_role, role);
        sums->seats += min;
        sums->filled += holders < min ? holders : min;
        if (!model->roles[role].leads) continue;
        asked += min;
        filled += holders;
    }
    sums->to_be_led += asked > 0;
    sums->led += asked > 0 && filled > 0;
}

static void add_person(ResultSums *sums, const ResultIndex *index, const PersonRow *row)
{
    const Person *person = &index->model->staff[row->person];
    const Buckets *held = &index->by_person;
    sums->staff++;
    sums->with_role += row->groups > 0;
    sums->answered_without += row->groups == 0 && person->answered && !person->away;
    sums->away += person->away;
    if (row->groups > sums->most) sums->most = row->groups;
    sums->hours += row->hours;
    if (!person->away) sums->hours_given += person->hours;
    for (int i = held->first[row->person]; i < held->first[row->person + 1]; i++) {
        sums->assignments++;
        sums->points += index->rows->assignments[held->item[i]].points;
    }
}

ResultSums result_sums(const ResultIndex *index, const ResultScope *scope)
{
    const ResultRows *rows = index->rows;
    ResultSums sums = {0};
    for (int i = 0; i < scope->n_groups; i++) add_group(&sums, index, rows->groups[scope->groups[i]].group);
    for (int i = 0; i < scope->n_people; i++) add_person(&sums, index, &rows->people[scope->people[i]]);
    for (int i = 0; i < scope->n_shortages; i++) sums.shortages += rows->shortages[scope->shortages[i]].shortage.cost;
    return sums;
}
