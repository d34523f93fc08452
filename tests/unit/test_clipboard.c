#include "check.h"

#include "term/clipboard.h"

static void check_sequence(Str text, const char *expected)
{
    StrBuf out = {0};

    CHECK(clipboard_sequence(text, &out));
    CHECK_STR(strbuf_view(&out), str_from(expected));
    strbuf_deinit(&out);
}

/* Source: RFC 4648, section 10. */
static void text_travels_as_base64(void **state)
{
    (void)state;
    check_sequence(STR(""), "\033]52;c;\a");
    check_sequence(STR("f"), "\033]52;c;Zg==\a");
    check_sequence(STR("fo"), "\033]52;c;Zm8=\a");
    check_sequence(STR("foo"), "\033]52;c;Zm9v\a");
    check_sequence(STR("foobar"), "\033]52;c;Zm9vYmFy\a");
    check_sequence(STR("한"), "\033]52;c;7ZWc\a");
}

static void too_much_is_refused(void **state)
{
    (void)state;
    StrBuf text = {0}, out = {0};
    strbuf_add_repeat(&text, 'x', 80000);
    CHECK(!clipboard_sequence(strbuf_view(&text), &out));
    CHECK_INT(out.len, 0);
    strbuf_deinit(&text);
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(text_travels_as_base64), TEST(too_much_is_refused))
