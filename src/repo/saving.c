#include "repo/saving.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "base/turn_wait.h"

enum {
    SLEEP_FIRST_MS = 2,
    SLEEP_LAST_MS = 64,
    /* A save is over, one way or the other, before this. */
    LEFTOVER_SECONDS = 60,
};

int64_t saving_clock_ms(void)
{
    struct timespec now = {0};

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool saving_wait(int64_t start_ms, int limit_ms, int attempt)
{
    int most = attempt < 5 ? SLEEP_FIRST_MS << attempt : SLEEP_LAST_MS;
    unsigned char dice = 0;

    if (saving_clock_ms() - start_ms >= limit_ms)
        return false;
    (void)!getrandom(&dice, sizeof dice, 0);
    long long ns = (long long)most * 500000 * (1 + dice / 255.0);
    struct timespec nap = {.tv_nsec = (long)ns};
    nanosleep(&nap, NULL);
    return true;
}

/* The folder git locks the index and HEAD in is one per work tree; so is ours. */
static Str lock_path(const Repo *repo, Arena *arena)
{
    Str name = STR("saving");

    if (strcmp(repo->folder, repo->common) != 0)
        name = arena_printf(arena, "saving-%.*s",
                            STR_ARG(path_base(str_from(repo->folder))));
    return path_join(arena, str_from(repo->private_), name);
}

static bool take_turn(int fd)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    TurnWait wait;

    turn_wait_begin(&wait, fd, SAVING_STUCK_MS);
    while (fcntl(fd, F_SETLK, &lock) != 0)
        if ((errno != EACCES && errno != EAGAIN && errno != EINTR) || !turn_wait(&wait))
            return false;
    return true;
}

/* Remove a lock file that came into being while the dead save was under way. */
static void remove_leftover(const char *path, time_t began)
{
    struct stat st;

    if (lstat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
        st.st_mtime >= began - 1 && st.st_mtime <= began + LEFTOVER_SECONDS)
        (void)unlink(path);
}

/* The file names the reference that was to be moved, and the file that was saved. It
 * may come with somebody else's repository, so it only ever names a lock inside this
 * one. */
static void clean_up(const Repo *repo, Saving *saving, const struct stat *st,
                     Arena *arena)
{
    char bytes[PATH_MAX + 1024];
    ssize_t len = pread(saving->fd, bytes, sizeof bytes, 0);
    Str rest = len > 0 ? (Str){bytes, (size_t)len} : (Str){0}, reference = {0};

    (void)str_next_line(&rest, &reference);
    if (rest.len > 0 && git_path_ok(rest, NULL))
        saving->cut = mem_str(rest);

    remove_leftover(path_join(arena, str_from(repo->folder), STR("index.lock")).ptr,
                    st->st_mtime);
    remove_leftover(path_join(arena, str_from(repo->folder), STR("HEAD.lock")).ptr,
                    st->st_mtime);
    if (str_starts(reference, STR("refs/heads/")) && git_path_ok(reference, NULL))
        remove_leftover(
            arena_printf(arena, "%s/%.*s.lock", repo->common, STR_ARG(reference)).ptr,
            st->st_mtime);
}

/* A process killed while it writes an object leaves it under another name, which git
 * itself never removes. A file nobody has written to for so long has no writer. */
static void remove_half_objects(const Repo *repo, Arena *arena)
{
    Str folder = path_join(arena, str_from(repo->common), STR("objects"));
    DIR *entries = opendir(folder.ptr);
    time_t latest = time(NULL) - LEFTOVER_SECONDS;
    struct dirent *e;
    struct stat st;

    while (entries && (e = readdir(entries)))
        if ((str_starts(str_from(e->d_name), STR(OBJECT_TEMP)) ||
             str_starts(str_from(e->d_name), STR("tmp_object_git2_"))) &&
            fstatat(dirfd(entries), e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(st.st_mode) && st.st_uid == geteuid() && st.st_mtime < latest)
            (void)unlinkat(dirfd(entries), e->d_name, 0);
    if (entries)
        closedir(entries);
}

static bool write_all(int fd, Str bytes)
{
    for (size_t at = 0; at < bytes.len;) {
        ssize_t put = pwrite(fd, bytes.ptr + at, bytes.len - at, (off_t)at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += (size_t)put;
    }
    return true;
}

static bool announce(Repo *repo, Saving *saving, Str reference, Arena *arena)
{
    int fd = saving->fd;
    struct stat st;

    if (fstat(fd, &st) != 0)
        return false;
    if (st.st_size > 0)
        clean_up(repo, saving, &st, arena);
    remove_half_objects(repo, arena);
    return ftruncate(fd, 0) == 0 && write_all(fd, reference);
}

static bool make_private_folder(const Repo *repo, Error *err)
{
    struct stat st;

    if (!folder_make(repo->private_, 0700, err))
        return false;
    if (lstat(repo->private_, &st) == 0 && S_ISDIR(st.st_mode))
        return true;
    return error_set(err, ERR_IO, _("\"%s\" is not a folder of prfaq's"),
                     repo->private_);
}

bool saving_begin(Repo *repo, Str reference, Saving *out, Error *err)
{
    Arena arena = {0};
    Str path = lock_path(repo, &arena);
    bool ok = false;

    *out = (Saving){.fd = -1};
    if (!make_private_folder(repo, err))
        goto out;
    int flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    out->fd = open(path.ptr, flags, 0600);
    if (out->fd < 0) {
        error_errno(err, _("cannot open \"%s\""), path.ptr);
    } else if (!take_turn(out->fd)) {
        error_set(err, ERR_STATE, _("another save is still under way in \"%s\""),
                  repo->root);
        error_hint(err, _("try again when it has ended"));
    } else if (!announce(repo, out, reference, &arena)) {
        error_errno(err, _("cannot write \"%s\""), path.ptr);
    } else {
        ok = true;
    }
    if (!ok && out->fd >= 0) {
        close(out->fd);
        out->fd = -1;
    }
out:
    arena_deinit(&arena);
    return ok;
}

void saving_about(const Saving *saving, Str reference, Str path)
{
    StrBuf said = {0};

    strbuf_addf(&said, "%.*s\n%.*s", STR_ARG(reference), STR_ARG(path));
    /* Without it only the index is not mended. */
    (void)write_all(saving->fd, strbuf_view(&said));
    strbuf_deinit(&said);
}

void saving_end(Saving *saving)
{
    mem_free(saving->cut);
    saving->cut = NULL;
    if (saving->fd < 0)
        return;
    /* When this fails the next save looks for left-overs and finds none. */
    (void)!ftruncate(saving->fd, 0);
    close(saving->fd);
    saving->fd = -1;
}
