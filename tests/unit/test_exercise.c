#include "review/exercise.h"

#include "check.h"

static void lines_are_counted_exercise_by_exercise(void **state)
{
    (void)state;
    Arena arena = {0};
    StrBuf bytes = {0};
    Exercises all;
    const ExerciseLine lines[] = {{.exercise = STR("A hundred questions"),
                                   .who = STR("박지훈"),
                                   .words = STR("Who pays?")},
                                  {.exercise = STR("A hundred questions"),
                                   .who = STR("Mina"),
                                   .words = STR("When\tit\nrains?")},
                                  {.exercise = STR("Stars"),
                                   .who = STR("Mina"),
                                   .words = STR("Too late \\ again")}};

    for (int i = 0; i < 3; i++)
        exercises_add(&bytes, EXERCISE_WRITTEN, &lines[i]);
    exercises_parse(strbuf_view(&bytes), &arena, &all);
    CHECK_INT(all.count, 3);
    CHECK_INT(all.damaged, 0);
    CHECK_INT(exercises_count(&all, STR("A hundred questions")), 2);
    CHECK_STR(all.items[0].who, STR("박지훈"));
    CHECK_STR(all.items[1].words, STR("When it rains?"));
    CHECK_STR(exercises_last(&all, STR("Stars"))->words, STR("Too late \\ again"));
    CHECK(exercises_last(&all, STR("stars")) == NULL);
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
}

static void what_is_dropped_is_gone_and_can_be_written_again(void **state)
{
    (void)state;
    Arena arena = {0};
    StrBuf bytes = {0};
    Exercises all;
    const ExerciseLine line = {
        .exercise = STR("Q"), .who = STR("Mina"), .words = STR("a")};

    exercises_add(&bytes, EXERCISE_WRITTEN, &line);
    exercises_add(&bytes, EXERCISE_DROPPED, &line);
    exercises_add(&bytes, EXERCISE_DROPPED, &line);
    exercises_parse(strbuf_view(&bytes), &arena, &all);
    CHECK_INT(all.count, 0);
    exercises_add(&bytes, EXERCISE_WRITTEN, &line);
    exercises_parse(strbuf_view(&bytes), &arena, &all);
    CHECK_INT(all.count, 1);
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
}

static void lines_that_are_none_are_left_out_and_named(void **state)
{
    (void)state;
    Arena arena = {0};
    Exercises all;

    exercises_parse(STR("prfaq-exercises 1\r\n\nQ\twritten\t\tMina\tone\nhello\n"
                        "Q\tsaid\t\tMina\ttwo\nQ\twritten\tnow\tMina\tthree\n"
                        "Q\twritten\t\tMina\t\nQ\twritten\t\tMina\tx\ty\n"),
                    &arena, &all);
    CHECK_INT(all.count, 1);
    CHECK_INT(all.damaged, 5);
    CHECK_INT(all.damaged_line, 4);
    arena_deinit(&arena);
}

static void a_guess_is_compared_with_what_is(void **state)
{
    (void)state;
    Arena arena = {0};
    Exercises all;
    double number;

    exercises_parse(
        STR("Gap\twritten\t\tMina\tabout 1,200\nGap\twritten\t\tJun\t= 51.5, "
            "survey\nGap\twritten\t\tJun\t= no number\n"),
        &arena, &all);
    CHECK_INT(exercises_count(&all, STR("Gap")), 2);
    CHECK(exercises_answer(&all, STR("Gap")) == &all.items[1]);
    CHECK(exercise_number(all.items[0].words, &number) && number == 1200);
    CHECK(exercise_number(all.items[1].words, &number) && number == 51.5);
    CHECK(exercise_number(STR("40,3"), &number) && number == 40);
    CHECK(!exercise_number(STR("many"), &number));
    CHECK(!exercise_number(STR("1234567890123456"), &number));
    arena_deinit(&arena);
}

RUN_TESTS(TEST(lines_are_counted_exercise_by_exercise),
          TEST(what_is_dropped_is_gone_and_can_be_written_again),
          TEST(lines_that_are_none_are_left_out_and_named),
          TEST(a_guess_is_compared_with_what_is))
