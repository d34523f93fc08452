#include "base/str.h"

#include <assert.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

enum { FORMAT_ROOM = 32 }; /* most formatted pieces fit at once */

static char fold_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool str_eq_nocase(Str a, Str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (a.ptr[i] != b.ptr[i] && fold_ascii(a.ptr[i]) != fold_ascii(b.ptr[i]))
            return false;
    return true;
}

int str_cmp(Str a, Str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;

    if (order != 0)
        return order;
    return a.len < b.len ? -1 : a.len > b.len;
}

bool str_ends(Str s, Str suffix)
{
    return s.len >= suffix.len &&
           str_eq(str_slice(s, s.len - suffix.len, s.len), suffix);
}

size_t str_find(Str s, Str needle, size_t from)
{
    if (needle.len == 0)
        return from <= s.len ? from : STR_NONE;
    while (from < s.len && s.len - from >= needle.len) {
        size_t at = str_find_byte(s, needle.ptr[0], from);
        if (at == STR_NONE || s.len - at < needle.len)
            return STR_NONE;
        if (memcmp(s.ptr + at, needle.ptr, needle.len) == 0)
            return at;
        from = at + 1;
    }
    return STR_NONE;
}

size_t str_find_byte(Str s, char byte, size_t from)
{
    if (from >= s.len)
        return STR_NONE;
    const char *hit = memchr(s.ptr + from, byte, s.len - from);
    return hit ? (size_t)(hit - s.ptr) : STR_NONE;
}

size_t str_rfind_byte(Str s, char byte)
{
    for (size_t i = s.len; i > 0; i--)
        if (s.ptr[i - 1] == byte)
            return i - 1;
    return STR_NONE;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Str str_trim_end(Str s)
{
    while (s.len > 0 && is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

Str str_trim(Str s)
{
    s = str_trim_end(s);
    while (s.len > 0 && is_space(*s.ptr)) {
        s.ptr++;
        s.len--;
    }
    return s;
}

bool str_is_blank(Str s)
{
    return str_trim_end(s).len == 0;
}

bool str_next_line(Str *rest, Str *line)
{
    if (rest->len == 0)
        return false;
    size_t nl = str_find_byte(*rest, '\n', 0);
    size_t end = nl == STR_NONE ? rest->len : nl;
    *line = str_slice(*rest, 0, end);
    if (line->len > 0 && line->ptr[line->len - 1] == '\r')
        line->len--;
    *rest = str_slice(*rest, nl == STR_NONE ? rest->len : nl + 1, rest->len);
    return true;
}

bool str_next_field(Str *rest, char sep, Str *field)
{
    if (!rest->ptr)
        return false;
    size_t at = str_find_byte(*rest, sep, 0);
    if (at == STR_NONE) {
        *field = *rest;
        *rest = (Str){0};
        return true;
    }
    *field = str_slice(*rest, 0, at);
    *rest = str_slice(*rest, at + 1, rest->len);
    return true;
}

bool str_to_int(Str s, int *out)
{
    long long value = 0;

    if (s.len == 0)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        value = value * 10 + (s.ptr[i] - '0');
        if (value > INT_MAX)
            return false;
    }
    *out = (int)value;
    return true;
}

void strbuf_deinit(StrBuf *b)
{
    if (!b)
        return;
    mem_free(b->ptr);
    *b = (StrBuf){0};
}

void strbuf_clear(StrBuf *b)
{
    strbuf_truncate(b, 0);
}

void strbuf_set(StrBuf *b, Str s)
{
    strbuf_clear(b);
    strbuf_add(b, s);
}

void strbuf_truncate(StrBuf *b, size_t len)
{
    assert(len <= b->len);
    b->len = len;
    if (b->ptr)
        b->ptr[len] = '\0';
}

void strbuf_reserve(StrBuf *b, size_t extra)
{
    assert(extra < SIZE_MAX / 2 - b->len);
    size_t need = b->len + extra + 1;
    if (need <= b->cap)
        return;
    size_t cap = b->cap + b->cap / 2;
    b->cap = cap > need ? cap : need;
    if (b->cap < 32)
        b->cap = 32;
    b->ptr = mem_realloc(b->ptr, b->cap);
    b->ptr[b->len] = '\0';
}

void strbuf_add(StrBuf *b, Str s)
{
    strbuf_reserve(b, s.len);
    if (s.len)
        memcpy(b->ptr + b->len, s.ptr, s.len);
    b->len += s.len;
    b->ptr[b->len] = '\0';
}

void strbuf_addz(StrBuf *b, const char *cstr)
{
    strbuf_add(b, str_from(cstr));
}

void strbuf_add_repeat(StrBuf *b, char c, size_t count)
{
    strbuf_reserve(b, count);
    memset(b->ptr + b->len, c, count);
    b->len += count;
    b->ptr[b->len] = '\0';
}

void strbuf_addv(StrBuf *b, const char *format, va_list args)
{
    va_list copy;

    strbuf_reserve(b, FORMAT_ROOM);
    size_t room = b->cap - b->len;
    va_copy(copy, args);
    int need = vsnprintf(b->ptr + b->len, room, format, copy);
    va_end(copy);
    assert(need >= 0);
    if ((size_t)need >= room) {
        strbuf_reserve(b, (size_t)need);
        vsnprintf(b->ptr + b->len, (size_t)need + 1, format, args);
    }
    b->len += (size_t)need;
}

void strbuf_addf(StrBuf *b, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    strbuf_addv(b, format, args);
    va_end(args);
}

void strbuf_splice(StrBuf *b, Range r, Str s)
{
    assert(r.start <= r.end && r.end <= b->len);
    size_t tail = b->len - r.end;
    strbuf_reserve(b, s.len);
    memmove(b->ptr + r.start + s.len, b->ptr + r.end, tail);
    if (s.len)
        memcpy(b->ptr + r.start, s.ptr, s.len);
    b->len = r.start + s.len + tail;
    b->ptr[b->len] = '\0';
}

Str strbuf_view(const StrBuf *b)
{
    return (Str){b->ptr, b->len};
}

const char *strbuf_cstr(const StrBuf *b)
{
    return b->ptr ? b->ptr : "";
}
