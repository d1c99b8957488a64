/* questionnaire_files.c: every file of the folder. */
#include <stdlib.h>
#include <string.h>

#include "generate/questionnaire.h"
#include "write/draft_write.h"

typedef struct FilesMaker {
    QuestionnaireFiles *files;
    Arena *arena;
    CadreError *err;
} FilesMaker;

/* FOLDER/NAME */
static CadreStatus add_file(const FilesMaker *maker, const char *folder, const char *name, const char *text)
{
    FolderFile file = {.name = arena_print(maker->arena, "%s%s%s", folder, *folder ? "/" : "", name), .text = text};
    return file.name && LIST_PUSH(maker->arena, maker->files, file) ? CADRE_OK : error_no_memory(maker->err);
}

/* A sheet that has rows. */
static CadreStatus add_sheet(const FilesMaker *maker, const char *folder, const char *name, const DraftSheet *sheet)
{
    const char *text;
    size_t size;
    if (draft_rows(sheet) == 0) return CADRE_OK;
    TRY(draft_sheet_text(&text, &size, sheet, maker->arena, maker->err));
    return add_file(maker, folder, name, text);
}

/* The sheets that read these forms, and the surveys that are read by the sheets `before`. */
static CadreStatus add_sheets(const FilesMaker *maker, const char *folder, const DraftSheet *before, const Form *const forms[],
                              int n_forms)
{
    DraftSheet columns, options;
    TRY(form_columns_sheet(&columns, before ? &before[BRIEF_COLUMNS] : NULL, forms, n_forms, maker->arena, maker->err));
    TRY(form_options_sheet(&options, before ? &before[BRIEF_OPTIONS] : NULL, forms, n_forms, maker->arena, maker->err));
    TRY(add_sheet(maker, folder, "columns.csv", &columns));
    TRY(add_sheet(maker, folder, "options.csv", &options));
    return before && before[BRIEF_SCALES].changed ? add_sheet(maker, folder, "scales.csv", &before[BRIEF_SCALES]) : CADRE_OK;
}

static CadreStatus add_form(const FilesMaker *maker, const Form *form)
{
    const char *markdown, *script, *md = arena_print(maker->arena, "%s.md", form->stem);
    const char *gs = arena_print(maker->arena, "%s.gs", form->stem);
    if (!md || !gs) return error_no_memory(maker->err);
    TRY(form_markdown(&markdown, form, maker->arena, maker->err));
    TRY(form_script(&script, form, maker->arena, maker->err));
    TRY(add_file(maker, form->stem, md, markdown));
    TRY(add_file(maker, form->stem, gs, script));
    return add_sheets(maker, form->stem, NULL, &form, 1);
}

static int by_name(const void *left, const void *right)
{
    return strcmp(((const FolderFile *)left)->name, ((const FolderFile *)right)->name);
}

CadreStatus questionnaire_files(QuestionnaireFiles *out, const Questionnaire *questionnaire, const Brief *brief,
                                const CadreInputs *inputs, Arena *arena, CadreError *err)
{
    const Form *const forms[] = {&questionnaire->inventory, &questionnaire->interests};
    QuestionnaireFiles files = {0};
    FilesMaker maker = {&files, arena, err};
    bool has_results = brief->sheets != NULL; /* then the inventory is what was given, whatever form it had */
    const char *readme;
    TRY(add_form(&maker, forms[0]));
    TRY(add_form(&maker, forms[1]));
    TRY(add_sheets(&maker, "", brief->sheets, forms + has_results, 2 - has_results));
    TRY(questionnaire_readme(&readme, questionnaire, brief, inputs, arena, err));
    TRY(add_file(&maker, "", "README.md", readme));
    qsort(files.items, (size_t)files.n, sizeof *files.items, by_name);
    *out = files;
    return CADRE_OK;
}
