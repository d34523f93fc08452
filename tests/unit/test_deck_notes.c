#include "review/deck_notes.h"

#include "check.h"

static void what_was_written_is_read(void **state)
{
    Arena arena = {0};
    StrBuf file = {0};
    DeckNotes notes;
    DeckNote note = {.id = STR("economics-price"),
                     .deed = DEED_ANSWERED,
                     .who = STR("Mina Park"),
                     .changed = CHANGED_YES,
                     .words = STR("2 euros\na\tmonth \\ user")};
    (void)state;
    CHECK(moment_parse_iso(STR("2027-03-02T09:41:00+09:00"), &note.time));
    deck_notes_add(&file, &note);
    note.deed = DEED_SKIPPED;
    note.words = STR("not for us");
    deck_notes_add(&file, &note);
    deck_notes_parse(strbuf_view(&file), &arena, &notes);
    CHECK_INT(notes.count, 2);
    CHECK_INT(notes.damaged, 0);
    CHECK_STR(notes.items[0].words, STR("2 euros\na\tmonth \\ user"));
    CHECK_STR(notes.items[0].who, STR("Mina Park"));
    CHECK(notes.items[0].changed == CHANGED_YES);
    CHECK(notes.items[0].time.seconds == note.time.seconds);
    CHECK(deck_notes_find(&notes, note.id) == &notes.items[1]);
    CHECK(!deck_notes_find(&notes, STR("other")));
    strbuf_deinit(&file);
    arena_deinit(&arena);
}

static void a_line_that_is_none_is_left_out_and_kept(void **state)
{
    Arena arena = {0};
    StrBuf file = {0};
    DeckNotes notes;
    const DeckNote note = {.id = STR("a"), .deed = DEED_PUT};
    (void)state;
    strbuf_addz(
        &file, "prfaq-deck 1\r\nrumour\n\nb\tskipped\t\tJun\t\twhy\r\nb\tlost\t\t\t\t");
    deck_notes_add(&file, &note);
    deck_notes_parse(strbuf_view(&file), &arena, &notes);
    CHECK_INT(notes.count, 2);
    CHECK_STR(notes.items[0].words, STR("why"));
    CHECK_STR(notes.items[1].id, STR("a"));
    CHECK_INT(notes.damaged, 2);
    CHECK_INT(notes.damaged_line, 2);
    CHECK(str_find(strbuf_view(&file), STR("rumour"), 0) != STR_NONE);
    strbuf_deinit(&file);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(what_was_written_is_read),
          TEST(a_line_that_is_none_is_left_out_and_kept))
