/* Adopting a document writes comments and nothing else, and undoing it gives the
 * bytes back. */
#include <dirent.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"
#include "doc/adopt.h"
#include "doc/markdown_same.h"
#include "reading.h"

typedef struct Case {
    Reading r;
    Adoption adoption;
    Adopted adopted;
    Document after;
} Case;

static void case_open(Case *c, const char *md)
{
    *c = (Case){0};
    reading_open(&c->r, md);
    adopt_propose(&c->r.doc, &c->r.arena, &c->adoption);
}

static void case_write(Case *c)
{
    adopt_write(&c->r.doc, &c->r.lib, &c->adoption, &c->r.arena, &c->adopted);
    document_read(c->adopted.bytes, &c->r.lib, &c->r.arena, &c->after);
}

/* Adopt all that was found. */
static void check_adopted(const char *md, const char *expected)
{
    Case c;
    Str back = {0};

    case_open(&c, md);
    case_write(&c);
    CHECK_STR(c.adopted.bytes, str_from(expected));
    adopt_undo(&c.after, NULL, &c.r.arena, &back);
    CHECK_STR(back, str_from(md));
    reading_close(&c.r);
}

static void a_label_has_its_comment_below(void **state)
{
    (void)state;
    check_adopted("# PRFAQ\n\n## The Problem\n\na\n\n**Solution**\n\nb\n",
                  "# PRFAQ\n\n## The Problem\n<!-- prfaq-id: problem -->\n\na\n\n"
                  "**Solution**\n<!-- prfaq-id: solution -->\n\nb\n");
    check_adopted("Problem\n---\na\n", "Problem\n---\n<!-- prfaq-id: problem -->\na\n");
    check_adopted("> ## Problem\n> a\n",
                  "> ## Problem\n> <!-- prfaq-id: problem -->\n> a\n");
}

static void a_label_in_a_line_has_it_above(void **state)
{
    (void)state;
    check_adopted("a\n\n**Problem:** b\n",
                  "a\n\n<!-- prfaq-id: problem -->\n**Problem:** b\n");
    check_adopted("**Problem**\nb\n", "<!-- prfaq-id: problem -->\n**Problem**\nb\n");
    check_adopted("- **Problem:** a\n- **Solution:** b\n",
                  "<!-- prfaq-id: problem -->\n- **Problem:** a\n"
                  "  <!-- prfaq-id: solution -->\n- **Solution:** b\n");
}

static void bytes_of_all_kinds_stay(void **state)
{
    (void)state;
    check_adopted("\xEF\xBB\xBF---\r\na: b\r\n---\r\n## Problem\r\nx\r\n## FAQ",
                  "\xEF\xBB\xBF---\r\na: b\r\n---\r\n## Problem\r\n"
                  "<!-- prfaq-id: problem -->\r\nx\r\n## FAQ\r\n"
                  "<!-- prfaq-id: faq -->");
    check_adopted("## Problem\rx\r", "## Problem\r<!-- prfaq-id: problem -->\rx\r");
}

static void a_second_part_of_a_kind_has_a_number(void **state)
{
    (void)state;
    check_adopted("## Problem\n\na\n\n## Solution\n\nb\n\n## The Problem\n\nc\n",
                  "## Problem\n<!-- prfaq-id: problem -->\n\na\n\n"
                  "## Solution\n<!-- prfaq-id: solution -->\n\nb\n\n"
                  "## The Problem\n<!-- prfaq-id: problem-2 -->\n\nc\n");
}

static void what_has_an_id_keeps_it(void **state)
{
    (void)state;
    Case c;

    case_open(&c, "## Problem\n<!-- prfaq-id: problem -->\na\n\n## Solution\n\nb\n\n"
                  "## Problem\n\nc\n");
    CHECK_INT(c.adoption.held, 1);
    CHECK_INT(c.adoption.count, 2);
    case_write(&c);
    CHECK(str_find(c.adopted.bytes, STR("problem-2"), 0) != STR_NONE);
    CHECK_INT(c.adopted.added, 2);
    reading_close(&c.r);
}

static void a_person_can_say_what_it_is(void **state)
{
    (void)state;
    Case c;

    case_open(&c, "## Problem\n\na\n\n## Solution\n\nb\n");
    c.adoption.items[0].kind = PART_SUMMARY;
    c.adoption.items[1].taken = false;
    case_write(&c);
    CHECK_STR(c.adopted.bytes, STR("## Problem\n<!-- prfaq-id: summary -->\n\na\n\n"
                                   "## Solution\n<!-- prfaq-id: other -->\n\nb\n"));
    CHECK_INT(c.after.part_count, 2);
    CHECK_INT(c.after.parts[0].kind, PART_SUMMARY);
    CHECK_INT(c.after.parts[1].kind, PART_OTHER);
    reading_close(&c.r);
}

