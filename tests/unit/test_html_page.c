#include "render/html_page.h"

#include "base/hash.h"
#include "check.h"

static void base64_is_padded(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        StrBuf b = {0};
        html_add_base64(&b, str_from(pairs[i][0]));
        CHECK_STRZ(strbuf_cstr(&b), pairs[i][1]);
        strbuf_deinit(&b);
    }
}

static Str between(Str s, const char *from, const char *to)
{
    size_t start = str_find(s, str_from(from), 0);

    CHECK(start != STR_NONE);
    start += str_from(from).len;
    return str_slice(s, start, str_find(s, str_from(to), start));
}

static void the_policy_names_the_style_sheet_by_its_hash(void **state)
{
    (void)state;
    StrBuf page = {0}, expected = {0};
    html_page_begin(&page, LANG_KO, STR("x"));
    Hash hash = hash_sha256(between(strbuf_view(&page), "<style>", "</style>"));
    html_add_base64(&expected, (Str){(const char *)hash.bytes, sizeof hash.bytes});
    CHECK_STR(between(strbuf_view(&page), "style-src 'sha256-", "'"),
              strbuf_view(&expected));
    CHECK(str_find(strbuf_view(&page), STR("<html lang=\"ko\">"), 0) != STR_NONE);
    CHECK(str_find(strbuf_view(&page), STR("url("), 0) == STR_NONE);
    strbuf_deinit(&page);
    strbuf_deinit(&expected);
}

static void an_empty_stamp_leaves_no_foot(void **state)
{
    (void)state;
    StrBuf page = {0};
    html_page_end(&page, STR(" "));
    CHECK_STRZ(strbuf_cstr(&page), "</main>\n</body>\n</html>\n");
    strbuf_deinit(&page);
}

static void text_is_escaped(void **state)
{
    (void)state;
    StrBuf b = {0};
    html_add_text(&b, STR("<a b=\"c\">&"));
    CHECK_STRZ(strbuf_cstr(&b), "&lt;a b=&quot;c&quot;&gt;&amp;");
    strbuf_deinit(&b);
}

RUN_TESTS(TEST(base64_is_padded), TEST(the_policy_names_the_style_sheet_by_its_hash),
          TEST(an_empty_stamp_leaves_no_foot), TEST(text_is_escaped))
