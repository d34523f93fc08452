#include "check/placeholder.h"

#include "base/resource.h"
#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"

enum { INNER_MAX = 60, TAG_MAX = 41 };

static bool is_word_cp(uint32_t cp)
{
    return cp == '_' || unicode_is_letter(cp) || unicode_is_digit(cp) ||
           unicode_is_mark(cp);
}

static uint32_t cp_at(Str s, size_t at)
{
    uint32_t cp = 0;

    if (at < s.len)
        utf8_decode(s, at, &cp);
    return cp;
}

static bool word_before(Str s, size_t at)
{
    return at > 0 && is_word_cp(cp_at(s, utf8_before(s, at)));
}

static bool word_after(Str s, size_t at)
{
    return is_word_cp(cp_at(s, at));
}

static bool is_byte(Str s, size_t at, char c)
{
    return at < s.len && s.ptr[at] == c;
}

static size_t run_of(Str s, size_t at, char c)
{
    while (is_byte(s, at, c))
        at++;
    return at;
}

static bool is_digit(Str s, size_t at)
{
    return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

static size_t starts_nocase(Str s, size_t at, const char *text)
{
    Str word = str_from(text);
    return str_eq_nocase(str_slice(s, at, at + word.len), word) ? at + word.len : 0;
}

static bool cp_in(uint32_t cp, const char *set)
{
    return cp < 0x80 && cp != 0 &&
           str_find_byte(str_from(set), (char)cp, 0) != STR_NONE;
}

static bool is_sentence_mark(uint32_t cp)
{
    return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 || cp == 0x3002 ||
           cp == 0xFF01 || cp == 0xFF0E || cp == 0xFF1F;
}

/* The marks that say where a statement comes from are no blanks. */
static bool is_evidence_mark(Str inner)
{
    static const char *const marks[] = {
        "observed",       "reported", "counted",  "assumption", "unknown",
        "needs evidence", "n:",       "본 것",    "들은 것",    "센 것",
        "가정",           "모름",     "근거 필요"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(inner, str_from(marks[i])))
            return true;
    return false;
}

/* \[[^\]\[(){}^|@:]{2,60}\] with a letter and no sentence mark */
static size_t match_brackets(Str s, size_t at)
{
    size_t end = at + 1, inner = 0;
    bool letter = false;
    uint32_t cp = 0;

    for (; end < s.len && s.ptr[end] != ']'; inner++) {
        end += utf8_decode(s, end, &cp);
        if (inner >= INNER_MAX || cp_in(cp, "[(){}^|@:") || is_sentence_mark(cp))
            return 0;
        letter = letter || unicode_is_letter(cp);
    }
    if (!is_byte(s, end, ']') || inner < 2 || !letter)
        return 0;
    end++;
    bool link = (at > 0 && s.ptr[at - 1] == ']') || is_byte(s, end, '(') ||
                is_byte(s, end, '[') || is_byte(s, end, ':');
    return link || is_evidence_mark(str_slice(s, at + 1, end)) ? 0 : end;
}

/* (?i)\[[^\]]*placeholder[^\]]*\], without a second "[" inside */
static size_t match_placeholder_word(Str s, size_t at)
{
    size_t close = at + 1;
    bool word = false;

    while (close < s.len && s.ptr[close] != ']' && s.ptr[close] != '[' &&
           close - at < 4 * INNER_MAX) {
        word = word || starts_nocase(s, close, "placeholder") != 0;
        close++;
    }
    if (!word || !is_byte(s, close, ']') || is_byte(s, close + 1, '('))
        return 0;
    return close + 1;
}

/* \{\{?[^{}|]{2,60}\}?\} */
static size_t match_braces(Str s, size_t at)
{
    size_t end = at + 1, inner = 0;
    uint32_t cp = 0;

    if (is_byte(s, end, '{'))
        end++;
    for (; end < s.len && s.ptr[end] != '}'; inner++) {
        end += utf8_decode(s, end, &cp);
        if (inner >= INNER_MAX || cp_in(cp, "{|"))
            return 0;
    }
    if (!is_byte(s, end, '}') || inner < 2)
        return 0;
    return is_byte(s, end + 1, '}') ? end + 2 : end + 1;
}

static size_t match_questions(Str s, size_t at)
{
    size_t end = run_of(s, at, '?');
    return end - at >= 3 ? end : 0;
}

static size_t match_blank_line(Str s, size_t at)
{
    size_t end = run_of(s, at, '_');
    return end - at >= 3 ? end : 0;
}

/* [○◯□]{2,} */
static size_t match_circles(Str s, size_t at)
{
    size_t end = at, signs = 0;

    for (;; signs++) {
        uint32_t cp = cp_at(s, end);
        if (cp != 0x25CB && cp != 0x25EF && cp != 0x25A1)
            break;
        end += 3;
    }
    return signs >= 2 ? end : 0;
}

/* \bX{2,}%? */
static size_t match_crosses(Str s, size_t at)
{
    if (word_before(s, at)) /* first, so that a long run is read once */
        return 0;
    size_t end = run_of(s, at, 'X');
    if (end - at < 2)
        return 0;
    /* In Korean a counter or particle follows without a space: "XX명". */
    uint32_t next = cp_at(s, end);
    if (is_word_cp(next) && !unicode_is_hangul(next))
        return 0;
    return is_byte(s, end, '%') ? end + 1 : end;
}

/* \d{4}年X{1,2}月X{1,2}日 */
static size_t match_japanese_date(Str s, size_t at)
{
    static const char *const units[] = {"年", "月", "日"};
    size_t end = at;

    for (int i = 0; i < 3; i++) {
        size_t start = end;
        while (i == 0 ? is_digit(s, end) && end - start < 4 : is_byte(s, end, 'X'))
            end++;
        Str unit = str_from(units[i]);
        if (end == start || !str_starts(str_slice(s, end, s.len), unit))
            return 0;
        end += unit.len;
    }
    return end;
}

/* (?i)\bTEL: ?X{2,}(-X+)* */
static size_t match_telephone(Str s, size_t at)
{
    size_t start = at + 1 < s.len && (s.ptr[at + 1] | 0x20) == 'e'
                       ? starts_nocase(s, at, "TEL:")
                       : 0;

    if (!start || word_before(s, at))
        return 0;
    start = is_byte(s, start, ' ') ? start + 1 : start;
    size_t end = start;
    while (end < s.len && ((s.ptr[end] | 0x20) == 'x' || s.ptr[end] == '-'))
        end++;
    return end - start >= 2 && (s.ptr[start] | 0x20) == 'x' ? end : 0;
}

/* \$X{1,3}\b */
static size_t match_price(Str s, size_t at)
{
    size_t end = run_of(s, at + 1, 'X');
    return end > at + 1 && end - at <= 4 && !word_after(s, end) ? end : 0;
}

/* \b(20XX|202X|YYYY)\b */
static size_t match_year(Str s, size_t at)
{
    static const char *const years[] = {"20XX", "202X", "YYYY"};

    for (int i = 0; i < 3; i++) {
        Str year = str_from(years[i]);
        uint32_t next = cp_at(s, at + year.len);
        if (str_starts(str_slice(s, at, s.len), year) && !word_before(s, at) &&
            (!is_word_cp(next) || unicode_is_hangul(next)))
            return at + year.len;
    }
    return 0;
}

static size_t match_who(Str s, size_t at)
{
    return at == 0 && str_eq(str_trim(s), STR("WHO?")) ? 4 : 0;
}

/* (?i)\(add your [a-z ]+\) */
static size_t match_add_your(Str s, size_t at)
{
    size_t start = starts_nocase(s, at, "(add your ");
    size_t end = start;

    while (start && end < s.len &&
           (s.ptr[end] == ' ' ||
            ((s.ptr[end] | 0x20) >= 'a' && (s.ptr[end] | 0x20) <= 'z')))
        end++;
    return start && end > start && is_byte(s, end, ')') ? end + 1 : 0;
}

size_t placeholder_your(Str s, size_t at)
{
    static const char *const words[] = {"your-name", "your-company", "your-repo"};

    if (!is_byte(s, at + 4, '-'))
        return 0;
    for (int i = 0; i < 3; i++) {
        size_t end = starts_nocase(s, at, words[i]);
        if (end && !word_before(s, at) && !word_after(s, end))
            return end;
    }
    return 0;
}

/* (?<![\d.,])0{2,}(원|명|개|건|월|일) */
static size_t match_zeros(Str s, size_t at)
{
    static const char *const units[] = {"원", "명", "개", "건", "월", "일"};
    if (at > 0 &&
        (is_digit(s, at - 1) || is_byte(s, at - 1, '.') || is_byte(s, at - 1, ',')))
        return 0;
    size_t end = run_of(s, at, '0');
    if (end - at < 2)
        return 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_starts(str_slice(s, end, s.len), str_from(units[i])))
            return end + 3;
    return 0;
}

