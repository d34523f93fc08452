/* Front matter: every range lies in the block, at code point borders. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "../unit/border.h"
#include "doc/frontmatter.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {(const char *)data, size};
    Arena arena = {0};
    Metadata meta = {0};
    Error err = {0};

    bool ok = frontmatter_read(bytes, &arena, &meta, &err);
    assert(ok == (err.code == ERR_NONE));
    assert(ok || meta.count == 0);
    assert(meta.range.start <= meta.range.end && meta.range.end <= size);
    for (size_t i = 0; i < meta.count; i++) {
        Range r = meta.entries[i].range;
        assert(r.start >= meta.range.start && r.start <= r.end);
        assert(r.end <= meta.range.end);
        assert(is_border(bytes, r.start) && is_border(bytes, r.end));
        assert(meta.entries[i].key.ptr != NULL);
        for (size_t k = 0; k < i && i < 50; k++)
            assert(!str_eq(meta.entries[i].key, meta.entries[k].key));
    }
    arena_deinit(&arena);
    return 0;
}
