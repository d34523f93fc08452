#include "diff/authorship.h"

#include <string.h>

#include "diff/compare.h"
#include "diff/phrases.h"
#include "diff/plain_blocks.h"

/* Runs as they are made. */
typedef struct Maker {
    Arena *arena;
    AuthorRun *runs;
    size_t count, cap;
} Maker;

static void add(Maker *m, size_t end, uint32_t revision)
{
    size_t start = m->count ? m->runs[m->count - 1].end : 0;

    if (end <= start)
        return;
    if (m->count && m->runs[m->count - 1].revision == revision) {
        m->runs[m->count - 1].end = (uint32_t)end;
        return;
    }
    m->runs = arena_grow(m->arena, m->runs, m->count, &m->cap, sizeof *m->runs);
    m->runs[m->count++] = (AuthorRun){(uint32_t)end, revision};
}

/* Index of the run that holds the byte. */
static size_t run_at(const Authorship *by, size_t offset)
{
    size_t low = 0, high = by->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by->runs[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t authorship_at(const Authorship *by, size_t offset)
{
    size_t i = run_at(by, offset);

    return i < by->count ? by->runs[i].revision : 0;
}

/* The bytes [from, to) of the old text stand in the new one, up to `end`. */
static void copy(Maker *m, const Authorship *by, size_t from, size_t to, size_t end)
{
    for (size_t i = run_at(by, from); i < by->count && from < to; i++) {
        size_t stop = by->runs[i].end < to ? by->runs[i].end : to;
        add(m, end - (to - stop), by->runs[i].revision);
        from = stop;
    }
}

/* -- the paragraphs that differ --------------------------------------------------- */

/* What is left of two texts without the whole paragraphs they begin and end with. */
typedef struct Middle {
    size_t start, old_end, new_end;
} Middle;

static size_t same_at_start(Str a, Str b)
{
    size_t most = a.len < b.len ? a.len : b.len, at = 0;

    while (at + 256 <= most && memcmp(a.ptr + at, b.ptr + at, 256) == 0)
        at += 256;
    while (at < most && a.ptr[at] == b.ptr[at])
        at++;
    return at;
}

static size_t same_at_end(Str a, Str b, size_t most)
{
    const char *p = a.ptr + a.len, *q = b.ptr + b.len;
    size_t count = 0;

    while (count + 256 <= most && memcmp(p - count - 256, q - count - 256, 256) == 0)
        count += 256;
    while (count < most && p[-(ptrdiff_t)count - 1] == q[-(ptrdiff_t)count - 1])
        count++;
    return count;
}

static Middle find_middle(Str old, Str new)
{
    size_t shorter = old.len < new.len ? old.len : new.len;

    if (shorter == 0)
        return (Middle){0, old.len, new.len};
    size_t start = same_at_start(old, new);
    size_t end = same_at_end(old, new, shorter - start);
    size_t behind = plain_block_behind(new, new.len - end);
    /* The old text begins a block there too: what is before may differ. */
    while (behind < new.len && plain_block_behind(old, old.len - (new.len - behind)) !=
                                   old.len - (new.len - behind))
        behind = plain_block_behind(new, behind + 1);
    size_t kept = new.len - behind;
    return (Middle){plain_block_before(new, start), old.len - kept, new.len - kept};
}

/* By new token: the old one it is, or ALIGN_NONE. */
static uint32_t *find_sources(const Comparison *c, Arena *scratch)
{
    size_t count = c->after.tokens.count;
    uint32_t *source = arena_array(scratch, count + 1, sizeof *source);

    for (size_t i = 0; i < count; i++)
        source[i] = ALIGN_NONE;
    for (size_t i = 0; i < c->before.tokens.count; i++)
        if (c->partner[i] != ALIGN_NONE)
            source[c->partner[i]] = (uint32_t)i;
    for (size_t b = 0; b < c->before.text->block_count; b++) {
        size_t to = c->moved_to[b];
        if (to == NO_INDEX || c->before.blocks[b].same != c->after.blocks[to].same)
            continue;
        for (size_t i = 0; i < c->before.blocks[b].count; i++)
            source[c->after.blocks[to].first + i] =
                (uint32_t)(c->before.blocks[b].first + i);
    }
    phrases_find(&c->before.tokens, &c->after.tokens, source, scratch);
    return source;
}

typedef struct Texts {
    const AuthoredText *before;
    Str after;
    uint32_t revision;
} Texts;

/* White space and marks between words are with the word before them. */
static void add_between(Maker *m, const Texts *t, size_t end)
{
    add(m, end, m->count ? m->runs[m->count - 1].revision : t->revision);
}

/* One word that was there: as much of it as is the same. */
static void add_kept(Maker *m, const Texts *t, const Token *old, const Token *new)
{
    size_t from = (size_t)(old->text.ptr - t->before->bytes.ptr);
    size_t start = (size_t)(new->text.ptr - t->after.ptr);
    bool same = str_eq(old->text, new->text);
    size_t stem = same ? new->text.len : new->stem;

    if (!same && (old->stem != new->stem || new->stem == new->text.len)) {
        /* The number of an item follows from its place. */
        add(m, start + new->text.len, authorship_at(&t->before->by, from));
        return;
    }
    copy(m, &t->before->by, from, from + stem, start + stem);
    add(m, start + new->text.len, t->revision);
}

/* The blocks of both texts. Those that are equal and in order need no redline: by new
 * block the old one, or ALIGN_NONE. */
typedef struct Blocks {
    DiffText before, after;
    uint32_t *same;
} Blocks;

static Ids block_ids(const DiffText *text, WordIds *ids, Arena *scratch)
{
    uint32_t *items = arena_array(scratch, text->block_count + 1, sizeof *items);

    for (size_t i = 0; i < text->block_count; i++)
        items[i] = word_id(ids, text->blocks[i].text);
    return (Ids){items, text->block_count};
}

static void pair_equal(Blocks *b, Arena *scratch)
{
    WordIds ids = {.arena = scratch};
    Ids before = block_ids(&b->before, &ids, scratch);
    Ids after = block_ids(&b->after, &ids, scratch);
    uint32_t *partner = arena_array(scratch, before.count + 1, sizeof *partner);

    b->same = arena_array(scratch, after.count + 1, sizeof *b->same);
    for (size_t i = 0; i < after.count; i++)
        b->same[i] = ALIGN_NONE;
    align_ids(before, after, scratch, partner);
    for (size_t i = 0; i < before.count; i++)
        if (partner[i] != ALIGN_NONE)
            b->same[partner[i]] = (uint32_t)i;
}

/* Those that are left, which are compared. */
static void leave_out_equal(const Blocks *b, DiffText *before, DiffText *after,
                            Arena *scratch)
{
    DiffBlock *old = arena_array(scratch, b->before.block_count + 1, sizeof *old);
    DiffBlock *new = arena_array(scratch, b->after.block_count + 1, sizeof *new);
    size_t n = 0, next = 0;

    *before = b->before;
    *after = b->after;
    for (size_t i = 0, o = 0; i <= b->after.block_count; i++) {
        bool end = i == b->after.block_count;
        if (!end && b->same[i] == ALIGN_NONE) {
            new[next++] = b->after.blocks[i];
            continue;
        }
        size_t stop = end ? b->before.block_count : b->same[i];
        while (o < stop)
            old[n++] = b->before.blocks[o++];
        o = stop + 1;
    }
    before->blocks = old;
    before->block_count = n;
    after->blocks = new;
    after->block_count = next;
}

static void add_changed(Maker *m, const Texts *t, const Comparison *c,
                        const uint32_t *source, const Piece *block)
{
    for (size_t i = block->first; i < block->first + block->count; i++) {
        const Token *token = &c->after.tokens.items[i];
        size_t start = (size_t)(token->text.ptr - t->after.ptr);
        if (m->count > 0)
            add_between(m, t, start);
        if (source[i] == ALIGN_NONE)
            add(m, start + token->text.len, t->revision);
        else
            add_kept(m, t, &c->before.tokens.items[source[i]], token);
    }
}

static void add_same(Maker *m, const Texts *t, Str old, Str new)
{
    size_t from = (size_t)(old.ptr - t->before->bytes.ptr);
    size_t start = (size_t)(new.ptr - t->after.ptr);

    if (m->count > 0)
        add_between(m, t, start);
    copy(m, &t->before->by, from, from + old.len, start + new.len);
}

static void add_middle(Maker *m, const Texts *t, Middle at, Lang lang)
{
    Arena scratch = {0};
    Comparison c;
    DiffText old, new;
    Blocks b = {.before = plain_blocks(
                    str_slice(t->before->bytes, at.start, at.old_end), lang, &scratch),
                .after = plain_blocks(str_slice(t->after, at.start, at.new_end), lang,
                                      &scratch)};
    size_t next = 0;

    pair_equal(&b, &scratch);
    leave_out_equal(&b, &old, &new, &scratch);
    compare_texts(&old, &new, &scratch, &c);
    const uint32_t *source = find_sources(&c, &scratch);
    for (size_t i = 0; i < b.after.block_count; i++) {
        if (b.same[i] != ALIGN_NONE)
            add_same(m, t, b.before.blocks[b.same[i]].text, b.after.blocks[i].text);
        else
            add_changed(m, t, &c, source, &c.after.blocks[next++]);
    }
    add_between(m, t, at.new_end);
    arena_deinit(&scratch);
}

void authorship_next(const AuthoredText *before, Str after, uint32_t revision,
                     Lang lang, Arena *arena, Authorship *out)
{
    Maker m = {.arena = arena};
    const Texts texts = {before, after, revision};
    Middle at = find_middle(before->bytes, after);

    copy(&m, &before->by, 0, at.start, at.start);
    if (at.start < at.new_end) {
        if (at.start < at.old_end)
            add_middle(&m, &texts, at, lang);
        else
            add(&m, at.new_end, revision);
    }
    copy(&m, &before->by, at.old_end, before->bytes.len, after.len);
    *out = (Authorship){m.runs, m.count};
}

void authorship_join(const AuthoredText *other, Str after, uint32_t revision, Lang lang,
                     Arena *arena, Authorship *mine)
{
    Maker m = {.arena = arena};
    Authorship theirs;
    size_t start = 0, at = 0;

    authorship_next(other, after, revision, lang, arena, &theirs);
    for (size_t i = 0; i < mine->count; i++) {
        size_t end = mine->runs[i].end;
        if (mine->runs[i].revision != revision)
            add(&m, end, mine->runs[i].revision);
        for (; start < end && mine->runs[i].revision == revision; at++) {
            size_t stop = theirs.runs[at].end;
            if (stop <= start)
                continue;
            add(&m, stop < end ? stop : end, theirs.runs[at].revision);
            start = stop;
            if (stop > end)
                break;
        }
        start = end;
    }
    *mine = (Authorship){m.runs, m.count};
}

/* -- kept ------------------------------------------------------------------------- */

/* Seven bits a byte, the lowest first; the highest bit says that more follow. */
static void put_number(uint32_t value, StrBuf *out)
{
    for (; value >= 0x80; value >>= 7)
        strbuf_addc(out, (char)((value & 0x7f) | 0x80));
    strbuf_addc(out, (char)value);
}

static bool take_number(Str *rest, uint32_t *out)
{
    uint64_t value = 0;

    for (int shift = 0; rest->len > 0 && shift < 35; shift += 7) {
        unsigned char byte = (unsigned char)rest->ptr[0];
        *rest = str_slice(*rest, 1, rest->len);
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte & 0x80)
            continue;
        *out = (uint32_t)value;
        return value <= UINT32_MAX;
    }
    return false;
}

void authorship_write(const Authorship *by, StrBuf *out)
{
    uint32_t start = 0;

    for (size_t i = 0; i < by->count; i++) {
        put_number(by->runs[i].end - start, out);
        put_number(by->runs[i].revision, out);
        start = by->runs[i].end;
    }
}

bool authorship_read(Str bytes, size_t length, uint32_t most, Arena *arena,
                     Authorship *out)
{
    Maker m = {.arena = arena};
    uint64_t end = 0;
    uint32_t size, revision;

    while (bytes.len > 0) {
        if (!take_number(&bytes, &size) || !take_number(&bytes, &revision))
            return false;
        end += size;
        if (size == 0 || end > length || revision == 0 || revision > most)
            return false;
        add(&m, (size_t)end, revision);
    }
    *out = (Authorship){m.runs, m.count};
    return end == length;
}
