#include "diff/bring_back.h"

#include "diff/line_ends.h"

/* Words of the other text, with the line ends of this one. */
static void add_words(const Document *now, Str words, StrBuf *out)
{
    LineEnds ends = line_ends(now->bytes);

    if (ends == ENDS_LF || ends == ENDS_CRLF)
        line_ends_convert(words, ends, out);
    else
        strbuf_add(out, words);
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

/* Where a block that is missing now comes in: behind the last one before it. */
static size_t place_of(const Redline *r, const Document *now, size_t block)
{
    for (size_t i = block; i-- > 0;)
        if (r->blocks[i].old_block != NO_INDEX)
            return now->blocks[r->blocks[i].old_block].range.end;
    return now->start;
}

/* The range with the line break and the empty lines behind it. */
static size_t behind(const Document *now, size_t end)
{
    while (end < now->bytes.len &&
           (now->bytes.ptr[end] == '\n' || now->bytes.ptr[end] == '\r'))
        end++;
    return end;
}

void bring_back_block(const Redline *r, const Document *now, const Document *then,
                      size_t block, StrBuf *out)
{
    const RedlineBlock *b = &r->blocks[block];
    Str words = b->new_block == NO_INDEX
                    ? (Str){0}
                    : str_range(then->bytes, then->blocks[b->new_block].range);

    if (b->old_block != NO_INDEX) {
        Range range = now->blocks[b->old_block].range;
        strbuf_add(out, str_slice(now->bytes, 0, range.start));
        add_words(now, words, out);
        if (words.len == 0)
            range.end = behind(now, range.end);
        strbuf_add(out, str_slice(now->bytes, range.end, now->bytes.len));
        return;
    }
    size_t at = place_of(r, now, block);
    strbuf_add(out, str_slice(now->bytes, 0, at));
    part_from_above(now, out);
    add_words(now, words, out);
    strbuf_add(out, line_break(now));
    Str rest = str_slice(now->bytes, at, now->bytes.len);
    if (rest.len > 0 && rest.ptr[0] != '\n' && rest.ptr[0] != '\r')
        strbuf_add(out, line_break(now));
    strbuf_add(out, rest);
}
