#include "doc/blank.h"

#include <string.h>

#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"

enum {
    PLACE_BYTES = 300,      /* between brackets */
    INSTRUCTION_LEAD = 40,  /* bytes in which an instruction begins */
    INSTRUCTION_BYTES = 600 /* longer ones are text */
};

/* clang-format off */
static const struct Brackets {
    const char *open, *close;
} brackets[] = {
    {"[", "]"}, {"<", ">"}, {"{", "}"}, {"［", "］"}, {"〔", "〕"},
};
/* clang-format on */

/* The bytes of the place to fill in that opens at `at`, or 0. */
static size_t place_at(Str s, size_t at)
{
    unsigned char first = (unsigned char)s.ptr[at];

    if (first < 0xE3 && first != '[' && first != '<' && first != '{')
        return 0;
    Str rest = str_slice(s, at, at + PLACE_BYTES < s.len ? at + PLACE_BYTES : s.len);

    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        Str open = str_from(brackets[i].open), close = str_from(brackets[i].close);
        if (!str_starts(rest, open))
            continue;
        size_t end = str_find(rest, close, open.len);
        return end == STR_NONE ? 0 : end + close.len;
    }
    return 0;
}

typedef struct Letters {
    size_t all, blank; /* letters and digits; those in places to fill in */
} Letters;

static Letters count_letters(Str s)
{
    Letters n = {0};
    uint32_t cp = 0;

    for (size_t at = 0, inside = 0; at < s.len;) {
        size_t plain = at >= inside ? scan_plain(s, at) : at;
        if (plain > at) { /* most of most text is in no place */
            n.all += plain - at;
            at = plain;
            continue;
        }
        if (at >= inside)
            inside = at + place_at(s, at);
        bool blank = at < inside;
        at += utf8_decode(s, at, &cp);
        if (!unicode_is_letter(cp) && !unicode_is_digit(cp))
            continue;
        n.all++;
        n.blank += blank;
    }
    return n;
}

static bool is_instruction(Str text, const Library *lib, Lang lang)
{
    StrBuf folded = {0};
    SignalCount count = {0};
    /* Where the verb comes last the whole sentence is its beginning. */
    bool last = lang == LANG_KO || lang == LANG_JA;

    signals_fold(text, &folded);
    Str s = str_trim(strbuf_view(&folded));
    signals_count(&lib->signals, last ? s : utf8_cut(s, INSTRUCTION_LEAD), lang,
                  &count);
    strbuf_deinit(&folded);
    return count.of[SIGNAL_FILL] > 0;
}

bool blank_paragraph(Str text, const Library *lib, Lang lang)
{
    Letters n = count_letters(text);

    if (n.all == 0 || n.blank * 10 >= n.all * 6)
        return true;
    return text.len <= INSTRUCTION_BYTES && is_instruction(text, lib, lang);
}
