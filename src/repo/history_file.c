#include "repo/history_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"

enum { WINDOW_RECORDS = 512, NAME_HASH = 16, BOUNDARY_MAX = 16 << 20 };

/* A document is found by the hash of its name: names may be longer than a file's. An
 * extra work tree may stand on another branch, so it has its own. */
static Str table_path(const Repo *repo, Str path, Arena *arena)
{
    char hex[65];
    bool extra = strcmp(repo->folder, repo->common) != 0;
    Str name =
        extra ? arena_printf(arena, "%.*s\n%s", STR_ARG(path), repo->folder) : path;

    hash_hex(hash_sha256(name), NAME_HASH, hex);
    return arena_printf(arena, "%s/history/%s", repo->private_, hex);
}

uint32_t history_boundary(const Repo *repo)
{
    Arena arena = {0};
    StrBuf bytes = {0};
    Str path = path_join(&arena, str_from(repo->common), STR("shallow"));
    uint32_t sum = 0;

    if (file_read(path.ptr, BOUNDARY_MAX, &bytes, NULL))
        sum = hash_crc32(1, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
    return sum;
}

static bool read_at(int fd, size_t at, size_t size, StrBuf *out)
{
    strbuf_clear(out);
    strbuf_reserve(out, size);
    while (out->len < size) {
        ssize_t got =
            pread(fd, out->ptr + out->len, size - out->len, (off_t)(at + out->len));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        out->len += (size_t)got;
    }
    return true;
}

static bool write_at(int fd, size_t at, Str bytes)
{
    for (size_t done = 0; done < bytes.len;) {
        ssize_t put =
            pwrite(fd, bytes.ptr + done, bytes.len - done, (off_t)(at + done));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        done += (size_t)put;
    }
    return true;
}

/* All records are there and the last one is the one the head speaks of: what is
 * before it shows when it is read. */
static bool is_whole(HistoryFile *f)
{
    RevisionRecord last;
    struct stat st;

    if (fstat(f->fd, &st) != 0 || !S_ISREG(st.st_mode) ||
        (uint64_t)st.st_size < f->head.size + (uint64_t)f->head.count * RECORD_SIZE)
        return false;
    return f->head.count == 0 ||
           (history_file_record(f, f->head.count, &last) && last.check == f->head.last);
}

bool history_file_open(Repo *repo, Str path, Arena *arena, HistoryFile *out)
{
    Arena own = {0};
    StrBuf bytes = {0};
    int flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

    *out = (HistoryFile){.fd = open(table_path(repo, path, &own).ptr, flags)};
    bool ok = out->fd >= 0 &&
              read_at(out->fd, 0, TABLE_HEAD_SIZE + TABLE_NAMES_MAX, &bytes) &&
              table_head_read(strbuf_view(&bytes), arena, &out->head) &&
              str_eq(out->head.names[0], path) && is_whole(out);
    if (!ok)
        history_file_close(out);
    strbuf_deinit(&bytes);
    arena_deinit(&own);
    return ok;
}

void history_file_close(HistoryFile *f)
{
    if (f->fd >= 0)
        close(f->fd);
    strbuf_deinit(&f->window);
    *f = (HistoryFile){.fd = -1};
}

/* The window ends with the record that is asked for most often: the newest are read
 * first. It begins one record earlier, which vouches for the next. */
static bool move_window(HistoryFile *f, uint32_t number)
{
    uint32_t first = number > WINDOW_RECORDS ? number - WINDOW_RECORDS : 1;
    size_t count = number - first + 1;
    size_t at = f->head.size + (size_t)(first - 1) * RECORD_SIZE;

    f->first = first;
    return read_at(f->fd, at, count * RECORD_SIZE, &f->window) &&
           f->window.len == count * RECORD_SIZE;
}

static bool in_window(const HistoryFile *f, uint32_t number)
{
    return f->first > 0 && number >= f->first &&
           (size_t)(number - f->first + 1) * RECORD_SIZE <= f->window.len;
}

bool history_file_record(HistoryFile *f, uint32_t number, RevisionRecord *out)
{
    if (number == 0 || number > f->head.count)
        return false;
    if ((!in_window(f, number) || (number > 1 && !in_window(f, number - 1))) &&
        !move_window(f, number)) {
        f->first = 0;
        return false;
    }
    const char *record = f->window.ptr + (size_t)(number - f->first) * RECORD_SIZE;
    uint32_t before = number > 1 ? record_check(record - RECORD_SIZE) : 0;
    return record_read(record, number, before, f->head.name_count, out);
}

void history_file_append(HistoryFile *f, const TableHead *head, Str records)
{
    StrBuf bytes = {0};

    table_head_write(head, &bytes);
    /* Somebody else who adds the same adds the same bytes; who adds more does it
     * later, or we leave it to them. */
    if (bytes.len == f->head.size && flock(f->fd, LOCK_EX | LOCK_NB) == 0) {
        size_t end = f->head.size + (size_t)f->head.count * RECORD_SIZE;
        if (write_at(f->fd, end, records))
            (void)write_at(f->fd, 0, strbuf_view(&bytes));
        (void)flock(f->fd, LOCK_UN);
    }
    strbuf_deinit(&bytes);
}

void history_file_write(Repo *repo, Str path, const TableHead *head, Str records)
{
    Arena arena = {0};
    StrBuf bytes = {0};
    Error ignored = {0};

    table_head_write(head, &bytes);
    if (bytes.len <= TABLE_HEAD_SIZE + TABLE_NAMES_MAX) {
        strbuf_add(&bytes, records);
        /* What a power cut leaves of it does not pass its checks, and is made anew. */
        file_write_private_soon(table_path(repo, path, &arena).ptr, strbuf_view(&bytes),
                                &ignored);
    }
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
}

void history_file_remove(Repo *repo, Str path)
{
    Arena arena = {0};

    (void)unlink(table_path(repo, path, &arena).ptr);
    arena_deinit(&arena);
}
