#include "render/report_words.h"

#include <string.h>

#include "base/unicode.h"
#include "doc/inline.h"
#include "render/html_page.h"

/* What a byte of a text is. */
enum {
    LOOK_STRONG = 1 << 0,
    LOOK_EM = 1 << 1,
    LOOK_CODE = 1 << 2,
    LOOK_LINK = 1 << 3,
    LOOK_TARGET = 1 << 4, /* of a link, or a comment: shown where it changed */
    LOOK_MARK = 1 << 5,   /* a mark of Markdown: never shown */
    LOOK_BULLET = 1 << 6,
    LOOK_TAGS = LOOK_STRONG | LOOK_EM | LOOK_CODE | LOOK_LINK,
};

/* One of the two texts of a block. */
typedef struct Text {
    StrBuf bytes;
    unsigned char *looks; /* one a byte */
} Text;

static bool is_in(const Change *c, ReportView view)
{
    return c->kind != (view == VIEW_OLD ? CHANGE_ADDED : CHANGE_REMOVED);
}

static void add_gap(const Change *c, bool first, StrBuf *out)
{
    if (!first && c->gap != GAP_NONE)
        strbuf_addc(out, c->gap == GAP_LINE ? '\n' : ' ');
}

/* "> " before each line of a quotation. */
static void look_at_quote(Str text, unsigned char *looks)
{
    Str rest = text, line;

    while (str_starts(text, STR(">")) && str_next_line(&rest, &line)) {
        size_t at = (size_t)(line.ptr - text.ptr), end = at + line.len;
        while (at < end && (text.ptr[at] == '>' || text.ptr[at] == ' '))
            looks[at++] = LOOK_MARK;
    }
}

/* "## " of a heading; "- " of an item, whose bullet is drawn. */
static size_t look_at_start(Str text, BlockKind kind, unsigned char *looks)
{
    size_t at = 0;

    if (kind == BLOCK_HEADING) {
        while (at < text.len && (text.ptr[at] == '#' || text.ptr[at] == ' '))
            looks[at++] = LOOK_MARK;
        return at;
    }
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    if (kind != BLOCK_ITEM || at + 1 >= text.len || !strchr("-*+", text.ptr[at]) ||
        text.ptr[at + 1] != ' ')
        return 0;
    looks[at] = LOOK_BULLET;
    return at + 2;
}

/* A run of marks opens or closes what it stands for; inline_read() has paired them. */
static unsigned toggle(unsigned now, char mark, size_t count)
{
    if (mark == '[')
        return now | LOOK_LINK;
    if (mark == ']')
        return now & ~(unsigned)LOOK_LINK;
    if (mark != '*' && mark != '_')
        return now;
    return now ^ (count >= 2 ? LOOK_STRONG : 0u) ^ (count % 2 ? LOOK_EM : 0u);
}

/* A span that is no words: code between its backticks, the target of a link, a tag,
 * which is shown as it is written. */
static void look_at_span(Str span, unsigned now, unsigned char *looks)
{
    size_t ticks = 0;

    while (ticks < span.len && span.ptr[ticks] == '`')
        ticks++;
    if (ticks == 0 || 2 * ticks >= span.len) {
        bool tag = str_starts(span, STR("<")) && !str_starts(span, STR("<!--"));
        memset(looks, tag ? (int)now : LOOK_TARGET, span.len);
        return;
    }
    memset(looks, LOOK_MARK, span.len);
    memset(looks + ticks, (int)(now | LOOK_CODE), span.len - 2 * ticks);
}

static void look(Str text, BlockKind kind, Arena *arena, unsigned char *looks)
{
    size_t start = look_at_start(text, kind, looks), mask = 0;
    Str rest = str_slice(text, start, text.len);
    unsigned now = 0;
    Inline read;

    inline_read(rest, arena, &read);
    for (size_t i = 0; i < rest.len;) {
        while (mask < read.mask_count && read.masks[mask].end <= i)
            mask++;
        if (mask < read.mask_count && read.masks[mask].start <= i) {
            look_at_span(str_range(rest, read.masks[mask]), now, looks + start + i);
            i = read.masks[mask].end;
            continue;
        }
        size_t end = i + 1;
        if (read.acts[i] != INLINE_DROP || !strchr("*_[]\\!", rest.ptr[i])) {
            looks[start + i] =
                read.acts[i] == INLINE_DROP ? LOOK_TARGET : (unsigned char)now;
            i++;
            continue;
        }
        while (end < rest.len && rest.ptr[end] == rest.ptr[i] &&
               read.acts[end] == INLINE_DROP)
            end++;
        now = toggle(now, rest.ptr[i], end - i);
        memset(looks + start + i, LOOK_MARK, end - i);
        i = end;
    }
    look_at_quote(text, looks);
}

