#include "diff/conflict_marks.h"

#include <locale.h>

#include "check.h"
#include "sample_document.h"

typedef struct Three {
    Sample samples[THREE_COUNT];
    Merge merge;
    Arena arena;
} Three;

static void three_make(Three *t, const char *base, const char *mine, const char *theirs)
{
    const char *const texts[THREE_COUNT] = {base, mine, theirs};

    *t = (Three){0};
    for (int x = 0; x < THREE_COUNT; x++)
        sample_read(&t->samples[x], str_from(texts[x]), LANG_EN);
    merge_make(&t->samples[THREE_BASE].doc, &t->samples[THREE_MINE].doc,
               &t->samples[THREE_THEIRS].doc, &t->arena, &t->merge);
}

static void three_deinit(Three *t)
{
    for (int x = 0; x < THREE_COUNT; x++)
        sample_deinit(&t->samples[x]);
    arena_deinit(&t->arena);
}

static void marks_are(const char *base, const char *mine, const char *theirs,
                      size_t places, const char *expected)
{
    Three t;
    StrBuf out = {0};

    three_make(&t, base, mine, theirs);
    CHECK_INT((int)conflict_marks_write(&t.merge, NULL, MARK_SIZE, &out), (int)places);
    CHECK_STR(strbuf_view(&out), str_from(expected));
    strbuf_deinit(&out);
    three_deinit(&t);
}

static void a_sentence_of_both_stands_between_marks(void **state)
{
    (void)state;
    marks_are("## Problem\n\nOne word here. Two stay as they are. Three.\n",
              "## Problem\n\nOne word there. Two stay as they are. Three.\n",
              "## Problem\n\nOne sign here. Two stay as they are. Three and four.\n", 1,
              "## Problem\n\n<<<<<<< ours\nOne word there.\n||||||| base\nOne word "
              "here.\n=======\nOne sign here.\n>>>>>>> theirs\nTwo stay as they are. "
              "Three and four.\n");
}

static void lines_end_as_they_do_in_the_file(void **state)
{
    (void)state;
    marks_are("## A\r\n\r\nOne word here now.\r\n",
              "## A\r\n\r\nOne word there now.\r\n",
              "## A\r\n\r\nOne sign here now.\r\n", 1,
              "## A\r\n\r\n<<<<<<< ours\r\nOne word there now.\r\n||||||| base\r\nOne "
              "word here now.\r\n=======\r\nOne sign here now.\r\n>>>>>>> theirs\r\n");
}

static void nothing_is_marked_where_nobody_disagrees(void **state)
{
    (void)state;
    marks_are("## A\n\nOne word here.\n\nTwo words here.\n",
              "## A\n\nOne word there.\n\nTwo words here.\n",
              "## A\n\nOne word here.\n\nTwo words there.\n", 0,
              "## A\n\nOne word there.\n\nTwo words there.\n");
}

static void marks_are_read_back_as_three_texts(void **state)
{
    (void)state;
    StrBuf sides[THREE_COUNT] = {{0}};
    Str text =
        STR("A\n<<<<<<< HEAD\nmine\n||||||| 1234\nbase\n=======\ntheirs\n>>>>>>> "
            "branch\nB\n<<<<<<< HEAD\n=======\nnew\n>>>>>>> branch\n");

    CHECK_INT((int)conflict_marks_read(text, sides), 2);
    CHECK_STR(strbuf_view(&sides[THREE_BASE]), STR("A\nbase\nB\n"));
    CHECK_STR(strbuf_view(&sides[THREE_MINE]), STR("A\nmine\nB\n"));
    CHECK_STR(strbuf_view(&sides[THREE_THEIRS]), STR("A\ntheirs\nB\nnew\n"));
    for (int x = 0; x < THREE_COUNT; x++)
        strbuf_deinit(&sides[x]);
}

static void what_only_looks_like_marks_is_text(void **state)
{
    (void)state;
    StrBuf sides[THREE_COUNT] = {{0}};

    CHECK_INT((int)conflict_marks_read(STR("Title\n=======\n\nwords\n"), sides), 0);
    CHECK_INT((int)conflict_marks_read(STR("<<<<<<< HEAD\nmine\n"), sides), 0);
    CHECK_INT(
        (int)conflict_marks_read(STR("<<<<<<<< eight\n=======\n>>>>>>>> x\n"), sides),
        0);
    CHECK_INT((int)sides[THREE_MINE].len, 0);
    for (int x = 0; x < THREE_COUNT; x++)
        strbuf_deinit(&sides[x]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(a_sentence_of_both_stands_between_marks),
                                       TEST(lines_end_as_they_do_in_the_file),
                                       TEST(nothing_is_marked_where_nobody_disagrees),
                                       TEST(marks_are_read_back_as_three_texts),
                                       TEST(what_only_looks_like_marks_is_text)};

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
