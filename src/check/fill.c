#include "check/fill.h"

#include <stdint.h>

#include "base/message.h"
#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"

enum { TEXT_GRAPHEMES = 60, LIST_BYTES_MAX = 4096, PARTICLE_CONTEXT = 96 };

/* Text on one line: white space and controls become one space. */
static void add_one_line(StrBuf *out, Str text)
{
    bool space = false;
    size_t start = out->len;
    uint32_t cp;

    for (size_t at = 0; at < text.len;) {
        size_t plain = scan_plain(text, at);
        size_t step = plain > at ? plain - at : utf8_decode(text, at, &cp);
        if (plain > at)
            cp = 'a'; /* all of them stay */
        if (unicode_is_space(cp) || cp < 0x20 || cp == 0x7F) {
            space = out->len > start;
        } else {
            if (space)
                strbuf_addc(out, ' ');
            strbuf_add(out, str_slice(text, at, at + step));
            space = false;
        }
        at += step;
    }
}

static void add_text(StrBuf *out, Str text, bool all)
{
    StrBuf line = {0};
    size_t at = 0;
    int graphemes = 0;

    add_one_line(&line, utf8_cut(text, LIST_BYTES_MAX));
    Str whole = strbuf_view(&line);
    bool ascii = utf8_skip_ascii(whole, 0) == whole.len; /* each byte is a grapheme */
    if (all || (ascii && whole.len <= TEXT_GRAPHEMES))
        at = whole.len;
    else if (ascii)
        at = TEXT_GRAPHEMES;
    while (!ascii && at < whole.len && graphemes < TEXT_GRAPHEMES) {
        at = grapheme_next(whole, at);
        graphemes++;
    }
    strbuf_add(out, str_trim_end(str_slice(whole, 0, at)));
    if (at < whole.len)
        strbuf_addz(out, "…");
    strbuf_deinit(&line);
}

/* Only the pair of the catalogue is settled, never braces that came with a text. */
static void add_particle(StrBuf *out, Str pair)
{
    StrBuf work = {0};
    Str before = strbuf_view(out);
    size_t from = before.len > PARTICLE_CONTEXT ? before.len - PARTICLE_CONTEXT : 0;
    uint32_t cp;

    for (size_t at = from; at < before.len;) {
        size_t step = utf8_decode(before, at, &cp);
        if (cp == '{')
            strbuf_addc(&work, '[');
        else if (cp != UTF8_BAD)
            strbuf_add(&work, str_slice(before, at, at + step));
        at += step;
    }
    size_t context = work.len;
    strbuf_add(&work, pair);
    particles_settle(&work);
    strbuf_add(out, str_slice(strbuf_view(&work), context, work.len));
    strbuf_deinit(&work);
}

/* "%2$s" at `at`: which argument, and whether it is a number. */
static size_t placeholder(Str format, size_t at, size_t *index, bool *number)
{
    if (at + 3 >= format.len || format.ptr[at] != '%' || format.ptr[at + 1] < '1' ||
        format.ptr[at + 1] > '9' || format.ptr[at + 2] != '$')
        return 0;
    *index = (size_t)(format.ptr[at + 1] - '1');
    *number = format.ptr[at + 3] == 'd';
    return at + 4;
}

Str message_fill(Arena *arena, Str format, const Arg *args, size_t count)
{
    static const ScanSet places = {{'%', '{', '%', '%', '%'}, .wide = false};
    StrBuf out = {0};

    strbuf_reserve(&out, format.len);
    for (size_t at = 0; at < format.len;) {
        size_t index = 0, close;
        bool number = false;
        size_t next = placeholder(format, at, &index, &number);
        if (next) {
            if (index < count && number)
                strbuf_addf(&out, "%ld", args[index].number);
            else if (index < count)
                add_text(&out, args[index].text, args[index].whole);
            at = next;
        } else if (format.ptr[at] == '{' &&
                   (close = str_find_byte(format, '}', at)) != STR_NONE) {
            add_particle(&out, str_slice(format, at, close + 1));
            at = close + 1;
        } else {
            next = scan_next(format, at + 1, places);
            strbuf_add(&out, str_slice(format, at, next));
            at = str_starts(str_slice(format, at, format.len), STR("%%")) ? at + 2
                                                                          : next;
        }
    }
    Str filled = arena_str(arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return filled;
}
