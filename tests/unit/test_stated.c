#include "check/stated.h"

#include "reading.h"

static Stated stated_in(Reading *r, const char *md)
{
    const CheckOptions options = {0};
    Stated stated;

    reading_open(r, md);
    stated_read(&r->doc, &r->lib, &options, &r->arena, &stated);
    return stated;
}

static void customer_and_problem_are_found_where_they_stand(void **state)
{
    (void)state;
    Reading r;
    Stated stated =
        stated_in(&r, "# Lantern\n\n## Problem\n\nBakers lose an hour a day "
                      "with phone orders, and customers wait.\n");
    CHECK(stated.customer);
    CHECK(stated.problem);
    reading_close(&r);
    stated = stated_in(&r, "# Lantern\n\n## FAQ\n\n**Q. Why?**\n\nA. So.\n");
    CHECK(!stated.customer);
    CHECK(!stated.problem);
    reading_close(&r);
}

static void a_question_has_the_topic_of_its_id_or_its_words(void **state)
{
    (void)state;
    Reading r;
    Stated stated = stated_in(&r, "## FAQ\n\n**Q. Who is this for?**\n\nA. Bakers.\n\n"
                                  "<!-- prfaq-q: risk-stop-when -->\n**Q. Stop?**\n\n"
                                  "A. Yes.\n\n**Q. Blue?**\n\nA. No.\n");
    CHECK_INT(r.doc.question_count, 3);
    CHECK_STR(stated.topics[0]->id, STR("customer-who-for"));
    CHECK_STR(stated.topics[1]->id, STR("risk-stop-when"));
    CHECK(stated.topics[2] == NULL);
    reading_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(customer_and_problem_are_found_where_they_stand),
        cmocka_unit_test(a_question_has_the_topic_of_its_id_or_its_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
