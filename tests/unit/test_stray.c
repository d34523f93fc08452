#include "check.h"

#include "doc/stray.h"

static void strays_are_nul_and_what_is_no_utf8(void **state)
{
    (void)state;
    Strays none = strays_find(STR("plain \xED\x95\x9C \x1b"));
    CHECK_INT(none.count, 0);
    Strays s = strays_find(STR("ab\0\xFF\xE2\x82z\xED\xA0\x80"));
    CHECK_INT(s.count, 7);
    CHECK_INT(s.first, 2);
}

static void a_masked_text_is_as_long(void **state)
{
    (void)state;
    Arena arena = {0};
    Str text = STR("fine \xED\x95\x9C");

    CHECK(strays_masked(text, &arena).ptr == text.ptr);
    CHECK_STR(strays_masked(STR("a\0b\xFF\xED\x95\x9C\xE2\x82"), &arena),
              STR("a%b%\xED\x95\x9C%%"));
    arena_deinit(&arena);
}

static void names(Str bytes, const char *encoding)
{
    const char *found = strays_encoding(bytes);

    CHECK_STRZ(found ? found : "none", encoding);
}

static void the_encoding_of_whole_texts_is_told(void **state)
{
    (void)state;
    names(STR("\xC7\xD1\xB1\xB9\xBE\xEE\n\xB9\xAE\xBC\xAD\n"), "CP949");
    names(STR("Gr\xFC\xDF"
              "e\nZ\xFCrich\n"),
          "CP1252");
    names(STR("Caf\xE9.\n"), "CP1252");
}

static void damage_is_no_encoding(void **state)
{
    (void)state;
    names(STR("ok\nbad \xFF\xFE\xC3\x28 \xE2\x82 end\nok\n"), "none");
    names(STR("a\x80"
              "b\n\xBF\n"),
          "none");
    names(STR("\xC0\xAF \xE0\x80\xAF\n"), "none");
    names(STR("\xED\xA0\x80 x\n"), "none");
    names(STR("abc\n\xF0\x9F\x98"), "none");
    names(STR("x\xFF"), "none");
    names(STR("Caf\xE9\0"), "none");
    names(STR("한국어 문서 \xFF 입니다\n"), "none");
}

static void a_byte_order_mark_names_wide_text(void **state)
{
    (void)state;
    CHECK_STRZ(wide_encoding(STR("\xFF\xFE"
                                 "a\0")),
               "UTF-16");
    CHECK_STRZ(wide_encoding(STR("\0\0\xFE\xFF")), "UTF-32");
    CHECK(!wide_encoding(STR("\xEF\xBB\xBF"
                             "a")));
    CHECK(!wide_encoding(STR("")));
}

RUN_TESTS(TEST(strays_are_nul_and_what_is_no_utf8), TEST(a_masked_text_is_as_long),
          TEST(the_encoding_of_whole_texts_is_told), TEST(damage_is_no_encoding),
          TEST(a_byte_order_mark_names_wide_text))