static void read_text(const RedlineBlock *block, ReportView view, Arena *arena,
                      Text *out)
{
    bool first = true;

    *out = (Text){0};
    for (size_t i = 0; i < block->change_count; i++) {
        const Change *c = &block->changes[i];
        if (!is_in(c, view))
            continue;
        add_gap(c, first, &out->bytes);
        strbuf_add(&out->bytes, c->text);
        first = false;
    }
    out->looks = arena_array(arena, out->bytes.len + 1, 1);
    look(strbuf_view(&out->bytes), block->kind, arena, out->looks);
}

static void add_tags(unsigned looks, bool open, StrBuf *out)
{
    static const struct {
        unsigned look;
        const char *open, *close;
    } tags[] = {{LOOK_LINK, "<u>", "</u>"},
                {LOOK_STRONG, "<strong>", "</strong>"},
                {LOOK_EM, "<em>", "</em>"},
                {LOOK_CODE, "<code>", "</code>"}};
    enum { COUNT = sizeof tags / sizeof *tags };

    for (size_t i = 0; i < COUNT; i++) {
        size_t at = open ? i : COUNT - 1 - i;
        if (looks & tags[at].look)
            strbuf_addz(out, open ? tags[at].open : tags[at].close);
    }
}

static void add_visible(Str text, StrBuf *out)
{
    StrBuf visible = {0};

    unicode_visible(text, VISIBLE_LINES, &visible);
    html_add_text(out, strbuf_view(&visible));
    strbuf_deinit(&visible);
}

static void add_piece(Str text, const unsigned char *looks, bool changed, StrBuf *out)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = at + 1;
        while (end < text.len && looks[end] == looks[at])
            end++;
        unsigned tags = looks[at] & LOOK_TAGS;
        add_tags(tags, true, out);
        if (looks[at] & LOOK_BULLET)
            strbuf_addz(out, "•");
        else if (!(looks[at] & LOOK_MARK) && (changed || !(looks[at] & LOOK_TARGET)))
            add_visible(str_slice(text, at, end), out);
        add_tags(tags, false, out);
        at = end;
    }
}

static const char *tag_of(ChangeKind kind)
{
    return kind == CHANGE_ADDED ? "ins" : kind == CHANGE_REMOVED ? "del" : NULL;
}

void report_add_piece(const ReportPiece *piece, size_t start, size_t end, StrBuf *out)
{
    const char *tag = tag_of(piece->kind);
    Str text = str_slice(piece->text, start, end);

    if (tag)
        strbuf_addf(out, "<%s>", tag);
    if (piece->looks)
        add_piece(text, piece->looks + start, tag != NULL, out);
    else
        add_visible(text, out);
    if (tag)
        strbuf_addf(out, "</%s>", tag);
}

const ReportPiece *report_pieces(const RedlineBlock *block, ReportView view,
                                 Arena *arena, size_t *count)
{
    ReportPiece *pieces = arena_array(arena, block->change_count + 1, sizeof *pieces);
    Text old, new;
    size_t in_old = 0, in_new = 0, n = 0;
    bool old_begun = false, new_begun = false;

    read_text(block, VIEW_OLD, arena, &old);
    read_text(block, VIEW_NEW, arena, &new);
    for (size_t i = 0; i < block->change_count; i++) {
        const Change *c = &block->changes[i];
        size_t gap_old = old_begun && c->gap != GAP_NONE;
        size_t gap_new = new_begun && c->gap != GAP_NONE;
        if (view == VIEW_MARKED || is_in(c, view))
            pieces[n] = (ReportPiece){.kind = c->kind,
                                      .gap = n > 0 ? c->gap : GAP_NONE,
                                      .text = c->text,
                                      .looks = c->kind == CHANGE_REMOVED
                                                   ? old.looks + in_old + gap_old
                                                   : new.looks + in_new + gap_new};
        n += view == VIEW_MARKED || is_in(c, view);
        old_begun |= is_in(c, VIEW_OLD);
        new_begun |= is_in(c, VIEW_NEW);
        in_old += is_in(c, VIEW_OLD) ? gap_old + c->text.len : 0;
        in_new += is_in(c, VIEW_NEW) ? gap_new + c->text.len : 0;
    }
    strbuf_deinit(&old.bytes);
    strbuf_deinit(&new.bytes);
    *count = n;
    return pieces;
}

static bool is_source(BlockKind kind)
{
    return kind == BLOCK_CODE || kind == BLOCK_TABLE || kind == BLOCK_HTML;
}

void report_words(const RedlineBlock *block, ReportView view, StrBuf *out)
{
    Arena arena = {0};
    size_t count = 0;
    const ReportPiece *pieces = report_pieces(block, view, &arena, &count);

    for (size_t i = 0; i < count; i++) {
        ReportPiece piece = pieces[i];
        if (piece.gap != GAP_NONE)
            strbuf_addc(out, piece.gap == GAP_LINE ? '\n' : ' ');
        if (is_source(block->kind))
            piece.looks = NULL;
        report_add_piece(&piece, 0, piece.text.len, out);
    }
    arena_deinit(&arena);
}
