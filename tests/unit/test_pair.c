#include "diff/pair.h"

#include "check.h"

enum { TEXTS_MAX = 8 };

typedef struct Fixture {
    Arena arena;
    Pairer pairer;
    TokenList list;
    Piece before[TEXTS_MAX], after[TEXTS_MAX];
    Group groups[TEXTS_MAX];
    size_t count;
} Fixture;

static size_t read_texts(Fixture *f, const char *const *texts, Piece *out)
{
    size_t count = 0;

    for (; texts[count]; count++) {
        size_t first = f->list.count;
        words_read(str_from(texts[count]), BLOCK_PARAGRAPH, &f->pairer.words, &f->arena,
                   &f->list);
        out[count] = (Piece){.first = first, .count = f->list.count - first};
        piece_read(&f->pairer, &f->list, &out[count]);
    }
    return count;
}

static void pair_texts(Fixture *f, const char *const *before, const char *const *after)
{
    pairer_init(&f->pairer, &f->arena);
    Pieces a = {f->before, read_texts(f, before, f->before)};
    Pieces b = {f->after, read_texts(f, after, f->after)};
    f->count = pair_units(&f->pairer, a, b, f->groups);
}

static void check_group(const Fixture *f, size_t at, Group expected)
{
    CHECK(at < f->count);
    CHECK_INT(f->groups[at].old_from, expected.old_from);
    CHECK_INT(f->groups[at].old_to, expected.old_to);
    CHECK_INT(f->groups[at].new_from, expected.new_from);
    CHECK_INT(f->groups[at].new_to, expected.new_to);
    CHECK_INT(f->groups[at].equal, expected.equal);
}

static void texts_that_share_enough_words_belong_together(void **state)
{
    (void)state;
    static const char *const before[] = {"one two three four", "red green blue", NULL};
    static const char *const after[] = {"apples pears plums", "one two five six", NULL};
    Fixture f = {0};

    pair_texts(&f, before, after);
    CHECK_INT(f.count, 1);
    check_group(&f, 0, (Group){0, 1, 1, 2, false});
    arena_deinit(&f.arena);
}

static void the_order_that_keeps_most_words_wins(void **state)
{
    (void)state;
    static const char *const before[] = {"short text", "a longer text of many words",
                                         NULL};
    static const char *const after[] = {"a longer text of many words", "short text",
                                        NULL};
    Fixture f = {0};

    pair_texts(&f, before, after);
    CHECK_INT(f.count, 1);
    check_group(&f, 0, (Group){1, 2, 0, 1, true});
    arena_deinit(&f.arena);
}

static void equal_texts_without_words_are_paired_in_order(void **state)
{
    (void)state;
    static const char *const before[] = {"one two", "---", "three four", "---", NULL};
    static const char *const after[] = {"nine", "---", "three five",
                                        "---",  "ten", NULL};
    Fixture f = {0};

    pair_texts(&f, before, after);
    CHECK_INT(f.count, 3);
    check_group(&f, 0, (Group){1, 2, 1, 2, true});
    check_group(&f, 1, (Group){2, 3, 2, 3, false});
    check_group(&f, 2, (Group){3, 4, 3, 4, true});
    arena_deinit(&f.arena);
}

static void the_other_half_of_a_split_text_comes_along(void **state)
{
    (void)state;
    static const char *const before[] = {"one two three four five six seven eight",
                                         NULL};
    static const char *const after[] = {"one two three four five", "six seven eight",
                                        "something new", NULL};
    Fixture f = {0};

    pair_texts(&f, before, after);
    CHECK_INT(f.count, 1);
    check_group(&f, 0, (Group){0, 1, 0, 2, false});
    arena_deinit(&f.arena);
}

static void a_text_that_grew_a_lot_is_still_the_same(void **state)
{
    (void)state;
    static const char *const before[] = {"a b c d e f g h i", NULL};
    static const char *const after[] = {
        "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9", NULL};
    Fixture f = {0};

    pair_texts(&f, before, after);
    CHECK_INT(f.count, 1);
    arena_deinit(&f.arena);
}

static void japanese_is_compared_by_pairs_of_characters(void **state)
{
    (void)state;
    static const char *const before[] = {"返事は遅れがちです", NULL};
    static const char *const other[] = {"紙に書くのです", NULL};
    static const char *const edited[] = {"返事は早いです", NULL};
    Fixture f = {0}, g = {0};

    pair_texts(&f, before, other);
    CHECK_INT(f.count, 0);
    pair_texts(&g, before, edited);
    CHECK_INT(g.count, 1);
    arena_deinit(&f.arena);
    arena_deinit(&g.arena);
}

RUN_TESTS(TEST(texts_that_share_enough_words_belong_together),
          TEST(the_order_that_keeps_most_words_wins),
          TEST(equal_texts_without_words_are_paired_in_order),
          TEST(the_other_half_of_a_split_text_comes_along),
          TEST(a_text_that_grew_a_lot_is_still_the_same),
          TEST(japanese_is_compared_by_pairs_of_characters))
