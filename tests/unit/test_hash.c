#include "base/hash.h"

#include "check.h"

static void sha256_gives_the_published_values(void **state)
{
    char hex[65];

    (void)state;
    /* FIPS 180-4 examples. */
    hash_hex(hash_sha256(STR("abc")), 64, hex);
    CHECK_STRZ(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    hash_hex(hash_sha256((Str){0}), 64, hex);
    CHECK_STRZ(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void hex_digits_are_cut_anywhere(void **state)
{
    char hex[65];

    (void)state;
    hash_hex(hash_sha256(STR("abc")), 7, hex);
    CHECK_STRZ(hex, "ba7816b");
    hash_hex(hash_sha256(STR("abc")), 0, hex);
    CHECK_STRZ(hex, "");
}

static void hashes_are_equal_for_equal_bytes_only(void **state)
{
    (void)state;
    CHECK(hash_eq(hash_sha256(STR("a")), hash_sha256(STR("a"))));
    CHECK(!hash_eq(hash_sha256(STR("a")), hash_sha256(STR("b"))));
}

static void crc32_gives_the_published_value_in_any_pieces(void **state)
{
    (void)state;
    CHECK_INT(hash_crc32(0, STR("123456789")), 0xCBF43926);
    CHECK_INT(hash_crc32(hash_crc32(0, STR("1234")), STR("56789")), 0xCBF43926);
    CHECK_INT(hash_crc32(0, STR("")), 0);
}

RUN_TESTS(TEST(crc32_gives_the_published_value_in_any_pieces),
          TEST(sha256_gives_the_published_values), TEST(hex_digits_are_cut_anywhere),
          TEST(hashes_are_equal_for_equal_bytes_only))
