#include "base/hash.h"

#include <assert.h>
#include <string.h>

#include <mbedtls/sha256.h>
#include <zlib.h>

Hash hash_sha256(Str s)
{
    Hash h = {{0}};
    const unsigned char *bytes = (const unsigned char *)(s.len ? s.ptr : "");

    /* Fails only where a hardware engine stands behind it; ours is plain C. */
    int failed = mbedtls_sha256_ret(bytes, s.len, h.bytes, 0);
    assert(!failed);
    (void)failed;
    return h;
}

bool hash_eq(Hash a, Hash b)
{
    return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

void hash_hex(Hash h, int digits, char out[65])
{
    static const char hex[] = "0123456789abcdef";

    assert(digits >= 0 && digits <= 64);
    for (int i = 0; i < digits; i++) {
        int shift = i % 2 == 0 ? 4 : 0;
        out[i] = hex[(h.bytes[i / 2] >> shift) & 15];
    }
    out[digits] = '\0';
}

uint32_t hash_crc32(uint32_t before, Str s)
{
    return (uint32_t)crc32_z(before, (const Bytef *)(s.len ? s.ptr : ""), s.len);
}
