#include "check/figure.h"

#include "check.h"

static bool has(const char *text, Lang lang, FigureKind kind)
{
    return figure_in(str_from(text), lang, kind);
}

static void quantities_have_digits_or_words(void **state)
{
    (void)state;
    static const char *const english[] = {"9 hours",      "by 35%",  "three times",
                                          "1,240 people", "3x",      "9GB",
                                          "twice a day",  "a dozen", "2000 households"};
    static const char *const korean[] = {"세 번",   "두 배",      "다섯 명이",
                                         "절반이",  "하루 만에",  "3만 명",
                                         "사십 분", "35% 줄었다", "9시간"};
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        CHECK(has(english[i], LANG_EN, FIGURE_QUANTITY));
    for (size_t i = 0; i < sizeof korean / sizeof *korean; i++)
        CHECK(has(korean[i], LANG_KO, FIGURE_QUANTITY));
}

static void names_years_and_clocks_are_no_quantities(void **state)
{
    (void)state;
    static const char *const english[] = {
        "in 2027.",       "at 9:30",     "version 1.4.2", "the one they want",
        "one of them",    "B2B sales",   "the 3D view",   "call 010-1234-5678",
        "March 2, 2027",  "no one came", "at 9 a.m.",     "the 2nd visit",
        "done by someone"};
    static const char *const korean[] = {"2027년에", "오전 9시에", "한국에서",
                                         "3월 2일",  "두루",       "세상에"};
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        CHECK(!has(english[i], LANG_EN, FIGURE_QUANTITY));
    for (size_t i = 0; i < sizeof korean / sizeof *korean; i++)
        CHECK(!has(korean[i], LANG_KO, FIGURE_QUANTITY));
}

static void money_is_an_amount(void **state)
{
    (void)state;
    CHECK(has("$12 a month", LANG_EN, FIGURE_AMOUNT));
    CHECK(has("€ 3", LANG_EN, FIGURE_AMOUNT));
    CHECK(has("it costs 900 won", LANG_EN, FIGURE_AMOUNT));
    CHECK(has("한 달에 3만 원", LANG_KO, FIGURE_AMOUNT));
    CHECK(has("9,900원입니다", LANG_KO, FIGURE_AMOUNT));
    CHECK(!has("12 people", LANG_EN, FIGURE_AMOUNT));
    CHECK(!has("세 번", LANG_KO, FIGURE_AMOUNT));
    CHECK(has("$12", LANG_EN, FIGURE_QUANTITY));
}

static void ranges_cover_number_and_unit(void **state)
{
    (void)state;
    Figure figure;
    size_t at = 0;
    Str text = STR("약 3만 원과 2027년 3월 2일");
    CHECK(figure_next(text, LANG_KO, &at, &figure));
    CHECK_STR(str_range(text, figure.range), STR("3만 원"));
    CHECK(figure_next(text, LANG_KO, &at, &figure));
    CHECK_INT(figure.kind, FIGURE_DATE);
    CHECK_STR(str_range(text, figure.range), STR("2027년 3월 2일"));
    CHECK(!figure_next(text, LANG_KO, &at, &figure));
}

RUN_TESTS(TEST(quantities_have_digits_or_words),
          TEST(names_years_and_clocks_are_no_quantities), TEST(money_is_an_amount),
          TEST(ranges_cover_number_and_unit))
