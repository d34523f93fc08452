/* Changing one value in a settings file; every other byte stays. */
#include <stdint.h>

#include "base/message.h"
#include "base/utf8.h"
#include "store/config_scan.h"

void config_quote(Str value, StrBuf *out)
{
    bool quotes =
        value.len > 0 && (value.ptr[0] == ' ' || value.ptr[value.len - 1] == ' ');

    for (size_t i = 0; i < value.len; i++)
        quotes |= value.ptr[i] == '#' || value.ptr[i] == ';' || value.ptr[i] == '\r';
    if (quotes)
        strbuf_addc(out, '"');
    for (size_t i = 0; i < value.len; i++) {
        char c = value.ptr[i];
        switch (c) {
        case '\n':
            strbuf_addz(out, "\\n");
            break;
        case '\t':
            strbuf_addz(out, "\\t");
            break;
        case '\b':
            strbuf_addz(out, "\\b");
            break;
        case '"':
        case '\\':
            strbuf_addc(out, '\\');
            strbuf_addc(out, c);
            break;
        default:
            strbuf_addc(out, c);
        }
    }
    if (quotes)
        strbuf_addc(out, '"');
}

/* "limit.pr-max.en" in its parts; the subsection may be empty. */
typedef struct Name {
    Str section, subsection, key;
    bool has_subsection;
} Name;

static bool is_word(Str s, bool dots)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && c != '-' && !(c >= '0' && c <= '9') && !(dots && c == '.'))
            return false;
    }
    return s.len > 0;
}

static bool parse_name(Str name, Name *out, Error *err)
{
    size_t first = str_find_byte(name, '.', 0), last = str_rfind_byte(name, '.');
    bool ok = first != STR_NONE;

    if (ok) {
        *out = (Name){.section = str_slice(name, 0, first),
                      .key = str_slice(name, last + 1, name.len),
                      .has_subsection = last > first};
        if (out->has_subsection)
            out->subsection = str_slice(name, first + 1, last);
        ok = is_word(out->section, false) && is_word(out->key, false) &&
             (out->key.ptr[0] < '0' || out->key.ptr[0] > '9') &&
             out->key.ptr[0] != '-' && utf8_valid(out->subsection, NULL) &&
             str_find_byte(out->subsection, '\n', 0) == STR_NONE &&
             str_find_byte(out->subsection, '\0', 0) == STR_NONE;
    }
    if (ok)
        return true;
    return error_set(err, ERR_USAGE, _("\"%.*s\" is no name of a setting"),
                     STR_ARG(name));
}

static bool value_ok(Str value, Error *err)
{
    bool ok = utf8_valid(value, NULL);

    for (size_t i = 0; ok && i < value.len; i++) {
        unsigned char c = (unsigned char)value.ptr[i];
        ok = (c >= 0x20 && c != 0x7f) || c == '\t' || c == '\n';
    }
    return ok || error_set(err, ERR_USAGE, _("the value of a setting must be text"));
}

static Str line_break(Str bytes)
{
    size_t nl = str_find_byte(bytes, '\n', 0);
    bool crlf = nl != STR_NONE && nl > 0 && bytes.ptr[nl - 1] == '\r';
    return crlf ? STR("\r\n") : STR("\n");
}

static bool same_section(const Name *name, Str section)
{
    Str rest = str_slice(section, name->section.len, section.len);

    if (!str_eq_nocase(str_slice(section, 0, name->section.len), name->section) ||
        !str_starts(rest, STR(".")))
        return false;
    rest = str_slice(rest, 1, rest.len);
    if (!name->has_subsection)
        return rest.len == 0;
    return rest.len == name->subsection.len + 1 && str_starts(rest, name->subsection);
}

static void add_line(const Name *name, Str value, Str eol, StrBuf *out)
{
    strbuf_addc(out, '\t');
    strbuf_add(out, name->key);
    strbuf_addz(out, " = ");
    config_quote(value, out);
    strbuf_add(out, eol);
}

static void add_header(const Name *name, Str eol, StrBuf *out)
{
    strbuf_addc(out, '[');
    strbuf_add(out, name->section);
    if (name->has_subsection) {
        strbuf_addz(out, " \"");
        for (size_t i = 0; i < name->subsection.len; i++) {
            char c = name->subsection.ptr[i];
            if (c == '"' || c == '\\')
                strbuf_addc(out, '\\');
            strbuf_addc(out, c);
        }
        strbuf_addc(out, '"');
    }
    strbuf_addc(out, ']');
    strbuf_add(out, eol);
}

