#include "doc/prose.h"

#include <assert.h>
#include <string.h>

#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/entity.h"
#include "doc/inline.h"
#include "doc/line.h"

/* The block's lines joined by LF, and how to get back to the file. */
typedef struct Joined {
    Str text;
    const size_t *starts; /* of each line in `text` */
    const Range *lines;
    size_t count;
    size_t line; /* of the last place asked for: places only move forward */
} Joined;

typedef struct Writer {
    Arena *arena;
    char *text;
    uint32_t *origin;
    size_t len;
    ProseEnd *ends;
    size_t end_count, end_cap;
} Writer;

/* -- joining -------------------------------------------------------------- */

/* The colon is that of a URL. */
static bool is_marked_up(Str s)
{
    static const ScanSet marks = {{'\\', '`', '<', '&', '*'}, .wide = false};
    static const ScanSet more = {{'_', '[', ']', '@', ':'}, .wide = false};

    return scan_next(s, 0, marks) < s.len || scan_next(s, 0, more) < s.len ||
           str_find(s, STR("www."), 0) != STR_NONE;
}

static void join(Str bytes, const Range *lines, size_t count, Arena *arena, Joined *out)
{
    size_t len = count > 0 ? count - 1 : 0;
    Range *trimmed = arena_array(arena, count, sizeof *trimmed);
    size_t *starts = arena_array(arena, count, sizeof *starts);

    for (size_t i = 0; i < count; i++) {
        trimmed[i] = line_trim(bytes, lines[i]);
        len += trimmed[i].end - trimmed[i].start;
    }
    *out = (Joined){.starts = starts, .lines = trimmed, .count = count};
    if (count == 1) {
        out->text = str_range(bytes, trimmed[0]);
        return;
    }
    char *text = arena_alloc(arena, len);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t size = trimmed[i].end - trimmed[i].start;
        if (i > 0)
            text[at++] = '\n';
        starts[i] = at;
        if (size > 0)
            memcpy(text + at, bytes.ptr + trimmed[i].start, size);
        at += size;
    }
    out->text = (Str){text, len};
}

/* Where a byte of the joined text stands in the file. */
static uint32_t place(Joined *j, size_t at)
{
    if (j->count == 0)
        return 0;
    while (j->line + 1 < j->count && j->starts[j->line + 1] <= at)
        j->line++;
    return (uint32_t)(j->lines[j->line].start + at - j->starts[j->line]);
}

/* -- writing -------------------------------------------------------------- */

static void note_end(Writer *w, uint32_t end)
{
    w->ends = arena_grow(w->arena, w->ends, w->end_count, &w->end_cap, sizeof *w->ends);
    w->ends[w->end_count++] = (ProseEnd){(uint32_t)w->len - 1, end};
}

static void write_byte(Writer *w, char c, uint32_t origin)
{
    w->text[w->len] = c;
    w->origin[w->len++] = origin;
}

static bool is_blank_byte(char c)
{
    return line_is_space(c) || c == '\n';
}

/* Copy bytes of one line, as they stand in the file from `origin` on. */
static void write_run(Writer *w, Str run, uint32_t origin)
{
    while (w->len == 0 && run.len > 0 && is_blank_byte(run.ptr[0])) {
        run = str_slice(run, 1, run.len);
        origin++;
    }
    if (run.len == 0)
        return;
    char *text = w->text + w->len;
    memcpy(text, run.ptr, run.len);
    if (text[run.len - 1] == '\n')
        text[run.len - 1] = ' ';
    for (char *tab = text; (tab = memchr(tab, '\t', run.len - (size_t)(tab - text)));)
        *tab = ' ';
    uint32_t *origins = w->origin + w->len;
    for (size_t i = 0; i < run.len; i++)
        origins[i] = origin + (uint32_t)i;
    w->len += run.len;
}

/* White space at the start of a block is no prose. */
static void write_space(Writer *w, uint32_t start, uint32_t end)
{
    if (w->len == 0)
        return;
    write_byte(w, ' ', start);
    if (end > start + 1)
        note_end(w, end);
}

/* A character reference is never shorter than its character: "&#9;", "&le;". */
static void write_entity(Writer *w, Str s, size_t at, Joined *j)
{
    char bytes[UTF8_MAX];
    uint32_t cp = ' ';
    size_t size = entity_decode(s, at, &cp);
    size_t len = utf8_write(cp, bytes);
    uint32_t start = place(j, at);

    if (w->len == 0 && (cp == ' ' || cp == '\t' || cp == '\n'))
        return;
    for (size_t i = 0; i < len; i++)
        write_byte(w, bytes[i], start);
    note_end(w, start + (uint32_t)size);
}

/* Where the bytes at `at` stop being copied as they are: at a mask, at a mark, or
 * where the next line begins. */
