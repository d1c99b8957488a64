#include "generate/questionnaire.h"

/* "Maple Street: Skills inventory" */
static const char *title_of(const char *title, const char *school, Arena *arena)
{
    const char *line = school ? form_line(arena, school) : NULL;
    if (!school) return title;
    return line ? arena_print(arena, "%s: %s", line, title) : NULL;
}

CadreStatus questionnaire_make(Questionnaire *out, const Brief *brief, const CadreQuestionnaireOptions *options, Arena *arena,
                               CadreError *err)
{
    static const char thanks[] = "Thank you. You may change your answers until the form closes.";
    *out = (Questionnaire){
        .inventory = {.stem = "inventory", .thanks = thanks, .source = ""},
        .interests = {.stem = "interests", .thanks = thanks, .source = ""},
    };
    out->inventory.title = title_of("Skills inventory", options->school, arena);
    out->interests.title = title_of("How would you like to apply what you know?", options->school, arena);
    FormMaker maker = {.form = &out->inventory, .headers = names_create(arena, NAME_STYLE_HEADER), .arena = arena};
    if (!out->inventory.title || !out->interests.title || !maker.headers || !form_headers_start(maker.headers))
        return error_no_memory(err);
    inventory_form_make(out, &maker, brief, options);
    maker.form = &out->interests;
    interests_form_make(out, &maker, brief, options);
    return out->inventory.lost || out->interests.lost ? error_no_memory(err) : CADRE_OK;
}
