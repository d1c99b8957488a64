#include "explain/limit_changes.h"

enum { WHOLE_HOUR = 100 };

int limit_changes(Alteration changes[LIMIT_CHANGES_MOST], int *steps, const Holdings *holdings, int person, int role)
{
    const Model *model = holdings->model;
    const Person *staff = &model->staff[person];
    const Role *of = &model->roles[role];
    int n = 0, lacks = holdings->hours[person] + model->groups[of->group].hours + of->hours - staff->hours;
    *steps = 0;
    if (lacks > 0) {
        int hours = (lacks + WHOLE_HOUR - 1) / WHOLE_HOUR;
        changes[n++] = alteration_to(ALTER_HOURS, person, -1, -1, staff->hours + hours * WHOLE_HOUR);
        *steps += hours;
    }
    if (holdings_count(holdings, person) >= staff->max_groups) {
        changes[n++] = alteration_to(ALTER_MAX_GROUPS, person, -1, -1, staff->max_groups + 1);
        ++*steps;
    }
    if (of->leads && holdings->leads[person] >= staff->max_leads) {
        changes[n++] = alteration_to(ALTER_MAX_LEADS, person, -1, -1, staff->max_leads + 1);
        ++*steps;
    }
    return n;
}
