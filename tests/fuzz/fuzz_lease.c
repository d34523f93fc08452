/* Any bytes as a lease: what has no NUL in it is read as it was written. */
#include <assert.h>
#include <stdint.h>

#include "store/lease.h"
#include "store/records.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_value(Str value, Arena *arena)
{
    StrBuf line = {0};

    records_add_field("key", value, &line);
    assert(str_find_byte(value, '\0', 0) != STR_NONE ||
           str_eq(records_field(strbuf_view(&line), "key", arena), value));
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
