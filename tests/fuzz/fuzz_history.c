/* Any bytes as a table of revisions: what is taken is bounded by them, and what the
 * writer makes is read back; one byte changed anywhere is noticed. */
#include <assert.h>
#include <string.h>

#include "repo/history_table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_any(Str bytes, Arena *arena)
{
    TableHead head;
    RevisionRecord record;
    uint32_t before = 0;

    if (!table_head_read(bytes, arena, &head))
        return;
    assert(head.size <= bytes.len && head.name_count > 0);
    for (size_t i = 0, at = head.size; i < head.count && at + RECORD_SIZE <= bytes.len;
         i++, at += RECORD_SIZE) {
        if (!record_read(bytes.ptr + at, (uint32_t)i + 1, before, head.name_count,
                         &record))
            return;
        assert(record.previous <= i && record.merged <= i);
        assert(record.name < head.name_count);
        before = record.check;
    }
}

static void write_and_read(const uint8_t *data, size_t size, Arena *arena)
{
    const Str names[] = {STR("a.md"), STR("b/a.md")};
    TableHead head = {.names = names, .name_count = 2}, again;
    RevisionRecord record = {.noted = size & 1}, back;
    StrBuf out = {0};

    memcpy(record.commit, data, size < ID_SIZE ? size : ID_SIZE);
    memcpy(head.head, record.commit, ID_SIZE);
    record.time = (Moment){(int64_t)size * (data[0] % 2 ? -1 : 1), data[0] - 128};
    record.previous = data[0];
    record.name = 1;
    head.count = 300;
    table_head_write(&head, &out);
    size_t at = out.len;
    record_write(&record, data[0], &out);
    assert(table_head_read(strbuf_view(&out), arena, &again) && again.size == at);
    assert(str_eq(again.names[1], names[1]) && again.count == 300);
    assert(record_read(out.ptr + at, 300, data[0], 2, &back));
    assert(memcmp(back.commit, record.commit, ID_SIZE) == 0);
    assert(back.time.seconds == record.time.seconds && back.noted == record.noted);
    assert(back.time.offset == record.time.offset && back.name == 1);
    size_t wrong = size * 7 % out.len;
    out.ptr[wrong] ^= 1;
    assert(wrong < at ? !table_head_read(strbuf_view(&out), arena, &again)
                      : !record_read(out.ptr + at, 300, data[0], 2, &back));
    strbuf_deinit(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};

    read_any((Str){(const char *)data, size}, &arena);
    if (size > 0)
        write_and_read(data, size, &arena);
    arena_deinit(&arena);
    return 0;
}
