#include "app/review_files.h"

#include "base/file.h"

enum { REVIEW_FILE_MAX = 1 << 20, REVIEW_FILES_MAX = 4096 };

typedef struct Folder {
    Arena *arena;
    Str path;  /* to open */
    Str shown; /* for people */
    ThreadFiles *threads;
    MeetingFiles *meetings;
    bool left_over; /* by a process that was killed while it wrote */
} Folder;

Str review_folder(Str root, Str document, Arena *arena)
{
    Str reviews = path_join(arena, root, STR(REVIEWS_PATH));
    return path_join(arena, reviews, document);
}

/* The bytes, which live in the arena. */
static bool read_bytes(const Folder *f, Str name, Str *out, Error *err)
{
    StrBuf bytes = {0};
    bool ok =
        file_read(path_join(f->arena, f->path, name).ptr, REVIEW_FILE_MAX, &bytes, err);

    *out = arena_str(f->arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok;
}

static Damage damage_of(const Error *error, Arena *arena)
{
    return (Damage){arena_str(arena, str_from(error->message)),
                    arena_str(arena, str_from(error->hint))};
}

static void add_thread(Folder *f, Str name)
{
    ThreadFiles *t = f->threads;
    Str shown = path_join(f->arena, f->shown, name), bytes;
    Thread thread;
    Error error = {0};

    if (read_bytes(f, name, &bytes, &error) &&
        thread_read(bytes, shown, f->arena, &thread, &error)) {
        t->items = arena_grow(f->arena, t->items, t->count, &t->cap, sizeof *t->items);
        t->paths = arena_grow(f->arena, t->paths, t->count, &t->path_cap, sizeof shown);
        t->paths[t->count] = shown;
        t->items[t->count++] = thread;
        return;
    }
    t->damage = arena_grow(f->arena, t->damage, t->damage_count, &t->damage_cap,
                           sizeof *t->damage);
    t->damage[t->damage_count++] = damage_of(&error, f->arena);
}

static bool visit_thread(void *ctx, const char *path, FileKind kind)
{
    Folder *f = ctx;

    if (kind == FILE_FOLDER)
        return false;
    f->left_over |= file_is_left_over(str_from(path));
    if (kind == FILE_REGULAR && str_ends(str_from(path), STR(".json")) &&
        f->threads->count + f->threads->damage_count < REVIEW_FILES_MAX)
        add_thread(f, str_from(path));
    return true;
}

void thread_files_read(Str root, Str document, Arena *arena, ThreadFiles *out)
{
    Folder f = {.arena = arena, .threads = out};

    *out = (ThreadFiles){0};
    f.path = review_folder(root, document, arena);
    f.shown = path_join(arena, STR(REVIEWS_PATH), document);
    if (file_kind(f.path.ptr) == FILE_FOLDER)
        folder_walk(f.path.ptr, visit_thread, &f, NULL);
    if (f.left_over)
        folder_sweep(f.path.ptr);
}

static void add_meeting(Folder *f, Str name)
{
    MeetingFiles *m = f->meetings;
    Str path = arena_str(f->arena, name), bytes;
    Str shown = path_join(f->arena, f->shown, name);
    Meeting meeting = {0}, named = {0};
    Error error = {0};

    if (read_bytes(f, name, &bytes, &error) &&
        meeting_read(bytes, path, shown, f->arena, &meeting, &error)) {
        m->items = arena_grow(f->arena, m->items, m->count, &m->cap, sizeof *m->items);
        m->items[m->count++] = meeting;
        return;
    }
    meeting_read((Str){0}, path, shown, f->arena, &named, NULL);
    m->damage = arena_grow(f->arena, m->damage, m->damage_count, &m->damage_cap,
                           sizeof *m->damage);
    m->damaged = arena_grow(f->arena, m->damaged, m->damage_count, &m->damaged_cap,
                            sizeof *m->damaged);
    m->damaged[m->damage_count] = named.document;
    m->damage[m->damage_count++] = damage_of(&error, f->arena);
}

static bool visit_meeting(void *ctx, const char *path, FileKind kind)
{
    Folder *f = ctx;

    if (kind == FILE_REGULAR && str_ends(str_from(path), STR(".md")) &&
        f->meetings->count + f->meetings->damage_count < REVIEW_FILES_MAX)
        add_meeting(f, str_from(path));
    return true;
}

void meeting_files_read(Str root, Arena *arena, MeetingFiles *out)
{
    Folder f = {.arena = arena, .meetings = out, .shown = STR(MEETINGS_PATH)};

    *out = (MeetingFiles){0};
    f.path = path_join(arena, root, STR(MEETINGS_PATH));
    if (file_kind(f.path.ptr) == FILE_FOLDER)
        folder_walk(f.path.ptr, visit_meeting, &f, NULL);
}
