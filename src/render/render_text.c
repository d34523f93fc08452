#include "base/unicode.h"
#include "base/utf8.h"
#include "render/render.h"

static bool has_hangul(Str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        at += utf8_decode(s, at, &cp);
        if (unicode_is_hangul(cp))
            return true;
    }
    return false;
}

/* Codes of ECMA-48 "select graphic rendition", with the 16 colours only: they
 * follow the reader's own theme. */
static void add_codes(Str text, unsigned style, StrBuf *out)
{
    bool italic = (style & SPAN_EMPHASIS) && !has_hangul(text);
    bool bold =
        (style & (SPAN_BOLD | SPAN_HEADING)) || ((style & SPAN_EMPHASIS) && !italic);

    strbuf_addz(out, "\033[0");
    if (bold)
        strbuf_addz(out, ";1");
    if (italic)
        strbuf_addz(out, ";3");
    if (style & SPAN_LINK)
        strbuf_addz(out, ";4");
    if (style & SPAN_CODE)
        strbuf_addz(out, ";36");
    else if (style & SPAN_MARK)
        strbuf_addz(out, ";90");
    strbuf_addc(out, 'm');
}

static void add_span(const Span *span, bool color, StrBuf *out)
{
    bool plain = !color || (span->style & ~(unsigned)SPAN_QUOTE) == SPAN_PLAIN;

    if (!plain)
        add_codes(span->text, span->style, out);
    strbuf_add(out, span->text);
    if (!plain)
        strbuf_addz(out, "\033[0m");
}

void render_text(const Rendered *r, bool color, StrBuf *out)
{
    for (size_t i = 0; i < r->count; i++) {
        for (size_t j = 0; j < r->rows[i].span_count; j++)
            add_span(&r->rows[i].spans[j], color, out);
        strbuf_addc(out, '\n');
    }
}
