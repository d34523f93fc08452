#include "check/directive.h"

#include "check.h"

static void comments_are_read(void **state)
{
    (void)state;
    Directive d = {0};

    CHECK(directive_parse(STR("<!-- prfaq-off weasel-word: the survey -->"), &d));
    CHECK_INT(d.kind, DIRECTIVE_OFF);
    CHECK_STR(d.ids, STR("weasel-word"));
    CHECK_STR(d.reason, STR("the survey"));
    CHECK(directive_parse(STR("<!--prfaq-ok a-b , c-d: why: so-->"), &d));
    CHECK_INT(d.kind, DIRECTIVE_OK);
    CHECK_STR(d.ids, STR("a-b , c-d"));
    CHECK_STR(d.reason, STR("why: so"));
    CHECK(directive_parse(STR("<!-- prfaq-on all -->"), &d));
    CHECK_INT(d.kind, DIRECTIVE_ON);
    CHECK_STR(d.ids, STR("all"));
    CHECK(directive_parse(STR("<!-- prfaq-ok -->"), &d));
    CHECK_INT(d.ids.len + d.reason.len, 0);
}

static void other_comments_are_none(void **state)
{
    (void)state;
    static const char *const others[] = {
        "",
        "<!-->",
        "<!-- prfaq-id: problem -->",
        "<!-- prfaq-offline a: b -->",
        "<!-- see prfaq-ok a: b -->",
        "<!-- prfaq-ok a: b --> more -->",
        "prfaq-ok a: b",
        "<!-- prfaq-ok a: b",
    };
    Directive d = {0};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CHECK(!directive_parse(str_from(others[i]), &d));
}

static void ids_are_taken_one_by_one(void **state)
{
    (void)state;
    Str ids = STR(" a-b ,, c-d "), id;

    CHECK(directive_next(&ids, &id));
    CHECK_STR(id, STR("a-b"));
    CHECK(directive_next(&ids, &id));
    CHECK_STR(id, STR("c-d"));
    CHECK(!directive_next(&ids, &id));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_are_read),
        cmocka_unit_test(other_comments_are_none),
        cmocka_unit_test(ids_are_taken_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
