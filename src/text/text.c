#include "text/text.h"

#include <assert.h>

#include "base/mem.h"
#include "base/unicode.h"
#include "base/utf8.h"

/* One replacement: at `pos` the bytes `removed` gave way to `added`. */
typedef struct Edit {
    size_t pos;
    StrBuf removed;
    StrBuf added;
    uint64_t before; /* version without this edit */
    uint64_t after;  /* version with it */
    bool starts;     /* first edit of a step */
    bool forward;    /* grown by the Delete key: the caret stays at `pos` */
} Edit;

struct Text {
    StrBuf bytes;
    Edit *edits;
    size_t count; /* edits that can be undone or redone */
    size_t done;  /* of these, how many are in the bytes */
    size_t cap;
    uint64_t version;
    uint64_t newest; /* highest version ever given */
    bool sealed;     /* the next replacement begins a step */
    int grouping;    /* groups that are open, one in the other */
    bool group_open; /* the outer one has an edit already */
    /* Since text_seen(): the bytes at both ends that nothing touched. */
    size_t seen_len, head, tail;
};

Text *text_new(Str bytes)
{
    Text *t = mem_alloc(sizeof *t);
    strbuf_add(&t->bytes, bytes);
    t->sealed = true;
    text_seen(t);
    return t;
}

static void forget_redo(Text *t)
{
    while (t->count > t->done) {
        Edit *e = &t->edits[--t->count];
        strbuf_deinit(&e->removed);
        strbuf_deinit(&e->added);
    }
}

void text_free(Text *t)
{
    if (!t)
        return;
    t->done = 0;
    forget_redo(t);
    mem_free(t->edits);
    strbuf_deinit(&t->bytes);
    mem_free(t);
}

Str text_view(const Text *t)
{
    return strbuf_view(&t->bytes);
}

size_t text_len(const Text *t)
{
    return t->bytes.len;
}

uint64_t text_version(const Text *t)
{
    return t->version;
}

void text_seen(Text *t)
{
    t->seen_len = t->head = t->tail = t->bytes.len;
}

bool text_unseen(const Text *t, TextEdit *out)
{
    *out = (TextEdit){0};
    if (t->head == t->seen_len && t->tail == t->seen_len && t->bytes.len == t->seen_len)
        return false; /* nothing was touched: both are the whole */
    out->offset = t->head;
    out->removed = t->seen_len - t->head - t->tail;
    out->added = str_slice(text_view(t), t->head, t->bytes.len - t->tail);
    return out->removed > 0 || out->added.len > 0;
}

/* All that changes the bytes: nothing else may. */
static void splice(Text *t, Range r, Str s)
{
    size_t behind = t->bytes.len - r.end;

    if (r.start < t->head)
        t->head = r.start;
    if (behind < t->tail)
        t->tail = behind;
    strbuf_splice(&t->bytes, r, s);
}

static bool is_blank_at(Str s, size_t at)
{
    uint32_t cp;
    utf8_decode(s, at, &cp);
    return unicode_is_space(cp);
}

static bool ends_blank(Str s)
{
    return s.len > 0 && is_blank_at(s, utf8_before(s, s.len));
}

/* What typing sends: no line break, and no second word inside. */
static bool is_typed(Str s)
{
    bool blank = false;

    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        size_t len = utf8_decode(s, at, &cp);
        bool space = unicode_is_space(cp);
        if (cp == '\n' || cp == '\r' || (blank && !space))
            return false;
        blank = space;
        at += len;
    }
    return s.len > 0;
}

static bool is_one_character(Str s)
{
    return s.len > 0 && grapheme_next(s, 0) == s.len && is_typed(s);
}

/* `s` typed where the last step ended, or in place of its last characters, as
 * when a jamo composes with the syllable before it. */
static bool join_insertion(Text *t, Edit *last, Range r, Str s)
{
    Str typed = strbuf_view(&last->added);

    if (r.end != last->pos + typed.len || r.start < last->pos || !is_typed(s) ||
        !is_typed(typed))
        return false;
    Str kept = str_slice(typed, 0, r.start - last->pos);
    if (ends_blank(kept) && !is_blank_at(s, 0))
        return false;
    splice(t, r, s);
    strbuf_truncate(&last->added, kept.len);
    strbuf_add(&last->added, s);
    return true;
}

