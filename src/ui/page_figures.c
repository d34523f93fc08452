/* The figures of the document: lengths against limits, reading time, who acts, how
 * the questions are answered. They are shown; what is wrong the checks say. */
#include "base/message.h"
#include "base/unicode.h"
#include "check/measure.h"
#include "ui/checks.h"
#include "ui/derive.h"
#include "ui/page.h"

enum { LABEL_WIDE = 30 };

static void heading(PageBuilder *b, const char *text)
{
    page_blank(b);
    page_addz(b, STYLE_TITLE, text);
    page_end(b, 0);
}

static void row(PageBuilder *b, Str label, Style style, Str value)
{
    StrBuf cell = {0};
    int wide = b->width / 2 < LABEL_WIDE ? b->width / 2 - 2 : LABEL_WIDE;
    Str fit = unicode_fit(label, wide);

    strbuf_addz(&cell, "  ");
    strbuf_add(&cell, fit);
    strbuf_add_repeat(&cell, ' ', (size_t)(wide + 2 - unicode_width(fit)));
    page_add(b, STYLE_TEXT, strbuf_view(&cell));
    page_add(b, style, value);
    page_end(b, 2);
    strbuf_deinit(&cell);
}

static void used_row(PageBuilder *b, Str label, size_t used, size_t limit, bool chars)
{
    StrBuf value = {0};

    if (limit > 0)
        message_addf(&value, chars ? _("%d of %d characters") : _("%d of %d words"),
                     (int)used, (int)limit);
    else
        message_addf(&value,
                     chars ? ngettext("%d character", "%d characters", used)
                           : ngettext("%d word", "%d words", used),
                     (int)used);
    row(b, label, limit > 0 && used > limit ? STYLE_WARNING : STYLE_TEXT,
        strbuf_view(&value));
    strbuf_deinit(&value);
}

static void lengths(const Derived *d, PageBuilder *b)
{
    bool chars = lang_counts_graphemes(d->doc.lang);
    const Measures *m = &d->measures;
    StrBuf minutes = {0};

    page_addz(b, STYLE_TITLE, _("Length"));
    page_end(b, 0);
    if (m->release.first)
        used_row(b, str_from(_("Press release")), m->release.used, m->release.limit,
                 chars);
    if (m->faq.first)
        used_row(b, str_from(_("FAQ")), m->faq.used, m->faq.limit, chars);
    used_row(b, str_from(_("Without appendices")), m->document.used, m->document.limit,
             chars);
    int whole = (m->reading_seconds + 59) / 60;
    message_addf(&minutes,
                 ngettext("about %d minute", "about %d minutes", (unsigned long)whole),
                 whole);
    row(b, str_from(_("Silent reading")), STYLE_TEXT, strbuf_view(&minutes));
    strbuf_deinit(&minutes);
}

static void actors(const Measures *m, PageBuilder *b)
{
    heading(b, _("Who acts first in the sentences of the release"));
    for (int i = 0; i < ACTOR_COUNT; i++) {
        StrBuf value = {0};
        message_addf(&value, C_("count", "%d of %d"), (int)m->actors[i],
                     (int)m->sentences);
        row(b, str_from(actor_for_people((Actor)i)), STYLE_TEXT, strbuf_view(&value));
        strbuf_deinit(&value);
    }
}

static void answers(const Derived *d, PageBuilder *b)
{
    if (d->doc.question_count == 0)
        return;
    heading(b, _("How the questions are answered"));
    for (size_t i = 0; i < d->doc.question_count; i++) {
        const Question *q = &d->doc.questions[i];
        StrBuf mark = {0};
        strbuf_addf(&mark, "%3d. ", q->number);
        page_add(b, STYLE_KEY, strbuf_view(&mark));
        strbuf_clear(&mark);
        strbuf_addf(&mark, "[%s] ", answer_shape_for_people(d->measures.answers[i]));
        page_add(b,
                 d->measures.answers[i] == ANSWER_ESSAY ||
                         d->measures.answers[i] == ANSWER_NONE
                     ? STYLE_WARNING
                     : STYLE_BOLD,
                 strbuf_view(&mark));
        page_add(b, STYLE_TEXT, q->text);
        page_end(b, 5);
        strbuf_deinit(&mark);
    }
    page_addz(
        b, STYLE_GUIDE,
        _("A good answer begins with yes, no, a number, a date or a name, or says "
          "who finds it out and when. An essay begins with none of these."));
    page_end(b, 0);
}

static void sections(const Model *m, PageBuilder *b)
{
    const Derived *d = &m->ed.derived;
    bool chars = lang_counts_graphemes(d->doc.lang);

    heading(b, _("Sections"));
    for (size_t i = 0; i < d->doc.part_count; i++) {
        const Part *part = &d->doc.parts[i];
        Str title = checks_part_title(m, i);
        int max = part->spec ? part->spec->max : 0;
        used_row(b, title, (size_t)derived_length(d, part), max > 0 ? (size_t)max : 0,
                 chars);
    }
}

void page_build_figures(const Model *m, PageBuilder *b)
{
    const Derived *d = &m->ed.derived;

    lengths(d, b);
    actors(&d->measures, b);
    answers(d, b);
    sections(m, b);
}
