#include "ui/review_page.h"

#include "base/message.h"
#include "base/unicode.h"
#include "doc/prose.h"
#include "ui/review_say.h"

enum { MOVED_CELLS = 40, MARKS = 4 /* cells that cut marks take */ };

/* -- the text --------------------------------------------------------------------- */

static bool lines_count(BlockKind kind)
{
    return kind == BLOCK_CODE || kind == BLOCK_TABLE || kind == BLOCK_HTML;
}

/* Where a change stands in the text after; empty when it is of the text before, or was
 * put together. */
static Range source_of(const Review *r, const Change *c)
{
    const char *first = r->after.bytes.ptr;

    if (c->kind == CHANGE_REMOVED || !first || c->text.ptr < first ||
        c->text.ptr + c->text.len > first + r->after.bytes.len)
        return (Range){0, 0};
    size_t at = (size_t)(c->text.ptr - first);
    return (Range){at, at + c->text.len};
}

/* Words, those that are picked in another style. */
static void add_words(const ReviewPage *p, PageBuilder *b, Style style, Str text,
                      Range source)
{
    size_t from = p->pick.start > source.start ? p->pick.start - source.start : 0;
    size_t to = p->pick.end > source.start ? p->pick.end - source.start : 0;

    if (source.start == source.end || p->pick.start == p->pick.end ||
        p->pick.start >= source.end || p->pick.end <= source.start) {
        page_add(b, style, text);
        return;
    }
    page_add(b, style, str_slice(text, 0, from));
    page_add(b, STYLE_MATCH, str_slice(text, from, to));
    page_add(b, style, str_slice(text, to, text.len));
}

static void add_lines(const ReviewPage *p, PageBuilder *b, Style style, Str text,
                      Range source)
{
    size_t at = 0;

    for (;;) {
        size_t end = str_find_byte(text, '\n', at);
        size_t stop = end == STR_NONE ? text.len : end;
        Range here = {source.start + at, source.start + stop};
        add_words(p, b, style, str_slice(text, at, stop),
                  source.start < source.end ? here : source);
        if (end == STR_NONE)
            return;
        page_end(b, 0);
        at = end + 1;
    }
}

static void add_change(const ReviewPage *p, PageBuilder *b, const Change *c,
                       BlockKind kind)
{
    static const Style styles[] = {[CHANGE_SAME] = STYLE_TEXT,
                                   [CHANGE_ADDED] = STYLE_ADDED,
                                   [CHANGE_REMOVED] = STYLE_REMOVED};
    static const char *const marks[][2] = {[CHANGE_SAME] = {"", ""},
                                           [CHANGE_ADDED] = {"{+", "+}"},
                                           [CHANGE_REMOVED] = {"[-", "-]"}};
    Style style = p->look == LOOK_NEW ? STYLE_TEXT : styles[c->kind];
    bool plain = p->look == LOOK_NEW;

    page_addz(b, style, plain ? "" : marks[c->kind][0]);
    if (lines_count(kind))
        add_lines(p, b, style, c->text, source_of(p->review, c));
    else
        add_words(p, b, style, c->text, source_of(p->review, c));
    page_addz(b, style, plain ? "" : marks[c->kind][1]);
}

/* Those of the changes of a block that a text has. */
static void add_block(const ReviewPage *p, PageBuilder *b, const RedlineBlock *block,
                      ChangeKind without)
{
    bool any = false;

    for (size_t i = 0; i < block->change_count; i++) {
        const Change *c = &block->changes[i];
        if (without != CHANGE_SAME && c->kind == without)
            continue;
        if (any && c->gap == GAP_LINE && lines_count(block->kind))
            page_end(b, 0);
        else if (any && c->gap != GAP_NONE)
            page_addz(b, STYLE_TEXT, " ");
        add_change(p, b, c, block->kind);
        any = true;
    }
    if (any)
        page_end(b, 0);
}

static void add_beginning(const RedlineBlock *block, StrBuf *out)
{
    StrBuf shown = {0};
    Arena arena = {0};
    Prose prose = {0};
    Str text = block->changes[0].text;
    const Range all = {0, text.len};

    prose_read(text, &all, 1, &arena, &prose);
    unicode_visible(prose.text.len > 0 ? prose.text : text, VISIBLE_ONE_LINE, &shown);
    Str fit = unicode_fit_words(strbuf_view(&shown), MOVED_CELLS);
    strbuf_add(out, fit);
    strbuf_addz(out, fit.len < shown.len ? " ..." : "");
    strbuf_deinit(&shown);
    arena_deinit(&arena);
}

