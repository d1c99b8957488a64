/* Making the two forms that start it all: read what there is -> word the forms -> write the folder -> say what to do next. */
#include "generate/questionnaire.h"
#include "read/brief_read.h"
#include "write/json_values.h"
#include "write/new_folder.h"

/* Findings are told to the outer listener and kept for --json. */
typedef struct Heard {
    Arena *arena;
    const CadreListener *outer;
    LIST(CadreMessage) log;
    bool lost;
} Heard;

static void hear_message(void *data, const CadreMessage *message)
{
    Heard *heard = data;
    if (!LIST_PUSH(heard->arena, &heard->log, *message)) heard->lost = true;
    if (heard->outer && heard->outer->message) heard->outer->message(heard->outer->data, message);
}

/* What a form asks for want of something better is no error, but said. */
static void tell_fallbacks(const Questionnaire *made, const CadreInputs *inputs, const CadreQuestionnaireOptions *options,
                           Messages *messages)
{
    Origin plan = {inputs->plan, 0, 0};
    if (inputs->plan && made->n_own_skills == made->n_skills && !options->broad)
        messages_add(
            messages, CADRE_NOTE, plan,
            "names no skill, so the inventory asks about the built-in list; expected skills in needs.csv, or in the needs of "
            "groups.csv");
    if (inputs->plan && made->own_focuses)
        messages_add(
            messages, CADRE_NOTE, plan,
            "names no group, so the second form asks about the areas of the built-in list; expected groups with their focus in "
            "groups.csv");
}

static CadreStatus write_forms(const Questionnaire *made, const Brief *brief, const CadreInputs *inputs,
                               const CadreQuestionnaireOptions *options, const Heard *heard, CadreError *err)
{
    QuestionnaireFiles files;
    const char *text = "";
    TRY(questionnaire_files(&files, made, brief, inputs, heard->arena, err));
    if (options->print && options->json)
        TRY(questionnaire_json(&text, made, &files, options->out, heard->log.items, heard->log.n, heard->arena, err));
    else if (options->print)
        TRY(questionnaire_report(&text, made, brief, inputs, options->out, heard->arena, err));
    TRY(new_folder_write(options->out, files.items, files.n, heard->arena, err));
    if (options->print) fputs(text, options->print);
    return CADRE_OK;
}

/* Wrong input: nothing is written, and programs are told what was found. */
static CadreStatus tell_wrong(CadreStatus status, const CadreQuestionnaireOptions *options, const Heard *heard, CadreError *err)
{
    const QuestionnaireFiles none = {0};
    const char *text;
    if (status != CADRE_INPUT || !options->json || !options->print) return status;
    TRY(questionnaire_json(&text, NULL, &none, options->out, heard->log.items, heard->log.n, heard->arena, err));
    fputs(text, options->print);
    return status;
}

static CadreStatus make(const CadreInputs *inputs, const CadreQuestionnaireOptions *options, Heard *heard, CadreError *err)
{
    Brief brief;
    Questionnaire made;
    CadreListener listener = {.data = heard, .message = hear_message};
    Messages *messages = messages_create(heard->arena);
    if (!messages) return error_no_memory(err);
    json_memory_use();
    TRY(brief_read(&brief, inputs, heard->arena, messages, err));
    CadreStatus status = messages_flush(messages, &listener, err);
    if (heard->lost) return error_no_memory(err);
    if (status != CADRE_OK) return tell_wrong(status, options, heard, err);
    TRY(questionnaire_make(&made, &brief, options, heard->arena, err));
    tell_fallbacks(&made, inputs, options, messages);
    TRY(messages_flush(messages, &listener, err));
    return heard->lost ? error_no_memory(err) : write_forms(&made, &brief, inputs, options, heard, err);
}

CadreStatus cadre_questionnaire(const CadreInputs *inputs, const CadreQuestionnaireOptions *options,
                                const CadreListener *listener, CadreError *err)
{
    Heard heard = {.arena = arena_create(NULL), .outer = listener};
    if (!heard.arena) return error_no_memory(err);
    CadreStatus status = make(inputs, options, &heard, err);
    arena_release(heard.arena);
    return status;
}
