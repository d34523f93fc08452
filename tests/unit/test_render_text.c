#include <locale.h>

#include "check.h"
#include "render/render.h"

static void check_text(Span span, bool color, const char *expected)
{
    RenderRow row = {&span, 1, 0};
    StrBuf out = {0};

    render_text(&(Rendered){&row, 1}, color, &out);
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
}

static void styles_are_sequences_when_wanted(void **state)
{
    (void)state;
    check_text((Span){STR("a"), SPAN_BOLD}, true, "\033[0;1ma\033[0m\n");
    check_text((Span){STR("a"), SPAN_LINK}, true, "\033[0;4ma\033[0m\n");
    check_text((Span){STR("a"), SPAN_PLAIN}, true, "a\n");
    check_text((Span){STR("a"), SPAN_BOLD}, false, "a\n");
}

static void hangul_is_emphasised_by_weight(void **state)
{
    (void)state;
    check_text((Span){STR("a"), SPAN_EMPHASIS}, true, "\033[0;3ma\033[0m\n");
    check_text((Span){STR("가"), SPAN_EMPHASIS}, true, "\033[0;1m가\033[0m\n");
}

RUN_TESTS(TEST(styles_are_sequences_when_wanted), TEST(hangul_is_emphasised_by_weight))
