#include "check/fill.h"

#include "check.h"

static Arena arena;

static void arguments_go_where_their_number_says(void **state)
{
    (void)state;
    CHECK_STR(message_fill(&arena, STR("%2$d of \"%1$s\", %3$d%"),
                           ARGS(arg_str(STR("FAQ")), arg_num(3), arg_num(0))),
              STR("3 of \"FAQ\", 0%"));
    CHECK_STR(message_fill(&arena, STR("%1$s and %2$s"), ARGS(arg_str(STR("a")))),
              STR("a and "));
    CHECK_STR(message_fill(&arena, STR("50% $ %s"), NO_ARGS), STR("50% $ %s"));
}

static void text_is_put_on_one_line_and_cut(void **state)
{
    (void)state;
    StrBuf longer = {0};
    CHECK_STR(
        message_fill(&arena, STR("<%1$s>"), ARGS(arg_str(STR(" a\n\tb \x01 c ")))),
        STR("<a b c>"));
    for (int i = 0; i < 100; i++)
        strbuf_addz(&longer, "가");
    Str cut = message_fill(&arena, STR("%1$s"), ARGS(arg_str(strbuf_view(&longer))));
    CHECK_INT(cut.len, 60 * 3 + 3);
    CHECK(str_ends(cut, STR("가…")));
    cut = message_fill(&arena, STR("%1$s"), ARGS(arg_list(strbuf_view(&longer))));
    CHECK_INT(cut.len, 300);
    strbuf_deinit(&longer);
}

static void only_particles_of_the_catalogue_are_settled(void **state)
{
    (void)state;
    CHECK_STR(
        message_fill(&arena, STR("“%1$s”{을/를} 씁니다"), ARGS(arg_str(STR("문제")))),
        STR("“문제”를 씁니다"));
    CHECK_STR(message_fill(&arena, STR("“%1$s”{이/가} 남았습니다"),
                           ARGS(arg_str(STR("{을/를} 해결")))),
              STR("“{을/를} 해결”이 남았습니다"));
}

static void an_empty_text_stays_empty(void **state)
{
    (void)state;
    CHECK_STR(message_fill(&arena, STR("\"%1$s\""), ARGS(arg_str(STR("")))),
              STR("\"\""));
    arena_deinit(&arena);
}

RUN_TESTS(TEST(arguments_go_where_their_number_says),
          TEST(text_is_put_on_one_line_and_cut),
          TEST(only_particles_of_the_catalogue_are_settled),
          TEST(an_empty_text_stays_empty))
