#include "lsp/position.h"

#include "base/utf8.h"

static const char *const names[] = {
    [POSITION_UTF16] = "utf-16",
    [POSITION_UTF8] = "utf-8",
    [POSITION_UTF32] = "utf-32",
};

const char *position_encoding_name(PositionEncoding encoding)
{
    return names[encoding];
}

bool position_encoding_parse(Str name, PositionEncoding *out)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq(name, str_from(names[i]))) {
            *out = (PositionEncoding)i;
            return true;
        }
    return false;
}

/* How many units the character of `len` bytes is. */
static size_t units(PositionEncoding encoding, size_t len)
{
    switch (encoding) {
    case POSITION_UTF8:
        return len;
    case POSITION_UTF16:
        return len == UTF8_MAX ? 2 : 1;
    case POSITION_UTF32:
        break;
    }
    return 1;
}

/* Behind the line end that begins at `at`; `at` itself when none does. */
static size_t line_end_at(Str text, size_t at)
{
    if (at < text.len && text.ptr[at] == '\r')
        return at + 1 < text.len && text.ptr[at + 1] == '\n' ? at + 2 : at + 1;
    return at < text.len && text.ptr[at] == '\n' ? at + 1 : at;
}

static bool line_down(Str text, LineStart *start)
{
    for (size_t at = start->offset; at < text.len; at++) {
        size_t next = line_end_at(text, at);
        if (next > at) {
            *start = (LineStart){start->line + 1, next};
            return true;
        }
    }
    return false;
}

static void line_up(Str text, LineStart *start)
{
    size_t at = start->offset - 1;

    if (text.ptr[at] == '\n' && at > 0 && text.ptr[at - 1] == '\r')
        at--;
    while (at > 0 && text.ptr[at - 1] != '\n' && text.ptr[at - 1] != '\r')
        at--;
    *start = (LineStart){start->line - 1, at};
}

void line_start_changed(Str text, LineStart *start)
{
    size_t at = start->offset;

    /* What stood behind CR is LF now: no line starts between them. */
    if (at > 0 && (at > text.len ||
                   (at < text.len && text.ptr[at] == '\n' && text.ptr[at - 1] == '\r')))
        *start = (LineStart){0};
}

size_t position_offset(Str text, PositionEncoding encoding, Position p, LineStart *from)
{
    while (from->line > p.line)
        line_up(text, from);
    while (from->line < p.line)
        if (!line_down(text, from))
            return text.len;
    size_t at = from->offset;
    for (size_t left = p.character; left > 0 && at < text.len;) {
        uint32_t cp;
        if (line_end_at(text, at) > at)
            break;
        size_t len = utf8_decode(text, at, &cp), width = units(encoding, len);
        if (width > left)
            break;
        left -= width;
        at += len;
    }
    return at;
}

static size_t count_units(Str s, PositionEncoding encoding)
{
    size_t count = 0;

    if (encoding == POSITION_UTF8)
        return s.len;
    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        size_t len = utf8_decode(s, at, &cp);
        count += units(encoding, len);
        at += len;
    }
    return count;
}

Position position_of(const Document *doc, PositionEncoding encoding, size_t offset,
                     PositionCursor *cursor)
{
    size_t low = 0, high = doc->line_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (doc->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t start = doc->line_count > 0 ? doc->lines[low] : 0, before = 0;
    if (cursor->set && cursor->position.line == low && cursor->offset >= start &&
        cursor->offset <= offset) {
        start = cursor->offset;
        before = cursor->position.character;
    }
    before += count_units(str_slice(doc->bytes, start, offset), encoding);
    *cursor = (PositionCursor){true, offset, {low, before}};
    return cursor->position;
}
