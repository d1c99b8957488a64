#include "score/packed.h"

/* Places in the order of sites: a counting sort, so people ascend within a site. */
static CadreStatus places_make(PackedLevels *out, const Model *model, Arena *arena, CadreError *err)
{
    int *next = ARENA_ARRAY(arena, int, model->n_sites + 2); /* [site + 1] */
    out->first_place = ARENA_ARRAY(arena, int, model->n_sites + 1);
    if (!next || !out->first_place) return error_no_memory(err);
    for (int person = 0; person < model->n_staff; person++)
        if (!model->staff[person].away) next[model->staff[person].site + 1]++;
    int start = 0;
    for (int site = 0; site <= model->n_sites; site++) {
        int count = next[site];
        next[site] = start;
        start += count;
        out->first_place[site] = start; /* those of site - 1 end here */
    }
    out->n_places = start;
    out->person = ARENA_ARRAY(arena, int, start);
    if (!out->person) return error_no_memory(err);
    for (int person = 0; person < model->n_staff; person++)
        if (!model->staff[person].away) out->person[next[model->staff[person].site + 1]++] = person;
    return CADRE_OK;
}

CadreStatus packed_make(PackedLevels *out, const Model *model, Arena *arena, CadreError *err)
{
    TRY(places_make(out, model, arena, err));
    size_t cells = (size_t)model->n_skills * (size_t)out->n_places;
    out->levels = ARENA_ARRAY(arena, int8_t, cells);
    out->interests = ARENA_ARRAY(arena, int8_t, cells);
    if (!out->levels || !out->interests) return error_no_memory(err);
    for (int skill = 0; skill < model->n_skills; skill++)
        for (int place = 0; place < out->n_places; place++) {
            size_t cell = (size_t)skill * (size_t)out->n_places + (size_t)place;
            int level = model_level(model, out->person[place], skill);
            int interest = model_interest(model, out->person[place], skill);
            out->levels[cell] = (int8_t)(level > 0 ? level : 0);
            out->interests[cell] = (int8_t)(interest > 0 ? interest : 0);
        }
    return CADRE_OK;
}
