#include "doc/adopt.h"

#include "base/utf8.h"
#include "doc/markdown_same.h"
#include "doc/marker.h"

enum {
    WORDS_MAX = 120,       /* bytes of the words that are shown */
    TRIES_MIN = 6,         /* readings of the result, at least … */
    TRIES_MAX = 400,       /* … and at most, */
    TRIED_BYTES = 8 << 20, /* as long as they stay below so many bytes */
};

/* -- what is proposed ----------------------------------------------------- */

static bool is_whole_label(const Document *doc, const Part *part, size_t block)
{
    return part->label.end > part->label.start &&
           part->label.end >= doc->blocks[block].range.end;
}

/* The block of the label, else the first of the body. */
static size_t block_of(const Document *doc, const Part *part)
{
    if (part->label.end > part->label.start) {
        size_t block = document_block_at(doc, part->label.start);
        if (block != NO_INDEX)
            return block;
    }
    for (size_t i = 0; i < part->block_count; i++)
        if (doc->blocks[part->first_block + i].range.end > part->body.start)
            return part->first_block + i;
    return part->first_block;
}

static Str words_of(const Document *doc, const Part *part, size_t block)
{
    size_t end = part->first_block + part->block_count;

    if (is_whole_label(doc, part, block))
        block++;
    for (; block < end; block++) {
        Str text = doc->blocks[block].prose.text;
        if (text.len > 0)
            return utf8_cut(text, WORDS_MAX);
    }
    return (Str){0};
}

void adopt_propose(const Document *doc, Arena *arena, Adoption *out)
{
    *out =
        (Adoption){.items = arena_array(arena, doc->part_count + 1, sizeof(Proposal))};
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        out->held += part->found == FOUND_MARKER;
        if (part->found == FOUND_MARKER || part->kind == PART_OTHER ||
            part->block_count == 0)
            continue;
        size_t block = block_of(doc, part);
        out->items[out->count++] = (Proposal){
            .part = i,
            .found = part->found,
            .confidence = part->confidence,
            .labelled = part->label.end > part->label.start,
            .words = words_of(doc, part, block),
            .kind = part->kind,
            .also = part->also,
            .block = block,
            .taken = true,
        };
    }
}

bool adopt_may_begin(const Document *doc, const Adoption *a, size_t item, size_t block)
{
    const Proposal *p = &a->items[item];
    Str id;

    if (block >= doc->block_count || p->labelled || block_continues(doc, block) ||
        doc->blocks[block].kind == BLOCK_HTML)
        return false;
    if ((item > 0 && block <= a->items[item - 1].block) ||
        (item + 1 < a->count && block >= a->items[item + 1].block))
        return false;
    /* Not across a part that carries its id. */
    size_t from = block < p->block ? block : p->block;
    size_t to = block < p->block ? p->block : block;
    for (size_t i = from; i < to; i++)
        if (marker_id(doc, i, &id))
            return false;
    return true;
}

void adopt_move(const Document *doc, Proposal *p, size_t block)
{
    p->block = block;
    p->words = (Str){0};
    for (; block < doc->block_count && p->words.len == 0; block++)
        p->words = utf8_cut(doc->blocks[block].prose.text, WORDS_MAX);
}

void adopt_accept(Proposal *p)
{
    p->taken = true;
    p->refused = false;
}

void adopt_name(Proposal *p, PartKind kind)
{
    adopt_accept(p);
    p->kind = kind;
    p->also = 0;
    p->named = true;
}

void adopt_refuse(Proposal *p)
{
    p->taken = false;
    p->refused = true;
}

/* -- ids ------------------------------------------------------------------ */

/* How many parts of each kind have an id. */
typedef struct Ids {
    const Document *doc;
    int last[PART_KIND_COUNT];
} Ids;

