#include "check.h"

#include "term/key_step.h"

/* The grammar is tested through the decoder, in test_key.c; this holds the
 * promises that key.c leans on. */
static void half_a_key_uses_nothing_until_it_is_flushed(void **state)
{
    (void)state;
    static const char *const halves[] = {"\033",   "\033[",   "\033[1;5", "\033O",
                                         "\033[M", "\033[[",  "\xed\x95", "\033\xed",
                                         "\033]",  "\033\033"};
    for (size_t i = 0; i < sizeof halves / sizeof halves[0]; i++) {
        Str s = str_from(halves[i]);
        CHECK_INT(key_step(s, false, 0).used, 0);
        Step step = key_step(s, true, 0);
        CHECK(step.used > 0 && step.used <= s.len);
    }
}

static void brackets_and_replies_are_told_apart(void **state)
{
    (void)state;
    CHECK(key_step(STR("\033[200~x"), false, 0).paste);
    CHECK_INT(key_step(STR("\033[200~x"), false, 0).used, 6);
    CHECK_INT(key_step(STR("\033]11;x"), false, 0).swallow, KEYSWALLOW_STRING);
    CHECK_INT(key_step(STR("\033[?1;2c"), false, 0).key.code, KEYCODE_NONE);
}

RUN_TESTS(TEST(half_a_key_uses_nothing_until_it_is_flushed),
          TEST(brackets_and_replies_are_told_apart))
