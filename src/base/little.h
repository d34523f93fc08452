/* little.h: whole numbers as bytes, the least first, as our own files keep them. */
#ifndef BASE_LITTLE_H
#define BASE_LITTLE_H

#include <stdint.h>

/* The low `bytes` bytes of `value`, 1 to 8, at `at`. */
static inline void little_put(char *at, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        at[i] = (char)(value >> (8 * i) & 0xff);
}

static inline uint64_t little_get(const char *at, int bytes)
{
    uint64_t value = 0;

    for (int i = bytes; i-- > 0;)
        value = value << 8 | (unsigned char)at[i];
    return value;
}

#endif
