#include "check/figure.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/figure_date.h"

/* clang-format off */
static const char *const number_words[] = {
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
    "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "million",
    "millions", "billion", "billions", "dozen", "dozens", "half", "third", "thirds",
    "quarter", "quarters", "twice", "once", "zero", "none",
};
static const char *const money_words[] = {
    "won", "dollar", "dollars", "euro", "euros", "cent", "cents", "pound", "pounds",
    "yen", "usd", "eur", "krw", "jpy", "gbp", "cny",
};
static const char *const native_numbers[] = {
    "하나", "한", "두", "둘", "세", "셋", "네", "넷", "다섯", "여섯", "일곱", "여덟",
    "아홉", "열두", "열", "스무", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든",
    "아흔", "백", "천", "만", "몇십", "수십", "십", "이십", "삼십", "사십", "오십", "육십",
    "칠십", "팔십", "구십",
};
static const char *const counters[] = {
    "번", "배", "명", "개", "살", "시간", "달", "주", "곳", "가지", "잔", "권", "장",
    "대", "사람", "마리", "분", "차례", "끼", "벌", "켤레", "쪽", "문장", "단어", "줄",
    "판", "건", "해", "군데", "단계", "걸음", "통", "병", "상자", "그루", "자리", "방",
    "째", "원",
};
static const char *const spans[] = {
    "절반", "하루", "이틀", "사흘", "나흘", "닷새", "열흘", "보름", "갑절", "제로",
};
static const char *const korean_money[] = {
    "원", "달러", "유로", "엔", "위안", "파운드",
};
static const char *const korean_scales[] = {"천", "백", "만", "억", "조"};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_digit_at(Str s, size_t at)
{
    return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

static bool is_latin_at(Str s, size_t at)
{
    return at < s.len && ((unsigned char)s.ptr[at] | 0x20U) - 'a' < 26;
}

static size_t skip_latin(Str s, size_t at)
{
    return scan_letters(s, at);
}

/* Where the longest of `words` that stands at `at` ends; 0 when none does. */
static size_t any_of(Str s, size_t at, const char *const *words, size_t count)
{
    Str rest = str_slice(s, at, s.len);
    size_t best = 0;

    for (size_t i = 0; i < count && rest.len > 0; i++) {
        if (rest.ptr[0] != words[i][0])
            continue;
        Str word = str_from(words[i]);
        if (word.len > best && str_starts(rest, word))
            best = word.len;
    }
    return best ? at + best : 0;
}

static bool is_one_of(Str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count && word.len > 0; i++)
        if ((word.ptr[0] | 0x20) == words[i][0] &&
            str_eq_nocase(word, str_from(words[i])))
            return true;
    return false;
}

static Str latin_word(Str s, size_t at)
{
    return str_slice(s, at, skip_latin(s, at));
}

static size_t skip_space(Str s, size_t at)
{
    return at < s.len && s.ptr[at] == ' ' ? at + 1 : at;
}

/* Currency signs before a number: $ € £ ¥ ₩. */
static size_t currency_sign(Str s, size_t at)
{
    uint32_t cp;
    size_t step = utf8_decode(s, at, &cp);
    bool sign = cp == '$' || cp == 0x20AC || cp == 0xA3 || cp == 0xA5 || cp == 0x20A9;
    return sign ? at + step : 0;
}

/* "1,240", "3.5", "1.4.2"; *dots how many dots it holds, *hyphens for telephone
 * numbers. */
static size_t digits_end(Str s, size_t at, int *dots, int *hyphens, int *colons)
{
    *dots = *hyphens = *colons = 0;
    while (at < s.len) {
        char c = s.ptr[at];
        bool inner = c == ',' || c == '.' || c == '-' || c == ':';
        if (!is_digit_at(s, at) && !(inner && is_digit_at(s, at + 1)))
            break;
        *dots += c == '.';
        *hyphens += c == '-';
        *colons += c == ':';
        at++;
    }
    return at;
}

