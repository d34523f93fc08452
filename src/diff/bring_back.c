#include "diff/bring_back.h"

#include "base/line_ends.h"

/* Words of the other text, with the line ends of this one. */
static void add_words(const Document *now, Str words, StrBuf *out)
{
    LineEnds ends = line_ends(now->bytes);

    if (ends == ENDS_LF || ends == ENDS_CRLF)
        line_ends_convert(words, ends, out);
    else
        strbuf_add(out, words);
}

void bring_back_whole(const Document *now, const Document *then, StrBuf *out)
{
    add_words(now, then->bytes, out);
}

static Str line_break(const Document *now)
{
    return line_ends(now->bytes) == ENDS_CRLF ? STR("\r\n") : STR("\n");
}

/* What comes in stands on lines of its own, an empty one before it. */
static void part_from_above(const Document *now, StrBuf *out)
{
    Str all = strbuf_view(out), end = line_break(now);
    bool blank = all.len == 0;

    if (!blank && all.ptr[all.len - 1] != '\n')
        strbuf_add(out, end);
    all = strbuf_view(out);
    if (all.len >= 2)
        blank = all.ptr[all.len - 2] == '\n' ||
                (all.len >= 4 && str_ends(all, STR("\r\n\r\n")));
    if (!blank)
        strbuf_add(out, end);
}

static Str part_bytes(const Document *doc, size_t part)
{
    if (part == NO_INDEX) /* what stands before the first one */
        return str_slice(doc->bytes, 0,
                         doc->part_count > 0 ? doc->parts[0].range.start
                                             : doc->bytes.len);
    return str_range(doc->bytes, doc->parts[part].range);
}

/* Does that row speak of what stands before the first section? */
static bool is_opening(const RedlinePart *p)
{
    return p->old_part == NO_INDEX && p->new_part == NO_INDEX;
}

/* Those that are missing now and stood behind section `after` then. */
static void add_missing(const Redline *r, const Document *now, const Document *then,
                        const bool *wanted, size_t row, StrBuf *out)
{
    for (size_t i = row + 1; i < r->part_count; i++) {
        const RedlinePart *p = &r->parts[i];
        if (p->old_part != NO_INDEX || is_opening(p))
            return;
        if (!wanted[i])
            continue;
        part_from_above(now, out);
        add_words(now, part_bytes(then, p->new_part), out);
    }
}

static size_t row_of(const Redline *r, size_t old_part)
{
    for (size_t i = 0; i < r->part_count; i++)
        if (r->parts[i].old_part == old_part &&
            (old_part != NO_INDEX || is_opening(&r->parts[i])))
            return i;
    return NO_INDEX;
}

void bring_back_parts(const Redline *r, const Document *now, const Document *then,
                      const bool *wanted, StrBuf *out)
{
    size_t opening = row_of(r, NO_INDEX);

    if (opening != NO_INDEX && wanted[opening])
        add_words(now, part_bytes(then, NO_INDEX), out);
    else
        strbuf_add(out, part_bytes(now, NO_INDEX));
    add_missing(r, now, then, wanted, opening, out); /* NO_INDEX + 1: from the first */
    for (size_t i = 0; i < now->part_count; i++) {
        size_t row = row_of(r, i);
        const RedlinePart *p = row == NO_INDEX ? NULL : &r->parts[row];
        bool last = i + 1 == now->part_count;
        if (!p || !wanted[row]) {
            strbuf_add(out, part_bytes(now, i));
        } else if (p->new_part != NO_INDEX) {
            Str words = part_bytes(then, p->new_part);
            add_words(now, words, out);
            /* What was the last one has no empty line behind it. */
            if (!last && p->new_part + 1 == then->part_count)
                part_from_above(now, out);
        }
        if (p)
            add_missing(r, now, then, wanted, row, out);
    }
}

/* -- one change -------------------------------------------------------------------- */

static bool is_paired(const RedlineBlock *b)
{
    return b->state == BLOCK_SAME || b->state == BLOCK_CHANGED;
}

/* Does what stands there in both texts stand at one place? */
static bool stands_in(const RedlineBlock *b)
{
    return is_paired(b) || b->state == BLOCK_REMOVED;
}

/* From the first to the last block of `then` that this one of `now` was split from. */
static Range words_then(const Redline *r, const Document *then, size_t block)
{
    size_t first = block, last = block, old = r->blocks[block].old_block;
    bool paired = is_paired(&r->blocks[block]);

    while (paired && first > 0 && is_paired(&r->blocks[first - 1]) &&
           r->blocks[first - 1].old_block == old)
        first--;
    while (paired && last + 1 < r->block_count && is_paired(&r->blocks[last + 1]) &&
           r->blocks[last + 1].old_block == old)
        last++;
    return (Range){then->blocks[r->blocks[first].new_block].range.start,
                   then->blocks[r->blocks[last].new_block].range.end};
}

static size_t skip_blank(Str s, size_t at)
{
    while (at < s.len && str_find_byte(STR(" \t\r\n"), s.ptr[at], 0) != STR_NONE)
        at++;
    return at;
}

