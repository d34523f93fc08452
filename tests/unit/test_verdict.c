#include "doc/verdict.h"

#include "reading.h"

static NotPrfaq verdict_of(const char *md)
{
    Reading r;

    reading_open(&r, md);
    NotPrfaq reason = r.doc.not_prfaq;
    CHECK(r.doc.is_prfaq == (reason == PRFAQ_IS_ONE));
    CHECK(r.doc.certainty >= 0 && r.doc.certainty <= 1);
    reading_close(&r);
    return reason;
}

static void a_file_without_words_is_none(void **state)
{
    (void)state;
    CHECK_INT(verdict_of(""), NOT_PRFAQ_EMPTY);
    CHECK_INT(verdict_of("<!-- nothing -->\n\n---\n"), NOT_PRFAQ_EMPTY);
}

static void a_document_of_a_template_is_one(void **state)
{
    (void)state;
    CHECK_INT(verdict_of("---\ntemplate: prfaq\n---\n# Lantern\n"), PRFAQ_IS_ONE);
}

static void notes_are_none(void **state)
{
    (void)state;
    CHECK_INT(verdict_of("# Notes\n\nWe met and had tea.\n"), NOT_PRFAQ_NOTES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_without_words_is_none),
        cmocka_unit_test(a_document_of_a_template_is_one),
        cmocka_unit_test(notes_are_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
