/* hash.h: SHA-256, for stable ids of people and for "is this the text I read?" */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/str.h"

typedef struct Hash {
    unsigned char bytes[32];
} Hash;

Hash hash_sha256(Str s);
bool hash_eq(Hash a, Hash b);
/* The first `digits` (at most 64) lower-case hex digits, NUL-terminated. */
void hash_hex(Hash h, int digits, char out[65]);

#endif
