#include <assert.h>
#include <stdint.h>

#include "base/utf8.h"
#include "review/thread.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = {(const char *)data, size};
    Arena arena = {0};
    Thread t;
    Error err = {0};
    bool ok = thread_read(text, STR("r/k3.json"), &arena, &t, &err);

    assert(ok == (err.code == ERR_NONE));
    assert(ok || (err.code == ERR_INVALID && err.hint[0] && t.reply_count == 0));
    if (ok) {
        assert(t.id.len > 0 && t.author.len > 0 && t.text.len > 0);
        assert(utf8_valid(t.text, NULL) && utf8_valid(t.author, NULL));
        assert(t.kind < THREAD_KIND_COUNT && t.line >= 0 && t.revision >= 0);
        for (size_t i = 0; i < t.reply_count; i++)
            assert(t.replies[i].author.len > 0 && t.replies[i].text.len > 0);
    }
    arena_deinit(&arena);
    return 0;
}
