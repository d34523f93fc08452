/* The threads of a document in the order they are listed, and which documents have
 * any. */
#include <stdlib.h>

#include "app/review_threads.h"
#include "base/file.h"
#include "base/message.h"

/* -- order ---------------------------------------------------------------------- */

static int rank(const ReviewThread *t)
{
    if (t->thread.resolved)
        return 2;
    return t->overdue ? 0 : 1;
}

const size_t *review_order(const ReviewThreads *threads, Arena *arena)
{
    size_t *order = arena_array(arena, threads->count + 1, sizeof *order), count = 0;

    for (int wanted = 0; wanted < 3; wanted++)
        for (size_t i = 0; i < threads->count; i++)
            if (rank(&threads->items[i]) == wanted)
                order[count++] = i;
    return order;
}

Str review_part_title(const Part *part)
{
    if (part->title.len > 0)
        return part->title;
    if (part->spec && part->spec->title.len > 0)
        return part->spec->title;
    return part->id.len > 0 ? part->id : str_from(part_kind_name(part->kind));
}

/* -- words ---------------------------------------------------------------------- */

const char *review_kind_words(ThreadKind kind)
{
    switch (kind) {
    case THREAD_QUESTION:
        return _("question");
    case THREAD_SUGGESTION:
        return _("suggestion");
    case THREAD_MUST_FIX:
        return _("must fix");
    case THREAD_AGREED:
        return _("agreed");
    case THREAD_SAME_MEANING:
        return _("means the same");
    case THREAD_COMMENT:
    case THREAD_KIND_COUNT:
        break;
    }
    return _("comment");
}

/* ".prfaq/reviews/ideas/lantern/k3f9.json": "ideas/lantern". */
Str review_document(const ReviewThread *t)
{
    Str folder = path_folder(t->path);

    return str_slice(folder, sizeof REVIEWS_PATH, folder.len);
}

Str review_name(const ReviewThread *t, Arena *arena)
{
    return arena_printf(arena, "%.*s:%.*s", STR_ARG(review_document(t)),
                        STR_ARG(t->label));
}

/* -- documents ------------------------------------------------------------------- */

typedef struct Names {
    Arena *arena;
    Str *items;
    size_t count, cap;
} Names;

static bool visit(void *ctx, const char *path, FileKind kind)
{
    Names *names = ctx;
    Str file = str_from(path), folder = path_folder(file);

    if (kind != FILE_REGULAR || !str_ends(file, STR(".json")) ||
        str_eq(folder, STR(".")))
        return true;
    if (names->count > 0 && str_eq(names->items[names->count - 1], folder))
        return true;
    names->items = arena_grow(names->arena, names->items, names->count, &names->cap,
                              sizeof *names->items);
    names->items[names->count++] = arena_str(names->arena, folder);
    return true;
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const Str *)a, *(const Str *)b);
}

bool review_documents(Session *s, Arena *arena, const Str **out, size_t *count,
                      Error *err)
{
    Names names = {.arena = arena};

    *out = NULL;
    *count = 0;
    if (!session_need_workspace(s, err))
        return false;
    Str folder = path_join(arena, s->workspace.root, STR(REVIEWS_PATH));
    if (file_kind(folder.ptr) != FILE_FOLDER)
        return true;
    if (!folder_walk(folder.ptr, visit, &names, err))
        return false;
    if (names.count > 1)
        qsort(names.items, names.count, sizeof *names.items, by_bytes);
    for (size_t i = 0; i < names.count; i++)
        if (*count == 0 || !str_eq(names.items[*count - 1], names.items[i]))
            names.items[(*count)++] = names.items[i];
    *out = names.items;
    return true;
}

bool review_threads_of(Session *s, Str name, Arena *arena, ReviewThreads *out,
                       Error *err)
{
    OpenDocument *doc = ARENA_NEW(arena, OpenDocument);
    Str relative = arena_printf(arena, "%.*s.md", STR_ARG(name));
    const DocumentRef ref = {path_join(arena, s->workspace.root, relative), relative,
                             arena_str(arena, name)};
    bool ok = file_kind(ref.path.ptr) == FILE_NONE
                  ? service_read_bytes(s, &ref, STR(""), arena, doc, err)
                  : service_read(s, &ref, arena, doc, err);

    if (ok)
        review_threads_read(s, doc, arena, out);
    return ok;
}
