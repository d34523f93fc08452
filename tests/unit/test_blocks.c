#include "diff/blocks.h"

#include "check.h"

/* Problem, Risks, Solution became Problem, Solution. */
static const DiffPart old_parts[] = {{{"Problem", 7}, {"p", 1}, 0, 0},
                                     {{"Risks", 5}, {"r", 1}, 1, NO_INDEX},
                                     {{"Solution", 8}, {"s", 1}, 2, 1}};
static const DiffPart new_parts[] = {{{"Problem", 7}, {"p", 1}, 0, 0},
                                     {{"Solution", 8}, {"s", 1}, 1, 2}};

static DiffText old_text(const DiffBlock *blocks, size_t count)
{
    return (DiffText){blocks, count, old_parts, 3, LANG_EN};
}

static DiffText new_text(const DiffBlock *blocks, size_t count)
{
    return (DiffText){blocks, count, new_parts, 2, LANG_EN};
}

static void a_part_that_is_gone_stands_where_it_stood(void **state)
{
    (void)state;
    const DiffBlock before[] = {{STR("One two three."), BLOCK_PARAGRAPH, 0, 0, 0},
                                {STR("Gone is this."), BLOCK_PARAGRAPH, 1, 1, 0},
                                {STR("Four five six."), BLOCK_PARAGRAPH, 2, 2, 0}};
    const DiffBlock after[] = {{STR("One two three."), BLOCK_PARAGRAPH, 0, 0, 0},
                               {STR("Four five six."), BLOCK_PARAGRAPH, 1, 1, 0}};
    DiffText a = old_text(before, 3), b = new_text(after, 2);
    Arena arena = {0};
    Redline r = {0};

    redline_blocks(&a, &b, &arena, &r);
    CHECK_INT(r.part_count, 3);
    CHECK_STR(r.parts[1].title, STR("Risks"));
    CHECK(r.parts[1].new_part == NO_INDEX);
    CHECK_INT(r.parts[1].removed, 3);
    CHECK_INT(r.parts[2].old_part, 2);
    CHECK_INT(r.parts_changed, 1);
    CHECK_INT(r.blocks[1].state, BLOCK_REMOVED);
    CHECK_INT(r.blocks[1].old_block, 1);
    arena_deinit(&arena);
}

static void a_moved_block_names_its_other_end(void **state)
{
    (void)state;
    const DiffBlock before[] = {{STR("Short one."), BLOCK_PARAGRAPH, 0, 0, 0},
                                {STR("Four five six."), BLOCK_PARAGRAPH, 1, 2, 0}};
    const DiffBlock after[] = {{STR("Four five six."), BLOCK_PARAGRAPH, 0, 1, 0},
                               {STR("Short one."), BLOCK_PARAGRAPH, 1, 1, 0}};
    DiffText a = old_text(before, 2), b = new_text(after, 2);
    Arena arena = {0};
    Redline r = {0};

    redline_blocks(&a, &b, &arena, &r);
    CHECK_INT(r.block_count, 3);
    CHECK_INT(r.blocks[0].state, BLOCK_MOVED_AWAY);
    CHECK_STR(r.parts[r.blocks[0].other_part].title, STR("Solution"));
    CHECK_INT(r.blocks[2].state, BLOCK_MOVED_HERE);
    CHECK_STR(r.parts[r.blocks[2].other_part].title, STR("Problem"));
    CHECK_INT(r.added, 0);
    CHECK_INT(r.removed, 0);
    arena_deinit(&arena);
}

static void gaps_tell_where_white_space_stood(void **state)
{
    (void)state;
    const DiffBlock before[] = {{STR("제품을 산다"), BLOCK_PARAGRAPH, 0, 0, 0}};
    const DiffBlock after[] = {{STR("제품이  나온다"), BLOCK_PARAGRAPH, 0, 0, 0}};
    DiffText a = old_text(before, 1), b = new_text(after, 1);
    Arena arena = {0};
    Redline r = {0};

    redline_blocks(&a, &b, &arena, &r);
    const Change *c = r.blocks[0].changes;
    CHECK_INT(r.blocks[0].change_count, 5);
    CHECK_STR(c[0].text, STR("제품"));
    CHECK_STR(c[1].text, STR("을"));
    CHECK_INT(c[1].gap, GAP_NONE);
    CHECK_STR(c[2].text, STR("이"));
    CHECK_STR(c[3].text, STR("산다"));
    CHECK_INT(c[3].gap, GAP_SPACE);
    CHECK_INT(c[4].kind, CHANGE_ADDED);
    CHECK_INT(c[4].gap, GAP_SPACE);
    arena_deinit(&arena);
}

static void empty_texts_have_no_blocks(void **state)
{
    (void)state;
    DiffText nothing = {0};
    Arena arena = {0};
    Redline r = {0};

    redline_blocks(&nothing, &nothing, &arena, &r);
    CHECK_INT(r.block_count, 0);
    CHECK_INT(r.part_count, 0);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(a_part_that_is_gone_stands_where_it_stood),
          TEST(a_moved_block_names_its_other_end),
          TEST(gaps_tell_where_white_space_stood), TEST(empty_texts_have_no_blocks))
