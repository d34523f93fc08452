#include "app/landed.h"

#include <stdlib.h>

#include "check/facts.h"

enum { COMMIT_DIGITS = 40 };

/* The document at a revision, and what changed since. */
typedef struct Then {
    int revision;
    bool readable;
    OpenDocument doc;
    Redline redline;
} Then;

typedef struct Reading {
    Session *s;
    const OpenDocument *doc;
    Arena *arena;
    History history;
    Then **thens; /* they stay where they are */
    size_t then_count, then_cap;
    LandedItem *items;
    size_t count, cap;
} Reading;

/* -- which revision was read ---------------------------------------------------------
 */

/* The last one that was there at a moment. */
static int revision_at(const History *history, Moment m)
{
    for (size_t i = 0; i < history->count; i++)
        if (history->items[i].time.seconds <= m.seconds)
            return history->items[i].number;
    return 0;
}

static int revision_of_commit(const Reading *r, Str commit)
{
    for (size_t i = 0; commit.len >= 4 && i < r->history.count; i++)
        if (str_starts(str_from(r->history.items[i].commit), commit))
            return r->history.items[i].number;
    return 0;
}

static int known_revision(const Reading *r, int number)
{
    return number > 0 && (size_t)number <= r->history.count ? number : 0;
}

static int revision_of_thread(const Reading *r, const Thread *t)
{
    int revision =
        t->commit.len <= COMMIT_DIGITS ? revision_of_commit(r, t->commit) : 0;

    if (revision == 0)
        revision = known_revision(r, t->revision);
    return revision ? revision : revision_at(&r->history, t->time);
}

static int revision_of_meeting(const Reading *r, const Meeting *m)
{
    int revision = known_revision(r, m->revision);
    Date day = m->held.year ? m->held : m->date;

    if (revision == 0 && day.year)
        revision = revision_at(&r->history, moment_end_of(day, session_now().offset));
    return revision;
}

/* -- then and now --------------------------------------------------------------------
 */

static Then *read_then(Reading *r, int revision)
{
    Error ignored = {0};
    Revision found;

    for (size_t i = 0; i < r->then_count; i++)
        if (r->thens[i]->revision == revision)
            return r->thens[i];
    Then *then = ARENA_NEW(r->arena, Then);
    *then = (Then){.revision = revision};
    then->readable =
        service_revision(r->s, &r->doc->ref, arena_printf(r->arena, "%d", revision),
                         r->arena, &found, &then->doc, &ignored);
    if (then->readable)
        redline_make(&then->doc.doc, &r->doc->doc, r->arena, &then->redline);
    r->thens = arena_grow(r->arena, r->thens, r->then_count, &r->then_cap, sizeof then);
    r->thens[r->then_count++] = then;
    return then;
}

/* By id or kind, else as it is titled. */
static const Part *find_part(const Document *doc, Str name)
{
    const Part *part = document_part(doc, name);

    for (size_t i = 0; !part && i < doc->part_count; i++)
        if (str_eq_nocase(doc->parts[i].title, name))
            part = &doc->parts[i];
    return part;
}

static const RedlinePart *change_of(const Then *then, const Document *doc,
                                    const Part *before, const Part *now)
{
    for (size_t i = 0; i < then->redline.part_count; i++) {
        const RedlinePart *part = &then->redline.parts[i];
        if (now ? part->new_part == (size_t)(now - doc->parts)
                : part->new_part == NO_INDEX &&
                      part->old_part == (size_t)(before - then->doc.doc.parts))
            return part;
    }
    return NULL;
}

static void compare_part(const Reading *r, const Then *then, Str name, LandedItem *out)
{
    const Document *doc = &r->doc->doc;
    const Part *before = find_part(&then->doc.doc, name);

    out->now = find_part(doc, name);
    if (!before && !out->now)
        return;
    out->change = change_of(then, doc, before, out->now);
    if (out->change) {
        out->added = out->change->added;
        out->removed = out->change->removed;
    }
    if (!out->now)
        out->state = LANDED_REMOVED;
    else if (!before)
        out->state = LANDED_CHANGED;
    else
        out->state = str_eq(part_words_of(&then->doc.doc, before, r->arena),
                            part_words_of(doc, out->now, r->arena))
                         ? LANDED_UNTOUCHED
                         : LANDED_CHANGED;
}

/* name: of the section; empty: all of it. */
static void compare(Reading *r, Str name, LandedItem *out)
{
    out->state = LANDED_UNKNOWN;
    if (out->revision == 0)
        return;
    Then *then = read_then(r, out->revision);
    if (!then->readable)
        return;
    out->redline = &then->redline;
    if (name.len > 0) {
        compare_part(r, then, name, out);
        return;
    }
    out->added = then->redline.added;
    out->removed = then->redline.removed;
    out->state = then->redline.parts_changed ? LANDED_CHANGED : LANDED_UNTOUCHED;
}

