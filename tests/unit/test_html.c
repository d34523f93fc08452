#include "render/html.h"

#include "check.h"
#include "render_fixture.h"

static Str main_of(Str page)
{
    size_t start = str_find(page, STR("<main>\n"), 0),
           end = str_find(page, STR("</main>"), 0);

    CHECK(start != STR_NONE && end != STR_NONE);
    return str_slice(page, start + 7, end);
}

static void check_with(const char *text, const HtmlOptions *options,
                       const char *expected)
{
    Fixture f;
    StrBuf out = {0};

    render_html(fixture_read(&f, text), options, &out);
    CHECK_STR(main_of(strbuf_view(&out)), str_from(expected));
    strbuf_deinit(&out);
}

static void check_html(const char *text, const char *expected)
{
    check_with(text, &(HtmlOptions){0}, expected);
}

static void a_release_reads_as_one(void **state)
{
    (void)state;
    check_html(
        "# Working title\n\n## headline\n\nFlour by text\n\n## subheading\n\nFor "
        "bakers\n\n## summary\n\nSEOUL — x\n\n## leader-quote\n\n“Q”\n",
        "<h1>Flour by text</h1>\n<p class=\"subheading\">For bakers</p>\n"
        "<p class=\"lead\">SEOUL — x</p>\n<p class=\"said\">“Q”</p>\n");
}

static void labels_are_kept_when_asked(void **state)
{
    (void)state;
    check_with("## headline\n\nFlour\n", &(HtmlOptions){.headings = true},
               "<h2 class=\"label\">headline</h2>\n<h1>Flour</h1>\n");
}

static void the_title_stands_in_for_a_headline(void **state)
{
    (void)state;
    check_html("# Title\n\n## headline\n\n", "<h1 id=\"title\">Title</h1>\n");
}

static void questions_are_numbered_and_stand_with_their_answers(void **state)
{
    (void)state;
    check_html(
        "## external-faq\n\n**Q. What?**\n\nA. That.\n\n- a\n\n**Q. Why?**\n",
        "<h2 id=\"external-faq\">external-faq</h2>\n"
        "<div class=\"pair\">\n"
        "<h3 class=\"question\" id=\"q1\"><span class=\"number\">1.</span> What?</h3>\n"
        "<p>That.</p>\n<ul>\n<li>a\n</li>\n</ul>\n</div>\n"
        "<div class=\"pair\">\n"
        "<h3 class=\"question\" id=\"q2\"><span class=\"number\">2.</span> Why?</h3>\n"
        "</div>\n");
}

static void text_and_links_are_escaped(void **state)
{
    (void)state;
    check_html(
        "a < b & \"c\" [d](http://e/?f=1&g=%22 \"t\") <http://h>",
        "<p>a &lt; b &amp; &quot;c&quot; <a href=\"http://e/?f=1&amp;g=%22\">d</a> "
        "<a class=\"bare\" href=\"http://h\">http://h</a></p>\n");
    check_html("[a](javascript:b) <script>c</script>", "<p>a c</p>\n");
    check_html("```\"x\nd < e\n```", "<pre><code>d &lt; e\n</code></pre>\n");
}

static void tables_have_a_head_and_a_body(void **state)
{
    (void)state;
    check_html("|a|b|\n|-|-:|\n|c|d|\n|e|",
               "<div class=\"table\"><table>\n<thead>\n<tr><th>a</th><th "
               "class=\"r\">b</th></tr>\n</thead>\n<tbody>\n<tr><td>c</td><td "
               "class=\"r\">d</td></tr>\n<tr><td>e</td><td></td></tr>\n</tbody>\n"
               "</table></div>\n");
}

static void headings_have_names_and_none_twice(void **state)
{
    (void)state;
    check_html("### A b-c!\n### a B c\n### 질문 1\n### ?\n",
               "<h3 id=\"a-b-c\">A b-c!</h3>\n<h3 id=\"a-b-c-1\">a B c</h3>\n"
               "<h3 id=\"질문-1\">질문 1</h3>\n<h3 id=\"section\">?</h3>\n");
}

static bool give_image(void *ctx, Str path, Str *bytes)
{
    *bytes = *(const Str *)ctx;
    return str_eq(path, STR("a b.png"));
}

static void only_pictures_of_the_project_are_embedded(void **state)
{
    (void)state;
    Str png = STR("\x89PNG\r\n\x1a\n?"), svg = STR("<svg onload=\"x\"/>");
    HtmlOptions options = {.image = give_image, .image_ctx = &png};
    check_with("![c \"d\"](a%20b.png)", &options,
               "<p><img src=\"data:image/png;base64,iVBORw0KGgo/\" alt=\"c "
               "&quot;d&quot;\"></p>\n");
    check_with("![c](%2e%2e/a.png) ![d](http://x/a.png)", &options, "<p>c d</p>\n");
    options.image_ctx = &svg;
    check_with("![c](a%20b.png)", &options, "<p>c</p>\n");
    check_html("![c](a%20b.png)", "<p>c</p>\n");
}

static void the_title_of_the_page_is_the_headline(void **state)
{
    (void)state;
    Fixture f;
    StrBuf out = {0};
    render_html(fixture_read(&f, "## headline\n\nFlour *by*\ntext & more\n"),
                &(HtmlOptions){.stamp = STR("Revision <1>\x1b")}, &out);
    CHECK(str_find(strbuf_view(&out), STR("<title>Flour by text &amp; more</title>"),
                   0) != STR_NONE);
    CHECK(str_find(strbuf_view(&out),
                   STR("<footer><p>Revision &lt;1&gt;^[</p></footer>"), 0) != STR_NONE);
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(a_release_reads_as_one), TEST(labels_are_kept_when_asked),
          TEST(the_title_stands_in_for_a_headline),
          TEST(questions_are_numbered_and_stand_with_their_answers),
          TEST(text_and_links_are_escaped), TEST(tables_have_a_head_and_a_body),
          TEST(headings_have_names_and_none_twice),
          TEST(only_pictures_of_the_project_are_embedded),
          TEST(the_title_of_the_page_is_the_headline))
