#include "render/markup_table.h"

#include "check.h"
#include "render_fixture.h"

static void check_table(const char *text, const char *expected)
{
    Fixture f;
    Arena arena = {0};
    Markup m = {0};
    StrBuf out = {0};

    markup_read(fixture_read(&f, text), false, &arena, &m);
    for (size_t i = 0; i < m.count; i++) {
        const Mark *mark = &m.marks[i];
        bool open = mark->step == MARK_OPEN;
        if (mark->kind == MARK_PARAGRAPH)
            strbuf_addz(&out, open ? "p(" : ")");
        else if (mark->kind == MARK_TABLE && open)
            strbuf_addf(&out, "%d:", mark->number);
        else if (mark->kind == MARK_ROW && !open)
            strbuf_addf(&out, "+%d;", mark->number);
        else if (mark->kind == MARK_CELL)
            strbuf_addc(&out, open ? "<=^>"[mark->align] : '.');
        strbuf_add(&out, mark->text);
    }
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
    arena_deinit(&arena);
}

static void a_table_has_a_header_and_a_delimiter_row(void **state)
{
    (void)state;
    check_table("| a | b |\n|---|:-:|\n| c | d |", "2:<a.^b.+0;<c.^d.+0;");
    check_table("a | b\n:-- | --:\nc | *d*", "2:=a.>b.+0;=c.>d.+0;");
    check_table("| a |\n| b |", "p(| a || b |)");
    check_table("| a | b |\n|---|\n| c |", "p(| a | b ||---|| c |)");
}

static void short_rows_are_filled_and_long_ones_cut(void **state)
{
    (void)state;
    check_table("|a|b|c|\n|-|-|-|\n|d|\n|e|f|g|h|", "3:<a.<b.<c.+0;<d.+2;<e.<f.<g.+0;");
    check_table("|a|b|\n|-|-|\n||x|", "2:<a.<b.+0;<.<x.+0;");
}

static void an_escaped_bar_and_one_in_code_separate_nothing(void **state)
{
    (void)state;
    check_table("|a\\|b|`c\\|d`|\n|-|-|", "2:<a|b.<c|d.+0;");
    check_table("a\\|b `c\\|d`", "p(a|b c\\|d)");
    check_table("    a\\|b", "a\\|b");
    check_table("a\xEF\xB7\x90z", "p(a\xEF\xBF\xBDz)");
}

static void text_before_a_table_stays_a_paragraph(void **state)
{
    (void)state;
    check_table("text\n|a|\n|-|\n|b|", "p(text)1:<a.+0;<b.+0;");
    check_table("> |a|\n> |-|\n> |b|", "1:<a.+0;<b.+0;");
}

RUN_TESTS(TEST(a_table_has_a_header_and_a_delimiter_row),
          TEST(short_rows_are_filled_and_long_ones_cut),
          TEST(an_escaped_bar_and_one_in_code_separate_nothing),
          TEST(text_before_a_table_stays_a_paragraph))
