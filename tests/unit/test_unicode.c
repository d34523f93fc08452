#include "base/unicode.h"

#include <locale.h>

#include "base/mem.h"
#include "check.h"

static int use_utf8(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static void graphemes_are_what_people_see(void **state)
{
    (void)state;
    CHECK_INT(grapheme_count(STR("abc")), 3);
    CHECK_INT(grapheme_count(STR("e\xCC\x81")), 1);
    CHECK_INT(grapheme_count(STR("\r\n")), 1);
    CHECK_INT(grapheme_count(STR("👨‍👩‍👧")), 1);
    CHECK_INT(grapheme_count(STR("🇰🇷🇩🇪")), 2);
    CHECK_INT(grapheme_count(STR("👍🏽!")), 2);
    CHECK_INT(grapheme_count(STR("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB")), 1);
    CHECK_INT(grapheme_count(STR("\xFF\xFE")), 2);
}

static void walking_back_meets_the_same_borders(void **state)
{
    (void)state;
    Str s = STR("a한e\xCC\x81👨‍👩‍👧b\r\n🇰🇷🇩🇪\xFFz");
    size_t borders[32], n = 0;
    for (size_t at = 0; at < s.len; at = grapheme_next(s, at))
        borders[n++] = at;
    size_t at = s.len;
    while (at > 0) {
        at = grapheme_before(s, at);
        CHECK(n > 0);
        CHECK_INT(at, borders[--n]);
    }
    CHECK_INT(n, 0);
}

static void widths_are_cells(void **state)
{
    (void)state;
    CHECK_INT(unicode_width(STR("abc")), 3);
    CHECK_INT(unicode_width(STR("한글")), 4);
    CHECK_INT(unicode_width(STR("e\xCC\x81")), 1);
    CHECK_INT(unicode_width(STR("👨‍👩‍👧")), 2);
    CHECK_INT(unicode_width(STR("\xFF")), 4);
    CHECK_INT(unicode_width(STR("\0한\xE2\x82")), 14);
    CHECK_STR(unicode_fit(STR("한글abc"), 3), STR("한"));
    CHECK_STR(unicode_fit(STR("한글abc"), 5), STR("한글a"));
}

static void hidden_characters_are_shown(void **state)
{
    (void)state;
    StrBuf b = {0};
    unicode_visible(STR("a\x1b[31m\xC2\x9B\xE2\x80\xAEz\tq\n\xFF"), VISIBLE_ONE_LINE,
                    &b);
    CHECK_STRZ(strbuf_cstr(&b), "a^[[31m<009B><202E>z q <FF>");
    strbuf_clear(&b);
    unicode_visible(STR("\0é\xE2\x82"), VISIBLE_LINES, &b);
    CHECK_STRZ(strbuf_cstr(&b), "<00>é<E2><82>");
    strbuf_clear(&b);
    unicode_visible(STR("👨‍👩‍👧\t\n"), VISIBLE_LINES, &b);
    CHECK_STRZ(strbuf_cstr(&b), "👨‍👩‍👧\t\n");
    strbuf_deinit(&b);
}

static void composing_keeps_bad_bytes(void **state)
{
    (void)state;
    StrBuf b = {0};
    unicode_nfc(STR("e\xCC\x81\xFF\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"), &b);
    CHECK_STRZ(strbuf_cstr(&b), "é\xFF한");
    strbuf_deinit(&b);
    CHECK(unicode_is_nfc(STR("plain")));
    CHECK(unicode_is_nfc(STR("é한")));
    CHECK(!unicode_is_nfc(STR("abce\xCC\x81")));
    /* A syllable without a final consonant takes the one that follows. */
    CHECK(!unicode_is_nfc(STR("한하\xE1\x86\xAB")));
    CHECK(!unicode_is_nfc(STR("가か\xE3\x82\x99")));
}

static void letters_are_told_from_signs_at_the_borders_of_ascii(void **state)
{
    (void)state;
    CHECK(!unicode_is_letter('@') && unicode_is_letter('A') && unicode_is_letter('Z'));
    CHECK(!unicode_is_letter('[') && !unicode_is_letter('`') &&
          !unicode_is_letter('{'));
    CHECK(!unicode_is_digit('/') && unicode_is_digit('9') && !unicode_is_digit(':'));
    CHECK(unicode_is_space('\t') && unicode_is_space('\r') && !unicode_is_space('\b'));
    CHECK(unicode_fold('@') == '@' && unicode_fold('Z') == 'z');
    CHECK_INT(unicode_skip_plain(STR("a9Z-b"), 0), 3);
    CHECK_INT(unicode_skip_plain(STR("a9Z"), 0), 3);
    CHECK_INT(unicode_skip_plain(STR("한"), 0), 0);
}

/* "하나" and "한나" in single letters. */
#define HANA  "\xe1\x84\x92\xe1\x85\xa1\xe1\x84\x82\xe1\x85\xa1"
#define HANNA "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab\xe1\x84\x82\xe1\x85\xa1"

static void a_prefix_is_found_composed_or_not(void **state)
{
    (void)state;
    CHECK_INT(unicode_prefix(STR("하나다"), STR("하나")), 6);
    CHECK_INT(unicode_prefix(STR(HANA "!"), STR("하나")), 12);
    CHECK_INT(unicode_prefix(STR(HANNA), STR("한나")), 15);
    CHECK_INT(unicode_prefix(STR(HANNA), STR("하")), 0);
    CHECK_INT(unicode_prefix(STR(HANA), STR("한")), 0);
    CHECK_INT(unicode_prefix(STR("하"), STR("하나")), 0);
    CHECK_INT(unicode_prefix(STR(""), STR("a")), 0);
    CHECK_INT(unicode_prefix(STR("n:a"), STR("n:")), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(graphemes_are_what_people_see),
        TEST(walking_back_meets_the_same_borders),
        TEST(widths_are_cells),
        TEST(hidden_characters_are_shown),
        TEST(composing_keeps_bad_bytes),
        TEST(letters_are_told_from_signs_at_the_borders_of_ascii),
        TEST(a_prefix_is_found_composed_or_not),
    };
    return cmocka_run_group_tests(tests, use_utf8, NULL);
}
