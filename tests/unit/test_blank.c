#include "doc/blank.h"

#include "check.h"

static bool blank(const char *text, Lang lang)
{
    Library lib;

    library_init(&lib);
    bool is = blank_paragraph(str_from(text), &lib, lang);
    library_deinit(&lib);
    return is;
}

static void places_to_fill_in_are_blank(void **state)
{
    (void)state;
    CHECK(blank("[City, Date] — [What the product is and who it is for]", LANG_EN));
    CHECK(blank("“[A quote from a customer]” — [Name]", LANG_EN));
    CHECK(blank("<gym name>", LANG_EN));
    CHECK(blank("…", LANG_EN));
    CHECK(!blank("Bakers in [City] get their flour by text, at four.", LANG_EN));
}

static void instructions_are_blank(void **state)
{
    (void)state;
    CHECK(blank("Describe the problem your product solves.", LANG_EN));
    CHECK(blank("제품이 푸는 문제를 두 문장으로 적으세요.", LANG_KO));
    CHECK(blank("製品が解決する課題をここに記述する。", LANG_JA));
    CHECK(
        !blank("Bakers phone each other at night and describe what is left.", LANG_EN));
    CHECK(!blank("제빵사는 밤에 서로 전화를 합니다.", LANG_KO));
}

RUN_TESTS(TEST(places_to_fill_in_are_blank), TEST(instructions_are_blank))
