/* The two lines below the text: the check at hand, and where the document stands. */
#include <stdlib.h>

#include "base/message.h"
#include "base/unicode.h"
#include "text/word.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/frame.h"
#include "ui/layout.h"
#include "ui/outside.h"
#include "ui/panes.h"
#include "ui/tutorial.h"
#include "ui/workshop.h"

static void issue_line(const Model *m, StrBuf *out, Style *style)
{
    const Editor *ed = &m->ed;
    size_t at = derived_finding_at(ed, ed->caret);

    *style = STYLE_NOTICE;
    if (outside_notice(ed)) {
        strbuf_addz(out, outside_notice(ed));
        return;
    }
    if (workshop_up(m)) {
        workshop_say_up(m, out);
        return;
    }
    if (m->tutorial.on) {
        tutorial_line(m, out);
        return;
    }
    *style = STYLE_TEXT;
    if (!ed->derived.valid)
        return;
    if (at == NO_INDEX) {
        strbuf_addz(out, _("No open checks."));
        return;
    }
    const Finding *f = &ed->derived.findings.items[at];
    *style = checks_style(f);
    strbuf_addf(out, "%s %.*s", f->level == LEVEL_INFO ? "-" : "!",
                STR_ARG(f->message));
    if (f->advice.len > 0)
        strbuf_addf(out, ": %.*s", STR_ARG(f->advice));
}

/* "1 of 2 here, 13 in all (^N)": where one is among the checks. */
static void add_issue_count(const Model *m, StrBuf *out)
{
    enum { ROOMY_COLS = 60 };
    const Editor *ed = &m->ed;
    const Part *part = derived_part_at(ed, ed->caret);
    size_t at = checks_current(m);
    int issues = (int)derived_issue_count(ed);

    if (at == NO_INDEX)
        return;
    size_t of_part = ed->derived.findings.items[at].part;
    int of = 0, number = derived_issue_number(&ed->derived, at, &of);
    if (m->cols < ROOMY_COLS)
        strbuf_addf(out, "%d/%d ^N", (int)derived_issue_order(&ed->derived, at) + 1,
                    issues);
    else if (of > 1 && part && of_part != NO_INDEX &&
             part == &ed->derived.doc.parts[of_part])
        message_addf(out, _("%d of %d here, %d in all (^N)"), number, of, issues);
    else
        message_addf(out,
                     ngettext("%d check (^N next)", "%d checks (^N next)",
                              (unsigned long)issues),
                     issues);
}

void draw_issue(const Model *m, Screen *s, int row)
{
    StrBuf line = {0}, count = {0};
    Style style;

    issue_line(m, &line, &style);
    if (m->notice.len == 0 && !outside_notice(&m->ed) && !workshop_up(m))
        add_issue_count(m, &count);
    /* A sentence that fits without the count is not cut for it. */
    int room = s->cols - unicode_width(strbuf_view(&count)) - 4;
    int needed = unicode_width(strbuf_view(&line));
    if (needed > room && needed <= s->cols - 2)
        strbuf_clear(&count);
    if (count.len > 0) {
        int width = unicode_width(strbuf_view(&count));
        screen_put_cut(s, row, 1, s->cols - width - 4, style, strbuf_view(&line));
        screen_put(s, row, s->cols - width - 1, width, STYLE_TEXT, strbuf_view(&count));
    } else {
        draw_notice(m, s, row, style, strbuf_view(&line));
    }
    strbuf_deinit(&line);
    strbuf_deinit(&count);
}

static void add_target(const Model *m, StrBuf *out)
{
    const Part *part = derived_part_at(&m->ed, m->ed.caret);
    const Document *doc = &m->ed.derived.doc;
    Range r = editor_selection(&m->ed);

    if (r.start < r.end) {
        Str text = str_range(text_view(m->ed.text), r);
        int words = (int)word_count(text, doc->lang);
        int characters = (int)grapheme_count(text);
        message_addf(out, ngettext("%d word", "%d words", (unsigned long)words), words);
        strbuf_addz(out, ", ");
        message_addf(out,
                     ngettext("%d character selected", "%d characters selected",
                              (unsigned long)characters),
                     characters);
        return;
    }
    if (!part)
        return;
    int length = derived_length(&m->ed.derived, part);
    int max = part->spec ? part->spec->max : 0;
    bool chars = lang_counts_graphemes(doc->lang);
    if (max > 0)
        message_addf(out, chars ? _("%d/%d characters") : _("%d/%d words"), length,
                     max);
    else
        message_addf(
            out,
            chars ? ngettext("%d character", "%d characters", (unsigned long)length)
                  : ngettext("%d word", "%d words", (unsigned long)length),
            length);
}

