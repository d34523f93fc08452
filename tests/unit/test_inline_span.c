#include "check.h"
#include "doc/inline_span.h"

static size_t angle(const char *s)
{
    SpanMemo memo = {0};
    return span_angle(str_from(s), 0, &memo);
}

static void html_follows_its_grammar(void **state)
{
    (void)state;
    CHECK_INT(angle("<b>x"), 3);
    CHECK_INT(angle("<a href=\"x>y\" b=c d/>"), 21);
    CHECK_INT(angle("</b >"), 5);
    CHECK_INT(angle("<!-- a -->"), 10);
    CHECK_INT(angle("<?x?>"), 5);
    CHECK_INT(angle("<![CDATA[a]]>"), 13);
    CHECK_INT(angle("<https://a.b>"), 13);
    CHECK_INT(angle("<me@a.b>"), 8);
    CHECK_INT(angle("<city, date>"), 0);
    CHECK_INT(angle("< b>"), 0);
    CHECK_INT(angle("<b"), 0);
    CHECK_INT(angle("<!-- a"), 0);
}

static size_t target(const char *s)
{
    return span_link_target(str_from(s), 0);
}

static void link_targets_may_have_a_title(void **state)
{
    (void)state;
    CHECK_INT(target("(a)"), 3);
    CHECK_INT(target("()"), 2);
    CHECK_INT(target("( <a b> 'c' )"), 13);
    CHECK_INT(target("(a(b)c \"d\\\"\")"), 13);
    CHECK_INT(target("[]"), 2);
    CHECK_INT(target("(a b)"), 0);
    CHECK_INT(target("(a \"b"), 0);
    CHECK_INT(target("x"), 0);
}

static size_t note(const char *s)
{
    Range words;
    return span_note(str_from(s), 0, &words);
}

static void evidence_and_footnotes_are_marks(void **state)
{
    (void)state;
    CHECK_INT(note("[^1] a"), 4);
    CHECK_INT(note("[^1]: a"), 5);
    CHECK_INT(note("[counted]"), 9);
    CHECK_INT(note("[observed 2027-03-09]"), 21);
    CHECK(note("[모름 @mina 2027-03-01]") > 0);
    CHECK_INT(note("[unknown city]"), 0);
    CHECK_INT(note("[counted](a)"), 0);
    CHECK_INT(note("[city]"), 0);
    CHECK_INT(note("[^a"), 0);
}

static void quantities_keep_their_number(void **state)
{
    (void)state;
    Str s = STR("[n:refund-hours 9]");
    Range words = {0};

    CHECK_INT(span_quantity(s, 0, &words), s.len);
    CHECK_STR(str_range(s, words), STR("9"));
    CHECK_INT(span_quantity(STR("[n:a]"), 0, &words), 0);
}

static void addresses_end_where_the_sentence_goes_on(void **state)
{
    (void)state;
    CHECK_INT(span_url(STR("https://a.b/c?d=(e). F"), 0), 19);
    CHECK_INT(span_url(STR("www.a.kr에서"), 0), 8);
    CHECK_INT(span_url(STR("xhttps://a.b"), 1), 0);
    CHECK_INT(span_url(STR("https://"), 0), 0);

    size_t at = 7;
    CHECK_INT(span_mail(STR("to me.x@a.co.kr."), 0, &at), 15);
    CHECK_INT(at, 3);
    at = 1;
    CHECK_INT(span_mail(STR("a@b"), 0, &at), 0);
    CHECK_INT(span_task_box(STR("[x] a")), 4);
    CHECK_INT(span_task_box(STR("[y] a")), 0);
}

RUN_TESTS(TEST(html_follows_its_grammar), TEST(link_targets_may_have_a_title),
          TEST(evidence_and_footnotes_are_marks), TEST(quantities_keep_their_number),
          TEST(addresses_end_where_the_sentence_goes_on))
