#include "app/doctor_keys.h"
#include "check.h"
#include "ui/keymap.h"

static void check_line_with(const Keymap *keys, Str bytes, const char *expected)
{
    KeyDecoder decoder = {0};
    StrBuf line = {0};
    Key key;

    key_decoder_init(&decoder, 0x7F);
    key_feed(&decoder, bytes);
    CHECK(key_next(&decoder, true, &key));
    doctor_key_line(keys, &key, bytes, &line);
    CHECK_STR(strbuf_view(&line), str_from(expected));
    strbuf_deinit(&line);
    key_decoder_deinit(&decoder);
}

static void check_line(Str bytes, const char *expected)
{
    check_line_with(NULL, bytes, expected);
}

static void a_key_is_told_by_its_name_its_bytes_and_its_command(void **state)
{
    (void)state;
    check_line(STR("\x13"), "^S            13                        Save revision (on "
                            "other screens: Write the decision down)\n");
    check_line(STR("\033s"), "Esc s         1b 73                     Save revision\n");
    check_line(STR("\033[1;5D"), "Ctrl-Left     1b 5b 31 3b 35 44         moves\n");
    check_line(STR("\xED\x95\x9C"),
               "한            ed 95 9c                  types itself\n");
    check_line(STR("\xFF"),
               "a bad byte    ff                        is left out: no UTF-8\n");
}

static void commands_of_other_screens_are_told_once(void **state)
{
    (void)state;
    check_line(STR("m"),
               "m             6d                        types itself (on "
               "other screens: Read and decide, Mark to compare, Note that I have "
               "read it, Put it on other words, Who asks what, and what is "
               "answered)\n");
}

static void own_keys_are_told_as_they_are_set(void **state)
{
    const OwnKeys own = {.command = STR("save"), .keys = STR("ctrl-e")};
    Arena arena = {0};
    Keymap keys = {0};
    StrBuf problems = {0};
    (void)state;
    keymap_make(&own, 1, &arena, &keys, &problems);
    check_line_with(&keys, STR("\x05"),
                    "^E            05                        Save revision (on other "
                    "screens: Fix this check)\n");
    check_line_with(&keys, STR("\x13"),
                    "^S            13                        no command (on other "
                    "screens: Write the decision down)\n");
    strbuf_deinit(&problems);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(own_keys_are_told_as_they_are_set),
          TEST(a_key_is_told_by_its_name_its_bytes_and_its_command),
          TEST(commands_of_other_screens_are_told_once))
