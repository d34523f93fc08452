#include "repo/index.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "repo/saving.h"

enum {
    INDEX_MAX = 512 << 20,
    INDEX_WAIT_MS = 1000,
    LOCK_OLD_SECONDS = 60, /* nobody works that long: waiting is in vain */
};

static bool lock_is_old(const char *path)
{
    struct stat st;
    time_t now = time(NULL);
    return lstat(path, &st) == 0 && st.st_mtime + LOCK_OLD_SECONDS < now;
}

static bool take_lock(const char *path)
{
    int64_t start = saving_clock_ms();
    int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

    for (int attempt = 0;; attempt++) {
        int fd = open(path, flags, 0666);
        if (fd >= 0) {
            close(fd);
            return true;
        }
        if (errno != EEXIST || lock_is_old(path) ||
            !saving_wait(start, INDEX_WAIT_MS, attempt))
            return false;
    }
}

static bool copy_index(const IndexUpdate *update)
{
    StrBuf bytes = {0};
    Error err = {0};
    const char *copy = strbuf_cstr(&update->changed);
    bool ok = false;

    (void)unlink(copy);
    if (!file_read(strbuf_cstr(&update->target), INDEX_MAX, &bytes, &err)) {
        strbuf_deinit(&bytes);
        return err.code == ERR_NOT_FOUND; /* no index yet: start with none */
    }
    int fd = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd >= 0) {
        FILE *f = fdopen(fd, "w");
        ok = f && fwrite(bytes.ptr, 1, bytes.len, f) == bytes.len;
        ok = (f ? fclose(f) : close(fd)) == 0 && ok;
    }
    strbuf_deinit(&bytes);
    return ok;
}

/* When the file on disk has the bytes just saved, its times go into the entry so
 * that git need not read it again; else git finds out for itself. */
static void fill_times(const Repo *repo, Str path, Str bytes, git_index_entry *entry)
{
    StrBuf full = {0}, now = {0};
    struct stat st;

    entry->ctime = entry->mtime = (git_index_time){0};
    entry->dev = entry->ino = entry->uid = entry->gid = entry->file_size = 0;
    strbuf_addf(&full, "%s/%.*s", repo->root, STR_ARG(path));
    if (lstat(strbuf_cstr(&full), &st) == 0 && S_ISREG(st.st_mode) &&
        (size_t)st.st_size == bytes.len &&
        file_read(strbuf_cstr(&full), bytes.len, &now, NULL) &&
        str_eq(strbuf_view(&now), bytes)) {
        entry->ctime.seconds = (int32_t)st.st_ctim.tv_sec;
        entry->ctime.nanoseconds = (uint32_t)st.st_ctim.tv_nsec;
        entry->mtime.seconds = (int32_t)st.st_mtim.tv_sec;
        entry->mtime.nanoseconds = (uint32_t)st.st_mtim.tv_nsec;
        entry->dev = (uint32_t)st.st_dev;
        entry->ino = (uint32_t)st.st_ino;
        entry->uid = st.st_uid;
        entry->gid = st.st_gid;
        entry->file_size = (uint32_t)st.st_size;
    }
    strbuf_deinit(&full);
    strbuf_deinit(&now);
}

/* Adding a file removes entries that stand where its folders must be, and those
 * below it: somebody else's staged work. */
static bool stands_in_the_way(git_index *index, const char *path)
{
    char *part = mem_strdup(path);
    bool blocked = false;
    size_t at = 0;

    for (char *slash = strchr(part, '/'); slash && !blocked;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        blocked = git_index_get_bypath(index, part, 0) != NULL;
        *slash = '/';
    }
    mem_free(part);
    char *below = mem_alloc(strlen(path) + 2);
    memcpy(below, path, strlen(path));
    below[strlen(path)] = '/';
    blocked = blocked || git_index_find_prefix(&at, index, below) == 0;
    mem_free(below);
    return blocked;
}

static bool has_conflict(git_index *index, const char *path)
{
    const git_index_entry *ancestor, *ours, *theirs;
    return git_index_conflict_get(&ancestor, &ours, &theirs, index, path) == 0;
}

