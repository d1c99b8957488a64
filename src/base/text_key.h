/* text_key.h: the short way to a key, without memory, for text that is plain ASCII. */
#ifndef BASE_TEXT_KEY_H
#define BASE_TEXT_KEY_H

#include <stdbool.h>
#include <stddef.h>

/* Write the name key (or header key) of `text`, NUL included, into key[capacity]; false where the text is not ASCII or the key
 * might not fit. */
bool text_key_ascii(char *key, size_t capacity, const char *text, bool header);

#endif
