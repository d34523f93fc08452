/* Writing. A reader, a crash or a power cut sees the old bytes or the new ones,
 * never a mixture: the new bytes go into a file beside the old one, are synced,
 * and take its name. Where that cannot be (hard links, a folder or an owner that
 * is not ours) the file is written in place, and until that is done a synced
 * private copy of the new text lies in the state folder. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/message.h"

enum {
    LINKS_MAX = 40,         /* as in the kernel */
    SWEEP_MAX = 2000,       /* entries looked at for left-over files */
    LEFT_OVER_SECONDS = 60, /* … that nobody writes to any more */
    XATTR_LIST = 8192,      /* bytes of names copied */
    XATTR_MOST = 64 * 1024, /* of a value: the largest the kernel knows */
    NAME_SIZE = 32,         /* of a temporary file */
};

#define TEMP_PREFIX ".prfaq-"
#define TEMP_SUFFIX ".tmp"

/* The file a write goes to: links are resolved, so `name` is no link. */
typedef struct Target {
    const char *shown; /* path for messages */
    Arena arena;
    Str folder, name;
    int folder_fd; /* -1 before it was opened */
    int old_fd;    /* -1: the file does not exist */
    struct stat st;
} Target;

static bool write_failed(const Target *t, Error *err)
{
    return error_errno(err, _("cannot write \"%s\""), t->shown);
}

static bool write_all(int fd, Str bytes, off_t at)
{
    while (bytes.len > 0) {
        ssize_t put = pwrite(fd, bytes.ptr, bytes.len, at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0) {
            if (put == 0)
                errno = ENOSPC;
            return false;
        }
        bytes = str_slice(bytes, (size_t)put, bytes.len);
        at += put;
    }
    return true;
}

static void target_close(Target *t)
{
    int code = errno;

    if (t->old_fd >= 0)
        close(t->old_fd);
    if (t->folder_fd >= 0)
        close(t->folder_fd);
    arena_deinit(&t->arena);
    errno = code;
}

/* Follow links by hand: realpath() fails for one that points to a file which
 * does not exist yet, and that file is the one to make. */
static bool follow_links(Target *t, const char *path)
{
    Str at = arena_str(&t->arena, str_from(path));
    char link[PATH_MAX];

    for (int i = 0; i < LINKS_MAX; i++) {
        ssize_t len = readlink(at.ptr, link, sizeof link);
        if (len < 0) {
            t->folder = arena_str(&t->arena, path_folder(at));
            t->name = arena_str(&t->arena, path_base(at));
            return true;
        }
        at = path_join(&t->arena, path_folder(at), (Str){link, (size_t)len});
    }
    errno = ELOOP;
    return false;
}

/* Open the old file, or find that there is none. Nothing but an ordinary file
 * that may be written is let through; root is held to the mode bits as well. */