/* Found in the raw text, see placeholder_tag(): in prose it is masked. */
static size_t match_nothing(Str s, size_t at)
{
    (void)s;
    (void)at;
    return 0;
}

/* Those that begin with a letter begin a word. They come first: they are tried most
 * often. */
typedef struct Matcher {
    const char *pattern; /* as in placeholders.tsv */
    const char *starts;  /* the bytes a match can begin with */
    size_t (*match)(Str s, size_t at);
} Matcher;

/* clang-format off */
static const Matcher matchers[] = {
    {"(?i)\\bTEL: ?X{2,}(-X+)*",                "Tt",         match_telephone},
    {"(?i)\\byour-(name|company|repo)\\b",      "Yy",         placeholder_your},
    {"\\[[^\\]\\[(){}^|@:]{2,60}\\]",           "[",          match_brackets},
    {"\\{\\{?[^{}|]{2,60}\\}?\\}",              "{",          match_braces},
    {"<[A-Za-z][A-Za-z _-]{1,40}>",             "<",          match_nothing},
    {"\\?{3,}",                                 "?",          match_questions},
    {"_{3,}",                                   "_",          match_blank_line},
    {"[○◯□]{2,}",                               "\xE2",       match_circles},
    {"\\bX{2,}%?",                              "X",          match_crosses},
    {"\\d{4}年X{1,2}月X{1,2}日",                "0123456789", match_japanese_date},
    {"\\$X{1,3}\\b",                            "$",          match_price},
    {"\\b(20XX|202X|YYYY)\\b",                  "2Y",         match_year},
    {"WHO?",                                    "W",          match_who},
    {"(?i)\\(add your [a-z ]+\\)",              "(",          match_add_your},
    {"(?i)\\[[^\\]]*placeholder[^\\]]*\\]",     "[",          match_placeholder_word},
    {"(?<![\\d.,])0{2,}(원|명|개|건|월|일)",    "0",          match_zeros},
};
/* Names of HTML elements, so that "<br>" is no blank. */
static const char *const elements[] = {
    "a", "abbr", "address", "area", "article", "aside", "audio", "b", "base", "bdi",
    "bdo", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite",
    "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn",
    "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure",
    "font", "footer", "form", "h", "head", "header", "hgroup", "hr", "html", "i",
    "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main",
    "map", "mark", "math", "menu", "meta", "meter", "nav", "noscript", "object", "ol",
    "optgroup", "option", "output", "p", "param", "picture", "pre", "progress", "q",
    "rp", "rt", "ruby", "s", "samp", "script", "section", "select", "slot", "small",
    "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg",
    "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time",
    "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
};
/* clang-format on */

