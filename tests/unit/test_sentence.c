#include "check.h"

#include <time.h>

#include "text/sentence.h"
#include "text/word.h"

/* '|' stands between two sentences. */
typedef struct Case {
    Lang lang;
    const char *marked;
} Case;

/* clang-format off */
static const Case cases[] = {
    /* plain */
    {LANG_EN, "One.|Two!|Three?|Four"},
    {LANG_EN, "Really?!|Yes."},
    {LANG_EN, "She said “Stop.”|Then she left."},
    {LANG_EN, "(It works.)|It is \"safe.\"|Good."},
    {LANG_EN, "Done.)]|Next."},
    {LANG_EN, "A list item without a mark"},
    {LANG_EN, "Is it safe?|Yes."},
    {LANG_EN, "No space.Here it goes on.|End."},
    {LANG_EN, "Wait!Now.|End."},
    /* numbers and versions */
    {LANG_EN, "It costs 3.50 dollars.|Cheap."},
    {LANG_EN, "Version 1.4.2 is out.|Take it."},
    {LANG_EN, "It grew by 5.|Then it fell."},
    {LANG_EN, "Since 2027.|It stays."},
    {LANG_EN, "1. We do this"},
    {LANG_EN, "12. We do.|And that."},
    /* abbreviations that never end a sentence */
    {LANG_EN, "Use fruit, e.g. Apples.|Fine."},
    {LANG_EN, "That is, i.e. the rest.|Ok."},
    {LANG_EN, "E.g. This one.|Ok."},
    {LANG_EN, "Dr. Park met Mrs. Lee.|They spoke."},
    {LANG_EN, "See Fig. 3 and Vol. 2, pp. 4 to 6.|Then stop."},
    {LANG_EN, "On Jan. 5 and Sept. 9.|Then on Mon. Morning."},
    {LANG_EN, "Takes 5 min. To finish, approx. One hour."},
    {LANG_EN, "Us vs. Them et al. The rest"},
    {LANG_EN, "(cf. Smith) is right.|Yes."},
    {LANG_EN, "St. Louis is far.|Gen. Lee was not there."},
    {LANG_EN, "See No. 5.|The answer is no.|We know."},
    {LANG_EN, "No.|We will not."},
    {LANG_EN, "He sat.|The sun.|Then."},
    /* abbreviations that may */
    {LANG_EN, "Lantern Inc.|The company is new."},
    {LANG_EN, "Lantern Inc. Chief Mina spoke."},
    {LANG_EN, "It opens at 9 a.m. and ends at 5 p.m.|We wait."},
    {LANG_EN, "Apples, pears, etc. are sold.|Fine."},
    {LANG_EN, "Apples, pears, etc.|You pay."},
    {LANG_EN, "In the U.S. Army it is so."},
    {LANG_EN, "It left the U.S.|It's in the U.K. now."},
    {LANG_EN, "He has a Ph.D.|“She has two.”"},
    {LANG_EN, "Sold by Kim Jr.|We know."},
    /* initials */
    {LANG_EN, "J. Park and W. E. B. Du Bois met.|Good."},
    {LANG_EN, "Mina J. Park.|Good."},
    {LANG_EN, "NASA.|Good."},
    /* ellipses */
    {LANG_EN, "Well… maybe it is... or not.|Yes."},
    {LANG_EN, "Well…|Maybe.|So...|Then."},
    /* Korean */
    {LANG_KO, "고객은 기다린다.|우리는 줄인다."},
    {LANG_KO, "왜 지금인가?|지금이니까!|그렇다"},
    {LANG_KO, "김민아는 “정말 좋다.”라고 말했다.|끝."},
    {LANG_KO, "그는 “왜?”라며 물었다.|“그냥.”|끝."},
    {LANG_KO, "그는 \"좋다.\"고 했다.|끝."},
    {LANG_KO, "“정말 좋아요.”|김민아 대표는 말했다."},
    {LANG_KO, "출시일은 2027. 3. 2. 오전이다.|끝."},
    {LANG_KO, "서울 (2027. 3. 2.) 한마루는 발표했다.|끝."},
    {LANG_KO, "2027. 3. 출시한다.|끝."},
    {LANG_KO, "서울, 2027. 3. 2."},
    {LANG_KO, "가. 첫째 항목이다.|나 혼자."},
    {LANG_KO, "1. 첫째 항목이다.|둘."},
    {LANG_KO, "속도는 3.5배다.|버전은 1.4.2다."},
    {LANG_KO, "No. 3 매장과 Dr. 박.|우리 vs. 그들, 등등 etc. 모두."},
    {LANG_KO, "음…|그렇다."},
    {LANG_KO, "J. 박이 만들었다.|좋다."},
    {LANG_KO, "값은 5.|끝이다."},
    {LANG_KO, "좋다！|그렇다。|끝"},
    {LANG_KO, "“좋다！”라고 했다.|끝."},
    {LANG_KO, "많다(예: 사과.)|그렇다."},
    /* Japanese */
    {LANG_JA, "今日は良い。|明日も。|終わり"},
    {LANG_JA, "彼は「行く。」と言った。|終わり。"},
    {LANG_JA, "彼は「行く。また来る。」と言った。|終わり。"},
    {LANG_JA, "「行く。」|「来る。」"},
    {LANG_JA, "「本当？」って聞いた。|はい。"},
    {LANG_JA, "No. 5を見る。|Dr. 木村。"},
    {LANG_JA, "何！？|本当。"},
    /* Chinese */
    {LANG_ZH, "你好。|再见！|真的？"},
    {LANG_ZH, "“你好。”他说。|再见。"},
    {LANG_ZH, "“你好。我走了。”他说。|再见。"},
    {LANG_ZH, "他说：“你好。”|“再见。”"},
    {LANG_ZH, "价格低；质量好。|完"},
    {LANG_ZH, "见No. 5页。|完"},
    /* others */
    {LANG_DE, "Das ist z.B. Ein Test, d.h. Nr. 5 usw. Und mehr.|Gut."},
    {LANG_DE, "Er sagte „Gut.“|Dann ging er."},
    {LANG_FR, "M. Dupont et Mme. Martin, p.ex. Ici.|Bien."},
    {LANG_FR, "« Bien. »"},
    {LANG_ES, "El Sr. Pérez y la Sra. Díaz.|Bien."},
    {LANG_PT, "O Sr. Silva.|Bem."},
    {LANG_RU, "В 2027 г. Москва и т.д. И ул. Мира.|Да."},
};
/* clang-format on */

