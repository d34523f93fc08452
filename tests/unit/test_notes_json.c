#include "review/notes_json.h"

#include "check.h"

static void notes_are_read_as_they_were_written(void **state)
{
    (void)state;
    Arena arena = {0};
    StrBuf out = {0};
    NotesFile again;
    const MeetNote notes[] = {{{0}, STR("Problem 2"), STR("of \"how\" many?")},
                              {{0}, {0}, STR("너무 깁니다")}};
    const NotesFile file = {.document = STR("ideas/lantern"),
                            .commit = STR("abc"),
                            .reader = STR("Jun Lee"),
                            .revision = 3,
                            .notes = notes,
                            .count = 2};

    notes_print(&file, &out);
    CHECK(notes_read(strbuf_view(&out), STR("n.json"), &arena, &again, NULL));
    CHECK_STR(again.document, file.document);
    CHECK_INT(again.revision, 3);
    CHECK_INT(again.count, 2);
    CHECK_STR(again.notes[0].place, STR("Problem 2"));
    CHECK_STR(again.notes[1].text, STR("너무 깁니다"));
    CHECK_STR(again.notes[1].who, STR("Jun Lee"));
    strbuf_deinit(&out);
    arena_deinit(&arena);
}

static void what_is_no_file_of_notes_is_refused_by_name(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "[]",
        "{}",
        "{\"schema\": \"prfaq-notes/2\", \"reader\": \"A\"}",
        "{\"schema\": \"prfaq-notes/1\"}",
        "{\"schema\": \"prfaq-notes/1\", \"reader\": \"A, B\"}",
        "\xff"};
    Arena arena = {0};
    NotesFile file;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Error err = {0};
        CHECK(!notes_read(str_from(bad[i]), STR("n.json"), &arena, &file, &err));
        CHECK(strncmp(err.message, "n.json: ", 8) == 0);
        CHECK(err.hint[0] != '\0');
    }
    arena_deinit(&arena);
}

RUN_TESTS(TEST(notes_are_read_as_they_were_written),
          TEST(what_is_no_file_of_notes_is_refused_by_name))