enum { MATCHER_COUNT = sizeof matchers / sizeof *matchers };

static bool is_element(Str name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (str_eq_nocase(name, str_from(elements[i])))
            return true;
    return false;
}

size_t placeholder_tag(Str raw, size_t at)
{
    size_t end = at + 1, name = 0;

    if (!is_byte(raw, at, '<'))
        return 0;
    while (end < raw.len && end - at <= TAG_MAX) {
        char c = (char)(raw.ptr[end] | 0x20);
        bool letter = c >= 'a' && c <= 'z';
        if (!letter && (end == at + 1 || (raw.ptr[end] != ' ' && raw.ptr[end] != '_' &&
                                          raw.ptr[end] != '-')))
            break;
        if (!letter && name == 0)
            name = end;
        end++;
    }
    if (!is_byte(raw, end, '>') || end - at < 3)
        return 0;
    return is_element(str_slice(raw, at + 1, name ? name : end)) ? 0 : end + 1;
}

static void bind_row(PlaceholderSet *set, const TsvRow *row)
{
    for (size_t i = 0; i < MATCHER_COUNT; i++) {
        if (str_eq(row->fields[1], str_from(matchers[i].pattern)) &&
            level_parse(row->fields[2], &set->levels[i]))
            return;
    }
    set->unknown++;
}

