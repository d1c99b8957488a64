#include "explain/labels.h"

#include "explain/holdings.h"

CadreStatus labels_make(Labels *out, const Model *model, Arena *arena, CadreError *err)
{
    Names *names = names_create(arena, NAME_STYLE_NAME);
    int *first = ARENA_ARRAY(arena, int, model->n_staff + 1);
    Labels labels = {model, arena, ARENA_ARRAY(arena, bool, model->n_staff)};
    if (!names || !first || !labels.shared_name) return error_no_memory(err);
    for (int person = 0; person < model->n_staff; person++) {
        int before = names_count(names);
        int name = names_add(names, person_label(model, person));
        if (name < 0) return error_no_memory(err);
        if (name == before) {
            first[name] = person;
            continue;
        }
        labels.shared_name[person] = true;
        labels.shared_name[first[name]] = true;
    }
    *out = labels;
    return CADRE_OK;
}

const char *label_of(const Labels *labels, int person)
{
    const char *label = person_label(labels->model, person);
    return labels->shared_name[person] ? arena_print(labels->arena, "%s (%s)", label, labels->model->staff[person].key) : label;
}
