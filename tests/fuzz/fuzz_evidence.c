/* Evidence marks: each lies in its block, in order, and is whole. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/evidence.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {(const char *)data, size};
    Arena arena = {0};
    const Evidence *marks = NULL;
    size_t count = 0, at = 0;

    evidence_of_block(bytes, (Range){0, size}, &arena, &marks, &count);
    for (size_t i = 0; i < count; i++) {
        Range r = marks[i].range;
        assert(r.start >= at && r.end > r.start + 1 && r.end <= size);
        assert(bytes.ptr[r.start] == '[' && bytes.ptr[r.end - 1] == ']');
        assert(marks[i].date.year == 0 || date_valid(marks[i].date));
        assert((marks[i].kind == EVIDENCE_NUMBER) == (marks[i].word.len == 0));
        assert(marks[i].kind != EVIDENCE_NUMBER || marks[i].value.len > 0 ||
               marks[i].label.len <= size);
        at = r.end;
    }
    arena_deinit(&arena);
    return 0;
}
