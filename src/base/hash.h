/* hash.h: checksums of inputs, and an order that depends on a name and a seed alone. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* SHA-256 in hexadecimal (nettle). */
void hash_sha256(char hex[65], const void *bytes, size_t size);

/* The same in base 64, as a page's Content-Security-Policy names what it may run. */
void hash_sha256_base64(char base64[45], const void *bytes, size_t size);

/* A secret, and texts that nobody can test a guess against who has not got it: HMAC-SHA-256 of "KIND", a 0 byte and the text.
 */
typedef struct HashKey {
    const void *bytes;
    size_t size;
} HashKey;
enum { HASH_KEYED_SIZE = 32 };
void hash_keyed_hex(char hex[2 * HASH_KEYED_SIZE + 1], const HashKey *key, const char *kind, const char *text);

/* The same as letters and digits that spell no word and are not mistaken for each other: no vowels, no 0, 1, L or S. */
void hash_keyed_letters(char letters[HASH_KEYED_SIZE + 1], const HashKey *key, const char *kind, const char *text);

/* 64 well-mixed bits of text and seed: FNV-1a, then the finaliser of splitmix64 (Steele, Lea, Flood, OOPSLA 2014). The same on
 * every machine. */
uint64_t hash_text(const char *text, uint64_t seed);

#endif
