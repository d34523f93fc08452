#include "diff/plain_blocks.h"

#include "check.h"

static void blank_lines_headings_marks_and_tables_begin_blocks(void **state)
{
    (void)state;
    Arena arena = {0};
    DiffText t = plain_blocks(STR("# One\nwords of it\ngo on\n\n- an item\n  of two\n"
                                  "12. another\n| a | b |\n|---|---|\nafter it\n"),
                              LANG_EN, &arena);

    CHECK_INT(t.block_count, 6);
    CHECK_STR(t.blocks[0].text, STR("# One"));
    CHECK_STR(t.blocks[1].text, STR("words of it\ngo on"));
    CHECK_STR(t.blocks[2].text, STR("- an item\n  of two"));
    CHECK_STR(t.blocks[3].text, STR("12. another"));
    CHECK_STR(t.blocks[4].text, STR("| a | b |\n|---|---|"));
    CHECK_STR(t.blocks[5].text, STR("after it"));
    CHECK_INT(t.blocks[2].kind, BLOCK_ITEM);
    CHECK_INT(t.blocks[4].kind, BLOCK_TABLE);
    arena_deinit(&arena);
}

static void a_block_begins_behind_a_blank_line(void **state)
{
    (void)state;
    Str text = STR("one\n\ntwo\nthree\r\n \r\nfour");

    CHECK_INT(plain_block_before(text, 3), 0);
    CHECK_INT(plain_block_before(text, 9), 5);
    CHECK_INT(plain_block_before(text, text.len), text.len - 4);
    CHECK_INT(plain_block_behind(text, 0), 0);
    CHECK_INT(plain_block_behind(text, 1), 5);
    CHECK_INT(plain_block_behind(text, 6), text.len - 4);
    CHECK_INT(plain_block_behind(text, text.len - 3), text.len);
}

static void nothing_has_no_blocks(void **state)
{
    (void)state;
    Arena arena = {0};

    CHECK_INT(plain_blocks(STR(" \n\n"), LANG_EN, &arena).block_count, 0);
    CHECK_INT(plain_block_before(STR(""), 0), 0);
    CHECK_INT(plain_block_behind(STR(""), 0), 0);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(blank_lines_headings_marks_and_tables_begin_blocks),
          TEST(a_block_begins_behind_a_blank_line), TEST(nothing_has_no_blocks))