static bool open_old(Target *t, Error *err)
{
    if (fstatat(t->folder_fd, t->name.ptr, &t->st, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT || write_failed(t, err);
    if (S_ISDIR(t->st.st_mode))
        return error_set(err, ERR_IO, _("cannot write \"%s\": it is a folder"),
                         t->shown);
    if (!S_ISREG(t->st.st_mode))
        return error_set(err, ERR_IO,
                         _("cannot write \"%s\": it is not an ordinary file"),
                         t->shown);
    if (faccessat(t->folder_fd, t->name.ptr, W_OK, AT_EACCESS) != 0 ||
        !(t->st.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH))) {
        error_set(err, ERR_IO, _("cannot write \"%s\": it is read-only"), t->shown);
        return error_hint(err, _("allow writing with: chmod u+w \"%s\""), t->shown);
    }
    int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    t->old_fd = openat(t->folder_fd, t->name.ptr, flags);
    if (t->old_fd < 0 || fstat(t->old_fd, &t->st) != 0)
        return write_failed(t, err);
    if (!S_ISREG(t->st.st_mode))
        return error_set(err, ERR_IO,
                         _("cannot write \"%s\": it is not an ordinary file"),
                         t->shown);
    return true;
}

/* On success the caller must target_close(). */
static bool target_open(Target *t, const char *path, Error *err)
{
    *t = (Target){.shown = path, .folder_fd = -1, .old_fd = -1};
    bool ok = follow_links(t, path);
    if (ok) {
        t->folder_fd = open(t->folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        ok = t->folder_fd >= 0;
    }
    if (!ok)
        write_failed(t, err);
    else
        ok = open_old(t, err);
    if (!ok)
        target_close(t);
    return ok;
}

/* The kernel lock on a temporary file says that its writer is alive: it goes away
 * with the process. False when sweep() was faster. */
static bool temp_claim(int fd)
{
    struct stat st;

    if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return false;
    return fstat(fd, &st) == 0 && st.st_nlink > 0;
}

/* A new file of a name nobody can guess; -1 and errno on failure. */
static int temp_open(int folder_fd, mode_t mode, char name[NAME_SIZE])
{
    for (int i = 0; i < 100; i++) {
        unsigned long long random = 0;
        if (getrandom(&random, sizeof random, 0) != (ssize_t)sizeof random)
            return -1;
        snprintf(name, NAME_SIZE, TEMP_PREFIX "%016llx" TEMP_SUFFIX, random);
        int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
        int fd = openat(folder_fd, name, flags, mode);
        if (fd < 0 && errno != EEXIST)
            return -1;
        if (fd >= 0 && temp_claim(fd))
            return fd;
        if (fd >= 0)
            close(fd);
    }
    errno = EEXIST;
    return -1;
}

static void temp_drop(int folder_fd, int fd, const char *name)
{
    int code = errno;

    if (fd >= 0)
        close(fd);
    unlinkat(folder_fd, name, 0);
    errno = code;
}

bool file_is_left_over(Str name)
{
    return name.len == sizeof TEMP_PREFIX - 1 + 16 + sizeof TEMP_SUFFIX - 1 &&
           str_starts(name, STR(TEMP_PREFIX)) && str_ends(name, STR(TEMP_SUFFIX));
}

/*   latest  files written to after it are left alone */
static void sweep_one(int folder_fd, const char *name, time_t latest)
{
    struct stat st;

    if (fstatat(folder_fd, name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
        !S_ISREG(st.st_mode) || st.st_uid != geteuid() || st.st_mtime > latest)
        return;
    int fd = openat(folder_fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder_fd, name, 0);
    close(fd);
}

/* Remove what killed processes left in the folder. */
static void sweep_until(int folder_fd, time_t latest)
{
    int fd = openat(folder_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);

    if (!dir) {
        if (fd >= 0)
            close(fd);
        return;
    }
    struct dirent *e = readdir(dir);
    for (int i = 0; e && i < SWEEP_MAX; i++, e = readdir(dir))
        if (file_is_left_over(str_from(e->d_name)))
            sweep_one(folder_fd, e->d_name, latest);
    closedir(dir);
}

/* The lock tells whether its writer lives: on one machine no time needs to pass. */
static void sweep(int folder_fd)
{
    struct timespec now = {0};

    clock_gettime(CLOCK_REALTIME, &now);
    sweep_until(folder_fd, now.tv_sec + LEFT_OVER_SECONDS);
}

void folder_sweep(const char *path)
{
    struct timespec now = {0};
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    clock_gettime(CLOCK_REALTIME, &now);
    if (fd >= 0) {
        sweep_until(fd, now.tv_sec - LEFT_OVER_SECONDS);
        close(fd);
    }
}

/* The attributes people see (user.*) and access lists must arrive; the others
 * are the system's business. */
static bool copy_attribute(int from, int to, const char *name)
{
    char *value = mem_alloc(XATTR_MOST);
    ssize_t size = fgetxattr(from, name, value, XATTR_MOST);
    bool copied = size >= 0 && fsetxattr(to, name, value, (size_t)size, 0) == 0;
    bool needed =
        !strncmp(name, "user.", 5) || !strcmp(name, "system.posix_acl_access");

    mem_free(value);
    return copied || !needed;
}

static bool copy_attributes(int from, int to)
{
    char names[XATTR_LIST];
    ssize_t len = flistxattr(from, names, sizeof names);

    if (len < 0)
        return errno == ENOTSUP;
    /* The folder may hand an access list to new files that the old one lacks. */
    (void)fremovexattr(to, "system.posix_acl_access");
    for (char *name = names; name < names + len; name += strlen(name) + 1)
        if (!copy_attribute(from, to, name))
            return false;
    return true;
}

/* Give the new file the nature of the old one. fchown clears set-user-id bits
 * and an access list changes the mode, so the mode comes last. */
static bool copy_nature(const Target *t, int fd)
{
    struct stat now;

    if (fstat(fd, &now) != 0)
        return false;
    if ((now.st_uid != t->st.st_uid || now.st_gid != t->st.st_gid) &&
        fchown(fd, t->st.st_uid, t->st.st_gid) != 0)
        return false;
    return copy_attributes(t->old_fd, fd) && fchmod(fd, t->st.st_mode & 07777) == 0;
}

static bool sync_name(const Target *t, Error *err)
{
    if (fsync(t->folder_fd) == 0)
        return true;
    return error_errno(err,
                       _("\"%s\" was written, but it is not yet safe from a power cut"),
                       t->shown);
}

static bool in_place_instead(int code)
{
    return code == EACCES || code == EPERM || code == EROFS;
}

typedef enum Outcome { OUTCOME_DONE, OUTCOME_FAILED, OUTCOME_IN_PLACE } Outcome;

static Outcome replace_beside(const Target *t, Str bytes, Error *err)
{
    char temp[NAME_SIZE];
    bool exists = t->old_fd >= 0;

    if (exists && t->st.st_nlink > 1)
        return OUTCOME_IN_PLACE;
    int fd = temp_open(t->folder_fd, exists ? 0600 : 0666, temp);
    if (fd < 0) {
        if (exists && in_place_instead(errno))
            return OUTCOME_IN_PLACE;
        write_failed(t, err);
        return OUTCOME_FAILED;
    }
    if (exists && !copy_nature(t, fd)) {
        temp_drop(t->folder_fd, fd, temp);
        return OUTCOME_IN_PLACE;
    }
    bool written = write_all(fd, bytes, 0);
    if (!written || fsync(fd) != 0 ||
        renameat(t->folder_fd, temp, t->folder_fd, t->name.ptr) != 0) {
        /* A sticky folder keeps others from replacing what is not theirs. */
        bool other_way = written && exists && in_place_instead(errno);
        temp_drop(t->folder_fd, fd, temp);
        if (other_way)
            return OUTCOME_IN_PLACE;
        write_failed(t, err);
        return OUTCOME_FAILED;
    }
    close(fd);
    return sync_name(t, err) ? OUTCOME_DONE : OUTCOME_FAILED;
}

/* "$XDG_STATE_HOME/prfaq/unsaved", or false without a home. */
static bool rescue_folder(Arena *arena, Str *out)
{
    Str state = str_from(getenv("XDG_STATE_HOME"));
    Str home = str_from(getenv("HOME"));

    if (!str_starts(state, STR("/"))) {
        if (!str_starts(home, STR("/")))
            return false;
        state = path_join(arena, home, STR(".local/state"));
    }
    *out = path_join(arena, state, STR("prfaq/unsaved"));
    return true;
}

/* A synced copy of the new text, private, whose path goes to *copy. */
static bool rescue_write(Target *t, Str bytes, Str *copy, Error *err)
{
    Str folder = {0};
    unsigned long long random = 0;

    if (!rescue_folder(&t->arena, &folder)) {
        error_set(err, ERR_IO,
                  _("cannot write \"%s\": it must be written in place, and there is no "
                    "home folder for a safety copy"),
                  t->shown);
        return error_hint(err, _("set HOME or XDG_STATE_HOME"));
    }
    if (getrandom(&random, sizeof random, 0) != (ssize_t)sizeof random)
        return write_failed(t, err);
    *copy = arena_printf(&t->arena, "%.*s/%016llx-%.*s", STR_ARG(folder), random,
                         STR_ARG(t->name));
    return file_write_private(copy->ptr, bytes, err);
}

/* What is beyond the old end is written first: only that can run out of space,
 * and cutting it off again restores the old file. */
static bool overwrite(int fd, Str bytes, size_t old_len)
{
    size_t head = bytes.len < old_len ? bytes.len : old_len;

    return write_all(fd, str_slice(bytes, head, bytes.len), (off_t)head) &&
           write_all(fd, str_slice(bytes, 0, head), 0) &&
           ftruncate(fd, (off_t)bytes.len) == 0 && fsync(fd) == 0;
}

static bool replace_in_place(Target *t, Str bytes, Error *err)
{
    StrBuf old = {0};
    Str copy = {0};
    bool ok = false;

    if (!file_read(t->shown, (size_t)-1 >> 1, &old, err))
        return false;
    if (!rescue_write(t, bytes, &copy, err))
        goto out;
    int fd = openat(t->folder_fd, t->name.ptr, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) {
        write_failed(t, err);
        unlink(copy.ptr);
        goto out;
    }
    ok = overwrite(fd, bytes, old.len);
    if (!ok) {
        write_failed(t, err);
        bool restored = write_all(fd, strbuf_view(&old), 0) &&
                        ftruncate(fd, (off_t)old.len) == 0 && fsync(fd) == 0;
        if (!restored)
            error_hint(err, _("a complete copy of the new text is in \"%s\""),
                       copy.ptr);
        else
            unlink(copy.ptr);
    } else {
        unlink(copy.ptr);
    }
    close(fd);
out:
    strbuf_deinit(&old);
    return ok;
}

bool file_replace(const char *path, Str bytes, Error *err)
{
    Target t;

    if (!target_open(&t, path, err))
        return false;
    Outcome outcome = replace_beside(&t, bytes, err);
    bool ok = outcome == OUTCOME_DONE;
    if (outcome == OUTCOME_IN_PLACE)
        ok = replace_in_place(&t, bytes, err);
    else
        sweep(t.folder_fd);
    target_close(&t);
    return ok;
}

static bool create_failed(const Target *t, Error *err)
{
    if (errno == EEXIST)
        return error_set(err, ERR_STATE, _("\"%s\" exists already"), t->shown);
    return write_failed(t, err);
}

/* For a file system without hard links. */
static bool create_directly(const Target *t, Str bytes, Error *err)
{
    int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int fd = openat(t->folder_fd, t->name.ptr, flags, 0666);

    if (fd < 0)
        return create_failed(t, err);
    if (!write_all(fd, bytes, 0) || fsync(fd) != 0) {
        write_failed(t, err);
        temp_drop(t->folder_fd, fd, t->name.ptr);
        return false;
    }
    close(fd);
    return sync_name(t, err);
}

/* A link never replaces: the name appears once, and with all its bytes. */
static bool create_linked(const Target *t, Str bytes, Error *err)
{
    char temp[NAME_SIZE];
    int fd = temp_open(t->folder_fd, 0666, temp);

    if (fd < 0)
        return write_failed(t, err);
    bool written = write_all(fd, bytes, 0) && fsync(fd) == 0;
    bool linked =
        written && linkat(t->folder_fd, temp, t->folder_fd, t->name.ptr, 0) == 0;
    temp_drop(t->folder_fd, fd, temp);
    if (linked)
        return sync_name(t, err);
    if (written && (errno == EPERM || errno == ENOTSUP || errno == ENOSYS))
        return create_directly(t, bytes, err);
    return create_failed(t, err);
}

bool file_create(const char *path, Str bytes, Error *err)
{
    Target t = {.shown = path, .folder_fd = -1, .old_fd = -1};

    t.folder = arena_str(&t.arena, path_folder(str_from(path)));
    t.name = arena_str(&t.arena, path_base(str_from(path)));
    t.folder_fd = open(t.folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = t.folder_fd >= 0 ? create_linked(&t, bytes, err) : write_failed(&t, err);
    target_close(&t);
    return ok;
}

/* A private folder that is a link may lead anywhere: it is refused. */
static bool open_private_folder(Target *t, Error *err)
{
    if (file_kind(t->folder.ptr) != FILE_FOLDER &&
        !folder_make(t->folder.ptr, 0700, err))
        return false;
    int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    t->folder_fd = open(t->folder.ptr, flags);
    return t->folder_fd >= 0 || write_failed(t, err);
}

typedef enum Durable { DURABLE_NOW, DURABLE_SOON } Durable;

static bool write_private(const char *path, Str bytes, Durable durable, Error *err)
{
    Target t = {.shown = path, .folder_fd = -1, .old_fd = -1};
    char temp[NAME_SIZE];
    bool ok = false;

    t.folder = arena_str(&t.arena, path_folder(str_from(path)));
    t.name = arena_str(&t.arena, path_base(str_from(path)));
    if (!open_private_folder(&t, err))
        goto out;
    int fd = temp_open(t.folder_fd, 0600, temp);
    if (fd < 0) {
        write_failed(&t, err);
        goto out;
    }
    if (!write_all(fd, bytes, 0) || (durable == DURABLE_NOW && fsync(fd) != 0) ||
        renameat(t.folder_fd, temp, t.folder_fd, t.name.ptr) != 0) {
        write_failed(&t, err);
        temp_drop(t.folder_fd, fd, temp);
        goto out;
    }
    close(fd);
    ok = durable == DURABLE_SOON || sync_name(&t, err);
    sweep(t.folder_fd);
out:
    target_close(&t);
    return ok;
}

bool file_write_private(const char *path, Str bytes, Error *err)
{
    return write_private(path, bytes, DURABLE_NOW, err);
}

bool file_write_private_soon(const char *path, Str bytes, Error *err)
{
    return write_private(path, bytes, DURABLE_SOON, err);
}
