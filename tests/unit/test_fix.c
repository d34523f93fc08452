#include "check/fix.h"

#include "rule_case.h"

static Fix replace(size_t start, size_t end, const char *text)
{
    return (Fix){FIX_REPLACE, {start, end}, str_from(text)};
}

static Fix insert(size_t at, const char *text)
{
    return (Fix){FIX_INSERT, {at, at}, str_from(text)};
}

static void check_applied(const char *text, const Fix *fixes, size_t count,
                          const char *expected, size_t expected_count)
{
    StrBuf out = {0};

    CHECK_INT(fixes_apply(str_from(text), fixes, count, NULL, &out), expected_count);
    CHECK_STR(strbuf_view(&out), str_from(expected));
    strbuf_deinit(&out);
}

static void fixes_are_applied_in_the_order_of_the_text(void **state)
{
    (void)state;
    const Fix fixes[] = {replace(8, 13, "earth"), insert(5, ","), replace(0, 1, "H")};
    check_applied("hello   world", fixes, 3, "Hello,   earth", 3);
}

static void of_two_that_overlap_the_first_in_the_text_wins(void **state)
{
    (void)state;
    const Fix fixes[] = {replace(2, 6, "X"), replace(0, 4, "Y")};
    bool applied[2] = {false, false};
    StrBuf out = {0};

    CHECK_INT(fixes_apply(STR("abcdefgh"), fixes, 2, applied, &out), 1);
    CHECK_STR(strbuf_view(&out), STR("Yefgh"));
    CHECK(!applied[0] && applied[1]);
    strbuf_deinit(&out);
}

static void insertions_at_one_place_keep_their_order(void **state)
{
    (void)state;
    const Fix fixes[] = {
        insert(3, "1"), insert(3, "2"), replace(3, 4, "D"), {FIX_NONE, {0, 3}, {0}}};
    check_applied("abcde", fixes, 4, "abc12De", 3);
}

static void nothing_to_fix_gives_the_same_bytes(void **state)
{
    (void)state;
    check_applied("\xEF\xBB\xBF"
                  "a\r\nb",
                  NULL, 0,
                  "\xEF\xBB\xBF"
                  "a\r\nb",
                  0);
    check_applied("", NULL, 0, "", 0);
}

static bool choose_safe(void *ctx, const Finding *finding)
{
    (void)ctx;
    return fix_is_safe(finding);
}

static bool choose_all(void *ctx, const Finding *finding)
{
    (void)ctx;
    (void)finding;
    return true;
}

static const char headline[] =
    "\xEF\xBB\xBF---\r\ntemplate: prfaq\r\n---\r\n\r\n## Headline\r\n"
    "<!-- prfaq-id: headline -->\r\n\r\nBakers sleep till four!!\r\n";

static void a_text_is_fixed_until_nothing_is_left(void **state)
{
    (void)state;
    FixedText fixed;

    fixes_settle(str_from(headline), &rule_library, &rule_options, choose_safe, NULL,
                 &rule_arena, &fixed);
    CHECK(fixed.settled);
    CHECK_INT(fixed.count, 1);
    CHECK(str_find(fixed.bytes, STR("till four\r\n"), 0) != STR_NONE);
    CHECK_STR(fixed.places[0].rule->id, STR("headline-mark"));
    CHECK_INT(fixed.places[0].line, 8);
    CHECK_STR(fixed.places[0].old_text, STR("!!"));
    CHECK_STR(fixed.places[0].before, STR("Bakers sleep till four"));
    CHECK(fixed.bytes.len == sizeof headline - 1 - 2);
}

static void every_fix_of_a_document_ends(void **state)
{
    (void)state;
    FixedText once, twice;

    fixes_settle(str_from(headline), &rule_library, &rule_options, choose_all, NULL,
                 &rule_arena, &once);
    CHECK(once.count > 2);
    fixes_settle(once.bytes, &rule_library, &rule_options, choose_all, NULL,
                 &rule_arena, &twice);
    CHECK(!once.settled || twice.count == 0);
}

/* A question must not land under a heading that was put in at the same place. */
static void a_question_is_put_in_once(void **state)
{
    static const char text[] = "# Zed helps bakers\n\nBakers sleep till four.\n\n"
                               "## FAQ\n\n**Q. What is it?**\n\nA bell.\n";
    FixedText fixed;

    (void)state;
    fixes_settle(str_from(text), &rule_library, &rule_options, choose_all, NULL,
                 &rule_arena, &fixed);
    size_t at = str_find(fixed.bytes, STR("risk-stop-when"), 0);
    CHECK(at != STR_NONE);
    CHECK(str_find(fixed.bytes, STR("risk-stop-when"), at + 1) == STR_NONE);
}

static void sections_are_not_added_without_asking(void **state)
{
    (void)state;
    Findings f = check_text(headline);
    const Finding *missing = find_rule(&f, "section-missing");
    const Finding *mark = find_rule(&f, "headline-mark");

    CHECK(missing && missing->fix.kind == FIX_INSERT && !fix_is_safe(missing));
    CHECK(mark && fix_is_safe(mark));
    Finding silenced = *mark;
    silenced.silenced = true;
    CHECK(!fix_is_safe(&silenced));
}

RUN_RULE_TESTS(TEST(fixes_are_applied_in_the_order_of_the_text),
               TEST(of_two_that_overlap_the_first_in_the_text_wins),
               TEST(insertions_at_one_place_keep_their_order),
               TEST(nothing_to_fix_gives_the_same_bytes),
               TEST(a_text_is_fixed_until_nothing_is_left),
               TEST(every_fix_of_a_document_ends), TEST(a_question_is_put_in_once),
               TEST(sections_are_not_added_without_asking))
