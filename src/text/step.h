/* step.h: single steps over prose, for the readers of sentences and words.
 * Private to the room. */
#ifndef TEXT_STEP_H
#define TEXT_STEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/unicode.h"
#include "base/utf8.h"

/* 0 at the end. */
static inline uint32_t cp_at(Str s, size_t at)
{
    uint32_t cp = 0;

    if (at < s.len)
        utf8_decode(s, at, &cp);
    return cp;
}

/* 0 at the start. */
static inline uint32_t cp_before(Str s, size_t at)
{
    return at > 0 ? cp_at(s, utf8_before(s, at)) : 0;
}

/* May a space begin with that byte? U+0085, U+00A0, U+1680, U+2000 to U+3000. */
static inline bool may_be_space(unsigned char c)
{
    return c <= ' ' || c == 0xC2 || (c >= 0xE1 && c <= 0xE3);
}

static inline size_t skip_space(Str s, size_t at)
{
    while (at < s.len && may_be_space((unsigned char)s.ptr[at])) {
        uint32_t cp;
        size_t len = utf8_decode(s, at, &cp);
        if (!unicode_is_space(cp))
            break;
        at += len;
    }
    return at;
}

static inline size_t trim_space(Str s, size_t start, size_t end)
{
    while (end > start && unicode_is_space(cp_before(s, end)))
        end = utf8_before(s, end);
    return end;
}

#endif
