#include "repo/reference.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"

enum { HEX = GIT_OID_HEXSZ };

static bool write_whole(int fd, Str bytes)
{
    ssize_t put;

    do
        put = write(fd, bytes.ptr, bytes.len);
    while (put < 0 && errno == EINTR);
    return put == (ssize_t)bytes.len;
}

/* A branch is one of the repository, a HEAD without one is that of the work tree. */
static const char *place_of(const Repo *repo, const Head *head)
{
    return head->detached ? repo->folder : repo->common;
}

ReferenceLock reference_lock(Repo *repo, const Head *head, Arena *arena,
                             ReferenceMove *out)
{
    struct stat st;
    git_oid now;
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

    *out = (ReferenceMove){.repo = repo, .head = head, .fd = -1};
    if (head->unborn)
        return REFERENCE_ODD;
    out->path = path_join(arena, str_from(place_of(repo, head)), head->reference);
    out->lock = arena_printf(arena, "%.*s.lock", STR_ARG(out->path));
    if (lstat(out->path.ptr, &st) == 0 && !S_ISREG(st.st_mode))
        return REFERENCE_ODD;
    out->fd = open(out->lock.ptr, flags, 0666);
    if (out->fd < 0)
        return errno == EEXIST ? REFERENCE_BUSY : REFERENCE_ODD;
    if (git_reference_name_to_id(&now, repo->git, head->reference.ptr) == 0 &&
        git_oid_equal(&now, &head->id))
        return REFERENCE_LOCKED;
    reference_unlock(out);
    return REFERENCE_MOVED;
}

bool reference_write(ReferenceMove *move, const git_oid *to, Error *err)
{
    char line[HEX + 2];

    move->to = *to;
    git_oid_tostr(line, sizeof line, to);
    line[HEX] = '\n';
    return write_whole(move->fd, (Str){line, HEX + 1}) ||
           error_errno(err, _("cannot write \"%s\""), move->lock.ptr);
}

/* -- the reflog ----------------------------------------------------------- */

/* Are reflogs begun here? "always" is a word of it that is neither true nor false. */
static bool logs_are_kept(Repo *repo)
{
    git_config *config = NULL;
    int kept = 1;

    if (git_repository_config(&config, repo->git) == 0 &&
        git_config_get_bool(&kept, config, "core.logallrefupdates") != 0)
        kept = 1;
    git_config_free(config);
    return kept != 0;
}

/*   returns  -1 when there is none to write to, which is no mistake; its errno is 0 */
static int open_log(Repo *repo, Str path)
{
    Arena arena = {0};
    int flags = O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC;
    int fd = open(path.ptr, flags);

    if (fd < 0 && errno == ENOENT) {
        errno = 0;
        if (logs_are_kept(repo) &&
            folder_make(arena_str(&arena, path_folder(path)).ptr, 0777, NULL))
            fd = open(path.ptr, flags | O_CREAT, 0666);
    } else if (fd < 0 && errno == ELOOP) {
        errno = 0; /* a link out of somebody else's repository is not followed */
    }
    int code = errno;
    arena_deinit(&arena);
    errno = code;
    return fd;
}

/* A line that does not fit is taken back: it would spoil the next one. */
static bool append(Repo *repo, Str path, Str line, Error *err)
{
    struct stat st;
    int fd = open_log(repo, path);

    if (fd < 0)
        return errno == 0 || error_errno(err, _("cannot write \"%s\""), path.ptr);
    bool ok = fstat(fd, &st) == 0 && write_whole(fd, line);
    if (!ok) {
        error_errno(err, _("cannot write \"%s\""), path.ptr);
        (void)!ftruncate(fd, st.st_size);
    }
    close(fd);
    return ok;
}

static bool write_logs(const ReferenceMove *move, const Person *who, Moment time,
                       Str what, Error *err)
{
    Arena arena = {0};
    StrBuf line = {0};
    char from[HEX + 1], to[HEX + 1];
    Repo *repo = move->repo;
    int away = abs(time.offset);

    git_oid_tostr(from, sizeof from, &move->head->id);
    git_oid_tostr(to, sizeof to, &move->to);
    strbuf_addf(&line, "%s %s %.*s <%.*s> %lld %c%02d%02d\t%.*s\n", from, to,
                STR_ARG(who->name), STR_ARG(who->email),
                time.seconds < 0 ? 0LL : (long long)time.seconds,
                time.offset < 0 ? '-' : '+', away / 60, away % 60, STR_ARG(what));
    Str own = arena_printf(&arena, "%s/logs/%.*s", place_of(repo, move->head),
                           STR_ARG(move->head->reference));
    Str head = arena_printf(&arena, "%s/logs/HEAD", repo->folder);
    bool ok = append(repo, own, strbuf_view(&line), err) &&
              (move->head->detached || append(repo, head, strbuf_view(&line), err));
    strbuf_deinit(&line);
    arena_deinit(&arena);
    return ok;
}

/* -- the move ------------------------------------------------------------- */

static bool sync_folder(Str path)
{
    Arena arena = {0};
    int fd = open(arena_str(&arena, path_folder(path)).ptr,
                  O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;

    if (fd >= 0)
        close(fd);
    arena_deinit(&arena);
    return ok;
}

ReferenceEnd reference_move(ReferenceMove *move, const Person *who, Moment time,
                            Str what, Error *err)
{
    if (!write_logs(move, who, time, what, err))
        return REFERENCE_FAILED;
    if (rename(move->lock.ptr, move->path.ptr) != 0) {
        error_errno(err, _("cannot write \"%s\""), move->path.ptr);
        return REFERENCE_FAILED;
    }
    close(move->fd);
    move->fd = -1;
    return sync_folder(move->path) ? REFERENCE_DONE : REFERENCE_UNSYNCED;
}

void reference_unlock(ReferenceMove *move)
{
    if (move->fd < 0)
        return;
    (void)unlink(move->lock.ptr);
    close(move->fd);
    move->fd = -1;
}
