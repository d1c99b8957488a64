#include "model/model.h"

#include <string.h>

bool model_has_attribute(const Model *model, int person, int field, int value)
{
    const Attribute *attributes = model->attributes + model->staff[person].first_attribute;
    int low = 0, high = model->staff[person].n_attributes;
    while (low < high) {
        int middle = low + (high - low) / 2;
        Attribute at = attributes[middle];
        if (at.field < field || (at.field == field && at.value < value))
            low = middle + 1;
        else
            high = middle;
    }
    return low < model->staff[person].n_attributes && attributes[low].field == field && attributes[low].value == value;
}

const TopicAnswer *model_topic_answer(const Model *model, int person, int topic)
{
    const TopicAnswer *answers = model->topic_answers + model->staff[person].first_topic;
    int low = 0, high = model->staff[person].n_topics;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (answers[middle].topic < topic)
            low = middle + 1;
        else
            high = middle;
    }
    return low < model->staff[person].n_topics && answers[low].topic == topic ? &answers[low] : NULL;
}

/* The first row of this person or a later one. */
static int first_row(const PreviousAssignment *rows, int n, int person)
{
    int low = 0, high = n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (rows[middle].person < person)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int model_first_previous(const Model *model, int person) { return first_row(model->previous, model->n_previous, person); }

bool model_did_before(const Model *model, int person, int role)
{
    const PreviousAssignment *rows = model->mends ? model->held : model->previous;
    int n = model->mends ? model->n_held : model->n_previous;
    for (int i = first_row(rows, n, person); i < n && rows[i].person == person; i++)
        if (rows[i].role == role) return true;
    return false;
}

static bool slots_overlap(const Slot *a, const Slot *b)
{
    if (a->day < 0 || b->day < 0) return a->day < 0 && b->day < 0 && a->text == b->text;
    return a->day == b->day && a->start < b->end && b->start < a->end;
}

bool model_groups_clash(const Model *model, int group, int other)
{
    const Group *a = &model->groups[group], *b = &model->groups[other];
    for (int i = 0; i < a->n_slots; i++)
        for (int j = 0; j < b->n_slots; j++)
            if (slots_overlap(&model->slots[a->first_slot + i], &model->slots[b->first_slot + j])) return true;
    return false;
}

int model_find_person(const Model *model, const char *key)
{
    int low = 0, high = model->n_staff;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(model->staff[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < model->n_staff && strcmp(model->staff[low].key, key) == 0 ? low : -1;
}

int model_find_role(const Model *model, int group, const char *role_name)
{
    const Group *in = &model->groups[group];
    for (int role = in->first_role; role < in->first_role + in->n_roles; role++)
        if (strcmp(model->roles[role].name, role_name) == 0) return role;
    return -1;
}