/* Sentences of `plain` joined by '|'. */
static void split(Str plain, Lang lang, StrBuf *out)
{
    size_t at = 0;
    Range r;

    while (sentence_next(plain, lang, &at, &r)) {
        if (out->len > 0)
            strbuf_addc(out, '|');
        strbuf_add(out, str_range(plain, r));
    }
}

/* The text of a case: '|' becomes a space, or nothing where the script does not
 * put one. */
static void plain_of(const Case *c, StrBuf *plain)
{
    bool spaced = c->lang != LANG_JA && c->lang != LANG_ZH;

    for (const char *p = c->marked; *p; p++)
        if (*p != '|')
            strbuf_addc(plain, *p);
        else if (spaced)
            strbuf_addc(plain, ' ');
}

static void sentences_end_where_the_language_ends_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        StrBuf plain = {0}, marked = {0};
        plain_of(&cases[i], &plain);
        split(strbuf_view(&plain), cases[i].lang, &marked);
        CHECK_STR(strbuf_view(&marked), str_from(cases[i].marked));
        strbuf_deinit(&plain);
        strbuf_deinit(&marked);
    }
}

static void blank_text_has_no_sentence(void **state)
{
    (void)state;
    CHECK_INT(sentence_count(STR(""), LANG_EN), 0);
    CHECK_INT(sentence_count(STR(" \n\u3000"), LANG_KO), 0);
    CHECK_INT(sentence_count(STR("One.\nTwo\n"), LANG_EN), 2);
    CHECK_INT(sentence_count(STR("."), LANG_EN), 1);
    CHECK_INT(sentence_count(STR(". So it is. Yes."), LANG_EN), 2);
    CHECK_INT(sentence_count(STR("\xff. \xe2\x80"), LANG_EN), 1);
}

static double split_ms(Str s, Lang lang)
{
    struct timespec from, to;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    CHECK(sentence_count(s, lang) > 0);
    word_count(s, lang);
    prose_length(s, lang);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    return (double)(to.tv_sec - from.tv_sec) * 1e3 +
           (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

/* Quadratic work would take far longer. */
static void hostile_text_stays_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a. ", ".",     "「あ。", "“",
                                         "1. ", "가",    " ",      "     1.",
                                         ".\"", "U.S. ", "あ「『", "。"};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        StrBuf b = {0};
        strbuf_addz(&b, "x");
        while (b.len < 200000)
            strbuf_addz(&b, pieces[i]);
        for (int lang = LANG_EN; lang <= LANG_JA; lang++)
            CHECK(split_ms(strbuf_view(&b), (Lang)lang) < 2000);
        strbuf_deinit(&b);
    }
}

RUN_TESTS(TEST(sentences_end_where_the_language_ends_them),
          TEST(blank_text_has_no_sentence), TEST(hostile_text_stays_linear))
