#include "ui/linear_words.h"

#include "base/message.h"
#include "check.h"
#include "ui/keymap.h"

static bool typed_somewhere(const Command *c)
{
    for (int v = 0; v < VIEW_COUNT; v++)
        if (c->where & IN(v)) {
            LinearWord w = linear_find_word((View)v, str_from(c->name));
            if (w.command == c->id || w.verb != VERB_NONE)
                return true;
        }
    return false;
}

static void every_command_has_a_way_in_lines_or_on_the_command_line(void **state)
{
    (void)state;
    for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
        const Command *c = command_get((CommandId)id);
        if (!c->cli[0] && !typed_somewhere(c))
            CHECK(linear_instead(c->id) != NULL);
    }
}

static void every_command_that_can_be_typed_is_typed_in_each_of_its_views(void **state)
{
    (void)state;
    for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
        const Command *c = command_get((CommandId)id);
        for (int v = 0; v < VIEW_COUNT; v++) {
            StrBuf word = {0};
            if (!(c->where & IN(v)) || linear_instead(c->id))
                continue;
            CHECK(linear_command_word((View)v, c->id, &word));
            CHECK_INT(linear_find_word((View)v, strbuf_view(&word)).command, c->id);
            strbuf_deinit(&word);
        }
    }
}

static void what_stands_for_a_command_can_be_typed(void **state)
{
    (void)state;
    for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
        const char *instead = linear_instead((CommandId)id);
        if (!instead)
            continue;
        LinearWord w = linear_find_word(VIEW_WRITE, str_from(instead));
        CHECK(w.verb != VERB_NONE || w.command != CMD_NONE);
    }
}

static void letters_of_a_korean_keyboard_count(void **state)
{
    (void)state;
    CHECK_INT(linear_find_word(VIEW_WRITE, STR("ㄴ")).command, CMD_SAVE);
    CHECK_INT(linear_find_word(VIEW_WRITE, STR("ㅁ")).verb, VERB_ADD);
    CHECK_INT(linear_find_word(VIEW_HISTORY, STR("ㅂ")).command, CMD_BACK);
}

static void q_leaves_every_view(void **state)
{
    (void)state;
    for (int v = 0; v < VIEW_COUNT; v++) {
        CommandId id = linear_find_word((View)v, STR("q")).command;
        CHECK(id == CMD_BACK || id == CMD_CLOSE);
    }
}

static void keys_in_messages_become_words(void **state)
{
    StrBuf out = {0};

    (void)state;
    linear_message(VIEW_WRITE,
                   STR("Done. ^Z takes it back. Esc Y: confirm. ^ is no key."), &out);
    CHECK_STR(strbuf_view(&out),
              STR("Done. undo takes it back. adopt: confirm. ^ is no key."));
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(every_command_has_a_way_in_lines_or_on_the_command_line),
          TEST(every_command_that_can_be_typed_is_typed_in_each_of_its_views),
          TEST(what_stands_for_a_command_can_be_typed),
          TEST(letters_of_a_korean_keyboard_count), TEST(q_leaves_every_view),
          TEST(keys_in_messages_become_words))
