#include "check.h"
#include "doc/guard.h"

static StrBuf repeated(const char *unit, int count, const char *tail)
{
    StrBuf buf = {0};

    for (int i = 0; i < count; i++)
        strbuf_addz(&buf, unit);
    strbuf_addz(&buf, tail);
    return buf;
}

static size_t escapes(const char *unit, int count, const char *tail)
{
    Arena arena = {0};
    Guard guard = {0};
    StrBuf buf = repeated(unit, count, tail);

    markdown_guard(strbuf_view(&buf), &arena, &guard);
    CHECK_INT(guard.md.len, buf.len + guard.count);
    size_t found = guard.count;
    strbuf_deinit(&buf);
    arena_deinit(&arena);
    return found;
}

static void ordinary_text_comes_out_as_it_went_in(void **state)
{
    (void)state;
    Str md = STR("# A\n\n> - [b](c) ![d][e]\n>   1. f\n\n* * * * *\n");
    Arena arena = {0};
    Guard guard = {0};

    markdown_guard(md, &arena, &guard);
    CHECK(guard.md.ptr == md.ptr);
    CHECK_INT(guard.count, 0);
    arena_deinit(&arena);
}

static void marks_beyond_the_depth_are_escaped_once_a_line(void **state)
{
    (void)state;
    CHECK_INT(escapes("- ", GUARD_DEPTH, "x\n"), 0);
    CHECK_INT(escapes("- ", GUARD_DEPTH + 1, "x\n"), 1);
    CHECK_INT(escapes(">", 5000, "x\n"), 1);
    CHECK_INT(escapes("1. ", 5000, "x\n"), 1);
}

static void the_escape_stands_before_the_mark(void **state)
{
    (void)state;
    StrBuf buf = repeated(">", GUARD_DEPTH, "1. x");
    Arena arena = {0};
    Guard guard = {0};

    markdown_guard(strbuf_view(&buf), &arena, &guard);
    CHECK_INT(guard.count, 1);
    CHECK_INT(guard.escapes[0], GUARD_DEPTH + 1);
    CHECK_STR(str_slice(guard.md, GUARD_DEPTH, guard.md.len), STR("1\\. x"));
    strbuf_deinit(&buf);
    arena_deinit(&arena);
}

static void nesting_by_indentation_is_bounded_too(void **state)
{
    (void)state;
    StrBuf buf = {0};
    Arena arena = {0};
    Guard guard = {0};

    for (int i = 0; i < 40; i++) {
        strbuf_add_repeat(&buf, ' ', (size_t)i * 2);
        strbuf_addz(&buf, "- x\n");
    }
    markdown_guard(strbuf_view(&buf), &arena, &guard);
    CHECK_INT(guard.count, 40 - GUARD_DEPTH);
    strbuf_deinit(&buf);
    arena_deinit(&arena);
}

static void a_long_rule_is_no_nesting(void **state)
{
    (void)state;
    CHECK_INT(escapes("- ", 500, "\n"), 0);
    CHECK_INT(escapes("* ", 500, "\n"), 0);
}

static void bracket_runs_are_bounded_in_a_paragraph(void **state)
{
    (void)state;
    CHECK_INT(escapes("![[]()", 1000, ""), 1000 - GUARD_BRACKETS);
    CHECK_INT(escapes("[", 1000, ""), 1000 - GUARD_BRACKETS);
    CHECK_INT(escapes("\\[", 1000, ""), 0);
    CHECK_INT(escapes("[a](b) ", 1000, ""), 0);
    CHECK_INT(escapes("- [don't](b)\n", 1000, ""), 0);
    CHECK_INT(escapes("[don't](b)\n\n", 1000, ""), 0);
}

static void code_between_fences_is_left_alone(void **state)
{
    (void)state;
    StrBuf buf = {0};
    Arena arena = {0};
    Guard guard = {0};

    strbuf_addz(&buf, "```json\n");
    for (int i = 0; i < 1000; i++)
        strbuf_addz(&buf, "[\n");
    strbuf_addz(&buf, "```\n");
    markdown_guard(strbuf_view(&buf), &arena, &guard);
    CHECK_INT(guard.count, 0);

    /* A fence inside raw HTML may be none. */
    strbuf_splice(&buf, (Range){0, 0}, STR("<div>\n"));
    markdown_guard(strbuf_view(&buf), &arena, &guard);
    CHECK(guard.count > 0);
    strbuf_deinit(&buf);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(ordinary_text_comes_out_as_it_went_in),
          TEST(marks_beyond_the_depth_are_escaped_once_a_line),
          TEST(the_escape_stands_before_the_mark),
          TEST(nesting_by_indentation_is_bounded_too), TEST(a_long_rule_is_no_nesting),
          TEST(bracket_runs_are_bounded_in_a_paragraph),
          TEST(code_between_fences_is_left_alone))
