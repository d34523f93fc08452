#include "render/markup.h"

#include "check.h"
#include "render_fixture.h"

/* The marks as one line: "p(text)", names as below. */
static void show(const Markup *m, StrBuf *out)
{
    static const char *const names[] = {"p", "h",    "quote", "list", "item", "table",
                                        "r", "c",    "code",  "rule", "em",   "strong",
                                        "a", "img:", "",      "`",    " ",    "/"};

    for (size_t i = 0; i < m->count; i++) {
        const Mark *mark = &m->marks[i];
        if (mark->step == MARK_CLOSE) {
            strbuf_addc(out, ')');
            continue;
        }
        strbuf_addz(out, names[mark->kind]);
        if (mark->role == ROLE_QUESTION)
            strbuf_addf(out, "?%d", mark->number);
        if (mark->step == MARK_OPEN)
            strbuf_addc(out, '(');
        strbuf_add(out, mark->text);
    }
}

static void check_marks(const char *text, const char *expected)
{
    Fixture f;
    Arena arena = {0};
    Markup m = {0};
    StrBuf out = {0};

    markup_read(fixture_read(&f, text), false, &arena, &m);
    show(&m, &out);
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
    arena_deinit(&arena);
}

static void marks_open_and_close_like_tags(void **state)
{
    (void)state;
    check_marks("# T\n\n- a *b* **c**\n- `d`\n\n> e  \nf\n\n---\n",
                "h(T)list(item(p(a em(b) strong(c)))item(p(`d)))quote(p(e/f))rule");
}

static void raw_html_and_comments_are_gone(void **state)
{
    (void)state;
    check_marks("a <b>c</b><!-- d --> e<br>f\n\n<div>x</div>\n\n<!-- y -->\n",
                "p(a c e/f)");
}

static void unsafe_links_are_their_words(void **state)
{
    (void)state;
    check_marks("[a](javascript:x) [b](http://c) ![d *e*](f.png)", "p(a a(b) img:d e)");
    check_marks("[<tp:>](b) [<http://c>](tp:) *d*", "p(a(tp:) a(http://c) em(d))");
    check_marks("[a](java&#10;script:x) [b](&#x6a;avascript:x)", "p(a b)");
}

static void hidden_characters_are_spelled_out(void **state)
{
    (void)state;
    check_marks("a&#27;[31m &#x202e; b", "p(a^[[31m <202E> b)");
    check_marks("    \x1b]0;x\x07\n", "code^[]0;x^G");
}

static void questions_lose_their_mark_and_bold(void **state)
{
    (void)state;
    check_marks("## external-faq\n\n**Q. What `now`?**\nA. That.\n",
                "h(external-faq)p?1(What `now?)p(That.)");
}

static void roles_follow_the_parts(void **state)
{
    (void)state;
    Fixture f;
    Arena arena = {0};
    Markup m = {0};
    markup_read(fixture_read(&f, "# T\n\n## headline\n\nH\n\n## subheading\n\nS\n\n"
                                 "## summary\n\nL\n\nx\n\n## leader-quote\n\n“Q”\n"),
                false, &arena, &m);
    const int roles[] = {ROLE_HEADLINE, ROLE_SUBHEADING, ROLE_LEAD, ROLE_NONE,
                         ROLE_QUOTE};
    size_t seen = 0;
    for (size_t i = 0; i < m.count; i++)
        if (m.marks[i].kind == MARK_PARAGRAPH && m.marks[i].step == MARK_OPEN)
            CHECK_INT(m.marks[i].role, roles[seen++]);
    CHECK_INT(seen, 5);
    arena_deinit(&arena);
}

static void a_label_in_a_paragraph_makes_it_no_label(void **state)
{
    (void)state;
    Fixture f;
    Arena arena = {0};
    Markup m = {0};
    const Document *doc = fixture_read(&f, "## leader-quote\n");
    markup_read(doc, true, &arena, &m);
    CHECK_INT(m.marks[0].role, ROLE_LABEL);
    f.parts[0].label.end -= 5;
    markup_read(doc, true, &arena, &m);
    CHECK_INT(m.marks[0].role, ROLE_NONE);
    arena_deinit(&arena);
}

static void blocks_know_their_place(void **state)
{
    (void)state;
    Fixture f;
    Arena arena = {0};
    Markup m = {0};
    const Document *doc =
        fixture_read(&f, "one\n\n## headline\n\nZwei\n\n| a |\n|--|\n| b |");
    markup_read(doc, false, &arena, &m);
    size_t last = 0;
    for (size_t i = 0; i < m.count; i++) {
        if (m.marks[i].kind == MARK_PARAGRAPH && m.marks[i].step == MARK_OPEN)
            CHECK(str_starts(str_slice(doc->bytes, m.marks[i].offset, doc->bytes.len),
                             m.marks[i + 1].text));
        if (m.marks[i].kind == MARK_ROW)
            last = m.marks[i].offset;
    }
    CHECK_STR(str_slice(doc->bytes, last, doc->bytes.len), STR("| b |"));
    CHECK_INT(markup_end(&m, 0), 3);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(marks_open_and_close_like_tags), TEST(raw_html_and_comments_are_gone),
          TEST(unsafe_links_are_their_words), TEST(hidden_characters_are_spelled_out),
          TEST(questions_lose_their_mark_and_bold), TEST(roles_follow_the_parts),
          TEST(a_label_in_a_paragraph_makes_it_no_label), TEST(blocks_know_their_place))
