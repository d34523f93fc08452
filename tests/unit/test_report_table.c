#include "render/report_table.h"

#include "check.h"
#include "sample_document.h"

typedef bool Show(const RedlineBlock *block, ReportView view, StrBuf *out);

static bool show_code(const RedlineBlock *block, ReportView view, StrBuf *out)
{
    report_code(block, view, out);
    return true;
}

/* The last block of two documents. */
static void check_shown(Show *show, const char *before, const char *after,
                        ReportView view, const char *expected)
{
    Sample old, new;
    Arena arena = {0};
    StrBuf out = {0};
    Redline redline;

    sample_read(&old, str_from(before), LANG_EN);
    sample_read(&new, str_from(after), LANG_EN);
    redline_make(&old.doc, &new.doc, &arena, &redline);
    CHECK(show(&redline.blocks[redline.block_count - 1], view, &out));
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
    arena_deinit(&arena);
    sample_deinit(&old);
    sample_deinit(&new);
}

#define TABLE(rows) "<div class=\"table\"><table>" rows "</table></div>"
#define HEAD                                                                           \
    "<thead>\n<tr><th>Mill</th><th class=\"r\">Price</th></tr>\n</thead><tbody>\n"

static const char mills[] = "| Mill | Price |\n|---|---:|\n| North mill | 19 |\n"
                            "| Salem | 18 |\n";

static void a_changed_cell_is_marked_in_its_cell(void **state)
{
    (void)state;
    const char *new = "| Mill | Price |\n|---|---:|\n| North mill | 21 |\n"
                      "| Salem | 18 |\n";
    check_shown(report_table, mills, new, VIEW_MARKED,
                TABLE(HEAD "<tr><td>North mill</td><td class=\"r\"><del>19</del> "
                           "<ins>21</ins></td></tr>\n"
                           "<tr><td>Salem</td><td class=\"r\">18</td></tr>\n</tbody>"));
    check_shown(report_table, mills, new, VIEW_OLD,
                TABLE(HEAD "<tr><td>North mill</td><td class=\"r\"><del>19</del>"
                           "</td></tr>\n"
                           "<tr><td>Salem</td><td class=\"r\">18</td></tr>\n</tbody>"));
}

static void a_row_that_came_is_marked_in_each_cell(void **state)
{
    (void)state;
    check_shown(report_table, mills,
                "| Mill | Price |\n|---|---:|\n| North mill | 19 |\n"
                "| **Reno** | 7 |\n| Salem | 18 |\n",
                VIEW_MARKED,
                TABLE(HEAD "<tr><td>North mill</td><td class=\"r\">19</td></tr>\n"
                           "<tr><td><ins><strong>Reno</strong></ins></td>"
                           "<td class=\"r\"><ins>7</ins></td></tr>\n"
                           "<tr><td>Salem</td><td class=\"r\">18</td></tr>\n</tbody>"));
}

static void a_row_that_went_stands_where_it_was(void **state)
{
    (void)state;
    check_shown(report_table, mills,
                "| Mill | Price |\n|---|---:|\n| North mill | 19 |\n", VIEW_MARKED,
                TABLE(HEAD "<tr><td>North mill</td><td class=\"r\">19</td></tr>\n"
                           "<tr><td><del>Salem</del></td>"
                           "<td class=\"r\"><del>18</del></td></tr>\n</tbody>"));
}

static void a_new_table_has_a_head_and_rows(void **state)
{
    (void)state;
    check_shown(report_table, "Words.\n", "Words.\n\n|a|\n|:-:|\n|b \\| c|\n", VIEW_NEW,
                TABLE("<thead>\n<tr><th class=\"c\"><ins>a</ins></th></tr>\n</thead>"
                      "<tbody>\n<tr><td class=\"c\"><ins>b | c</ins></td></tr>\n"
                      "</tbody>"));
}

static void a_column_that_came_is_a_cell_of_each_row(void **state)
{
    (void)state;
    check_shown(report_table, "| A | B |\n|---|---|\n| one | two |\n",
                "| A | B | C |\n|---|---|---|\n| one | two | three |\n", VIEW_MARKED,
                TABLE("<thead>\n<tr><th>A</th><th>B</th><th><ins>C</ins></th></tr>\n"
                      "</thead><tbody>\n<tr><td>one</td><td>two</td>"
                      "<td><ins>three</ins></td></tr>\n</tbody>"));
}

static void code_stands_without_its_fences(void **state)
{
    (void)state;
    const char *old = "```sh\nprfaq new\n  prfaq save <name>\n```\n";
    check_shown(show_code, old, old, VIEW_MARKED,
                "<pre><code>prfaq new\n  prfaq save &lt;name&gt;</code></pre>");
    check_shown(show_code, "Words.\n", "Words.\n\n```\na\nb\n```\n", VIEW_MARKED,
                "<pre><code><ins>a</ins>\n<ins>b</ins></code></pre>");
    check_shown(show_code, old, "```sh\nprfaq new\n  prfaq check\n```\n", VIEW_MARKED,
                "<pre><code>prfaq new\n<del>  prfaq save &lt;name&gt;</del>\n"
                "<ins>  prfaq check</ins></code></pre>");
}

RUN_TESTS(TEST(a_changed_cell_is_marked_in_its_cell),
          TEST(a_row_that_came_is_marked_in_each_cell),
          TEST(a_row_that_went_stands_where_it_was),
          TEST(a_new_table_has_a_head_and_rows),
          TEST(a_column_that_came_is_a_cell_of_each_row),
          TEST(code_stands_without_its_fences))
