#include "review/restoring.h"

#include "base/message.h"
#include "base/unicode.h"
#include "diff/bring_back.h"
#include "review/review.h"

void restoring_free(Restoring *r)
{
    if (!r)
        return;
    Arena arena = r->arena, looked = r->looked;
    arena_deinit(&looked);
    arena_deinit(&arena);
    mem_free(r);
}

static AnchorState state_in(const RestoreThread *t, AnchorText *text,
                            const Document *doc)
{
    if (t->about_part)
        return document_part(doc, t->anchor.part) ? ANCHOR_HERE : ANCHOR_LOST;
    return anchor_find(text, &t->anchor).state;
}

/* Questions that have no place, neither now nor afterwards, are not spoken of. */
static void find_threads(Restoring *r)
{
    AnchorText *text = r->thread_count ? anchor_text(&r->now, &r->arena) : NULL;

    for (size_t i = 0; i < r->thread_count; i++) {
        r->threads[i].before = state_in(&r->threads[i], text, &r->now);
        r->threads[i].after = r->threads[i].before;
    }
}

void restoring_begin(Restoring *r)
{
    const Redline *redline = &r->redline;

    redline_make(&r->now, &r->then, &r->arena, &r->redline);
    r->parts = arena_array(&r->arena, redline->part_count + 1, sizeof *r->parts);
    r->part_count = redline->part_count;
    for (size_t i = 0; i < redline->part_count; i++) {
        const RedlinePart *p = &redline->parts[i];
        r->parts[i] = (RestorePart){.id = p->id,
                                    .title = p->title,
                                    .same = !p->changed,
                                    .added = p->added,
                                    .removed = p->removed};
        if (p->title.len == 0)
            r->parts[i].title = str_from(_("before the first section"));
    }
    r->scope = RESTORE_WHOLE;
    r->block = review_step(redline, NO_INDEX, 1);
    find_threads(r);
}

size_t restoring_change(const Restoring *r, int number)
{
    for (size_t i = 0; i < r->redline.block_count; i++)
        if (review_is_change(&r->redline.blocks[i]) && --number == 0)
            return i;
    return NO_INDEX;
}

const RestorePart *restoring_part(const Restoring *r, size_t block)
{
    return &r->parts[review_part_at(&r->redline, block)];
}

void restoring_words(const Restoring *r, size_t block, StrBuf *out)
{
    static const char *const marks[][2] = {[CHANGE_SAME] = {"", ""},
                                           [CHANGE_ADDED] = {"{+", "+}"},
                                           [CHANGE_REMOVED] = {"[-", "-]"}};
    const RedlineBlock *b = &r->redline.blocks[block];
    StrBuf words = {0};

    for (size_t i = 0; i < b->change_count; i++) {
        const Change *c = &b->changes[i];
        if (c->kind != CHANGE_SAME || b->state != BLOCK_CHANGED)
            strbuf_addf(&words, "%s%s%.*s%s", words.len ? " " : "", marks[c->kind][0],
                        STR_ARG(c->text), marks[c->kind][1]);
    }
    if (b->state == BLOCK_MOVED_HERE)
        strbuf_addz(out, _("moved: "));
    unicode_visible(strbuf_view(&words), VISIBLE_ONE_LINE, out);
    strbuf_deinit(&words);
}

bool restoring_alone(const Restoring *r, size_t block)
{
    StrBuf ignored = {0};
    bool can = block != NO_INDEX &&
               bring_back_block(&r->redline, &r->now, &r->then, block, &ignored);

    strbuf_deinit(&ignored);
    return can;
}

bool restoring_ready(const Restoring *r)
{
    if (r->scope == RESTORE_CHANGE)
        return restoring_alone(r, r->block);
    for (size_t i = 0; r->scope == RESTORE_PARTS && i < r->part_count; i++)
        if (r->parts[i].wanted)
            return true;
    return r->scope == RESTORE_WHOLE;
}

