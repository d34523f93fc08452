#include "check/placeholder.h"

#include <string.h>

#include "check.h"

static Arena arena;
static Library lib;
static PlaceholderSet set;

static int start(void **state)
{
    (void)state;
    library_init(&lib);
    placeholders_init(&set);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    library_deinit(&lib);
    arena_deinit(&arena);
    return 0;
}

/* The hits, joined by "|". */
static void finds(const char *text, const char *expected)
{
    const PlaceholderHit *hits;
    size_t count;
    StrBuf all = {0};
    placeholders_match(&set, &lib, str_from(text), &arena, &hits, &count);
    for (size_t i = 0; i < count; i++)
        strbuf_addf(&all, "%s%.*s", i ? "|" : "",
                    STR_ARG(str_range(str_from(text), hits[i].range)));
    CHECK_STRZ(strbuf_cstr(&all), expected);
    strbuf_deinit(&all);
}

static void every_pattern_of_the_file_has_a_matcher(void **state)
{
    (void)state;
    CHECK_INT(set.unknown, 0);
    for (int i = 0; i < 16; i++)
        CHECK(set.levels[i] != LEVEL_OFF);
}

static void unfilled_places_are_found(void **state)
{
    (void)state;
    finds("[City, Date] — [Your Name] says", "[City, Date]|[Your Name]");
    finds("for {product} and {{date}}.", "{product}|{{date}}");
    finds("When? ??? Who", "???");
    finds("signed ___ here", "___");
    finds("○○상회와 ◯◯", "○○|◯◯");
    finds("cut by XX% for XXXXX", "XX%|XXXXX");
    finds("XX명이 씁니다", "XX");
    finds("2025年XX月XX日", "2025年XX月XX日");
    finds("TEL: XXX-XXXX-XXXX", "TEL: XXX-XXXX-XXXX");
    finds("for $X or $XX", "$X|$XX");
    finds("in 20XX, 202X and YYYY", "20XX|202X|YYYY");
    finds("WHO?", "WHO?");
    finds("write (add your email) now", "(add your email)");
    finds("see your-company for it", "your-company");
    finds("[GitHub repository placeholder. Soon.]",
          "[GitHub repository placeholder. Soon.]");
    finds("000원, 00일", "000원|00일");
}

static void what_only_looks_like_one_is_left(void **state)
{
    (void)state;
    static const char *const fine[] = {
        "[ ] and [x]",
        "[^1]",
        "[PRD](prd.md)",
        "[Redcar][redcar]",
        "[ref]: https://x.org",
        "[3], [1/3]",
        "[assumption @mina 2027-03-01]",
        "[가정 @미나 2027-03-01]",
        "[背景]",
        "[顧客の声]",
        "{ }",
        "a_b__c",
        "What? Why??",
        "EXXON and MAXX",
        "XXth",
        "$Xavier",
        "WHO? The agency",
        "1,000원 10원",
        "20XXL",
        "[He said no. Then yes.]",
        "your-names",
        "[a]",
        "○ 하나",
    };
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        finds(fine[i], "");
}

static void tags_are_blanks_unless_html_knows_them(void **state)
{
    (void)state;
    CHECK_INT(placeholder_tag(STR("<gym name>"), 0), 10);
    CHECK_INT(placeholder_tag(STR("<name>"), 0), 6);
    CHECK_INT(placeholder_tag(STR("<br>"), 0), 0);
    CHECK_INT(placeholder_tag(STR("<details open>"), 0), 0);
    CHECK_INT(placeholder_tag(STR("<p class=\"x\">"), 0), 0);
    CHECK_INT(placeholder_tag(STR("</name>"), 0), 0);
    CHECK_INT(placeholder_tag(STR("<https://x.org>"), 0), 0);
}

static void long_runs_are_read_once(void **state)
{
    (void)state;
    static const char *const units[] = {"[",  "[a", "{",  "X",         "0",
                                        "$X", "_",  "<a", "(add your "};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        StrBuf text = {0};
        const PlaceholderHit *hits;
        size_t count;
        while (text.len < 300000)
            strbuf_addz(&text, units[i]);
        strbuf_addz(&text, "a");
        placeholders_match(&set, &lib, strbuf_view(&text), &arena, &hits, &count);
        strbuf_deinit(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_pattern_of_the_file_has_a_matcher),
        TEST(unfilled_places_are_found),
        TEST(what_only_looks_like_one_is_left),
        TEST(tags_are_blanks_unless_html_knows_them),
        TEST(long_runs_are_read_once),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
