/* Any bytes: the reader ends, its places lie inside the file, and a value that
 * was written is read back, with every other value as before. */
#include <assert.h>
#include <stdint.h>

#include "store/config.h"
#include "store/config_scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_places(Str bytes, const ConfigScan *scan)
{
    size_t last = 0;

    for (size_t i = 0; i < scan->count; i++) {
        const ConfigEntry *e = &scan->entries[i];
        assert(e->span.start >= last && e->span.start < e->span.end);
        assert(e->span.end <= e->line_end && e->line_end <= bytes.len);
        assert(e->section == SIZE_MAX || e->section < scan->section_count);
        last = e->span.end;
    }
}

static void check_edit(Str bytes, Str value, Arena *arena)
{
    StrBuf out = {0};
    Config before = {0}, after = {0};
    Str read = {0};
    Error err = {0};

    if (config_edit(bytes, STR("fuzz.the sub.key"), value, &out, &err)) {
        assert(config_parse(bytes, STR("a"), arena, &before, &err));
        assert(config_parse(strbuf_view(&out), STR("b"), arena, &after, &err));
        assert(config_get(&after, STR("fuzz.the sub.key"), &read));
        assert(str_eq(read, value));
        assert(after.count == before.count || after.count == before.count + 1);
        strbuf_clear(&out);
        assert(config_edit(bytes, STR("fuzz.the sub.key"), (Str){0}, &out, &err));
        after = (Config){0};
        assert(config_parse(strbuf_view(&out), STR("c"), arena, &after, &err));
        assert(!config_get(&after, STR("fuzz.the sub.key"), &read));
    }
    strbuf_deinit(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {(const char *)data, size};
    Arena arena = {0};
    ConfigScan scan;
    Error err = {0};

    if (config_scan(bytes, STR("c"), &arena, &scan, &err))
        check_places(bytes, &scan);
    else
        assert(err.code == ERR_INVALID);
    size_t cut = size ? data[0] % (size + 1) : 0;
    Str value = str_slice(bytes, size - cut, size);
    check_edit(bytes, value.ptr ? value : STR(""), &arena);
    arena_deinit(&arena);
    return 0;
}
