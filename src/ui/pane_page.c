#include "base/message.h"
#include "base/unicode.h"
#include "ui/authors.h"
#include "ui/deck_view.h"
#include "ui/exercise_view.h"
#include "ui/find.h"
#include "ui/five_view.h"
#include "ui/frame.h"
#include "ui/landed.h"
#include "ui/list.h"
#include "ui/merging.h"
#include "ui/page.h"
#include "ui/panes.h"
#include "ui/workshop.h"

static void revision_name(int revision, StrBuf *out)
{
    if (revision == REVISION_UNSAVED)
        strbuf_addz(out, _("the words now"));
    else if (revision == REVISION_OUTSIDE)
        strbuf_addz(out, _("the file"));
    else if (revision == REVISION_NONE)
        strbuf_addz(out, _("nothing"));
    else if (revision == REVISION_FILE)
        strbuf_addz(out, _("the file"));
    else if (revision == REVISION_KEPT)
        strbuf_addz(out, _("the kept words"));
    else
        message_addf(out, _("revision %d"), revision);
}

static void merge_head(const Merging *g, StrBuf *left, StrBuf *right)
{
    if (g->kept_on && g->from != MERGE_FROM_REVISION)
        strbuf_addz(left, _("Put together what git left"));
    else if (g->who.len > 0)
        message_addf(left, _("Put %s's draft and yours together"),
                     strbuf_cstr(&g->who));
    else
        strbuf_addz(left, _("Put the file and your words together"));
    message_addf(right, _("%d of %d to decide"), (int)g->at + 1,
                 (int)g->merge.conflict_count);
}

static void draw_head(const Model *m, Screen *s)
{
    StrBuf left = {0}, right = {0};
    const Redline *r = &m->changes.redline;

    if (m->ed.open)
        strbuf_addf(&left, "%.*s > ", STR_ARG(editor_title(&m->ed)));
    if (m->view == VIEW_PREVIEW) {
        strbuf_addz(&left, _("Preview"));
    } else if (m->view == VIEW_HELP) {
        strbuf_addz(&left, _("Help"));
    } else if (m->view == VIEW_FIGURES) {
        strbuf_addz(&left, _("Figures"));
    } else if (m->view == VIEW_FIVE) {
        strbuf_addz(&left, _("Five questions"));
        five_head(m, &right);
    } else if (m->view == VIEW_EXERCISE) {
        exercise_head(m, &left, &right);
    } else if (m->view == VIEW_DECK || m->view == VIEW_MATRIX) {
        deck_view_head(m, &left, &right);
    } else if (m->view == VIEW_AGENDA) {
        strbuf_addz(&left, _("Agenda"));
        workshop_say_timer(m, &right);
    } else if (m->view == VIEW_AUTHORS) {
        authors_head(m, &left, &right);
    } else if (m->view == VIEW_RULE) {
        strbuf_addf(&left, _("Rule %s"), rule_id(m->rule));
    } else if (m->view == VIEW_LANDED) {
        strbuf_addz(&left, _("Did it land?"));
        landed_counts(m->landed.landing, &right);
    } else if (m->view == VIEW_MERGE) {
        merge_head(&m->merging, &left, &right);
    } else {
        StrBuf from = {0}, to = {0};
        revision_name(m->changes.from, &from);
        revision_name(m->changes.to, &to);
        message_addf(&left, _("What changed: %s -> %s"), strbuf_cstr(&from),
                     strbuf_cstr(&to));
        message_addf(&right, _("+%d -%d words"), r->added, r->removed);
        strbuf_deinit(&from);
        strbuf_deinit(&to);
    }
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    screen_hline(s, 1, 0, s->cols);
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

void draw_page_line(const Model *m, Screen *s, int row, const PageLine *line)
{
    int col = 2;
    bool here = m->view == VIEW_CHANGES && m->changes.block != NO_INDEX &&
                line->block == m->changes.block;

    if (m->view == VIEW_CHANGES && line->block != NO_INDEX)
        screen_put(s, row, 0, 1, STYLE_KEY, here ? STR(">") : STR("|"));
    if (m->view == VIEW_MERGE && line->block != NO_INDEX)
        screen_put(s, row, 0, 1, STYLE_KEY, STR(">")); /* chosen */
    if ((m->view == VIEW_LANDED || m->view == VIEW_MEET) && line->here)
        screen_put(s, row, 0, 1, STYLE_KEY, STR(">"));
    for (size_t i = 0; i < line->run_count; i++)
        col += screen_put(s, row, col, s->cols - col, line->runs[i].style,
                          line->runs[i].text);
}

static void merge_status(const Merging *g, StrBuf *out)
{
    size_t decided = merging_decided(g), count = g->merge.conflict_count;

    strbuf_clear(out);
    message_addf(out,
                 decided < count
                     ? _("Choices so far: %d of %d. You can stop here; they are kept.")
                     : _("Choices: %d of %d. Enter puts the result into the text."),
                 (int)decided, (int)count);
}

/* The first row shown of what one has come to: a change, a choice; else the first. */
static int row_here(const Model *m, int height)
{
    const Page *page = &m->page;
    size_t top = m->top[m->view];

    for (int i = 0; i < height && top + (size_t)i < page->count; i++) {
        const PageLine *line = &page->lines[top + (size_t)i];
        bool change = m->view == VIEW_CHANGES && m->changes.block != NO_INDEX &&
                      line->block == m->changes.block;
        if (change || line->here)
            return i;
    }
    return 0;
}

void draw_page(const Model *m, Screen *s)
{
    const Page *page = &m->page;
    int height = list_height(m);
    size_t top = m->top[m->view];
    int hints = draw_hint_row(m);

    draw_head(m, s);
    for (int i = 0; i < height && top + (size_t)i < page->count; i++)
        draw_page_line(m, s, 2 + i, &page->lines[top + (size_t)i]);
    StrBuf where = {0};
    size_t last = top + (size_t)height;
    if (page->count > (size_t)height)
        message_addf(&where, _("lines %d to %d of %d"), (int)top + 1,
                     (int)(last < page->count ? last : page->count), (int)page->count);
    if (m->view == VIEW_MERGE)
        merge_status(&m->merging, &where);
    if (m->view == VIEW_MATRIX)
        strbuf_set(&where, str_from(deck_marks_words()));
    draw_notice(m, s, hints - 1, STYLE_GUIDE, strbuf_view(&where));
    strbuf_deinit(&where);
    draw_hints(m, s);
    screen_cursor(s, 2 + row_here(m, height), 2);
    search_draw(m, s, 2);
}
