#include "base/hash.h"

#include <criterion/criterion.h>
#include <stdio.h>

Test(hash, sha256_known_values)
{
    char hex[65];
    hash_sha256(hex, "", 0);
    cr_assert_str_eq(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hash_sha256(hex, "abc", 3); /* FIPS 180-4, example 1 */
    cr_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

Test(hash, text_depends_on_text_and_seed)
{
    cr_assert_eq(hash_text("Ana Ruiz", 1), hash_text("Ana Ruiz", 1));
    cr_assert_neq(hash_text("Ana Ruiz", 1), hash_text("Ana Ruiz", 2));
    cr_assert_neq(hash_text("Ana Ruiz", 1), hash_text("Ana Rui", 1));
    cr_assert_neq(hash_text("", 0), hash_text("", 1));
}

/* The order that results hang on must never change: FNV-1a of "a" is af63dc4c8601ec8c. The value below was computed apart. */
Test(hash, text_is_fixed_for_good) { cr_assert_eq(hash_text("a", 1), UINT64_C(0xff84f1bdb6d3884f)); }

Test(hash, text_spreads_evenly)
{
    int counts[16] = {0};
    char name[16];
    for (int i = 0; i < 16000; i++) {
        snprintf(name, sizeof name, "T%05d", i);
        counts[hash_text(name, 7) >> 60]++;
    }
    for (int i = 0; i < 16; i++) cr_assert(counts[i] > 850 && counts[i] < 1150, "slot %d has %d", i, counts[i]);
}
