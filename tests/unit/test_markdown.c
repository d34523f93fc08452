#include "check.h"
#include "doc/markdown.h"

typedef struct Fixture {
    Arena arena;
    Str md;
    Markdown out;
} Fixture;

static void read(Fixture *f, const char *md)
{
    *f = (Fixture){.md = str_from(md)};
    markdown_read(f->md, &f->arena, &f->out);
}

static Str source(const Fixture *f, size_t i)
{
    return str_range(f->md, f->out.blocks[i].range);
}

static Str text(const Fixture *f, size_t i, size_t line)
{
    return str_range(f->md, f->out.blocks[i].text[line]);
}

static void blocks_are_whole_lines_without_the_last_break(void **state)
{
    (void)state;
    Fixture f;

    read(&f, "# A #\r\n\r\none\r\n two\r\n***\r\n<!-- c\r\n-->\r\n");
    CHECK_INT(f.out.block_count, 4);
    CHECK_STR(source(&f, 0), STR("# A #"));
    CHECK_STR(text(&f, 0, 0), STR("A"));
    CHECK_STR(source(&f, 1), STR("one\r\n two"));
    CHECK_STR(text(&f, 1, 1), STR("two"));
    CHECK_INT(f.out.blocks[2].kind, BLOCK_RULE);
    CHECK_INT(f.out.blocks[3].kind, BLOCK_HTML);
    CHECK_STR(source(&f, 3), STR("<!-- c\r\n-->"));
    arena_deinit(&f.arena);
}

static void setext_headings_end_with_their_underline(void **state)
{
    (void)state;
    Fixture f;

    read(&f, "One\ntwo\n===\nthree\n\nFour\n---\n");
    CHECK_INT(f.out.block_count, 3);
    CHECK_STR(source(&f, 0), STR("One\ntwo\n==="));
    CHECK_INT(f.out.blocks[0].text_count, 2);
    CHECK_INT(f.out.blocks[0].level, 1);
    CHECK_STR(source(&f, 1), STR("three"));
    CHECK_STR(source(&f, 2), STR("Four\n---"));
    CHECK_INT(f.out.blocks[2].level, 2);
    arena_deinit(&f.arena);
}

static void lists_and_quotes_lose_their_marks(void **state)
{
    (void)state;
    Fixture f;

    read(&f, "> q one\nlazy\n>\n> - item\n>   more\n>\n>   again\n\n1. a\n   - b\n");
    CHECK_INT(f.out.block_count, 5);
    CHECK(f.out.blocks[0].quoted);
    CHECK_STR(text(&f, 0, 0), STR("q one"));
    CHECK_STR(text(&f, 0, 1), STR("lazy"));
    CHECK_INT(f.out.blocks[1].kind, BLOCK_ITEM);
    CHECK_STR(text(&f, 1, 0), STR("item"));
    CHECK_STR(text(&f, 1, 1), STR("more"));
    CHECK_STR(text(&f, 2, 0), STR("again"));
    CHECK_INT(f.out.blocks[3].level, 1);
    CHECK(!f.out.blocks[3].quoted);
    CHECK_INT(f.out.blocks[4].level, 2);
    CHECK_STR(text(&f, 4, 0), STR("b"));
    arena_deinit(&f.arena);
}

static void code_ends_with_its_fence(void **state)
{
    (void)state;
    Fixture f;

    read(&f, "```c\na\n\nb\n```\nx\n\n    ind\n\n    ent\n\ny\n~~~\nopen\n");
    CHECK_INT(f.out.block_count, 5);
    CHECK_STR(source(&f, 0), STR("```c\na\n\nb\n```"));
    CHECK_STR(source(&f, 1), STR("x"));
    CHECK_STR(source(&f, 2), STR("    ind\n\n    ent"));
    CHECK_STR(source(&f, 4), STR("~~~\nopen"));
    CHECK_INT(f.out.blocks[4].kind, BLOCK_CODE);
    arena_deinit(&f.arena);
}

static void definitions_are_no_words(void **state)
{
    (void)state;
    Fixture f;

    read(&f, "para\n\n[a]: /u\n[b]:\n/v\n\"t\"\nwords\n\n[c]: /w\nTitle\n===\n");
    CHECK_INT(f.out.block_count, 3);
    CHECK_STR(source(&f, 0), STR("para"));
    CHECK_STR(source(&f, 1), STR("words"));
    CHECK_STR(source(&f, 2), STR("Title\n==="));
    CHECK_STR(text(&f, 2, 0), STR("Title"));
    arena_deinit(&f.arena);
}

static void lone_carriage_returns_end_lines(void **state)
{
    (void)state;
    Fixture f;

    read(&f, "# A\rb\r\rc");
    CHECK_INT(f.out.block_count, 3);
    CHECK_STR(source(&f, 1), STR("b"));
    CHECK_STR(source(&f, 2), STR("c"));
    CHECK_INT(f.out.line_count, 4);
    arena_deinit(&f.arena);
}

static void blocks_over_the_bound_are_loose(void **state)
{
    (void)state;
    Fixture f;
    StrBuf buf = {0};

    strbuf_addz(&buf, "plain\n\n");
    for (int i = 0; i < GUARD_DEPTH + 8; i++)
        strbuf_addz(&buf, "> ");
    strbuf_addz(&buf, "deep\n\nplain\n");
    read(&f, strbuf_cstr(&buf));
    CHECK_INT(f.out.block_count, 3);
    CHECK(!f.out.blocks[0].loose);
    CHECK(f.out.blocks[1].loose);
    CHECK(!f.out.blocks[2].loose);
    CHECK_STR(text(&f, 1, 0), STR("> > > > > > > > deep"));
    strbuf_deinit(&buf);
    arena_deinit(&f.arena);
}

RUN_TESTS(TEST(blocks_are_whole_lines_without_the_last_break),
          TEST(setext_headings_end_with_their_underline),
          TEST(lists_and_quotes_lose_their_marks), TEST(code_ends_with_its_fence),
          TEST(definitions_are_no_words), TEST(lone_carriage_returns_end_lines),
          TEST(blocks_over_the_bound_are_loose))
