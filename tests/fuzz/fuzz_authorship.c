/* Two texts after a third: the runs tile the text, name revisions that there are, and
 * are the same when they were kept. Any bytes may be read as kept ones. */
#include <assert.h>
#include <stdint.h>

#include "diff/authorship.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_runs(const Authorship *by, size_t length, uint32_t most)
{
    uint32_t end = 0;

    for (size_t i = 0; i < by->count; i++) {
        assert(by->runs[i].end > end);
        assert(by->runs[i].revision >= 1 && by->runs[i].revision <= most);
        end = by->runs[i].end;
    }
    assert(end == length);
}

static void keep_and_read(const Authorship *by, size_t length, uint32_t most,
                          Arena *arena)
{
    StrBuf bytes = {0};
    Authorship back;

    authorship_write(by, &bytes);
    assert(authorship_read(strbuf_view(&bytes), length, most, arena, &back));
    assert(back.count == by->count);
    strbuf_deinit(&bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Str all = {(const char *)data, size}, rest = all, texts[3] = {{0}};
    AuthoredText now = {0}, before;
    Authorship any;

    for (int i = 0; i < 3; i++)
        str_next_field(&rest, '\1', &texts[i]);
    before = now;
    for (uint32_t i = 0; i < 3; i++) {
        Authorship by;
        authorship_next(&now, texts[i], i + 1, LANG_EN, &arena, &by);
        check_runs(&by, texts[i].len, i + 1);
        keep_and_read(&by, texts[i].len, i + 1, &arena);
        if (i == 2) {
            authorship_join(&before, texts[i], i + 1, LANG_EN, &arena, &by);
            check_runs(&by, texts[i].len, i + 1);
        }
        before = now;
        now = (AuthoredText){texts[i], by};
    }
    if (authorship_read(all, size / 2, 9, &arena, &any))
        check_runs(&any, size / 2, 9);
    arena_deinit(&arena);
    return 0;
}
