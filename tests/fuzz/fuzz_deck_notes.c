#include <assert.h>
#include <stdint.h>

#include "review/deck_notes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Any bytes can be read, and what was read is the same when it is written again. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {(const char *)data, size};
    Arena arena = {0};
    StrBuf again = {0};
    DeckNotes notes, second;

    deck_notes_parse(bytes, &arena, &notes);
    for (size_t i = 0; i < notes.count; i++) {
        assert(notes.items[i].id.len > 0 && notes.items[i].deed < DEED_COUNT);
        assert(notes.items[i].changed < CHANGED_COUNT);
        assert(deck_notes_find(&notes, notes.items[i].id));
        deck_notes_add(&again, &notes.items[i]);
    }
    deck_notes_parse(strbuf_view(&again), &arena, &second);
    assert(second.count == notes.count && second.damaged == 0);
    for (size_t i = 0; i < notes.count; i++) {
        assert(str_eq(second.items[i].words, notes.items[i].words));
        assert(str_eq(second.items[i].who, notes.items[i].who));
        assert(second.items[i].deed == notes.items[i].deed);
    }
    strbuf_deinit(&again);
    arena_deinit(&arena);
    return 0;
}
