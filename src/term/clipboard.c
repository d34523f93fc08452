#include "term/clipboard.h"

enum { BASE64_MAX = 74 * 1024 };

static void add_base64(Str bytes, StrBuf *out)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t at = 0; at < bytes.len; at += 3) {
        unsigned long group = 0;
        size_t left = bytes.len - at;
        for (size_t i = 0; i < 3; i++)
            group = group << 8 | (i < left ? (unsigned char)bytes.ptr[at + i] : 0U);
        for (size_t i = 0; i < 4; i++)
            strbuf_addc(out, i <= left ? digits[group >> (18 - 6 * i) & 63] : '=');
    }
}

bool clipboard_sequence(Str text, StrBuf *out)
{
    if (text.len > BASE64_MAX / 4 * 3)
        return false;
    strbuf_addz(out, "\033]52;c;");
    add_base64(text, out);
    strbuf_addc(out, '\a');
    return true;
}
