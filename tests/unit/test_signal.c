#include "doc/signal.h"

#include "base/resource.h"
#include "base/unicode.h"
#include "check.h"

static Arena arena;
static Signals signals;

static int start(void **state)
{
    (void)state;
    Str tsv = {0};

    CHECK(resource_find(STR("signals.tsv"), &tsv));
    signals_parse(tsv, &arena, &signals);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_deinit(&arena);
    return 0;
}

static int count_of(const char *text, Lang lang, Signal signal)
{
    StrBuf folded = {0};
    SignalCount count = {0};

    signals_fold(str_from(text), &folded);
    signals_count(&signals, strbuf_view(&folded), lang, &count);
    strbuf_deinit(&folded);
    return count.of[signal];
}

static void every_word_is_written_as_it_is_compared(void **state)
{
    (void)state;
    for (size_t i = 0; i < signals.count; i++) {
        StrBuf folded = {0};
        Str word = {signals.file.ptr + signals.words[i].start, signals.words[i].len};
        signals_fold(word, &folded);
        CHECK_STR(strbuf_view(&folded), word);
        strbuf_deinit(&folded);
    }
}

static void words_are_found_whole(void **state)
{
    (void)state;
    CHECK_INT(count_of("**Today**, we ANNOUNCE it.", LANG_EN, SIGNAL_TODAY), 1);
    CHECK_INT(count_of("Today we announce it.", LANG_EN, SIGNAL_ANNOUNCE), 1);
    CHECK_INT(count_of("Yesterday and todays", LANG_EN, SIGNAL_TODAY), 0);
    CHECK_INT(count_of("I like it", LANG_EN, SIGNAL_I), 1);
    CHECK_INT(count_of("said\nNora", LANG_EN, SIGNAL_SAY), 1);
}

static void a_star_takes_any_ending(void **state)
{
    (void)state;
    CHECK_INT(count_of("Teams are frustrated.", LANG_EN, SIGNAL_PROBLEM), 1);
    CHECK_INT(count_of("Клиентам надоело", LANG_RU, SIGNAL_SPEAKER), 1);
}

static void languages_do_not_mix_but_with_english(void **state)
{
    (void)state;
    CHECK_INT(count_of("heute", LANG_EN, SIGNAL_TODAY), 0);
    CHECK_INT(count_of("Heute", LANG_DE, SIGNAL_TODAY), 1);
    CHECK_INT(count_of("today", LANG_DE, SIGNAL_TODAY), 1);
}

static void korean_and_japanese_need_no_spaces(void **state)
{
    (void)state;
    CHECK(count_of("그동안빵집은 손으로 적었습니다.", LANG_KO, SIGNAL_PROBLEM) >= 2);
    CHECK_INT(count_of("当社は本日公開しました", LANG_JA, SIGNAL_TODAY), 1);
}

static void composed_and_decomposed_are_the_same(void **state)
{
    (void)state;
    StrBuf nfc = {0};
    unicode_nfc(STR("문제"), &nfc);
    CHECK_INT(count_of("문제", LANG_KO, SIGNAL_PROBLEM), 1);
    /* The same word in conjoining letters. */
    CHECK_INT(count_of("\xE1\x84\x86\xE1\x85\xAE\xE1\x86\xAB\xE1\x84\x8C\xE1\x85\xA6",
                       LANG_KO, SIGNAL_PROBLEM),
              1);
    strbuf_deinit(&nfc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_written_as_it_is_compared),
        cmocka_unit_test(words_are_found_whole),
        cmocka_unit_test(a_star_takes_any_ending),
        cmocka_unit_test(languages_do_not_mix_but_with_english),
        cmocka_unit_test(korean_and_japanese_need_no_spaces),
        cmocka_unit_test(composed_and_decomposed_are_the_same),
    };

    return cmocka_run_group_tests(tests, start, stop);
}
