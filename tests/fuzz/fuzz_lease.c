/* Any bytes as a lease: every value is one that could be written, without a NUL. */
#include <assert.h>
#include <stdint.h>

#include "store/lease.h"
#include "store/records.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_value(Str value, Arena *arena)
{
    StrBuf line = {0};

    assert(value.len == 0 || !memchr(value.ptr, '\0', value.len) ||
           value.ptr[value.len] == '\0');
    records_add_field("key", value, &line);
    assert(str_eq(records_field(strbuf_view(&line), "key", arena), value) ||
           (value.len > 0 && memchr(value.ptr, '\0', value.len)));
    strbuf_deinit(&line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {(const char *)data, size};
    Arena arena = {0};
    LeaseHolder holder;

    if (lease_parse(bytes, &arena, &holder)) {
        check_value(holder.person, &arena);
        check_value(holder.process.host, &arena);
        check_value(holder.process.tty, &arena);
    }
    check_value(bytes, &arena);
    arena_deinit(&arena);
    return 0;
}
