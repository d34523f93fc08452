#include "app/recovery.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"

enum { ID_DIGITS = 8, DAY_SECONDS = 24 * 60 * 60 };

typedef struct Search {
    const KeepPlace *place;
    const DocumentRef *ref;
    Str root; /* of the workspace; empty: none */
    Arena *arena;
    Recovered *items;
    size_t count, cap;
} Search;

static Str id_of(Str name)
{
    size_t end = name.len - STR(".journal").len;

    return str_slice(name, end - ID_DIGITS, end);
}

/* A folder that several places share holds journals of other documents that have the
 * same name. */
static bool is_meant(const Search *s, const JournalWords *words, bool shared)
{
    if (!shared)
        return true;
    if (s->ref)
        return str_eq(words->head.path, s->place->path);
    return s->root.len == 0 ||
           (str_starts(words->head.path, s->root) &&
            str_starts(str_slice(words->head.path, s->root.len, words->head.path.len),
                       STR("/")));
}

/* Does the document hold these words already? One that is gone holds nothing. */
static bool is_in_file(const JournalWords *words)
{
    StrBuf bytes = {0};
    bool same = file_read(words->head.path.ptr, FILE_MAX, &bytes, NULL) &&
                str_eq(strbuf_view(&bytes), words->text);

    strbuf_deinit(&bytes);
    return same;
}

static void add(Search *s, const JournalFile *file, RecoveredState state, bool shared)
{
    Recovered r = {.file = *file, .state = state, .id = id_of(file->name)};

    if (!journal_read(file, s->arena, &r.words, NULL) ||
        !is_meant(s, &r.words, shared) || str_eq(r.words.text, r.words.base) ||
        is_in_file(&r.words))
        return;
    s->items = arena_grow(s->arena, s->items, s->count, &s->cap, sizeof *s->items);
    s->items[s->count++] = r;
}

static void search_folder(Search *s, Str folder, bool aside, bool shared)
{
    size_t count = 0;
    Str name = s->ref ? s->place->name : (Str){0};
    const JournalFile *files = journal_list(folder, name, s->arena, &count);

    for (size_t i = 0; i < count; i++)
        add(s, &files[i],
            aside           ? RECOVERED_ASIDE
            : files[i].live ? RECOVERED_OPEN
                            : RECOVERED_CRASH,
            shared);
}

static int newest_first(const void *a, const void *b)
{
    const Recovered *x = a, *y = b;
    int64_t s = x->words.last.seconds, t = y->words.last.seconds;

    return s != t ? (s < t) - (s > t) : str_cmp(x->file.name, y->file.name);
}

void recovery_list(const Session *s, const DocumentRef *ref, Arena *arena,
                   const Recovered **out, size_t *count)
{
    KeepPlace place;
    Search search = {.place = &place, .ref = ref, .arena = arena};

    keep_place(s, ref, arena, &place);
    search.root = s->workspace.root;
    for (size_t i = 0; i < place.journal_count; i++) {
        bool shared = i > 0 || !place.inside;
        search_folder(&search, place.journal_folders[i], false, shared);
    }
    search_folder(&search, place.aside_folder, true, !place.inside);
    if (search.count > 1)
        qsort(search.items, search.count, sizeof *search.items, newest_first);
    *out = search.items;
    *count = search.count;
}

void recovery_sweep(const KeepPlace *place, Moment now)
{
    Arena arena = {0};
    size_t count = 0;
    const Str *names =
        private_list(place->aside_folder, STR(".journal"), &arena, &count);

    for (size_t i = 0; i < count; i++) {
        struct stat st;
        Str path = path_join(&arena, place->aside_folder, names[i]);
        if (lstat(path.ptr, &st) == 0 &&
            now.seconds - (int64_t)st.st_mtime > (int64_t)ASIDE_DAYS * DAY_SECONDS)
            unlink(path.ptr);
    }
    arena_deinit(&arena);
}

bool recovery_put_aside(const KeepPlace *place, const JournalFile *file, Error *err)
{
    Arena arena = {0};
    Str from = path_join(&arena, file->folder, file->name);
    Str to = path_join(&arena, place->aside_folder, file->name);
    StrBuf bytes = {0};

    /* A copy, since the folders may lie on two file systems; its age counts from now.
     */
    bool ok = file_read(from.ptr, (size_t)FILE_MAX * 4, &bytes, err) &&
              file_write_private(to.ptr, strbuf_view(&bytes), err);
    if (ok && !file->live)
        unlink(from.ptr);
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
    return ok;
}

void recovery_drop(const JournalFile *file)
{
    Arena arena = {0};

    if (!file->live)
        unlink(path_join(&arena, file->folder, file->name).ptr);
    arena_deinit(&arena);
}
