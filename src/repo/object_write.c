/* Objects that are written together.
 *
 * A new object waits in "objects/tmp_obj_prfaq_…" for objects_sync(): then the bytes of
 * all are synced, each gets its name, and the folders the names are in are synced. So
 * no name ever stands for bytes that a power cut can take. libgit2 syncs one object
 * after the other, and each waits for the disk on its own. */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zlib.h>

#include "base/file.h"
#include "base/message.h"
#include "repo/git.h"
#include "repo/sync_many.h"

enum { FRESH_MAX = 64, HEX = 40, TRIES = 20 };

struct FreshObject {
    git_oid id;
    git_object_t type;
    StrBuf bytes;
    StrBuf temp; /* its file; empty: it has its name already, and is only synced */
    int fd;
};

/* "objects/ab" of the object, and its path below it. */
static Str folder_of(const Repo *repo, const git_oid *id, Arena *arena)
{
    char hex[HEX + 1];

    git_oid_tostr(hex, sizeof hex, id);
    return arena_printf(arena, "%s/objects/%.2s", repo->common, hex);
}

static Str path_of(const Repo *repo, const git_oid *id, Arena *arena)
{
    char hex[HEX + 1];

    git_oid_tostr(hex, sizeof hex, id);
    return path_join(arena, folder_of(repo, id, arena), str_from(hex + 2));
}

static bool not_written(const Repo *repo, int code, Error *err)
{
    StrBuf path = {0};

    strbuf_addf(&path, "%s/objects", repo->common);
    errno = code;
    error_errno(err, _("cannot write into \"%s\""), strbuf_cstr(&path));
    strbuf_deinit(&path);
    return false;
}

static const FreshObject *find_fresh(const Repo *repo, const git_oid *id)
{
    for (size_t i = 0; i < repo->fresh_count; i++)
        if (git_oid_equal(&repo->fresh[i].id, id))
            return &repo->fresh[i];
    return NULL;
}

bool object_fresh_read(const Repo *repo, const git_oid *id, git_object_t *type,
                       Str *bytes)
{
    const FreshObject *object = find_fresh(repo, id);

    if (!object || object->temp.len == 0)
        return false;
    *type = object->type;
    *bytes = strbuf_view(&object->bytes);
    return true;
}

static FreshObject *add_fresh(Repo *repo, const git_oid *id, git_object_t type, int fd)
{
    if (!repo->fresh)
        repo->fresh = mem_alloc(FRESH_MAX * sizeof *repo->fresh);
    FreshObject *object = &repo->fresh[repo->fresh_count++];
    *object = (FreshObject){.id = *id, .type = type, .fd = fd};
    return object;
}

/* -- bytes ---------------------------------------------------------------- */

static bool deflate_part(z_stream *z, Str part, int flush)
{
    /* zlib only reads from it. */
    z->next_in = (Bytef *)(uintptr_t)part.ptr;
    z->avail_in = (uInt)part.len;
    int rc = deflate(z, flush);
    return flush == Z_FINISH ? rc == Z_STREAM_END : rc == Z_OK && z->avail_in == 0;
}

/* As git keeps a loose object: header and bytes, packed quickly. */
static bool pack(git_object_t type, Str bytes, StrBuf *out)
{
    char head[64];
    z_stream z = {0};

    int len =
        snprintf(head, sizeof head, "%s %zu", git_object_type2string(type), bytes.len);
    if (len <= 0 || deflateInit(&z, Z_BEST_SPEED) != Z_OK)
        return false;
    Str header = {head, (size_t)len + 1}; /* with its NUL */
    size_t most = deflateBound(&z, (uLong)(header.len + bytes.len));
    strbuf_reserve(out, most);
    z.next_out = (Bytef *)out->ptr;
    z.avail_out = (uInt)most;
    bool ok = deflate_part(&z, header, Z_NO_FLUSH) && deflate_part(&z, bytes, Z_FINISH);
    out->len = most - z.avail_out;
    deflateEnd(&z);
    return ok;
}

static bool write_all(int fd, Str bytes)
{
    while (bytes.len > 0) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes = str_slice(bytes, (size_t)put, bytes.len);
    }
    return true;
}

static int open_temp(const Repo *repo, StrBuf *path)
{
    unsigned long long dice = 0;
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

    if (getrandom(&dice, sizeof dice, 0) != (ssize_t)sizeof dice)
        return -1;
    strbuf_addf(path, "%s/objects/" OBJECT_TEMP "%016llx", repo->common, dice);
    return open(strbuf_cstr(path), flags, 0444);
}