/* "problem-2": the kind and the number. */
static void count_id(Ids *ids, Str id)
{
    size_t dash = str_rfind_byte(id, '-');
    int number = 0;
    PartKind kind;
    const PartSpec *spec = ids->doc->tmpl ? template_spec(ids->doc->tmpl, id) : NULL;

    if (spec) {
        kind = spec->kind;
        number = 1;
    } else if (part_kind_parse(id, &kind)) {
        number = 1;
    } else if (dash == STR_NONE ||
               !str_to_int(str_slice(id, dash + 1, id.len), &number) ||
               !part_kind_parse(str_slice(id, 0, dash), &kind)) {
        return;
    }
    if (number > ids->last[kind])
        ids->last[kind] = number;
}

static void ids_read(const Document *doc, Ids *out)
{
    Str id;

    *out = (Ids){.doc = doc};
    for (size_t i = 0; i < doc->block_count; i++)
        if (marker_id(doc, i, &id))
            count_id(out, id);
}

static Str next_id(Ids *ids, PartKind kind, Arena *arena)
{
    const Template *t = ids->doc->tmpl;
    int number = ++ids->last[kind];

    for (size_t i = 0; t && number == 1 && kind != PART_OTHER && i < t->spec_count; i++)
        if (t->specs[i].kind == kind)
            return t->specs[i].id;
    if (number == 1)
        return str_from(part_kind_name(kind));
    return arena_printf(arena, "%s-%d", part_kind_name(kind), number);
}

/* -- writing -------------------------------------------------------------- */

/* One comment to be written. */
typedef struct Comment {
    size_t proposal; /* index, or NO_INDEX: it only keeps a part of ours apart */
    PartKind kind;
    size_t block; /* the block it stands for … */
    size_t site;  /* … and the one it is written at */
    Str id;
    int place; /* MarkerPlace, or MARKER_PLACES: it found none */
} Comment;

typedef struct Writer {
    const Document *doc;
    const Library *lib;
    Arena *arena;
    Comment *items; /* in file order */
    size_t count, cap;
    Ids ids;
    size_t tries;      /* left */
    const bool *apart; /* by part: one that is none of ours is kept apart */
    const bool *again; /* by proposal: refused, and found all the same */
} Writer;

static void add_comment(Writer *w, Comment c)
{
    w->items = arena_grow(w->arena, w->items, w->count, &w->cap, sizeof c);
    w->items[w->count++] = c;
}

/* Under a label that is a block of its own, else above the first block. */
static int first_place(const Document *doc, size_t block, bool label)
{
    const Block *b = &doc->blocks[block];

    if (label && (block + 1 == doc->block_count || !block_continues(doc, block + 1)))
        return MARKER_UNDER;
    bool first_item =
        b->kind == BLOCK_ITEM &&
        (block == 0 || b[-1].kind != BLOCK_ITEM || b[-1].level < b->level);
    return first_item ? MARKER_OUTSIDE : MARKER_ABOVE;
}

static void add_part(Writer *w, size_t proposal, const Part *part, PartKind kind,
                     size_t block)
{
    bool label = is_whole_label(w->doc, part, block) &&
                 block == document_block_at(w->doc, part->label.start);
    Comment c = {.proposal = proposal, .kind = kind, .block = block, .site = block};

    while (block_continues(w->doc, c.site))
        c.site--;
    c.id = next_id(&w->ids, kind, w->arena);
    c.place = c.site == block ? first_place(w->doc, block, label)
                              : first_place(w->doc, c.site, false);
    add_comment(w, c);
}

static void add_proposal(Writer *w, size_t index, const Proposal *p)
{
    const Part *part = &w->doc->parts[p->part];
    PartKind kind = p->taken ? p->kind : PART_OTHER;

    if (!p->taken && !p->labelled && !w->again[index])
        return;
    add_part(w, index, part, kind, p->block);
    for (int also = 0; p->taken && also < PART_KIND_COUNT; also++)
        if (p->also & PART_BIT(also) && (PartKind)also != kind)
            add_part(w, index, part, (PartKind)also, p->block);
}

