#include "doc/quote.h"
#include "reading.h"

static void check_quotes(const char *md, size_t count, const char *first, bool block)
{
    Reading r;
    const Quote *quotes = NULL;
    size_t n = 0;

    reading_open(&r, md);
    quotes_of_block(&r.doc, 0, &r.arena, &quotes, &n);
    CHECK_INT(n, count);
    if (n > 0)
        CHECK_STR(str_range(r.doc.blocks[0].prose.text, quotes[0].range),
                  str_from(first));
    CHECK_INT(block_is_quote(&r.doc, 0, &r.arena), block);
    reading_close(&r);
}

static void quotations_stand_between_marks_of_one_kind(void **state)
{
    (void)state;
    check_quotes("“I slept,” said Mina.", 1, "“I slept,”", false);
    check_quotes("“밤 아홉 시에 주문하고 잤습니다.” 김미나는 말했다.", 1,
                 "“밤 아홉 시에 주문하고 잤습니다.”", true);
    check_quotes("She said \"a\" and \"b\".", 2, "\"a\"", false);
    check_quotes("「はい」と「いいえ」", 2, "「はい」", true);
    check_quotes("Er sagte „gut“ und «bien».", 2, "„gut“", false);
    check_quotes("“never closed", 0, "", false);
}

static void apostrophes_open_nothing(void **state)
{
    (void)state;
    check_quotes("The bakers' flour isn't theirs' now", 0, "", false);
    check_quotes("the 'best' one", 0, "", false);
    check_quotes("‘we don’t call any more’, he said", 1, "‘we don’t call any more’",
                 true);
    check_quotes("a 5\" pipe and a 6\" pipe", 0, "", false);
}

static void a_block_quote_is_a_quotation(void **state)
{
    (void)state;
    check_quotes("> I slept.", 0, "", true);
}

RUN_TESTS(TEST(quotations_stand_between_marks_of_one_kind),
          TEST(apostrophes_open_nothing), TEST(a_block_quote_is_a_quotation))
