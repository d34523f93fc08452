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
    becomes(STR("a\033OAb"), STR("ab"));
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

static void what_nobody_types_at_once_is_a_paste(void **state)
{
    StrBuf held = {0};
    (void)state;
    CHECK(key_paste_likely(STR("This is a line of text.")));
    CHECK(key_paste_likely(STR("q\rd\rx\r\033[A\rabcdefghijklmnopqrst")));
    CHECK(key_paste_likely(STR("가나다라마바사아자차카타파하가나다라마바사")));
    CHECK(!key_paste_likely(STR("twenty characters ok")));
    CHECK(!key_paste_likely(STR("\033[200~This one has marks around it\033[201~")));
    for (int i = 0; i < 40; i++) /* keys held down, and the mouse */
        strbuf_addz(&held, "\033[1;5A\033OA\033x\033[<0;10;5M");
    CHECK(!key_paste_likely(strbuf_view(&held)));
    strbuf_deinit(&held);
}

static void some_terminals_mark_no_paste(void **state)
{
    (void)state;
    CHECK(key_paste_is_marked("xterm-256color", false));
    CHECK(key_paste_is_marked("screen-256color", true));
    CHECK(key_paste_is_marked(NULL, false));
    CHECK(!key_paste_is_marked("screen-256color", false));
    CHECK(!key_paste_is_marked("linux", false));
    CHECK(!key_paste_is_marked("vt100", false));
}

RUN_TESTS(TEST(lines_end_with_lf), TEST(controls_and_sequences_are_left_out),
          TEST(text_is_composed_and_valid), TEST(hostile_pastes_stay_linear),
          TEST(what_nobody_types_at_once_is_a_paste),
          TEST(some_terminals_mark_no_paste))