static bool is_ordinal_or_name(Str s, size_t end)
{
    static const char *const ordinals[] = {"st", "nd", "rd", "th"};
    Str word = latin_word(s, end);

    if (word.len == 0)
        return false;
    if (is_one_of(word, ordinals, COUNT(ordinals)))
        return true;
    /* "3D", "2FA", "5G" are names; "9GB", "5K", "3x" are measures. */
    bool capital = word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
    bool measure = str_eq(word, STR("K")) || str_eq(word, STR("M")) ||
                   str_eq(word, STR("B")) || str_eq(word, STR("GB")) ||
                   str_eq(word, STR("MB")) || str_eq(word, STR("TB")) ||
                   str_eq(word, STR("KB")) || str_eq(word, STR("W")) ||
                   str_eq(word, STR("Hz")) || str_eq(word, STR("MW"));
    return capital && !measure;
}

static bool is_clock(Str s, size_t end, int colons)
{
    Str rest = str_slice(s, end, s.len);
    Str after = str_slice(s, skip_space(s, end), s.len);

    if (colons > 0)
        return true;
    if (str_starts(rest, STR("시")) && !str_starts(rest, STR("시간")))
        return true;
    Str word = latin_word(after, 0);
    return str_eq_nocase(word, STR("am")) || str_eq_nocase(word, STR("pm")) ||
           str_starts(after, STR("a.m")) || str_starts(after, STR("p.m"));
}

/* "in 2027" and "2027년" are years; "2000 households" is not, unless a word that
 * years follow stands before it: "from 2027 we". */
static bool is_bare_year(Str s, size_t start, size_t end)
{
    static const char *const before[] = {"in",    "by",   "since", "until",
                                         "from",  "to",   "of",    "for",
                                         "early", "late", "year",  "during"};
    int year;

    if (end - start != 4 || !str_to_int(str_slice(s, start, end), &year) ||
        year < 1900 || year > 2199)
        return false;
    if (str_starts(str_slice(s, end, s.len), STR("년")))
        return true;
    uint32_t cp = ' ';
    size_t next = skip_space(s, end);
    if (next < s.len)
        utf8_decode(s, next, &cp);
    if (cp == '%' || (next == end && unicode_is_letter(cp)))
        return false;
    size_t word = start > 0 ? start - 1 : 0;
    while (word > 0 && is_latin_at(s, word - 1))
        word--;
    return !unicode_is_letter(cp) ||
           is_one_of(str_trim(str_slice(s, word, start)), before, COUNT(before));
}

/* The unit behind a number; *money when it is one of money. */
static size_t unit_end(Str s, size_t end, bool *money)
{
    size_t at = skip_space(s, end);
    bool wide = at < s.len && (unsigned char)s.ptr[at] >= 0x80;
    size_t scale = wide ? any_of(s, at, korean_scales, COUNT(korean_scales)) : 0;

    if (scale)
        at = skip_space(s, scale);
    size_t currency = wide ? any_of(s, at, korean_money, COUNT(korean_money)) : 0;
    Str word = latin_word(s, at);
    if (!currency && is_one_of(word, money_words, COUNT(money_words)))
        currency = at + word.len;
    if (currency) {
        *money = true;
        return currency;
    }
    if (scale)
        return scale;
    return end < s.len && s.ptr[end] == '%' ? end + 1 : end;
}

static bool digits_at(Str s, size_t at, Figure *out)
{
    int dots, hyphens, colons;
    size_t sign = currency_sign(s, at);
    size_t start = sign ? skip_space(s, sign) : at;
    bool money = sign != 0;

    if (!is_digit_at(s, start))
        return false;
    size_t end = digits_end(s, start, &dots, &hyphens, &colons);
    out->kind = FIGURE_OTHER;
    out->range = (Range){at, end};
    bool inside_name = at > 0 && is_latin_at(s, at - 1);
    bool list_number = at == 0 && end < s.len &&
                       (s.ptr[end] == '.' || s.ptr[end] == ')') && end + 1 < s.len &&
                       s.ptr[end + 1] == ' ';
    if (!money && (inside_name || list_number || dots > 1 || hyphens > 1 ||
                   is_ordinal_or_name(s, end) || is_clock(s, end, colons) ||
                   is_bare_year(s, start, end)))
        return true;
    out->range.end = unit_end(s, end, &money);
    out->kind = money ? FIGURE_AMOUNT : FIGURE_QUANTITY;
    return true;
}

