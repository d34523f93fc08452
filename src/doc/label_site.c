#include "doc/label_site.h"

#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/line.h"
#include "doc/mark.h"

/* Longest plain label before a colon; what is longer is a sentence. */
enum { PLAIN_MAX = 80 };

static size_t skip_space(Str bytes, size_t at, size_t end)
{
    return line_skip_space(bytes, (Range){at, end}).start;
}

/* Length of ":" or "：" at `at`. */
static size_t colon_at(Str bytes, size_t at, size_t end)
{
    Str rest = str_slice(bytes, at, end);

    if (str_starts(rest, STR(":")))
        return 1;
    return str_starts(rest, STR("：")) ? 3 : 0;
}

/* Offset of the first colon in a range, or STR_NONE. */
static size_t find_colon(Str bytes, Range r)
{
    static const ScanSet colons = {{':', ':', ':', ':', ':'}, .wide = true};
    Str s = str_slice(bytes, 0, r.end);

    for (size_t at = r.start; (at = scan_next(s, at, colons)) < s.len; at++)
        if (colon_at(bytes, at, r.end) > 0)
            return at;
    return STR_NONE;
}

/* "**Headline: Flour by text**" holds its value; "**The problem: no time**" is a
 * title. Both are all of the block; the colon decides what is looked up. */
static bool bold_site(Str bytes, const BlockText *text, LabelSite *out)
{
    BoldRun bold;

    if (!mark_bold(bytes, text->lines, text->count, &bold))
        return false;
    size_t end = text->lines[bold.last_line].end;
    size_t after = skip_space(bytes, bold.outside.end, end);
    size_t colon = colon_at(bytes, after, end);
    Str inside = str_trim_end(str_range(bytes, bold.inside));

    *out = (LabelSite){.words = bold.inside, .marked = true};
    after = skip_space(bytes, after + colon, end);
    out->label = (Range){text->lines[0].start, after};
    if (bold.last_line + 1 == text->count &&
        (after == end || str_eq(str_slice(bytes, after, end), STR("\\")))) {
        out->whole = true;
        return true;
    }
    return bold.last_line == 0 &&
           (colon > 0 || str_ends(inside, STR(":")) || str_ends(inside, STR("：")) ||
            str_ends(inside, STR(".")) || str_ends(inside, STR("。")));
}

static bool bracket_site(Str bytes, const BlockText *text, LabelSite *out)
{
    Range line = text->lines[0];
    Str s = str_range(bytes, line);
    bool wide = str_starts(s, STR("【"));

    if (!wide && !str_starts(s, STR("[")))
        return false;
    size_t open = wide ? 3 : 1;
    size_t close = str_find(s, wide ? STR("】") : STR("]"), open);
    if (close == STR_NONE || close > PLAIN_MAX)
        return false;
    size_t after = line.start + close + open;
    if (!wide && after < line.end &&
        (bytes.ptr[after] == '(' || bytes.ptr[after] == '['))
        return false;
    out->words = (Range){line.start + open, line.start + close};
    after = skip_space(bytes, after + colon_at(bytes, after, line.end), line.end);
    out->label = (Range){line.start, after};
    out->whole = after == line.end && text->count == 1;
    out->marked = true;
    return true;
}

static bool plain_site(Str bytes, const BlockText *text, LabelSite *out)
{
    Range line = text->lines[0];
    Range near = line;

    if (near.end - near.start > PLAIN_MAX)
        near.end = near.start + PLAIN_MAX;
    size_t colon = find_colon(bytes, near);
    if (colon == STR_NONE || colon == line.start)
        return false;
    size_t after = colon + colon_at(bytes, colon, line.end);
    if (after < line.end && bytes.ptr[colon] == ':' && !line_is_space(bytes.ptr[after]))
        return false;
    out->words = (Range){line.start, colon};
    after = skip_space(bytes, after, line.end);
    out->label = (Range){line.start, after};
    out->whole = after == line.end && text->count == 1;
    return true;
}

bool label_site(Str bytes, const BlockText *text, LabelSite *out)
{
    *out = (LabelSite){0};
    if (text->count == 0)
        return false;
    return bold_site(bytes, text, out) || bracket_site(bytes, text, out) ||
           plain_site(bytes, text, out);
}

/* Whatever their case. */
static bool same_words(Str a, Str b)
{
    size_t i = 0, j = 0;

    while (i < a.len && j < b.len) {
        uint32_t left, right;
        i += utf8_decode(a, i, &left);
        j += utf8_decode(b, j, &right);
        if (unicode_fold(left) != unicode_fold(right))
            return false;
    }
    return i == a.len && j == b.len;
}

static bool is_titled(const PartSpec *spec, Str words)
{
    const Str titles[] = {spec->title, spec->titles[LANG_EN], spec->titles[LANG_KO]};

    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (titles[i].len > 0 && same_words(words, str_trim(titles[i])))
            return true;
    return false;
}

const PartSpec *label_spec(const Template *t, Str words)
{
    StrBuf nfc = {0};
    const PartSpec *found = NULL;

    if (!t || words.len > PLAIN_MAX * 4)
        return NULL;
    unicode_nfc(str_trim(words), &nfc);
    for (size_t i = 0; i < t->spec_count && !found; i++)
        if (is_titled(&t->specs[i], strbuf_view(&nfc)))
            found = &t->specs[i];
    strbuf_deinit(&nfc);
    return found;
}

bool label_names(const PartSpec *spec, const Label *label, const Part *part)
{
    if (!part)
        return false;
    if (spec && str_eq(spec->id, part->id))
        return true;
    return label && label->role == LABEL_PART && label->kind == part->kind &&
           part->kind != PART_OTHER;
}
