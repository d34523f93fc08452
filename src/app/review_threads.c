#include "app/review_threads.h"

#include <stdlib.h>

#include "app/check_settings.h"
#include "app/own_pending.h"
#include "base/file.h"
#include "base/message.h"
#include "review/due.h"

/* -- reading ------------------------------------------------------------------ */

static int by_time(const void *a, const void *b)
{
    const ReviewThread *x = a, *y = b;

    return thread_cmp(&x->thread, &y->thread);
}

static const Part *part_at(const Document *doc, size_t offset)
{
    for (size_t i = doc->part_count; i-- > 0;)
        if (doc->parts[i].range.start <= offset)
            return &doc->parts[i];
    return NULL;
}

static void find_place(AnchorText *text, const Document *doc, ReviewThread *t)
{
    const Thread *thread = &t->thread;

    t->place.state = ANCHOR_HERE;
    if (thread->selected_text.len > 0) {
        const Anchor anchor = {thread->selected_text, thread->before, thread->after,
                               thread->part};
        t->about = ABOUT_WORDS;
        t->place = anchor_find(text, &anchor);
        if (t->place.state != ANCHOR_LOST)
            t->part = part_at(doc, t->place.range.start);
    } else if (thread->part.len > 0) {
        t->about = ABOUT_PART;
        t->part = document_part(doc, thread->part);
        if (t->part)
            t->place.range = t->part->range;
        else
            t->place.state = ANCHOR_LOST;
    }
}

static bool asker_had_last_word(const Thread *t)
{
    return t->reply_count == 0 ||
           str_eq(t->replies[t->reply_count - 1].author, t->author);
}

static void find_due(ReviewThread *t, Due due)
{
    const Thread *thread = &t->thread;

    if ((thread->kind != THREAD_QUESTION && thread->kind != THREAD_MUST_FIX) ||
        thread->resolved)
        return;
    t->due = thread->has_due ? thread->due : due_after(thread->time, due);
    t->waits = asker_had_last_word(thread);
    t->overdue = t->waits && t->due.seconds < session_now().seconds;
}

void review_threads_read(Session *s, const OpenDocument *doc, Arena *arena,
                         ReviewThreads *out)
{
    ThreadFiles files;
    Due due = DUE_DEFAULT;

    *out = (ReviewThreads){.doc = *doc};
    if (s->workspace.root.len == 0 || doc->ref.relative.len == 0)
        return;
    own_pending_recover(s); /* what a program that was killed had to say */
    thread_files_read(s->workspace.root, doc->ref.name, arena, &files);
    due_parse(check_setting(s, &doc->ref, "question.due"), &due);
    AnchorText *text = anchor_text(&out->doc.doc, arena);
    const Str *labels = thread_labels(files.items, files.count, arena);
    out->items = arena_array(arena, files.count + 1, sizeof *out->items);
    out->count = files.count;
    out->damage = files.damage;
    out->damage_count = files.damage_count;
    for (size_t i = 0; i < files.count; i++) {
        ReviewThread *t = &out->items[i];
        *t = (ReviewThread){
            .thread = files.items[i], .path = files.paths[i], .label = labels[i]};
        find_place(text, &out->doc.doc, t);
        find_due(t, due);
    }
    if (out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, by_time);
}

/* -- finding one by its name ----------------------------------------------------- */

typedef struct Search {
    Arena *arena;
    Str wanted;
    Str document; /* of the last that was found */
    Str id;
    size_t found;
    StrBuf *which; /* all of them, by name */
} Search;

static bool visit(void *ctx, const char *path, FileKind kind)
{
    Search *search = ctx;
    Str file = str_from(path), name = path_base(file);

    if (kind == FILE_FOLDER)
        return true;
    if (!str_ends(name, STR(".json")) || !str_starts(name, search->wanted))
        return true;
    search->found++;
    search->document = arena_str(search->arena, path_folder(file));
    search->id = arena_str(search->arena, str_slice(name, 0, name.len - 5));
    strbuf_addf(search->which, "%s%.*s", search->found > 1 ? ", " : "",
                STR_ARG(search->id));
    return true;
}

static bool no_thread(Str name, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("there is no question \"%.*s\""), STR_ARG(name));
    return error_hint(err, _("See all of a document with: prfaq questions DOC"));
}

