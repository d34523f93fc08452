/* str.h: bytes that are borrowed (Str) and bytes that are owned (StrBuf).
 *
 * A Str is a pointer and a length; it is not NUL-terminated and may be empty
 * with a NULL pointer. It never outlives the bytes it points to. A StrBuf owns
 * its bytes and keeps a NUL after them, so that `ptr` can be handed to C
 * functions once anything was added. {0} is the empty value of both. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct Str {
    const char *ptr;
    size_t len;
} Str;

/* A half-open range of byte offsets. */
typedef struct Range {
    size_t start;
    size_t end;
} Range;

typedef struct StrBuf {
    char *ptr; /* NULL until the first byte is added, then NUL-terminated */
    size_t len;
    size_t cap;
} StrBuf;

#define STR(literal) ((Str){"" literal, sizeof(literal) - 1})
#define STR_NONE     ((size_t)-1) /* "not found" of the str_find functions */
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).len, ((s).len ? (s).ptr : "")

static inline Str str_from(const char *cstr); /* NULL gives the empty Str */
/* Clamps both ends. */
static inline Str str_slice(Str s, size_t start, size_t end);
static inline Str str_range(Str s, Range r);
static inline bool str_eq(Str a, Str b);
bool str_eq_nocase(Str a, Str b); /* ASCII letters fold */
int str_cmp(Str a, Str b);        /* bytewise, like strcmp */
static inline bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
/* Offset of the first needle at or after `from`, or STR_NONE. */
size_t str_find(Str s, Str needle, size_t from);
size_t str_find_byte(Str s, char byte, size_t from);
size_t str_rfind_byte(Str s, char byte);
/* Without ASCII white space (space, tab, CR, LF, VT, FF) at its ends. */
Str str_trim(Str s);
Str str_trim_end(Str s);
bool str_is_blank(Str s);
/* Takes the next line off `rest`, without its LF or CRLF; false at the end. */
bool str_next_line(Str *rest, Str *line);
/* Takes the next field off `rest` up to `sep`; false when rest.ptr is NULL.
 * "a,,b" gives "a", "", "b"; the empty string gives one empty field. */
bool str_next_field(Str *rest, char sep, Str *field);
/* A decimal number that is the whole of `s`; false otherwise or above INT_MAX. */
bool str_to_int(Str s, int *out);

void strbuf_deinit(StrBuf *b);
void strbuf_clear(StrBuf *b); /* keeps the memory */
/* Only `s` from now on; `s` borrows from elsewhere. */
void strbuf_set(StrBuf *b, Str s);
void strbuf_reserve(StrBuf *b, size_t extra);
void strbuf_add(StrBuf *b, Str s);
void strbuf_addz(StrBuf *b, const char *cstr);
static inline void strbuf_addc(StrBuf *b, char c);
void strbuf_add_repeat(StrBuf *b, char c, size_t count);
void strbuf_addf(StrBuf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void strbuf_addv(StrBuf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/* Put `s` in place of the bytes in `r`; `s` must not point into `b`. */
void strbuf_splice(StrBuf *b, Range r, Str s);
void strbuf_truncate(StrBuf *b, size_t len);
Str strbuf_view(const StrBuf *b);
const char *strbuf_cstr(const StrBuf *b); /* "" when nothing was added */

/* -- inline: with a literal these are one comparison ---------------------- */

static inline Str str_from(const char *cstr)
{
    return cstr ? (Str){cstr, strlen(cstr)} : (Str){0};
}

static inline Str str_slice(Str s, size_t start, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (start > end)
        start = end;
    return s.ptr ? (Str){s.ptr + start, end - start} : (Str){0};
}

static inline Str str_range(Str s, Range r)
{
    return str_slice(s, r.start, r.end);
}

static inline void strbuf_addc(StrBuf *b, char c)
{
    if (b->cap - b->len < 2)
        strbuf_reserve(b, 1);
    b->ptr[b->len++] = c;
    b->ptr[b->len] = '\0';
}

static inline bool str_eq(Str a, Str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool str_starts(Str s, Str prefix)
{
    return s.len >= prefix.len &&
           (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

#endif
