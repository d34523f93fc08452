#include "base/shell.h"

#include "check.h"

static void a_word_is_quoted_whatever_is_in_it(void **state)
{
    (void)state;
    StrBuf out = {0};
    shell_add_word(&out, STR("/opt/$(rm) a\"b/it's"));
    CHECK_STR(strbuf_view(&out), STR("'/opt/$(rm) a\"b/it'\\''s'"));
    strbuf_clear(&out);
    shell_add_word(&out, STR(""));
    CHECK_STR(strbuf_view(&out), STR("''"));
    strbuf_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_word_is_quoted_whatever_is_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
