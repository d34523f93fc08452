#include "term/key.h"

#include "base/unicode.h"
#include "base/utf8.h"

enum {
    ESC = 0x1B,
    STRING_MAX = 2048, /* how far the end of an OSC or DCS is looked for; keeps the work
                          linear */
    TYPED_MAX = 20,    /* nobody types more characters at once */
};

static size_t skip_csi(Str s, size_t at)
{
    size_t end = at;

    while (end < s.len && s.ptr[end] >= 0x20 && s.ptr[end] < 0x40)
        end++;
    return end < s.len && s.ptr[end] >= 0x40 && s.ptr[end] < 0x7F ? end + 1 : end;
}

/* Behind BEL or ESC \ on the same line, else `at`: it was no sequence. */
static size_t skip_string(Str s, size_t at)
{
    for (size_t i = at; i < s.len && i - at < STRING_MAX; i++) {
        if (s.ptr[i] == '\a')
            return i + 1;
        if (s.ptr[i] == '\n' || s.ptr[i] == '\r')
            break;
        if (s.ptr[i] == ESC)
            return i + 1 < s.len && s.ptr[i + 1] == '\\' ? i + 2 : i;
    }
    return at;
}

/* `at` is the offset of an ESC; returns where the text goes on. */
static size_t skip_escape(Str s, size_t at)
{
    if (++at >= s.len)
        return at;
    switch (s.ptr[at]) {
    case '[':
        return skip_csi(s, at + 1);
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
        return skip_string(s, at + 1);
    case '(':
    case ')': /* choice of a character set, one more byte */
    case 'N':
    case 'O': /* SS2, SS3: so do keys begin */
        return at + 2 <= s.len ? at + 2 : s.len;
    default:
        return at;
    }
}

bool key_paste_is_marked(const char *term, bool inside)
{
    static const char *const unmarked[] = {"linux", "screen", "vt", "ansi", "cons"};
    Str name = term ? str_from(term) : STR("");

    for (size_t i = 0; i < sizeof unmarked / sizeof *unmarked; i++)
        if (!inside && str_starts(name, str_from(unmarked[i])))
            return false;
    return true;
}

/* The same, where it is a key: Alt and a letter, too. */
static size_t skip_key(Str s, size_t at)
{
    size_t end = skip_escape(s, at);

    return end == at + 1 && end < s.len ? end + 1 : end;
}

size_t key_paste_start(Str bytes)
{
    size_t at = 0;

    while (at < bytes.len && (unsigned char)bytes.ptr[at] < 0x20 &&
           bytes.ptr[at] != '\t' && bytes.ptr[at] != '\r' && bytes.ptr[at] != '\n')
        at = bytes.ptr[at] == ESC ? skip_key(bytes, at) : at + 1;
    return at;
}

bool key_paste_likely(Str bytes)
{
    size_t typed = 0;

    if (str_find(bytes, STR("\033[200~"), 0) != STR_NONE)
        return false;
    for (size_t at = 0; at < bytes.len && typed <= TYPED_MAX;) {
        uint32_t cp;
        size_t len = utf8_decode(bytes, at, &cp);
        if (cp == ESC) { /* keys that are held down send many of them */
            at = skip_key(bytes, at);
            continue;
        }
        typed += cp >= 0x20 && cp != 0x7F;
        at += len;
    }
    return typed > TYPED_MAX;
}

static bool is_line_end(uint32_t cp)
{
    return cp == '\n' || cp == '\r' || cp == '\v' || cp == '\f' || cp == 0x85 ||
           cp == 0x2028 || cp == 0x2029;
}

/* Controls, the byte order mark and the invisible Hangul filler say nothing. */
static bool is_dropped(uint32_t cp)
{
    return (cp < 0x20 && cp != '\t') || (cp >= 0x7F && cp < 0xA0) || cp == 0xFEFF ||
           cp == 0x3164;
}

void key_paste_text(Str raw, StrBuf *out)
{
    StrBuf clean = {0};

    for (size_t at = 0; at < raw.len;) {
        uint32_t cp;
        size_t len = utf8_decode(raw, at, &cp);
        if (cp == ESC) {
            at = skip_escape(raw, at);
            continue;
        }
        if (cp == '\r' && at + 1 < raw.len && raw.ptr[at + 1] == '\n')
            len++;
        if (cp == UTF8_BAD)
            utf8_append(&clean, 0xFFFD);
        else if (is_line_end(cp))
            strbuf_addc(&clean, '\n');
        else if (!is_dropped(cp))
            strbuf_add(&clean, str_slice(raw, at, at + len));
        at += len;
    }
    unicode_nfc(strbuf_view(&clean), out);
    strbuf_deinit(&clean);
}
