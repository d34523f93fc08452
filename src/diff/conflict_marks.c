#include "diff/conflict_marks.h"

#include "base/line_ends.h"

/* -- writing ------------------------------------------------------------------ */

static void add_mark(StrBuf *out, char sign, int size, const char *label, Str end)
{
    strbuf_add_repeat(out, sign, (size_t)size);
    if (*label) {
        strbuf_addc(out, ' ');
        strbuf_addz(out, label);
    }
    strbuf_add(out, end);
}

static void add_lines(StrBuf *out, Str words, Str end)
{
    if (words.len == 0)
        return;
    strbuf_add(out, words);
    strbuf_add(out, end);
}

static bool at_line_start(const StrBuf *out)
{
    return out->len == 0 || out->ptr[out->len - 1] == '\n';
}

/* Without the spaces in front of a place that begins a line now. */
static void begin_line(StrBuf *out, Str end)
{
    while (out->len > 0 && out->ptr[out->len - 1] == ' ')
        out->len--;
    if (!at_line_start(out))
        strbuf_add(out, end);
}

static void add_conflict(const MergeConflict *c, int size, Str end, StrBuf *out)
{
    begin_line(out, end);
    add_mark(out, '<', size, "ours", end);
    add_lines(out, c->mine, end);
    add_mark(out, '|', size, "base", end);
    add_lines(out, c->base, end);
    add_mark(out, '=', size, "", end);
    add_lines(out, c->theirs, end);
    add_mark(out, '>', size, "theirs", end);
}

/* What stands behind a mark begins a line. */
static size_t skip_to_words(Str text, size_t at)
{
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    if (str_starts(str_slice(text, at, text.len), STR("\r\n")))
        return at + 2;
    if (at < text.len && text.ptr[at] == '\n')
        return at + 1;
    return at;
}

size_t conflict_marks_write(const Merge *m, const MergeChoice *choices, int size,
                            StrBuf *out)
{
    Arena scratch = {0};
    StrBuf plain = {0};
    Range *places = arena_array(&scratch, m->conflict_count + 1, sizeof *places);
    Str end =
        line_ends(m->texts[THREE_MINE].bytes) == ENDS_CRLF ? STR("\r\n") : STR("\n");
    size_t open = 0, at = 0;

    strbuf_clear(out);
    merge_result(m, choices, &plain, places);
    Str text = strbuf_view(&plain);
    for (size_t i = 0; i < m->conflict_count; i++) {
        if (choices && choices[i].take != MERGE_OPEN)
            continue;
        strbuf_add(out, str_slice(text, at, places[i].start));
        add_conflict(&m->conflicts[i], size, end, out);
        at = skip_to_words(text, places[i].end);
        open++;
    }
    strbuf_add(out, str_slice(text, at, text.len));
    strbuf_deinit(&plain);
    arena_deinit(&scratch);
    return open;
}

/* -- reading ------------------------------------------------------------------ */

/* Between which marks a line stands. */
typedef enum Zone { ZONE_ALL, ZONE_MINE, ZONE_BASE, ZONE_THEIRS } Zone;

static bool is_mark(Str line, char sign)
{
    size_t n = 0;

    while (n < line.len && line.ptr[n] == sign)
        n++;
    return n == MARK_SIZE && (n == line.len || line.ptr[n] == ' ');
}

bool conflict_marks_line(Str line)
{
    return is_mark(line, '<') || is_mark(line, '|') || is_mark(line, '=') ||
           is_mark(line, '>');
}

static Zone zone_behind(Zone zone, Str line)
{
    if (zone == ZONE_ALL && is_mark(line, '<'))
        return ZONE_MINE;
    if (zone == ZONE_MINE && is_mark(line, '|'))
        return ZONE_BASE;
    if ((zone == ZONE_MINE || zone == ZONE_BASE) && is_mark(line, '='))
        return ZONE_THEIRS;
    if (zone == ZONE_THEIRS && is_mark(line, '>'))
        return ZONE_ALL;
    return zone;
}

static void add_line(Zone zone, Str line, StrBuf sides[THREE_COUNT])
{
    if (zone == ZONE_ALL || zone == ZONE_BASE)
        strbuf_add(&sides[THREE_BASE], line);
    if (zone == ZONE_ALL || zone == ZONE_MINE)
        strbuf_add(&sides[THREE_MINE], line);
    if (zone == ZONE_ALL || zone == ZONE_THEIRS)
        strbuf_add(&sides[THREE_THEIRS], line);
}

size_t conflict_marks_read(Str text, StrBuf sides[THREE_COUNT])
{
    Zone zone = ZONE_ALL;
    size_t places = 0;

    for (int x = 0; x < THREE_COUNT; x++)
        strbuf_clear(&sides[x]);
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_byte(text, '\n', at);
        end = end == STR_NONE ? text.len : end + 1;
        Str line = str_slice(text, at, end);
        Zone next = zone_behind(zone, str_trim_end(line));
        if (next == zone)
            add_line(zone, line, sides);
        places += next == ZONE_ALL && zone == ZONE_THEIRS;
        zone = next;
        at = end;
    }
    if (zone == ZONE_ALL && places > 0)
        return places;
    for (int x = 0; x < THREE_COUNT; x++)
        strbuf_clear(&sides[x]);
    return 0;
}