/* moved: "We looked at three ..." went from Problem to Internal 4. */
static void add_moved(const ReviewPage *p, PageBuilder *b, const RedlineBlock *block,
                      size_t at)
{
    const Redline *r = &p->review->redline;
    size_t here = review_part_at(r, at);
    bool came = block->state == BLOCK_MOVED_HERE;
    StrBuf words = {0}, line = {0};

    add_beginning(block, &words);
    if (block->other_part == NO_INDEX || here == NO_INDEX || block->other_part == here)
        message_addf(&line, _("moved: \"%s\" stands in another place of this section"),
                     strbuf_cstr(&words));
    else
        message_addf(&line,
                     came ? _("moved: \"%s\" came here from %.*s")
                          : _("moved: \"%s\" went from here to %.*s"),
                     strbuf_cstr(&words),
                     STR_ARG(review_title_of(&r->parts[block->other_part])));
    page_add(b, STYLE_GUIDE, strbuf_view(&line));
    page_end(b, 0);
    strbuf_deinit(&words);
    strbuf_deinit(&line);
}

/* -- side by side ------------------------------------------------------------------ */

static PageBuilder column(const PageBuilder *b, int width)
{
    return (PageBuilder){
        .arena = b->arena, .width = width - MARKS, .block = b->block, .marks = true};
}

static int width_of(const PageLine *line)
{
    int width = 0;

    for (size_t i = 0; i < line->run_count; i++)
        width += unicode_width(line->runs[i].text);
    return width;
}

static void add_runs(PageBuilder *b, const PageLine *line)
{
    for (size_t i = 0; line && i < line->run_count; i++)
        page_add(b, line->runs[i].style, line->runs[i].text);
}

static void add_spaces(PageBuilder *b, int count)
{
    StrBuf spaces = {0};

    strbuf_add_repeat(&spaces, ' ', count > 0 ? (size_t)count : 0);
    page_add(b, STYLE_TEXT, strbuf_view(&spaces));
    strbuf_deinit(&spaces);
}

/* Row by row; the builder is wide enough, so that no row is cut. */
static void zip(PageBuilder *b, const PageBuilder *left, const PageBuilder *right,
                int width, bool changed)
{
    size_t count = left->count > right->count ? left->count : right->count;
    int whole = b->width;
    bool marks = b->marks;

    b->width = 4 * width;
    b->marks = false;
    for (size_t i = 0; i < count; i++) {
        const PageLine *l = i < left->count ? &left->lines[i] : NULL;
        const PageLine *r = i < right->count ? &right->lines[i] : NULL;
        page_addz(b, STYLE_REMOVED, changed && l ? "- " : "  ");
        add_runs(b, l);
        add_spaces(b, width - (l ? width_of(l) : 0));
        page_addz(b, STYLE_FRAME, "│ ");
        page_addz(b, STYLE_ADDED, changed && r ? "+ " : "  ");
        add_runs(b, r);
        page_end(b, 0);
    }
    b->width = whole;
    b->marks = marks;
}

static void add_sides(const ReviewPage *p, PageBuilder *b, const RedlineBlock *block)
{
    int width = (b->width + MARKS - 6) / 2;
    PageBuilder left = column(b, width), right = column(b, width);

    if (block->state != BLOCK_MOVED_HERE)
        add_block(p, &left, block, CHANGE_ADDED);
    if (block->state != BLOCK_MOVED_AWAY)
        add_block(p, &right, block, CHANGE_REMOVED);
    zip(b, &left, &right, width, block->state != BLOCK_SAME);
    strbuf_deinit(&left.text);
    strbuf_deinit(&right.text);
}

/* -- threads ----------------------------------------------------------------------- */

static void add_said(PageBuilder *b, Str who, Str text)
{
    StrBuf line = {0};

    unicode_visible(who, VISIBLE_ONE_LINE, &line);
    strbuf_addz(&line, ": ");
    page_addz(b, STYLE_TEXT, "  ");
    page_add(b, STYLE_GUIDE, strbuf_view(&line));
    page_add(b, STYLE_TEXT, str_trim(text));
    page_end(b, 4);
    strbuf_deinit(&line);
}

static void add_thread(const ReviewEntry *e, PageBuilder *b)
{
    const Thread *t = &e->thread;
    StrBuf words = {0};

    review_words(e, &words);
    page_add(b, STYLE_TEXT, strbuf_view(&words));
    page_end(b, 2);
    for (size_t i = 0; i <= t->reply_count; i++) {
        if (thread_closed_before(t, i) && t->reason.len > 0)
            add_said(b, t->resolved_by.len ? t->resolved_by : t->author, t->reason);
        if (i < t->reply_count)
            add_said(b, t->replies[i].author, t->replies[i].text);
    }
    strbuf_deinit(&words);
}

