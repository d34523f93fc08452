#include "base/shell.h"

void shell_add_word(StrBuf *out, Str word)
{
    strbuf_addc(out, '\'');
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] == '\'')
            strbuf_addz(out, "'\\''");
        else
            strbuf_addc(out, word.ptr[i]);
    strbuf_addc(out, '\'');
}
