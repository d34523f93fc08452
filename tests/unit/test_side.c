#include "diff/side.h"

#include <locale.h>

#include "check.h"

static void sentences_hold_every_token_of_their_blocks(void **state)
{
    (void)state;
    const DiffBlock blocks[] = {
        {.text = STR("One two. Three four?"), .kind = BLOCK_PARAGRAPH},
        {.text = STR("x = 1\ny = 2"), .kind = BLOCK_CODE}};
    const DiffText text = {.blocks = blocks, .block_count = 2, .lang = LANG_EN};
    Arena arena = {0};
    Pairer p;

    setlocale(LC_CTYPE, "C.UTF-8");
    pairer_init(&p, &arena);
    Side side = side_read(&p, &text);
    Sentences s = side_sentences(&p, &side, 0, 2);
    CHECK_INT(s.count, 4);
    size_t end = 0;
    for (size_t i = 0; i < s.count; i++) {
        CHECK_INT(s.items[i].first, end);
        end = s.items[i].first + s.items[i].count;
    }
    CHECK_INT(end, side.tokens.count);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(sentences_hold_every_token_of_their_blocks))
