#include "base/hash.h"

#include <assert.h>
#include <string.h>

#include <mbedtls/sha256.h>

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
    /* Half a byte at a time: of the reflected polynomial 0xEDB88320. */
    static const uint32_t table[16] = {0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC,
                                       0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
                                       0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
                                       0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C};
    uint32_t crc = ~before;

    for (size_t i = 0; i < s.len; i++) {
        crc ^= (unsigned char)s.ptr[i];
        crc = (crc >> 4) ^ table[crc & 15];
        crc = (crc >> 4) ^ table[crc & 15];
    }
    return ~crc;
}
