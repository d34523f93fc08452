/* The screens of a review: the changes, and the list of what is asked. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/find.h"
#include "ui/frame.h"
#include "ui/list.h"
#include "ui/panes.h"
#include "ui/review_page.h"
#include "ui/review_say.h"
#include "ui/reviewing.h"

enum { NARROW = 64, TEXT_COL = 3, TITLE_LEAST = 8 };

/* -- the changes ------------------------------------------------------------------- */

static void short_side(const ReviewSide *side, StrBuf *out)
{
    if (side->words)
        strbuf_addz(out, _("now"));
    else if (side->revision.number > 0)
        strbuf_addf(out, "%d", side->revision.number);
    else if (side->revision.commit[0] != '\0')
        strbuf_addf(out, "%.8s", side->revision.commit);
    else
        strbuf_addz(out, _("nothing"));
}

static void add_where(const Model *m, StrBuf *out)
{
    const ReviewView *v = &m->review;
    int count = review_stops(&v->review->redline, NO_INDEX);

    if (v->review->reader.len > 0 && m->cols >= NARROW) {
        message_addf(out, _("reading as %.*s"), STR_ARG(v->review->reader));
        strbuf_addz(out, "     ");
    }
    if (count == 0)
        strbuf_addz(out, _("no change"));
    else
        message_addf(out, _("change %d of %d"),
                     v->block == NO_INDEX ? 0
                                          : review_stops(&v->review->redline, v->block),
                     count);
}

static void draw_title_row(const Model *m, Screen *s)
{
    const Review *r = m->review.review;
    StrBuf left = {0}, right = {0}, name = {0}, before = {0}, after = {0};

    short_side(&r->before, &before);
    short_side(&r->after, &after);
    add_where(m, &right);
    if (review_is_first(r))
        message_addf(&name, _("Review  all of it, rev %s"), strbuf_cstr(&after));
    else
        message_addf(&name, _("Review  rev %s -> %s"), strbuf_cstr(&before),
                     strbuf_cstr(&after));
    /* What is compared matters more than the title of the document: that is cut. */
    int room = s->cols - 8 - unicode_width(strbuf_view(&right)) -
               unicode_width(strbuf_view(&name));
    Str title = editor_title(&m->ed);
    bool whole = unicode_width(title) <= room;
    Str fit = whole ? title : str_trim_end(unicode_fit(title, room - 3));
    if (room >= TITLE_LEAST)
        strbuf_addf(&left, "%.*s%s > ", STR_ARG(fit), whole ? "" : "...");
    strbuf_add(&left, strbuf_view(&name));
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    strbuf_deinit(&left);
    strbuf_deinit(&right);
    strbuf_deinit(&name);
    strbuf_deinit(&before);
    strbuf_deinit(&after);
}

/* "View: marked / new only / [side by side]". */
static void add_looks(const Model *m, StrBuf *out)
{
    static const char *const names[LOOK_COUNT] = {N_("marked"), N_("new only"),
                                                  N_("side by side")};

    strbuf_addz(out, _("View: "));
    for (int i = 0; i < LOOK_COUNT; i++) {
        bool here = (ReviewLook)i == review_look(m);
        strbuf_addf(out, "%s%s%s%s", i > 0 ? " / " : "", here ? "[" : "", _(names[i]),
                    here ? "]" : "");
    }
    strbuf_addz(out, "     ");
}