/* "one" counts only as a number: not "one of", "the one", "no one". */
static bool is_pronoun_one(Str s, size_t at, size_t end)
{
    static const char *const before[] = {"the",   "no",   "this",  "that", "any",
                                         "which", "each", "every", "some"};
    Str next = latin_word(s, skip_space(s, end));
    size_t start = at > 0 ? at - 1 : 0;

    while (start > 0 && is_latin_at(s, start - 1))
        start--;
    Str last = str_trim(str_slice(s, start, at));
    return str_eq_nocase(next, STR("of")) || str_eq_nocase(next, STR("another")) ||
           is_one_of(last, before, COUNT(before));
}

static bool english_number_at(Str s, size_t at, Figure *out)
{
    Str word = latin_word(s, at);

    if (word.len < 3 || word.len > 10 ||
        str_find_byte(STR("otfsenhmbdqz"), (char)(s.ptr[at] | 0x20), 0) == STR_NONE ||
        (at > 0 && is_latin_at(s, at - 1)) ||
        !is_one_of(word, number_words, COUNT(number_words)))
        return false;
    size_t end = at + word.len;
    if (str_eq_nocase(word, STR("one")) && is_pronoun_one(s, at, end))
        return false;
    bool money = false;
    out->range = (Range){at, unit_end(s, end, &money)};
    out->kind = money ? FIGURE_AMOUNT : FIGURE_QUANTITY;
    return true;
}

static bool korean_number_at(Str s, size_t at, Figure *out)
{
    if (at > 0 && s.ptr[at - 1] != ' ' && (unsigned char)s.ptr[at - 1] >= 0x80)
        return false; /* inside a token */
    size_t end = any_of(s, at, spans, COUNT(spans));
    if (!end) {
        size_t number = any_of(s, at, native_numbers, COUNT(native_numbers));
        if (!number)
            return false;
        end = any_of(s, skip_space(s, number), counters, COUNT(counters));
    }
    if (!end)
        return false;
    bool money = str_ends(str_slice(s, at, end), STR("원"));
    out->range = (Range){at, end};
    out->kind = money ? FIGURE_AMOUNT : FIGURE_QUANTITY;
    return true;
}

static bool hanja_number_at(Str s, size_t at, Figure *out)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七",
                                         "八", "九", "十", "百", "千", "万", "萬"};
    size_t end = any_of(s, at, digits, COUNT(digits));

    if (!end)
        return false;
    while (any_of(s, end, digits, COUNT(digits)))
        end = any_of(s, end, digits, COUNT(digits));
    out->range = (Range){at, end};
    out->kind = FIGURE_QUANTITY;
    return true;
}

static bool figure_at(Str s, Lang lang, size_t at, Figure *out)
{
    uint32_t cp;

    *out = (Figure){0};
    if (is_latin_at(s, at) && at > 0 && is_latin_at(s, at - 1))
        return false; /* inside a word */
    size_t end = date_at(s, at, &out->date);
    if (end) {
        out->kind = FIGURE_DATE;
        out->range = (Range){at, end};
        return true;
    }
    if (digits_at(s, at, out))
        return true;
    utf8_decode(s, at, &cp);
    if (cp < 0x80)
        return english_number_at(s, at, out);
    if (lang == LANG_KO && unicode_is_hangul(cp))
        return korean_number_at(s, at, out);
    return unicode_is_han(cp) && hanja_number_at(s, at, out);
}

#define L(c)      ((c) - 'a')
#define LETTER(c) (1U << L(c))

/* The first three letters of number words and of the names of months: by the first
 * two a bit for each third one. */
/* clang-format off */
static const uint32_t third_letters[26][26] = {
    [L('a')][L('p')] = LETTER('r'),
    [L('a')][L('u')] = LETTER('g'),
    [L('b')][L('i')] = LETTER('l'),
    [L('d')][L('e')] = LETTER('c'),
    [L('d')][L('o')] = LETTER('z'),
    [L('e')][L('i')] = LETTER('g'),
    [L('e')][L('l')] = LETTER('e'),
    [L('f')][L('e')] = LETTER('b'),
    [L('f')][L('i')] = LETTER('f') | LETTER('v'),
    [L('f')][L('o')] = LETTER('r') | LETTER('u'),
    [L('h')][L('a')] = LETTER('l'),
    [L('h')][L('u')] = LETTER('n'),
    [L('j')][L('a')] = LETTER('n'),
    [L('j')][L('u')] = LETTER('l') | LETTER('n'),
    [L('m')][L('a')] = LETTER('r') | LETTER('y'),
    [L('m')][L('i')] = LETTER('l'),
    [L('n')][L('i')] = LETTER('n'),
    [L('n')][L('o')] = LETTER('n') | LETTER('v'),
    [L('o')][L('c')] = LETTER('t'),
    [L('o')][L('n')] = LETTER('c') | LETTER('e'),
    [L('q')][L('u')] = LETTER('a'),
    [L('s')][L('e')] = LETTER('p') | LETTER('v'),
    [L('s')][L('i')] = LETTER('x'),
    [L('t')][L('e')] = LETTER('n'),
    [L('t')][L('h')] = LETTER('i') | LETTER('o') | LETTER('r'),
    [L('t')][L('w')] = LETTER('e') | LETTER('i') | LETTER('o'),
    [L('z')][L('e')] = LETTER('r'),
};
/* clang-format on */