static void add_item(Reading *r, LandedItem item)
{
    r->items = arena_grow(r->arena, r->items, r->count, &r->cap, sizeof *r->items);
    r->items[r->count++] = item;
}

/* -- what was said -------------------------------------------------------------------
 */

/* A promise, unless it was taken back with a reason. */
static bool is_agreed(const Thread *t)
{
    return (t->kind == THREAD_AGREED || t->kind == THREAD_MUST_FIX) &&
           !(t->resolved && t->reason.len > 0);
}

static void add_threads(Reading *r, const ReviewThreads *threads)
{
    for (size_t i = 0; i < threads->count; i++) {
        const Thread *t = &threads->items[i].thread;
        LandedItem item = {.thread = &threads->items[i], .agreed = is_agreed(t)};
        if (t->kind == THREAD_SAME_MEANING || (!t->resolved && !item.agreed))
            continue;
        item.revision = revision_of_thread(r, t);
        compare(r, t->part, &item);
        add_item(r, item);
    }
}

static void add_actions(Reading *r, const MeetingFiles *files)
{
    for (size_t i = 0; i < files->count; i++) {
        const Meeting *m = &files->items[i];
        if (!str_eq(m->document, r->doc->ref.name))
            continue;
        for (size_t k = 0; k < m->action_count; k++) {
            LandedItem item = {.meeting = m, .action = &m->actions[k], .agreed = true};
            item.revision = revision_of_meeting(r, m);
            if (m->actions[k].part.len > 0)
                compare(r, m->actions[k].part, &item);
            else
                item.state = LANDED_UNKNOWN;
            add_item(r, item);
        }
    }
}

/* -- together ------------------------------------------------------------------------
 */

static bool is_broken(const LandedItem *item)
{
    return item->agreed && item->state == LANDED_UNTOUCHED;
}

static int rank(const LandedItem *item)
{
    static const int ranks[] = {[LANDED_UNTOUCHED] = 1,
                                [LANDED_REMOVED] = 2,
                                [LANDED_UNKNOWN] = 3,
                                [LANDED_CHANGED] = 4};

    return is_broken(item) ? 0 : ranks[item->state];
}

/* Sorted by rank; otherwise they stay in order. */
static void put_in_order(Reading *r, Landed *out)
{
    LandedItem *sorted = arena_array(r->arena, r->count + 1, sizeof *sorted);

    out->items = sorted;
    for (int wanted = 0; wanted <= 4; wanted++)
        for (size_t i = 0; i < r->count; i++)
            if (rank(&r->items[i]) == wanted)
                sorted[out->count++] = r->items[i];
    for (size_t i = 0; i < out->count; i++) {
        out->counts[sorted[i].state]++;
        out->broken += is_broken(&sorted[i]);
    }
}

bool landed_read(Session *s, const ReviewThreads *threads, Arena *arena, Landed *out,
                 Error *err)
{
    MeetingFiles meetings = {0};
    Reading r = {.s = s, .doc = &threads->doc, .arena = arena};

    *out = (Landed){.doc = &threads->doc};
    if (!service_history(s, &threads->doc.ref, arena, &r.history, err))
        return false;
    meeting_files_read(s->workspace.root, arena, &meetings);
    add_threads(&r, threads);
    add_actions(&r, &meetings);
    put_in_order(&r, out);
    return true;
}

/* -- which documents -----------------------------------------------------------------
 */

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const Str *)a, *(const Str *)b);
}

bool landed_documents(Session *s, Arena *arena, const Str **out, size_t *count,
                      Error *err)
{
    const Str *threaded;
    size_t threaded_count, all = 0;
    MeetingFiles meetings = {0};

    if (!review_documents(s, arena, &threaded, &threaded_count, err))
        return false;
    meeting_files_read(s->workspace.root, arena, &meetings);
    Str *names = arena_array(arena, threaded_count + meetings.count + 1, sizeof *names);
    for (size_t i = 0; i < threaded_count; i++)
        names[all++] = threaded[i];
    for (size_t i = 0; i < meetings.count; i++)
        names[all++] = meetings.items[i].document;
    if (all > 1)
        qsort(names, all, sizeof *names, by_bytes);
    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (*count == 0 || !str_eq(names[*count - 1], names[i]))
            names[(*count)++] = names[i];
    *out = names;
    return true;
}
