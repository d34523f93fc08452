/* Dividing an FAQ moves pairs whole and loses no byte of them. */
#include "doc/split.h"
#include "reading.h"

static void check_split(const char *md, const char *expected)
{
    Reading r;
    Split split;
    Str out = {0};

    reading_open(&r, md);
    split_propose(&r.doc, &r.lib, &r.arena, &split);
    CHECK(split_write(&r.doc, &r.lib, &split, &r.arena, &out));
    CHECK_STR(out, str_from(expected));
    reading_close(&r);
}

static void pairs_stand_under_two_headings(void **state)
{
    (void)state;
    check_split("## FAQ\n\n**Q: How do I install it?**\nA: b\n\n**Q: What is our "
                "revenue?**\nA: d\n\n## Appendix\n\ne\n",
                "## FAQ\n\n### External FAQ\n<!-- prfaq-id: external-faq -->\n\n"
                "**Q: How do I install it?**\nA: b\n\n"
                "### Internal FAQ\n<!-- prfaq-id: internal-faq -->\n\n"
                "**Q: What is our revenue?**\nA: d\n\n## Appendix\n\ne\n");
}

static void headings_that_ask_keep_their_level(void **state)
{
    (void)state;
    check_split("# T\r\n\r\n## FAQ\r\n### What is our budget?\r\nx\r\n"
                "### How do I pay?\r\ny",
                "# T\r\n\r\n## FAQ\r\n<!-- prfaq-id: external-faq -->\r\n\r\n"
                "### How do I pay?\r\ny\r\n\r\n"
                "## Internal FAQ\r\n<!-- prfaq-id: internal-faq -->\r\n\r\n"
                "### What is our budget?\r\nx\r\n");
}

static void an_faq_of_one_audience_is_only_marked(void **state)
{
    (void)state;
    check_split(
        "## FAQ\n\n**Q: How do I pay?**\nA: b\n",
        "## FAQ\n<!-- prfaq-id: external-faq -->\n\n**Q: How do I pay?**\nA: b\n");
    check_split("## FAQ\n<!-- prfaq-id: faq -->\n\n**Q: What is our budget?**\nA: b\n",
                "## FAQ\n<!-- prfaq-id: internal-faq -->\n\n"
                "**Q: What is our budget?**\nA: b\n");
}

static void a_korean_document_has_korean_headings(void **state)
{
    (void)state;
    check_split("## FAQ\n\n**Q. 요금은 얼마입니까?**\n\nA. 없습니다.\n\n"
                "**Q. 우리 팀의 위험은 무엇입니까?**\n\nA. 방앗간입니다.\n",
                "## FAQ\n\n### 외부 FAQ\n<!-- prfaq-id: external-faq -->\n\n"
                "**Q. 요금은 얼마입니까?**\n\nA. 없습니다.\n\n"
                "### 내부 FAQ\n<!-- prfaq-id: internal-faq -->\n\n"
                "**Q. 우리 팀의 위험은 무엇입니까?**\n\nA. 방앗간입니다.\n");
}

static void the_group_tells_the_audience(void **state)
{
    (void)state;
    Reading r;
    Split split;

    reading_open(&r, "## FAQ\n\n### Risk and money\n\n**Q: Where?**\nA: a\n\n"
                     "### Customers at home\n\n**Q: When?**\nA: b\n");
    split_propose(&r.doc, &r.lib, &r.arena, &split);
    CHECK_INT(split.count, 2);
    CHECK(split.items[0].internal && split.items[0].reason == SPLIT_GROUP);
    CHECK(!split.items[1].internal && split.items[1].confidence > 0.6);
    reading_close(&r);
}

static void a_divided_faq_is_left_alone(void **state)
{
    (void)state;
    Reading r;
    Split split;
    Str out = {0};

    reading_open(&r, "## External FAQ\n\n**Q: a?**\nA: b\n");
    split_propose(&r.doc, &r.lib, &r.arena, &split);
    CHECK_INT(split.count, 0);
    CHECK(!split_write(&r.doc, &r.lib, &split, &r.arena, &out));
    CHECK_STR(out, r.doc.bytes);
    reading_close(&r);
}

/* -- whatever there is ---------------------------------------------------- */

enum { DOCUMENTS = 300, PAIRS = 12 };

