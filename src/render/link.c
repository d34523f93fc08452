#include "render/link.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"

/* The next code point a browser would not skip in a scheme; 0 at the end. */
static uint32_t next_seen(Str s, size_t *at)
{
    while (*at < s.len) {
        uint32_t cp;
        *at += utf8_decode(s, *at, &cp);
        if (cp != UTF8_BAD && !unicode_is_hidden(cp) && !unicode_is_space(cp))
            return unicode_fold(cp);
    }
    return 0;
}

/* Does `s`, as a browser reads it, begin with the scheme and a colon? */
static bool has_scheme(Str s, const char *scheme)
{
    size_t at = 0;

    for (; *scheme; scheme++)
        if (next_seen(s, &at) != (uint32_t)*scheme)
            return false;
    return next_seen(s, &at) == ':';
}

/* Is there a colon before the first slash, question mark or number sign? */
static bool has_any_scheme(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == ':')
            return true;
        if (strchr("/?#", s.ptr[i]))
            return false;
    }
    return false;
}

bool link_is_safe(Str target)
{
    static const char *const schemes[] = {"http", "https", "mailto"};
    size_t at = 0;

    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (has_scheme(target, schemes[i]))
            return true;
    if (has_any_scheme(target))
        return false;
    /* "//host" and "\\host" name another machine under the page's own scheme. */
    uint32_t first = next_seen(target, &at);
    uint32_t second = next_seen(target, &at);
    bool host = (first == '/' || first == '\\') && (second == '/' || second == '\\');
    return first != 0 && !host;
}

static bool has_hidden(Str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        at += utf8_decode(s, at, &cp);
        if (cp == UTF8_BAD || unicode_is_hidden(cp))
            return true;
    }
    return false;
}

bool link_is_local_path(Str target)
{
    Str rest = target, name;

    if (target.len == 0 || target.ptr[0] == '/' || target.ptr[0] == '#' ||
        has_any_scheme(target) || has_hidden(target) ||
        str_find_byte(target, '\\', 0) != STR_NONE)
        return false;
    while (str_next_field(&rest, '/', &name))
        if (str_eq(name, STR("..")))
            return false;
    return true;
}

void link_add_href(StrBuf *out, Str target)
{
    static const char safe[] = "-_.~!*();:@=+$,/?#[]%";

    for (size_t i = 0; i < target.len; i++) {
        unsigned char c = (unsigned char)target.ptr[i];
        bool word =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (word || (c && strchr(safe, c)))
            strbuf_addc(out, (char)c);
        else if (c == '&')
            strbuf_addz(out, "&amp;");
        else
            strbuf_addf(out, "%%%02X", c);
    }
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

void link_add_decoded(StrBuf *out, Str path)
{
    for (size_t i = 0; i < path.len; i++) {
        int high = i + 2 < path.len ? hex_value(path.ptr[i + 1]) : -1;
        int low = i + 2 < path.len ? hex_value(path.ptr[i + 2]) : -1;
        if (path.ptr[i] != '%' || high < 0 || low < 0) {
            strbuf_addc(out, path.ptr[i]);
            continue;
        }
        strbuf_addc(out, (char)(high * 16 + low));
        i += 2;
    }
}
