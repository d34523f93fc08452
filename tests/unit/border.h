/* border.h: does an offset lie between characters? */
#ifndef TESTS_UNIT_BORDER_H
#define TESTS_UNIT_BORDER_H

#include "base/utf8.h"

/* A stray byte is a character of its own. */
static inline bool is_border(Str s, size_t at)
{
    uint32_t cp;

    for (size_t back = 1; back < UTF8_MAX && back <= at && at < s.len; back++)
        if (utf8_decode(s, at - back, &cp) > back)
            return false;
    return at <= s.len;
}

#endif
