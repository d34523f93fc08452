#include "term/overlay.h"

#include "base/utf8.h"
#include "base/width.h"

bool overlay_wants(const Cell *cell)
{
    uint32_t cp;

    if (cell->len < 2)
        return false;
    utf8_decode((Str){cell->text, cell->len}, 0, &cp);
    return width_is_doubtful(cp) || cp >= 0x1F000 || (cp >= 0x2600 && cp <= 0x27BF) ||
           (cp >= 0x2B00 && cp <= 0x2BFF) || (cp >= 0x231A && cp <= 0x23FF);
}

bool overlay_wants_any(const Cell *cells, int count)
{
    for (int i = 0; i < count; i++)
        if (overlay_wants(&cells[i]))
            return true;
    return false;
}

void overlay_cursor(int row, int col, StrBuf *out)
{
    strbuf_addf(out, "\033[%d;%dH", row + 1, col + 1);
}

void overlay_row(const Cell *cells, int count, int row, const Look *looks, StrBuf *out)
{
    for (int col = 0; col < count; col++) {
        const Cell *cell = &cells[col];
        if (!overlay_wants(cell))
            continue;
        const Look *look = &looks[cell->style < STYLE_ROLE_COUNT ? cell->style : 0];
        overlay_cursor(row, col, out);
        strbuf_addz(out, "\033[0");
        if (look->bold)
            strbuf_addz(out, ";1");
        if (look->underline || cell->underline)
            strbuf_addz(out, ";4");
        if (look->reverse)
            strbuf_addz(out, ";7");
        if (look->color > 7)
            strbuf_addf(out, ";38;5;%d", look->color);
        else if (look->color != THEME_NO_COLOR)
            strbuf_addf(out, ";3%d", look->color);
        strbuf_addc(out, 'm');
        strbuf_add(out, (Str){cell->text, cell->len});
        strbuf_addz(out, "\033[0m");
    }
}
