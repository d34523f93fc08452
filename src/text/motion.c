#include "text/motion.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/unicode.h"
#include "base/utf8.h"

typedef enum Class {
    CLASS_SPACE,
    CLASS_PUNCT,
    CLASS_WORD,
    CLASS_HAN,
    CLASS_HIRAGANA,
    CLASS_KATAKANA,
    CLASS_HANGUL,
    CLASS_EXTEND, /* belongs to what stands before it */
} Class;

static Class class_of(uint32_t cp)
{
    if (cp == UTF8_BAD)
        return CLASS_PUNCT;
    if (unicode_is_space(cp))
        return CLASS_SPACE;
    if (cp == '_' || (cp < 0x80 && (unicode_is_letter(cp) || unicode_is_digit(cp))))
        return CLASS_WORD;
    if (unicode_is_hangul(cp))
        return CLASS_HANGUL;
    if (unicode_is_mark(cp) || cp == 0x200D || cp == 0x30FC || cp == 0xFF70)
        return CLASS_EXTEND;
    if (unicode_is_han(cp))
        return CLASS_HAN;
    if (unicode_is_kana(cp))
        return cp <= 0x309F ? CLASS_HIRAGANA : CLASS_KATAKANA;
    if (unicode_is_letter(cp) || unicode_is_digit(cp))
        return CLASS_WORD;
    return CLASS_PUNCT;
}

static bool is_letter_at(Str text, size_t at)
{
    uint32_t cp;

    if (at >= text.len)
        return false;
    utf8_decode(text, at, &cp);
    return unicode_is_letter(cp);
}

/* Class of the code point at `at`; an apostrophe inside a word is part of it. */
static Class class_at(Str text, size_t at, size_t *len)
{
    uint32_t cp;

    *len = utf8_decode(text, at, &cp);
    if ((cp == '\'' || cp == 0x2019) && at > 0 && is_letter_at(text, at + *len) &&
        is_letter_at(text, utf8_before(text, at)))
        return CLASS_WORD;
    return class_of(cp);
}

static Class class_before(Str text, size_t at, size_t *start)
{
    size_t len;

    *start = utf8_before(text, at);
    return class_at(text, *start, &len);
}

/* Class of the character that ends before `at`, with the marks on it. */
static Class base_before(Str text, size_t at, size_t *start)
{
    Class class = CLASS_EXTEND;

    for (*start = at; *start > 0 && class == CLASS_EXTEND;)
        class = class_before(text, *start, start);
    return class == CLASS_EXTEND ? CLASS_PUNCT : class;
}

/* The run without white space around `at`, and whether Hangul is in it: then it
 * is one word, an 어절, with its punctuation. */
static Range run_around(Str text, size_t at, bool *hangul)
{
    Range run = {at, at};
    size_t len, start;
    Class class;

    *hangul = false;
    while (run.end < text.len &&
           (class = class_at(text, run.end, &len)) != CLASS_SPACE) {
        *hangul = *hangul || class == CLASS_HANGUL;
        run.end += len;
    }
    while (run.start > 0 &&
           (class = class_before(text, run.start, &start)) != CLASS_SPACE) {
        *hangul = *hangul || class == CLASS_HANGUL;
        run.start = start;
    }
    return run;
}

static bool is_wordless(Class class)
{
    return class == CLASS_PUNCT || class == CLASS_EXTEND;
}

/* End of the word that starts at `at`, within its run. */
static size_t word_end(Str text, size_t at, size_t limit)
{
    size_t len;
    Class first = class_at(text, at, &len);

    for (at += len; at < limit; at += len) {
        Class class = class_at(text, at, &len);
        if (class != first && class != CLASS_EXTEND)
            break;
    }
    return at;
}

static size_t word_start(Str text, size_t at, size_t limit)
{
    Class last = CLASS_PUNCT;
    bool begun = false;

    while (at > limit) {
        size_t start;
        Class class = base_before(text, at, &start);
        if (class == CLASS_PUNCT || start < limit || (begun && class != last))
            break;
        last = class;
        begun = true;
        at = start;
    }
    return at;
}

size_t motion_left(Str text, size_t at)
{
    return at > 0 ? grapheme_before(text, at) : 0;
}

size_t motion_right(Str text, size_t at)
{
    return at < text.len ? grapheme_next(text, at) : text.len;
}

size_t motion_word_right(Str text, size_t at)
{
    size_t len;

    while (at < text.len) {
        if (class_at(text, at, &len) == CLASS_SPACE) {
            at += len;
            continue;
        }
        bool hangul;
        Range run = run_around(text, at, &hangul);
        if (hangul)
            return run.end;
        while (at < run.end && is_wordless(class_at(text, at, &len)))
            at += len;
        if (at < run.end)
            return word_end(text, at, run.end);
    }
    return text.len;
}

size_t motion_word_left(Str text, size_t at)
{
    size_t start;

    while (at > 0) {
        if (class_before(text, at, &start) == CLASS_SPACE) {
            at = start;
            continue;
        }
        bool hangul;
        Range run = run_around(text, at, &hangul);
        if (hangul)
            return run.start;
        while (at > run.start && base_before(text, at, &start) == CLASS_PUNCT)
            at = start;
        if (at > run.start)
            return word_start(text, at, run.start);
    }
    return 0;
}

size_t motion_line_start(Str text, size_t at)
{
    size_t nl = str_rfind_byte(str_slice(text, 0, at), '\n');
    return nl == STR_NONE ? 0 : nl + 1;
}

size_t motion_line_end(Str text, size_t at)
{
    size_t nl = str_find_byte(text, '\n', at);

    if (nl == STR_NONE)
        return text.len;
    return nl > 0 && text.ptr[nl - 1] == '\r' ? nl - 1 : nl;
}

/* Without the punctuation at its ends: "고객은," gives "고객은". */
static Range trim_punct(Str text, Range run)
{
    size_t len, start;

    while (run.start < run.end && is_wordless(class_at(text, run.start, &len)))
        run.start += len;
    while (run.end > run.start && base_before(text, run.end, &start) == CLASS_PUNCT)
        run.end = start;
    return run;
}

Range motion_word_at(Str text, size_t at)
{
    size_t len;
    bool hangul;
    Range word = {at, at};

    if (at >= text.len || class_at(text, at, &len) == CLASS_SPACE)
        return word;
    Range run = run_around(text, at, &hangul);
    if (hangul)
        word = trim_punct(text, run);
    else if (!is_wordless(class_at(text, at, &len))) {
        word.start = word_start(text, at + len, run.start);
        word.end = word_end(text, at, run.end);
    }
    return at >= word.start && at < word.end ? word : (Range){at, at};
}

Range motion_lines_of(Str text, Range r)
{
    size_t last = r.end > r.start ? r.end - 1 : r.end;
    size_t nl = str_find_byte(text, '\n', last);

    return (Range){motion_line_start(text, r.start),
                   nl == STR_NONE ? text.len : nl + 1};
}

size_t motion_backspace(Str text, size_t at)
{
    return motion_left(text, at);
}
