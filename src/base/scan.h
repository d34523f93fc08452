/* scan.h: runs of ASCII bytes, sixteen at a time.
 *
 * Most of what is read is ASCII words and spaces, and every reader of text looks for
 * where they end. Where the machine has SSE2 (each x86-64 has) sixteen bytes are
 * compared at once; elsewhere, and in the last bytes of a string, one by one, with
 * the same result. Nothing behind the end of a string is read. */
#ifndef BASE_SCAN_H
#define BASE_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { SCAN_STEP = 16 };

/* Up to five bytes to look for; a place that is not needed repeats another. */
typedef struct ScanSet {
    char bytes[5];
    bool wide; /* and any byte beyond ASCII */
} ScanSet;

static inline bool scan_is_letter(char c)
{
    return ((unsigned char)c | 0x20U) - 'a' < 26;
}

static inline bool scan_is_plain(char c)
{
    return scan_is_letter(c) || (unsigned char)c - (unsigned)'0' < 10;
}

static inline bool scan_has(ScanSet set, char c)
{
    return (set.wide && (unsigned char)c >= 0x80) || c == set.bytes[0] ||
           c == set.bytes[1] || c == set.bytes[2] || c == set.bytes[3] ||
           c == set.bytes[4];
}

#if defined(__SSE2__)

static inline __m128i scan_load(const char *at)
{
    return _mm_loadu_si128((const __m128i *)(const void *)at);
}

/* A byte of ones where first <= byte < first + count. */
static inline __m128i scan_in_range(__m128i bytes, char first, int count)
{
    __m128i from_least = _mm_add_epi8(bytes, _mm_set1_epi8((char)(-128 - first)));
    return _mm_cmplt_epi8(from_least, _mm_set1_epi8((char)(-128 + count)));
}

static inline __m128i scan_letters_of(__m128i bytes)
{
    return scan_in_range(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26);
}

static inline __m128i scan_plain_of(__m128i bytes)
{
    return _mm_or_si128(scan_letters_of(bytes), scan_in_range(bytes, '0', 10));
}

static inline __m128i scan_equal(__m128i bytes, char c)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

static inline unsigned scan_mask(__m128i ones)
{
    return (unsigned)_mm_movemask_epi8(ones);
}

static inline unsigned scan_set_mask(ScanSet set, __m128i bytes)
{
    __m128i found =
        _mm_or_si128(scan_equal(bytes, set.bytes[0]), scan_equal(bytes, set.bytes[1]));
    found = _mm_or_si128(found, scan_equal(bytes, set.bytes[2]));
    found = _mm_or_si128(found, scan_equal(bytes, set.bytes[3]));
    found = _mm_or_si128(found, scan_equal(bytes, set.bytes[4]));
    return scan_mask(set.wide ? _mm_or_si128(found, bytes) : found);
}

static inline size_t scan_lowest(unsigned mask)
{
    return (size_t)__builtin_ctz(mask);
}

#endif

/* Sixteen bytes as bits, the first byte lowest. */
typedef struct ScanBits {
    unsigned plain; /* ASCII letters and digits */
    unsigned found; /* bytes of the set */
    unsigned wide;  /* beyond ASCII */
} ScanBits;

static inline ScanBits scan_bits(const char *at, ScanSet set)
{
#if defined(__SSE2__)
    __m128i bytes = scan_load(at);
    return (ScanBits){scan_mask(scan_plain_of(bytes)), scan_set_mask(set, bytes),
                      scan_mask(bytes)};
#else
    ScanBits bits = {0};
    for (unsigned i = 0; i < SCAN_STEP; i++) {
        bits.plain |= (unsigned)scan_is_plain(at[i]) << i;
        bits.found |= (unsigned)scan_has(set, at[i]) << i;
        bits.wide |= (unsigned)((unsigned char)at[i] >= 0x80) << i;
    }
    return bits;
#endif
}

/* How many of the lowest sixteen bits are set. */
static inline unsigned scan_count(unsigned bits)
{
    bits -= bits >> 1 & 0x5555;
    bits = (bits & 0x3333) + (bits >> 2 & 0x3333);
    bits = (bits + (bits >> 4)) & 0x0F0F;
    return (bits + (bits >> 8)) & 0x1F;
}

/* The next byte of a set at or behind `at`; the end when there is none. */
static inline size_t scan_next(Str s, size_t at, ScanSet set)
{
    if (at < s.len && scan_has(set, s.ptr[at])) /* so it is beyond ASCII */
        return at;
#if defined(__SSE2__)
    for (; at + SCAN_STEP <= s.len; at += SCAN_STEP) {
        unsigned found = scan_set_mask(set, scan_load(s.ptr + at));
        if (found)
            return at + scan_lowest(found);
    }
#endif
    while (at < s.len && !scan_has(set, s.ptr[at]))
        at++;
    return at;
}

/* Behind the ASCII letters and digits at `at` (at <= s.len). */
static inline size_t scan_plain(Str s, size_t at)
{
    if (at < s.len && !scan_is_plain(s.ptr[at]))
        return at;
#if defined(__SSE2__)
    for (; at + SCAN_STEP <= s.len; at += SCAN_STEP) {
        unsigned other = ~scan_mask(scan_plain_of(scan_load(s.ptr + at))) & 0xFFFF;
        if (other)
            return at + scan_lowest(other);
    }
#endif
    while (at < s.len && scan_is_plain(s.ptr[at]))
        at++;
    return at;
}

/* Behind the ASCII letters at `at` (at <= s.len). */
static inline size_t scan_letters(Str s, size_t at)
{
#if defined(__SSE2__)
    for (; at + SCAN_STEP <= s.len; at += SCAN_STEP) {
        unsigned other = ~scan_mask(scan_letters_of(scan_load(s.ptr + at))) & 0xFFFF;
        if (other)
            return at + scan_lowest(other);
    }
#endif
    while (at < s.len && scan_is_letter(s.ptr[at]))
        at++;
    return at;
}

/* Where the next two spaces stand at or behind `at`; the end when there are none. */
static inline size_t scan_two_spaces(Str s, size_t at)
{
#if defined(__SSE2__)
    for (; at + SCAN_STEP < s.len; at += SCAN_STEP) {
        unsigned found =
            scan_mask(_mm_and_si128(scan_equal(scan_load(s.ptr + at), ' '),
                                    scan_equal(scan_load(s.ptr + at + 1), ' ')));
        if (found)
            return at + scan_lowest(found);
    }
#endif
    while (at + 1 < s.len && (s.ptr[at] != ' ' || s.ptr[at + 1] != ' '))
        at++;
    return at + 1 < s.len ? at : s.len;
}

#endif
