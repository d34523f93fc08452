#include "check/content.h"

#include "base/resource.h"
#include "check.h"

static Arena arena;

static ContentWords read(const char *text, Lang lang)
{
    ContentWords words;
    content_read(str_from(text), lang, &arena, &words);
    return words;
}

static void english_words_lose_their_endings(void **state)
{
    (void)state;
    ContentWords words =
        read("The bakers would call mills, calling Mills’s baker 40", LANG_EN);
    CHECK_INT(words.count, 3);
    CHECK_STR(words.words[0].key, STR("baker"));
    CHECK_STR(words.words[0].written, STR("bakers"));
    CHECK_STR(words.words[1].key, STR("call"));
    CHECK_STR(words.words[2].key, STR("mill"));
    arena_deinit(&arena);
}

static void korean_words_lose_particles_and_endings(void **state)
{
    (void)state;
    ContentWords words =
        read("빵집은 밀가루를 주문합니다. “빵집” 주문했고 그리고 값", LANG_KO);
    CHECK_INT(words.count, 3);
    CHECK_STR(words.words[0].key, STR("빵집"));
    CHECK_STR(words.words[1].key, STR("밀가루"));
    CHECK_STR(words.words[2].key, STR("주문"));
    arena_deinit(&arena);
}

static void words_that_begin_alike_are_equal(void **state)
{
    (void)state;
    ContentWords words = read("ordering flour price", LANG_EN);
    CHECK(content_has(&words, STR("order")));
    CHECK(content_has(&words, STR("orde")));
    CHECK(content_has(&words, STR("orderer")));
    CHECK(!content_has(&words, STR("bread")));
    CHECK(!content_has(&words, STR("flourishing")));
    ContentWords korean = read("마을버스를 탑니다", LANG_KO);
    CHECK(content_has(&korean, STR("마을버")));
    CHECK(!content_has(&korean, STR("마을")));
    ContentWords others = read("floured prices and more", LANG_EN);
    CHECK_INT(content_shared(&others, &words), 2);
    arena_deinit(&arena);
}

/* They are searched by halves. */
static void stop_lists_are_in_order(void **state)
{
    (void)state;
    static const char *const paths[] = {"stop/en.tsv", "stop/ko.tsv"};
    static const int counts[] = {180, 120};
    for (int i = 0; i < 2; i++) {
        Str tsv, last = {0};
        TsvRow row = {0};
        int count = 0;
        CHECK(resource_find(str_from(paths[i]), &tsv));
        tsv_next(&tsv, &row);
        for (; tsv_next(&tsv, &row); count++) {
            CHECK(str_cmp(last, row.fields[0]) < 0);
            last = row.fields[0];
        }
        CHECK_INT(count, counts[i]);
    }
}

RUN_TESTS(TEST(english_words_lose_their_endings),
          TEST(korean_words_lose_particles_and_endings),
          TEST(words_that_begin_alike_are_equal), TEST(stop_lists_are_in_order))
