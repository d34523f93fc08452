#include "ui/faq_number.h"

#include "check.h"

static void renumbered(const char *pair, const char *expected)
{
    StrBuf out = {0};

    faq_renumber(str_from(pair), 7, &out);
    CHECK_STR(strbuf_view(&out), str_from(expected));
    strbuf_deinit(&out);
}

static void a_label_has_a_number(void **state)
{
    (void)state;
    CHECK_INT(faq_number(STR("<!-- prfaq-q: a -->\n**Q3. Why?**\n\nA3. So.")), 3);
    CHECK_INT(faq_number(STR("### 12) Why?")), 12);
    CHECK_INT(faq_number(STR("**질문 4.** 왜?")), 4);
    CHECK_INT(faq_number(STR("**Q. Why 3?**")), -1);
    CHECK_INT(faq_number(STR("Why?\n\n1. First")), -1);
}

static void only_labels_change(void **state)
{
    (void)state;
    renumbered("**Q3. Why 3?**\n\nA3. 3 of them.\n3. an item\n",
               "**Q7. Why 3?**\n\nA7. 3 of them.\n3. an item\n");
    renumbered("Why?\n\n1. First", "Why?\n\n1. First");
}

RUN_TESTS(TEST(a_label_has_a_number), TEST(only_labels_change))