static bool write_temp(Repo *repo, git_object_t type, Str bytes, const git_oid *id,
                       Error *err)
{
    StrBuf path = {0}, packed = {0};
    int fd = open_temp(repo, &path);
    bool ok =
        fd >= 0 && pack(type, bytes, &packed) && write_all(fd, strbuf_view(&packed));
    int code = errno;

    strbuf_deinit(&packed);
    if (ok) {
        FreshObject *object = add_fresh(repo, id, type, fd);
        strbuf_add(&object->bytes, bytes);
        object->temp = path;
        return true;
    }
    if (fd >= 0) {
        close(fd);
        (void)unlink(strbuf_cstr(&path));
    }
    strbuf_deinit(&path);
    return not_written(repo, code, err);
}

/* It is there: git must not take it for forgotten, and whoever wrote it may not have
 * synced it. */
static bool use_again(Repo *repo, git_object_t type, Str bytes, const git_oid *id,
                      Error *err)
{
    git_oid written;
    Arena arena = {0};

    if (git_odb_write(&written, repo->odb, bytes.ptr, bytes.len, type) != 0)
        return git_failed(err, _("the revision cannot be written"));
    int fd = open(path_of(repo, id, &arena).ptr, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0)
        add_fresh(repo, id, type, fd);
    arena_deinit(&arena);
    return true;
}

bool object_write(Repo *repo, git_object_t type, Str bytes, git_oid *id, Error *err)
{
    const Str data = {bytes.len ? bytes.ptr : "", bytes.len};

    if (git_odb_hash(id, data.ptr, data.len, type) != 0)
        return git_failed(err, _("the revision cannot be written"));
    if (find_fresh(repo, id))
        return true;
    if (repo->fresh_count == FRESH_MAX && !objects_sync(repo, NULL, 0, err))
        return false;
    object_drop_damaged(repo, id);
    if (git_odb_exists_ext(repo->odb, id, GIT_ODB_LOOKUP_NO_REFRESH))
        return use_again(repo, type, data, id, err);
    return write_temp(repo, type, data, id, err);
}

/* -- names ---------------------------------------------------------------- */

static bool give_name(const Repo *repo, FreshObject *object, Arena *arena, bool *made)
{
    Str path = path_of(repo, &object->id, arena);

    if (object->temp.len == 0)
        return true;
    /* git removes folders that got empty, at any moment. */
    for (int i = 0; rename(strbuf_cstr(&object->temp), path.ptr) != 0; i++) {
        if (errno != ENOENT || i == TRIES ||
            (mkdir(folder_of(repo, &object->id, arena).ptr, 0777) != 0 &&
             errno != EEXIST))
            return false;
        *made = true;
    }
    strbuf_clear(&object->temp);
    return true;
}

/* The folder of each object once, and "objects" when it got one. */
static bool sync_folders(const Repo *repo, bool made, Arena *arena)
{
    int fds[FRESH_MAX + 1];
    bool seen[256] = {false}, ok = true;
    size_t count = 0;
    int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

    for (size_t i = 0; ok && i < repo->fresh_count; i++) {
        const git_oid *id = &repo->fresh[i].id;
        if (seen[id->id[0]])
            continue;
        seen[id->id[0]] = true;
        fds[count] = open(folder_of(repo, id, arena).ptr, flags);
        ok = fds[count] >= 0;
        count += ok;
    }
    if (ok && made) {
        fds[count] =
            open(path_join(arena, str_from(repo->common), STR("objects")).ptr, flags);
        ok = fds[count] >= 0;
        count += ok;
    }
    int code = ok ? sync_many(fds, count) : errno;
    while (count > 0)
        close(fds[--count]);
    errno = code;
    return ok && code == 0;
}

static bool name_all(const Repo *repo, Error *err)
{
    Arena arena = {0};
    bool made = false, ok = true;

    for (size_t i = 0; ok && i < repo->fresh_count; i++)
        ok = give_name(repo, &repo->fresh[i], &arena, &made);
    ok = ok && sync_folders(repo, made, &arena);
    int code = errno;
    arena_deinit(&arena);
    return ok || not_written(repo, code, err);
}

bool objects_sync(Repo *repo, const int *also, size_t also_count, Error *err)
{
    int fds[FRESH_MAX + OBJECTS_ALSO_MAX];
    size_t count = 0;

    for (size_t i = 0; i < repo->fresh_count; i++)
        fds[count++] = repo->fresh[i].fd;
    for (size_t i = 0; i < also_count && i < OBJECTS_ALSO_MAX; i++)
        fds[count++] = also[i];
    int code = sync_many(fds, count);
    bool ok = code == 0 ? name_all(repo, err) : not_written(repo, code, err);
    objects_forget(repo);
    return ok;
}

void objects_forget(Repo *repo)
{
    for (size_t i = 0; i < repo->fresh_count; i++) {
        FreshObject *object = &repo->fresh[i];
        if (object->temp.len > 0)
            (void)unlink(strbuf_cstr(&object->temp));
        close(object->fd);
        strbuf_deinit(&object->temp);
        strbuf_deinit(&object->bytes);
    }
    mem_free(repo->fresh);
    repo->fresh = NULL;
    repo->fresh_count = 0;
}
