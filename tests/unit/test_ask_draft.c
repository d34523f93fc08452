#include "ui/ask.h"

#include "check.h"
#include "ui/area.h"

static void what_is_asked_comes_back_as_it_was(void **state)
{
    AskBox boxes[BOX_COUNT] = {0}, read[BOX_COUNT] = {0};
    StrBuf text = {0}, again = {0};
    (void)state;
    boxes[BOX_ASK].kind = THREAD_MUST_FIX;
    strbuf_set(&boxes[BOX_ASK].quote, STR("One \\owner\nin three"));
    strbuf_set(&boxes[BOX_ASK].part, STR("problem"));
    area_set(&boxes[BOX_ASK].words, STR("Of how many?\n\nWhere from? \\n"));
    boxes[BOX_REPLY].replies = true;
    strbuf_set(&boxes[BOX_REPLY].id, STR("k3f9"));
    area_set(&boxes[BOX_REPLY].words, STR("24"));
    ask_write(boxes, &text);
    ask_read(strbuf_view(&text), read);
    CHECK_INT(read[BOX_ASK].kind, THREAD_MUST_FIX);
    CHECK_STR(strbuf_view(&read[BOX_ASK].quote), STR("One \\owner\nin three"));
    CHECK_STR(field_view(&read[BOX_ASK].words), STR("Of how many?\n\nWhere from? \\n"));
    CHECK(read[BOX_REPLY].replies);
    CHECK_STR(strbuf_view(&read[BOX_REPLY].id), STR("k3f9"));
    ask_write(read, &again);
    CHECK_STR(strbuf_view(&again), strbuf_view(&text));
    for (int i = 0; i < BOX_COUNT; i++) {
        ask_deinit(&boxes[i]);
        ask_deinit(&read[i]);
    }
    strbuf_deinit(&text);
    strbuf_deinit(&again);
}

static void other_lines_are_passed_over(void **state)
{
    AskBox read[BOX_COUNT] = {0};
    (void)state;
    ask_read(STR("words\nkind nothing\nwords a\nelse b\n\n"), read);
    CHECK_STR(field_view(&read[BOX_ASK].words), STR("a"));
    ask_deinit(&read[BOX_ASK]);
}

RUN_TESTS(TEST(what_is_asked_comes_back_as_it_was), TEST(other_lines_are_passed_over))
