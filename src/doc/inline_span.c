#include "doc/inline_span.h"

#include <string.h>

#include "doc/evidence.h"

/* No tag, target or mark of a real document is longer; it bounds each look. */
enum { SPAN_MAX = 4096, NOTE_MAX = 128, PARENS_MAX = 32 };

static bool is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_alnum(char c)
{
    return is_alpha(c) || (c >= '0' && c <= '9');
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static char at_or_nul(Str s, size_t at)
{
    return at < s.len ? s.ptr[at] : '\0';
}

static size_t skip_blank(Str s, size_t at)
{
    while (at < s.len && is_blank(s.ptr[at]))
        at++;
    return at;
}

static bool starts_at(Str s, size_t at, const char *prefix)
{
    return str_starts(str_slice(s, at, s.len), str_from(prefix));
}

/* -- raw HTML ------------------------------------------------------------- */

static size_t to_end_mark(Str s, size_t from, const char *mark, bool *never)
{
    size_t at = *never ? STR_NONE : str_find(s, str_from(mark), from);

    if (at == STR_NONE) {
        *never = true;
        return 0;
    }
    return at + strlen(mark);
}

static size_t tag_name(Str s, size_t at)
{
    if (!is_alpha(at_or_nul(s, at)))
        return at;
    while (is_alnum(at_or_nul(s, at)) || at_or_nul(s, at) == '-')
        at++;
    return at;
}

static size_t attribute_value(Str s, size_t at)
{
    char quote = at_or_nul(s, at);

    if (quote == '"' || quote == '\'') {
        size_t end = str_find_byte(s, quote, at + 1);
        return end == STR_NONE ? 0 : end + 1;
    }
    size_t start = at;
    while (at < s.len && !is_blank(s.ptr[at]) && !strchr("\"'=<>`", s.ptr[at]))
        at++;
    return at > start ? at : 0;
}

/* Returns the end of " name=value", `at` itself when there is none, 0 when it
 * is broken. */
static size_t attribute(Str s, size_t at)
{
    size_t name = skip_blank(s, at), end = name;

    if (name == at || !(is_alpha(at_or_nul(s, name)) || at_or_nul(s, name) == '_' ||
                        at_or_nul(s, name) == ':'))
        return at;
    while (is_alnum(at_or_nul(s, end)) ||
           (end < s.len && strchr("_.:-", s.ptr[end]) && s.ptr[end] != '\0'))
        end++;
    size_t equals = skip_blank(s, end);
    if (at_or_nul(s, equals) != '=')
        return end;
    return attribute_value(s, skip_blank(s, equals + 1));
}

static size_t open_tag(Str s, size_t at)
{
    size_t end = tag_name(s, at + 1);

    if (end == at + 1)
        return 0;
    for (;;) {
        size_t next = attribute(s, end);
        if (next == 0)
            return 0;
        if (next == end)
            break;
        end = next;
    }
    end = skip_blank(s, end);
    if (at_or_nul(s, end) == '/')
        end++;
    return at_or_nul(s, end) == '>' ? end + 1 : 0;
}

static size_t closing_tag(Str s, size_t at)
{
    size_t end = tag_name(s, at + 2);

    if (end == at + 2)
        return 0;
    end = skip_blank(s, end);
    return at_or_nul(s, end) == '>' ? end + 1 : 0;
}

/* "<scheme:anything without blanks>" or "<name@host>". */
static size_t autolink(Str s, size_t at)
{
    size_t end = at + 1;
    bool address = false;

    while (end < s.len && !is_blank(s.ptr[end]) && s.ptr[end] != '<' &&
           s.ptr[end] != '>') {
        if (s.ptr[end] == '@' || (s.ptr[end] == ':' && end > at + 2))
            address = true;
        end++;
    }
    return address && is_alnum(at_or_nul(s, at + 1)) && at_or_nul(s, end) == '>'
               ? end + 1
               : 0;
}

size_t span_angle(Str s, size_t at, SpanMemo *memo)
{
    char next = at_or_nul(s, at + 1);

    if (starts_at(s, at, "<!--"))
        return to_end_mark(s, at + 4, "-->", &memo->no_comment);
    if (starts_at(s, at, "<![CDATA["))
        return to_end_mark(s, at + 9, "]]>", &memo->no_cdata);
    if (next == '?')
        return to_end_mark(s, at + 2, "?>", &memo->no_instruction);
    if (next == '!')
        return is_alpha(at_or_nul(s, at + 2))
                   ? to_end_mark(s, at + 2, ">", &memo->no_declaration)
                   : 0;

    Str near = str_slice(s, 0, at + SPAN_MAX);
    size_t end = next == '/' ? closing_tag(near, at) : open_tag(near, at);
    return end > 0 ? end : autolink(near, at);
}

/* -- link targets --------------------------------------------------------- */

static size_t angle_target(Str s, size_t at)
{
    for (at++; at < s.len && s.ptr[at] != '>'; at++) {
        if (s.ptr[at] == '\n' || s.ptr[at] == '<')
            return 0;
        if (s.ptr[at] == '\\')
            at++;
    }
    return at < s.len ? at + 1 : 0;
}

static size_t bare_target(Str s, size_t at)
{
    int parens = 0;

    for (; at < s.len && !is_blank(s.ptr[at]) && (unsigned char)s.ptr[at] > ' '; at++) {
        if (s.ptr[at] == '(' && ++parens > PARENS_MAX)
            return 0;
        if (s.ptr[at] == ')' && --parens < 0)
            return at;
        if (s.ptr[at] == '\\' && at + 1 < s.len && !is_blank(s.ptr[at + 1]))
            at++;
    }
    return parens == 0 ? at : 0;
}

static size_t link_title(Str s, size_t at)
{
    char open = at_or_nul(s, at), close = open == '(' ? ')' : open;

    if (open != '"' && open != '\'' && open != '(')
        return at;
    for (at++; at < s.len && s.ptr[at] != close; at++) {
        if (s.ptr[at] == '(' && open == '(')
            return 0;
        if (s.ptr[at] == '\\')
            at++;
    }
    return at < s.len ? at + 1 : 0;
}

size_t span_link_target(Str s, size_t at)
{
    if (starts_at(s, at, "[]"))
        return at + 2;
    if (at_or_nul(s, at) != '(')
        return 0;

    Str near = str_slice(s, 0, at + SPAN_MAX);
    size_t target = skip_blank(near, at + 1);
    size_t end = at_or_nul(near, target) == '<' ? angle_target(near, target)
                                                : bare_target(near, target);
    if (end == 0)
        return 0;
    size_t title = skip_blank(near, end);
    if (title > end)
        title = link_title(near, title);
    if (title == 0)
        return 0;
    end = skip_blank(near, title);
    return at_or_nul(near, end) == ')' ? end + 1 : 0;
}

/* -- marks in brackets ---------------------------------------------------- */

/* End of the bracket that opens at `at`, behind its "]"; nothing nests in it. */
static size_t plain_bracket(Str s, size_t at)
{
    Str near = str_slice(s, 0, at + NOTE_MAX);

    for (size_t end = at + 1; end < near.len; end++) {
        if (near.ptr[end] == ']')
            return end + 1;
        if (near.ptr[end] == '[' || near.ptr[end] == '\n')
            return 0;
    }
    return 0;
}

static bool is_evidence(Str inside)
{
    Evidence mark = {0};
    return evidence_parse(inside, &mark) && mark.kind != EVIDENCE_NUMBER;
}

size_t span_note(Str s, size_t at, Range *words)
{
    size_t end = plain_bracket(s, at);

    if (end == 0)
        return 0;
    *words = (Range){at + 1, end - 1};
    Str inside = str_range(s, *words);
    if (inside.len > 1 && inside.ptr[0] == '^' &&
        str_find_byte(inside, ' ', 0) == STR_NONE)
        return at == 0 && at_or_nul(s, end) == ':' ? end + 1 : end;
    if (at_or_nul(s, end) == '(')
        return 0;
    return is_evidence(inside) ? end : 0;
}

size_t span_quantity(Str s, size_t at, Range *words)
{
    if (!starts_at(s, at, "[n:"))
        return 0;
    size_t end = plain_bracket(s, at);
    if (end == 0)
        return 0;
    size_t gap = str_find_byte(str_slice(s, 0, end), ' ', at);
    if (gap == STR_NONE || gap + 1 >= end - 1)
        return 0;
    *words = (Range){gap + 1, end - 1};
    return end;
}

size_t span_task_box(Str s)
{
    if (s.len < 4 || s.ptr[0] != '[' || s.ptr[2] != ']' || s.ptr[3] != ' ')
        return 0;
    return s.ptr[1] == ' ' || s.ptr[1] == 'x' || s.ptr[1] == 'X' ? 4 : 0;
}

/* -- addresses ------------------------------------------------------------ */

/* Marks at the end of an address belong to the sentence around it. */
static size_t trim_url(Str s, size_t start, size_t end)
{
    int open = 0;

    for (size_t i = start; i < end; i++)
        open += s.ptr[i] == '(' ? 1 : s.ptr[i] == ')' ? -1 : 0;
    while (end > start) {
        char last = s.ptr[end - 1];
        if (last == ')' && open < 0)
            open++;
        else if (!strchr("?!.,:;*_~'\"", last))
            break;
        end--;
    }
    return end;
}

static size_t url_head(Str s, size_t at)
{
    static const char *const heads[] = {"https://", "http://", "www."};

    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        Str head = str_from(heads[i]);
        if (str_eq_nocase(str_slice(s, at, at + head.len), head))
            return head.len;
    }
    return 0;
}