/* Most words are no figure by their first letters. "Q3" is. */
static bool word_may_be_figure(Str s, size_t at)
{
    if (at + 1 >= s.len)
        return false;
    unsigned first = (unsigned char)s.ptr[at] | 0x20U;
    unsigned second = (unsigned char)s.ptr[at + 1] | 0x20U;
    if (second - 'a' >= 26)
        return first == 'q' && is_digit_at(s, at + 1);
    if (at + 2 >= s.len)
        return false;
    unsigned third = ((unsigned char)s.ptr[at + 2] | 0x20U) - 'a';
    return third < 26 && (third_letters[first - 'a'][second - 'a'] >> third & 1);
}

/* The first syllables of Korean number words; beyond Hangul everything may be. */
static bool wide_may_be_figure(Str s, size_t at)
{
    static const Str firsts = {
        "하한두둘세셋네넷다여일아열스서마쉰예백천만몇수십이삼사오육칠팔구절나닷보갑제",
        sizeof "하한두둘세셋네넷다여일아열스서마쉰예백천만몇수십이삼사오육칠팔구절나닷"
               "보갑"
               "제" -
            1};
    unsigned char lead = (unsigned char)s.ptr[at];

    if (lead < 0xEA || lead > 0xED)
        return true;
    for (size_t i = 0; i + 3 <= firsts.len; i += 3)
        if (memcmp(firsts.ptr + i, s.ptr + at, 3) == 0)
            return true;
    return false;
}

/* The next place where a figure may begin; the end of the prose when there is none. */
static size_t next_chance(Str s, Lang lang, size_t at)
{
    uint32_t cp;

    while (at < s.len) {
        unsigned char c = (unsigned char)s.ptr[at];
        if ((c | 0x20U) - 'a' < 26) {
            if (word_may_be_figure(s, at) && !(at > 0 && is_latin_at(s, at - 1)))
                return at;
            at = skip_latin(s, at + 1); /* no figure begins inside a word */
        } else if (c < 0x80) {
            if (c - (unsigned)'0' < 10 || c == '$')
                return at;
            at++;
        } else {
            bool inside = at > 0 && (unsigned char)s.ptr[at - 1] >= 0x80;
            bool hangul = c >= 0xEA && c <= 0xED && lang == LANG_KO;
            if (!(hangul && inside) && wide_may_be_figure(s, at))
                return at;
            at += utf8_decode(s, at, &cp);
        }
    }
    return at;
}

bool figure_next(Str prose, Lang lang, size_t *at, Figure *out)
{
    uint32_t cp;

    while ((*at = next_chance(prose, lang, *at)) < prose.len) {
        if (figure_at(prose, lang, *at, out)) {
            *at = out->range.end;
            return true;
        }
        bool word = is_latin_at(prose, *at);
        *at += utf8_decode(prose, *at, &cp);
        if (word)
            *at = skip_latin(prose, *at); /* no figure begins inside a word */
    }
    return false;
}

bool figure_in_any(Str prose, Lang lang, unsigned kinds)
{
    Figure figure;

    if (kinds & FIGURES(FIGURE_QUANTITY))
        kinds |= FIGURES(FIGURE_AMOUNT);
    for (size_t at = 0; figure_next(prose, lang, &at, &figure);)
        if (kinds & FIGURES(figure.kind))
            return true;
    return false;
}

bool figure_in(Str prose, Lang lang, FigureKind kind)
{
    return figure_in_any(prose, lang, FIGURES(kind));
}
