#include "ui/keymap.h"

#include <string.h>

#include "check.h"

static void every_command_can_be_reached_without_alt_and_function_keys(void **state)
{
    (void)state;
    for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
        const Command *c = command_get((CommandId)id);
        CHECK(c != NULL);
        CHECK_INT(c->id, id);
        CHECK(c->title[0] && c->synonyms[0] && c->run);
        /* The palette lists every command; it must itself have a plain key. */
        if (id == CMD_PALETTE || id == CMD_MENU || id == CMD_BACK || id == CMD_SAVE) {
            for (int v = 0; v < VIEW_COUNT; v++) {
                StrBuf key = {0};
                if (!(c->where & IN(v)))
                    continue;
                if (id == CMD_MENU && v != VIEW_WRITE && v != VIEW_HOME)
                    continue;
                if (id == CMD_BACK && v == VIEW_HOME)
                    continue;
                CHECK(keymap_key_name(NULL, (View)v, c->id, &key));
                CHECK(key.ptr[0] != 'F' &&
                      str_find(strbuf_view(&key), STR("Alt"), 0) == STR_NONE);
                strbuf_deinit(&key);
            }
        }
    }
}

static void no_key_means_two_things_in_one_view(void **state)
{
    (void)state;
    size_t count = 0;
    const Binding *b = keymap_bindings(&count);

    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            if (key_same(&b[i].key, &b[k].key))
                CHECK_INT(b[i].where & b[k].where, 0);
}

static void keys_that_terminals_or_shells_take_are_not_bound(void **state)
{
    (void)state;
    size_t count = 0;
    const Binding *b = keymap_bindings(&count);

    for (size_t i = 0; i < count; i++) {
        const Key *key = &b[i].key;
        if (key->code == KEYCODE_CHAR && (key->mods & MOD_CTRL))
            CHECK(key->cp != 'b' && key->cp != 'h' && key->cp != 'i' &&
                  key->cp != 'j' && key->cp != 'm' && key->cp != '[' &&
                  key->cp != '\\' && key->cp != ' ');
        CHECK(key->code != KEYCODE_F10 && key->code != KEYCODE_F11);
        /* Alt is Esc for letters, and never the only way. */
        CHECK(!(key->mods & MOD_ALT) ||
              (key->code != KEYCODE_CHAR && command_get(b[i].command)->letter != 0));
    }
}

static void menu_letters_are_one_command_each_and_no_sequence(void **state)
{
    (void)state;
    for (int a = CMD_NONE + 1; a < CMD_COUNT; a++) {
        const Command *c = command_get((CommandId)a);
        if (!c->letter)
            continue;
        CHECK(!strchr("[]OPX^_bfd", c->letter));
        for (int b = a + 1; b < CMD_COUNT; b++) {
            const Command *other = command_get((CommandId)b);
            if (other->letter == c->letter)
                CHECK_INT(other->where & c->where, 0);
        }
    }
}

static void korean_letters_are_the_keys_under_them(void **state)
{
    (void)state;
    Key key = {.code = KEYCODE_CHAR, .cp = 0x3157}; /* ㅗ is on h */
    CHECK_INT(keymap_find(NULL, VIEW_HOME, &key), CMD_HISTORY);
    CHECK_INT(keymap_find(NULL, VIEW_WRITE, &key), CMD_NONE);
}

static void hints_name_commands_that_are_valid_there(void **state)
{
    (void)state;
    for (int v = 0; v < VIEW_COUNT; v++) {
        for (int row = 0; row < 2; row++) {
            const Hint *hints = keymap_hints((View)v, row);
            for (int i = 0; i < HINTS_A_ROW && hints[i].command; i++) {
                StrBuf key = {0};
                CHECK(command_get(hints[i].command)->where & IN(v));
                CHECK(keymap_key_name(NULL, (View)v, hints[i].command, &key));
                strbuf_deinit(&key);
            }
        }
    }
}

