#include "ui/bullet.h"

enum { DIGITS_MAX = 3 }; /* "2026. " begins a sentence */

static size_t blanks(Str line, size_t at)
{
    while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
        at++;
    return at;
}

/* Behind the sign of an item, or `at`. */
static size_t sign_end(Str line, size_t at, Bullet *b)
{
    size_t digits = at;

    b->number = -1;
    if (at < line.len && str_find_byte(STR("-*+"), line.ptr[at], 0) != STR_NONE)
        return at + 1;
    while (digits < line.len && digits - at < DIGITS_MAX && line.ptr[digits] >= '0' &&
           line.ptr[digits] <= '9')
        digits++;
    if (digits == at || digits == line.len ||
        (line.ptr[digits] != '.' && line.ptr[digits] != ')'))
        return at;
    str_to_int(str_slice(line, at, digits), &b->number);
    return digits + 1;
}

bool bullet_parse(Str line, Bullet *out)
{
    Bullet b = {.indent = blanks(line, 0), .number = -1};
    size_t at = b.indent;

    while (at < line.len && line.ptr[at] == '>')
        at = blanks(line, at + 1);
    b.quote = at > b.indent;
    size_t end = b.quote ? at : sign_end(line, at, &b);
    if (end == at && !b.quote)
        return false;
    b.content = b.quote ? end : blanks(line, end);
    if (!b.quote && b.content == end && end < line.len)
        return false; /* "-word", "3.5" */
    Str rest = str_slice(line, b.content, line.len);
    b.task =
        !b.quote && (str_starts(rest, STR("[ ] ")) || str_starts(rest, STR("[x] ")) ||
                     str_starts(rest, STR("[X] ")));
    if (b.task)
        b.content += 4;
    *out = b;
    return true;
}

void bullet_next(Str line, const Bullet *b, StrBuf *out)
{
    Str sign = str_slice(line, b->indent, b->content - (b->task ? 4 : 0));
    size_t digits = 0;

    strbuf_add(out, str_slice(line, 0, b->indent));
    while (b->number >= 0 && digits < sign.len && sign.ptr[digits] >= '0' &&
           sign.ptr[digits] <= '9')
        digits++;
    if (b->number >= 0)
        strbuf_addf(out, "%d", b->number + 1);
    strbuf_add(out, str_slice(sign, digits, sign.len));
    bool blank = sign.len > 0 &&
                 (sign.ptr[sign.len - 1] == ' ' || sign.ptr[sign.len - 1] == '\t');
    if (!blank)
        strbuf_addc(out, ' ');
    if (b->task)
        strbuf_addz(out, "[ ] ");
}
