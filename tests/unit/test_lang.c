#include "base/lang.h"

#include "check.h"

static void codes_are_read_by_their_first_letters(void **state)
{
    (void)state;
    Lang lang = LANG_EN;
    CHECK(lang_parse(STR("ko_KR.UTF-8"), &lang));
    CHECK_INT(lang, LANG_KO);
    CHECK(lang_parse(STR("JA"), &lang));
    CHECK_INT(lang, LANG_JA);
    CHECK(!lang_parse(STR("kor"), &lang));
    CHECK(!lang_parse(STR(""), &lang));
}

static void the_script_tells_the_language(void **state)
{
    (void)state;
    CHECK_INT(lang_guess(STR("Small bakeries order flour by phone.")), LANG_EN);
    CHECK_INT(lang_guess(STR("작은 빵집은 FAQ 없이 전화로 밀가루를 주문합니다.")),
              LANG_KO);
    CHECK_INT(lang_guess(STR("小さなパン屋は電話で注文します。")), LANG_JA);
    CHECK_INT(lang_guess(STR("小面包店用电话订购面粉。")), LANG_ZH);
    CHECK_INT(lang_guess(STR("Маленькие пекарни заказывают муку")), LANG_RU);
    CHECK_INT(lang_guess(STR("")), LANG_EN);
}

static void common_words_tell_latin_languages_apart(void **state)
{
    (void)state;
    CHECK_INT(
        lang_guess(STR("Das Portal ist für die Bäcker und nicht für den Müller.")),
        LANG_DE);
    CHECK_INT(
        lang_guess(STR("Une caisse pour les petits commerces, avec des reçus dans "
                       "le réseau.")),
        LANG_FR);
    CHECK_INT(lang_guess(STR("El precio de los panes por una semana, con el molino.")),
              LANG_ES);
    CHECK_INT(lang_guess(STR("Os padeiros não ligam para o moinho, com uma mensagem em "
                             "casa do cliente.")),
              LANG_PT);
    CHECK_INT(lang_guess(STR("Café com leite and the bread of the day is for all.")),
              LANG_EN);
    CHECK_INT(lang_guess(STR("Die for the bread")), LANG_EN);
}

RUN_TESTS(TEST(codes_are_read_by_their_first_letters),
          TEST(the_script_tells_the_language),
          TEST(common_words_tell_latin_languages_apart))