/* A part that is none of ours ends the one before it; an id keeps it so. */
static void add_all(Writer *w, const Adoption *a)
{
    size_t next = 0;

    w->count = 0;
    ids_read(w->doc, &w->ids);
    for (size_t i = 0; i < w->doc->part_count; i++) {
        if (next < a->count && a->items[next].part == i) {
            add_proposal(w, next, &a->items[next]);
            next++;
        } else if (w->apart[i]) {
            add_part(w, NO_INDEX, &w->doc->parts[i], PART_OTHER,
                     block_of(w->doc, &w->doc->parts[i]));
        }
    }
}

/* A document with comments. */
typedef struct Written {
    Str bytes;
    Insertion *items; /* in order of place */
    size_t *added;    /* by item: bytes put in up to it */
    size_t count;
} Written;

/* With the first `count` comments, as far as they have a place. */
static void compose(const Writer *w, size_t count, Arena *arena, Written *out)
{
    *out = (Written){.items = arena_array(arena, count + 1, sizeof *out->items),
                     .added = arena_array(arena, count + 1, sizeof *out->added)};
    for (size_t i = 0; i < count; i++) {
        const Comment *c = &w->items[i];
        if (c->place == MARKER_PLACES)
            continue;
        Insertion made =
            marker_insertion(w->doc, c->site, (MarkerPlace)c->place, c->id, arena);
        size_t at = out->count++;
        for (; at > 0 && out->items[at - 1].at > made.at; at--)
            out->items[at] = out->items[at - 1];
        out->items[at] = made;
    }
    for (size_t i = 0, sum = 0; i < out->count; i++)
        out->added[i] = sum += out->items[i].text.len;
    out->bytes = insertions_apply(w->doc->bytes, out->items, out->count, arena);
}

/* Where an offset of the document lies behind the comments. */
static size_t moved(const Written *w, size_t offset)
{
    size_t low = 0, high = w->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->items[middle].at <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return offset + (low > 0 ? w->added[low - 1] : 0);
}

static Str body_of(const Document *doc, Str bytes)
{
    return str_slice(bytes, doc->start, bytes.len);
}

/* Is each of the first `count` comments read as it is meant, and does the text
 * around them stay what it was? */
static bool comments_hold(const Writer *w, size_t count)
{
    Arena arena = {0};
    Written written;
    Document after;

    compose(w, count, &arena, &written);
    bool hold =
        markdown_same(body_of(w->doc, w->doc->bytes), body_of(w->doc, written.bytes));
    if (hold)
        document_read(written.bytes, w->lib, &arena, &after);
    for (size_t i = 0; hold && i < count; i++) {
        const Comment *c = &w->items[i];
        if (c->place == MARKER_PLACES)
            continue;
        size_t at = moved(&written, w->doc->blocks[c->block].range.start);
        size_t part = document_part_at(&after, at);
        hold = part != NO_INDEX && after.parts[part].found == FOUND_MARKER &&
               part_tells(&after.parts[part], c->kind);
    }
    arena_deinit(&arena);
    return hold;
}

/* -- finding what does not hold ------------------------------------------- */

/* A document that is large may not be read as often. */
static size_t tries_for(Str bytes)
{
    size_t tries = TRIED_BYTES / (bytes.len + 1);

    return tries < TRIES_MIN ? TRIES_MIN : tries > TRIES_MAX ? TRIES_MAX : tries;
}

static bool writer_holds(void *ctx, size_t count)
{
    Writer *w = ctx;

    if (w->tries == 0)
        return false;
    w->tries--;
    return comments_hold(w, count);
}

/* The next way to write a comment; the first one was chosen, then all in order. */
static int next_place(const Comment *c, unsigned *tried)
{
    *tried |= 1u << c->place | 1u << MARKER_UNDER;
    for (int place = MARKER_ABOVE; place < MARKER_PLACES; place++)
        if (!(*tried & (1u << place)))
            return place;
    return MARKER_PLACES;
}