static void build(const Restoring *r, StrBuf *out)
{
    bool *wanted = mem_alloc((r->part_count + 1) * sizeof *wanted);

    for (size_t i = 0; i < r->part_count; i++)
        wanted[i] = r->parts[i].wanted;
    if (r->scope == RESTORE_WHOLE)
        bring_back_whole(&r->now, &r->then, out);
    else if (r->scope == RESTORE_PARTS)
        bring_back_parts(&r->redline, &r->now, &r->then, wanted, out);
    else if (r->block == NO_INDEX ||
             !bring_back_block(&r->redline, &r->now, &r->then, r->block, out))
        strbuf_add(out, r->now.bytes);
    mem_free(wanted);
}

void restoring_look(Restoring *r, const Library *lib)
{
    Document after = {0};
    Redline changes;
    StrBuf out = {0};

    arena_reset(&r->looked);
    build(r, &out);
    r->bytes = arena_str(&r->looked, strbuf_view(&out));
    strbuf_deinit(&out);
    r->nothing = str_eq(r->bytes, r->now.bytes);
    document_read(r->bytes, lib, &r->looked, &after);
    redline_make(&r->now, &after, &r->looked, &changes);
    r->added = changes.added;
    r->removed = changes.removed;
    AnchorText *text = r->thread_count ? anchor_text(&after, &r->looked) : NULL;
    for (size_t i = 0; i < r->thread_count; i++)
        r->threads[i].after = state_in(&r->threads[i], text, &after);
}

static bool ends_so(const RestoreThread *t, AnchorState after)
{
    return t->after == after && (t->before != ANCHOR_LOST || t->after != ANCHOR_LOST);
}

size_t restoring_count(const Restoring *r, AnchorState after)
{
    size_t count = 0;

    for (size_t i = 0; i < r->thread_count; i++)
        count += ends_so(&r->threads[i], after);
    return count;
}

void restoring_labels(const Restoring *r, AnchorState after, StrBuf *out)
{
    size_t count = 0;

    for (size_t i = 0; i < r->thread_count; i++)
        if (ends_so(&r->threads[i], after))
            strbuf_addf(out, "%s%.*s", count++ ? ", " : "",
                        STR_ARG(r->threads[i].label));
}

int restoring_number(const Restoring *r)
{
    return r->last + 1 + (r->unsaved ? 1 : 0);
}

void restoring_chosen(const Restoring *r, StrBuf *out)
{
    size_t count = 0;

    for (size_t i = 0; i < r->part_count; i++)
        if (r->parts[i].wanted)
            strbuf_addf(out, "%s%.*s", count++ ? ", " : "", STR_ARG(r->parts[i].title));
}

const char *restoring_becomes(AnchorState after)
{
    switch (after) {
    case ANCHOR_LOST:
        return N_("lose their words and are listed as without a place: %s");
    case ANCHOR_EDITED:
        return N_("stand at words that change, look again: %s");
    case ANCHOR_MOVED:
        return N_("move with their words: %s");
    case ANCHOR_HERE:
        break;
    }
    return N_("stay where they are: %s");
}

void restoring_note(const Restoring *r, StrBuf *out)
{
    StrBuf which = {0}, parts = {0};

    if (r->revision.number > 0)
        message_addf(&which, _("revision %d"), r->revision.number);
    else
        strbuf_addf(&which, "%.12s", r->revision.commit);
    restoring_chosen(r, &parts);
    if (r->scope == RESTORE_CHANGE)
        message_addf(out, _("One change restored from %s"), strbuf_cstr(&which));
    else if (r->scope == RESTORE_PARTS)
        message_addf(out, _("%s restored from %s"), strbuf_cstr(&parts),
                     strbuf_cstr(&which));
    else
        message_addf(out, _("Restored from %s"), strbuf_cstr(&which));
    strbuf_deinit(&which);
    strbuf_deinit(&parts);
}