/* libgit2 does not sync an index. */
int index_unsynced(const IndexUpdate *update)
{
    if (!update->ready || update->synced)
        return -1;
    return open(strbuf_cstr(&update->changed), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}

void index_synced(IndexUpdate *update, int fd, bool ok)
{
    if (fd < 0)
        return;
    close(fd);
    update->synced = ok;
}

static bool sync_copy(IndexUpdate *update)
{
    int fd = index_unsynced(update);

    index_synced(update, fd, fd >= 0 && fsync(fd) == 0);
    return update->synced;
}

static bool change_entry(Repo *repo, git_index *index, const IndexChange *change,
                         bool *conflict)
{
    char *path = mem_str(change->path);
    bool ok = false;

    *conflict = has_conflict(index, path);
    if (*conflict) {
        ok = false;
    } else if (!change->blob.found) {
        int rc = git_index_remove(index, path, 0);
        ok = rc == 0 || rc == GIT_ENOTFOUND;
    } else if (!stands_in_the_way(index, path)) {
        git_index_entry entry = {.path = path};
        const git_index_entry *old = git_index_get_bypath(index, path, 0);
        if (old)
            entry = *old;
        entry.flags_extended &= (uint16_t)~GIT_INDEX_ENTRY_INTENT_TO_ADD;
        entry.mode = change->blob.mode;
        entry.id = change->blob.id;
        fill_times(repo, change->path, change->bytes, &entry);
        ok = git_index_add(index, &entry) == 0;
    }
    mem_free(path);
    return ok;
}

static bool change_copy(Repo *repo, const IndexChange *changes, size_t count,
                        IndexUpdate *update)
{
    git_index *index = NULL;
    bool ok = true;

    if (git_index_open(&index, strbuf_cstr(&update->changed)) < 0)
        return false;
    for (size_t i = 0; ok && i < count; i++)
        ok = change_entry(repo, index, &changes[i], &update->conflict);
    ok = ok && git_index_write(index) == 0;
    git_index_free(index);
    return ok;
}

void index_prepare(Repo *repo, Str path, const TreeEntry *blob, Str bytes,
                   IndexUpdate *out)
{
    const IndexChange change = {path, *blob, bytes};

    index_prepare_all(repo, &change, 1, out);
}

void index_prepare_all(Repo *repo, const IndexChange *changes, size_t count,
                       IndexUpdate *out)
{
    Str tree = path_base(str_from(repo->folder));
    bool main_tree = strcmp(repo->folder, repo->common) == 0;

    *out = (IndexUpdate){.asked = true};
    strbuf_addf(&out->lock, "%s/index.lock", repo->folder);
    strbuf_addf(&out->target, "%s/index", repo->folder);
    strbuf_addf(&out->changed, "%s/index%s%.*s", repo->private_, main_tree ? "" : "-",
                main_tree ? 0 : (int)tree.len, tree.ptr);
    if (!take_lock(strbuf_cstr(&out->lock)))
        return;
    /* We are alone: what lies here is from a process that was killed. */
    StrBuf stale = {0};
    strbuf_addf(&stale, "%s.lock", strbuf_cstr(&out->changed));
    (void)unlink(strbuf_cstr(&stale));
    strbuf_deinit(&stale);

    out->ready = copy_index(out) && change_copy(repo, changes, count, out);
    if (!out->ready) {
        (void)unlink(strbuf_cstr(&out->changed));
        (void)unlink(strbuf_cstr(&out->lock));
    }
}

bool index_commit(IndexUpdate *update)
{
    if (!update->ready || !sync_copy(update))
        return false;
    /* The lock is never missing until the index is in its place. */
    if (rename(strbuf_cstr(&update->changed), strbuf_cstr(&update->lock)) != 0 ||
        rename(strbuf_cstr(&update->lock), strbuf_cstr(&update->target)) != 0)
        return false;
    update->ready = false;
    return true;
}

void index_release(IndexUpdate *update)
{
    if (update->ready) {
        (void)unlink(strbuf_cstr(&update->changed));
        (void)unlink(strbuf_cstr(&update->lock));
    }
    strbuf_deinit(&update->lock);
    strbuf_deinit(&update->target);
    strbuf_deinit(&update->changed);
    *update = (IndexUpdate){0};
}
