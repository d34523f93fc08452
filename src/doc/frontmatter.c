#include "doc/frontmatter.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/message.h"
#include "base/utf8.h"
#include "doc/line.h"

enum { BLOCK_MAX = 64 * 1024, DEPTH_MAX = 32 };

typedef struct Entry {
    MetaEntry meta;
    size_t key_at; /* offset of the key in the file */
} Entry;

typedef struct Reader {
    yaml_parser_t parser;
    yaml_event_t event;
    Str bytes;    /* the file */
    size_t start; /* of the YAML in it */
    size_t end;
    size_t seen;    /* libyaml counts code points: the last one placed, */
    size_t seen_at; /* and its offset in the file */
    Arena *arena;
    Entry *entries;
    size_t count, cap;
    Error *err;
} Reader;

/* -- finding the block ---------------------------------------------------- */

static bool is_key_byte(unsigned char c)
{
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

static bool is_key_line(Str bytes, Range line)
{
    size_t at = line.start;

    while (at < line.end && is_key_byte((unsigned char)bytes.ptr[at]))
        at++;
    if (at == line.start || at == line.end || bytes.ptr[at] != ':')
        return false;
    return at + 1 == line.end || line_is_space(bytes.ptr[at + 1]);
}

static bool is_fence(Str bytes, Range line, const char *fence)
{
    return str_eq(str_trim_end(str_range(bytes, line)), str_from(fence));
}

static int line_of(Str bytes, size_t offset)
{
    size_t at = 0;
    int number = 0;
    Range line;

    while (line_next(bytes, &at, &line)) {
        number++;
        if (offset < at)
            break;
    }
    return number > 0 ? number : 1;
}

typedef enum Block { BLOCK_ABSENT, BLOCK_OPEN, BLOCK_CLOSED } Block;

/* Where the block is: *whole with its fences, *inside without. */
static Block find_block(Str bytes, Range *whole, Range *inside)
{
    size_t at = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    size_t start = at;
    Range line;

    if (!line_next(bytes, &at, &line) || !is_fence(bytes, line, "---"))
        return BLOCK_ABSENT;
    size_t first = at;
    if (!line_next(bytes, &at, &line) || !is_key_line(bytes, line))
        return BLOCK_ABSENT;
    while (line_next(bytes, &at, &line)) {
        if (is_fence(bytes, line, "---") || is_fence(bytes, line, "...")) {
            *whole = (Range){start, at};
            *inside = (Range){first, line.start};
            return BLOCK_CLOSED;
        }
    }
    return BLOCK_OPEN;
}

/* -- reading YAML --------------------------------------------------------- */

/* libyaml's marks only move forward but for simple keys, which lie on the line
 * that is being read: start again then. */
static size_t offset_of(Reader *r, yaml_mark_t mark)
{
    if (mark.index < r->seen) {
        r->seen = 0;
        r->seen_at = r->start;
    }
    while (r->seen < mark.index && r->seen_at < r->end) {
        uint32_t cp;
        r->seen_at += utf8_decode(r->bytes, r->seen_at, &cp);
        r->seen++;
    }
    return r->seen_at;
}

static bool fail(Reader *r, size_t offset, const char *message)
{
    error_set(r->err, ERR_INVALID, message, line_of(r->bytes, offset));
    return error_hint(r->err, "%s",
                      _("put quotes around a value that begins with a sign or "
                        "holds \": \""));
}

static bool next_event(Reader *r)
{
    yaml_event_delete(&r->event);
    if (yaml_parser_parse(&r->parser, &r->event))
        return true;

    size_t at = r->parser.error == YAML_READER_ERROR
                    ? r->start + r->parser.problem_offset
                    : offset_of(r, r->parser.problem_mark);
    return fail(r, at, _("line %d: what stands between the --- lines cannot be read"));
}

static bool is_plain_event(Reader *r)
{
    const yaml_event_t *e = &r->event;
    const unsigned char *tag = NULL;

    if (e->type == YAML_SCALAR_EVENT)
        tag = e->data.scalar.tag;
    else if (e->type == YAML_SEQUENCE_START_EVENT)
        tag = e->data.sequence_start.tag;
    else if (e->type == YAML_MAPPING_START_EVENT)
        tag = e->data.mapping_start.tag;
    if (e->type == YAML_ALIAS_EVENT || tag)
        return fail(r, offset_of(r, e->start_mark),
                    _("line %d: a value may not begin with * or !"));
    return true;
}

static Str scalar_of(const yaml_event_t *e)
{
    return (Str){(const char *)e->data.scalar.value, e->data.scalar.length};
}

/* Reads to the end of the list or mapping whose start is the current event; the
 * words of a list itself are joined, what is nested deeper is passed over. */
static bool read_nested(Reader *r, Str *value, Range *range)
{
    bool list = r->event.type == YAML_SEQUENCE_START_EVENT;
    StrBuf joined = {0};
    int depth = 1;
    bool ok = true;

    while (depth > 0) {
        ok = next_event(r) && is_plain_event(r);
        if (!ok)
            break;
        yaml_event_type_t type = r->event.type;
        if (type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT)
            depth++;
        else if (type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT)
            depth--;
        /* The mapping around is a level too. */
        if (depth >= DEPTH_MAX) {
            ok = fail(r, offset_of(r, r->event.start_mark),
                      _("line %d: lists inside lists, too many levels"));
            break;
        }
        if (list && depth == 1 && type == YAML_SCALAR_EVENT) {
            if (joined.len > 0)
                strbuf_addz(&joined, ", ");
            strbuf_add(&joined, scalar_of(&r->event));
        }
    }
    if (ok) {
        range->end = offset_of(r, r->event.end_mark);
        *value = arena_str(r->arena, strbuf_view(&joined));
    }
    strbuf_deinit(&joined);
    return ok;
}

static bool read_value(Reader *r, Str *value, Range *range)
{
    if (!next_event(r) || !is_plain_event(r))
        return false;
    range->start = offset_of(r, r->event.start_mark);
    if (r->event.type == YAML_SCALAR_EVENT) {
        range->end = offset_of(r, r->event.end_mark);
        *value = arena_str(r->arena, scalar_of(&r->event));
    } else if (!read_nested(r, value, range)) {
        return false;
    }
    /* A block list or a folded text ends on the next line. */
    range->end = range->start + str_trim_end(str_range(r->bytes, *range)).len;
    return true;
}

static bool read_entry(Reader *r)
{
    Entry entry = {.key_at = offset_of(r, r->event.start_mark)};

    if (!is_plain_event(r))
        return false;
    if (r->event.type != YAML_SCALAR_EVENT)
        return fail(r, entry.key_at, _("line %d: a key must be a word"));
    entry.meta.key = arena_str(r->arena, scalar_of(&r->event));
    if (!read_value(r, &entry.meta.value, &entry.meta.range))
        return false;
    r->entries = arena_grow(r->arena, r->entries, r->count, &r->cap, sizeof entry);
    r->entries[r->count++] = entry;
    return true;
}

static bool read_mapping(Reader *r)
{
    do {
        if (!next_event(r))
            return false;
    } while (r->event.type == YAML_STREAM_START_EVENT ||
             r->event.type == YAML_DOCUMENT_START_EVENT);
    if (r->event.type != YAML_MAPPING_START_EVENT)
        return fail(r, r->start,
                    _("line %d: what stands between the --- lines is no list of "
                      "\"key: value\" lines"));
    if (!is_plain_event(r))
        return false;
    for (;;) {
        if (!next_event(r))
            return false;
        if (r->event.type == YAML_MAPPING_END_EVENT)
            break;
        if (!read_entry(r))
            return false;
    }
    /* The rest must be the end: "a: 1" behind a flow mapping is an error. */
    while (r->event.type != YAML_STREAM_END_EVENT)
        if (!next_event(r))
            return false;
    return true;
}

/* -- the whole ------------------------------------------------------------ */

static int entry_cmp(const void *a, const void *b)
{
    const Entry *x = a, *y = b;
    int order = str_cmp(x->meta.key, y->meta.key);

    if (order != 0)
        return order;
    return x->key_at < y->key_at ? -1 : x->key_at > y->key_at;
}

static bool keys_differ(Reader *r)
{
    Entry *sorted = arena_array(r->arena, r->count, sizeof *sorted);
    const Entry *again = NULL;

    if (r->count < 2)
        return true;
    memcpy(sorted, r->entries, r->count * sizeof *sorted);
    qsort(sorted, r->count, sizeof *sorted, entry_cmp);
    for (size_t i = 1; i < r->count; i++)
        if (str_eq(sorted[i - 1].meta.key, sorted[i].meta.key) &&
            (!again || sorted[i].key_at < again->key_at))
            again = &sorted[i];
    if (!again)
        return true;
    error_set(r->err, ERR_INVALID, _("line %d: \"%s\" stands here a second time"),
              line_of(r->bytes, again->key_at), again->meta.key.ptr);
    return error_hint(r->err, "%s", _("keep one of the two lines"));
}

static bool parse(Str bytes, Range inside, Arena *arena, Metadata *out, Error *err)
{
    Reader r = {.bytes = bytes,
                .start = inside.start,
                .end = inside.end,
                .seen_at = inside.start,
                .arena = arena,
                .err = err};

    if (!yaml_parser_initialize(&r.parser))
        return error_set(err, ERR_INVALID, "%s", _("no memory to read the file"));
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser,
                                 (const unsigned char *)bytes.ptr + inside.start,
                                 inside.end - inside.start);
    bool ok = read_mapping(&r) && keys_differ(&r);
    yaml_event_delete(&r.event);
    yaml_parser_delete(&r.parser);
    if (!ok)
        return false;

    MetaEntry *entries = arena_array(arena, r.count, sizeof *entries);
    for (size_t i = 0; i < r.count; i++)
        entries[i] = r.entries[i].meta;
    out->entries = entries;
    out->count = r.count;
    return true;
}

bool frontmatter_read(Str bytes, Arena *arena, Metadata *out, Error *err)
{
    Range whole = {0}, inside = {0};

    *out = (Metadata){0};
    switch (find_block(bytes, &whole, &inside)) {
    case BLOCK_ABSENT:
        return true;
    case BLOCK_OPEN:
        error_set(err, ERR_INVALID, "%s",
                  _("line 1: the block that begins with --- has no end"));
        return error_hint(err, "%s", _("put a line --- under its last \"key: value\""));
    case BLOCK_CLOSED:
        break;
    }
    out->range = whole;
    if (inside.end - inside.start > BLOCK_MAX) {
        error_set(err, ERR_INVALID, "%s",
                  _("line 1: the block between the --- lines is larger than 64 KiB"));
        return error_hint(err, "%s", _("move the text below the second --- line"));
    }
    return parse(bytes, inside, arena, out, err);
}

Str metadata_get(const Metadata *m, const char *key)
{
    for (size_t i = 0; i < m->count; i++)
        if (str_eq(m->entries[i].key, str_from(key)))
            return m->entries[i].value;
    return (Str){0};
}
