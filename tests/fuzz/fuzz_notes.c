/* fuzz_notes.c: any bytes can be read as the notes of a reader; what was read is
 * written and read again the same. */
#include <assert.h>
#include <stdint.h>

#include "review/notes_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    NotesFile file, again;
    Error err = {0};
    StrBuf out = {0};
    bool ok =
        notes_read((Str){(const char *)data, size}, STR("n.json"), &arena, &file, &err);

    assert(ok == (err.code == ERR_NONE));
    assert(ok || err.hint[0]);
    if (ok) {
        notes_print(&file, &out);
        assert(notes_read(strbuf_view(&out), STR("n.json"), &arena, &again, &err));
        assert(again.count == file.count && str_eq(again.reader, file.reader));
        for (size_t i = 0; i < file.count; i++)
            assert(str_eq(again.notes[i].text, file.notes[i].text) &&
                   str_eq(again.notes[i].place, file.notes[i].place));
    }
    strbuf_deinit(&out);
    arena_deinit(&arena);
    return 0;
}
