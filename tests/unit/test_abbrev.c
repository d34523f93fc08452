#include "check.h"

#include "text/abbrev.h"

static void each_language_has_its_own(void **state)
{
    (void)state;
    CHECK(abbrev_find(STR("Mr"), LANG_EN) && abbrev_find(STR("Mr"), LANG_KO));
    CHECK(abbrev_find(STR("z.B"), LANG_DE) && !abbrev_find(STR("z.B"), LANG_EN));
    CHECK(abbrev_find(STR("ул"), LANG_RU));
    CHECK(!abbrev_find(STR(""), LANG_EN));
    CHECK_INT(abbrev_find(STR("Inc"), LANG_EN)->kind, ABBREV_MAY);
    CHECK_INT(abbrev_find(STR("No"), LANG_KO)->kind, ABBREV_NUMBER);
}

/* "E.g." begins a sentence; "no." and "sat." are words. */
static void only_lower_case_rows_match_capitalised(void **state)
{
    (void)state;
    CHECK(abbrev_find(STR("E.g"), LANG_EN) && abbrev_find(STR("Approx"), LANG_EN));
    CHECK(!abbrev_find(STR("no"), LANG_EN) && !abbrev_find(STR("sat"), LANG_EN));
    CHECK(!abbrev_find(STR("APPROX"), LANG_EN));
}

RUN_TESTS(TEST(each_language_has_its_own), TEST(only_lower_case_rows_match_capitalised))
