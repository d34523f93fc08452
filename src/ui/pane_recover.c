#include "base/message.h"
#include "base/unicode.h"
#include "ui/frame.h"
#include "ui/page.h"
#include "ui/panes.h"
#include "ui/recover.h"

/* When, who and where; how much. */
static void add_story(const Model *m, PageBuilder *b)
{
    const Recovery *r = &m->recovery;
    const RecoveredWords *w = &r->words;
    Str person = w->person.len ? w->person : str_from(_("Somebody"));
    StrBuf text = {0}, clock = {0};

    moment_time(w->last, &clock);
    if (w->live)
        message_addf(
            &text,
            _("%.*s has typed words that are not in the file, the last of them "
              "at %s."),
            STR_ARG(person), strbuf_cstr(&clock));
    else if (w->person.len > 0 && w->place.len > 0)
        message_addf(
            &text,
            _("The program or the computer stopped at %s while %.*s was typing "
              "in \"%.*s\"."),
            strbuf_cstr(&clock), STR_ARG(person), STR_ARG(w->place));
    else if (w->person.len > 0)
        message_addf(&text,
                     _("The program or the computer stopped at %s while %.*s was "
                       "typing."),
                     strbuf_cstr(&clock), STR_ARG(person));
    else
        message_addf(&text,
                     _("The program or the computer stopped at %s, before all words "
                       "were saved."),
                     strbuf_cstr(&clock));
    strbuf_addc(&text, ' ');
    if (r->redline.added > 0)
        message_addf(&text,
                     ngettext("%d word is not in the file.",
                              "%d words are not in the file.",
                              (unsigned long)r->redline.added),
                     r->redline.added);
    else
        strbuf_addz(&text, _("The file does not have these changes."));
    page_add(b, STYLE_TEXT, strbuf_view(&text));
    page_end(b, 0);
    if (!w->known) {
        page_add(
            b, STYLE_WARNING,
            str_from(
                _("The file was changed since, by somebody else or by another program. "
                  "Both were put together here: nothing of either is left out.")));
        page_end(b, 0);
    }
    page_blank(b);
    strbuf_deinit(&text);
    strbuf_deinit(&clock);
}

void page_build_recover(const Model *m, PageBuilder *b)
{
    add_story(m, b);
    page_add_redline(b, &m->recovery.redline);
}

static void choice_words(const Model *m, size_t row, StrBuf *out)
{
    const RecoveredWords *w = &m->recovery.words;
    Str person = w->person.len ? w->person : strbuf_view(&m->who);

    switch (row) {
    case 0:
        strbuf_addz(out, _("Keep these words and carry on writing"));
        break;
    case 1:
        if (!m->ed.tracked)
            strbuf_addz(out, _("Save them in the file"));
        else if (person.len > 0)
            message_addf(out, _("Save them as a revision (signed %.*s)"),
                         STR_ARG(person));
        else
            strbuf_addz(out, _("Save them as a revision"));
        break;
    case 2:
        strbuf_addz(out, _("Look at all of it first"));
        break;
    default:
        strbuf_addz(out, _("Put them aside (kept 30 days; \"prfaq recover --list\")"));
        break;
    }
}

static void draw_choices(const Model *m, Screen *s, int row)
{
    for (size_t i = 0; i < RECOVER_ROWS; i++, row++) {
        StrBuf text = {0};
        bool here = i == m->recovery.selected;
        strbuf_addf(&text, "%zu  ", i + 1);
        choice_words(m, i, &text);
        screen_put(s, row, 1, 1, STYLE_KEY, here ? STR(">") : STR(" "));
        screen_put_cut(s, row, 3, s->cols - 4, here ? STYLE_SELECTED : STYLE_TEXT,
                       strbuf_view(&text));
        if (here)
            screen_cursor(s, row, 3);
        strbuf_deinit(&text);
    }
}

void draw_recover(const Model *m, Screen *s)
{
    int height = recover_height(m), hints = draw_hint_row(m);
    size_t top = m->top[VIEW_RECOVER];
    int first = s->rows < 16 ? 1 : 2;

    draw_title(s, editor_title(&m->ed), str_from(_("Unsaved words were found")));
    if (first > 1)
        screen_hline(s, 1, 0, s->cols);
    for (int i = 0; i < height && top + (size_t)i < m->page.count; i++)
        draw_page_line(m, s, first + i, &m->page.lines[top + (size_t)i]);
    if (first > 1)
        screen_hline(s, first + height, 0, s->cols);
    draw_choices(m, s, hints - 1 - RECOVER_ROWS);
    draw_notice(m, s, hints - 1, STYLE_GUIDE,
                str_from(_("Esc decides later: nothing is deleted.")));
    draw_hints(m, s);
}