/* Does the last line end in a backslash, which joins the next one to it? */
static bool ends_joined(Str bytes)
{
    if (str_ends(bytes, STR("\n")))
        bytes.len--;
    if (str_ends(bytes, STR("\r")))
        bytes.len--;
    return str_ends(bytes, STR("\\"));
}

/* Copy the first bytes and end their last line. */
static void copy_lines(Str bytes, size_t end, Str eol, StrBuf *out)
{
    Str lines = str_slice(bytes, 0, end);

    strbuf_add(out, lines);
    if (lines.len > 0 && !str_ends(lines, STR("\n")))
        strbuf_add(out, eol);
    if (ends_joined(lines))
        strbuf_add(out, eol);
}

/* At the end of the last section of that name, or in a new one at the end. */
static void insert(Str bytes, const ConfigScan *scan, const Name *name, Str value,
                   StrBuf *out)
{
    Str eol = line_break(bytes);
    size_t section = scan->section_count;

    while (section > 0 && !same_section(name, scan->sections[section - 1].name))
        section--;
    if (section == 0) {
        copy_lines(bytes, bytes.len, eol, out);
        add_header(name, eol, out);
        add_line(name, value, eol, out);
        return;
    }
    size_t end = scan->sections[section - 1].line_end;
    for (size_t i = 0; i < scan->count; i++)
        if (scan->entries[i].section == section - 1)
            end = scan->entries[i].line_end;
    /* "[a] b = 1 [c]": whatever follows on the line belongs to the next. */
    if (section < scan->section_count && scan->sections[section].line_end <= end) {
        copy_lines(bytes, bytes.len, eol, out);
        add_header(name, eol, out);
        end = bytes.len;
    } else {
        copy_lines(bytes, end, eol, out);
    }
    add_line(name, value, eol, out);
    strbuf_add(out, str_slice(bytes, end, bytes.len));
}

static void replace(Str bytes, const ConfigEntry *entry, const Name *name, Str value,
                    StrBuf *out)
{
    strbuf_add(out, str_slice(bytes, 0, entry->span.start));
    strbuf_add(out, name->key);
    strbuf_addz(out, " = ");
    config_quote(value, out);
    strbuf_add(out, str_slice(bytes, entry->span.end, bytes.len));
}

/* Does nothing but blanks stand before this place on its line? */
static size_t line_start(Str bytes, size_t at)
{
    size_t start = at;

    while (start > 0 && (bytes.ptr[start - 1] == ' ' || bytes.ptr[start - 1] == '\t'))
        start--;
    return start == 0 || bytes.ptr[start - 1] == '\n' ? start : at;
}

/* Without all settings of that name: an earlier one must not come to light. */
static void remove_all(Str bytes, const ConfigScan *scan, Str name, StrBuf *out)
{
    size_t kept = 0;

    for (size_t i = 0; i < scan->count; i++) {
        const ConfigEntry *e = &scan->entries[i];
        if (!config_name_eq(e->name, name))
            continue;
        size_t start = line_start(bytes, e->span.start);
        bool whole =
            start != e->span.start || start == 0 || bytes.ptr[start - 1] == '\n';
        strbuf_add(out, str_slice(bytes, kept, start));
        kept = whole ? e->line_end : e->span.end;
    }
    strbuf_add(out, str_slice(bytes, kept, bytes.len));
}

bool config_edit(Str bytes, Str name, Str value, StrBuf *out, Error *err)
{
    Arena arena = {0};
    ConfigScan scan;
    Name parts;
    const ConfigEntry *last = NULL;
    bool ok = parse_name(name, &parts, err) && value_ok(value, err) &&
              config_scan(bytes, name, &arena, &scan, err);

    for (size_t i = 0; ok && i < scan.count; i++)
        if (config_name_eq(scan.entries[i].name, name))
            last = &scan.entries[i];
    if (ok && !value.ptr)
        remove_all(bytes, &scan, name, out);
    else if (ok && last)
        replace(bytes, last, &parts, value, out);
    else if (ok)
        insert(bytes, &scan, &parts, value, out);
    arena_deinit(&arena);
    return ok;
}