static void add_revision(const Model *m, StrBuf *out)
{
    const Editor *ed = &m->ed;

    if (!ed->tracked) {
        strbuf_addz(out, _("no workspace: no revisions are kept"));
        return;
    }
    if (!ed->based)
        return;
    if (ed->revision == 0) {
        strbuf_addz(out, _("no revision yet"));
        return;
    }
    if (!editor_unsaved(ed)) {
        message_addf(out, _("revision %d"), ed->revision);
        return;
    }
    int words = ed->derived.words - ed->base_words;
    if (words == 0)
        message_addf(out, _("revision %d, changes not yet a revision"), ed->revision);
    else
        message_addf(out,
                     ngettext("revision %d, %+d word not yet a revision",
                              "revision %d, %+d words not yet a revision",
                              (unsigned long)abs(words)),
                     ed->revision, words);
}

/* "release 312/600, 2 min": how much of the limit is used where one writes. */
static void add_budget(const Model *m, StrBuf *out)
{
    const Derived *d = &m->ed.derived;
    const Part *part = derived_part_at(&m->ed, m->ed.caret);
    const Budget *b = &d->measures.document;
    const char *name = _("document");

    if (part && region_is_faq(part->region)) {
        b = &d->measures.faq;
        name = _("FAQ");
    } else if (part && part->region == REGION_PR) {
        b = &d->measures.release;
        name = _("release");
    }
    if (!d->valid || b->used == 0)
        return;
    strbuf_addf(out, "%s %d", name, (int)b->used);
    if (b->limit > 0)
        strbuf_addf(out, "/%d", (int)b->limit);
    strbuf_addz(out, ", ");
    message_addf(out, _("reading %d min"), (d->measures.reading_seconds + 59) / 60);
}

/* In an answer: its form. */
static void add_badge(const Model *m, StrBuf *out)
{
    const Derived *d = &m->ed.derived;
    size_t stop = derived_stop_at(&m->ed, m->ed.caret);

    if (stop == NO_INDEX || d->stops[stop].question == NO_INDEX)
        return;
    strbuf_addf(out, "[%s]  ",
                answer_shape_for_people(d->measures.answers[d->stops[stop].question]));
}

/* When time is up, what comes next has the row; true: it has. */
static bool draw_next(const Model *m, Screen *s, int row)
{
    StrBuf next = {0};

    if (!workshop_up(m))
        return false;
    workshop_say_next(m, &next);
    screen_put_cut(s, row, 1, s->cols - 2, STYLE_NOTICE, strbuf_view(&next));
    strbuf_deinit(&next);
    return true;
}

void draw_status(const Model *m, Screen *s, int row)
{
    const Editor *ed = &m->ed;
    StrBuf left = {0}, right = {0};
    Str text = text_view(ed->text);
    size_t line = layout_line_of(ed, ed->caret);

    if (draw_next(m, s, row))
        return;
    if (m->projector) { /* how much there is, and nothing about files */
        add_target(m, &left);
        screen_put_cut(s, row, 1, s->cols - 2, STYLE_TEXT, strbuf_view(&left));
        strbuf_deinit(&left);
        return;
    }
    workshop_say_count(m, &left);
    if (left.len)
        strbuf_addz(&left, "  ");
    add_badge(m, &left);
    add_target(m, &left);
    if (left.len)
        strbuf_addz(&left, "  ");
    add_revision(m, &left);
    int number = 1;
    for (size_t at = str_find_byte(text, '\n', 0); at < line;
         at = str_find_byte(text, '\n', at + 1))
        number++;
    message_addf(&right, _("Ln %d Col %d"), number,
                 (int)grapheme_count(str_slice(text, line, ed->caret)) + 1);
    int width = unicode_width(strbuf_view(&right));
    StrBuf budget = {0};
    add_budget(m, &budget);
    int used =
        unicode_width(strbuf_view(&left)) + 2 + unicode_width(strbuf_view(&budget));
    if (budget.len > 0 && used <= s->cols - width - 3)
        strbuf_addf(&left, "  %s", strbuf_cstr(&budget));
    strbuf_deinit(&budget);
    screen_put_cut(s, row, 1, s->cols - width - 3, STYLE_TEXT, strbuf_view(&left));
    screen_put(s, row, s->cols - width - 1, width, STYLE_TEXT, strbuf_view(&right));
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}
