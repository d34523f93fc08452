/* Any bytes as a journal: the reader ends, and what it tells is bounded by them. What
 * the writer makes is read back, and cut anywhere it is the words of before. */
#include <assert.h>
#include <stdint.h>

#include "store/journal.h"
#include "store/records.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input as edits of a text: three bytes say where, how much and what. */
static void check_edits(Str bytes, Arena *arena)
{
    StrBuf file = {0}, text = {0}, edit = {0};
    Records r;
    JournalWords words;

    strbuf_addz(&text, "a base");
    records_begin(&r, STR("prfaq journal 1"), &file);
    records_add(&r, 'h', STR("document a\n"), (Str){0}, &file);
    records_add(&r, 'b', strbuf_view(&text), (Str){0}, &file);
    for (size_t i = 0; i + 3 <= bytes.len && i < 300; i += 3) {
        size_t at = (unsigned char)bytes.ptr[i] % (text.len + 1);
        size_t gone = (unsigned char)bytes.ptr[i + 1] % (text.len - at + 1);
        Str added = str_slice(bytes, i + 2, i + 2 + (unsigned char)bytes.ptr[i] % 5);
        strbuf_clear(&edit);
        strbuf_addf(&edit, "%zu %zu %d\n", at, gone, 7);
        records_add(&r, 'e', strbuf_view(&edit), added, &file);
        strbuf_splice(&text, (Range){at, at + gone}, added);
    }
    assert(journal_parse(strbuf_view(&file), arena, &words, NULL));
    assert(!words.torn && str_eq(words.text, strbuf_view(&text)));
    size_t cut = bytes.len ? (unsigned char)bytes.ptr[0] % file.len : 0;
    if (journal_parse(str_slice(strbuf_view(&file), 0, cut), arena, &words, NULL))
        assert(str_eq(words.base, STR("a base")));
    strbuf_deinit(&file);
    strbuf_deinit(&text);
    strbuf_deinit(&edit);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {(const char *)data, size};
    Arena arena = {0};
    JournalWords words;
    Error err = {0};

    if (journal_parse(bytes, &arena, &words, &err)) {
        assert(words.base.len <= size && words.text.len <= size);
        assert(words.edits <= size && words.written_count <= size / 32);
        assert(journal_knows(&words, words.text) && journal_knows(&words, words.base));
    } else {
        assert(err.code == ERR_INVALID);
    }
    check_edits(bytes, &arena);
    arena_deinit(&arena);
    return 0;
}
