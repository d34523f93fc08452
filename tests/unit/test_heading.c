#include "check.h"
#include "doc/document.h"
#include "doc/heading.h"

static Library library;

static bool holds(const char *text, PartKind kind)
{
    Arena arena = {0};
    Document doc;

    document_read(str_from(text), &library, &arena, &doc);
    bool there = document_first(&doc, kind) != NULL;
    arena_deinit(&arena);
    return there;
}

static void a_label_may_hold_a_name(void **state)
{
    (void)state;
    CHECK_INT(heading_form(STR("How Lantern works"))->kind, PART_EXPERIENCE);
    CHECK_INT(heading_form(STR("灯籠の特徴"))->kind, PART_SOLUTION);
    CHECK(!heading_form(STR("How works")));
    CHECK(!heading_form(STR("How Lantern worked")));
    CHECK(!heading_form(STR("の特徴")));
}

static void an_faq_says_for_whom_it_is_behind_a_colon(void **state)
{
    (void)state;
    const char *text = "# L\n\n## FAQ: Customers\n\n**Q. Is it free?**\n\nA. Yes.\n\n"
                       "## FAQ: Internal\n\n**Q. Who pays?**\n\nA. Mills.\n";
    CHECK(holds(text, PART_EXTERNAL_FAQ));
    CHECK(holds(text, PART_INTERNAL_FAQ));
}

static void groups_say_whom_they_are_for(void **state)
{
    (void)state;
    const char *text =
        "# L\n\n## FAQ\n\n### For customers\n\n**Q. Is it free?**\n\nA. Yes.\n\n"
        "### For the team\n\n**Q. Who pays?**\n\nA. Mills.\n\n";
    CHECK(holds(text, PART_EXTERNAL_FAQ));
    CHECK(holds(text, PART_INTERNAL_FAQ));
    text = "# L\n\n## FAQ\n\n### For example\n\n**Q. Is it free?**\n\nA. Yes.\n";
    CHECK(holds(text, PART_FAQ));
    CHECK(!holds(text, PART_EXTERNAL_FAQ));
}

static int start(void **state)
{
    (void)state;
    library_init(&library);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    library_deinit(&library);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_label_may_hold_a_name),
        TEST(an_faq_says_for_whom_it_is_behind_a_colon),
        TEST(groups_say_whom_they_are_for),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
