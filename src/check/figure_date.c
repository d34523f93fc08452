#include "check/figure_date.h"

#include "base/utf8.h"
#include "check/figure.h"

/* clang-format off */
static const char *const months[12] = {
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
};
/* clang-format on */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t spaces(Str s, size_t at)
{
    while (at < s.len && s.ptr[at] == ' ')
        at++;
    return at;
}

/* A number of `least` to `most` digits that ends there; 0 when it is none. */
static size_t number(Str s, size_t at, int least, int most, int *out)
{
    size_t end = at;

    *out = 0;
    while (end < s.len && is_digit(s.ptr[end]) && end - at < 5) {
        *out = *out * 10 + (s.ptr[end] - '0');
        end++;
    }
    size_t digits = end - at;
    return digits >= (size_t)least && digits <= (size_t)most ? end : 0;
}

static size_t literal(Str s, size_t at, const char *text)
{
    Str word = str_from(text);
    return str_starts(str_slice(s, at, s.len), word) ? at + word.len : 0;
}

#define LETTER(c) (1U << ((c) - 'a'))
static const uint32_t month_letters = LETTER('j') | LETTER('f') | LETTER('m') |
                                      LETTER('a') | LETTER('s') | LETTER('o') |
                                      LETTER('n') | LETTER('d');

/* "March", "Mar", "Sept." in any case. */
static size_t month_name(Str s, size_t at, int *out)
{
    size_t end = at;
    unsigned letter = at < s.len ? ((unsigned char)s.ptr[at] | 0x20U) - 'a' : 26;

    if (letter >= 26 || !(month_letters >> letter & 1))
        return 0; /* no month begins with it */
    while (end < s.len && is_letter(s.ptr[end]) && end - at < 12)
        end++;
    Str word = str_slice(s, at, end);
    for (int i = 0; i < 12 && word.len >= 3; i++) {
        if ((word.ptr[0] | 0x20) != months[i][0])
            continue;
        Str name = str_from(months[i]);
        bool brief = word.len == 3 || (i == 8 && word.len == 4);
        if (!str_eq_nocase(word, name) &&
            !(brief && str_eq_nocase(word, str_slice(name, 0, word.len))))
            continue;
        *out = i + 1;
        return brief && end < s.len && s.ptr[end] == '.' ? end + 1 : end;
    }
    return 0;
}

static bool is_year(int year)
{
    return year >= 1900 && year <= 2199;
}

static size_t iso_at(Str s, size_t at, Date *out)
{
    bool whole = at + 10 <= s.len && date_parse_iso(str_slice(s, at, at + 10), out);
    return whole && (at + 10 == s.len || !is_digit(s.ptr[at + 10])) ? at + 10 : 0;
}

/* "March 2, 2027", "March 2nd 2027", "March 2027", "March 2". */
static size_t month_first_at(Str s, size_t at, Date *out)
{
    int month = 0, day = 0, year = 0;
    size_t end = month_name(s, at, &month);

    if (end == 0)
        return 0;
    size_t after = spaces(s, end), year_end = number(s, after, 4, 4, &year);
    if (year_end && is_year(year)) {
        *out = (Date){year, month, 0};
        return year_end;
    }
    size_t day_end = number(s, after, 1, 2, &day);
    if (!day_end || after == end || day < 1 || day > 31)
        return 0;
    if (day_end + 1 < s.len && is_letter(s.ptr[day_end]))
        day_end += 2; /* 1st, 2nd */
    *out = (Date){0, month, day};
    after = day_end < s.len && s.ptr[day_end] == ',' ? day_end + 1 : day_end;
    year_end = number(s, spaces(s, after), 4, 4, &year);
    if (!year_end || !is_year(year))
        return day_end;
    out->year = year;
    return year_end;
}

