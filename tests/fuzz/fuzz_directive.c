#include <assert.h>
#include <stdint.h>

#include "check/directive.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = {(const char *)data, size};
    Directive d = {0};
    Str id;

    if (!directive_parse(text, &d))
        return 0;
    assert(d.ids.len + d.reason.len <= size);
    assert(str_find(d.reason, STR("-->"), 0) == STR_NONE);
    assert(str_find_byte(d.ids, ':', 0) == STR_NONE);
    for (Str ids = d.ids; directive_next(&ids, &id);) {
        assert(id.len > 0 && str_find_byte(id, ',', 0) == STR_NONE);
        assert(str_eq(str_trim(id), id));
    }
    return 0;
}
