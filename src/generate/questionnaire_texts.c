/* questionnaire_texts.c: what to do with the forms, as a page beside them and in a few lines on the terminal. */
#include "generate/questionnaire.h"
#include "write/json_values.h"
#include "write/screen.h"

/* "the day it opens, who will see the answers" of both forms, which have the same; "" where there are none. */
static void add_blanks(TextBuffer *out, const Questionnaire *questionnaire)
{
    const FormTexts *blanks = &questionnaire->inventory.blanks;
    for (int i = 0; i < blanks->n; i++) buffer_print(out, "%s%s", i ? ", " : "", blanks->items[i]);
}

static void add_step(TextBuffer *out, const char *text) { buffer_print(out, "%s\n\n", text); }

static void add_files_table(TextBuffer *out, bool has_results)
{
    buffer_add(out,
               "| file | is for |\n|---|---|\n"
               "| `inventory/inventory.md` | the skills inventory, to read, discuss or print |\n"
               "| `inventory/inventory.gs` | the same as a script that builds the Google form |\n"
               "| `inventory/columns.csv` | reads the answers of the inventory alone |\n"
               "| `interests/` | the second form, in the same three files: how would you like to apply what you know? |\n");
    buffer_print(out, "| `columns.csv` | reads %s |\n",
                 has_results ? "the inventory that was given and the answers of the second form" : "the answers of both forms");
    buffer_add(out, "| `options.csv`, where there is one | goes with the `columns.csv` beside it |\n\n");
}

static void add_reading(TextBuffer *out, const Brief *brief, const CadreInputs *inputs)
{
    add_step(out, "## 4. Let Cadre read the answers");
    add_step(
        out,
        "Put both downloads and this folder's `columns.csv` (and `options.csv`, `scales.csv`) together with your plan's sheets "
        "into one folder, and run `cadre run FOLDER`. Without a plan Cadre drafts one from the answers. While only the "
        "inventory is in, take the `columns.csv` of the folder `inventory` instead.");
    if (inputs->plan && !brief->sheets)
        add_step(out,
                 "Has the plan a `columns.csv` or `options.csv` already? Then add these rows to it, unless the surveys that it "
                 "reads are no longer in use.");
    if (names_count(brief->slots) > 0)
        buffer_add(
            out,
            "The parts that people would like to take (`roles liked`) and the times at which they cannot meet (`cannot meet`) "
            "are read as fields, and count where `mix.csv` says so. To keep those who cannot meet out of a group:\n\n"
            "    group,field,value,min,max,must\n    NAME OF THE GROUP,cannot meet,THE TIME AS THE FORM HAS IT,,0,yes\n");
    else
        buffer_add(
            out, "The parts that people would like to take (`roles liked`) are read as a field, and count where `mix.csv` says "
                 "so.\n");
}

/* The command that makes the second form from the first one's answers. */
static void add_second_command(TextBuffer *out, const CadreInputs *inputs)
{
    buffer_add(out, "cadre questionnaire --survey ANSWERS.csv ");
    if (inputs->plan) {
        buffer_add(out, "--plan ");
        screen_add(out, inputs->plan);
        buffer_add_byte(out, ' ');
    }
    buffer_add(out, "--out NEW-FOLDER");
}

CadreStatus questionnaire_readme(const char **text, const Questionnaire *questionnaire, const Brief *brief,
                                 const CadreInputs *inputs, Arena *arena, CadreError *err)
{
    TextBuffer out = {.arena = arena};
    add_step(&out, "# Two forms for the staff");
    add_files_table(&out, brief->sheets != NULL);
    add_step(&out, "## 1. Read them");
    if (questionnaire->inventory.blanks.n > 0) {
        buffer_add(&out, "Fill in what the introductions, in the `.md` and the `.gs`, mark with FILL IN: ");
        add_blanks(&out, questionnaire);
        buffer_add(&out, ".\n\n");
    }
    add_step(&out,
             "The introductions promise in your name that the answers play no part in anyone's evaluation. Take that out where "
             "you cannot keep it. Change what you like in the introductions and help texts, but not the words of questions, "
             "rows and options: by them `columns.csv` knows the answers.");
    add_step(&out, "## 2. Make the forms and send them");
    add_step(
        &out,
        "Open https://script.google.com, choose *New project*, put all of `inventory/inventory.gs` in the place of what is "
        "there, press *Run* and allow what is asked. The log then shows two links: one to change the form and see the "
        "answers, one to send to the staff. Without Google, type the form from the `.md` into any other tool with the same "
        "words, or print it.");
    add_step(&out, "The second form is made in the same way from `interests/interests.gs`.");
    add_step(&out, "## 3. When the answers are in");
    add_step(
        &out,
        "In the form choose *Responses*, the three dots, *Download responses (.csv)*, and unpack what is downloaded; or save "
        "the linked sheet as CSV.");
    if (!brief->sheets) {
        buffer_add(&out,
                   "Before you send the second form, make it again with what the inventory found, so that it asks about the "
                   "skills that the staff have and shows where they are strong: `");
        add_second_command(&out, inputs);
        buffer_add(&out, "`.\n\n");
    }
    add_reading(&out, brief, inputs);
    if (questionnaire->n_own_skills > 0)
        buffer_print(&out, "\n## Source of the skills\n\n%s\n", questionnaire->inventory.source);
    return buffer_text(text, &out, err);
}

