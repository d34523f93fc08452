#include "check.h"

#include <string.h>

#include "base/mem.h"
#include "text/text.h"

static void insert(Text *t, size_t at, Str s)
{
    text_replace(t, (Range){at, at}, s);
}

/* Types each code unit of ASCII `s` by itself, at the end. */
static void type(Text *t, const char *s)
{
    for (; *s; s++)
        insert(t, text_len(t), (Str){s, 1});
}

static void undo_restores_the_bytes(void **state)
{
    (void)state;
    size_t pos = 99;
    Text *t = text_new(STR("hello"));
    text_replace(t, (Range){0, 5}, STR("bye"));
    CHECK_STR(text_view(t), STR("bye"));
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("hello"));
    CHECK_INT(pos, 5);
    CHECK(text_redo(t, &pos));
    CHECK_STR(text_view(t), STR("bye"));
    CHECK_INT(pos, 3);
    CHECK(!text_redo(t, &pos));
    text_free(t);
}

static void typing_is_undone_word_by_word(void **state)
{
    (void)state;
    size_t pos;
    Text *t = text_new(STR(""));
    type(t, "one two  three");
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("one two  "));
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("one "));
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR(""));
    CHECK(!text_can_undo(t));
    CHECK(text_redo(t, &pos));
    CHECK_STR(text_view(t), STR("one "));
    CHECK_INT(pos, 4);
    text_free(t);
}

static void a_line_break_is_a_step_of_its_own(void **state)
{
    (void)state;
    size_t pos;
    Text *t = text_new(STR(""));
    type(t, "a\nb");
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("a\n"));
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("a"));
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR(""));
    text_free(t);
}

static void jamo_that_compose_stay_in_the_step(void **state)
{
    (void)state;
    size_t pos;
    Text *t = text_new(STR(""));
    insert(t, 0, STR("고"));
    insert(t, 3, STR("가"));
    text_replace(t, (Range){3, 6}, STR("각"));
    CHECK_STR(text_view(t), STR("고각"));
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR(""));
    CHECK(text_redo(t, &pos));
    CHECK_STR(text_view(t), STR("고각"));
    text_free(t);
}

static void backspaces_join_within_a_word(void **state)
{
    (void)state;
    size_t pos;
    Text *t = text_new(STR("one two"));
    for (size_t at = 7; at > 2; at--)
        text_replace(t, (Range){at - 1, at}, STR(""));
    CHECK_STR(text_view(t), STR("on"));
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("one"));
    CHECK_INT(pos, 3);
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("one two"));
    CHECK_INT(pos, 7);
    text_free(t);
}

static void deletions_forward_keep_the_caret(void **state)
{
    (void)state;
    size_t pos;
    Text *t = text_new(STR("한국 고객"));
    text_replace(t, (Range){0, 3}, STR(""));
    text_replace(t, (Range){0, 3}, STR(""));
    CHECK_STR(text_view(t), STR(" 고객"));
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("한국 고객"));
    CHECK_INT(pos, 0);
    text_free(t);
}

static void sealing_ends_a_step(void **state)
{
    (void)state;
    size_t pos;
    Text *t = text_new(STR(""));
    type(t, "ab");
    text_seal(t);
    type(t, "cd");
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("ab"));
    text_free(t);
}

static void a_group_is_one_step(void **state)
{
    (void)state;
    size_t pos;
    Text *t = text_new(STR("a b a"));
    type(t, "!");
    text_group_begin(t);
    text_replace(t, (Range){0, 1}, STR("xx"));
    text_replace(t, (Range){5, 6}, STR("xx"));
    text_group_end(t);
    type(t, "?");
    CHECK_STR(text_view(t), STR("xx b xx!?"));
    CHECK(text_undo(t, &pos));
    CHECK(text_undo(t, &pos));
    CHECK_STR(text_view(t), STR("a b a!"));
    CHECK(text_redo(t, &pos));
    CHECK_STR(text_view(t), STR("xx b xx!"));
    text_group_begin(t);
    text_group_end(t);
    CHECK(text_redo(t, &pos));
    text_free(t);
}