static const char release[] =
    "# Harbour Trust opens its tide tables so that every skipper can plan\n\n"
    "In May 2027, the Harbour Trust released its tide tables for every harbour.\n\n"
    "For years, skippers had to phone three offices. It was hard to know more.\n\n"
    "The tide tables are one file that anyone can read.\n\n"
    "\"We want no skipper to guess,\" said Mo Reyes, director of the Trust.\n\n"
    "To learn more, visit tides.example.\n\n"
    "# FAQ\n\n## What does it cost?\n\nNothing.\n";

/* Its place would name it again. */
static void what_a_person_refused_is_not_found_again(void **state)
{
    (void)state;
    Case c;

    case_open(&c, release);
    CHECK_INT(c.adoption.items[0].kind, PART_HEADLINE);
    CHECK_INT(c.adoption.items[0].found, FOUND_INFERRED);
    for (size_t i = 0; i < 2; i++)
        adopt_refuse(&c.adoption.items[i]);
    case_write(&c);
    CHECK(str_starts(c.adopted.bytes, STR("<!-- prfaq-id: other -->\n# Harbour")));
    CHECK(document_first(&c.after, PART_HEADLINE) == NULL);
    CHECK(document_first(&c.after, PART_SUMMARY) == NULL);
    reading_close(&c.r);
}

static void one_block_may_hold_two_parts(void **state)
{
    (void)state;
    Case c;

    case_open(&c, release);
    CHECK_INT(c.adoption.items[1].kind, PART_SUMMARY);
    c.adoption.items[1].also = PART_BIT(PART_SOLUTION);
    case_write(&c);
    CHECK_INT(c.adopted.left_count, 0);
    CHECK(str_find(c.adopted.bytes,
                   STR("<!-- prfaq-id: summary -->\n<!-- prfaq-id: solution -->\n"
                       "In May"),
                   0) != STR_NONE);
    const Part *part = document_first(&c.after, PART_SUMMARY);
    CHECK(part && part_tells(part, PART_SOLUTION));
    CHECK(!part_is_empty(&c.after, part));
    reading_close(&c.r);
}

/* As position finds it: no label. */
static void make_inferred(Case *c, size_t item, PartKind kind, size_t block)
{
    c->adoption.items[item] = (Proposal){.part = c->adoption.items[item].part,
                                         .found = FOUND_INFERRED,
                                         .confidence = 0.8,
                                         .kind = kind,
                                         .block = block,
                                         .taken = true};
}

static void an_unlabelled_part_has_it_above_its_block(void **state)
{
    (void)state;
    Case c;

    case_open(&c, "# Name\n\n## Problem\n\nfirst\n\nsecond\n\n> \"third\"\n");
    make_inferred(&c, 0, PART_SOLUTION, 3);
    CHECK(adopt_may_begin(&c.r.doc, &c.adoption, 0, 4));
    adopt_move(&c.r.doc, &c.adoption.items[0], 4);
    CHECK_STR(c.adoption.items[0].words, STR("\"third\""));
    case_write(&c);
    CHECK_STR(c.adopted.bytes, STR("# Name\n\n## Problem\n\nfirst\n\nsecond\n\n"
                                   "> <!-- prfaq-id: solution -->\n> \"third\"\n"));
    reading_close(&c.r);
}

static void a_headline_above_a_subheading_stays_apart(void **state)
{
    (void)state;
    Case c;

    /* The words of both are headings, and none is the label of what follows. */
    case_open(
        &c, "# The mill answers\n\n## For all bakers\n\nJeju - today.\n\n## Problem\n\n"
            "a\n\n## Solution\n\nb\n\n## FAQ\n\nc\n");
    case_write(&c);
    CHECK_INT(c.adopted.left_count, 0);
    CHECK_INT(c.after.parts[0].kind, PART_HEADLINE);
    CHECK_INT(c.after.parts[1].kind, PART_SUBHEADING);
    CHECK_INT(c.after.parts[2].kind, PART_SUMMARY);
    CHECK_STR(str_trim(str_range(c.after.bytes, c.after.parts[2].body)),
              STR("Jeju - today."));
    reading_close(&c.r);
}

static void a_chapter_of_somebody_stays_apart(void **state)
{
    (void)state;
    Case c;

    case_open(&c, "# PRFAQ\n\nwords\n\n## Problem\n\na\n\n## Roadmap\n\nb\n");
    CHECK_INT(c.adoption.count, 2);
    make_inferred(&c, 1, PART_PROBLEM, 3);
    case_write(&c);
    const Part *last = &c.after.parts[c.after.part_count - 1];
    CHECK_INT(last->kind, PART_OTHER);
    CHECK_STR(last->title, STR("Roadmap"));
    reading_close(&c.r);
}

