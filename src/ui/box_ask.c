/* The boxes of a review: ask, comment, suggest, answer; why a question is closed. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/area.h"
#include "ui/ask.h"
#include "ui/box.h"
#include "ui/frame.h"
#include "ui/review_say.h"
#include "ui/reviewing.h"

enum { ASK_ROWS = 11, ROOMY = 9, ASK_COLS = 78 };

int ask_rows(const Model *m)
{
    bool writes = m->view == VIEW_WRITE;
    int top = writes ? (m->rows < 16 ? 1 : 3) : review_top_row(m);
    int room = draw_hint_row(m) - 1 - top - 1;

    if (m->prompt.type != PROMPT_ASK || (m->view != VIEW_REVIEW && !writes))
        return 0;
    return ASK_ROWS < room ? ASK_ROWS : room;
}

/* Below the words it is about, which stay in sight. */
static Box ask_place(const Model *m, const Screen *s)
{
    Box b = {.rows = m->view == VIEW_QUESTIONS ? ASK_ROWS : ask_rows(m),
             .cols = ASK_COLS};
    int end = draw_hint_row(m) - 1;

    if (b.cols > s->cols)
        b.cols = s->cols;
    if (b.rows > end)
        b.rows = end;
    b.row = end - b.rows;
    b.col = (s->cols - b.cols) / 2;
    return b;
}

static void ask_title(const Model *m, const AskBox *box, StrBuf *out)
{
    enum { QUOTE_CELLS = 50 };
    StrBuf quote = {0};

    unicode_visible(strbuf_view(&box->quote), VISIBLE_ONE_LINE, &quote);
    Str fit = unicode_fit(strbuf_view(&quote), QUOTE_CELLS);
    if (box->replies)
        message_addf(out, _("Answer to %s"), strbuf_cstr(&box->label));
    else if (fit.len > 0)
        message_addf(out, _("New, about: \"%.*s%s\""), STR_ARG(fit),
                     fit.len < quote.len ? "..." : "");
    else if (box->part.len > 0)
        message_addf(out, _("New, about the section %s"), strbuf_cstr(&box->part));
    else
        strbuf_addz(out, _("New, about the document"));
    (void)m;
    strbuf_deinit(&quote);
}

static void draw_kinds_row(const AskBox *box, Screen *s, int row, int col, int cells)
{
    static const struct {
        ThreadKind kind;
        const char *name;
    } kinds[] = {{THREAD_QUESTION, N_("Question")},
                 {THREAD_COMMENT, N_("Comment")},
                 {THREAD_SUGGESTION, N_("Suggest wording")},
                 {THREAD_MUST_FIX, N_("Must fix")}};
    StrBuf line = {0};

    strbuf_addz(&line, _("Kind: "));
    int at = col + unicode_width(strbuf_view(&line));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        bool here = kinds[i].kind == box->kind;
        if (here)
            at = col + unicode_width(strbuf_view(&line));
        strbuf_addf(&line, "(%c) %s   ", here ? 'o' : ' ', _(kinds[i].name));
    }
    screen_put_cut(s, row, col, cells, box->focus == ASK_KIND ? STYLE_BOLD : STYLE_TEXT,
                   strbuf_view(&line));
    if (box->focus == ASK_KIND)
        screen_cursor(s, row, at < col + cells ? at : col);
    strbuf_deinit(&line);
}

/* While one writes: which of what is at the caret. */
static void draw_spans_row(const Model *m, Screen *s, int row, int col, int cells)
{
    static const char *const names[SPAN_COUNT] = {
        N_("words"), N_("sentence"), N_("paragraph"), N_("section"), N_("document")};
    const AskBox *box = &m->review.boxes[m->review.box];
    StrBuf line = {0};

    strbuf_addz(&line, _("About: "));
    int at = col + unicode_width(strbuf_view(&line));
    for (int i = 0; i < SPAN_COUNT; i++) {
        bool here = (AskSpan)i == box->span;
        if (!here && !ask_span_is_there(m, (AskSpan)i))
            continue;
        if (here)
            at = col + unicode_width(strbuf_view(&line));
        strbuf_addf(&line, "(%c) %s  ", here ? 'o' : ' ', _(names[i]));
    }
    screen_put_cut(s, row, col, cells,
                   box->focus == ASK_PLACE ? STYLE_BOLD : STYLE_TEXT,
                   strbuf_view(&line));
    if (box->focus == ASK_PLACE)
        screen_cursor(s, row, at < col + cells ? at : col);
    strbuf_deinit(&line);
}

static int labelled(const Field *f, Screen *s, int row, int col, int cells,
                    const char *label, bool focus)
{
    int width = unicode_width(str_from(label));

    screen_put(s, row, col, width, STYLE_GUIDE, str_from(label));
    field_draw(f, s, row, col + width, cells - width, focus);
    return width;
}

/* A field, or what is meant when nothing stands in it. */
static void or_usual(const Field *f, Screen *s, Box b, const char *label,
                     const char *usual, bool focus)
{
    int at = labelled(f, s, b.row, b.col, b.cols, label, focus);

    if (!focus && field_view(f).len == 0)
        screen_put_cut(s, b.row, b.col + at, b.cols - at, STYLE_TEXT, str_from(usual));
}