static bool open_document(Session *s, Str name, Arena *arena, ReviewThreads *out,
                          Error *err)
{
    DocumentRef ref;
    OpenDocument *doc = ARENA_NEW(arena, OpenDocument);

    if (!session_document(s, name, arena, &ref, err) ||
        !service_read(s, &ref, arena, doc, err))
        return false;
    review_threads_read(s, doc, arena, out);
    return true;
}

static bool several(Str name, Str which, Error *err)
{
    error_set(err, ERR_USAGE, _("more than one question begins with \"%.*s\""),
              STR_ARG(name));
    return error_hint(err, _("Give more of it, or one of these: %.*s"), STR_ARG(which));
}

/* "Q7" of these threads, or an id that begins so. */
static bool find_among(const ReviewThreads *threads, Str name, Str label, Arena *arena,
                       size_t *at, Error *err)
{
    StrBuf which = {0};
    size_t found = 0;

    for (size_t i = 0; i < threads->count; i++)
        if (str_eq_nocase(threads->items[i].label, label)) {
            *at = i;
            return true;
        }
    for (size_t i = threads->count; label.len > 0 && i-- > 0;)
        if (str_starts(threads->items[i].thread.id, label)) {
            *at = i;
            strbuf_addf(&which, "%s%.*s", found++ ? ", " : "",
                        STR_ARG(review_name(&threads->items[i], arena)));
        }
    bool ok = found == 1 || (found == 0 ? no_thread(name, err)
                                        : several(name, strbuf_view(&which), err));
    strbuf_deinit(&which);
    return ok;
}

static bool find_label(Session *s, Str name, size_t colon, Arena *arena,
                       ReviewThreads *out, size_t *at, Error *err)
{
    Str label = str_slice(name, colon + 1, name.len);

    return open_document(s, arena_str(arena, str_slice(name, 0, colon)), arena, out,
                         err) &&
           find_among(out, name, label, arena, at, err);
}

static bool has_label(const ReviewThreads *threads, Str label, size_t *at)
{
    for (*at = 0; *at < threads->count; ++*at)
        if (str_eq_nocase(threads->items[*at].label, label))
            return true;
    return false;
}

/* "Q7" alone, where only one document has it. */
static bool find_bare(Session *s, Str label, Arena *arena, ReviewThreads *out,
                      size_t *at, Error *err)
{
    const Str *names = NULL;
    size_t count = 0, found = 0, place = 0;
    StrBuf which = {0};
    ReviewThreads threads;

    if (!review_documents(s, arena, &names, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!review_threads_of(s, names[i], arena, &threads, NULL) ||
            !has_label(&threads, label, &place))
            continue;
        strbuf_addf(&which, "%s%.*s", found++ ? ", " : "",
                    STR_ARG(review_name(&threads.items[place], arena)));
        *out = threads;
        *at = place;
    }
    bool ok = found == 1 || (found == 0 ? no_thread(label, err)
                                        : several(label, strbuf_view(&which), err));
    strbuf_deinit(&which);
    return ok;
}

/* The file of an id that begins so. */
static bool find_file(Session *s, Search *search, Error *err)
{
    Str folder = path_join(search->arena, s->workspace.root, STR(REVIEWS_PATH));
    StrBuf which = {0};

    search->which = &which;
    if (search->wanted.len > 0 && file_kind(folder.ptr) == FILE_FOLDER)
        folder_walk(folder.ptr, visit, search, NULL);
    bool ok = search->found < 2 || several(search->wanted, strbuf_view(&which), err);
    strbuf_deinit(&which);
    return ok;
}

bool review_thread_find(Session *s, Str name, Arena *arena, ReviewThreads *out,
                        size_t *at, Error *err)
{
    Search search = {.arena = arena, .wanted = name};
    size_t colon = str_rfind_byte(name, ':');

    if (!session_need_workspace(s, err))
        return false;
    if (colon != STR_NONE)
        return find_label(s, name, colon, arena, out, at, err);
    if (!find_file(s, &search, err))
        return false;
    if (search.found == 0)
        return find_bare(s, name, arena, out, at, err);
    Str path = path_join(arena, s->workspace.root,
                         arena_printf(arena, "%.*s.md", STR_ARG(search.document)));
    if (!open_document(s, path, arena, out, err))
        return false;
    for (*at = 0; *at < out->count; ++*at)
        if (str_ends(out->items[*at].path,
                     arena_printf(arena, "/%.*s.json", STR_ARG(search.id))))
            return true;
    return no_thread(name, err);
}
