/* Below the text of a review in a large window: what is asked about the change one is
 * at, and what has lost its words. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/ask.h"
#include "ui/frame.h"
#include "ui/review_say.h"
#include "ui/reviewing.h"

enum { PANEL_LEAST = 32, PANEL_SHARE = 3, LABEL = 5, KIND = 13, WHO = 16, STATE = 11 };

/* Where the next row is drawn. */
typedef struct Panel {
    const Model *m;
    Screen *s;
    int row, end;
} Panel;

bool review_has_panel(const Model *m)
{
    const Review *r = m->review.review;

    return r && r->count > 0 && m->cols >= SIDES_LEAST && m->rows >= PANEL_LEAST;
}

int review_panel_rows(const Model *m)
{
    return review_has_panel(m) && ask_rows(m) == 0 ? m->rows / PANEL_SHARE : 0;
}

static bool is_here(const Model *m, const ReviewEntry *e)
{
    return m->review.block != NO_INDEX && e->block == m->review.block &&
           !e->thread.resolved;
}

static bool is_lost(const ReviewEntry *e)
{
    return !e->thread.resolved && e->place.state == ANCHOR_LOST;
}

static int count_of(const Model *m, bool here)
{
    const Review *r = m->review.review;
    int count = 0;

    for (size_t i = 0; i < r->count; i++)
        count += here ? is_here(m, &r->entries[i]) : is_lost(&r->entries[i]);
    return count;
}

/* -- rows ------------------------------------------------------------------------- */

static void put_row(Panel *p, int col, Style style, Str text)
{
    if (p->row < p->end)
        screen_put_cut(p->s, p->row, col, p->s->cols - col - 1, style, text);
}

/* What the keys do with the one at hand, at the end of its row; its first column. */
static int put_keys(Panel *p, const ReviewEntry *e)
{
    const char *keys = e != review_entry(p->m)        ? ""
                       : e->thread.suggestion.len > 0 ? _("A accept   X decline")
                                                      : _("Enter answer   X resolve");
    int col = p->s->cols - 2 - unicode_width(str_from(keys));

    if (p->row < p->end)
        screen_put(p->s, p->row, col, p->s->cols - col, STYLE_KEY, str_from(keys));
    return col;
}

static void put_state(Panel *p, int col, const ReviewEntry *e)
{
    bool again = e->place.state == ANCHOR_EDITED && e->about_words;
    const char *state = e->overdue ? _("overdue")
                        : again    ? _("look again")
                                   : C_("question", "open");

    if (p->row < p->end)
        screen_put_cut(p->s, p->row, col, STATE - 1,
                       e->overdue || again ? STYLE_WARNING : STYLE_TEXT,
                       str_from(state));
}

/* "> Q7 Question   Dana   open   "One owner": of how many?" and what was answered. */
static void put_entry(Panel *p, const ReviewEntry *e, bool replies)
{
    const Thread *t = &e->thread;
    int words_at = 2 + LABEL + KIND + WHO + STATE, end = put_keys(p, e);
    StrBuf words = {0};

    if (p->row >= p->end)
        return;
    review_words(e, &words);
    screen_put(p->s, p->row, 0, 1, STYLE_KEY,
               e == review_entry(p->m) ? STR(">") : STR(" "));
    screen_put_cut(p->s, p->row, 2, LABEL - 1, STYLE_BOLD, e->label);
    screen_put_cut(p->s, p->row, 2 + LABEL, KIND - 1, STYLE_TEXT,
                   str_from(review_kind_word(t->kind)));
    screen_put_cut(p->s, p->row, 2 + LABEL + KIND, WHO - 1, STYLE_TEXT, t->author);
    put_state(p, 2 + LABEL + KIND + WHO, e);
    p->row += draw_wrapped(p->s, p->row, words_at, p->end - p->row, end - words_at - 2,
                           STYLE_TEXT, strbuf_view(&words));
    for (size_t i = 0; replies && i < t->reply_count; i++) {
        strbuf_clear(&words);
        unicode_visible(str_trim(t->replies[i].text), VISIBLE_ONE_LINE, &words);
        if (p->row >= p->end)
            break;
        screen_put_cut(p->s, p->row, 2 + LABEL + KIND, WHO - 1, STYLE_GUIDE,
                       t->replies[i].author);
        p->row +=
            draw_wrapped(p->s, p->row, words_at, p->end - p->row,
                         p->s->cols - words_at - 2, STYLE_TEXT, strbuf_view(&words));
    }
    strbuf_deinit(&words);
}

static void put_head(Panel *p)
{
    StrBuf left = {0}, right = {0}, counts = {0};

    message_addf(&left, _("Questions and comments here (%d)"), count_of(p->m, true));
    review_counts(p->m->review.review, &counts);
    message_addf(&right, _("all: %s"), strbuf_cstr(&counts));
    int width = unicode_width(strbuf_view(&right));
    screen_put_cut(p->s, p->row, 1, p->s->cols - width - 4, STYLE_TITLE,
                   strbuf_view(&left));
    screen_put(p->s, p->row, p->s->cols - width - 1, width, STYLE_TEXT,
               strbuf_view(&right));
    p->row++;
    strbuf_deinit(&left);
    strbuf_deinit(&right);
    strbuf_deinit(&counts);
}

static void put_here(Panel *p)
{
    const Review *r = p->m->review.review;

    if (count_of(p->m, true) == 0)
        put_row(p, 2, STYLE_GUIDE, str_from(_("None. C asks about this change."))),
            p->row++;
    for (size_t i = 0; i < r->count; i++)
        if (is_here(p->m, &r->entries[i]))
            put_entry(p, &r->entries[i], true);
}

static void put_lost(Panel *p, int count)
{
    const Review *r = p->m->review.review;
    StrBuf title = {0};

    message_addf(&title, _("Without a place (%d): the words they were about are gone"),
                 count);
    put_row(p, 1, STYLE_TITLE, strbuf_view(&title));
    p->row++;
    for (size_t i = 0; i < r->count; i++)
        if (is_lost(&r->entries[i]))
            put_entry(p, &r->entries[i], false);
    strbuf_deinit(&title);
}

void draw_review_panel(const Model *m, Screen *s, int row)
{
    Panel p = {m, s, row + 1, row + review_panel_rows(m)};
    int lost = count_of(m, false), end = p.end;
    int kept = lost > 0 ? (lost < 3 ? lost : 3) + 2 : 0;

    screen_hline(s, row, 0, s->cols);
    p.end -= kept;
    put_head(&p);
    put_here(&p);
    p.row = p.row < p.end ? p.row + 1 : p.end + 1;
    p.end = end;
    if (lost > 0)
        put_lost(&p, lost);
}