/* Find a place for every comment, or none. */
static void settle(Writer *w)
{
    size_t good = 0;

    w->tries = tries_for(w->doc->bytes);
    while (good < w->count && !writer_holds(w, w->count)) {
        size_t bad = first_bad(writer_holds, w, good, w->count);
        Comment *c = &w->items[bad];
        for (unsigned tried = 0; c->place < MARKER_PLACES;) {
            c->place = next_place(c, &tried);
            if (c->place < MARKER_PLACES && writer_holds(w, bad + 1))
                break;
        }
        good = bad + 1;
        for (size_t i = good; w->tries == 0 && i < w->count; i++)
            w->items[i].place = MARKER_PLACES;
    }
}

/* Which parts that are none of ours does one with an id swallow now? */
static bool find_swallowed(const Writer *w, const Written *written, bool *apart)
{
    Arena arena = {0};
    Document after;
    bool any = false;

    document_read(written->bytes, w->lib, &arena, &after);
    for (size_t i = 0; i < w->doc->part_count; i++) {
        const Part *part = &w->doc->parts[i];
        if (part->kind != PART_OTHER || part->found == FOUND_MARKER ||
            part_is_empty(w->doc, part))
            continue;
        size_t at = w->doc->blocks[block_of(w->doc, part)].range.start;
        size_t now = document_part_at(&after, moved(written, at));
        apart[i] = now != NO_INDEX && after.parts[now].kind != PART_OTHER &&
                   after.parts[now].found == FOUND_MARKER;
        any = any || apart[i];
    }
    arena_deinit(&arena);
    return any;
}

/* Which of those a person refused are found again at their places? */
static bool find_again(const Writer *w, const Adoption *a, const Written *written,
                       bool *again)
{
    Arena arena = {0};
    Document after;
    bool any = false;

    document_read(written->bytes, w->lib, &arena, &after);
    for (size_t i = 0; i < a->count; i++) {
        const Proposal *p = &a->items[i];
        if (!p->refused || p->labelled || again[i])
            continue;
        size_t at = w->doc->blocks[p->block].range.start;
        size_t now = document_part_at(&after, moved(written, at));
        again[i] = now != NO_INDEX && after.parts[now].kind != PART_OTHER &&
                   after.parts[now].found == FOUND_INFERRED;
        any = any || again[i];
    }
    arena_deinit(&arena);
    return any;
}

/* Comments without a place used up numbers: each kind counts from its first. */
static void number_again(Writer *w)
{
    ids_read(w->doc, &w->ids);
    for (size_t i = 0; i < w->count; i++)
        if (w->items[i].place < MARKER_PLACES)
            w->items[i].id = next_id(&w->ids, w->items[i].kind, w->arena);
}

static void write_all(Writer *w, const Adoption *a, Written *out)
{
    add_all(w, a);
    settle(w);
    number_again(w);
    compose(w, w->count, w->arena, out);
}

void adopt_write(const Document *doc, const Library *lib, const Adoption *a,
                 Arena *arena, Adopted *out)
{
    bool *apart = arena_array(arena, doc->part_count + 1, sizeof *apart);
    bool *again = arena_array(arena, a->count + 1, sizeof *again);
    Writer w = {.doc = doc, .lib = lib, .arena = arena, .apart = apart, .again = again};
    Written written;

    write_all(&w, a, &written);
    bool swallowed = w.count > 0 && find_swallowed(&w, &written, apart);
    if (find_again(&w, a, &written, again) || swallowed)
        write_all(&w, a, &written);
    Str *ids = arena_array(arena, w.count + 1, sizeof *ids);
    *out = (Adopted){.bytes = written.bytes,
                     .added = written.count,
                     .ids = ids,
                     .left = arena_array(arena, a->count + 1, sizeof *out->left)};
    for (size_t i = 0; i < w.count; i++) {
        const Comment *c = &w.items[i];
        if (c->place < MARKER_PLACES)
            *ids++ = c->id;
        if (c->place < MARKER_PLACES || c->proposal == NO_INDEX ||
            !a->items[c->proposal].taken || out->left[c->proposal])
            continue;
        out->left[c->proposal] = true;
        out->left_count++;
    }
}
