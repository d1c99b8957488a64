#include "generate/questionnaire.h"

#include "base/text.h"

/* "Maple Street: Skills inventory" */
static const char *title_of(const char *title, const char *school, Arena *arena)
{
    const char *line = school ? form_line(arena, school) : NULL;
    if (!school) return title;
    return line ? arena_print(arena, "%s: %s", line, title) : NULL;
}

/* What is blank is not known. */
static const char *known(const char *text) { return text && !text_is_blank(text) ? text : NULL; }

CadreStatus questionnaire_make(Questionnaire *out, const Brief *brief, const CadreQuestionnaireOptions *options, Arena *arena,
                               CadreError *err)
{
    static const char thanks[] = "Thank you. You may change your answers until the form closes.";
    *out = (Questionnaire){
        .inventory = {.stem = "inventory", .thanks = thanks, .source = ""},
        .interests = {.stem = "interests", .thanks = thanks, .source = ""},
    };
    CadreQuestionnaireOptions said = *options;
    said.school = known(options->school);
    said.seen_by = known(options->seen_by);
    out->inventory.title = title_of("Skills inventory", said.school, arena);
    out->interests.title = title_of("How would you like to apply what you know?", said.school, arena);
    FormMaker maker = {.form = &out->inventory, .headers = names_create(arena, NAME_STYLE_HEADER), .arena = arena};
    if (!out->inventory.title || !out->interests.title || !maker.headers || !form_headers_start(maker.headers))
        return error_no_memory(err);
    inventory_form_make(out, &maker, brief, &said);
    maker.form = &out->interests;
    interests_form_make(out, &maker, brief, &said);
    return out->inventory.lost || out->interests.lost ? error_no_memory(err) : CADRE_OK;
}
