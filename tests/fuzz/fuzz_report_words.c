/* The words of a block as HTML, of two texts cut at the first byte 0xFF: whatever is
 * written in them, only our own tags come out, each of them closed. */
#include <assert.h>
#include <string.h>

#include "../unit/sample_document.h"
#include "render/report_words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 1 << 14, DEPTH_MAX = 16 };

static const char *const tags[] = {"ins", "del", "u", "strong", "em", "code"};

/* Index of a tag's name, or -1. */
static int tag_of(Str name)
{
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (str_eq(name, str_from(tags[i])))
            return (int)i;
    return -1;
}

static void check_html(Str html)
{
    int open[DEPTH_MAX], depth = 0;

    for (size_t at = str_find_byte(html, '<', 0); at != STR_NONE;
         at = str_find_byte(html, '<', at + 1)) {
        size_t end = str_find_byte(html, '>', at);
        assert(end != STR_NONE);
        bool closes = html.ptr[at + 1] == '/';
        int tag = tag_of(str_slice(html, at + 1 + closes, end));
        assert(tag >= 0);
        if (closes) {
            assert(depth > 0 && open[--depth] == tag);
        } else {
            assert(depth < DEPTH_MAX);
            open[depth++] = tag;
        }
    }
    assert(depth == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str input = {(const char *)data, size};
    size_t cut = str_find_byte(input, '\xFF', 0);
    Sample before, after;
    Arena arena = {0};
    StrBuf html = {0};
    Redline redline;

    if (size > INPUT_MAX)
        return 0;
    sample_read(&before, str_slice(input, 0, cut == STR_NONE ? size / 2 : cut),
                LANG_EN);
    sample_read(&after, str_slice(input, cut == STR_NONE ? size / 2 : cut + 1, size),
                LANG_EN);
    redline_make(&before.doc, &after.doc, &arena, &redline);
    for (size_t i = 0; i < redline.block_count; i++)
        for (int view = VIEW_MARKED; view <= VIEW_NEW; view++) {
            strbuf_clear(&html);
            report_words(&redline.blocks[i], (ReportView)view, &html);
            check_html(strbuf_view(&html));
        }
    strbuf_deinit(&html);
    arena_deinit(&arena);
    sample_deinit(&before);
    sample_deinit(&after);
    return 0;
}
