#include "check.h"

#include "text/motion.h"

/* Takes the bars out of `marked`; returns their offsets in the plain text. */
static size_t split_bars(const char *marked, StrBuf *plain, size_t stops[32])
{
    size_t count = 0;

    for (; *marked; marked++) {
        if (*marked == '|')
            stops[count++] = plain->len;
        else
            strbuf_addc(plain, *marked);
    }
    return count;
}

static void walks_right(const char *marked)
{
    StrBuf plain = {0};
    size_t stops[32], at = 0, count = split_bars(marked, &plain, stops);

    for (size_t i = 0; i < count; i++) {
        at = motion_word_right(strbuf_view(&plain), at);
        CHECK_INT(at, stops[i]);
    }
    CHECK_INT(at, plain.len);
    strbuf_deinit(&plain);
}

static void walks_left(const char *marked)
{
    StrBuf plain = {0};
    size_t stops[32], count = split_bars(marked, &plain, stops), at = plain.len;

    while (count-- > 0) {
        at = motion_word_left(strbuf_view(&plain), at);
        CHECK_INT(at, stops[count]);
    }
    CHECK_INT(at, 0);
    strbuf_deinit(&plain);
}

static void words_end_at_space_and_punctuation(void **state)
{
    (void)state;
    walks_right("one| two|, door|-step| don't|  \"yes|.\"|");
    walks_left("|one |two, |door-|step |don't  \"|yes.\"");
    walks_left("|“|yes” 👍🏽");
    walks_right("it’s| v2|.|");
}

static void korean_moves_by_eojeol(void **state)
{
    (void)state;
    walks_right("고객은,| “왜?”라고| 물었다.|\n다음| 줄|");
    walks_left("|고객은, |“왜?”라고 |물었다.\n|다음 |줄");
    walks_right("API를| 쓴다|");
}

static void kana_and_han_are_cut_at_script_changes(void **state)
{
    (void)state;
    walks_right("東京|タワー|に|行|く|。|");
    walks_left("|東京|タワー|に|行|く。");
}

static void characters_are_whole(void **state)
{
    (void)state;
    Str s = STR("a\r\n👨‍👩‍👧é");
    CHECK_INT(motion_right(s, 0), 1);
    CHECK_INT(motion_right(s, 1), 3);
    CHECK_INT(motion_left(s, 3), 1);
    CHECK_INT(motion_right(s, 3), 21);
    CHECK_INT(motion_left(s, 21), 3);
    CHECK_INT(motion_right(s, 21), s.len);
    CHECK_INT(motion_right(s, s.len), s.len);
    CHECK_INT(motion_left(s, 0), 0);
}

static void backspace_takes_a_syllable_typed_as_jamo(void **state)
{
    (void)state;
    Str s = STR("가\u1112\u1161\u11ab");
    CHECK_INT(motion_backspace(s, s.len), 3);
    CHECK_INT(motion_backspace(s, 3), 0);
    CHECK_INT(motion_backspace(s, 0), 0);
}

static void lines_end_before_their_break(void **state)
{
    (void)state;
    Str s = STR("ab\r\n\ncd");
    CHECK_INT(motion_line_end(s, 1), 2);
    CHECK_INT(motion_line_end(s, 4), 4);
    CHECK_INT(motion_line_end(s, 5), 7);
    CHECK_INT(motion_line_start(s, 1), 0);
    CHECK_INT(motion_line_start(s, 4), 4);
    CHECK_INT(motion_line_start(s, 7), 5);
}

static void lines_of_a_range_hold_the_break(void **state)
{
    (void)state;
    Str s = STR("ab\ncd\nef");
    Range r = motion_lines_of(s, (Range){1, 1});
    CHECK_INT(r.start, 0);
    CHECK_INT(r.end, 3);
    r = motion_lines_of(s, (Range){1, 3});
    CHECK_INT(r.end, 3);
    r = motion_lines_of(s, (Range){4, 7});
    CHECK_INT(r.start, 3);
    CHECK_INT(r.end, 8);
    r = motion_lines_of(s, (Range){8, 8});
    CHECK_INT(r.start, 6);
    CHECK_INT(r.end, 8);
    r = motion_lines_of(STR(""), (Range){0, 0});
    CHECK_INT(r.end, 0);
}

static void check_word(Str s, size_t at, Str word)
{
    CHECK_STR(str_range(s, motion_word_at(s, at)), word);
}

static void the_word_around_a_place(void **state)
{
    (void)state;
    check_word(STR("say don't, ok"), 6, STR("don't"));
    check_word(STR("say don't, ok"), 9, STR(""));
    check_word(STR("say don't, ok"), 3, STR(""));
    check_word(STR("“고객은, 왜"), 3, STR("고객은"));
    check_word(STR("“고객은, 왜"), 0, STR(""));
    check_word(STR("東京タワーに"), 9, STR("タワー"));
    check_word(STR("end"), 3, STR(""));
}

RUN_TESTS(TEST(words_end_at_space_and_punctuation), TEST(korean_moves_by_eojeol),
          TEST(kana_and_han_are_cut_at_script_changes), TEST(characters_are_whole),
          TEST(backspace_takes_a_syllable_typed_as_jamo),
          TEST(lines_end_before_their_break), TEST(lines_of_a_range_hold_the_break),
          TEST(the_word_around_a_place))
