#include "base/utf8.h"

#include "check.h"

static void bad_bytes_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\x80",     "\xF0\x9F\x98", "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t at = 99;
        StrBuf b = {0};
        strbuf_addf(&b, "ab%s", bad[i]);
        CHECK(!utf8_valid(strbuf_view(&b), &at));
        CHECK_INT(at, 2);
        strbuf_deinit(&b);
    }
}

static void every_code_point_survives(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp <= 0x10FFFF; cp += cp < 0x3000 ? 1 : 37) {
        char bytes[UTF8_MAX];
        uint32_t back = 0;
        size_t len = utf8_write(cp, bytes);
        if (cp >= 0xD800 && cp <= 0xDFFF) {
            CHECK_INT(len, 0);
            continue;
        }
        CHECK_INT(utf8_decode((Str){bytes, len}, 0, &back), len);
        CHECK_INT(back, cp);
        CHECK_INT(utf8_before((Str){bytes, len}, len), 0);
    }
}

static void cutting_never_splits_a_character(void **state)
{
    (void)state;
    CHECK_STR(utf8_cut(STR("한글"), 5), STR("한"));
    CHECK_STR(utf8_cut(STR("한글"), 2), STR(""));
    CHECK_STR(utf8_cut(STR("한글"), 6), STR("한글"));
    CHECK_STR(utf8_cut(STR("\x80\x80\x80\x80\x80\x80"), 5),
              STR("\x80\x80\x80\x80\x80"));
    CHECK_INT(utf8_count(STR("a한\xFF")), 3);
}

static void ascii_is_skipped_up_to_the_first_other_byte(void **state)
{
    (void)state;
    CHECK_INT(utf8_skip_ascii(STR(""), 0), 0);
    CHECK_INT(utf8_skip_ascii(STR("0123456789"), 0), 10);
    CHECK_INT(utf8_skip_ascii(STR("0123456789한"), 0), 10);
    CHECK_INT(utf8_skip_ascii(STR("012345한89012345"), 0), 6);
    CHECK_INT(utf8_skip_ascii(STR("한01234567한"), 3), 11);
}

static void bad_bytes_are_replaced(void **state)
{
    (void)state;
    StrBuf b = {0};
    utf8_clean(STR("a\xFF한\xE2\x82"), &b);
    CHECK_STRZ(strbuf_cstr(&b), "a\xEF\xBF\xBD한\xEF\xBF\xBD\xEF\xBF\xBD");
    strbuf_deinit(&b);
}

RUN_TESTS(TEST(bad_bytes_are_replaced), TEST(bad_bytes_are_refused),
          TEST(every_code_point_survives), TEST(cutting_never_splits_a_character),
          TEST(ascii_is_skipped_up_to_the_first_other_byte))