static void draw_last_row(const Model *m, const AskBox *box, Screen *s, int row,
                          int col, int cells)
{
    StrBuf signed_ = {0};

    message_addf(&signed_, _("Signed: %s"),
                 m->who.len > 0 ? strbuf_cstr(&m->who) : "?");
    int width = unicode_width(strbuf_view(&signed_)), left = cells - width - 2;
    int half = ask_has_due(box) ? left / 2 : left;
    if (!box->replies && half > 8)
        or_usual(&box->owner, s, (Box){row, col, 1, half - 1}, _("For: "), _("anyone"),
                 box->focus == ASK_FOR);
    if (ask_has_due(box) && half > 8)
        or_usual(&box->due, s, (Box){row, col + half, 1, left - half}, _("By: "),
                 _("as usual"), box->focus == ASK_DUE);
    screen_put(s, row, col + cells - width, width, STYLE_GUIDE, strbuf_view(&signed_));
    strbuf_deinit(&signed_);
}

static const char *ask_help(const Model *m, const AskBox *box)
{
    if (box->replies)
        return _("^S posts. Esc puts it aside; it is kept.");
    if (box->focus == ASK_DUE)
        return _("An answer is owed by then: 2027-03-02, 24h, or 2bd (business days).");
    if (box->focus == ASK_PLACE && m->view == VIEW_WRITE)
        return _("Arrows choose how much of the text it is about. Tab goes on.");
    if (box->focus == ASK_PLACE)
        return m->review.extending
                   ? _("Arrows take more words. Space: go to others. Tab goes on.")
                   : _("Arrows choose the words it is about. Space: take more. Tab "
                       "goes "
                       "on.");
    return _("^S posts. Tab: kind, words, for, by, place. Shift+arrows: place.");
}

void draw_ask(const Model *m, Screen *s)
{
    const AskBox *box = &m->review.boxes[m->review.box];
    Box b = ask_place(m, s);
    int col = b.col + 2, cells = b.cols - 4, row = b.row + 1;
    int end = b.row + b.rows - 1; /* of what is inside */
    bool roomy = b.rows >= ROOMY, suggests = box->kind == THREAD_SUGGESTION;
    StrBuf title = {0};

    ask_title(m, box, &title);
    box_open(s, b, strbuf_cstr(&title));
    strbuf_deinit(&title);
    if (box->focus == ASK_PLACE)
        screen_cursor(s, b.row, col);
    if (!box->replies && (roomy || box->focus == ASK_KIND))
        draw_kinds_row(box, s, row++, col, cells);
    if (!box->replies && m->view == VIEW_WRITE && (roomy || box->focus == ASK_PLACE))
        draw_spans_row(m, s, row++, col, cells);
    else
        row += roomy;
    if (roomy || m->notice.len > 0)
        screen_put_cut(
            s, --end, col, cells, m->notice.len > 0 ? STYLE_NOTICE : STYLE_GUIDE,
            m->notice.len > 0 ? strbuf_view(&m->notice) : str_from(ask_help(m, box)));
    if (roomy || box->focus == ASK_FOR || box->focus == ASK_DUE)
        draw_last_row(m, box, s, --end, col, cells);
    if (!box->replies && suggests && (roomy || box->focus == ASK_WORDING)) {
        screen_put(s, row, col, cells, STYLE_GUIDE, str_from(_("Write instead:")));
        area_draw(&box->wording, s, row + 1, col, 2, cells, box->focus == ASK_WORDING);
        row += 3;
    }
    area_draw(&box->words, s, row, col, end - row, cells, box->focus == ASK_WORDS);
}

void draw_closing(const Model *m, Screen *s)
{
    const ReviewEntry *e = review_entry(m);
    Box b = box_make(s, 8, 70);
    StrBuf text = {0};
    int row = b.row + b.rows - 3;

    box_open(s, b, _("Close a question"));
    if (e)
        message_addf(&text,
                     _("%.*s asked %.*s. Why do you close it? The reason is kept with "
                       "the question."),
                     STR_ARG(e->thread.author), STR_ARG(e->label));
    draw_wrapped(s, b.row + 1, b.col + 2, b.rows < 8 ? b.rows - 4 : 3, b.cols - 4,
                 m->notice.len > 0 ? STYLE_NOTICE : STYLE_TEXT,
                 m->notice.len > 0 ? strbuf_view(&m->notice) : strbuf_view(&text));
    screen_put(s, row, b.col + 2, 1, STYLE_KEY, STR(">"));
    field_draw(&m->typed[PROMPT_CLOSING], s, row, b.col + 4, b.cols - 6, true);
    screen_put_cut(
        s, b.row + b.rows - 2, b.col + 2, b.cols - 4, STYLE_GUIDE,
        str_from(_("Enter goes on. Esc puts it aside; what you typed is kept.")));
    strbuf_deinit(&text);
}
