/* verdict_json.c: what the judge found, as JSON. */
#include "write/json_values.h"
#include "write/write.h"

CadreStatus verdict_json_text(const char **text, const CadreMessage *messages, int n_messages, Arena *arena, CadreError *err)
{
    bool verified = true;
    for (int i = 0; i < n_messages; i++) verified = verified && messages[i].severity != CADRE_ERROR;
    json_t *value = json_pack("{s:b, s:o}", "verified", verified, "messages", json_messages(messages, n_messages, arena));
    return json_finish(text, value, arena, err);
}
