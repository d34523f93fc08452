#include "ui/bullet.h"

#include "check.h"

static void next_of(const char *line, const char *expected)
{
    Bullet b;
    StrBuf next = {0};

    CHECK(bullet_parse(str_from(line), &b));
    bullet_next(str_from(line), &b, &next);
    CHECK_STR(strbuf_view(&next), str_from(expected));
    strbuf_deinit(&next);
}

static void a_list_goes_on(void **state)
{
    (void)state;
    next_of("- one", "- ");
    next_of("  * one", "  * ");
    next_of("9. nine", "10. ");
    next_of("1) one", "2) ");
    next_of("- [x] done", "- [ ] ");
    next_of("> said", "> ");
    next_of("-", "- ");
}

static void prose_is_no_list(void **state)
{
    Bullet b;

    (void)state;
    CHECK(!bullet_parse(STR("-word"), &b));
    CHECK(!bullet_parse(STR("3.5 percent"), &b));
    CHECK(!bullet_parse(STR("2026. That year"), &b));
    CHECK(!bullet_parse(STR("**bold**"), &b));
    CHECK(!bullet_parse(STR(""), &b));
}

RUN_TESTS(TEST(a_list_goes_on), TEST(prose_is_no_list))
