#include "app/look.h"

#include "app/service.h"
#include "base/file.h"

void look_note(const Session *s, LastCommit *last)
{
    last->id[0] = '\0';
    if (s->repo)
        repo_last(s->repo, last->id);
}

static bool is_moved(const Session *s, LastCommit *last)
{
    LastCommit now = {{0}};

    if (!s->repo || !last->id[0])
        return false;
    look_note(s, &now);
    bool moved = !str_eq(str_from(now.id), str_from(last->id));
    *last = now;
    return moved;
}

static bool read_file(const Effect *effect, Arena *arena, Str *out, Error *err)
{
    StrBuf bytes = {0};
    DocumentRef ref = {.path = effect->path, .name = path_base(effect->path)};
    Str path = arena_str(arena, effect->path);

    bool ok = file_read(path.ptr, FILE_MAX, &bytes, err);
    *out = arena_str(arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok && (str_eq(*out, effect->seen) || service_bytes_ok(&ref, *out, err));
}

Msg look_outside(Session *s, const Effect *effect, LastCommit *last, Arena *arena)
{
    Msg msg = {.type = MSG_LOOKED, .effect = EFFECT_LOOK};
    Error err = {0};

    msg.moved = is_moved(s, last);
    if (file_kind(arena_str(arena, effect->path).ptr) == FILE_NONE) {
        msg.gone = true;
        return msg;
    }
    if (!read_file(effect, arena, &msg.bytes, &err))
        return (Msg){.type = MSG_FAILED, .effect = EFFECT_LOOK, .error = err};
    msg.unchanged = str_eq(msg.bytes, effect->seen);
    return msg;
}
