#include "check.h"
#include "doc/spoken.h"

static void every_reason_has_words(void **state)
{
    (void)state;
    for (int i = PRFAQ_IS_ONE + 1; i < NOT_PRFAQ_COUNT; i++)
        CHECK(not_prfaq_words((NotPrfaq)i)[0] != '\0');
    CHECK_STR(str_from(not_prfaq_words(PRFAQ_IS_ONE)), STR(""));
}

static void a_way_of_finding_has_words(void **state)
{
    (void)state;
    CHECK_STR(str_from(found_words(FOUND_INFERRED)), STR("by its place"));
    CHECK_STR(str_from(found_words(FOUND_MARKER)), STR("by its id"));
}

RUN_TESTS(TEST(every_reason_has_words), TEST(a_way_of_finding_has_words))
