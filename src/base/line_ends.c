#include "base/line_ends.h"

#include <assert.h>

LineEnds line_ends(Str text)
{
    size_t lf = 0, crlf = 0;

    for (size_t at = 0; (at = str_find_byte(text, '\n', at)) != STR_NONE; at++) {
        if (at > 0 && text.ptr[at - 1] == '\r')
            crlf++;
        else
            lf++;
    }
    if (lf > 0 && crlf > 0)
        return ENDS_MIXED;
    return lf > 0 ? ENDS_LF : crlf > 0 ? ENDS_CRLF : ENDS_NONE;
}

LineEnds line_ends_turned(Str before, Str after)
{
    LineEnds was = line_ends(before), is = line_ends(after);
    bool turned =
        (was == ENDS_LF && is == ENDS_CRLF) || (was == ENDS_CRLF && is == ENDS_LF);

    return turned ? is : ENDS_NONE;
}

LineEnds line_ends_of_three(Str base, Str mine, Str theirs)
{
    LineEnds ends = line_ends_turned(base, theirs);

    return ends != ENDS_NONE ? ends : line_ends_turned(base, mine);
}

void line_ends_convert(Str text, LineEnds to, StrBuf *out)
{
    size_t from = 0, at = 0;

    assert(to == ENDS_LF || to == ENDS_CRLF);
    for (; (at = str_find_byte(text, '\n', from)) != STR_NONE; from = at + 1) {
        size_t end = at > from && text.ptr[at - 1] == '\r' ? at - 1 : at;
        strbuf_add(out, str_slice(text, from, end));
        strbuf_addz(out, to == ENDS_CRLF ? "\r\n" : "\n");
    }
    strbuf_add(out, str_slice(text, from, text.len));
}
