/* A file with marks of a conflict is read, and three texts, cut at the first two bytes
 * 0xFF, are written with marks and read again: no line is lost. */
#include <assert.h>

#include "../unit/sample_document.h"
#include "diff/conflict_marks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 1 << 14 };

static Str cut(Str *rest)
{
    size_t at = str_find_byte(*rest, '\xFF', 0);
    Str head = str_slice(*rest, 0, at);

    *rest = at == STR_NONE ? (Str){0} : str_slice(*rest, at + 1, rest->len);
    return head;
}

/* Bytes of lines that are marks. */
static size_t marks_in(Str text)
{
    size_t bytes = 0;

    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_byte(text, '\n', at);
        end = end == STR_NONE ? text.len : end + 1;
        if (conflict_marks_line(str_trim_end(str_slice(text, at, end))))
            bytes += end - at;
        at = end;
    }
    return bytes;
}

/* Every line that is no mark is on a side; none is longer than the file. */
static size_t check_read(Str text)
{
    StrBuf sides[THREE_COUNT] = {{0}};
    size_t places = conflict_marks_read(text, sides), sum = 0;

    for (int x = 0; x < THREE_COUNT; x++) {
        assert(sides[x].len <= text.len);
        assert(places > 0 || sides[x].len == 0);
        sum += sides[x].len;
        strbuf_deinit(&sides[x]);
    }
    assert(places == 0 || sum + marks_in(text) >= text.len);
    return places;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str all = {(const char *)data, size}, rest = all;
    Str texts[THREE_COUNT] = {cut(&rest), cut(&rest), rest};
    Sample samples[THREE_COUNT];
    Arena arena = {0};
    StrBuf out = {0};
    Merge merge;

    if (size > INPUT_MAX)
        return 0;
    check_read(all);
    for (int x = 0; x < THREE_COUNT; x++)
        sample_read(&samples[x], texts[x], LANG_EN);
    merge_make(&samples[THREE_BASE].doc, &samples[THREE_MINE].doc,
               &samples[THREE_THEIRS].doc, &arena, &merge);
    size_t open = conflict_marks_write(&merge, NULL, MARK_SIZE, &out);
    size_t read = check_read(strbuf_view(&out));
    assert(marks_in(all) > 0 || read == open);
    strbuf_deinit(&out);
    arena_deinit(&arena);
    for (int x = 0; x < THREE_COUNT; x++)
        sample_deinit(&samples[x]);
    return 0;
}
