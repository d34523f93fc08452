#include "lsp/frame.h"

#include "base/mem.h"

enum { HEADER_LINE_MAX = 4096 };

void frame_deinit(FrameReader *r)
{
    strbuf_deinit(&r->bytes);
    *r = (FrameReader){0};
}

/* Give back the bytes that are used up, when they are most of what there is. */
static void forget(FrameReader *r)
{
    if (r->at == 0 || r->at < r->bytes.len / 2)
        return;
    strbuf_splice(&r->bytes, (Range){0, r->at}, (Str){0});
    r->looked = r->looked > r->at ? r->looked - r->at : 0;
    r->at = 0;
}

static void skip_some(FrameReader *r)
{
    size_t there = r->bytes.len - r->at;
    size_t some = r->skip < there ? r->skip : there;

    r->at += some;
    r->skip -= some;
}

void frame_feed(FrameReader *r, Str bytes)
{
    forget(r);
    strbuf_add(&r->bytes, bytes);
    skip_some(r);
}

/* Digits alone; a number too large for us becomes one that is passed over. */
static bool parse_length(Str s, size_t *out)
{
    size_t value = 0;

    if (s.len == 0)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        size_t digit = (size_t)(s.ptr[i] - '0');
        if (value > ((size_t)-1 - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

static void read_header_line(FrameReader *r, Str line)
{
    size_t colon = str_find_byte(line, ':', 0);

    if (colon == STR_NONE ||
        !str_eq_nocase(str_trim(str_slice(line, 0, colon)), STR("content-length")))
        return;
    size_t length = 0;
    r->has_length =
        parse_length(str_trim(str_slice(line, colon + 1, line.len)), &length);
    r->length = length;
}

/* The header is over: a body follows, or nothing. */
static void end_header(FrameReader *r)
{
    if (r->has_length && r->length > FRAME_MAX)
        r->skip = r->length;
    else
        r->in_body = r->has_length;
    r->has_length = false;
}

/* Takes one line of a header; false when none has arrived whole. */
static bool header_line(FrameReader *r)
{
    Str all = strbuf_view(&r->bytes);
    size_t from = r->looked > r->at ? r->looked : r->at;
    size_t end = str_find_byte(all, '\n', from);

    if (end == STR_NONE) {
        r->looked = all.len;
        /* No header is so long: what is here is used up without being kept. */
        if (all.len - r->at > HEADER_LINE_MAX)
            r->at = all.len;
        return false;
    }
    Str line = str_trim_end(str_slice(all, r->at, end));
    r->at = end + 1;
    if (line.len == 0)
        end_header(r);
    else if (line.len <= HEADER_LINE_MAX)
        read_header_line(r, line);
    return true;
}

bool frame_next(FrameReader *r, Str *body)
{
    for (;;) {
        skip_some(r);
        if (r->in_body) {
            if (r->bytes.len - r->at < r->length)
                return false;
            *body = str_slice(strbuf_view(&r->bytes), r->at, r->at + r->length);
            r->at += r->length;
            r->in_body = false;
            return true;
        }
        if (r->skip > 0 || !header_line(r))
            return false;
    }
}

void frame_add(StrBuf *out, Str body)
{
    strbuf_addf(out, "Content-Length: %zu\r\n\r\n", body.len);
    strbuf_add(out, body);
}
