#include "base/hash.h"

#include <nettle/base64.h>
#include <nettle/hmac.h>
#include <nettle/sha2.h>
#include <string.h>

static void digest_of(uint8_t digest[SHA256_DIGEST_SIZE], const void *bytes, size_t size)
{
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, size, bytes);
    sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

void hash_sha256_base64(char base64[45], const void *bytes, size_t size)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    digest_of(digest, bytes, size);
    base64_encode_raw(base64, sizeof digest, digest);
    base64[BASE64_ENCODE_RAW_LENGTH(sizeof digest)] = '\0';
}

static void hex_of(char hex[2 * SHA256_DIGEST_SIZE + 1], const uint8_t digest[SHA256_DIGEST_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < SHA256_DIGEST_SIZE; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[2 * SHA256_DIGEST_SIZE] = '\0';
}

void hash_sha256(char hex[65], const void *bytes, size_t size)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    digest_of(digest, bytes, size);
    hex_of(hex, digest);
}

static void keyed(uint8_t digest[SHA256_DIGEST_SIZE], const HashKey *key, const char *kind, const char *text)
{
    struct hmac_sha256_ctx context;
    hmac_sha256_set_key(&context, key->size, key->bytes);
    hmac_sha256_update(&context, strlen(kind) + 1, (const uint8_t *)kind);
    hmac_sha256_update(&context, strlen(text), (const uint8_t *)text);
    hmac_sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

void hash_keyed_hex(char hex[2 * HASH_KEYED_SIZE + 1], const HashKey *key, const char *kind, const char *text)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    keyed(digest, key, kind, text);
    hex_of(hex, digest);
}

void hash_keyed_letters(char letters[HASH_KEYED_SIZE + 1], const HashKey *key, const char *kind, const char *text)
{
    static const char alphabet[] =
        "23456789BCDFGHJKMNPQRTVWXZ"; /* a remainder is not quite even, which is of no use to anyone */
    uint8_t digest[SHA256_DIGEST_SIZE];
    keyed(digest, key, kind, text);
    for (size_t i = 0; i < SHA256_DIGEST_SIZE; i++) letters[i] = alphabet[digest[i] % (sizeof alphabet - 1)];
    letters[SHA256_DIGEST_SIZE] = '\0';
}

uint64_t hash_text(const char *text, uint64_t seed)
{
    uint64_t bits = UINT64_C(0xcbf29ce484222325);
    for (const unsigned char *byte = (const unsigned char *)text; *byte; byte++)
        bits = (bits ^ *byte) * UINT64_C(0x100000001b3);
    bits += (seed + 1) * UINT64_C(0x9e3779b97f4a7c15);
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94d049bb133111eb);
    return bits ^ (bits >> 31);
}
