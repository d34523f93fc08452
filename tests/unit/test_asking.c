#include "doc/document.h"

#include "check.h"
#include "reading.h"

static void check_faq(const char *md, PartKind kind, size_t questions)
{
    Reading r;

    reading_open(&r, md);
    CHECK(document_first(&r.doc, kind) != NULL);
    CHECK_INT(r.doc.question_count, questions);
    reading_close(&r);
}

static void no_faq(const char *md)
{
    Reading r;

    reading_open(&r, md);
    CHECK_INT(r.doc.question_count, 0);
    reading_close(&r);
}

static void questions_without_a_heading_are_an_faq(void **state)
{
    (void)state;
    check_faq("# Lantern\n\nBakers order flour.\n\n**Q1: Why?**\n\nA1: So.\n\n"
              "**Q2: When?**\n\nA2: Now.\n",
              PART_FAQ, 2);
    check_faq("# Lantern\n\nBakers order flour.\n\nFAQ\n\nQ. Why?\nA. So.\n\n"
              "Q. When?\nA. Now.\n",
              PART_FAQ, 2);
}

static void a_heading_over_questions_names_an_faq(void **state)
{
    (void)state;
    check_faq("# Lantern\n\nBakers order flour.\n\n## What operators will want to know"
              "\n\n1. **Why?**\n   So.\n\n2. **When?**\n   Now.\n",
              PART_FAQ, 2);
    check_faq("# Lantern\n\nBakers order flour.\n\n## Our finance team asked\n\n"
              "**Why?** So.\n\n**When?** Now.\n",
              PART_INTERNAL_FAQ, 2);
    check_faq("# 등불\n\n제빵사가 밀가루를 주문합니다.\n\n## 묻고 답하기\n\n"
              "- **왜요?** 그래서요.\n- **언제요?** 지금요.\n",
              PART_FAQ, 2);
}

static void one_question_in_a_text_is_no_faq(void **state)
{
    (void)state;
    no_faq("# Lantern\n\n**Why now?** Because bakers are tired.\n\nThey phone.\n");
    no_faq("# Lantern\n\n## A day\n\nBakers wake up.\n\nThey phone.\n\n**Why?** So.\n\n"
           "**When?** At four.\n\n## FAQ\n\nNothing yet.\n");
}

RUN_TESTS(TEST(questions_without_a_heading_are_an_faq),
          TEST(a_heading_over_questions_names_an_faq),
          TEST(one_question_in_a_text_is_no_faq))
