/* verify_redaction.c: whether people are called alike in the result and in the model: else nothing of either is in the other.
 */
#include <jansson.h>
#include <string.h>

#include "verify/verify_cells.h"

/* What is wrong, NULL: nothing. */
static const char *fault_of(const char *redacted, const char *key)
{
    if (redacted && !key)
        return "the result is redacted: people have pseudonyms in it; expected --redact and the file with the key that it was "
               "made with";
    if (!redacted && key) return "the result is not redacted; expected none with --redact";
    return redacted && strcmp(redacted, key) != 0 ? "the result is redacted with another key; expected the file with its own"
                                                  : NULL;
}

bool verify_redaction(Judge *judge)
{
    const ResultFiles *files = judge->files;
    json_t *json = files->json_size > 0 ? json_loadb(files->json, files->json_size, 0, NULL) : NULL;
    if (!json_is_object(json)) { /* told later */
        json_decref(json);
        return true;
    }
    const char *fault = fault_of(json_string_value(json_object_get(json, "redacted")), judge->model->redacted);
    if (fault) VERIFY_FAIL_FILE(judge, files->json_path, "%s", fault);
    json_decref(json);
    return !fault;
}
