/* What landed, for a screen. */
#include "app/landed.h"

static void add_part(const LandedItem *item, LandingRow *out)
{
    out->at = NO_INDEX;
    if (item->now) {
        out->part = review_part_title(item->now);
        out->at = item->now->body.start;
    } else if (item->change && item->change->title.len > 0) {
        out->part = item->change->title;
    } else {
        out->part = item->thread ? item->thread->thread.part : item->action->part;
    }
}

static void add_row(const LandedItem *item, LandingRow *out)
{
    *out = (LandingRow){.kind = THREAD_AGREED,
                        .named = true,
                        .state = item->state,
                        .agreed = item->agreed,
                        .revision = item->revision,
                        .redline = item->redline,
                        .change = item->change,
                        .added = item->added,
                        .removed = item->removed};
    add_part(item, out);
    if (item->thread) {
        out->kind = item->thread->thread.kind;
        out->label = item->thread->label;
        out->who = item->thread->thread.author;
        out->text = item->thread->thread.text;
        return;
    }
    out->held = item->meeting->held.year ? item->meeting->held : item->meeting->date;
    out->text = item->action->text;
    out->named = item->action->part.len > 0;
}

static bool load(Session *s, const DocumentRef *ref, Str bytes, Landing *out,
                 Error *err)
{
    Arena *arena = &out->arena;
    OpenDocument *doc = ARENA_NEW(arena, OpenDocument);
    ReviewThreads *threads = ARENA_NEW(arena, ReviewThreads);
    Landed landed;

    if (!service_read_bytes(s, ref, arena_str(arena, bytes), arena, doc, err))
        return false;
    review_threads_read(s, doc, arena, threads);
    if (!landed_read(s, threads, arena, &landed, err))
        return false;
    LandingRow *rows = arena_array(arena, landed.count + 1, sizeof *rows);
    for (size_t i = 0; i < landed.count; i++)
        add_row(&landed.items[i], &rows[i]);
    for (int i = 0; i < LANDED_COUNT; i++)
        out->counts[i] = landed.counts[i];
    out->rows = rows;
    out->count = landed.count;
    return true;
}

bool landing_load(Session *s, const DocumentRef *ref, Str bytes, Landing **out,
                  Error *err)
{
    Landing *landing = mem_alloc(sizeof *landing);

    *out = NULL;
    if (!load(s, ref, bytes, landing, err)) {
        landing_free(landing);
        return false;
    }
    *out = landing;
    return true;
}
