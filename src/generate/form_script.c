/* form_script.c: a form as a Google Apps Script. What the form says is one JSON object, which is JavaScript too; the functions
 * that build it are always the same. */
#include <inttypes.h>
#include <string.h>
#include <utf8proc.h>

#include "generate/form.h"

static const char *const kind_names[] = {
    [QUESTION_PAGE] = "page",     [QUESTION_TEXT] = "text",   [QUESTION_STORY] = "story", [QUESTION_LIST] = "list",
    [QUESTION_CHOICE] = "choice", [QUESTION_TICKS] = "ticks", [QUESTION_GRID] = "grid",
};

static const char builder[] =
    "\n"
    "function makeForm() {\n"
    "  var form = FormApp.create(FORM.title);\n"
    "  form.setTitle(FORM.title);\n"
    "  form.setDescription(FORM.introduction.join(\"\\n\\n\"));\n"
    "  form.setConfirmationMessage(FORM.thanks);\n"
    "  form.setCollectEmail(true);\n"
    "  form.setAllowResponseEdits(true);\n"
    "  form.setShowLinkToRespondAgain(false);\n"
    "  form.setProgressBar(true);\n"
    "  for (var i = 0; i < FORM.questions.length; i++) addQuestion(form, FORM.questions[i]);\n"
    "  if (form.supportsAdvancedResponderPermissions && form.supportsAdvancedResponderPermissions()) form.setPublished(true);\n"
    "  if (form.getDescription().indexOf(\"[FILL IN\") >= 0)\n"
    "    Logger.log(\"Before you send it: fill in what the introduction marks with FILL IN.\");\n"
    "  Logger.log(\"To change the form and see the answers: \" + form.getEditUrl());\n"
    "  Logger.log(\"To send to the staff: \" + form.getPublishedUrl());\n"
    "}\n"
    "\n"
    "function addQuestion(form, question) {\n"
    "  var item;\n"
    "  if (question.kind === \"page\") item = form.addPageBreakItem();\n"
    "  else if (question.kind === \"text\") item = form.addTextItem();\n"
    "  else if (question.kind === \"story\") item = form.addParagraphTextItem();\n"
    "  else if (question.kind === \"list\") item = form.addListItem();\n"
    "  else if (question.kind === \"choice\") item = form.addMultipleChoiceItem();\n"
    "  else if (question.kind === \"ticks\") item = form.addCheckboxItem();\n"
    "  else item = form.addGridItem();\n"
    "  item.setTitle(question.title);\n"
    "  if (question.help) item.setHelpText(question.help);\n"
    "  if (question.rows) item.setRows(question.rows).setColumns(question.options);\n"
    "  else if (question.options) item.setChoiceValues(question.options);\n"
    "  if (question.own_answer) item.showOtherOption(true);\n"
    "  if (question.required) item.setRequired(true);\n"
    "}\n";

/* Characters that a reader of the script could not see, or that end a line, a string or a script in some place. */
static bool is_unsafe(utf8proc_int32_t code)
{
    utf8proc_category_t category = utf8proc_category(code);
    return code == '"' || code == '\\' || code == '<' || code == '>' || category == UTF8PROC_CATEGORY_CC ||
           category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

static void put_escape(TextBuffer *out, utf8proc_int32_t code)
{
    if (code < 0x10000) {
        buffer_print(out, "\\u%04" PRIx32, (uint32_t)code);
    } else {
        uint32_t rest = (uint32_t)code - 0x10000;
        buffer_print(out, "\\u%04" PRIx32 "\\u%04" PRIx32, 0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
    }
}

/* A string of JSON and of JavaScript. */
static void put_string(TextBuffer *out, const char *text)
{
    buffer_add_byte(out, '"');
    while (*text) {
        utf8proc_int32_t code;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &code);
        if (n < 1)
            buffer_add(out, "\\ufffd");
        else if (code == '"' || code == '\\')
            buffer_print(out, "\\%c", (char)code);
        else if (code == '\n')
            buffer_add(out, "\\n");
        else if (is_unsafe(code))
            put_escape(out, code);
        else
            buffer_add_n(out, text, (size_t)n);
        text += n > 0 ? n : 1;
    }
    buffer_add_byte(out, '"');
}

static void put_strings(TextBuffer *out, const char *key, const FormTexts *texts, const char *indent)
{
    buffer_print(out, "\"%s\": [", key);
    for (int i = 0; i < texts->n; i++) {
        buffer_print(out, "%s\n%s  ", i ? "," : "", indent);
        put_string(out, texts->items[i]);
    }
    buffer_print(out, "\n%s]", indent);
}

static void put_member(TextBuffer *out, const char *key, const char *text)
{
    buffer_print(out, "\"%s\": ", key);
    put_string(out, text);
}

static void put_question(TextBuffer *out, const Question *question)
{
    buffer_print(out, "    {\"kind\": \"%s\", ", kind_names[question->kind]);
    put_member(out, "title", question->title);
    if (*question->help) buffer_add(out, ",\n      "), put_member(out, "help", question->help);
    if (question->required) buffer_add(out, ", \"required\": true");
    if (question->own_answer) buffer_add(out, ", \"own_answer\": true");
    if (question->rows.n) buffer_add(out, ",\n      "), put_strings(out, "rows", &question->rows, "      ");
    if (question->options.n) buffer_add(out, ",\n      "), put_strings(out, "options", &question->options, "      ");
    buffer_add_byte(out, '}');
}

CadreStatus form_script(const char **text, const Form *form, Arena *arena, CadreError *err)
{
    TextBuffer out = {.arena = arena};
    buffer_add(
        &out,
        "// A form for Google Forms. Open script.google.com, choose New project, put all of this in the place of what is\n"
        "// there, press Run and allow what is asked: the links to the form are then in the log below the text.\n"
        "// Change the introduction as you like; the words of questions, rows and options are those that columns.csv reads.\n"
        "var FORM = {\n  ");
    put_member(&out, "title", form->title);
    buffer_add(&out, ",\n  ");
    put_strings(&out, "introduction", &form->introduction, "  ");
    buffer_add(&out, ",\n  ");
    put_member(&out, "thanks", form->thanks);
    buffer_add(&out, ",\n  \"questions\": [\n");
    for (int i = 0; i < form->questions.n; i++) {
        if (i) buffer_add(&out, ",\n");
        put_question(&out, &form->questions.items[i]);
    }
    buffer_add(&out, "\n  ]\n};\n");
    buffer_add(&out, builder);
    return buffer_text(text, &out, err);
}