void placeholders_init(PlaceholderSet *set)
{
    Str tsv = {0};
    TsvRow row = {0};

    *set = (PlaceholderSet){0};
    for (size_t i = 0; i < MATCHER_COUNT; i++)
        for (const char *c = matchers[i].starts; *c; c++)
            set->starts[(unsigned char)*c] |= 1u << i;
    if (!resource_find(STR("placeholders.tsv"), &tsv))
        return;
    tsv_next(&tsv, &row);
    while (tsv_next(&tsv, &row))
        if (!str_eq(row.fields[0], STR("except")))
            bind_row(set, &row);
}

static bool is_label(const Library *lib, Str hit)
{
    return hit.ptr[0] == '[' && lib &&
           library_label(lib, str_slice(hit, 1, hit.len - 1)) != NULL;
}

/* The longest match that begins at `at`. */
static PlaceholderHit best_at(const PlaceholderSet *set, Str prose, size_t at)
{
    unsigned bits = set->starts[(unsigned char)prose.ptr[at]];
    PlaceholderHit best = {0};

    for (size_t i = 0; bits; i++, bits >>= 1) {
        size_t end = bits & 1 ? matchers[i].match(prose, at) : 0;
        if (end > best.range.end)
            best = (PlaceholderHit){{at, end}, set->levels[i]};
    }
    return best;
}

/* The next place where a match may begin: none begins with a letter inside a word. */
static size_t next_start(const PlaceholderSet *set, Str prose, size_t at)
{
    while (at < prose.len) {
        bool letter = scan_is_letter(prose.ptr[at]);
        bool inside = letter && at > 0 && scan_is_letter(prose.ptr[at - 1]);
        if (!inside && set->starts[(unsigned char)prose.ptr[at]])
            return at;
        at = letter ? scan_letters(prose, at) : at + 1;
    }
    return at;
}

void placeholders_match(const PlaceholderSet *set, const Library *lib, Str prose,
                        Arena *arena, const PlaceholderHit **out, size_t *count)
{
    PlaceholderHit *hits = NULL;
    size_t cap = 0;

    *count = 0;
    for (size_t at = next_start(set, prose, 0); at < prose.len;
         at = next_start(set, prose, at)) {
        PlaceholderHit hit = best_at(set, prose, at);
        if (hit.range.end == 0 || is_label(lib, str_range(prose, hit.range))) {
            at++;
            continue;
        }
        hits = arena_grow(arena, hits, *count, &cap, sizeof *hits);
        hits[(*count)++] = hit;
        at = hit.range.end;
    }
    *out = hits;
}
