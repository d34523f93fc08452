/* fuzz_utf8.c: any bytes as text: every reader moves on, agrees with the others,
 * and lets nothing through that a terminal would obey. */
#include <assert.h>
#include <locale.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/unicode.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void decoding_moves_on_and_agrees_with_validity(Str s)
{
    size_t bad = 0, first_bad = s.len;
    uint32_t cp;

    for (size_t at = 0; at < s.len;) {
        size_t len = utf8_decode(s, at, &cp);
        assert(len >= 1 && len <= UTF8_MAX && at + len <= s.len);
        if (cp == UTF8_BAD && first_bad == s.len)
            first_bad = at;
        assert(utf8_before(s, at + len) >= at);
        at += len;
    }
    assert(utf8_valid(s, &bad) == (first_bad == s.len));
    assert(first_bad == s.len || bad == first_bad);
}

static void graphemes_tile_both_ways(Str s)
{
    size_t count = 0, back = 0;

    for (size_t at = 0; at < s.len; count++) {
        size_t end = grapheme_next(s, at);
        assert(end > at && end <= s.len);
        assert(grapheme_width(str_slice(s, at, end)) >= 1);
        at = end;
    }
    for (size_t at = s.len; at > 0; back++) {
        size_t start = grapheme_before(s, at);
        assert(start < at);
        at = start;
    }
    assert(count == back);
}

static void what_is_shown_is_harmless(Str s)
{
    StrBuf shown = {0};
    uint32_t cp;

    unicode_visible(s, VISIBLE_ONE_LINE, &shown);
    Str text = strbuf_view(&shown);
    assert(utf8_valid(text, NULL));
    for (size_t at = 0; at < text.len;) {
        at += utf8_decode(text, at, &cp);
        assert(cp >= 0x20 && !(cp >= 0x7F && cp <= 0x9F));
        assert(!unicode_is_hidden(cp) || cp == 0x200C || cp == 0x200D);
    }
    strbuf_deinit(&shown);
}

static void composing_twice_changes_nothing(Str s)
{
    StrBuf once = {0}, twice = {0};

    unicode_nfc(s, &once);
    unicode_nfc(strbuf_view(&once), &twice);
    assert(str_eq(strbuf_view(&once), strbuf_view(&twice)));
    assert(!utf8_valid(s, NULL) || unicode_is_nfc(strbuf_view(&once)));
    strbuf_deinit(&once);
    strbuf_deinit(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str s = {(const char *)data, size};

    setlocale(LC_CTYPE, "C.UTF-8");
    if (size > 4096)
        return 0;
    decoding_moves_on_and_agrees_with_validity(s);
    graphemes_tile_both_ways(s);
    what_is_shown_is_harmless(s);
    composing_twice_changes_nothing(s);
    return 0;
}
