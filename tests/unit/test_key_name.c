#include "check.h"

#include "term/key.h"

/* A key is parsed from `given` and printed as `printed`; parsing that again
 * gives the same key. */
static void check_name(const char *given, const char *printed)
{
    Key key = {0}, again = {0};
    StrBuf out = {0};

    CHECK(key_parse(str_from(given), &key));
    key_name(&key, &out);
    CHECK_STR(strbuf_view(&out), str_from(printed));
    CHECK(key_parse(strbuf_view(&out), &again));
    CHECK(key_same(&key, &again));
    strbuf_deinit(&out);
}

static void keys_are_named_as_people_know_them(void **state)
{
    (void)state;
    check_name("ctrl-s", "^S");
    check_name("Ctrl-S", "^S");
    check_name("^S", "^S");
    check_name("^s", "^S");
    check_name("alt-x", "Esc x");
    check_name("Esc X", "Esc X");
    check_name("Esc >", "Esc >");
    check_name("shift-tab", "Shift-Tab");
    check_name("f2", "F2");
    check_name("F12", "F12");
    check_name("pageup", "PgUp");
    check_name("pgdn", "PgDn");
    check_name("delete", "Del");
    check_name("escape", "Esc");
    check_name("esc", "Esc");
    check_name("return", "Enter");
    check_name("ctrl-shift-left", "Ctrl-Shift-Left");
    check_name("shift-ctrl-left", "Ctrl-Shift-Left");
    check_name("alt-left", "Alt-Left");
    check_name("ctrl-space", "Ctrl-Space");
    check_name("ctrl-shift-s", "Ctrl-Shift-s");
    check_name("shift-a", "A");
    check_name("/", "/");
    check_name("^", "^");
    check_name("ctrl--", "^-");
    check_name("^^", "^^");
    check_name("ctrl-]", "^]");
    check_name("ㅂ", "ㅂ");
}

static void what_is_no_key_is_refused(void **state)
{
    (void)state;
    Key key;
    CHECK(!key_parse(STR(""), &key));
    CHECK(!key_parse(STR("f13"), &key));
    CHECK(!key_parse(STR("hyper-x"), &key));
    CHECK(!key_parse(STR("\x01"), &key));
    CHECK(!key_parse(STR("\xff"), &key));
    CHECK(!key_parse(STR("ctrl-nothing"), &key));
}

static void hangul_letters_are_keys_of_the_two_set_layout(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"ㅂ", "q"}, {"ㅁ", "a"},  {"ㅋ", "z"},  {"ㅣ", "l"}, {"ㅡ", "m"}, {"ㄲ", "R"},
        {"ㅖ", "P"}, {"ㄳ", "ㄳ"}, {"한", "한"}, {"x", "x"},  {"ㅏ", "k"}, {"ㅎ", "g"}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        Key hangul, latin;
        CHECK(key_parse(str_from(pairs[i][0]), &hangul));
        CHECK(key_parse(str_from(pairs[i][1]), &latin));
        CHECK_INT(key_latin(hangul.cp), latin.cp);
    }
}

RUN_TESTS(TEST(keys_are_named_as_people_know_them), TEST(what_is_no_key_is_refused),
          TEST(hangul_letters_are_keys_of_the_two_set_layout))
