#include "app/review_load.h"

#include <string.h>

#include "app/read_mark.h"
#include "app/review_threads.h"
#include "app/revision_facts.h"
#include "app/trend.h"
#include "app/writer.h"

/* -- where to begin ---------------------------------------------------------------- */

static bool wrote(const Revision *r, Str reader)
{
    if (reader.len == 0)
        return false;
    for (size_t i = 0; i < r->with_count; i++)
        if (str_eq(r->with[i].name, reader))
            return true;
    return str_eq(r->author.name, reader);
}

size_t review_begin(const History *h, Str reader, Str mark, ReviewSince *why)
{
    size_t own = 0, other = 0;

    *why = SINCE_READ;
    for (size_t i = 0; mark.len > 0 && i < h->count; i++)
        if (str_eq(str_from(h->items[i].commit), mark))
            return i;
    while (own < h->count && !wrote(&h->items[own], reader))
        own++;
    *why = SINCE_WROTE;
    if (own > 0 && own < h->count)
        return own;
    while (other < h->count && wrote(&h->items[other], reader))
        other++;
    *why = other < h->count ? SINCE_OTHER : SINCE_LAST;
    if (other < h->count)
        return other + 1;
    return h->count > 1 ? 1 : h->count;
}

/* -- the two sides ----------------------------------------------------------------- */

static Str reader_name(Session *s, Arena *arena)
{
    Writer writer = {0};
    Error ignored = {0};

    return writer_find(s, arena, &writer, &ignored) ? writer.person.name : (Str){0};
}

static bool side_at(Session *s, const ReviewRequest *q, const Revision *revision,
                    Arena *arena, ReviewSide *out, Error *err)
{
    StrBuf bytes = {0};
    Repo *repo = NULL;
    OpenDocument doc = {0};
    bool ok = session_repo(s, &repo, err) && history_bytes(repo, revision, &bytes, err);

    if (ok)
        ok = service_read_bytes(s, q->ref, arena_str(arena, strbuf_view(&bytes)), arena,
                                &doc, err);
    strbuf_deinit(&bytes);
    *out = (ReviewSide){.revision = *revision, .bytes = doc.bytes, .doc = doc.doc};
    return ok;
}

static bool side_before(Session *s, const ReviewRequest *q, const History *h, Str mark,
                        Review *r, Error *err)
{
    Arena *arena = &r->arena;
    Revision given = {0};

    if (q->since.len > 0) {
        r->since = SINCE_GIVEN;
        return service_revision(s, q->ref, q->since, arena, &given, NULL, err) &&
               side_at(s, q, &given, arena, &r->before, err);
    }
    size_t at = review_begin(h, r->reader, mark, &r->since);
    if (at < h->count)
        return side_at(s, q, &h->items[at], arena, &r->before, err);
    OpenDocument nothing = {0};
    if (!service_read_bytes(s, q->ref, STR(""), arena, &nothing, err))
        return false;
    r->before.doc = nothing.doc;
    return true;
}

/* The words as they are now; the last revision, when that has them. */
static bool side_after(Session *s, const ReviewRequest *q, const History *h, Review *r,
                       OpenDocument *doc, Error *err)
{
    Arena *arena = &r->arena;
    Repo *repo = NULL;
    RepoFile state = REPO_FILE_NEW;
    bool ok = q->typed ? service_read_bytes(s, q->ref, arena_str(arena, q->bytes),
                                            arena, doc, err)
                       : service_read(s, q->ref, arena, doc, err);

    if (ok && h->count > 0)
        ok = session_repo(s, &repo, err) &&
             repo_compare(repo, q->ref->relative, doc->bytes, &state, err);
    ok = ok && service_this_side(s, doc, arena, &r->conflicts, err);
    r->after = (ReviewSide){.bytes = doc->bytes, .doc = doc->doc};
    r->after.words = state != REPO_FILE_SAME;
    if (!r->after.words)
        r->after.revision = h->items[0];
    return ok;
}

/* -- the threads ------------------------------------------------------------------- */

static void add_entry(Review *r, const ReviewThread *t, ReviewEntry *out)
{
    *out = (ReviewEntry){.thread = t->thread,
                         .label = t->label,
                         .about_words = t->about == ABOUT_WORDS,
                         .about_part = t->about == ABOUT_PART,
                         .place = t->place,
                         .part = t->part ? (size_t)(t->part - r->after.doc.parts)
                                         : NO_INDEX,
                         .due = t->due,
                         .waits = t->waits,
                         .overdue = t->overdue};
    out->block = review_block_of(r, out);
    if (t->thread.resolved)
        r->resolved++;
    else
        r->open++;
    r->lost += !t->thread.resolved && t->place.state == ANCHOR_LOST;
}

static void add_entries(Session *s, const OpenDocument *doc, Review *r)
{
    ReviewThreads threads;

    review_threads_read(s, doc, &r->arena, &threads);
    ReviewEntry *entries =
        arena_array(&r->arena, threads.count + 1, sizeof *r->entries);
    r->entries = entries;
    r->count = threads.count;
    r->damaged = (int)threads.damage_count;
    for (size_t i = 0; i < threads.count; i++)
        add_entry(r, &threads.items[i], &entries[i]);
}

