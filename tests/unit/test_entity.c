#include "check.h"
#include "doc/entity.h"

static size_t decode(const char *s, uint32_t *cp)
{
    *cp = 0;
    return entity_decode(str_from(s), 0, cp);
}

static void names_and_numbers_are_decoded(void **state)
{
    (void)state;
    uint32_t cp;

    CHECK_INT(decode("&amp;x", &cp), 5);
    CHECK_INT(cp, '&');
    CHECK_INT(decode("&#65;", &cp), 5);
    CHECK_INT(cp, 'A');
    CHECK_INT(decode("&#XAC00;", &cp), 8);
    CHECK_INT(cp, 0xAC00);
}

static void characters_that_do_not_exist_are_replaced(void **state)
{
    (void)state;
    uint32_t cp;

    CHECK_INT(decode("&#0;", &cp), 4);
    CHECK_INT(cp, 0xFFFD);
    CHECK_INT(decode("&#xD800;", &cp), 8);
    CHECK_INT(cp, 0xFFFD);
}

static void other_ampersands_are_text(void **state)
{
    (void)state;
    uint32_t cp;

    CHECK_INT(decode("&", &cp), 0);
    CHECK_INT(decode("&amp", &cp), 0);
    CHECK_INT(decode("&AMPERS;", &cp), 0);
    CHECK_INT(decode("&#;", &cp), 0);
    CHECK_INT(decode("&#xG;", &cp), 0);
    CHECK_INT(decode("&#12345678;", &cp), 0);
}

RUN_TESTS(TEST(names_and_numbers_are_decoded),
          TEST(characters_that_do_not_exist_are_replaced),
          TEST(other_ampersands_are_text))
