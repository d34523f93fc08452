#include "render/link.h"

#include "check.h"

static void web_mail_and_relative_targets_are_safe(void **state)
{
    (void)state;
    CHECK(link_is_safe(STR("http://example.com")));
    CHECK(link_is_safe(STR("HTTPS://example.com/a:b")));
    CHECK(link_is_safe(STR("mailto:a@example.com")));
    CHECK(link_is_safe(STR("notes/a.md?x=1:2")));
    CHECK(link_is_safe(STR("/docs/a.md")));
    CHECK(link_is_safe(STR("#q3")));
}

static void other_schemes_are_not(void **state)
{
    (void)state;
    CHECK(!link_is_safe(STR("javascript:alert(1)")));
    CHECK(!link_is_safe(STR("vbscript:x")));
    CHECK(!link_is_safe(STR("data:text/html,x")));
    CHECK(!link_is_safe(STR("file:///etc/passwd")));
    CHECK(!link_is_safe(STR("x-own:y")));
    CHECK(!link_is_safe(STR("")));
    CHECK(!link_is_safe(STR("//example.com/x")));
    CHECK(!link_is_safe(STR("\\\\example.com\\x")));
}

static void a_scheme_is_read_as_browsers_read_it(void **state)
{
    (void)state;
    CHECK(!link_is_safe(STR("java\nscript:alert(1)")));
    CHECK(!link_is_safe(STR("\x01 JaVaScRiPt:alert(1)")));
    CHECK(!link_is_safe(STR("java\xE2\x80\x8Bscript:alert(1)")));
    CHECK(!link_is_safe(STR("/\t/example.com")));
    CHECK(link_is_safe(STR(" h\tttp://example.com")));
}

static void local_paths_stay_below_the_folder(void **state)
{
    (void)state;
    CHECK(link_is_local_path(STR("img/a b.png")));
    CHECK(link_is_local_path(STR("사진.png")));
    CHECK(!link_is_local_path(STR("../a.png")));
    CHECK(!link_is_local_path(STR("img/../../a.png")));
    CHECK(!link_is_local_path(STR("/etc/a.png")));
    CHECK(!link_is_local_path(STR("img\\a.png")));
    CHECK(!link_is_local_path(STR("http://example.com/a.png")));
    CHECK(!link_is_local_path(STR("a\x1b.png")));
    CHECK(!link_is_local_path(STR("")));
}

static void an_href_holds_only_what_a_url_may(void **state)
{
    (void)state;
    StrBuf b = {0};
    link_add_href(&b, STR("https://example.com/a b?x=1&y=\"<'>\x1b%20#질"));
    CHECK_STRZ(strbuf_cstr(&b),
               "https://example.com/a%20b?x=1&amp;y=%22%3C%27%3E%1B%20#%EC%A7%88");
    strbuf_deinit(&b);
}

static void percent_signs_are_undone_where_they_are_codes(void **state)
{
    (void)state;
    StrBuf b = {0};
    link_add_decoded(&b, STR("a%20b%2e%zz%4"));
    CHECK_STRZ(strbuf_cstr(&b), "a b.%zz%4");
    strbuf_deinit(&b);
}

RUN_TESTS(TEST(web_mail_and_relative_targets_are_safe), TEST(other_schemes_are_not),
          TEST(a_scheme_is_read_as_browsers_read_it),
          TEST(local_paths_stay_below_the_folder),
          TEST(an_href_holds_only_what_a_url_may),
          TEST(percent_signs_are_undone_where_they_are_codes))
