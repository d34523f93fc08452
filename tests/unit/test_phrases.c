#include "diff/phrases.h"

#include "check.h"
#include "diff/align.h"

typedef struct Two {
    Arena arena;
    WordIds ids;
    TokenList before, after;
    uint32_t *source;
} Two;

static void read_two(Two *t, Str before, Str after)
{
    t->ids.arena = &t->arena;
    words_read(before, BLOCK_PARAGRAPH, &t->ids, &t->arena, &t->before);
    words_read(after, BLOCK_PARAGRAPH, &t->ids, &t->arena, &t->after);
    t->source = arena_array(&t->arena, t->after.count + 1, sizeof *t->source);
    for (size_t i = 0; i < t->after.count; i++)
        t->source[i] = ALIGN_NONE;
}

static void a_sentence_is_found_where_it_went(void **state)
{
    (void)state;
    Two t = {0};

    read_two(&t, STR("a b c d e. One owner in three paid twice. x y z."),
             STR("new words here: One owner in three paid twice. More words."));
    phrases_find(&t.before, &t.after, t.source, &t.arena);
    CHECK_INT(t.source[0], ALIGN_NONE);
    for (size_t i = 4; i < 11; i++)
        CHECK_STR(t.before.items[t.source[i]].text, t.after.items[i].text);
    CHECK_INT(t.source[11], ALIGN_NONE);
    arena_deinit(&t.arena);
}

static void what_stayed_elsewhere_is_taken_once(void **state)
{
    (void)state;
    Two t = {0};

    read_two(&t, STR("one two three four"),
             STR("one two three four and one two three four"));
    phrases_find(&t.before, &t.after, t.source, &t.arena);
    CHECK_INT(t.source[0], 0);
    CHECK_INT(t.source[3], 3);
    for (size_t i = 4; i < t.after.count; i++)
        CHECK_INT(t.source[i], ALIGN_NONE);
    arena_deinit(&t.arena);
}

static void a_few_common_words_are_no_phrase(void **state)
{
    (void)state;
    Two t = {0};

    read_two(&t, STR("in the end they came"), STR("at the end we left"));
    phrases_find(&t.before, &t.after, t.source, &t.arena);
    for (size_t i = 0; i < t.after.count; i++)
        CHECK_INT(t.source[i], ALIGN_NONE);
    arena_deinit(&t.arena);
}

RUN_TESTS(TEST(a_sentence_is_found_where_it_went),
          TEST(what_stayed_elsewhere_is_taken_once),
          TEST(a_few_common_words_are_no_phrase))
