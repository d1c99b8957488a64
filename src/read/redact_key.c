#include "read/redact_key.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "base/files.h"

enum {
    FRESH_BYTES = 32,
    KEY_FEWEST = 22, /* letters that 16 bytes take in base 64 */
    KEY_MOST = 1024,
};

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-";

static CadreStatus random_bytes(unsigned char bytes[FRESH_BYTES], CadreError *err)
{
    ssize_t n = getrandom(bytes, FRESH_BYTES, 0); /* so few come whole, or not at all */
    return n == FRESH_BYTES ? CADRE_OK : error_set(err, CADRE_IO, "no random bytes for a key: %s", strerror(errno));
}

static CadreStatus key_make(const char *path, Messages *messages, CadreError *err)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[FRESH_BYTES];
    char text[2 * FRESH_BYTES + 1];
    TRY(random_bytes(bytes, err));
    for (size_t i = 0; i < FRESH_BYTES; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    text[2 * FRESH_BYTES] = '\n';
    TRY(file_write_new(path, text, sizeof text, err));
    messages_add(messages, CADRE_NOTE, (Origin){path, 0, 0},
                 "a new key is made; whoever holds it can tell who is meant by a pseudonym, so keep it apart from the results, "
                 "and use it again to have the same pseudonyms again");
    return CADRE_OK;
}

/* Whether a folder on the way to the file is `outside`. */
static bool lies_within(const char *path, const char *outside, Arena *arena)
{
    char *way = arena_copy(arena, path), *slash;
    if (!way || !outside) return false;
    while ((slash = strrchr(way, '/')) && slash != way) {
        *slash = '\0';
        if (path_same(way, outside)) return true;
    }
    return path_same(strchr(path, '/') == path ? "/" : ".", outside);
}

CadreStatus redact_key_read(HashKey *out, const char *path, const char *outside, bool may_make, Arena *arena,
                            Messages *messages, CadreError *err)
{
    char *text;
    size_t size;
    bool is_private;
    if (lies_within(path, outside, arena))
        return error_set(err, CADRE_INPUT, "%s: lies in the folder of the result; expected a key that is kept apart from it",
                         path);
    if (may_make && !file_exists(path)) TRY(key_make(path, messages, err));
    TRY(file_read(&text, &size, path, arena, err));
    while (size > 0 && strchr(" \t\r\n", text[size - 1])) size--;
    text[size] = '\0';
    if (size < KEY_FEWEST || size > KEY_MOST || strspn(text, letters) != size)
        return error_set(err, CADRE_INPUT,
                         "%s: holds no key; expected one line of %d letters and digits or more, or a new path, for a key to be "
                         "made there",
                         path, KEY_FEWEST);
    TRY(file_is_private(&is_private, path, err));
    if (!is_private)
        return error_set(err, CADRE_INPUT,
                         "%s: others than its owner can read or change the key; expected a file of mode 600 (chmod 600)", path);
    *out = (HashKey){text, size};
    return CADRE_OK;
}
