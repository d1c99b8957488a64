#include "explain/limit_changes.h"

int limit_changes(Alteration changes[LIMIT_CHANGES_MOST], int *steps, const Holdings *holdings, int person, int role)
{
    const Model *model = holdings->model;
    const Person *staff = &model->staff[person];
    const Role *of = &model->roles[role], none = {0};
    int held = holdings_role_in(holdings, person, of->group); /* it is given up for the other */
    const Role *given_up = held >= 0 ? &model->roles[held] : &none;
    int group_hours = held >= 0 ? 0 : model->groups[of->group].hours;
    int n = 0, lacks = holdings->hours[person] - given_up->hours + group_hours + of->hours - staff->hours;
    *steps = 0;
    if (lacks > 0) {
        int hours = (lacks + WHOLE_HOUR - 1) / WHOLE_HOUR;
        changes[n++] = alteration_to(ALTER_HOURS, person, -1, -1, staff->hours + hours * WHOLE_HOUR);
        *steps += hours;
    }
    if (held < 0 && holdings_count(holdings, person) >= staff->max_groups) {
        changes[n++] = alteration_to(ALTER_MAX_GROUPS, person, -1, -1, staff->max_groups + 1);
        ++*steps;
    }
    if (of->leads && !given_up->leads && holdings->leads[person] >= staff->max_leads) {
        changes[n++] = alteration_to(ALTER_MAX_LEADS, person, -1, -1, staff->max_leads + 1);
        ++*steps;
    }
    return n;
}
