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

static bool is_plain(const char *md, const char *path)
{
    Reading r;

    reading_open(&r, md);
    bool plain = verdict_is_plain(&r.doc, &r.lib, str_from(path));
    reading_close(&r);
    return plain;
}

#define LAUNCH                                                                         \
    "For years, owners spent an hour on bills. It was hard to find them.\n\n"          \
    "Kit finds the bills and pays them on the day they are due.\n\n"

static void a_release_that_says_what_it_is_is_plain(void **state)
{
    (void)state;
    CHECK(is_plain("# Kit pays bills\n\n**Oslo, May 3, 2027** - Kit today launched for "
                   "small shops.\n\n" LAUNCH
                   "## FAQ\n\n### What is the price?\n\nTen.\n",
                   "kit.md"));
    CHECK(is_plain(
        "# Kit pays the bills of small shops\n\nToday we announce Kit 2.\n\n" LAUNCH
        "## Customer FAQ\n\n### What is the price?\n\nTen.\n",
        "kit.md"));
    CHECK(is_plain("# PR/FAQ: Kit\n\nKit is for shops.\n\n" LAUNCH
                   "## FAQ\n\n### What is the price?\n\nTen.\n",
                   "kit.md"));
    CHECK(is_plain("# Kit\n\n## Headline\n\nKit pays bills\n\n## Problem\n\nBills.\n\n"
                   "## Solution\n\nKit.\n",
                   "kit.md"));
}

static void the_name_of_a_file_says_what_it_is(void **state)
{
    static const char manual[] =
        "# Kit pays the bills of small shops\n\nToday we announce Kit 2.\n\n" LAUNCH
        "## How it works\n\nInstall it.\n";
    (void)state;
    CHECK_INT(verdict_of(manual), PRFAQ_IS_ONE);
    CHECK(is_plain(manual, "docs/kit_pr-faq.md"));
    CHECK(is_plain(manual, "press-release.md"));
    CHECK(is_plain(manual, "보도자료.md"));
    CHECK(!is_plain(manual, "docs/prfaq/kit.md"));
    CHECK(!is_plain(manual, "README.md"));
    CHECK(!is_plain("# Notes\n\nWe met.\n", "prfaq.md"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_without_words_is_none),
        cmocka_unit_test(a_document_of_a_template_is_one),
        cmocka_unit_test(notes_are_none),
        cmocka_unit_test(a_release_that_says_what_it_is_is_plain),
        cmocka_unit_test(the_name_of_a_file_says_what_it_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