/* "2 March 2027", "2 March". */
static size_t day_first_at(Str s, size_t at, Date *out)
{
    int month = 0, day = 0, year = 0;
    size_t end = number(s, at, 1, 2, &day);
    size_t month_end = end ? month_name(s, spaces(s, end), &month) : 0;

    if (!month_end || spaces(s, end) == end || day < 1 || day > 31)
        return 0;
    *out = (Date){0, month, day};
    size_t year_end = number(s, spaces(s, month_end), 4, 4, &year);
    if (!year_end || !is_year(year))
        return month_end;
    out->year = year;
    return year_end;
}

/* "Q3 2027", "Q3". */
static size_t quarter_at(Str s, size_t at, Date *out)
{
    int year = 0;

    if (at + 1 >= s.len || s.ptr[at] != 'Q' || s.ptr[at + 1] < '1' ||
        s.ptr[at + 1] > '4')
        return 0;
    if (at + 2 < s.len && (is_letter(s.ptr[at + 2]) || is_digit(s.ptr[at + 2])))
        return 0;
    size_t end = number(s, spaces(s, at + 2), 4, 4, &year);
    *out = (Date){is_year(year) ? year : 0, 0, 0};
    return end && is_year(year) ? end : at + 2;
}

/* "3월 2일", "3월" when a year stood before it. */
static size_t korean_month_at(Str s, size_t at, Date *out)
{
    int month = 0, day = 0;
    size_t end = number(s, at, 1, 2, &month);

    end = end ? literal(s, spaces(s, end), "월") : 0;
    if (!end || month < 1 || month > 12)
        return 0;
    out->month = month;
    size_t day_end = number(s, spaces(s, end), 1, 2, &day);
    day_end = day_end ? literal(s, spaces(s, day_end), "일") : 0;
    if (day_end && day >= 1 && day <= 31) {
        out->day = day;
        return day_end;
    }
    return out->year ? end : 0;
}

/* "2027년 3월 2일", "27년 3월", "2027년 3분기", "3월 2일". */
static size_t korean_at(Str s, size_t at, Date *out)
{
    int year = 0, quarter = 0;
    size_t end = number(s, at, 2, 4, &year);

    *out = (Date){0};
    end = end ? literal(s, spaces(s, end), "년") : 0;
    if (!end)
        return korean_month_at(s, at, out);
    out->year = year < 100 ? 2000 + year : year;
    size_t month_end = korean_month_at(s, spaces(s, end), out);
    if (month_end)
        return month_end;
    size_t quarter_end = number(s, spaces(s, end), 1, 1, &quarter);
    return quarter_end ? literal(s, quarter_end, "분기") : 0;
}

/* "2027. 3. 2.", "2027.3.2". */
static size_t dotted_at(Str s, size_t at, Date *out)
{
    int year = 0, month = 0, day = 0;
    size_t end = number(s, at, 4, 4, &year);

    end = end ? literal(s, end, ".") : 0;
    end = end ? number(s, spaces(s, end), 1, 2, &month) : 0;
    end = end ? literal(s, end, ".") : 0;
    end = end ? number(s, spaces(s, end), 1, 2, &day) : 0;
    if (!end || !is_year(year) || month < 1 || month > 12 || day < 1 || day > 31)
        return 0;
    *out = (Date){year, month, day};
    return end < s.len && s.ptr[end] == '.' ? end + 1 : end;
}

size_t date_at(Str s, size_t at, Date *out)
{
    static size_t (*const forms[])(Str, size_t, Date *) = {
        iso_at, month_first_at, day_first_at, quarter_at, korean_at, dotted_at};

    if (at >= s.len || !(is_letter(s.ptr[at]) || is_digit(s.ptr[at])))
        return 0;
    if (at > 0 && (is_letter(s.ptr[at - 1]) || is_digit(s.ptr[at - 1])))
        return 0;
    bool letter = is_letter(s.ptr[at]);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (letter != (forms[i] == month_first_at || forms[i] == quarter_at))
            continue;
        size_t end = forms[i](s, at, out);
        if (end)
            return end;
    }
    return 0;
}
