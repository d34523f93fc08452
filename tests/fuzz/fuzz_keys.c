/* fuzz_keys.c: the decoder gives the same keys however its bytes are cut, uses
 * every byte, and a paste becomes valid text without controls. */
#include <assert.h>
#include <stdint.h>

#include "base/str.h"
#include "base/utf8.h"
#include "term/key.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_paste(Str raw)
{
    StrBuf text = {0};

    key_paste_text(raw, &text);
    assert(utf8_valid(strbuf_view(&text), NULL));
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        assert((c >= 0x20 && c != 0x7F) || c == '\n' || c == '\t');
    }
    strbuf_deinit(&text);
}

static void check_key(const Key *key)
{
    assert(key->code > KEYCODE_NONE && key->code <= KEYCODE_BAD);
    assert(key->mods <= (MOD_SHIFT | MOD_ALT | MOD_CTRL));
    assert(key->row >= 0 && key->col >= 0);
    if (key->code == KEYCODE_CHAR)
        assert(key->cp >= 0x20 && key->cp <= 0x10FFFF && key->cp != 0x7F);
    assert((key->code == KEYCODE_GROUND) == (key->ground != GROUND_UNKNOWN));
    if (key->code == KEYCODE_PASTE)
        check_paste(key->paste);
}

static void drain(KeyDecoder *d, bool flush, StrBuf *log)
{
    Key key;

    while (key_next(d, flush, &key)) {
        check_key(&key);
        strbuf_addf(log, "%d %u %u %d %d %d %d [", (int)key.code, (unsigned)key.cp,
                    key.mods, (int)key.mouse, key.row, key.col, (int)key.ground);
        strbuf_add(log, key.paste);
        strbuf_addz(log, "]\n");
    }
}

/* Feeds pieces of lengths that follow from `step`; 0: all at once. */
static void decode(Str bytes, size_t step, StrBuf *log)
{
    KeyDecoder d;

    key_decoder_init(&d, 0x7F);
    for (size_t at = 0, n = 1; at < bytes.len; n++) {
        size_t len = step ? 1 + (n * step) % 7 : bytes.len;
        key_feed(&d, str_slice(bytes, at, at + len));
        drain(&d, false, log);
        at += len;
    }
    drain(&d, true, log);
    assert(d.at == d.pending.len && !d.pasting && !key_waiting(&d));
    key_decoder_deinit(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {(const char *)data, size};
    StrBuf whole = {0};

    assert(key_paste_start(bytes) <= bytes.len);
    assert(!key_paste_likely(bytes) || bytes.len > 20);
    decode(bytes, 0, &whole);
    for (size_t step = 1; step <= 7; step += 2) {
        StrBuf cut = {0};
        decode(bytes, step, &cut);
        assert(str_eq(strbuf_view(&whole), strbuf_view(&cut)));
        strbuf_deinit(&cut);
    }
    strbuf_deinit(&whole);
    return 0;
}