static void frame_edge(PageBuilder *b, const char *left, Str title, const char *right,
                       int width)
{
    StrBuf line = {0};
    int used = 2;

    strbuf_addz(&line, left);
    if (title.len > 0) {
        Str fit = unicode_fit(title, width - 8);
        strbuf_addf(&line, "── %.*s ", STR_ARG(fit));
        used += 4 + unicode_width(fit);
    }
    for (; used < width; used++)
        strbuf_addz(&line, "─");
    strbuf_addz(&line, right);
    page_add(b, STYLE_FRAME, strbuf_view(&line));
    page_end(b, 0);
    strbuf_deinit(&line);
}

static void add_framed(const ReviewEntry *e, PageBuilder *b)
{
    int width = b->width + MARKS;
    PageBuilder inner = {
        .arena = b->arena, .width = width - 4, .block = b->block, .aside = true};
    StrBuf head = {0};
    int whole = b->width;

    add_thread(e, &inner);
    review_head(e, &head);
    b->width = 2 * width;
    frame_edge(b, "┌", strbuf_view(&head), "┐", width);
    for (size_t i = 0; i < inner.count; i++) {
        page_addz(b, STYLE_FRAME, "│ ");
        add_runs(b, &inner.lines[i]);
        add_spaces(b, width - 4 - width_of(&inner.lines[i]));
        page_addz(b, STYLE_FRAME, " │");
        page_end(b, 0);
    }
    frame_edge(b, "└", (Str){0}, "┘", width);
    b->width = whole;
    strbuf_deinit(&head);
    strbuf_deinit(&inner.text);
}

void review_page_entry(const ReviewPage *p, const ReviewEntry *e, PageBuilder *b)
{
    bool aside = b->aside;

    b->aside = true;
    if (p->framed) {
        add_framed(e, b);
    } else {
        StrBuf head = {0};
        review_head(e, &head);
        page_add(b, STYLE_BOLD, strbuf_view(&head));
        page_end(b, 0);
        add_thread(e, b);
        strbuf_deinit(&head);
    }
    b->aside = aside;
}

/* -- what is shown ----------------------------------------------------------------- */

static bool has_entry(const Review *r, size_t block)
{
    for (size_t i = 0; i < r->count; i++)
        if (r->entries[i].block == block && !r->entries[i].thread.resolved)
            return true;
    return false;
}

/* An unchanged block only beside a changed one, or where somebody asks about it; our
 * own comments, which no screen shows, never. */
static bool is_shown(const ReviewPage *p, const RedlinePart *part, size_t i)
{
    const RedlineBlock *blocks = p->review->redline.blocks;
    size_t first = part->first_block, end = first + part->block_count;

    if (blocks[i].kind == BLOCK_HTML &&
        (blocks[i].state == BLOCK_SAME || blocks[i].state == BLOCK_MOVED_HERE ||
         blocks[i].state == BLOCK_MOVED_AWAY))
        return false;
    /* The label of the part stands above already. */
    if (i == first && blocks[i].kind == BLOCK_HEADING &&
        blocks[i].state == BLOCK_SAME && !has_entry(p->review, i))
        return false;
    if (p->look == LOOK_NEW)
        return blocks[i].new_block != NO_INDEX;
    if (blocks[i].state != BLOCK_SAME || has_entry(p->review, i))
        return true;
    if (blocks[i].kind == BLOCK_HEADING) /* it is named above already */
        return false;
    return (i > first && blocks[i - 1].state != BLOCK_SAME) ||
           (i + 1 < end && blocks[i + 1].state != BLOCK_SAME);
}

/* "? Q7, S3": what is asked about the words above. */
static void add_names(const ReviewPage *p, size_t block, PageBuilder *b)
{
    StrBuf names = {0};
    bool aside = b->aside;

    for (size_t k = 0; k < p->review->count; k++) {
        const ReviewEntry *e = &p->review->entries[k];
        if (e->block == block && !e->thread.resolved)
            strbuf_addf(&names, "%s%.*s", names.len ? ", " : "? ", STR_ARG(e->label));
    }
    if (names.len > 0) {
        b->aside = true;
        page_add(b, STYLE_KEY, strbuf_view(&names));
        page_end(b, 0);
        b->aside = aside;
    }
    strbuf_deinit(&names);
}

void review_page_block(const ReviewPage *p, size_t i, PageBuilder *b)
{
    const Review *r = p->review;
    const RedlineBlock *block = &r->redline.blocks[i];
    bool moved = block->state == BLOCK_MOVED_HERE || block->state == BLOCK_MOVED_AWAY;

    b->block = i;
    if (moved && p->look != LOOK_NEW && !review_goes_on(&r->redline, i))
        add_moved(p, b, block, i);
    if (block->state == BLOCK_MOVED_AWAY && p->look == LOOK_MARKED)
        moved = true; /* it is shown where it went */
    else if (p->look == LOOK_SIDES)
        add_sides(p, b, block);
    else
        add_block(p, b, block, p->look == LOOK_NEW ? CHANGE_REMOVED : CHANGE_SAME);
    /* Where one does not stop nothing is told below. */
    bool stop =
        p->look == LOOK_NEW ? review_is_text(block) : review_is_stop(&r->redline, i);
    if (p->named && stop)
        add_names(p, i, b);
    for (size_t k = 0; !(p->named && stop) && k < r->count; k++)
        if (r->entries[k].block == i && !r->entries[k].thread.resolved) {
            page_blank(b);
            review_page_entry(p, &r->entries[k], b);
        }
    b->block = NO_INDEX;
}

