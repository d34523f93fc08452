#include "check.h"

#include <time.h>

#include "base/mem.h"
#include "text/search.h"

/* The text with [ ] around what was found. */
static void finds(Str text, Str needle, Str expected)
{
    Arena arena = {0};
    StrBuf shown = {0};
    const Range *hits;
    size_t count, at = 0;

    search_all(text, needle, &arena, &hits, &count);
    for (size_t i = 0; i < count; i++) {
        CHECK(hits[i].start >= at && hits[i].end > hits[i].start);
        strbuf_add(&shown, str_slice(text, at, hits[i].start));
        strbuf_addf(&shown, "[%.*s]", STR_ARG(str_range(text, hits[i])));
        at = hits[i].end;
    }
    strbuf_add(&shown, str_slice(text, at, text.len));
    CHECK_STR(strbuf_view(&shown), expected);
    strbuf_deinit(&shown);
    arena_deinit(&arena);
}

static void case_does_not_matter(void **state)
{
    (void)state;
    finds(STR("One one ONE"), STR("one"), STR("[One] [one] [ONE]"));
    finds(STR("Été été"), STR("ÉTÉ"), STR("[Été] [été]"));
    finds(STR("Москва"), STR("москВА"), STR("[Москва]"));
}

static void the_normal_form_does_not_matter(void **state)
{
    (void)state;
    finds(STR("\u1112\u1161\u11ab글 한글"), STR("한"),
          STR("[\u1112\u1161\u11ab]글 [한]글"));
    finds(STR("한"), STR("\u1112\u1161\u11ab"), STR("[한]"));
    finds(STR("cafe\u0301 café"), STR("CAFÉ"), STR("[cafe\u0301] [café]"));
    finds(STR("5 \u212b"), STR("Å"), STR("5 [\u212b]"));
}

static void matches_are_whole_characters(void **state)
{
    (void)state;
    finds(STR("한 하"), STR("하"), STR("한 [하]"));
    finds(STR("e\u0302 e"), STR("e"), STR("e\u0302 [e]"));
    finds(STR("👨‍👩‍👧 👨"), STR("👨"), STR("👨‍👩‍👧 [👨]"));
}

static void matches_do_not_overlap(void **state)
{
    (void)state;
    finds(STR("aaaaa"), STR("aa"), STR("[aa][aa]a"));
    finds(STR("ababaab"), STR("aab"), STR("abab[aab]"));
    finds(STR("abc"), STR(""), STR("abc"));
    finds(STR(""), STR("a"), STR(""));
    finds(STR("ab"), STR("abc"), STR("ab"));
    finds(STR("\xff x\xff"), STR("\xff"), STR("[\xff] x[\xff]"));
}

static void a_long_needle_stays_linear(void **state)
{
    (void)state;
    Arena arena = {0};
    StrBuf text = {0}, needle = {0};
    const Range *hits;
    size_t count;
    clock_t from = clock();
    strbuf_add_repeat(&text, 'a', 400000);
    strbuf_add_repeat(&needle, 'a', 200000);
    strbuf_addc(&needle, 'b');
    search_all(strbuf_view(&text), strbuf_view(&needle), &arena, &hits, &count);
    CHECK_INT(count, 0);
    CHECK(clock() - from < 3 * CLOCKS_PER_SEC);
    strbuf_deinit(&text);
    strbuf_deinit(&needle);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(case_does_not_matter), TEST(the_normal_form_does_not_matter),
          TEST(matches_are_whole_characters), TEST(matches_do_not_overlap),
          TEST(a_long_needle_stays_linear))
