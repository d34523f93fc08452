#include "app/own_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include "app/own_pending.h"
#include "base/file.h"
#include "base/message.h"
#include "base/turn_wait.h"
#include "store/private.h"

enum {
    OWN_FILE_MAX = 16 << 20,
    TURN_STUCK_MS = 30000, /* who is before us may wait for a save of others */
};

static const char *full_path(Session *s, Str path)
{
    return path_join(&s->arena, s->workspace.root, path).ptr;
}

bool own_file_read(Session *s, Str path, StrBuf *out, Error *err)
{
    const char *full = full_path(s, path);

    return file_kind(full) == FILE_NONE || file_read(full, OWN_FILE_MAX, out, err);
}

static bool write_file(Session *s, const char *full, bool exists, Str bytes, Error *err)
{
    Str folder = arena_str(&s->arena, path_folder(str_from(full)));

    if (exists)
        return file_replace(full, bytes, err);
    return folder_make(folder.ptr, 0777, err) && file_create(full, bytes, err);
}

static bool commit(Session *s, Str path, Str bytes, const Writer *writer, Str message,
                   Error *err)
{
    Repo *repo = NULL;
    Revision revision;
    const CommitRequest request = {
        .path = path,
        .bytes = bytes,
        .message = message,
        .author = writer->person,
        .time = session_now(),
    };

    return session_repo(s, &repo, err) && repo_commit(repo, &request, &revision, err);
}

bool own_file_change(Session *s, Str path, Str bytes, const Writer *writer, Str message,
                     Error *err)
{
    const char *full = full_path(s, path);
    StrBuf before = {0};

    own_pending_recover(s);
    bool exists = file_kind(full) != FILE_NONE;
    bool ok = own_file_read(s, path, &before, err);
    OwnPending pending = {.fd = -1};
    if (ok)
        pending = own_pending_begin(s, path, bytes, writer, message);
    ok = ok && write_file(s, full, exists, bytes, err);

    if (ok && !commit(s, path, bytes, writer, message, err)) {
        /* What is in no revision shall not look as if it were. */
        if (exists)
            file_replace(full, strbuf_view(&before), NULL);
        else
            unlink(full);
        ok = false;
    }
    own_pending_end(&pending);
    strbuf_deinit(&before);
    return ok;
}

bool own_turn_take(Session *s, OwnTurn *out, Error *err)
{
    TurnWait wait;

    *out = (OwnTurn){-1};
    if (!session_need_workspace(s, err))
        return false;
    out->fd = private_open(s->workspace.private_, STR("own-files"), PRIVATE_ANY, err);
    if (out->fd < 0)
        return false;
    turn_wait_begin(&wait, out->fd, TURN_STUCK_MS);
    while (!private_lock(out->fd)) {
        if (!turn_wait(&wait)) {
            own_turn_end(out);
            error_set(err, ERR_STATE, _("another program is writing the review"));
            return error_hint(err, _("try again when it has ended"));
        }
    }
    (void)futimens(out->fd, NULL); /* the queue moves */
    return true;
}

void own_turn_end(OwnTurn *turn)
{
    if (turn->fd >= 0)
        close(turn->fd);
    turn->fd = -1;
}