static size_t copy_end(const Joined *j, const Inline *in, size_t mask, size_t at)
{
    size_t end = j->line + 1 < j->count ? j->starts[j->line + 1] : j->text.len;

    if (mask < in->mask_count && in->masks[mask].start > at &&
        in->masks[mask].start < end)
        end = in->masks[mask].start;
    if (!in->acts)
        return end;
    while (at < end && in->acts[at] == INLINE_COPY)
        at++;
    return at;
}

static void write_all(Writer *w, Joined *j, const Inline *in)
{
    Str s = j->text;
    size_t mask = 0;

    for (size_t at = 0; at < s.len;) {
        if (mask < in->mask_count && in->masks[mask].start == at) {
            size_t end = in->masks[mask++].end;
            uint32_t start = place(j, at);
            write_space(w, start, place(j, end - 1) + 1);
            at = end;
            continue;
        }
        uint32_t start = place(j, at);
        size_t end = copy_end(j, in, mask, at);
        write_run(w, str_slice(s, at, end), start);
        if (end == at && in->acts[at] == INLINE_ENTITY)
            write_entity(w, s, at, j);
        at = end > at ? end : at + 1;
    }
    while (w->len > 0 && w->text[w->len - 1] == ' ')
        w->len--;
    while (w->end_count > 0 && w->ends[w->end_count - 1].at >= w->len)
        w->end_count--;
}

static Prose prose_of(const Writer *w)
{
    return (Prose){{w->text, w->len}, w->origin, w->ends, w->end_count};
}

static void finish(Writer *w)
{
    Prose p = prose_of(w);

    w->origin[w->len] =
        w->len > 0 ? (uint32_t)prose_origin(&p, (Range){w->len - 1, w->len}).end : 0;
}

/* -- NFC ------------------------------------------------------------------ */

/* Compose grapheme by grapheme: no composition reaches over a border. */
static void compose(Writer *w, StrBuf *scratch)
{
    Prose old = prose_of(w);
    StrBuf text = {0};
    Writer out = {.arena = w->arena};

    unicode_nfc(old.text, &text);
    out.text = arena_alloc(w->arena, text.len);
    out.origin = arena_array(w->arena, text.len + 1, sizeof *out.origin);
    for (size_t at = 0; at < old.text.len;) {
        size_t next = grapheme_next(old.text, at);
        Str one = str_slice(old.text, at, next);
        Range from = prose_origin(&old, (Range){at, next});
        strbuf_clear(scratch);
        unicode_nfc(one, scratch);
        bool same = str_eq(one, strbuf_view(scratch));
        for (size_t i = 0; i < scratch->len && out.len < text.len; i++)
            write_byte(&out, scratch->ptr[i],
                       same ? old.origin[at + i] : (uint32_t)from.start);
        if (out.len > 0)
            note_end(&out, (uint32_t)from.end);
        at = next;
    }
    strbuf_deinit(&text);
    *w = out;
    finish(w);
}

/* -- the whole ------------------------------------------------------------ */

void prose_read(Str bytes, const Range *lines, size_t count, Arena *arena, Prose *out)
{
    Joined j = {0};
    Inline in = {0};
    Writer w = {.arena = arena};

    assert(bytes.len < UINT32_MAX);
    join(bytes, lines, count, arena, &j);
    if (is_marked_up(j.text))
        inline_read(j.text, arena, &in);
    w.text = arena_room(arena, j.text.len, 1);
    w.origin = arena_room(arena, j.text.len + 1, sizeof *w.origin);
    write_all(&w, &j, &in);
    finish(&w);
    if (!unicode_is_nfc((Str){w.text, w.len})) {
        StrBuf scratch = {0};
        compose(&w, &scratch);
        strbuf_deinit(&scratch);
    }
    *out = prose_of(&w);
}

/* Index of the first end at or behind `at`. */
static size_t find_end(const Prose *p, size_t at)
{
    size_t low = 0, high = p->end_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->ends[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Range prose_origin(const Prose *p, Range r)
{
    assert(r.start <= r.end && r.end <= p->text.len);
    if (!p->origin)
        return (Range){0, 0};

    size_t start = p->origin[r.start];
    if (r.start == r.end)
        return (Range){start, start};
    size_t at = find_end(p, r.end - 1);
    if (at < p->end_count && p->ends[at].at == r.end - 1)
        return (Range){start, p->ends[at].end};
    return (Range){start, p->origin[r.end - 1] + (size_t)1};
}

bool prose_is_verbatim(Str bytes, const Prose *p, Range r)
{
    Str written = str_range(bytes, prose_origin(p, r)), read = str_range(p->text, r);

    if (str_eq(written, read))
        return true;
    if (written.len <= read.len)
        return false; /* composing never makes longer */
    StrBuf composed = {0};
    unicode_nfc(written, &composed);
    bool same = str_eq(strbuf_view(&composed), read);
    strbuf_deinit(&composed);
    return same;
}