size_t span_url(Str s, size_t at)
{
    if (at > 0 && is_alnum(s.ptr[at - 1]))
        return 0;
    size_t head = url_head(s, at);
    if (head == 0)
        return 0;

    /* Korean particles follow an address without a space: ASCII only. */
    size_t end = at + head;
    while (end < s.len && s.ptr[end] > ' ' && s.ptr[end] < 0x7F &&
           !strchr("<>[]`|\\", s.ptr[end]))
        end++;
    end = trim_url(s, at, end);
    return end > at + head ? end : 0;
}

static bool is_mail_byte(char c)
{
    return is_alnum(c) || c == '.' || c == '+' || c == '-' || c == '_';
}

size_t span_mail(Str s, size_t low, size_t *at)
{
    size_t start = *at, end = *at + 1;
    bool dot = false;

    while (start > low && *at - start < NOTE_MAX && is_mail_byte(s.ptr[start - 1]))
        start--;
    if (start == *at)
        return 0;
    while (end < s.len && (is_alnum(s.ptr[end]) || s.ptr[end] == '-' ||
                           (s.ptr[end] == '.' && is_alnum(at_or_nul(s, end + 1))))) {
        dot = dot || s.ptr[end] == '.';
        end++;
    }
    if (!dot)
        return 0;
    *at = start;
    return end;
}
