/* Follows git's own reader (config.c of git 2.39) where git-config(1) is silent:
 * what git refuses is refused, and a value is the same byte for byte. The unit
 * test compares both over a table. */
#include "store/config_scan.h"

#include <limits.h>
#include <stdint.h>

#include "base/message.h"

enum { END = -1 };

typedef struct Scanner {
    Str bytes;
    size_t at;
    int line;
    Arena *arena;
    ConfigScan *out;
    Str prefix; /* of the section: "limit.pr-max." */
    StrBuf text;
    const char *wrong; /* N_() why it does not parse */
} Scanner;

/* CRLF counts as LF. */
static int peek(const Scanner *s)
{
    if (s->at >= s->bytes.len)
        return END;
    char c = s->bytes.ptr[s->at];
    if (c == '\r' && s->at + 1 < s->bytes.len && s->bytes.ptr[s->at + 1] == '\n')
        return '\n';
    return (unsigned char)c;
}

static int next(Scanner *s)
{
    int c = peek(s);

    if (c == END)
        return END;
    s->at += c == '\n' && s->bytes.ptr[s->at] == '\r' ? 2 : 1;
    if (c == '\n')
        s->line++;
    return c;
}

static bool is_space(int c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_key_char(int c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

static char lower(int c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool wrong(Scanner *s, const char *why)
{
    if (!s->wrong)
        s->wrong = why;
    return false;
}

/* Behind the line break, for a setting that ends there or before. */
static size_t line_end(const Scanner *s)
{
    size_t nl = str_find_byte(s->bytes, '\n', s->at);
    if (s->at > 0 && s->at <= s->bytes.len && s->bytes.ptr[s->at - 1] == '\n')
        return s->at;
    return nl == STR_NONE ? s->bytes.len : nl + 1;
}

/* The rest of [section "subsection"], behind the blank. */
static bool scan_subsection(Scanner *s)
{
    int c;

    do
        c = next(s);
    while (c == ' ' || c == '\t' || c == '\r');
    if (c != '"')
        return wrong(s, N_("a section needs ']' or \"…\""));
    strbuf_addc(&s->text, '.');
    while ((c = next(s)) != '"') {
        if (c == '\\')
            c = next(s);
        if (c == END || c == '\n')
            return wrong(s, N_("the name of a section does not end"));
        strbuf_addc(&s->text, (char)c);
    }
    return next(s) == ']' || wrong(s, N_("a section needs ']' after its name"));
}

static bool scan_section(Scanner *s)
{
    int c;

    strbuf_clear(&s->text);
    while ((c = next(s)) != ']') {
        if (c == ' ' || c == '\t' || c == '\r') {
            if (s->text.len == 0 || !scan_subsection(s))
                return wrong(s, N_("this is no name of a section"));
            break;
        }
        if (!is_key_char(c) && c != '.')
            return wrong(s, N_("this is no name of a section"));
        strbuf_addc(&s->text, lower(c));
    }
    if (s->text.len == 0)
        return wrong(s, N_("a section needs a name"));
    strbuf_addc(&s->text, '.');
    s->prefix = arena_str(s->arena, strbuf_view(&s->text));
    ConfigScan *out = s->out;
    out->sections = arena_grow(s->arena, out->sections, out->section_count,
                               &out->section_cap, sizeof *out->sections);
    out->sections[out->section_count++] = (ConfigSection){s->prefix, line_end(s)};
    return true;
}

static void skip_comment(Scanner *s)
{
    while (peek(s) != END && next(s) != '\n')
        continue;
}

/* What stands behind a backslash; a line break joins the lines. */
static bool scan_escape(Scanner *s)
{
    int c = next(s);

    switch (c) {
    case 't':
        strbuf_addc(&s->text, '\t');
        return true;
    case 'n':
        strbuf_addc(&s->text, '\n');
        return true;
    case 'b':
        strbuf_addc(&s->text, '\b');
        return true;
    case '\\':
    case '"':
        strbuf_addc(&s->text, (char)c);
        return true;
    case '\n':
    case END:
        return true;
    default:
        return wrong(s, N_("after a backslash only t, n, b, \\, \" or a line end"));
    }
}

/* Everything behind "=". *end is set behind the last byte of the value. White
 * space inside becomes spaces; at the ends it goes. */
static bool scan_value(Scanner *s, size_t *end)
{
    size_t spaces = 0;
    bool quoted = false;

    strbuf_clear(&s->text);
    *end = s->at;
    for (int c = next(s); c != '\n' && c != END; c = next(s)) {
        if (is_space(c) && !quoted) {
            spaces += s->text.len > 0;
            continue;
        }
        if ((c == '#' || c == ';') && !quoted) {
            skip_comment(s);
            return true;
        }
        strbuf_add_repeat(&s->text, ' ', spaces);
        spaces = 0;
        if (c == '"')
            quoted = !quoted;
        else if (c != '\\')
            strbuf_addc(&s->text, (char)c);
        else if (!scan_escape(s))
            return false;
        *end = s->at;
    }
    return !quoted || wrong(s, N_("a quotation mark is missing"));
}

static void add_entry(Scanner *s, ConfigEntry entry)
{
    ConfigScan *out = s->out;

    entry.section = out->section_count - 1; /* SIZE_MAX before the first */
    entry.line_end = line_end(s);
    out->entries =
        arena_grow(s->arena, out->entries, out->count, &out->cap, sizeof *out->entries);
    out->entries[out->count++] = entry;
}

static bool scan_setting(Scanner *s)
{
    ConfigEntry entry = {.line = s->line, .span = {s->at, s->at}};

    strbuf_clear(&s->text);
    strbuf_add(&s->text, s->prefix);
    while (is_key_char(peek(s)))
        strbuf_addc(&s->text, lower(next(s)));
    entry.name = arena_str(s->arena, strbuf_view(&s->text));
    entry.span.end = s->at;
    while (peek(s) == ' ' || peek(s) == '\t')
        next(s);
    int c = peek(s);
    if (c == '\n' || c == END) {
        entry.value = STR("true");
        add_entry(s, entry);
        return true;
    }
    if (next(s) != '=')
        return wrong(s, N_("a setting needs '=' after its name"));
    if (!scan_value(s, &entry.span.end))
        return false;
    entry.value = arena_str(s->arena, strbuf_view(&s->text));
    add_entry(s, entry);
    return true;
}

static bool scan_all(Scanner *s)
{
    if (str_starts(s->bytes, STR("\xef\xbb\xbf")))
        s->at = 3;
    if (str_find_byte(s->bytes, '\0', 0) != STR_NONE)
        return wrong(s, N_("this is no text"));
    for (int c = peek(s); c != END; c = peek(s)) {
        bool ok = true;
        if (is_space(c)) {
            next(s);
        } else if (c == '#' || c == ';') {
            skip_comment(s);
        } else if (c == '[') {
            next(s);
            ok = scan_section(s);
        } else {
            ok = is_letter(c) ? scan_setting(s)
                              : wrong(s, N_("a setting begins with a letter"));
        }
        if (!ok)
            return false;
    }
    return true;
}

bool config_scan(Str bytes, Str path, Arena *arena, ConfigScan *out, Error *err)
{
    Scanner s = {.bytes = bytes, .line = 1, .arena = arena, .out = out};

    *out = (ConfigScan){0};
    bool ok = scan_all(&s);
    strbuf_deinit(&s.text);
    if (ok)
        return true;
    /* A line break was read already where something does not end. */
    bool behind = s.at > 0 && s.at <= bytes.len && bytes.ptr[s.at - 1] == '\n';
    return error_set(err, ERR_INVALID, "%.*s:%d: %s", STR_ARG(path),
                     behind ? s.line - 1 : s.line, _(s.wrong));
}

bool config_name_eq(Str a, Str b)
{
    size_t first = str_find_byte(a, '.', 0), last = str_rfind_byte(a, '.');

    if (a.len != b.len)
        return false;
    if (first == STR_NONE)
        return str_eq_nocase(a, b);
    return str_eq_nocase(str_slice(a, 0, first), str_slice(b, 0, first)) &&
           str_eq(str_slice(a, first, last), str_slice(b, first, last)) &&
           str_eq_nocase(str_slice(a, last, a.len), str_slice(b, last, b.len));
}