static void words_that_tell_two_things_carry_two_comments(void **state)
{
    Case c;
    (void)state;
    case_open(&c, "## Summary\n\nToday Lantern opens for bakers, who order their flour "
                  "by text and sleep until the mill opens at four.\n\n"
                  "## Problem\n\nb\n");
    CHECK_INT(c.adoption.count, 2);
    c.adoption.items[0].also = PART_BIT(PART_PROBLEM) | PART_BIT(PART_SOLUTION);
    case_write(&c);
    CHECK_INT(c.adopted.left_count, 0);
    CHECK_INT(c.adopted.added, 4);
    const Part *part = document_first(&c.after, PART_SUMMARY);
    CHECK(part && part->found == FOUND_MARKER);
    CHECK_INT(part->also, PART_BIT(PART_PROBLEM) | PART_BIT(PART_SOLUTION));
    CHECK(document_part(&c.after, STR("solution")) == part);
    CHECK(document_part(&c.after, STR("problem"))->kind == PART_PROBLEM);
    reading_close(&c.r);
}

/* -- undo ----------------------------------------------------------------- */

static void check_undone(const char *md, const char *expected, size_t count)
{
    Reading r;
    Str out = {0};

    reading_open(&r, md);
    CHECK_INT(adopt_undo(&r.doc, NULL, &r.arena, &out), count);
    CHECK_STR(out, str_from(expected));
    reading_close(&r);
}

static void only_comments_alone_on_a_line_are_taken_out(void **state)
{
    (void)state;
    check_undone("<!-- prfaq-id: problem --> and words\n\na <!-- prfaq-id: x -->\n",
                 "<!-- prfaq-id: problem --> and words\n\na <!-- prfaq-id: x -->\n", 0);
    check_undone("```\n<!-- prfaq-id: problem -->\n```\n",
                 "```\n<!-- prfaq-id: problem -->\n```\n", 0);
    check_undone("<!-- prfaq-q: who -->\n\n<!-- remark -->\n- <!-- prfaq-id: x -->\n",
                 "<!-- prfaq-q: who -->\n\n<!-- remark -->\n- <!-- prfaq-id: x -->\n",
                 0);
    check_undone("a\n\n  <!-- prfaq-id: problem -->\nb", "a\n\nb", 1);
}

static void two_blocks_are_not_joined(void **state)
{
    (void)state;
    check_undone("a\n<!-- prfaq-id: problem -->\nb\n", "a\n\nb\n", 1);
    check_undone("> a\n> <!-- prfaq-id: problem -->\n> b\n", "> a\n>\n> b\n", 1);
    check_undone("a\r\n<!-- prfaq-id: x -->\r\n---\r\n", "a\r\n\r\n---\r\n", 1);
}

static void comments_at_the_very_end_go_with_their_breaks(void **state)
{
    (void)state;
    check_undone("a\n<!-- prfaq-id: x -->\n<!-- prfaq-id: y -->", "a", 2);
    check_undone("<!-- prfaq-id: x -->", "", 1);
    check_undone("a\n\n<!-- prfaq-id: x -->\n", "a\n\n", 1);
}

/* -- whatever there is ---------------------------------------------------- */

enum { DOCUMENTS = 300, PIECES = 20 };

static void what_an_author_wrote_is_not_taken_out(void **state)
{
    static const Str given[] = {{"solution", 8}};
    AdoptedIds ids = {given, 1};
    Reading r;
    Str out = {0};
    (void)state;
    reading_open(&r,
                 "<!-- prfaq-id: problem -->\na\n\n<!-- prfaq-id: solution -->\nb\n");
    CHECK_INT(adopt_undo(&r.doc, &ids, &r.arena, &out), 1);
    CHECK_STR(out, STR("<!-- prfaq-id: problem -->\na\n\nb\n"));
    ids.count = 0;
    CHECK_INT(adopt_undo(&r.doc, &ids, &r.arena, &out), 0);
    CHECK_STR(out, r.doc.bytes);
    reading_close(&r);
}

static const char *const pieces[] = {
    "# Flour by text\n",
    "## Problem\n",
    "### 해결책 ###\n",
    "Setext summary\nover lines\n===\n",
    "Summary\n---\n",
    "**Customer Quote**\n",
    "**Customer Quote**\n\n",
    "**Headline:** a\n**Subheading:** b\n",
    "**Problem:** a\n",
    "Solution: b\n",
    "[Problem]\n",
    "- **Problem:** one\n",
    "- **Solution:** two\n- three\n",
    "1. a\n\n10. **Problem:** b\n",
    "> **Solution**\n> quoted\n",
    "> ## Problem\nlazy\n",
    ">> - **Solution:** x\n",
    "## Press Release\n",
    "## FAQ\n",
    "## Internal FAQ\n",
    "### External FAQ\n",
    "**Q. Why?**\n\nA. Because\n",
    "### When?\n",
    "text with *marks*, `code` & [a](b \"c\")\n",
    "a line\nand another\n",
    "| Problem | b |\n|---|:-:|\n| 1 | \\| |\n",
    "```\n<!-- prfaq-id: problem -->\n```\n",
    "\tindented\n\n",
    "<!-- a remark\n\nover lines -->\n",
    "<div>\n**Problem**\n</div>\n",
    "[ref]: /u\n'title'\n",
    "***\n",
    "\n",
    "\n\n",
    "## Our own section\n",
    "## Appendix\n",
};

