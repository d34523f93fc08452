#include "review/criticmarkup.h"

#include "check.h"

static const Str said[] = {{"Dana: of how\nmany?", 18}, {"Jun: 24 <<} all", 15}};

static CriticNote note(Str text, const char *words)
{
    size_t at = str_find(text, str_from(words), 0);

    CHECK(at != STR_NONE);
    return (CriticNote){.words = {at, at + strlen(words)},
                        .quote = str_from(words),
                        .said = said,
                        .said_count = 1};
}

static void check_written(Str text, const CriticNote *notes, size_t count,
                          const char *expected)
{
    StrBuf out = {0};

    criticmarkup_write(text, notes, count, &out);
    CHECK_STR(strbuf_view(&out), str_from(expected));
    strbuf_deinit(&out);
}

static void words_are_marked_in_their_place(void **state)
{
    (void)state;
    Str text = STR("One owner in three lost it.\n");
    CriticNote one = note(text, "owner in three");

    one.said_count = 2;
    check_written(text, &one, 1,
                  "One {==owner in three==}{>>Dana: of how many?<<}{>>Jun: 24 < <} "
                  "all<<} lost it.\n");
    one.said_count = 1;
    one.suggestion = STR("baker in four");
    check_written(text, &one, 1,
                  "One {~~owner in three~>baker in four~~}{>>Dana: of how many?<<} "
                  "lost it.\n");
}

static void words_that_cannot_be_marked_are_quoted(void **state)
{
    (void)state;
    Str text = STR("One owner.\n\nTwo {++more++} of them.\n");
    CriticNote notes[] = {note(text, "One owner"), note(text, "owner.\n\nTwo"),
                          note(text, "{++more++} of")};

    notes[2].suggestion = STR("less");
    check_written(
        text, notes, 3,
        "{==One owner==}{>>Dana: of how many?<<}.\n\nTwo{>>\"owner.  Two\" "
        "Dana: of how many?<<} {++more++} of{>>\"{++more++} of\" Dana: of how "
        "many? \u2192 \"less\"<<} them.\n");
}

static void a_note_without_words_is_a_paragraph(void **state)
{
    (void)state;
    Str text = STR("# A\r\n\r\nOne.\r\n");
    CriticNote notes[] = {{.words = {7, 7}, .said = said, .said_count = 1},
                          {.words = {text.len, text.len},
                           .quote = STR("gone"),
                           .said = said,
                           .said_count = 1}};

    check_written(text, notes, 2,
                  "# A\r\n\r\n{>>Dana: of how many?<<}\r\n\r\nOne.\r\n\r\n{>>\"gone\" "
                  "Dana: of how many?<<}\r\n");
    notes[0].words = (Range){2, 2};
    check_written(STR("A: b"), notes, 1, "A:{>>Dana: of how many?<<}  b");
}

RUN_TESTS(TEST(words_are_marked_in_their_place),
          TEST(words_that_cannot_be_marked_are_quoted),
          TEST(a_note_without_words_is_a_paragraph))
