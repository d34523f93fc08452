/* What bringing words back asks of the world. */
#include "review/restoring.h"
#include "world.h"

#include "doc/document.h"

static void add_threads(World *w, Restoring *r)
{
    int counts[THREAD_KIND_COUNT] = {0};

    r->threads = arena_array(&r->arena, w->thread_count + 1, sizeof *r->threads);
    for (size_t i = 0; i < w->thread_count; i++) {
        const Thread *t = &w->threads[i];
        Str label =
            arena_printf(&r->arena, "%c%d", "CQSMAE"[t->kind], ++counts[t->kind]);
        size_t at = str_find(r->now.bytes, t->selected_text, 0);
        if (t->resolved || at == STR_NONE)
            continue;
        Range place = {at, at + t->selected_text.len};
        r->threads[r->thread_count++] = (RestoreThread){
            .label = label,
            .anchor = anchor_make(anchor_text(&r->now, &r->arena), place)};
    }
}

static Msg begin(World *w, const Effect *effect)
{
    Restoring *r = mem_alloc(sizeof *r);
    const WorldRevision *then = &w->revisions[effect->from - 1];
    const WorldRevision *last = &w->revisions[w->revision_count - 1];

    r->revision = then->value;
    document_read(arena_str(&r->arena, effect->bytes), w->lib, &r->arena, &r->now);
    document_read(arena_str(&r->arena, strbuf_view(&then->bytes)), w->lib, &r->arena,
                  &r->then);
    r->last = (int)w->revision_count;
    r->unsaved = !str_eq(effect->bytes, strbuf_view(&last->bytes));
    add_threads(w, r);
    restoring_begin(r);
    return (Msg){.type = MSG_RESTORE, .restoring = r};
}

static Msg do_it(World *w, const Effect *effect)
{
    Str before = arena_str(&w->arena, effect->bytes);
    Str note = arena_str(&w->arena, effect->note);
    Str after = arena_str(&w->arena, effect->after);
    Str name = strbuf_view(&w->files[0].name), now = world_file(w, name);

    if (!str_eq(now, effect->seen) && !str_eq(now, effect->bytes))
        return (Msg){.type = MSG_CHANGED_OUTSIDE, .effect = effect->type, .bytes = now};
    if (effect->on) {
        world_write(w, name, before);
        world_revision(w, STR(""));
    }
    world_write(w, name, after);
    world_revision(w, note);
    return (Msg){.type = MSG_RESTORED,
                 .before = before,
                 .bytes = after,
                 .revisions = &w->revisions[w->revision_count - 1].value,
                 .revision_count = 1};
}

Msg world_restore(World *w, const Effect *effect)
{
    switch (effect->type) {
    case EFFECT_RESTORE:
        return begin(w, effect);
    case EFFECT_RESTORE_DO:
        return do_it(w, effect);
    default:
        return (Msg){.type = MSG_START};
    }
}
