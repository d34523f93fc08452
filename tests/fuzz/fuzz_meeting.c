#include <assert.h>
#include <stdint.h>

#include "review/meeting.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = {(const char *)data, size};
    Arena arena = {0};
    Meeting m;
    Error err = {0};
    bool ok =
        meeting_read(text, STR("2027-03-02-lantern.md"), STR("m.md"), &arena, &m, &err);

    assert(ok == (err.code == ERR_NONE));
    assert(ok || err.hint[0]);
    if (ok) {
        assert(m.document.len > 0 || text.len > 0);
        assert(m.outcome < OUTCOME_COUNT && m.revision >= 0);
        assert(m.date.year == 0 || date_valid(m.date));
        assert(m.decides || (m.outcome == OUTCOME_NONE && m.owner.len == 0));
        meeting_names_day(text);
    }
    arena_deinit(&arena);
    return 0;
}
