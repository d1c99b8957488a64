/* questionnaire.h: the two forms that start it all: the skills inventory, and how people would like to apply what they know. */
#ifndef GENERATE_QUESTIONNAIRE_H
#define GENERATE_QUESTIONNAIRE_H

#include "generate/form.h"
#include "model/brief.h"
#include "write/new_folder.h"

typedef struct Questionnaire {
    Form inventory, interests;
    int n_skills, n_own_skills; /* asked about in the inventory; of them of the built-in list alone */
    int n_focuses, n_interests; /* asked about in the second form: focus areas, skills */
    bool own_focuses;           /* the focus areas are those of the built-in list */
    bool chooses_groups;        /* the choices are among the plan's groups */
    int n_skipped;              /* skills that the plan needs and the second form has no room for */
} Questionnaire;

/**
 * Word the forms. Errors: CADRE_NO_MEMORY. Cost O(skills * areas).
 */
CadreStatus questionnaire_make(Questionnaire *out, const Brief *brief, const CadreQuestionnaireOptions *options, Arena *arena,
                               CadreError *err);

typedef LIST(FolderFile) QuestionnaireFiles;

/* Every file of the folder, in the order of names; the page among them that says what to do with the others. Errors:
 * CADRE_NO_MEMORY. */
CadreStatus questionnaire_files(QuestionnaireFiles *out, const Questionnaire *questionnaire, const Brief *brief,
                                const CadreInputs *inputs, Arena *arena, CadreError *err);

CadreStatus questionnaire_readme(const char **text, const Questionnaire *questionnaire, const Brief *brief,
                                 const CadreInputs *inputs, Arena *arena, CadreError *err);

/* What was made and what to do next, to read; and as JSON with the run's findings, NULL for `questionnaire` where the input was
 * wrong. Errors: CADRE_NO_MEMORY. */
CadreStatus questionnaire_report(const char **text, const Questionnaire *questionnaire, const Brief *brief,
                                 const CadreInputs *inputs, const char *folder, Arena *arena, CadreError *err);
CadreStatus questionnaire_json(const char **text, const Questionnaire *questionnaire, const QuestionnaireFiles *files,
                               const char *folder, const CadreMessage *messages, int n_messages, Arena *arena, CadreError *err);

/* Parts of questionnaire_make, one a form. */
void inventory_form_make(Questionnaire *out, FormMaker *maker, const Brief *brief, const CadreQuestionnaireOptions *options);
void interests_form_make(Questionnaire *out, FormMaker *maker, const Brief *brief, const CadreQuestionnaireOptions *options);

/* The heading of skills that no one area needs most. */
#define SEVERAL_AREAS "Several areas"

/* Rows under a heading: skills of one area. */
typedef struct FormSection {
    const char *title;
    FormTexts names;
} FormSection;
typedef LIST(FormSection) FormSections;

/* The section of that title, made where there is none; NULL where there is no memory. */
FormSection *form_section(FormSections *sections, const char *title, Arena *arena);

/* Grids of one question over pages of a readable size: small sections share a page, large ones are split. `page_help` words
 * what stands under the title of a page with these names; NULL: nothing. */
typedef struct GridWords {
    const char *title, *help, *means;
    const char *const *levels; /* [LEVEL_MAX + 1] */
    const char *(*page_help)(const void *data, const char *const names[], int n, Arena *arena);
    const void *data;
} GridWords;
void form_grids(FormMaker *maker, const FormSections *sections, const GridWords *words);

/* What both forms say of whom, when, and who will see it, behind the paragraph that says what for. */
void form_introduce(FormMaker *maker, const char *purpose, const Brief *brief, const CadreQuestionnaireOptions *options);

/* By which somebody without an e-mail on the roster is known. */
void form_ask_id(FormMaker *maker, const char *title);

#endif