/* Who wrote the revisions since the one it begins at. */
static void find_authors(const History *h, Review *r)
{
    Str seen[8];
    size_t count = 0, room = sizeof seen / sizeof *seen;

    for (size_t i = 0; i < h->count && count < room; i++) {
        const Revision *revision = &h->items[i];
        bool known = str_eq(revision->author.name, r->reader);
        if (strcmp(revision->commit, r->before.revision.commit) == 0)
            break;
        for (size_t k = 0; k < count && !known; k++)
            known = str_eq(seen[k], revision->author.name);
        if (!known)
            seen[count++] = revision->author.name;
    }
    r->by = count > 0 ? seen[0] : (Str){0};
    r->by_others = count > 0 ? (int)count - 1 : 0;
}

/* The newest revisions: as many as it takes to find the one that was read, or what
 * somebody wrote in the last thousands. */
static bool read_history(Session *s, const ReviewRequest *q, const char *mark,
                         Arena *arena, History *out, Error *err)
{
    enum { LOOKED_AT = 4096 };
    Revisions *r = NULL;
    size_t most = LOOKED_AT;

    *out = (History){0};
    if (!service_revisions(s, q->ref, &r, err))
        return false;
    size_t at = mark[0] ? revisions_of_commit(r, mark) : NO_REVISION;
    if (at != NO_REVISION && at >= most)
        most = at + 1;
    bool ok = history_newest(r, most, arena, out, err);
    revisions_free(r);
    return ok;
}

/* Numbers of the revisions before and behind the one it begins at. */
static void find_neighbours(Revisions *revisions, Review *r)
{
    enum { LOOKED_AT = 4096 };
    RevisionRecord record;
    size_t index = 0;
    int number = 0, newer = 0, here = r->before.revision.number;

    for (size_t i = 0; i < LOOKED_AT && index != NO_REVISION; i++) {
        if (!revisions_record(revisions, index, &record, &number) || number <= 0)
            return;
        if (number == here) {
            r->newer = newer;
            r->older = (int)record.previous;
            return;
        }
        newer = number;
        index = record.previous ? revisions_index(revisions, (int)record.previous)
                                : NO_REVISION;
    }
}

/* What nobody touched, where that takes no long look. */
static void find_untouched(Session *s, const Chronicle *c, Review *r)
{
    enum { LOOKED_AT = 64 };
    UntouchedSearch *u = untouched_new(s, c);
    StrBuf titles = {0};
    bool known = false;

    for (int i = 0; i < LOOKED_AT && !known; i++)
        known = untouched_step(u);
    if (known)
        untouched_titles(u, &titles);
    r->untouched = arena_str(&r->arena, strbuf_view(&titles));
    strbuf_deinit(&titles);
    untouched_free(u);
}

/* What the history says around it: the neighbours, what nobody touched, where it was
 * cut. Where it cannot be read, nothing is said. */
static void find_around(Session *s, const ReviewRequest *q, Review *r)
{
    Chronicle c = {.ref = q->ref};

    if (!service_revisions(s, q->ref, &c.revisions, NULL))
        return;
    find_neighbours(c.revisions, r);
    if (revisions_count(c.revisions) > 1)
        find_untouched(s, &c, r);
    r->cut = service_is_cut(s, c.revisions);
    revisions_free(c.revisions);
}

static bool load(Session *s, const ReviewRequest *q, Review *r, Error *err)
{
    History history = {0};
    ReadMark mark = {0};
    OpenDocument *doc = ARENA_NEW(&r->arena, OpenDocument);

    r->document = arena_str(&r->arena, q->ref->name);
    r->reader = reader_name(s, &r->arena);
    if (q->ref->relative.len == 0) { /* says so */
        Revision none;
        return service_revision(s, q->ref, (Str){0}, &r->arena, &none, NULL, err);
    }
    read_mark_find(s, q->ref->name, r->reader, &r->arena, &mark);
    const char *read = mark.commit.len > 0 ? mark.commit.ptr : "";
    if (!read_history(s, q, read, &r->arena, &history, err) ||
        !side_before(s, q, &history, mark.commit, r, err) ||
        !side_after(s, q, &history, r, doc, err))
        return false;
    if (history.count > 0) {
        r->last = history.items[0];
        find_around(s, q, r);
    }
    find_authors(&history, r);
    redline_make(&r->before.doc, &r->after.doc, &r->arena, &r->redline);
    add_entries(s, doc, r);
    return true;
}

bool review_load(Session *s, const ReviewRequest *request, Review **out, Error *err)
{
    Review *r = mem_alloc(sizeof *r);

    *out = load(s, request, r, err) ? r : NULL;
    if (!*out)
        review_free(r);
    return *out != NULL;
}

bool review_note_read(Session *s, const DocumentRef *ref, const Revision *last,
                      Error *err)
{
    Arena arena = {0};
    bool ok = last->number == 0 ||
              read_mark_set(s, ref->name, reader_name(s, &arena), last, err);

    arena_deinit(&arena);
    return ok;
}
