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
#define HEAD                                                                           \
    "{\"schema\": \"prfaq-notes/1\", \"document\": \"a\", \"commit\": \"1\", "         \
    "\"reader\": \"A"
    static const struct {
        const char *bytes, *message;
    } bad[] = {{"", "n.json: line 1 is no JSON"},
               {"{\n,}", "n.json: line 2 is no JSON"},
               {"\xff", "n.json: this is not UTF-8"},
               {"[]", "n.json: its \"schema\" is not \"prfaq-notes/1\""},
               {"{\"schema\": \"prfaq-notes/2\", \"reader\": \"A\"}",
                "n.json: its \"schema\" is not \"prfaq-notes/1\""},
               {"{\"schema\": \"prfaq-notes/1\", \"reader\": \"A\"}",
                "n.json: it does not say which revision was read"},
               {HEAD ", B\"}", "n.json: its \"reader\" is no name"},
               {HEAD "\", \"notes\": {}}", "n.json: its \"notes\" are no list"},
               {HEAD "\", \"notes\": [{\"text\": \"a\"}, {\"text\": 3}]}",
                "n.json: note 2 has no text"},
               {HEAD "\", \"notes\": [\"a\"]}", "n.json: note 1 has no text"}};
    Arena arena = {0};
    NotesFile file;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Error err = {0};
        CHECK(!notes_read(str_from(bad[i].bytes), STR("n.json"), &arena, &file, &err));
        CHECK_STRZ(err.message, bad[i].message);
        CHECK(err.hint[0] != '\0');
    }
    arena_deinit(&arena);
}

RUN_TESTS(TEST(notes_are_read_as_they_were_written),
          TEST(what_is_no_file_of_notes_is_refused_by_name))
