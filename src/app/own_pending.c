#include "app/own_pending.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "store/private.h"

enum { NOTE_MAX = 64 << 10, FILE_MOST = 16 << 20, PATH_DIGITS = 24, ALL_DIGITS = 64 };

#define NOTE_SUFFIX ".note"

typedef struct Note {
    Str path, hash; /* of the file, and of what it is to hold */
    Person person;
    Moment time;
    Str message;
} Note;

static Str folder_of(const Session *s, Arena *arena)
{
    return path_join(arena, s->workspace.private_, STR("pending"));
}

/* -- the note ---------------------------------------------------------------------- */

static void write_note(int fd, const Note *n)
{
    StrBuf text = {0};

    strbuf_addf(&text, "path %.*s\nhash %.*s\nname %.*s\nemail %.*s\ntime %lld %d\n",
                STR_ARG(n->path), STR_ARG(n->hash), STR_ARG(n->person.name),
                STR_ARG(n->person.email), (long long)n->time.seconds, n->time.offset);
    strbuf_addf(&text, "\n%.*s", STR_ARG(n->message));
    for (size_t at = 0; at < text.len;) {
        ssize_t n_written = write(fd, text.ptr + at, text.len - at);
        if (n_written <= 0)
            break;
        at += (size_t)n_written;
    }
    strbuf_deinit(&text);
}

static bool take(Str line, Str key, Str *out)
{
    if (!str_starts(line, key))
        return false;
    *out = str_slice(line, key.len, line.len);
    return true;
}

static bool read_note(Str text, Note *out)
{
    Str line, time = {0};

    *out = (Note){0};
    while (str_next_line(&text, &line) && line.len > 0)
        if (!take(line, STR("path "), &out->path) &&
            !take(line, STR("hash "), &out->hash) &&
            !take(line, STR("name "), &out->person.name) &&
            !take(line, STR("email "), &out->person.email))
            take(line, STR("time "), &time);
    out->message = text;
    char number[64] = "";
    memcpy(number, time.ptr ? time.ptr : "",
           time.len < sizeof number ? time.len : sizeof number - 1);
    char *end = number;
    out->time.seconds = strtoll(number, &end, 10);
    out->time.offset = (int)strtol(end, NULL, 10);
    /* Only our own files, wherever a note says they are. */
    return str_starts(out->path, STR(".prfaq/")) &&
           str_find(out->path, STR(".."), 0) == STR_NONE && out->person.name.len > 0 &&
           out->hash.len == ALL_DIGITS && out->time.seconds > 0;
}

OwnPending own_pending_begin(Session *s, Str path, Str bytes, const Writer *writer,
                             Str message)
{
    char name[65], all[65];
    OwnPending pending = {.fd = -1};
    Error ignored = {0};

    hash_hex(hash_sha256(path), PATH_DIGITS, name);
    hash_hex(hash_sha256(bytes), ALL_DIGITS, all);
    Str folder = folder_of(s, &s->arena);
    Str file = arena_printf(&s->arena, "%s" NOTE_SUFFIX, name);
    pending.fd = private_open(folder, file, PRIVATE_ANY, &ignored);
    pending.path = path_join(&s->arena, folder, file);
    if (pending.fd < 0)
        return pending;
    /* Another one writes the same file, or has just taken its note away. */
    if (!private_lock(pending.fd) || !private_is_named(pending.fd, folder, file)) {
        close(pending.fd);
        pending.fd = -1;
        return pending;
    }
    const Note note = {path, str_from(all), writer->person, session_now(), message};
    if (ftruncate(pending.fd, 0) == 0)
        write_note(pending.fd, &note);
    return pending;
}

void own_pending_end(OwnPending *pending)
{
    if (pending->fd < 0)
        return;
    unlink(pending->path.ptr);
    close(pending->fd);
    pending->fd = -1;
}

/* -- bringing in ------------------------------------------------------------------- */

/* Is it committed now, or was it never written?  false: it has to wait. */
static bool bring_in(Session *s, const Note *note, Str bytes)
{
    Repo *repo = NULL;
    RepoFile state;
    Revision revision;
    char all[65];
    const CommitRequest request = {.path = note->path,
                                   .bytes = bytes,
                                   .message = note->message,
                                   .author = note->person,
                                   .time = note->time};

    hash_hex(hash_sha256(bytes), ALL_DIGITS, all);
    if (!str_eq(note->hash, str_from(all)))
        return true;
    if (!session_repo(s, &repo, NULL) ||
        !repo_compare(repo, note->path, bytes, &state, NULL))
        return false;
    if (state != REPO_FILE_SAME)
        return repo_commit(repo, &request, &revision, NULL);
    repo_settle_index(repo, note->path);
    return true;
}

static void recover(Session *s, Str folder, Str name, Arena *arena)
{
    StrBuf text = {0}, bytes = {0};
    Str path = path_join(arena, folder, name);
    int fd = private_open(folder, name, PRIVATE_OLD, NULL);
    Note note;

    if (fd < 0)
        return;
    if (private_lock(fd) && private_is_named(fd, folder, name) &&
        file_read(path.ptr, NOTE_MAX, &text, NULL)) {
        bool known = read_note(strbuf_view(&text), &note);
        Str file = known ? path_join(arena, s->workspace.root, note.path) : (Str){0};
        bool there = known && file_kind(file.ptr) == FILE_REGULAR &&
                     file_read(file.ptr, FILE_MOST, &bytes, NULL);
        if (!there || bring_in(s, &note, strbuf_view(&bytes)))
            unlink(path.ptr);
    }
    close(fd);
    strbuf_deinit(&text);
    strbuf_deinit(&bytes);
}

size_t own_pending_recover(Session *s)
{
    Arena arena = {0};
    size_t count = 0;

    if (s->workspace.private_.len > 0) {
        Str folder = folder_of(s, &arena);
        const Str *names = private_list(folder, STR(NOTE_SUFFIX), &arena, &count);
        for (size_t i = 0; i < count; i++)
            recover(s, folder, names[i], &arena);
    }
    arena_deinit(&arena);
    return count;
}

const Str *own_pending_list(const Session *s, Arena *arena, size_t *count)
{
    size_t found = 0;

    *count = 0;
    if (s->workspace.private_.len == 0)
        return NULL;
    Str folder = folder_of(s, arena);
    const Str *names = private_list(folder, STR(NOTE_SUFFIX), arena, &found);
    Str *paths = arena_array(arena, found + 1, sizeof *paths);
    for (size_t i = 0; i < found; i++) {
        StrBuf text = {0};
        Note note;
        Str path = path_join(arena, folder, names[i]);
        if (!private_is_held(path) && file_read(path.ptr, NOTE_MAX, &text, NULL) &&
            read_note(strbuf_view(&text), &note))
            paths[(*count)++] = arena_str(arena, note.path);
        strbuf_deinit(&text);
    }
    return paths;
}
