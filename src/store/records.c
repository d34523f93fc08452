#include "store/records.h"

#include <stdio.h>

#include "base/hash.h"

enum { LINE_MAX_BYTES = 32 }; /* of a record's first line */

void records_begin(Records *r, Str title, StrBuf *out)
{
    *r = (Records){.sum = hash_crc32(0, title)};
    strbuf_add(out, title);
    strbuf_addc(out, '\n');
}

static uint32_t next_sum(uint32_t sum, char type, size_t len, Str a, Str b)
{
    char head[LINE_MAX_BYTES];
    int n = snprintf(head, sizeof head, "%c %zu", type, len);

    sum = hash_crc32(sum, (Str){head, (size_t)n});
    return hash_crc32(hash_crc32(sum, a), b);
}

void records_add(Records *r, char type, Str a, Str b, StrBuf *out)
{
    size_t len = a.len + b.len;

    r->sum = next_sum(r->sum, type, len, a, b);
    strbuf_addf(out, "%c %zu %08x\n", type, len, (unsigned)r->sum);
    strbuf_add(out, a);
    strbuf_add(out, b);
    strbuf_addc(out, '\n');
}

bool records_open(Records *r, Str bytes, Str title)
{
    Str line;

    *r = (Records){.rest = bytes, .sum = hash_crc32(0, title)};
    return str_next_line(&r->rest, &line) && str_eq(line, title);
}

/* A decimal number of at most `most`; false otherwise. */
static bool read_size(Str s, size_t most, size_t *out)
{
    size_t n = 0;

    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        n = n * 10 + (size_t)(s.ptr[i] - '0');
        if (n > most)
            return false;
    }
    *out = n;
    return s.len > 0 && (s.len == 1 || s.ptr[0] != '0');
}

bool records_next(Records *r, Record *out)
{
    Str look = str_slice(r->rest, 0, LINE_MAX_BYTES);
    size_t end = str_find_byte(look, '\n', 0), len = 0;
    char sum_text[16];

    r->torn = r->rest.len > 0;
    if (end == STR_NONE || end < 12 || look.ptr[1] != ' ' || look.ptr[end - 9] != ' ')
        return false;
    if (!read_size(str_slice(look, 2, end - 9), r->rest.len, &len) ||
        len >= r->rest.len - end - 1 || r->rest.ptr[end + 1 + len] != '\n')
        return false;
    Str bytes = str_slice(r->rest, end + 1, end + 1 + len);
    uint32_t sum = next_sum(r->sum, look.ptr[0], len, bytes, (Str){0});
    snprintf(sum_text, sizeof sum_text, "%08x", (unsigned)sum);
    if (!str_eq(str_slice(look, end - 8, end), str_from(sum_text)))
        return false;
    *out = (Record){.type = look.ptr[0], .bytes = bytes};
    r->sum = sum;
    r->rest = str_slice(r->rest, end + 1 + len + 1, r->rest.len);
    r->torn = false;
    return true;
}

void records_add_field(const char *key, Str value, StrBuf *out)
{
    strbuf_addf(out, "%s ", key);
    for (size_t i = 0; i < value.len; i++) {
        unsigned char c = (unsigned char)value.ptr[i];
        if (c < 0x20 || c == 0x7F || c == '%')
            strbuf_addf(out, "%%%02X", c);
        else
            strbuf_addc(out, (char)c);
    }
    strbuf_addc(out, '\n');
}

void records_add_number(const char *key, long long value, StrBuf *out)
{
    strbuf_addf(out, "%s %lld\n", key, value);
}

static bool find_field(Str fields, const char *key, Str *value)
{
    Str line, name = str_from(key);

    while (str_next_line(&fields, &line))
        if (str_starts(line, name) && line.len > name.len &&
            line.ptr[name.len] == ' ') {
            *value = str_slice(line, name.len + 1, line.len);
            return true;
        }
    return false;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

Str records_field(Str fields, const char *key, Arena *arena)
{
    Str value = {0};
    StrBuf out = {0};

    if (!find_field(fields, key, &value))
        return (Str){0};
    for (size_t i = 0; i < value.len; i++) {
        int high =
            value.ptr[i] == '%' && i + 2 < value.len ? hex_digit(value.ptr[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(value.ptr[i + 2]) : -1;
        /* A NUL would end the name for everybody else. */
        if (low >= 0 && high + low > 0) {
            strbuf_addc(&out, (char)(high * 16 + low));
            i += 2;
        } else {
            strbuf_addc(&out, value.ptr[i]);
        }
    }
    Str copy = arena_str(arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return copy;
}

long long records_number(Str fields, const char *key)
{
    Str value = {0};
    long long n = 0;
    size_t i = 0;

    if (!find_field(fields, key, &value))
        return 0;
    bool negative = value.len > 0 && value.ptr[0] == '-';
    for (i = negative; i < value.len && i < 18; i++) {
        if (value.ptr[i] < '0' || value.ptr[i] > '9')
            return 0;
        n = n * 10 + (value.ptr[i] - '0');
    }
    return negative ? -n : n;
}
