#include "doc/marker.h"

#include "doc/line.h"
#include "doc/mark.h"

/* -- lines ---------------------------------------------------------------- */

static Str break_at(Str bytes, size_t at)
{
    Str rest = str_slice(bytes, at, at + 2);

    if (str_eq(rest, STR("\r\n")))
        return rest;
    bool breaks = rest.len > 0 && (rest.ptr[0] == '\n' || rest.ptr[0] == '\r');
    return str_slice(rest, 0, breaks);
}

/* The line break of the line an offset is in, else of the one before it, else of
 * the first line: what a person would have typed there. */
static Str break_near(const Document *doc, size_t at)
{
    Str bytes = doc->bytes;
    size_t end = at, first = 0;
    Range line;

    while (end < bytes.len && bytes.ptr[end] != '\n' && bytes.ptr[end] != '\r')
        end++;
    Str found = break_at(bytes, end);
    if (found.len == 0 && line_next(bytes, &first, &line))
        found = break_at(bytes, line.end);
    return found.len > 0 ? found : STR("\n");
}

static Range first_line(Str bytes, Range block)
{
    Range line = {block.start, block.start};

    while (line.end < block.end && bytes.ptr[line.end] != '\n' &&
           bytes.ptr[line.end] != '\r')
        line.end++;
    return line;
}

static Range last_line(Str bytes, Range block)
{
    Range line = {block.end, block.end};

    while (line.start > block.start && bytes.ptr[line.start - 1] != '\n' &&
           bytes.ptr[line.start - 1] != '\r')
        line.start--;
    return line;
}

/* -- what stands before a comment ----------------------------------------- */

static bool may_open_item(const Block *b)
{
    return b->kind != BLOCK_RULE && b->kind != BLOCK_HTML;
}

/* The marks of the containers before the words of a line. List marks become
 * spaces, or end it; indents are kept, or not. */
static void add_prefix(const Document *doc, const Block *b, Range line,
                       MarkerPlace place, StrBuf *out)
{
    Str bytes = doc->bytes;
    size_t at = line.start, kept = 0;

    for (;;) {
        size_t from = at;
        at = line_skip_space(bytes, (Range){at, line.end}).start;
        if (place != MARKER_PLAIN || from > line.start)
            strbuf_add(out, str_slice(bytes, from, at));
        size_t mark = at < line.end && may_open_item(b)
                          ? line_list_marker(bytes, (Range){at, line.end})
                          : 0;
        if (b->quoted && at < line.end && bytes.ptr[at] == '>') {
            strbuf_addc(out, '>');
            kept = out->len;
            at++;
        } else if (mark > 0 && place != MARKER_OUTSIDE) {
            strbuf_add_repeat(out, ' ', mark);
            at += mark;
        } else {
            break;
        }
    }
    if (place == MARKER_PLAIN && out->len > kept) {
        strbuf_truncate(out, kept);
        if (kept > 0)
            strbuf_addc(out, ' ');
    }
}

static void add_comment(Str id, StrBuf *out)
{
    strbuf_addf(out, "<!-- prfaq-id: %.*s -->", STR_ARG(id));
}

Insertion marker_insertion(const Document *doc, size_t block, MarkerPlace place, Str id,
                           Arena *arena)
{
    const Block *b = &doc->blocks[block];
    bool under = place == MARKER_UNDER;
    Range line =
        under ? last_line(doc->bytes, b->range) : first_line(doc->bytes, b->range);
    Insertion made = {.at = line.start};
    StrBuf text = {0};

    if (under) {
        Str behind = break_at(doc->bytes, line.end);
        made.at = line.end + behind.len;
        if (behind.len == 0)
            strbuf_add(&text, break_near(doc, line.end));
        add_prefix(doc, b, line, place, &text);
        add_comment(id, &text);
        strbuf_add(&text, behind);
    } else {
        add_prefix(doc, b, line, place, &text);
        add_comment(id, &text);
        strbuf_add(&text, break_near(doc, line.start));
    }
    made.text = arena_str(arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return made;
}

Str insertions_apply(Str bytes, const Insertion *items, size_t count, Arena *arena)
{
    StrBuf out = {0};
    size_t at = 0;

    for (size_t i = 0; i < count; i++) {
        strbuf_add(&out, str_slice(bytes, at, items[i].at));
        strbuf_add(&out, items[i].text);
        at = items[i].at;
    }
    strbuf_add(&out, str_slice(bytes, at, bytes.len));
    Str result = arena_str(arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return result;
}

/* -- reading -------------------------------------------------------------- */

bool marker_id(const Document *doc, size_t block, Str *id)
{
    const Block *b = &doc->blocks[block];
    Str line = str_trim(str_range(doc->bytes, b->range));

    if (b->kind != BLOCK_HTML)
        return false;
    while (b->quoted && str_starts(line, STR(">")))
        line = str_trim(str_slice(line, 1, line.len));
    return mark_comment(line, STR("prfaq-id"), id);
}

static bool has_words(const Block *b)
{
    return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM ||
           b->kind == BLOCK_TABLE;
}

bool block_continues(const Document *doc, size_t block)
{
    const Block *b = &doc->blocks[block];

    if (block == 0 || !has_words(b) || !has_words(b - 1) || b[-1].quoted != b->quoted)
        return false;
    Range line = first_line(doc->bytes, b->range);
    line = line_skip_space(doc->bytes, line);
    while (b->quoted && line.start < line.end && doc->bytes.ptr[line.start] == '>') {
        line.start++;
        line = line_skip_space(doc->bytes, line);
    }
    if (b->kind == BLOCK_ITEM && line_list_marker(doc->bytes, line) > 0)
        return false;
    return b[-1].range.end + break_at(doc->bytes, b[-1].range.end).len ==
           b->range.start;
}

/* -- finding what does not hold ------------------------------------------- */

size_t first_bad(Holds *holds, void *ctx, size_t good, size_t count)
{
    while (count - good > 1) {
        size_t middle = good + (count - good) / 2;
        if (holds(ctx, middle))
            good = middle;
        else
            count = middle;
    }
    return count - 1;
}

PartKind marker_kind(Str id)
{
    PartKind kind = PART_OTHER;
    Str stem = id;

    if (part_kind_parse(id, &kind))
        return kind;
    while (stem.len > 0 && stem.ptr[stem.len - 1] >= '0' &&
           stem.ptr[stem.len - 1] <= '9')
        stem.len--;
    if (stem.len < id.len && str_ends(stem, STR("-")) &&
        part_kind_parse(str_slice(stem, 0, stem.len - 1), &kind))
        return kind;
    return PART_OTHER;
}
