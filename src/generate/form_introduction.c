/* form_introduction.c: what both forms say of themselves. What nothing tells stands there as [FILL IN: ...]. */
#include <stdlib.h>

#include "generate/questionnaire.h"

/* "September 18, 2026" for 2026-09-18; NULL where there is no memory. */
static const char *spell_day(const char *date, Arena *arena)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    return arena_print(arena, "%s %d, %.4s", months[atoi(date + 5) - 1], atoi(date + 8), date);
}

/* `known`, or a blank to fill in, which is kept in the list of them. */
static const char *or_blank(FormMaker *maker, const char *known, const char *what)
{
    if (known && *known) return known;
    if (!LIST_PUSH(maker->arena, &maker->form->blanks, what)) maker->form->lost = true;
    return arena_print(maker->arena, "[FILL IN: %s]", what);
}

static const char *day_or_blank(FormMaker *maker, const char *date, const char *what)
{
    return or_blank(maker, date && *date ? spell_day(date, maker->arena) : NULL, what);
}

void form_introduce(FormMaker *maker, const char *purpose, const Brief *brief, const CadreQuestionnaireOptions *options)
{
    const char *school = options->school ? form_line(maker->arena, options->school) : "our school";
    const char *opens = day_or_blank(maker, options->opens, "the day it opens");
    const char *closes = day_or_blank(maker, options->closes ? options->closes : brief->settings.closes, "the day it closes");
    const char *seen_by =
        or_blank(maker, options->seen_by ? form_line(maker->arena, options->seen_by) : NULL, "who will see the answers");
    form_paragraph(maker, purpose);
    if (!school || !opens || !closes || !seen_by) {
        maker->form->lost = true;
        return;
    }
    form_paragraph(maker,
                   arena_print(maker->arena,
                               "It is for everyone who works at %s: teachers, aides, coaches, counselors, office, kitchen and "
                               "building staff. It takes about %d minutes.",
                               school, form_minutes(maker->form)));
    form_paragraph(maker,
                   arena_print(maker->arena,
                               "It is open from %s to %s. You may change your answers until then. Leave blank what you would "
                               "rather not say: a blank counts as no answer.",
                               opens, closes));
    form_paragraph(maker,
                   arena_print(maker->arena,
                               "Who will see your answers: %s. The list of who does what in the groups is open to all, and for "
                               "each part it gives the reason: the skills it asks for with the level that you gave yourself, "
                               "and how much you wanted it. Nothing you write here plays a part in anyone's evaluation.",
                               seen_by));
}

void form_ask_id(FormMaker *maker, const char *title)
{
    Question *id = form_question(maker, QUESTION_TEXT, title, "As it stands in the school's list of staff.");
    form_reads(id, "id", "", "");
    id->required = true;
}
