#include "lsp/uri.h"

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* What stands for one byte at `at`. */
static size_t decode_byte(Str s, size_t at, char *out)
{
    int high = at + 2 < s.len && s.ptr[at] == '%' ? hex_digit(s.ptr[at + 1]) : -1;
    int low = high >= 0 ? hex_digit(s.ptr[at + 2]) : -1;

    *out = low >= 0 ? (char)(high * 16 + low) : s.ptr[at];
    return low >= 0 ? 3 : 1;
}

bool uri_path(Str uri, Arena *arena, Str *path)
{
    static const Str scheme = {"file://", 7};
    StrBuf bytes = {0};
    bool ok = true;

    if (!str_eq_nocase(str_slice(uri, 0, scheme.len), scheme))
        return false;
    Str rest = str_slice(uri, scheme.len, uri.len);
    size_t slash = str_find_byte(rest, '/', 0);
    Str host = str_slice(rest, 0, slash);
    if (slash == STR_NONE || (host.len > 0 && !str_eq_nocase(host, STR("localhost"))))
        return false;
    for (size_t at = slash; at < rest.len && ok;) {
        char c;
        at += decode_byte(rest, at, &c);
        ok = c != '\0';
        strbuf_addc(&bytes, c);
    }
    if (ok)
        *path = arena_str(arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok;
}