static void draw_part_row(const Model *m, Screen *s, int row)
{
    const Review *r = m->review.review;
    size_t at = m->review.block == NO_INDEX
                    ? NO_INDEX
                    : review_part_at(&r->redline, m->review.block);
    StrBuf left = {0}, right = {0};

    if (at != NO_INDEX)
        strbuf_addf(&left, "%.*s  ", STR_ARG(review_title_of(&r->redline.parts[at])));
    message_addf(&left, _("(%d of %d sections with changes)"), r->redline.parts_changed,
                 review_parts(&r->redline));
    if (m->cols >= SIDES_LEAST)
        add_looks(m, &right);
    if (at != NO_INDEX)
        message_addf(&right, _("+%d -%d words"), r->redline.parts[at].added,
                     r->redline.parts[at].removed);
    int width = unicode_width(strbuf_view(&right));
    screen_put_cut(s, row, 1, s->cols - width - 4, STYLE_TITLE, strbuf_view(&left));
    screen_put(s, row, s->cols - width - 1, width, STYLE_TEXT, strbuf_view(&right));
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

/* A bar stands before what changed, and what one is at is pointed at. */
static void draw_line(const Model *m, Screen *s, int row, const PageLine *line,
                      bool first)
{
    const Redline *r = &m->review.review->redline;
    bool changed = line->block != NO_INDEX && !line->aside && line->run_count > 0 &&
                   review_is_change(&r->blocks[line->block]);
    int col = TEXT_COL;

    if (first)
        screen_put(s, row, 0, 1, STYLE_KEY, STR(">"));
    if (changed)
        screen_put(s, row, 1, 1, STYLE_KEY, STR("|"));
    for (size_t i = 0; i < line->run_count; i++)
        col += screen_put(s, row, col, s->cols - col, line->runs[i].style,
                          line->runs[i].text);
}

/* The row of the picked words, else the first of what one is at. */
static int find_here(const Model *m, int height)
{
    size_t top = m->top[VIEW_REVIEW];
    int here = -1;

    for (int i = 0; i < height && top + (size_t)i < m->page.count; i++) {
        const PageLine *line = &m->page.lines[top + (size_t)i];
        for (size_t k = 0; k < line->run_count; k++)
            if (line->runs[k].style == STYLE_MATCH)
                return i;
        if (here < 0 && line->run_count > 0 && m->review.block != NO_INDEX &&
            line->block == m->review.block)
            here = i;
    }
    return here;
}

/* Which words a question is being put on. */
static void add_moving(const Model *m, StrBuf *out)
{
    const ReviewView *v = &m->review;
    StrBuf words = {0};

    unicode_visible(str_range(v->review->after.bytes, v->pick), VISIBLE_ONE_LINE,
                    &words);
    message_addf(out, _("%s: Enter puts it on \"%s\""), strbuf_cstr(&v->moving),
                 strbuf_cstr(&words));
    strbuf_deinit(&words);
}

static void add_hint(const Model *m, StrBuf *out)
{
    const ReviewEntry *e = review_entry(m);
    StrBuf counts = {0};

    if (m->prompt.type == PROMPT_PLACE) {
        add_moving(m, out);
        return;
    }
    review_counts(m->review.review, &counts);
    if (e)
        message_addf(
            out,
            e->thread.suggestion.len > 0
                ? _("A takes the words of %.*s, Enter answers, X declines. All: "
                    "%s.")
                : _("Enter answers %.*s, X closes it. All: %s."),
            STR_ARG(e->label), strbuf_cstr(&counts));
    else
        message_addf(out, _("Questions: %s."), strbuf_cstr(&counts));
    strbuf_deinit(&counts);
}

void draw_review(const Model *m, Screen *s)
{
    int top_row = review_top_row(m), height = list_height(m);
    size_t top = m->top[VIEW_REVIEW];
    int here = find_here(m, height);
    StrBuf hint = {0};

    draw_title_row(m, s);
    draw_part_row(m, s, 1);
    if (top_row > 2)
        screen_hline(s, 2, 0, s->cols);
    for (int i = 0; i < height && top + (size_t)i < m->page.count; i++)
        draw_line(m, s, top_row + i, &m->page.lines[top + (size_t)i], i == here);
    if (review_panel_rows(m) > 0)
        draw_review_panel(m, s, top_row + height);
    add_hint(m, &hint);
    draw_notice(m, s, draw_hint_row(m) - 1, STYLE_GUIDE, strbuf_view(&hint));
    strbuf_deinit(&hint);
    draw_hints(m, s);
    screen_cursor(s, top_row + (here < 0 ? 0 : here), TEXT_COL);
    search_draw(m, s, top_row);
}

/* -- the questions ----------------------------------------------------------------- */

static void draw_group(Screen *s, int row, const QuestionRow *r)
{
    static const char *const titles[QUESTIONS_GROUPS] = {
        N_("Open (%d)"), N_("Without a place: the words they were about are gone (%d)"),
        N_("Closed (%d)")};
    StrBuf line = {0};

    message_addf(&line, _(titles[r->group]), r->count);
    screen_put_cut(s, row, 1, s->cols - 2, STYLE_TITLE, strbuf_view(&line));
    strbuf_deinit(&line);
}

static void draw_question(const Model *m, Screen *s, int row, size_t at, bool here)
{
    enum { LABEL = 5, KIND = 12, WHO = 14 };
    const ReviewEntry *e = &m->review.review->entries[at];
    Style style = here ? STYLE_SELECTED : e->overdue ? STYLE_WARNING : STYLE_TEXT;
    StrBuf words = {0};
    int col = 2;

    screen_put(s, row, 0, 1, STYLE_KEY, here ? STR(">") : STR(" "));
    screen_put_cut(s, row, col, LABEL - 1, here ? STYLE_BOLD : style, e->label);
    col += LABEL;
    if (s->cols >= NARROW) {
        screen_put_cut(s, row, col, KIND - 1, STYLE_TEXT,
                       str_from(review_kind_word(e->thread.kind)));
        col += KIND;
    }
    screen_put_cut(s, row, col, WHO - 1, STYLE_TEXT, e->thread.author);
    col += WHO;
    if (e->overdue)
        strbuf_addf(&words, "! %s  ", _("overdue"));
    review_words(e, &words);
    screen_put_cut(s, row, col, s->cols - col - 1, style, strbuf_view(&words));
    if (here)
        screen_cursor(s, row, 2);
    strbuf_deinit(&words);
}

static void draw_details(const Model *m, Screen *s, int top, int rows)
{
    const ReviewEntry *e = review_entry(m);
    const ReviewPage page = {.review = m->review.review, .only = NO_INDEX};
    Arena arena = {0};
    PageBuilder b = {.arena = &arena, .width = s->cols - 4, .block = NO_INDEX};

    if (e)
        review_page_entry(&page, e, &b);
    for (int i = 0; i < rows && (size_t)i < b.count; i++) {
        int col = 2;
        for (size_t k = 0; k < b.lines[i].run_count; k++)
            col += screen_put(s, top + i, col, s->cols - col, b.lines[i].runs[k].style,
                              b.lines[i].runs[k].text);
    }
    strbuf_deinit(&b.text);
    arena_deinit(&arena);
}

static void draw_questions_head(const Model *m, Screen *s)
{
    StrBuf left = {0}, right = {0};

    message_addf(&left, _("%.*s > Questions"), STR_ARG(editor_title(&m->ed)));
    review_counts(m->review.review, &right);
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    screen_hline(s, 1, 0, s->cols);
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

void draw_questions(const Model *m, Screen *s)
{
    const ReviewView *v = &m->review;
    int hints = draw_hint_row(m), room = hints - 1 - 2;
    int details = room >= 12 && v->row_count > 0 ? room / 2 : 0;
    int rows = room - details;

    draw_questions_head(m, s);
    screen_cursor(s, 2, 2);
    if (v->row_count == 0)
        draw_wrapped(s, 3, 2, 3, s->cols - 4, STYLE_TEXT,
                     str_from(_("Nothing was asked about this document yet.")));
    size_t top = v->selected >= (size_t)rows ? v->selected - (size_t)rows + 1 : 0;
    if (v->selected == 1)
        top = 0;
    for (int i = 0; i < rows && top + (size_t)i < v->row_count; i++) {
        const QuestionRow *r = &v->rows[top + (size_t)i];
        if (r->entry == NO_INDEX)
            draw_group(s, 2 + i, r);
        else
            draw_question(m, s, 2 + i, r->entry, top + (size_t)i == v->selected);
    }
    if (details) {
        screen_hline(s, 2 + rows, 0, s->cols);
        draw_details(m, s, 3 + rows, details - 1);
    }
    draw_notice(m, s, hints - 1, STYLE_GUIDE,
                str_from(_("Tab: the place in the text. Enter: answer.")));
    draw_hints(m, s);
}
