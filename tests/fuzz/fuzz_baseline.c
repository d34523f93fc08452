#include <assert.h>
#include <stdint.h>

#include "check/baseline.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = {(const char *)data, size};
    Arena arena = {0};
    Baseline first = {0}, again = {0};
    Error err = {0};
    const BaselineScope none = {0};
    StrBuf out = {0};

    bool sound = baseline_parse(text, STR("b.tsv"), &arena, &first, &err);
    assert(sound == (err.code == ERR_NONE));
    /* What is written reads as what was written. */
    baseline_write(&first, &none, STR("r"), (Date){2027, 3, 2}, &arena, &out);
    Str written = arena_str(&arena, strbuf_view(&out));
    assert(baseline_parse(written, STR("b.tsv"), &arena, &again, NULL));
    assert(again.count <= first.count);
    strbuf_clear(&out);
    baseline_write(&again, &none, STR("r"), (Date){2027, 3, 2}, &arena, &out);
    assert(str_eq(strbuf_view(&out), written));
    strbuf_deinit(&out);
    arena_deinit(&arena);
    return 0;
}