static void versions_name_the_bytes(void **state)
{
    (void)state;
    size_t pos;
    Text *t = text_new(STR("x"));
    uint64_t first = text_version(t);
    insert(t, 1, STR("y"));
    uint64_t second = text_version(t);
    CHECK(second != first);
    text_undo(t, &pos);
    CHECK(text_version(t) == first);
    insert(t, 1, STR("z"));
    CHECK(text_version(t) != second && text_version(t) != first);
    CHECK(!text_can_redo(t));
    text_replace(t, (Range){1, 1}, STR(""));
    CHECK(text_can_undo(t));
    text_free(t);
}

enum { ROUNDS = 4000, KEPT = 4096 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void random_edit(Text *t, uint32_t *seed)
{
    static const char *const pieces[] = {"a", " ", "\n", "b c", "한", "", "word"};
    size_t len = text_len(t), start = next_random(seed) % (len + 1);
    size_t end = start;

    if (next_random(seed) % 3 == 0)
        end += next_random(seed) % (len - start + 1) % 4;
    text_replace(t, (Range){start, end}, str_from(pieces[next_random(seed) % 7]));
}

/* Every version seen is kept with its bytes; meeting it again must give them. */
static void random_edits_undo_to_the_same_bytes(void **state)
{
    (void)state;
    uint32_t seed = 7;
    char *bytes[KEPT] = {0};
    Text *t = text_new(STR("start"));
    size_t pos, back = 0;
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t what = next_random(&seed) % 10;
        if (what < 6)
            random_edit(t, &seed);
        else if (what < 7)
            text_seal(t);
        else if (what < 9)
            back += text_undo(t, &pos);
        else
            text_redo(t, &pos);
        uint64_t v = text_version(t);
        CHECK(v < KEPT);
        if (bytes[v])
            CHECK_STR(text_view(t), str_from(bytes[v]));
        else
            bytes[v] = mem_str(text_view(t));
    }
    while (text_undo(t, &pos))
        CHECK(pos <= text_len(t));
    CHECK_STR(text_view(t), STR("start"));
    CHECK(back > 500 && text_version(t) == 0);
    for (int i = 0; i < KEPT; i++)
        mem_free(bytes[i]);
    text_free(t);
    text_free(NULL);
}

static void the_unseen_edit_makes_the_bytes_of_now(void **state)
{
    (void)state;
    uint32_t seed = 11;
    StrBuf then = {0};
    TextEdit edit;
    size_t pos = 0;
    Text *t = text_new(STR(""));
    CHECK(!text_unseen(t, &edit));
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t what = next_random(&seed) % 8;
        if (what < 4)
            random_edit(t, &seed);
        else if (what == 4)
            text_undo(t, &pos);
        else if (what == 5)
            text_redo(t, &pos);
        else {
            if (text_unseen(t, &edit))
                strbuf_splice(&then, (Range){edit.offset, edit.offset + edit.removed},
                              edit.added);
            CHECK_STR(strbuf_view(&then), text_view(t));
            text_seen(t);
            CHECK(!text_unseen(t, &edit));
        }
    }
    strbuf_deinit(&then);
    text_free(t);
}

static void the_unseen_edit_is_as_small_as_what_was_typed(void **state)
{
    (void)state;
    TextEdit edit;
    Text *t = text_new(STR("one two three"));
    text_replace(t, (Range){4, 7}, STR("2"));
    text_replace(t, (Range){5, 5}, STR("!"));
    CHECK(text_unseen(t, &edit));
    CHECK_INT(edit.offset, 4);
    CHECK_INT(edit.removed, 3);
    CHECK_STR(edit.added, STR("2!"));
    text_free(t);
}

RUN_TESTS(TEST(the_unseen_edit_makes_the_bytes_of_now),
          TEST(the_unseen_edit_is_as_small_as_what_was_typed),
          TEST(undo_restores_the_bytes), TEST(typing_is_undone_word_by_word),
          TEST(a_line_break_is_a_step_of_its_own),
          TEST(jamo_that_compose_stay_in_the_step), TEST(backspaces_join_within_a_word),
          TEST(deletions_forward_keep_the_caret), TEST(sealing_ends_a_step),
          TEST(a_group_is_one_step), TEST(versions_name_the_bytes),
          TEST(random_edits_undo_to_the_same_bytes))