static void capitals_are_the_keys_that_the_hints_print(void **state)
{
    (void)state;
    Key key = {.code = KEYCODE_CHAR, .cp = 'F'};
    CHECK_INT(keymap_find(NULL, VIEW_CHECKS, &key), CMD_FIX);
    CHECK_INT(keymap_find(NULL, VIEW_WRITE, &key), CMD_NONE);
    key.cp = 'Y';
    CHECK_INT(keymap_find(NULL, VIEW_CHECKS, &key), CMD_REDO);
}

static void the_manual_names_every_command(void **state)
{
    (void)state;
    StrBuf page = {0};
    keymap_manual(&page);
    for (int id = CMD_NONE + 1; id < CMD_COUNT; id++)
        CHECK(str_find(strbuf_view(&page), str_from(command_get((CommandId)id)->title),
                       0) != STR_NONE);
    strbuf_deinit(&page);
}

static void own_keys_take_the_place_of_a_command_s(void **state)
{
    const OwnKeys own[] = {{STR("save"), STR("ctrl-b, F12"), STR("config"), 3}};
    Arena arena = {0};
    StrBuf problems = {0}, names = {0};
    Keymap keys = {0};
    Key key = {0};

    (void)state;
    keymap_make(own, 1, &arena, &keys, &problems);
    CHECK_STR(strbuf_view(&problems), STR(""));
    CHECK(key_parse(STR("ctrl-b"), &key));
    CHECK_INT(keymap_find(&keys, VIEW_WRITE, &key), CMD_SAVE);
    CHECK(key_parse(STR("ctrl-s"), &key));
    CHECK_INT(keymap_find(&keys, VIEW_WRITE, &key), CMD_NONE);
    CHECK(key_parse(STR("ctrl-f"), &key));
    CHECK_INT(keymap_find(&keys, VIEW_WRITE, &key), CMD_FIND);
    keymap_all_names(&keys, VIEW_WRITE, CMD_SAVE, &names);
    CHECK_STR(strbuf_view(&names), STR("^B, F12, Esc s"));
    strbuf_deinit(&names);
    strbuf_deinit(&problems);
    arena_deinit(&arena);
}

static void what_is_wrong_with_own_keys_is_named(void **state)
{
    const OwnKeys own[] = {
        {STR("fly"), STR("ctrl-b"), STR("config"), 1},
        {STR("save"), STR("ctrl-banana, x, ctrl-m"), STR("config"), 2},
        {STR("undo"), STR("f12"), STR("config"), 3},
        {STR("redo"), STR("f12"), STR("config"), 4},
        {STR("cut"), STR("ctrl-f"), STR("config"), 5},
    };
    Arena arena = {0};
    StrBuf problems = {0};
    Keymap keys = {0};
    Key key = {0};

    (void)state;
    keymap_make(own, 5, &arena, &keys, &problems);
    CHECK_STR(strbuf_view(&problems),
              STR("config:1: there is no command \"fly\"\n"
                  "config:2: \"ctrl-banana\" is no key\n"
                  "config:2: \"x\" is needed for typing\n"
                  "config:2: \"ctrl-m\" is needed for typing\n"
                  "config:4: F12 is the key of \"undo\" already (line 3)\n"
                  "config:5: ^F was the key of \"find\"\n"));
    CHECK(key_parse(STR("ctrl-f"), &key));
    CHECK_INT(keymap_find(&keys, VIEW_WRITE, &key), CMD_CUT);
    CHECK_INT(keymap_find(&keys, VIEW_PREVIEW, &key), CMD_SEARCH);
    strbuf_deinit(&problems);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(every_command_can_be_reached_without_alt_and_function_keys),
          TEST(no_key_means_two_things_in_one_view),
          TEST(keys_that_terminals_or_shells_take_are_not_bound),
          TEST(menu_letters_are_one_command_each_and_no_sequence),
          TEST(korean_letters_are_the_keys_under_them),
          TEST(hints_name_commands_that_are_valid_there),
          TEST(capitals_are_the_keys_that_the_hints_print),
          TEST(the_manual_names_every_command),
          TEST(own_keys_take_the_place_of_a_command_s),
          TEST(what_is_wrong_with_own_keys_is_named))
