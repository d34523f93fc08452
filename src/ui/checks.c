#include "ui/checks.h"

#include "base/message.h"
#include "base/unicode.h"
#include "ui/derive.h"

size_t checks_current(const Model *m)
{
    if (!m->ed.open || !m->ed.derived.valid)
        return NO_INDEX;
    return derived_finding_at(&m->ed, m->ed.caret);
}

void checks_add_short(Str text, int cells, StrBuf *out)
{
    StrBuf shown = {0};
    Str line = str_trim(text);

    /* The lines below a heading that is put in are marks and blanks. */
    line = str_trim_end(str_slice(line, 0, str_find_byte(line, '\n', 0)));
    unicode_visible(line, VISIBLE_ONE_LINE, &shown);
    Str view = strbuf_view(&shown);
    Str fit = unicode_width(view) > cells ? unicode_fit(view, cells - 3) : view;
    strbuf_add(out, str_trim_end(fit));
    if (fit.len < view.len)
        strbuf_addz(out, "...");
    strbuf_deinit(&shown);
}

void checks_add_fix(const Model *m, const Finding *f, int cells, StrBuf *out)
{
    StrBuf was = {0}, is = {0};

    if (f->fix.kind == FIX_NONE)
        return;
    Str old = str_range(m->ed.derived.doc.bytes, f->fix.range);
    checks_add_short(old, cells, &was);
    checks_add_short(f->fix.text, cells, &is);
    if (old.len == 0)
        message_addf(out, _("put in \"%s\""), strbuf_cstr(&is));
    else if (f->fix.text.len == 0)
        message_addf(out, _("take out \"%s\""), strbuf_cstr(&was));
    else
        strbuf_addf(out, "\"%s\" -> \"%s\"", strbuf_cstr(&was), strbuf_cstr(&is));
    strbuf_deinit(&was);
    strbuf_deinit(&is);
}

Str checks_reason(const Finding *f)
{
    return f->advice;
}

Style checks_style(const Finding *f)
{
    return f->level == LEVEL_ERROR     ? STYLE_ERROR
           : f->level == LEVEL_WARNING ? STYLE_WARNING
                                       : STYLE_INFO;
}
