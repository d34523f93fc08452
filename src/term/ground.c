#include "term/ground.h"

enum { COLORS_NEEDED = 256 };

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* One to four hexadecimal digits as thousandths of the whole; -1: none. */
static int read_part(Str digits)
{
    int value = 0, whole = 0;

    if (digits.len < 1 || digits.len > 4)
        return -1;
    for (size_t i = 0; i < digits.len; i++) {
        int digit = hex_digit(digits.ptr[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
        whole = whole * 16 + 15;
    }
    return value * 1000 / whole;
}

Ground ground_parse(Str body)
{
    /* ITU-R BT.601: how much each part adds to what the eye calls light. */
    static const int weights[3] = {299, 587, 114};
    Str rest = body, part;
    int light = 0, count = 0;
    bool alpha = str_starts(rest, STR("11;rgba:"));

    if (!alpha && !str_starts(rest, STR("11;rgb:")))
        return GROUND_UNKNOWN;
    rest = str_slice(rest, alpha ? 8 : 7, rest.len);
    while (str_next_field(&rest, '/', &part)) {
        int value = read_part(part);
        if (value < 0 || count == (alpha ? 4 : 3))
            return GROUND_UNKNOWN;
        light += count < 3 ? value * weights[count] : 0;
        count++;
    }
    if (count != (alpha ? 4 : 3))
        return GROUND_UNKNOWN;
    return light > 500 * 1000 ? GROUND_LIGHT : GROUND_DARK;
}

bool ground_begins(Str body)
{
    Str start = STR("11;");
    size_t len = body.len < start.len ? body.len : start.len;

    return str_eq(str_slice(body, 0, len), str_slice(start, 0, len));
}

bool ground_may_ask(const char *term, bool inside, int colors)
{
    Str name = term ? str_from(term) : STR("");

    if (colors < COLORS_NEEDED || name.len == 0 || str_eq(name, STR("dumb")) ||
        str_starts(name, STR("linux")) || str_starts(name, STR("vt")))
        return false;
    return inside || !str_starts(name, STR("screen"));
}