static const char *plural(int n) { return n == 1 ? "" : "s"; }

/* What each form asks about, and how long it takes. */
static void report_forms(TextBuffer *out, const Questionnaire *made, const Brief *brief)
{
    buffer_print(out, "Inventory %d skill%s", made->n_skills, plural(made->n_skills));
    if (made->n_own_skills == made->n_skills)
        buffer_add(out, " of the built-in list");
    else if (made->n_own_skills > 0)
        buffer_print(out, ", %d of them of the built-in list", made->n_own_skills);
    buffer_print(out, ", about %d minutes to answer\n", form_minutes(&made->inventory));
    buffer_print(out, "Interests %d focus area%s%s, ", made->n_focuses, plural(made->n_focuses),
                 made->own_focuses ? " of the built-in list" : "");
    if (made->chooses_groups) buffer_print(out, "%d groups to choose among, ", brief->n_groups);
    if (made->n_interests > 0) buffer_print(out, "%d skill%s, ", made->n_interests, plural(made->n_interests));
    buffer_print(out, "about %d minutes to answer\n", form_minutes(&made->interests));
    if (brief->sheets) buffer_print(out, "          after an inventory that %d answered\n", brief->n_answered);
    if (made->n_skipped > 0)
        buffer_print(out, "          %d more skill%s that the plan needs would make it too long\n", made->n_skipped,
                     plural(made->n_skipped));
}

CadreStatus questionnaire_report(const char **text, const Questionnaire *questionnaire, const Brief *brief,
                                 const CadreInputs *inputs, const char *folder, Arena *arena, CadreError *err)
{
    TextBuffer out = {.arena = arena};
    report_forms(&out, questionnaire, brief);
    buffer_add(&out, "Written   ");
    screen_add(&out, folder);
    buffer_add(&out, ": README.md, columns.csv, and each form in a folder of its own\n");
    if (questionnaire->inventory.blanks.n > 0) {
        buffer_add(&out, "Fill in   ");
        add_blanks(&out, questionnaire);
        buffer_add(&out, " (marked FILL IN)\n");
    }
    buffer_add(&out, "\nNext\n  1. Read ");
    screen_add(&out, folder);
    buffer_print(&out, "/%s.md.\n", brief->sheets ? "interests/interests" : "inventory/inventory");
    buffer_print(&out, "  2. Open script.google.com, New project, paste %s.gs, Run; send the link that the log shows.\n",
                 brief->sheets ? "interests/interests" : "inventory/inventory");
    if (brief->sheets) {
        buffer_add(&out,
                   "  3. When the answers are in, download them as CSV and put them, the inventory's and columns.csv into one "
                   "folder\n     with the plan's sheets: cadre run FOLDER.\n");
    } else {
        buffer_add(&out,
                   "  3. When the answers are in, download them as CSV and make the second form with what they tell:\n     ");
        add_second_command(&out, inputs);
        buffer_add(&out, ".\nREADME.md in the folder says it at length.\n");
    }
    return buffer_text(text, &out, err);
}

static json_t *form_json(const Form *form)
{
    return json_pack("{s:s, s:s, s:i, s:i, s:i}", "form", form->stem, "title", form->title, "questions", form_questions(form),
                     "columns", form_columns(form), "minutes", form_minutes(form));
}

/* NULL without memory, as all of jansson's values. */
static json_t *add_text(json_t *array, const char *text, Arena *arena)
{
    if (!array || json_array_append_new(array, json_lenient(text, arena)) == 0) return array;
    json_decref(array);
    return NULL;
}

static json_t *made_json(const Questionnaire *questionnaire, const QuestionnaireFiles *files, const char *folder, Arena *arena)
{
    json_t *names = json_array(), *blanks = json_array();
    for (int i = 0; i < files->n; i++) names = add_text(names, files->items[i].name, arena);
    for (int i = 0; i < questionnaire->inventory.blanks.n; i++)
        blanks = add_text(blanks, questionnaire->inventory.blanks.items[i], arena);
    return json_pack("{s:o, s:o, s:o, s:i, s:i, s:i, s:i, s:[o, o]}", "folder", json_lenient(folder, arena), "files", names,
                     "fill_in", blanks, "skills", questionnaire->n_skills, "built_in_skills", questionnaire->n_own_skills,
                     "focus_areas", questionnaire->n_focuses, "interest_skills", questionnaire->n_interests, "forms",
                     form_json(&questionnaire->inventory), form_json(&questionnaire->interests));
}

CadreStatus questionnaire_json(const char **text, const Questionnaire *questionnaire, const QuestionnaireFiles *files,
                               const char *folder, const CadreMessage *messages, int n_messages, Arena *arena, CadreError *err)
{
    json_t *made = questionnaire ? made_json(questionnaire, files, folder, arena) : json_null();
    json_t *value = json_pack("{s:o, s:o}", "questionnaire", made, "messages", json_messages(messages, n_messages, arena));
    return json_finish(text, value, arena, err);
}