/* One more character taken away with Backspace or Delete. */
static bool join_deletion(Text *t, Edit *last, Range r)
{
    Str gone = str_range(text_view(t), r);
    Str before = strbuf_view(&last->removed);
    bool fresh = is_one_character(before);

    if (last->added.len > 0 || !is_typed(before) || !is_one_character(gone))
        return false;
    bool blank = is_blank_at(gone, 0);
    if (r.end == last->pos && (fresh || !last->forward)) {
        if (is_blank_at(before, 0) && !blank)
            return false;
        strbuf_splice(&last->removed, (Range){0, 0}, gone);
        last->pos = r.start;
        last->forward = false;
    } else if (r.start == last->pos && (fresh || last->forward)) {
        if (ends_blank(before) && !blank)
            return false;
        strbuf_add(&last->removed, gone);
        last->forward = true;
    } else
        return false;
    splice(t, r, STR(""));
    return true;
}

static bool join_step(Text *t, Range r, Str s)
{
    if (t->sealed || t->grouping || t->done == 0)
        return false;
    Edit *last = &t->edits[t->done - 1];
    bool joined = s.len > 0 ? join_insertion(t, last, r, s) : join_deletion(t, last, r);
    if (joined)
        last->after = t->version = ++t->newest;
    return joined;
}

static void record(Text *t, Range r, Str s)
{
    if (t->count == t->cap) {
        t->cap = t->cap ? t->cap * 2 : 64;
        t->edits = mem_realloc(t->edits, t->cap * sizeof *t->edits);
    }
    Edit *e = &t->edits[t->count++];
    *e = (Edit){.pos = r.start, .before = t->version, .after = ++t->newest};
    e->starts = !t->grouping || !t->group_open;
    strbuf_add(&e->removed, str_range(text_view(t), r));
    strbuf_add(&e->added, s);
    splice(t, r, s);
    t->version = e->after;
    t->done = t->count;
    t->group_open = t->grouping;
    t->sealed = false;
}

void text_replace(Text *t, Range r, Str s)
{
    assert(r.start <= r.end && r.end <= t->bytes.len);
    if (r.start == r.end && s.len == 0)
        return;
    forget_redo(t);
    if (!join_step(t, r, s))
        record(t, r, s);
}

void text_seal(Text *t)
{
    t->sealed = true;
}

void text_group_begin(Text *t)
{
    if (t->grouping++ == 0)
        t->group_open = false;
}

static void close_groups(Text *t)
{
    t->grouping = 0;
    t->group_open = false;
    t->sealed = true;
}

void text_group_end(Text *t)
{
    assert(t->grouping > 0);
    if (t->grouping > 1)
        t->grouping--;
    else
        close_groups(t);
}

bool text_can_undo(const Text *t)
{
    return t->done > 0;
}

bool text_can_redo(const Text *t)
{
    return t->done < t->count;
}

bool text_undo(Text *t, size_t *pos)
{
    bool started = false;

    if (!text_can_undo(t))
        return false;
    close_groups(t);
    while (!started && t->done > 0) {
        const Edit *e = &t->edits[--t->done];
        splice(t, (Range){e->pos, e->pos + e->added.len}, strbuf_view(&e->removed));
        t->version = e->before;
        *pos = e->forward ? e->pos : e->pos + e->removed.len;
        started = e->starts;
    }
    return true;
}

bool text_redo(Text *t, size_t *pos)
{
    if (!text_can_redo(t))
        return false;
    close_groups(t);
    do {
        const Edit *e = &t->edits[t->done++];
        splice(t, (Range){e->pos, e->pos + e->removed.len}, strbuf_view(&e->added));
        t->version = e->after;
        *pos = e->pos + e->added.len;
    } while (t->done < t->count && !t->edits[t->done].starts);
    return true;
}
