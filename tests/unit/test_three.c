#include "diff/three.h"

#include "check.h"

/* Words of one letter, as tiles. */
static Tiles letters(Str text, Arena *arena)
{
    Tile *items = arena_array(arena, text.len, sizeof *items);
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] > ' ')
            items[count++] = (Tile){{i, i + 1}, (uint32_t)text.ptr[i]};
    return (Tiles){text, items, count};
}

static void segs_fill_what_lies_between(void **state)
{
    (void)state;
    Arena arena = {0};
    SegList segs = {0};

    segs_add(&segs, &arena, (Range){1, 2}, (Range){3, 4});
    segs_add(&segs, &arena, (Range){5, 5}, (Range){4, 4});
    CHECK_INT(segs.count, 3);
    CHECK_INT(segs.items[0].base.end, 1);
    CHECK_INT(segs.items[0].side.end, 3);
    CHECK_INT(segs.items[2].base.start, 2);
    CHECK_INT(segs.items[2].base.end, 5);
    CHECK_INT(segs.items[2].side.start, 4);
    arena_deinit(&arena);
}

static void tiles_keep_the_white_space_between_them(void **state)
{
    (void)state;
    Arena arena = {0};
    Tiles text = letters(STR("  a  b\nc "), &arena);

    CHECK_STR(tiles_bytes(&text, (Range){0, 2}), STR("a  b"));
    CHECK_STR(tiles_bytes(&text, (Range){1, 1}), STR(""));
    arena_deinit(&arena);
}

/* a stays; b: mine d, theirs e; c goes from theirs. */
static void chunks_say_who_changed_what(void **state)
{
    (void)state;
    Arena arena = {0};
    Tiles texts[THREE_COUNT] = {letters(STR("a b c"), &arena),
                                letters(STR("a d c"), &arena),
                                letters(STR("a e"), &arena)};
    SegList mine = {0}, theirs = {0};
    ThreeList chunks = {0};

    segs_add(&mine, &arena, (Range){0, 1}, (Range){0, 1});
    segs_add(&mine, &arena, (Range){1, 2}, (Range){1, 2});
    segs_add(&mine, &arena, (Range){2, 3}, (Range){2, 3});
    segs_add(&theirs, &arena, (Range){0, 1}, (Range){0, 1});
    segs_add(&theirs, &arena, (Range){1, 2}, (Range){1, 2});
    segs_add(&theirs, &arena, (Range){2, 3}, (Range){2, 2});
    three_split(texts, &mine, &theirs, &arena, &chunks);
    CHECK_INT(chunks.count, 3);
    CHECK_INT(chunks.items[0].kind, THREE_SAME);
    CHECK_INT(chunks.items[1].kind, THREE_CONFLICT);
    CHECK_INT(chunks.items[2].kind, THREE_ONLY_THEIRS);
    arena_deinit(&arena);
}

static void the_white_space_of_the_side_that_changed_it_is_taken(void **state)
{
    (void)state;
    Arena arena = {0};
    Tiles texts[THREE_COUNT] = {letters(STR("a b c"), &arena),
                                letters(STR("a\n\nb c"), &arena),
                                letters(STR("a b  c\n"), &arena)};
    SegList same = {0};
    ThreeList chunks = {0};
    StrBuf out = {0};
    Joiner joiner;

    for (size_t i = 0; i < 3; i++)
        segs_add(&same, &arena, (Range){i, i + 1}, (Range){i, i + 1});
    three_split(texts, &same, &same, &arena, &chunks);
    joiner_init(&joiner, texts, &out);
    for (size_t i = 0; i < chunks.count; i++) {
        unsigned has;
        Str bytes = three_bytes(texts, &chunks.items[i], &has);
        joiner_add(&joiner, chunks.items[i].at, has, bytes);
    }
    joiner_end(&joiner);
    CHECK_STR(strbuf_view(&out), STR("a\n\nb  c\n"));
    strbuf_deinit(&out);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(segs_fill_what_lies_between),
          TEST(tiles_keep_the_white_space_between_them),
          TEST(chunks_say_who_changed_what),
          TEST(the_white_space_of_the_side_that_changed_it_is_taken))
