#include "repo/kept.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/little.h"
#include "repo/git.h"

/* A record: the key, how long the answer is, the checksum of both and of the answer,
 * the answer. */
enum { MARK_SIZE = 16, HEAD_SIZE = 16, NAME_HASH = 16, KEPT_MAX = 64 << 20 };

static const char MARK[MARK_SIZE + 1] = "prfaq kept 1   \n";

static uint32_t check_of(const char *head, Str answer)
{
    return hash_crc32(hash_crc32(0, (Str){head, 12}), answer);
}

bool kept_next(const Kept *k, size_t *at, uint64_t *key, Str *out)
{
    size_t start = *at ? *at : MARK_SIZE;

    if (k->bytes.len < start + HEAD_SIZE)
        return false;
    const char *head = k->bytes.ptr + start;
    size_t size = (size_t)little_get(head + 8, 4);
    if (size > k->bytes.len - start - HEAD_SIZE)
        return false;
    *key = little_get(head, 8);
    *out = (Str){head + HEAD_SIZE, size};
    *at = start + HEAD_SIZE + size;
    return true;
}

static bool is_sound(Str answer)
{
    const char *head = answer.ptr - HEAD_SIZE;

    return little_get(head + 12, 4) == check_of(head, answer);
}

bool kept_find(const Kept *k, uint64_t key, Str *out)
{
    size_t at = 0;
    uint64_t found;
    Str answer;
    bool any = false;

    while (kept_next(k, &at, &found, &answer)) {
        if (found != key || !is_sound(answer))
            continue;
        *out = answer;
        any = true;
    }
    return any;
}

void kept_forget(Kept *k)
{
    strbuf_clear(&k->bytes);
    strbuf_add(&k->bytes, (Str){MARK, MARK_SIZE});
    k->read = 0;
    k->anew = true;
}

/* Where the last whole record ends. */
static size_t whole(const Kept *k)
{
    size_t at = 0;
    uint64_t key;
    Str answer;

    while (kept_next(k, &at, &key, &answer))
        continue;
    return at ? at : MARK_SIZE;
}

void kept_open(Repo *repo, const char *kind, Str document, Kept *out)
{
    char hex[65];

    *out = (Kept){0};
    hash_hex(hash_sha256(document), NAME_HASH, hex);
    out->path = arena_printf(&out->arena, "%s/%s/%s", repo->private_, kind, hex);
    bool ok = file_kind(out->path.ptr) == FILE_REGULAR &&
              file_read(out->path.ptr, KEPT_MAX, &out->bytes, NULL) &&
              out->bytes.len >= MARK_SIZE &&
              memcmp(out->bytes.ptr, MARK, MARK_SIZE) == 0;
    if (!ok || whole(out) != out->bytes.len) {
        size_t end = ok ? whole(out) : 0;
        if (ok)
            strbuf_truncate(&out->bytes, end);
        else
            kept_forget(out);
        out->anew = true;
    }
    out->read = out->bytes.len;
}

void kept_add(Kept *k, uint64_t key, Str answer)
{
    char head[HEAD_SIZE];

    if (k->bytes.len + HEAD_SIZE + answer.len > KEPT_MAX)
        return;
    little_put(head, key, 8);
    little_put(head + 8, answer.len, 4);
    little_put(head + 12, check_of(head, answer), 4);
    strbuf_add(&k->bytes, (Str){head, HEAD_SIZE});
    strbuf_add(&k->bytes, answer);
}

size_t kept_size(const Kept *k)
{
    return k->bytes.len;
}

/* Whoever else adds to the file does so between our reading and our writing: then it
 * is theirs. */
static void append(const Kept *k)
{
    struct stat st;
    int fd = open(k->path.ptr, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &st) == 0 &&
        S_ISREG(st.st_mode) && (size_t)st.st_size == k->read)
        (void)!pwrite(fd, k->bytes.ptr + k->read, k->bytes.len - k->read,
                      (off_t)k->read);
    close(fd);
}

void kept_flush(Kept *k)
{
    Error ignored = {0};

    if (k->path.len == 0 || k->bytes.len <= k->read + (k->read == 0 ? MARK_SIZE : 0))
        return;
    if (k->anew)
        file_write_private(k->path.ptr, strbuf_view(&k->bytes), &ignored);
    else
        append(k);
    k->read = k->bytes.len;
    k->anew = false;
}

void kept_close(Kept *k)
{
    kept_flush(k);
    strbuf_deinit(&k->bytes);
    arena_deinit(&k->arena);
    *k = (Kept){0};
}
