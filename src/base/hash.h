/* hash.h: SHA-256, for stable ids of people and for "is this the text I read?", and
 * CRC-32, for "did all of it arrive on the disk?" */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

typedef struct Hash {
    unsigned char bytes[32];
} Hash;

Hash hash_sha256(Str s);
bool hash_eq(Hash a, Hash b);
/* The first `digits` (at most 64) lower-case hex digits, NUL-terminated. */
void hash_hex(Hash h, int digits, char out[65]);
/* CRC-32 (IEEE 802.3) of the bytes that gave `before`, 0 for none, and then of `s`. */
uint32_t hash_crc32(uint32_t before, Str s);

#endif
