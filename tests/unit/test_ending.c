#include "check/ending.h"

#include "check.h"

static void check_all(const char *const *list, size_t count, Ending ending)
{
    for (size_t i = 0; i < count; i++) {
        if (ending_of(str_from(list[i])) == ending)
            continue;
        print_error("%s\n", list[i]);
        CHECK_INT(ending_of(str_from(list[i])), ending);
    }
}

#define CHECK_ALL(list, ending) check_all(list, sizeof(list) / sizeof *(list), ending)

static void sentences_end_in_four_ways(void **state)
{
    (void)state;
    static const char *const hapnida[] = {"빵을 굽습니다.", "구웠습니까?", "오십시오.",
                                          "갑시다!", "굽습니다(아침마다)."};
    static const char *const haeyo[] = {"빵을 구워요.", "그렇죠?", "드세요…"};
    static const char *const handa[] = {"빵을 굽는다.", "누구인가?", "먹어 보라.",
                                        "함께 만들자."};
    static const char *const noun[] = {"빵을 구웠음.", "아침마다 구움을 확인함."};
    CHECK_ALL(hapnida, ENDING_HAPNIDA);
    CHECK_ALL(haeyo, ENDING_HAEYO);
    CHECK_ALL(handa, ENDING_HANDA);
    CHECK_ALL(noun, ENDING_NOUN);
}

static void nouns_and_quotations_have_no_class(void **state)
{
    (void)state;
    static const char *const none[] = {
        "날마다 필요.",   "빵집의 이용자.", "그의 마음.", "“굽는다.”", "밀가루 40kg",
        "책임은 책임자.", "아니요.",        "한 나라.",   "",          "(굽는다)",
    };
    CHECK_ALL(none, ENDING_NONE);
}

static void requests_fit_both_polite_classes(void **state)
{
    (void)state;
    CHECK(ending_is_neutral(STR("문자를 보내세요.")));
    CHECK(ending_is_neutral(STR("어떻게 할까요?")));
    CHECK(!ending_is_neutral(STR("보냅니다.")));
}

static void registers_have_names(void **state)
{
    (void)state;
    CHECK_INT(ending_parse(STR("hapnida")), ENDING_HAPNIDA);
    CHECK_INT(ending_parse(STR("handa")), ENDING_HANDA);
    CHECK_INT(ending_parse(STR("plain")), ENDING_NONE);
    CHECK_STR(ending_name(ENDING_HAEYO), STR("해요체"));
}

RUN_TESTS(TEST(sentences_end_in_four_ways), TEST(nouns_and_quotations_have_no_class),
          TEST(requests_fit_both_polite_classes), TEST(registers_have_names))
