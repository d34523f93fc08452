#include "repo/history_table.h"

#include <string.h>

#include "base/hash.h"
#include "base/little.h"

static const char MAGIC[16] = "prfaq history 1\n";

/* Where things stand in the head … */
enum {
    HEAD_ID = 16,
    HEAD_BOUNDARY = 36,
    HEAD_COUNT = 40,
    HEAD_LAST = 44,
    HEAD_NAMES = 48,
    HEAD_NAME_BYTES = 52,
    HEAD_AT = 56,
    HEAD_CHECK = 60
};
/* … and in a record. */
enum {
    AT_COMMIT = 0,
    AT_BLOB = 20,
    AT_SECONDS = 40,
    AT_OFFSET = 48,
    AT_NOTED = 50,
    AT_AUTHOR = 52,
    AT_PREVIOUS = 56,
    AT_MERGED = 60,
    AT_NAME = 64,
    AT_CHECK = 68
};

static uint32_t get32(const char *at)
{
    return (uint32_t)little_get(at, 4);
}

void table_head_write(const TableHead *head, StrBuf *out)
{
    char fixed[TABLE_HEAD_SIZE] = {0};
    StrBuf names = {0};

    for (size_t i = 0; i < head->name_count; i++) {
        strbuf_add(&names, head->names[i]);
        strbuf_addc(&names, '\0');
    }
    memcpy(fixed, MAGIC, sizeof MAGIC);
    memcpy(fixed + HEAD_ID, head->head, ID_SIZE);
    little_put(fixed + HEAD_BOUNDARY, head->boundary, 4);
    little_put(fixed + HEAD_COUNT, head->count, 4);
    little_put(fixed + HEAD_LAST, head->last, 4);
    little_put(fixed + HEAD_AT, head->at, 4);
    little_put(fixed + HEAD_NAMES, head->name_count, 4);
    little_put(fixed + HEAD_NAME_BYTES, names.len, 4);
    uint32_t check = hash_crc32(0, (Str){fixed, HEAD_CHECK});
    little_put(fixed + HEAD_CHECK, hash_crc32(check, strbuf_view(&names)), 4);
    strbuf_add(out, (Str){fixed, sizeof fixed});
    strbuf_add(out, strbuf_view(&names));
    strbuf_deinit(&names);
}

static bool read_names(Str bytes, size_t count, Arena *arena, TableHead *out)
{
    if (count == 0 || count > bytes.len || bytes.ptr[bytes.len - 1] != '\0')
        return false;
    Str *names = arena_array(arena, count, sizeof *names), rest = bytes;
    for (size_t i = 0; i < count; i++) {
        size_t end = str_find_byte(rest, '\0', 0);
        if (end == STR_NONE || end == 0)
            return false;
        names[i] = arena_str(arena, str_slice(rest, 0, end));
        rest = str_slice(rest, end + 1, rest.len);
    }
    out->names = names;
    out->name_count = count;
    return rest.len == 0;
}

bool table_head_read(Str bytes, Arena *arena, TableHead *out)
{
    *out = (TableHead){0};
    if (bytes.len < TABLE_HEAD_SIZE || memcmp(bytes.ptr, MAGIC, sizeof MAGIC) != 0)
        return false;
    size_t name_bytes = get32(bytes.ptr + HEAD_NAME_BYTES);
    if (name_bytes > TABLE_NAMES_MAX || name_bytes > bytes.len - TABLE_HEAD_SIZE)
        return false;
    Str names = str_slice(bytes, TABLE_HEAD_SIZE, TABLE_HEAD_SIZE + name_bytes);
    uint32_t check = hash_crc32(0, str_slice(bytes, 0, HEAD_CHECK));
    if (hash_crc32(check, names) != get32(bytes.ptr + HEAD_CHECK))
        return false;
    memcpy(out->head, bytes.ptr + HEAD_ID, ID_SIZE);
    out->boundary = get32(bytes.ptr + HEAD_BOUNDARY);
    out->count = get32(bytes.ptr + HEAD_COUNT);
    out->last = get32(bytes.ptr + HEAD_LAST);
    out->at = get32(bytes.ptr + HEAD_AT);
    out->size = TABLE_HEAD_SIZE + name_bytes;
    return out->count <= INT32_MAX / RECORD_SIZE && out->at <= out->count &&
           read_names(names, get32(bytes.ptr + HEAD_NAMES), arena, out);
}

void record_write(RevisionRecord *r, uint32_t before, StrBuf *out)
{
    char bytes[RECORD_SIZE] = {0};

    memcpy(bytes + AT_COMMIT, r->commit, ID_SIZE);
    memcpy(bytes + AT_BLOB, r->blob, ID_SIZE);
    little_put(bytes + AT_SECONDS, (uint64_t)r->time.seconds, 8);
    little_put(bytes + AT_OFFSET, (uint16_t)r->time.offset, 2);
    little_put(bytes + AT_NOTED, r->noted, 2);
    little_put(bytes + AT_AUTHOR, r->author, 4);
    little_put(bytes + AT_PREVIOUS, r->previous, 4);
    little_put(bytes + AT_MERGED, r->merged, 4);
    little_put(bytes + AT_NAME, r->name, 4);
    r->check = hash_crc32(before, (Str){bytes, AT_CHECK});
    little_put(bytes + AT_CHECK, r->check, 4);
    strbuf_add(out, (Str){bytes, sizeof bytes});
}

uint32_t record_check(const char *bytes)
{
    return get32(bytes + AT_CHECK);
}

bool record_read(const char *bytes, uint32_t number, uint32_t before, size_t name_count,
                 RevisionRecord *out)
{
    *out = (RevisionRecord){.check = record_check(bytes)};
    if (hash_crc32(before, (Str){bytes, AT_CHECK}) != out->check)
        return false;
    memcpy(out->commit, bytes + AT_COMMIT, ID_SIZE);
    memcpy(out->blob, bytes + AT_BLOB, ID_SIZE);
    out->time.seconds = (int64_t)little_get(bytes + AT_SECONDS, 8);
    out->time.offset = (int16_t)little_get(bytes + AT_OFFSET, 2);
    out->noted = bytes[AT_NOTED] != 0;
    out->author = get32(bytes + AT_AUTHOR);
    out->previous = get32(bytes + AT_PREVIOUS);
    out->merged = get32(bytes + AT_MERGED);
    out->name = get32(bytes + AT_NAME);
    return out->previous < number && out->merged < number && out->name < name_count;
}

void record_id(const unsigned char id[ID_SIZE], char hex[2 * ID_SIZE + 1])
{
    static const char digits[] = "0123456789abcdef";

    for (int i = 0; i < ID_SIZE; i++) {
        hex[2 * i] = digits[id[i] >> 4];
        hex[2 * i + 1] = digits[id[i] & 15];
    }
    hex[2 * ID_SIZE] = '\0';
}
