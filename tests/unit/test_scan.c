#include "base/scan.h"

#include <string.h>

#include "check.h"

/* All that is here holds for a string that begins anywhere in sixteen bytes. */
enum { SHIFTS = SCAN_STEP + 1 };

static Str behind(Str text, size_t shift, char room[128])
{
    memset(room, 'x', shift);
    memcpy(room + shift, text.ptr, text.len);
    return (Str){room, shift + text.len};
}

static void a_byte_of_a_set_is_found_wherever_it_stands(void **state)
{
    (void)state;
    static const ScanSet stops = {{'.', '!', '?', '.', '.'}, .wide = false};
    static const ScanSet wide = {{'.', '.', '.', '.', '.'}, .wide = true};
    char room[128];

    for (size_t shift = 0; shift < SHIFTS; shift++) {
        Str s = behind(STR("is it ~ so \xC3\xA9? Yes!"), shift, room);
        CHECK(scan_next(s, 0, stops) == shift + 13);
        CHECK(scan_next(s, shift + 14, stops) == s.len - 1);
        CHECK(scan_next(s, s.len, stops) == s.len);
        CHECK(scan_next(s, 0, wide) == shift + 11);
    }
    CHECK(scan_next(STR(""), 0, stops) == 0);
}

static void letters_and_digits_end_at_any_other_byte(void **state)
{
    (void)state;
    static const char others[] = "/:@[`{ \x7F\x80\xFF";
    char room[128];

    for (size_t shift = 0; shift < SHIFTS; shift++) {
        for (size_t i = 0; i < sizeof others; i++) {
            Str s = behind(STR("AZaz09! and on and on and on"), shift, room);
            room[shift + 6] = others[i];
            CHECK(scan_plain(s, 0) == shift + 6);
            CHECK(scan_letters(s, 0) == shift + 4);
        }
        Str all = behind(STR("z9"), shift, room);
        CHECK(scan_plain(all, 0) == all.len);
    }
}

static void two_spaces_are_found_over_the_border_of_a_step(void **state)
{
    (void)state;
    char room[128];

    for (size_t shift = 0; shift < SHIFTS; shift++) {
        Str s = behind(STR("a b c  d e f"), shift, room);
        CHECK(scan_two_spaces(s, 0) == shift + 5);
        CHECK(scan_two_spaces(s, shift + 6) == s.len);
    }
    CHECK(scan_two_spaces(STR("  "), 0) == 0);
    CHECK(scan_two_spaces(STR(" "), 0) == 1);
    CHECK(scan_two_spaces(STR(""), 0) == 0);
}

static void bits_say_what_each_of_sixteen_bytes_is(void **state)
{
    (void)state;
    static const ScanSet inner = {{'\'', '-', '.', ',', ','}, .wide = false};
    ScanBits bits = scan_bits("a-b. C3\xC3\xA9'/z,,,", inner);

    CHECK(bits.plain == 0x865);
    CHECK(bits.found == 0x720A);
    CHECK(bits.wide == 0x0180);
    CHECK(scan_count(0xFFFF) == 16);
    CHECK(scan_count(0x8001) == 2);
    CHECK(scan_count(0) == 0);
}

RUN_TESTS(TEST(a_byte_of_a_set_is_found_wherever_it_stands),
          TEST(letters_and_digits_end_at_any_other_byte),
          TEST(two_spaces_are_found_over_the_border_of_a_step),
          TEST(bits_say_what_each_of_sixteen_bytes_is))
