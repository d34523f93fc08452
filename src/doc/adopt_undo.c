#include "doc/adopt.h"

#include "doc/line.h"
#include "doc/markdown_same.h"
#include "doc/marker.h"

/* What becomes of the line of a comment. */
typedef enum Fate {
    FATE_REMOVE,
    FATE_EMPTY, /* an empty line stays, or two blocks would be one */
    FATE_KEEP,
} Fate;

typedef struct OwnLine {
    Range line;   /* with its line break; at the end of a file without: with the one
                     before */
    Range prefix; /* quote marks and indent */
    Fate fate;
} OwnLine;

typedef struct Undo {
    const Document *doc;
    const AdoptedIds *ids; /* NULL: all */
    Arena *arena;
    OwnLine *lines;
    size_t count, cap;
} Undo;

enum { KEPT_MAX = 64 }; /* lines that need more than being removed */

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* Length of the line break at `at`, or of the one that ends there. */
static size_t break_at(Str bytes, size_t at)
{
    if (at >= bytes.len || !is_break(bytes.ptr[at]))
        return 0;
    return str_starts(str_slice(bytes, at, bytes.len), STR("\r\n")) ? 2 : 1;
}

static size_t break_before(Str bytes, size_t at)
{
    if (at == 0 || !is_break(bytes.ptr[at - 1]))
        return 0;
    return str_ends(str_slice(bytes, 0, at), STR("\r\n")) ? 2 : 1;
}

static bool is_given(const AdoptedIds *ids, Str id)
{
    for (size_t i = 0; ids && i < ids->count; i++)
        if (str_eq(ids->items[i], id))
            return true;
    return !ids;
}

/* Nothing but the comment, in the words we write it in, behind nothing but quote
 * marks and white space. */
static bool is_own(const Undo *u, size_t block, Range *prefix)
{
    Range range = u->doc->blocks[block].range;
    Str line = str_range(u->doc->bytes, range), id;
    size_t at = 0;
    StrBuf ours = {0};

    if (!marker_id(u->doc, block, &id) || !is_given(u->ids, id))
        return false;
    while (at < line.len && (line_is_space(line.ptr[at]) || line.ptr[at] == '>'))
        at++;
    strbuf_addf(&ours, "<!-- prfaq-id: %.*s -->", STR_ARG(id));
    bool own = str_eq(str_slice(line, at, line.len), strbuf_view(&ours));
    strbuf_deinit(&ours);
    *prefix = (Range){range.start, range.start + at};
    return own;
}

static Str without(const Undo *u, size_t count, Arena *arena)
{
    Str bytes = u->doc->bytes;
    StrBuf out = {0};
    size_t at = 0;

    for (size_t i = 0; i < count; i++) {
        const OwnLine *own = &u->lines[i];
        if (own->fate == FATE_KEEP)
            continue;
        strbuf_add(&out, str_slice(bytes, at, own->line.start));
        at = own->line.end;
        if (own->fate == FATE_EMPTY) {
            strbuf_add(&out, str_trim_end(str_range(bytes, own->prefix)));
            at -= break_before(bytes, at);
        }
    }
    strbuf_add(&out, str_slice(bytes, at, bytes.len));
    Str result = arena_str(arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return result;
}

static bool lines_hold(void *ctx, size_t count)
{
    const Undo *u = ctx;
    const Document *doc = u->doc;
    Arena arena = {0};
    Str after = without(u, count, &arena);
    bool hold = markdown_same(str_slice(doc->bytes, doc->start, doc->bytes.len),
                              str_slice(after, doc->start, after.len));

    arena_deinit(&arena);
    return hold;
}

static void find_lines(Undo *u)
{
    for (size_t i = 0; i < u->doc->block_count; i++) {
        OwnLine own = {0};
        if (!is_own(u, i, &own.prefix))
            continue;
        own.line = u->doc->blocks[i].range;
        own.line.end += break_at(u->doc->bytes, own.line.end);
        u->lines = arena_grow(u->arena, u->lines, u->count, &u->cap, sizeof own);
        u->lines[u->count++] = own;
    }
}

/* Where the file ends without a line break, it did so before: the comments at its
 * end go with the line breaks before them. */
static void shift_last(Undo *u)
{
    Str bytes = u->doc->bytes;
    size_t end = bytes.len;

    if (break_before(bytes, end) > 0)
        return;
    for (size_t i = u->count; i > 0 && u->lines[i - 1].line.end == end; i--) {
        Range *line = &u->lines[i - 1].line;
        size_t before = break_before(bytes, line->start);
        end = line->start;
        if (line->start < u->doc->start + before)
            return;
        line->end -= break_before(bytes, line->end);
        line->start -= before;
    }
}

size_t adopt_undo(const Document *doc, const AdoptedIds *ids, Arena *arena, Str *out)
{
    Undo u = {.doc = doc, .ids = ids, .arena = arena};
    size_t good = 0, kept = 0;

    find_lines(&u);
    shift_last(&u);
    for (int i = 0; i < KEPT_MAX && !lines_hold(&u, u.count); i++) {
        size_t bad = first_bad(lines_hold, &u, good, u.count);
        u.lines[bad].fate = FATE_EMPTY;
        if (!lines_hold(&u, bad + 1))
            u.lines[bad].fate = FATE_KEEP;
        kept += u.lines[bad].fate == FATE_KEEP;
        good = bad + 1;
    }
    *out = without(&u, u.count, arena);
    return u.count - kept;
}
