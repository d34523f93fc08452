#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/message.h"

enum { CHUNK = 64 * 1024 };

/* A folder, device, pipe or socket must be refused before it is opened: opening
 * a pipe waits, opening a tape rewinds. */
static bool refuse_odd(const struct stat *st, const char *path, Error *err)
{
    if (S_ISREG(st->st_mode))
        return true;
    if (S_ISDIR(st->st_mode)) {
        error_set(err, ERR_IO, _("cannot read \"%s\": it is a folder"), path);
        return error_hint(err, "%s", _("name a file in it"));
    }
    error_set(err, ERR_IO, _("cannot read \"%s\": it is not an ordinary file"), path);
    return error_hint(err, "%s", _("hand its text over as \"-\", standard input"));
}

/*   size  what is expected; there may be more or less */
static bool read_all(int fd, const char *path, size_t size, size_t max, StrBuf *out,
                     Error *err)
{
    size_t start = out->len;

    strbuf_reserve(out, size + 1); /* one more shows the end */
    for (;;) {
        if (out->cap - out->len < 2)
            strbuf_reserve(out, CHUNK);
        ssize_t got = read(fd, out->ptr + out->len, out->cap - out->len - 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            error_errno(err, _("cannot read \"%s\""), path);
            break;
        }
        if (got == 0) {
            strbuf_truncate(out, out->len);
            return true;
        }
        out->len += (size_t)got;
        if (out->len - start > max) {
            error_set(err, ERR_IO,
                      ngettext("cannot read \"%s\": it is larger than %zu MiB",
                               "cannot read \"%s\": it is larger than %zu MiB",
                               (unsigned long)(max >> 20)),
                      path, max >> 20);
            error_hint(err, "%s", _("keep pictures and data in files of their own"));
            break;
        }
    }
    strbuf_truncate(out, start);
    return false;
}

/* Files that the kernel writes, as those of /proc, have size 0. */
static size_t expected_size(const struct stat *st, size_t max)
{
    bool known = st->st_size > 0 && (uintmax_t)st->st_size <= max;

    return known ? (size_t)st->st_size : CHUNK;
}

bool file_read(const char *path, size_t max, StrBuf *out, Error *err)
{
    struct stat st;

    if (stat(path, &st) != 0)
        return error_errno(err, _("cannot read \"%s\""), path);
    if (!refuse_odd(&st, path, err))
        return false;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return error_errno(err, _("cannot read \"%s\""), path);
    /* Somebody may have put a pipe there since. */
    bool ok = false;
    if (fstat(fd, &st) != 0)
        error_errno(err, _("cannot read \"%s\""), path);
    else if (refuse_odd(&st, path, err))
        ok = read_all(fd, path, expected_size(&st, max), max, out, err);
    close(fd);
    return ok;
}

bool file_read_stdin(size_t max, StrBuf *out, Error *err)
{
    return read_all(STDIN_FILENO, _("standard input"), CHUNK, max, out, err);
}

FileKind file_kind(const char *path)
{
    struct stat st;

    if (stat(path, &st) != 0)
        return FILE_NONE;
    return S_ISREG(st.st_mode)   ? FILE_REGULAR
           : S_ISDIR(st.st_mode) ? FILE_FOLDER
                                 : FILE_OTHER;
}