static bool part_is_shown(const ReviewPage *p, const RedlinePart *part)
{
    if (p->look == LOOK_NEW)
        return part->new_part != NO_INDEX || part->old_part == NO_INDEX;
    if (part->changed)
        return true;
    for (size_t i = 0; i < part->block_count; i++)
        if (has_entry(p->review, part->first_block + i))
            return true;
    return false;
}

static bool is_prose(BlockKind kind)
{
    return kind != BLOCK_HEADING && kind != BLOCK_HTML && kind != BLOCK_RULE;
}

static void add_part(const ReviewPage *p, const RedlinePart *part, PageBuilder *b)
{
    StrBuf head = {0};
    bool gap = false;

    strbuf_add(&head, review_title_of(part));
    if (part->changed)
        message_addf(&head, _("   +%d -%d words"), part->added, part->removed);
    page_add(b, STYLE_TITLE, strbuf_view(&head));
    strbuf_deinit(&head);
    page_end(b, 0);
    for (size_t i = part->first_block; i < part->first_block + part->block_count; i++) {
        if (!is_shown(p, part, i)) {
            gap = gap || is_prose(p->review->redline.blocks[i].kind);
            continue;
        }
        page_blank(b);
        if (gap && p->look != LOOK_NEW) {
            page_addz(b, STYLE_GUIDE, "...");
            page_end(b, 0);
            page_blank(b);
        }
        gap = false;
        review_page_block(p, i, b);
    }
    page_blank(b);
}

/* What is about the document, and what has no place any more. */
static void add_others(const ReviewPage *p, PageBuilder *b)
{
    const Review *r = p->review;
    bool any = false;

    for (size_t i = 0; i < r->count; i++) {
        const ReviewEntry *e = &r->entries[i];
        bool below = p->named && e->place.state == ANCHOR_LOST;
        if (e->thread.resolved || e->block != NO_INDEX || below)
            continue;
        if (!any) {
            page_addz(b, STYLE_TITLE,
                      r->lost > 0 && !p->named
                          ? _("About the document, or without a place")
                          : _("About the document"));
            page_end(b, 0);
        }
        any = true;
        page_blank(b);
        review_page_entry(p, e, b);
    }
    if (any)
        page_blank(b);
}

static void add_nothing(const Redline *r, PageBuilder *b)
{
    page_addz(b, STYLE_TEXT,
              r->front_matter_changed
                  ? _("Only the document details changed, no words.")
              : r->equal ? _("No words differ.")
                         : _("Only line breaks or blank lines differ, no words."));
    page_end(b, 0);
    page_blank(b);
}

static void add_conflicts(const Review *r, PageBuilder *b)
{
    StrBuf words = {0};

    review_conflict_words(r->conflicts, r->document, &words);
    page_add(b, STYLE_WARNING, strbuf_view(&words));
    page_end(b, 0);
    page_blank(b);
    strbuf_deinit(&words);
}

/* What the whole history says: below all that changed. */
static void add_around(const Review *r, PageBuilder *b)
{
    StrBuf words = {0};

    if (r->untouched.len > 0) {
        message_addf(&words, _("Untouched since the first draft: %s"),
                     r->untouched.ptr);
        page_add(b, STYLE_GUIDE, strbuf_view(&words));
        page_end(b, 0);
        page_blank(b);
    }
    if (r->cut) {
        page_addz(b, STYLE_GUIDE, history_cut_words());
        page_end(b, 0);
        page_blank(b);
    }
    strbuf_deinit(&words);
}

void review_page_build(const ReviewPage *p, PageBuilder *b)
{
    const Redline *r = &p->review->redline;

    b->marks = true;
    b->width -= MARKS;
    if (p->only == NO_INDEX && p->review->conflicts > 0)
        add_conflicts(p->review, b);
    if (review_changes(r, NO_INDEX) == 0)
        add_nothing(r, b);
    for (size_t i = 0; i < r->part_count; i++)
        if (p->only == NO_INDEX ? part_is_shown(p, &r->parts[i]) : p->only == i)
            add_part(p, &r->parts[i], b);
    if (p->only == NO_INDEX) {
        add_others(p, b);
        add_around(p->review, b);
    }
    b->width += MARKS;
}
