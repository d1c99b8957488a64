#include <string.h>

#include "solve/what_if.h"

typedef struct FirstError {
    const char *text;
} FirstError;

static void hear(void *data, const CadreMessage *message)
{
    FirstError *first = data;
    if (message->severity == CADRE_ERROR && !first->text) first->text = message->text;
}

/* What is wrong, without what was expected: that is for who wrote the plan so. */
static CadreStatus first_error(const char **out, Messages *messages, Arena *arena, CadreError *err)
{
    FirstError first = {NULL};
    CadreListener listener = {.data = &first, .message = hear};
    CadreStatus status = messages_flush(messages, &listener, err);
    *out = "";
    if (status != CADRE_INPUT || !first.text) return status == CADRE_INPUT ? CADRE_OK : status;
    const char *end = strstr(first.text, "; expected");
    *out = arena_copy_n(arena, first.text, end ? (size_t)(end - first.text) : strlen(first.text));
    return *out ? CADRE_OK : error_no_memory(err);
}

CadreStatus what_if_because(const char **because, const WhatIf *what_if, const WhatIfQuestion *question, Arena *arena,
                            CadreError *err)
{
    Model model;
    ScoreTable scores;
    Program program;
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    TRY(model_alter(&model, &what_if->part.model, question->alterations, question->n, arena, err));
    TRY(score_run(&scores, &model, 1, arena, err));
    TRY(program_make(&program, &model, &scores, arena, messages, err));
    if (messages_errors(messages) == 0) {
        CadreStatus status = solve_check(&program, arena, messages, err);
        if (status != CADRE_OK && status != CADRE_INPUT) return status;
    }
    return first_error(because, messages, arena, err);
}
