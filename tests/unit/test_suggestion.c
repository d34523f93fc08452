#include "review/suggestion.h"

#include "check.h"

static const char text[] = "We lose \"forty minutes\" a day.\nCalls are\nsignificantly "
                           "**more** common. One.\n";

static Range words(const char *found)
{
    size_t at = str_find(str_from(text), str_from(found), 0);

    CHECK(at != STR_NONE);
    return (Range){at, at + strlen(found)};
}

static void signs_at_the_ends_go_with_the_words(void **state)
{
    (void)state;
    Range place;

    CHECK(suggestion_place(str_from(text), words("One"), STR("One."), &place));
    CHECK_STR(str_range(str_from(text), place), STR("One."));
    CHECK(suggestion_place(str_from(text), words("forty minutes"),
                           STR("\"forty minutes\""), &place));
    CHECK_STR(str_range(str_from(text), place), STR("\"forty minutes\""));
    CHECK(suggestion_place(str_from(text), words("Calls are\nsignificantly"),
                           STR(" Calls are significantly "), &place));
}

static void other_signs_are_another_place(void **state)
{
    (void)state;
    Range place;

    CHECK(!suggestion_place(str_from(text), words("One"), STR("One!"), &place));
    CHECK(!suggestion_place(str_from(text), words("significantly **more"),
                            STR("significantly more"), &place));
    CHECK(!suggestion_place(str_from(text), words("We"), STR("(We"), &place));
    CHECK(!suggestion_place(str_from(text), words("One"), STR("One. Two"), &place));
    CHECK(!suggestion_place(str_from(text), words("One"), STR("..."), &place));
    CHECK(!suggestion_place(STR("a\n\nb"), (Range){0, 4}, STR("a b"), &place));
}

static void only_the_words_change(void **state)
{
    (void)state;
    StrBuf out = {0};

    suggestion_apply(STR("One two three.\r\nFour.\r\n"), (Range){4, 7}, STR("2\n2"),
                     &out);
    CHECK_STR(strbuf_view(&out), STR("One 2\r\n2 three.\r\nFour.\r\n"));
    strbuf_clear(&out);
    suggestion_apply(STR("One two"), (Range){4, 7}, STR("2"), &out);
    CHECK_STR(strbuf_view(&out), STR("One 2"));
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(signs_at_the_ends_go_with_the_words),
          TEST(other_signs_are_another_place), TEST(only_the_words_change))
