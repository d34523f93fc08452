#include "check.h"

#include <time.h>

#include "term/key.h"

static void becomes(Str raw, Str expected)
{
    StrBuf out = {0};

    strbuf_addz(&out, "<");
    key_paste_text(raw, &out);
    CHECK_STR(str_slice(strbuf_view(&out), 1, out.len), expected);
    strbuf_deinit(&out);
}

static void lines_end_with_lf(void **state)
{
    (void)state;
    becomes(STR("a\r\nb\rc\nd"), STR("a\nb\nc\nd"));
    becomes(STR("a\vb\u2028c\xc2\x85"
                "d"),
            STR("a\nb\nc\nd"));
}

static void controls_and_sequences_are_left_out(void **state)
{
    (void)state;
    becomes(STR("a\tb"), STR("a\tb"));
    becomes(STR("\033[31mred\033[0m \033[?25h"), STR("red "));
    becomes(STR("\033]8;;http://x\033\\link\033]8;;\a!"), STR("link!"));
    becomes(STR("\033]no end here\nnext"), STR("no end here\nnext"));
    becomes(STR("\033(Bx\033\033y\033"), STR("xy"));
    becomes(STR("a\001\177\xc2\x9b"
                "b"),
            STR("ab"));
    becomes((Str){"a\0b", 3}, STR("ab"));
    becomes(STR("\ufeffa\u3164b"), STR("ab"));
}

static void text_is_composed_and_valid(void **state)
{
    (void)state;
    becomes(STR("\u1112\u1161\u11ab글"), STR("한글"));
    becomes(STR("e\u0301"), STR("é"));
    becomes(STR("a\xff\xe2\x82z"), STR("a\ufffd\ufffd\ufffdz"));
    becomes(STR("“smart” ㅋㅋ ①"), STR("“smart” ㅋㅋ ①"));
}

static void hostile_pastes_stay_linear(void **state)
{
    (void)state;
    StrBuf raw = {0}, out = {0};
    clock_t from = clock();
    while (raw.len < 1000000)
        strbuf_addz(&raw, "\033]");
    key_paste_text(strbuf_view(&raw), &out);
    CHECK(clock() - from < 4 * CLOCKS_PER_SEC);
    strbuf_deinit(&raw);
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(lines_end_with_lf), TEST(controls_and_sequences_are_left_out),
          TEST(text_is_composed_and_valid), TEST(hostile_pastes_stay_linear))
