#include "ui/landed.h"

#include "base/message.h"
#include "base/unicode.h"
#include "ui/cmd.h"
#include "ui/review_say.h"

enum { INDENT = 2 };

void landed_view_deinit(LandedView *v)
{
    landing_free(v->landing);
    *v = (LandedView){0};
}

void landed_ask_for(Model *m, Effect *out)
{
    *out = (Effect){.type = EFFECT_LANDED,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text)};
}

void landed_show(Model *m, Landing *landing)
{
    landed_view_deinit(&m->landed);
    m->landed.landing = landing;
    m->top[VIEW_LANDED] = 0;
    m->page.valid = false;
    if (m->view != VIEW_LANDED)
        model_go(m, VIEW_LANDED);
}

/* -- words ------------------------------------------------------------------------- */

const char *landed_words(LandedState state, bool agreed)
{
    switch (state) {
    case LANDED_UNTOUCHED:
        return agreed ? _("AGREED, BUT UNTOUCHED") : _("untouched");
    case LANDED_CHANGED:
        return _("changed");
    case LANDED_REMOVED:
        return _("section removed");
    case LANDED_UNKNOWN:
    case LANDED_COUNT:
        break;
    }
    return _("not known");
}

void landed_counts(const Landing *l, StrBuf *out)
{
    message_addf(out, _("%zu changed, %zu untouched, %zu removed"),
                 l->counts[LANDED_CHANGED], l->counts[LANDED_UNTOUCHED],
                 l->counts[LANDED_REMOVED]);
}

/* "Q1 Question, Dana Li: ", "Agreed in the meeting of 2027-03-02: ". */
static void add_head(const LandingRow *row, PageBuilder *b)
{
    StrBuf line = {0};
    bool broken = row->agreed && row->state == LANDED_UNTOUCHED;

    if (row->label.len > 0) {
        strbuf_addf(&line, "%.*s %s, ", STR_ARG(row->label),
                    review_kind_word(row->kind));
        unicode_visible(row->who, VISIBLE_ONE_LINE, &line);
    } else {
        message_addf(&line, _("Agreed in the meeting of %04d-%02d-%02d"),
                     row->held.year, row->held.month, row->held.day);
    }
    strbuf_addz(&line, ": ");
    page_add(b, STYLE_BOLD, strbuf_view(&line));
    page_addz(b, broken ? STYLE_WARNING : STYLE_TITLE,
              landed_words(row->state, row->agreed));
    page_end(b, INDENT);
    strbuf_deinit(&line);
}

static void add_text(const LandingRow *row, PageBuilder *b)
{
    StrBuf shown = {0};

    page_addz(b, STYLE_TEXT, "  ");
    unicode_visible(str_trim(row->text), VISIBLE_ONE_LINE, &shown);
    page_add(b, STYLE_TEXT, strbuf_view(&shown));
    page_end(b, INDENT);
    strbuf_deinit(&shown);
}

/* "Problem, since revision 3: +4 -0 words". */
static void add_place(const LandingRow *row, PageBuilder *b)
{
    StrBuf line = {0};

    strbuf_addz(&line, "  ");
    if (!row->named) {
        strbuf_addz(&line, _("it names no section of the document"));
    } else {
        if (row->part.len > 0)
            unicode_visible(row->part, VISIBLE_ONE_LINE, &line);
        else
            strbuf_addz(&line, _("the whole document"));
        if (row->revision > 0)
            message_addf(&line, _(", since revision %d"), row->revision);
        if (row->state == LANDED_CHANGED && !row->change)
            message_addf(&line, _(": +%d -%d words"), row->added, row->removed);
    }
    page_add(b, STYLE_GUIDE, strbuf_view(&line));
    page_end(b, INDENT);
    strbuf_deinit(&line);
}

static void add_row(const Model *m, size_t at, PageBuilder *b)
{
    const LandingRow *row = &m->landed.landing->rows[at];
    size_t first = b->count;

    b->here = at == m->landed.at;
    add_head(row, b);
    b->here = false;
    add_text(row, b);
    add_place(row, b);
    page_blank(b);
    if (row->change && row->state != LANDED_UNTOUCHED)
        page_add_part(b, row->redline, row->change);
    for (size_t i = first; i < b->count; i++)
        b->lines[i].block = at;
}

void page_build_landed(const Model *m, PageBuilder *b)
{
    const Landing *l = m->landed.landing;

    if (l->count == 0) {
        page_addz(
            b, STYLE_TEXT,
            _("Nothing was closed or agreed yet. What is closed, must be fixed or "
              "was agreed in a meeting is listed here, with what became of it."));
        page_end(b, 0);
    }
    for (size_t i = 0; i < l->count; i++)
        add_row(m, i, b);
}

/* -- commands ---------------------------------------------------------------------- */

static void step(Model *m, int direction)
{
    LandedView *v = &m->landed;
    bool last = direction > 0 ? v->at + 1 >= v->landing->count : v->at == 0;

    if (last) {
        model_say(m, direction > 0 ? _("That was the last one.")
                                   : _("That was the first one."));
        return;
    }
    v->at = direction > 0 ? v->at + 1 : v->at - 1;
    v->follow = true;
    m->page.valid = false;
}

void cmd_landed_next(Model *m, Effect *out)
{
    (void)out;
    step(m, 1);
}

void cmd_landed_previous(Model *m, Effect *out)
{
    (void)out;
    step(m, -1);
}

void cmd_landed_go(Model *m, Effect *out)
{
    const LandedView *v = &m->landed;
    size_t at = v->at < v->landing->count ? v->landing->rows[v->at].at : NO_INDEX;

    if (at == NO_INDEX) {
        model_say(m, _("There is no section to go to."));
        return;
    }
    cmd_write(m, out);
    editor_move(&m->ed, at < text_len(m->ed.text) ? at : text_len(m->ed.text), false);
}