static size_t back_over_blank(Str s, size_t at)
{
    while (at > 0 && str_find_byte(STR(" \t\r\n"), s.ptr[at - 1], 0) != STR_NONE)
        at--;
    return at;
}

/* The marks that prfaq hides below a label belong to it. */
static size_t behind_marks(const Document *now, size_t at)
{
    for (;;) {
        size_t from = skip_blank(now->bytes, at);
        size_t next = document_block_at(now, from);
        if (next == NO_INDEX || now->blocks[next].range.start != from ||
            now->blocks[next].kind != BLOCK_HTML)
            return at;
        at = now->blocks[next].range.end;
    }
}

/* Where a block that is missing now comes in: behind the last one before it. */
static size_t place_of(const Redline *r, const Document *now, size_t block)
{
    for (size_t i = block; i-- > 0;)
        if (stands_in(&r->blocks[i]) && r->blocks[i].old_last != NO_INDEX)
            return behind_marks(now, now->blocks[r->blocks[i].old_last].range.end);
    return now->start;
}

static bool is_item(const Document *doc, size_t at)
{
    size_t block = document_block_at(doc, at);

    return block != NO_INDEX && doc->blocks[block].kind == BLOCK_ITEM;
}

static bool is_empty_line(Str blank)
{
    size_t first = str_find_byte(blank, '\n', 0);

    return first != STR_NONE && str_find_byte(blank, '\n', first + 1) != STR_NONE;
}

/* The words come in at a place, between empty lines unless they are items of a list
 * without any. */
static void put_in(const Document *now, const Document *then, Range words, size_t at,
                   StrBuf *out)
{
    Str end = line_break(now);
    size_t next = skip_blank(now->bytes, at);
    size_t from = back_over_blank(then->bytes, words.start);
    bool item = is_item(then, words.start);
    bool tight = item && !is_empty_line(str_slice(then->bytes, from, words.start));

    if (at > now->start) {
        strbuf_add(out, end);
        if (!tight || !is_item(now, at - 1))
            strbuf_add(out, end);
    }
    add_words(now, str_range(then->bytes, words), out);
    if (next == now->bytes.len)
        return;
    if (at <= now->start)
        strbuf_add(out, end);
    if (!is_empty_line(str_slice(now->bytes, at, next)) &&
        !(item && is_item(now, next)))
        strbuf_add(out, end);
}

/* A range goes, and of the empty lines around it the longer ones stay. */
static Range taken_out(const Document *now, Range r)
{
    size_t from = back_over_blank(now->bytes, r.start),
           to = skip_blank(now->bytes, r.end);

    if (to == now->bytes.len)
        return (Range){from, r.end};
    if (from <= now->start)
        return (Range){r.start, to};
    return r.start - from > to - r.end ? (Range){r.start, to} : (Range){from, r.end};
}

/* The bytes of `now` with `gone` left out and the words put in at `at`, which is not
 * inside of it. */
static void exchange(const Document *now, const Document *then, Range words, size_t at,
                     Range gone, StrBuf *out)
{
    Str bytes = now->bytes;

    if (gone.end <= at)
        strbuf_add(out, str_slice(bytes, 0, gone.start));
    strbuf_add(out, str_slice(bytes, gone.end <= at ? gone.end : 0, at));
    if (words.start < words.end)
        put_in(now, then, words, at, out);
    if (gone.start >= at) {
        strbuf_add(out, str_slice(bytes, at, gone.start));
        at = gone.end;
    }
    strbuf_add(out, str_slice(bytes, at, bytes.len));
}

static bool has_place(const RedlineBlock *b)
{
    switch (b->state) {
    case BLOCK_ADDED:
        return b->new_block != NO_INDEX;
    case BLOCK_REMOVED:
        return b->old_block != NO_INDEX;
    default:
        return b->old_block != NO_INDEX && b->old_last != NO_INDEX &&
               b->new_block != NO_INDEX;
    }
}

bool bring_back_block(const Redline *r, const Document *now, const Document *then,
                      size_t block, StrBuf *out)
{
    const RedlineBlock *b = &r->blocks[block];
    Range old = {0, 0}, none = {0, 0};

    if (!has_place(b))
        return false;
    if (b->state != BLOCK_ADDED)
        old = (Range){now->blocks[b->old_block].range.start,
                      now->blocks[b->old_last].range.end};
    switch (b->state) {
    case BLOCK_ADDED: {
        size_t at = place_of(r, now, block);
        exchange(now, then, words_then(r, then, block), at, (Range){at, at}, out);
        break;
    }
    case BLOCK_REMOVED:
        old = taken_out(now, old);
        exchange(now, then, none, old.end, old, out);
        break;
    case BLOCK_MOVED_HERE:
        exchange(now, then, words_then(r, then, block), place_of(r, now, block),
                 taken_out(now, old), out);
        break;
    default:
        strbuf_add(out, str_slice(now->bytes, 0, old.start));
        add_words(now, str_range(then->bytes, words_then(r, then, block)), out);
        strbuf_add(out, str_slice(now->bytes, old.end, now->bytes.len));
        break;
    }
    return true;
}