static size_t below(uint32_t *state, size_t count)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % count;
}

static void make_document(uint32_t *random, StrBuf *out)
{
    static const char *const breaks[] = {"\n", "\n", "\r\n", "\r"};
    const char *line_break = breaks[below(random, 4)];

    strbuf_clear(out);
    if (below(random, 4) == 0)
        strbuf_addz(out, "\xEF\xBB\xBF");
    for (size_t i = below(random, PIECES); i > 0; i--) {
        const char *piece = pieces[below(random, sizeof pieces / sizeof *pieces)];
        for (; *piece; piece++) {
            if (*piece == '\n')
                strbuf_addz(out, line_break);
            else
                strbuf_addc(out, *piece);
        }
    }
    if (below(random, 3) == 0)
        strbuf_truncate(out, str_trim_end(strbuf_view(out)).len);
}

static const Part *part_with_marker(const Document *doc, size_t *at)
{
    while (*at < doc->part_count && doc->parts[*at].found != FOUND_MARKER)
        ++*at;
    return *at < doc->part_count ? &doc->parts[(*at)++] : NULL;
}

/* Adopting adds comments only, all that is taken is read as it was meant, and undoing
 * restores the bytes. */
static void check_round_trip(Case *c)
{
    const Part *part = NULL;
    Str back = {0};
    size_t at = 0;

    case_write(c);
    const Document *doc = &c->r.doc;
    CHECK(markdown_same(str_slice(doc->bytes, doc->start, doc->bytes.len),
                        str_slice(c->adopted.bytes, doc->start, c->adopted.bytes.len)));
    for (size_t i = 0; i < c->adoption.count; i++) {
        const Proposal *p = &c->adoption.items[i];
        if (!p->taken || c->adopted.left[i])
            continue;
        /* Two comments above one block are one part. */
        if (part && (part->also & PART_BIT(p->kind)))
            continue;
        do
            part = part_with_marker(&c->after, &at);
        while (part && !part_tells(part, p->kind));
        CHECK(part != NULL);
        at--; /* two labels of one paragraph are told by one part */
    }
    if (c->adoption.held > 0)
        return;
    adopt_undo(&c->after, NULL, &c->r.arena, &back);
    CHECK_STR(back, doc->bytes);
}

static void whatever_people_write_comes_back(void **state)
{
    (void)state;
    StrBuf md = {0};
    uint32_t random = 20261121;
    size_t left = 0, all = 0;

    for (int i = 0; i < DOCUMENTS; i++) {
        Case c;
        make_document(&random, &md);
        case_open(&c, strbuf_cstr(&md));
        for (size_t j = 0; j < c.adoption.count; j++) {
            if (below(&random, 4) == 0)
                c.adoption.items[j].taken = false;
            if (below(&random, 4) == 0)
                c.adoption.items[j].kind =
                    (PartKind)(1 + below(&random, PART_KIND_COUNT - 1));
        }
        check_round_trip(&c);
        all += c.adoption.count;
        left += c.adopted.left_count;
        reading_close(&c.r);
    }
    strbuf_deinit(&md);
    CHECK(all > DOCUMENTS);
    CHECK(left * 6 < all);
}

RUN_TESTS(TEST(a_label_has_its_comment_below), TEST(a_label_in_a_line_has_it_above),
          TEST(bytes_of_all_kinds_stay), TEST(a_second_part_of_a_kind_has_a_number),
          TEST(what_has_an_id_keeps_it), TEST(a_person_can_say_what_it_is),
          cmocka_unit_test(what_a_person_refused_is_not_found_again),
          cmocka_unit_test(one_block_may_hold_two_parts),
          TEST(an_unlabelled_part_has_it_above_its_block),
          TEST(a_headline_above_a_subheading_stays_apart),
          TEST(a_chapter_of_somebody_stays_apart),
          TEST(only_comments_alone_on_a_line_are_taken_out),
          TEST(words_that_tell_two_things_carry_two_comments),
          TEST(what_an_author_wrote_is_not_taken_out), TEST(two_blocks_are_not_joined),
          TEST(comments_at_the_very_end_go_with_their_breaks),
          TEST(whatever_people_write_comes_back))
