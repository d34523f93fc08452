#include "doc/frontmatter_set.h"

#define BOM "\xef\xbb\xbf"

/* Letters, digits, '-' and spaces between them mean themselves everywhere in YAML. */
static bool is_plain(Str value)
{
    for (size_t i = 0; i < value.len; i++) {
        char c = value.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool inside = i > 0 && i + 1 < value.len;
        if (!letter && !(i > 0 && ((c >= '0' && c <= '9') || c == '-')) &&
            !(inside && c == ' '))
            return false;
    }
    return value.len > 0;
}

static void add_value(Str value, StrBuf *out)
{
    if (is_plain(value)) {
        strbuf_add(out, value);
        return;
    }
    strbuf_addc(out, '"');
    for (size_t i = 0; i < value.len; i++) {
        unsigned char c = (unsigned char)value.ptr[i];
        if (c == '"' || c == '\\')
            strbuf_addc(out, '\\');
        strbuf_addc(out, c < ' ' ? ' ' : (char)c);
    }
    strbuf_addc(out, '"');
}

static const char *line_break(Str bytes)
{
    size_t at = str_find_byte(bytes, '\n', 0);

    return at != STR_NONE && at > 0 && bytes.ptr[at - 1] == '\r' ? "\r\n" : "\n";
}

static void add_line(const char *key, Str value, const char *end, StrBuf *out)
{
    strbuf_addf(out, "%s: ", key);
    add_value(value, out);
    strbuf_addz(out, end);
}

void frontmatter_add(const char *key, Str value, StrBuf *out)
{
    add_line(key, value, "\n", out);
}

static void begin_block(Str bytes, const char *key, Str value, StrBuf *out)
{
    const char *end = line_break(bytes);
    bool bom = str_starts(bytes, STR(BOM));

    strbuf_addz(out, bom ? BOM : "");
    strbuf_addf(out, "---%s", end);
    add_line(key, value, end, out);
    strbuf_addf(out, "---%s%s", end, end);
    strbuf_add(out, str_slice(bytes, bom ? 3 : 0, bytes.len));
}

/* Start of the last line of the block, its closing fence. */
static size_t closing_fence(Str bytes, Range block)
{
    size_t at = block.end;

    while (at > block.start && (bytes.ptr[at - 1] == '\n' || bytes.ptr[at - 1] == '\r'))
        at--;
    while (at > block.start && bytes.ptr[at - 1] != '\n')
        at--;
    return at;
}

void frontmatter_set(Str bytes, const Metadata *meta, const char *key, Str value,
                     StrBuf *out)
{
    if (meta->range.end == meta->range.start) {
        begin_block(bytes, key, value, out);
        return;
    }
    for (size_t i = 0; i < meta->count; i++) {
        Range at = meta->entries[i].range;
        if (!str_eq(meta->entries[i].key, str_from(key)))
            continue;
        bool glued = at.start > 0 && bytes.ptr[at.start - 1] == ':';
        strbuf_add(out, str_slice(bytes, 0, at.start));
        strbuf_addz(out, glued ? " " : "");
        add_value(value, out);
        strbuf_add(out, str_slice(bytes, at.end, bytes.len));
        return;
    }
    size_t fence = closing_fence(bytes, meta->range);
    strbuf_add(out, str_slice(bytes, 0, fence));
    add_line(key, value, line_break(bytes), out);
    strbuf_add(out, str_slice(bytes, fence, bytes.len));
}
