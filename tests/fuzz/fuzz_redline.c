/* Two texts, cut at the first byte 0xFF: no word is lost between them. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "../unit/redline_invariants.h"
#include "../unit/sample_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 1 << 16 };

static Str body_of(const Document *doc)
{
    return str_slice(doc->bytes, doc->start, doc->bytes.len);
}

static void print_all(const Redline *r, const Document *before, const Document *after)
{
    const RedlineText options = {.color = true, .unchanged = true, .width = 20};
    StrBuf out = {0};

    redline_text(r, &options, &out);
    redline_summary(r, before, after, &out);
    redline_json(r, STR(""), &out);
    assert(out.len > 0);
    strbuf_deinit(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str input = {(const char *)data, size};
    size_t cut = str_find_byte(input, '\xFF', 0);
    Str before_text = str_slice(input, 0, cut == STR_NONE ? size / 2 : cut);
    Str after_text = str_slice(input, cut == STR_NONE ? size / 2 : cut + 1, size);
    Sample before, after;
    Arena arena = {0};
    Redline redline;

    if (size > INPUT_MAX)
        return 0;
    sample_read(&before, before_text, LANG_EN);
    sample_read(&after, after_text, LANG_KO);
    redline_make(&before.doc, &after.doc, &arena, &redline);
    const char *broken =
        redline_broken(&redline, body_of(&before.doc), body_of(&after.doc));
    if (broken)
        fprintf(stderr, "%s\n", broken);
    assert(!broken);
    print_all(&redline, &before.doc, &after.doc);
    arena_deinit(&arena);
    sample_deinit(&before);
    sample_deinit(&after);
    return 0;
}