static const char *const heads[] = {"## FAQ\n\n", "# FAQ\n",
                                    "## FAQ\n\nWords before.\n\n", "**FAQ**\n\n",
                                    "## FAQ\n<!-- prfaq-id: faq -->\n"};
static const char *const notations[][2] = {
    {"**Q: pair %d?**\n", "A: words\n\n"},
    {"**Q%d. pair?**\n\n", "A. words\n\n- one\n- two\n\n"},
    {"### pair %d?\n", "words\n\n```\n### code?\n```\n"},
    {"#### Q: pair %d?\n\n", "words\n\n---\n\n"},
    {"**pair %d?**\n", "words **bold** words\n\n> quoted\n\n"},
};
static const char *const groups[] = {
    "### Money\n\n", "### Start\n\nWords of the group.\n\n", "## Other\n\n"};

static size_t below(uint32_t *state, size_t count)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % count;
}

static void make_faq(uint32_t *random, StrBuf *out)
{
    size_t notation = below(random, sizeof notations / sizeof *notations);

    strbuf_clear(out);
    strbuf_addz(out, "# T\n\n## Problem\n\nx\n\n");
    strbuf_addz(out, heads[below(random, sizeof heads / sizeof *heads)]);
    for (size_t i = 0, n = 1 + below(random, PAIRS); i < n; i++) {
        StrBuf pair = {0};
        if (below(random, 4) == 0)
            strbuf_addz(out, groups[below(random, sizeof groups / sizeof *groups)]);
        strbuf_addz(&pair, notations[notation][0]);
        size_t at = str_find(strbuf_view(&pair), STR("%d"), 0);
        char number[] = {(char)('a' + (char)i), '0', '\0'};
        if (notation == 1)
            number[0] = '1';
        strbuf_splice(&pair, (Range){at, at + 2}, str_from(number));
        strbuf_add(out, strbuf_view(&pair));
        strbuf_addz(out, notations[notation][1]);
        strbuf_deinit(&pair);
    }
    if (below(random, 2) == 0)
        strbuf_addz(out, "## Appendix\n\nend");
    if (below(random, 4) == 0)
        strbuf_truncate(out, str_trim_end(strbuf_view(out)).len);
}

/* Every pair of the one document is in the other, as often, byte for byte. */
static void check_pairs(const Document *before, const Document *after)
{
    CHECK_INT(after->question_count, before->question_count);
    bool taken[64] = {false};
    for (size_t i = 0; i < before->question_count; i++) {
        Str pair = str_trim(str_range(before->bytes, before->questions[i].range));
        bool found = false;
        for (size_t j = 0; j < after->question_count && !found; j++) {
            found =
                !taken[j] &&
                str_eq(pair,
                       str_trim(str_range(after->bytes, after->questions[j].range)));
            if (found)
                taken[j] = true;
        }
        CHECK(found);
    }
}

static void whatever_the_faq_no_pair_is_lost(void **state)
{
    (void)state;
    StrBuf md = {0};
    uint32_t random = 20261122;
    size_t divided = 0, faqs = 0;

    for (int i = 0; i < DOCUMENTS; i++) {
        Reading r;
        Split split;
        Document after;
        Str out = {0};
        make_faq(&random, &md);
        reading_open(&r, strbuf_cstr(&md));
        split_propose(&r.doc, &r.lib, &r.arena, &split);
        for (size_t j = 0; j < split.count; j++)
            split.items[j].internal = below(&random, 2) == 1;
        bool done = split_write(&r.doc, &r.lib, &split, &r.arena, &out);
        document_read(out, &r.lib, &r.arena, &after);
        check_pairs(&r.doc, &after);
        CHECK(done || str_eq(out, r.doc.bytes));
        divided += done;
        faqs += split.count > 0;
        reading_close(&r);
    }
    strbuf_deinit(&md);
    CHECK(divided * 10 >= faqs * 9);
}

RUN_TESTS(TEST(pairs_stand_under_two_headings),
          TEST(headings_that_ask_keep_their_level),
          TEST(an_faq_of_one_audience_is_only_marked),
          TEST(a_korean_document_has_korean_headings),
          TEST(the_group_tells_the_audience), TEST(a_divided_faq_is_left_alone),
          TEST(whatever_the_faq_no_pair_is_lost))
