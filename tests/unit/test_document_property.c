/* Documents put together by a fixed generator: whatever people type, the
 * invariants hold and an edit of one part leaves the rest as it was. */
#include "document_invariants.h"
#include "reading.h"
#include "text/text.h"

enum { DOCUMENTS = 400, PIECES = 24 };

static const char *const pieces[] = {
    "# Flour by text\n",
    "## Problem\n<!-- prfaq-id: problem -->\n",
    "## 해결책\n\n<!-- prfaq-id: solution -->\n",
    "<!-- prfaq-id: summary -->\n",
    "## Press Release\n",
    "Setext words\nover two lines\n===\n",
    "Leader Quote\n---\n",
    "**Customer Quote**\n",
    "**Headline:** a\n**Subheading:** b\n",
    "## Internal FAQ\n",
    "### External FAQ\n",
    "<!-- prfaq-q: economics-price -->\n**Q. Why?**\n\nA. Because\n",
    "**Q. 왜\n지금?**\n답. 그래서\n",
    "Q: a?\nA: b\n",
    "### When?\n",
    "text with *marks*, `code` & [a link](b \"c\")\n",
    "한글 문장입니다. \xE1\x84\x80\xE1\x85\xA1\n",
    "- item\n  - deeper\n\n    still\n1. one\n",
    "> quoted **words**\nlazy\n> > deeper\n",
    "| a | b |\n|---|:-:|\n| 1 | \\| |\n",
    "```\ncode\n\n# no heading\n```\n",
    "\tindented\n\n",
    "<!-- a remark\n\nover lines -->\n",
    "<div>\n*raw*\n</div>\n",
    "[ref]: /u\n'title'\n",
    "***\n",
    "\n",
    "\n\n",
    "## Our own section\n",
    "## Appendix\n",
};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static size_t below(uint32_t *state, size_t count)
{
    return next_random(state) % count;
}

static void add_piece(StrBuf *out, const char *piece, const char *line_break)
{
    for (; *piece; piece++) {
        if (*piece == '\n')
            strbuf_addz(out, line_break);
        else
            strbuf_addc(out, *piece);
    }
}

static void make_document(uint32_t *state, StrBuf *out)
{
    static const char *const breaks[] = {"\n", "\n", "\r\n", "\r"};
    const char *line_break = breaks[below(state, 4)];

    strbuf_clear(out);
    if (below(state, 4) == 0)
        strbuf_addz(out, "\xEF\xBB\xBF");
    if (below(state, 2) == 0)
        add_piece(out, "---\ntemplate: prfaq\nlang: ko\nnobody-knows: [x, 'y']\n---\n",
                  line_break);
    for (size_t i = below(state, PIECES); i > 0; i--)
        add_piece(out, pieces[below(state, sizeof pieces / sizeof *pieces)],
                  line_break);
    if (below(state, 3) == 0 && out->len > 0 && (out->ptr[out->len - 1] == '\n'))
        strbuf_truncate(out, out->len - 1);
}

static void invariants_hold(void **state)
{
    (void)state;
    Reading r;
    StrBuf buf = {0};
    uint32_t random = 20270302;

    reading_open(&r, "");
    for (int i = 0; i < DOCUMENTS; i++) {
        make_document(&random, &buf);
        arena_reset(&r.arena);
        document_read(strbuf_view(&buf), &r.lib, &r.arena, &r.doc);
        hold_document(&r.doc);
    }
    strbuf_deinit(&buf);
    reading_close(&r);
}

static void replacing_a_body_changes_nothing_else(void **state)
{
    (void)state;
    Reading r;
    StrBuf buf = {0};
    uint32_t random = 7;
    int replaced = 0;

    reading_open(&r, "");
    for (int i = 0; i < DOCUMENTS; i++) {
        make_document(&random, &buf);
        arena_reset(&r.arena);
        document_read(strbuf_view(&buf), &r.lib, &r.arena, &r.doc);
        if (r.doc.part_count == 0)
            continue;
        size_t which = below(&random, r.doc.part_count);
        Range body = r.doc.parts[which].body;
        Text *text = text_new(strbuf_view(&buf));
        text_replace(text, body, STR("\n새 글\n"));
        Str before = str_slice(strbuf_view(&buf), 0, body.start);
        Str after = str_slice(strbuf_view(&buf), body.end, buf.len);
        CHECK_STR(str_slice(text_view(text), 0, body.start), before);
        CHECK(str_ends(text_view(text), after));
        CHECK_INT(text_len(text), before.len + after.len + STR("\n새 글\n").len);
        replaced++;
        text_free(text);
    }
    CHECK(replaced > DOCUMENTS / 2);
    strbuf_deinit(&buf);
    reading_close(&r);
}

RUN_TESTS(TEST(invariants_hold), TEST(replacing_a_body_changes_nothing_else))
