#include "diff/merge_read.h"

#include <locale.h>

#include "base/unicode.h"
#include "check.h"
#include "sample_document.h"

static const char source_bytes[] =
    "\xEF\xBB\xBF---\nprfaq: 1\n---\n\n# Title\n\nOne two. Three.\n\n> quoted\n>\n"
    "> more\n\n[link]: https://example.com\n\n- a\n  - b\n\n```\nx\n\ny\n```\n"
    "<!-- end -->";
static const Str source = {source_bytes, sizeof source_bytes - 1};

static void read_alike(Sample *sample, bool coarse, Arena *arena, MergeReading *out)
{
    const Document *docs[THREE_COUNT] = {&sample->doc, &sample->doc, &sample->doc};

    merge_read(docs, coarse, arena, out);
}

static void only_white_space_is_between_tiles(void **state)
{
    (void)state;
    Sample sample;
    Arena arena = {0};
    MergeReading r;

    sample_read(&sample, source, LANG_EN);
    for (int coarse = 0; coarse <= 1; coarse++) {
        read_alike(&sample, coarse, &arena, &r);
        const Tiles *tiles = &r.texts[THREE_MINE].tiles;
        size_t end = 3; /* behind the BOM */
        for (size_t i = 0; i < tiles->count; i++) {
            CHECK(tiles->items[i].range.start >= end);
            CHECK(str_is_blank(str_slice(source, end, tiles->items[i].range.start)));
            end = tiles->items[i].range.end;
        }
        CHECK_INT(end, source.len);
    }
    arena_deinit(&arena);
    sample_deinit(&sample);
}

static void equal_texts_are_paired_tile_by_tile(void **state)
{
    (void)state;
    Sample sample;
    Arena arena = {0};
    MergeReading r;

    sample_read(&sample, source, LANG_EN);
    read_alike(&sample, false, &arena, &r);
    CHECK_INT(r.segs[THREE_THEIRS].count, r.texts[THREE_BASE].tiles.count);
    read_alike(&sample, true, &arena, &r);
    CHECK(r.segs[THREE_THEIRS].count < r.texts[THREE_BASE].tiles.count + 1);
    arena_deinit(&arena);
    sample_deinit(&sample);
}

static int set_up(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(only_white_space_is_between_tiles),
                                       TEST(equal_texts_are_paired_tile_by_tile)};
    return cmocka_run_group_tests(tests, set_up, NULL);
}
