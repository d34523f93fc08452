#include "store/private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/message.h"

enum {
    NAME_BYTES = 180, /* with an ending it stays below the 255 of file systems */
    HASH_DIGITS = 16,
};

Str private_name(Str document, Arena *arena)
{
    StrBuf name = {0};
    char digits[65];

    for (size_t i = 0; i < document.len; i++) {
        unsigned char c = (unsigned char)document.ptr[i];
        bool dot = c == '.' && i == 0;
        if (c < 0x20 || c == 0x7F || c == '/' || c == '%' || c == '~' || dot)
            strbuf_addf(&name, "%%%02X", c);
        else
            strbuf_addc(&name, (char)c);
    }
    if (name.len > NAME_BYTES) {
        hash_hex(hash_sha256(document), HASH_DIGITS, digits);
        strbuf_truncate(&name, NAME_BYTES - HASH_DIGITS - 1);
        strbuf_addf(&name, "%%%s", digits);
    }
    Str copy = arena_str(arena, strbuf_view(&name));
    strbuf_deinit(&name);
    return copy;
}

static int open_folder(Str folder, Error *err)
{
    int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    int fd = open(folder.ptr, flags);

    if (fd >= 0 || errno != ENOENT)
        return fd;
    return folder_make(folder.ptr, 0700, err) ? open(folder.ptr, flags) : -1;
}

static bool is_ours(int fd)
{
    struct stat st;

    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid();
}

static int refuse(int fd, Str folder, Str name, Error *err)
{
    Arena arena = {0};
    int code = errno;
    Str path = path_join(&arena, folder, name);

    if (fd >= 0)
        close(fd);
    errno = code;
    if (code == EEXIST)
        error_set(err, ERR_STATE, _("\"%s\" exists already"), path.ptr);
    else
        error_errno(err, _("cannot write \"%s\""), path.ptr);
    arena_deinit(&arena);
    return -1;
}

int private_open(Str folder, Str name, PrivateOpen how, Error *err)
{
    int flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

    if (how != PRIVATE_OLD)
        flags |= O_CREAT | (how == PRIVATE_NEW ? O_EXCL : 0);
    if (how == PRIVATE_OLD && file_kind(folder.ptr) == FILE_NONE) {
        errno = ENOENT;
        return refuse(-1, folder, name, err);
    }
    int at = open_folder(folder, err);
    if (at < 0)
        return refuse(-1, folder, name, err);
    int fd = openat(at, name.ptr, flags, 0600);
    int code = errno;
    close(at);
    errno = code;
    if (fd < 0)
        return refuse(-1, folder, name, err);
    if (!is_ours(fd)) {
        errno = EPERM;
        return refuse(fd, folder, name, err);
    }
    return fd;
}

bool private_lock(int fd)
{
    return flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

bool private_hold(int fd)
{
    int failed;

    do
        failed = flock(fd, LOCK_EX);
    while (failed && errno == EINTR);
    return !failed;
}

bool private_is_named(int fd, Str folder, Str name)
{
    Arena arena = {0};
    struct stat open_file, named;
    Str path = path_join(&arena, folder, name);
    bool same = fstat(fd, &open_file) == 0 && open_file.st_nlink > 0 &&
                lstat(path.ptr, &named) == 0 && open_file.st_ino == named.st_ino &&
                open_file.st_dev == named.st_dev;

    arena_deinit(&arena);
    return same;
}

bool private_is_held(Str path)
{
    int fd = open(path.ptr, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (fd < 0)
        return false;
    bool held = flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    close(fd);
    return held;
}

static Str read_boot_id(Arena *arena)
{
    StrBuf bytes = {0};
    Str id = {0};

    if (file_read("/proc/sys/kernel/random/boot_id", 256, &bytes, NULL))
        id = arena_str(arena, str_trim(strbuf_view(&bytes)));
    strbuf_deinit(&bytes);
    return id;
}

void process_here(Arena *arena, Process *out)
{
    char name[256] = "";

    *out = (Process){.pid = (long)getpid(), .boot = read_boot_id(arena)};
    if (gethostname(name, sizeof name - 1) == 0)
        out->host = arena_str(arena, str_from(name));
    if (ttyname_r(STDIN_FILENO, name, sizeof name - 1) == 0)
        out->tty = arena_str(arena, str_from(name));
}

typedef struct Listing {
    Arena *arena;
    Str suffix;
    Str *names;
    size_t count, cap;
} Listing;

static bool add_name(void *ctx, const char *path, FileKind kind)
{
    Listing *l = ctx;
    Str name = str_from(path);

    if (kind == FILE_FOLDER)
        return false;
    if (kind == FILE_REGULAR && str_ends(name, l->suffix)) {
        l->names = arena_grow(l->arena, l->names, l->count, &l->cap, sizeof *l->names);
        l->names[l->count++] = arena_str(l->arena, name);
    }
    return true;
}

const Str *private_list(Str folder, Str suffix, Arena *arena, size_t *count)
{
    Listing l = {.arena = arena, .suffix = suffix};

    if (folder.len > 0 && file_kind(folder.ptr) == FILE_FOLDER)
        folder_walk(folder.ptr, add_name, &l, NULL);
    *count = l.count;
    return l.names;
}
