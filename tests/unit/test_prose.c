#include "check.h"
#include "doc/line.h"
#include "doc/prose.h"

typedef struct Fixture {
    Arena arena;
    Str bytes;
    Prose prose;
} Fixture;

static void read(Fixture *f, const char *md)
{
    Range lines[64];
    size_t count = 0, at = 0;

    f->bytes = str_from(md);
    while (count < 64 && line_next(f->bytes, &at, &lines[count]))
        count++;
    prose_read(f->bytes, lines, count, &f->arena, &f->prose);
}

static void check_prose(const char *md, const char *want)
{
    Fixture f = {0};

    read(&f, md);
    CHECK_STR(f.prose.text, str_from(want));
    for (size_t i = 0; i < f.prose.text.len; i++)
        CHECK(f.prose.origin[i] <= f.prose.origin[i + 1]);
    CHECK(f.prose.origin[f.prose.text.len] <= f.bytes.len);
    arena_deinit(&f.arena);
}

static void emphasis_marks_are_dropped(void **state)
{
    (void)state;
    check_prose("a **bold** and *soft* __one__ _two_", "a bold and soft one two");
    check_prose("***both*** and **a *b* c**", "both and a b c");
    check_prose("**가격**은 9,900원", "가격은 9,900원");
    check_prose("5 * 3 and snake_case_name, 2*3*", "5 * 3 and snake_case_name, 23");
    check_prose("**open and *closed*", "**open and closed");
    check_prose("foo*bar*baz **a**b", "foobarbaz ab");
}

static void links_keep_their_words(void **state)
{
    (void)state;
    check_prose("see [our *page*](https://a.b/c_d \"t\")를", "see our page를");
    check_prose("[a](b(c)d) [e](<f g>) [h][]", "a e h");
    check_prose("[city], [date]: [a][b]", "[city], [date]: [a][b]");
    check_prose("[a [b](c) d](e)", "[a b d](e)");
    check_prose("x ![alt *t*](p.png) y", "x   y");
    check_prose("[![i](p)](l) y", "y");
}

static void what_is_no_word_becomes_one_space(void **state)
{
    (void)state;
    check_prose("a `code *x*` b", "a   b");
    check_prose("a ``c ` d`` `b", "a   `b");
    check_prose("a <b class=\"x\">c</b> <!-- no --> d", "a  c    d");
    check_prose("3 < 4 and <5>", "3 < 4 and <5>");
    check_prose("at <https://a.b> or https://a.b/c. End", "at   or  . End");
    check_prose("(www.a.kr)에서 me.you+x@a.co.kr로", "( )에서  로");
    check_prose("known[^1] fact", "known  fact");
    check_prose("[x] done", "done");
    check_prose("nine [observed 2027-03-09] hours [가정 @mina 2027-03-01].",
                "nine   hours  .");
    check_prose("in [n:refund-hours 9] hours", "in 9 hours");
}

static void escapes_and_entities_are_undone(void **state)
{
    (void)state;
    check_prose("\\*a\\* b\\c", "*a* b\\c");
    check_prose("Q&amp;A &lt;x&gt; &#44256;&#xAC1D; &nope;", "Q&A <x> 고객 &nope;");
    check_prose("&#0;", "\xEF\xBF\xBD");
}

static void lines_are_joined_by_one_space(void **state)
{
    (void)state;
    check_prose("one  \ntwo\\\nthree", "one two three");
    check_prose("  \n a \n", "a");
    check_prose("", "");
    check_prose("**a\nb** c", "a b c");
}

static void text_is_composed(void **state)
{
    (void)state;
    check_prose("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8 e\xCC\x81", "각 é");
}

static Str source(const Fixture *f, const char *words)
{
    size_t at = str_find(f->prose.text, str_from(words), 0);

    CHECK(at != STR_NONE);
    Range r = {at, at + str_from(words).len};
    return str_range(f->bytes, prose_origin(&f->prose, r));
}

static void words_are_found_again_in_the_file(void **state)
{
    (void)state;
    Fixture f = {0};

    read(&f, "a **bold** &amp; `code` [link](x), e\xCC\x81t\xC3\xA9\n> 다음 줄");
    CHECK_STR(source(&f, "bold"), STR("bold"));
    CHECK_STR(source(&f, "&"), STR("&amp;"));
    CHECK_STR(source(&f, "link"), STR("link"));
    CHECK_STR(source(&f, "link,"), STR("link](x),"));
    CHECK_STR(source(&f, "é"), STR("e\xCC\x81"));
    CHECK_STR(source(&f, "été"), STR("e\xCC\x81t\xC3\xA9"));
    CHECK_STR(source(&f, "다음"), STR("다음"));
    CHECK_STR(source(&f, "&   l"), STR("&amp; `code` [l"));
    arena_deinit(&f.arena);
}

RUN_TESTS(TEST(emphasis_marks_are_dropped), TEST(links_keep_their_words),
          TEST(what_is_no_word_becomes_one_space),
          TEST(escapes_and_entities_are_undone), TEST(lines_are_joined_by_one_space),
          TEST(text_is_composed), TEST(words_are_found_again_in_the_file))
