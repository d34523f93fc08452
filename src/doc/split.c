#include "doc/split.h"

#include <stdlib.h>

#include "doc/line.h"
#include "doc/marker.h"

/* A piece of the FAQ: a pair, or the words over a group of pairs. */
typedef struct Piece {
    Range range;
    bool group;    /* a heading and what stands under it before its first pair */
    bool internal; /* of a pair; of a group without pairs: where it goes */
    bool there;    /* of a group: it was written already */
} Piece;

typedef struct Splitter {
    const Document *doc;
    const Split *split;
    const Part *part;
    Arena *arena;
    Piece *pieces; /* they tile the FAQ behind its opening words */
    size_t count, cap;
    Str newline;
    StrBuf out;
    size_t last_end; /* of the piece written last: what follows it there may follow */
} Splitter;

/* -- pieces --------------------------------------------------------------- */

static void add_piece(Splitter *s, Piece piece)
{
    if (piece.range.start >= piece.range.end)
        return;
    s->pieces = arena_grow(s->arena, s->pieces, s->count, &s->cap, sizeof piece);
    s->pieces[s->count++] = piece;
}

/* Where the first group or pair begins: what stands before it opens the FAQ. */
static size_t opening_end(const Splitter *s)
{
    const Question *first = &s->doc->questions[s->part->first_question];

    for (size_t i = 0; i < s->part->block_count; i++) {
        const Block *b = &s->doc->blocks[s->part->first_block + i];
        if (b->range.start >= first->range.start)
            break;
        if (b->kind == BLOCK_HEADING && b->range.start >= s->part->body.start)
            return b->range.start;
    }
    return first->range.start;
}

static void cut(Splitter *s)
{
    size_t at = opening_end(s);
    bool internal = false;

    for (size_t i = 0; i < s->split->count; i++) {
        const SplitItem *item = &s->split->items[i];
        const Question *q = &s->doc->questions[item->question];
        add_piece(s, (Piece){.range = {at, q->range.start}, .group = true});
        internal = item->internal;
        add_piece(s, (Piece){.range = q->range, .internal = internal});
        at = q->range.end;
    }
    add_piece(s, (Piece){.range = {at, s->part->range.end},
                         .group = true,
                         .internal = internal});
}

/* -- putting together ----------------------------------------------------- */

/* An empty line between what did not stand together before. */
static void part_lines(Splitter *s)
{
    Str out = strbuf_view(&s->out);
    size_t end = out.len, breaks = 0;

    while (end > 0 && breaks < 2 &&
           (out.ptr[end - 1] == '\n' || out.ptr[end - 1] == '\r')) {
        end -= str_ends(str_slice(out, 0, end), STR("\r\n")) ? 2 : 1;
        breaks++;
    }
    for (; breaks < 2 && end > 0; breaks++)
        strbuf_add(&s->out, s->newline);
}

static void add_range(Splitter *s, Range r)
{
    if (r.start != s->last_end)
        part_lines(s);
    strbuf_add(&s->out, str_range(s->doc->bytes, r));
    s->last_end = r.end;
}

/* The group goes both ways: its headings are said again. */
static void repeat_headings(Splitter *s, Range group)
{
    for (size_t i = 0; i < s->part->block_count; i++) {
        const Block *b = &s->doc->blocks[s->part->first_block + i];
        if (b->range.start >= group.end)
            break;
        if (b->range.start < group.start || b->kind != BLOCK_HEADING)
            continue;
        part_lines(s);
        strbuf_add(&s->out, str_range(s->doc->bytes, b->range));
        strbuf_add(&s->out, s->newline);
        s->last_end = NO_INDEX;
    }
}

static void add_group(Splitter *s, Piece *group)
{
    if (group->there)
        repeat_headings(s, group->range);
    else
        add_range(s, group->range);
    group->there = true;
}

static void add_side(Splitter *s, bool internal)
{
    Piece *group = NULL;

    for (size_t i = 0; i < s->count; i++) {
        Piece *p = &s->pieces[i];
        bool alone = p->group && (i + 1 == s->count || s->pieces[i + 1].group);
        if (p->group && !alone) {
            group = p;
        } else if (p->internal == internal) {
            if (group)
                add_group(s, group);
            group = NULL;
            add_range(s, p->range);
        }
    }
}

/* -- headings ------------------------------------------------------------- */

static Str title_of(const Document *doc, PartKind kind)
{
    bool internal = kind == PART_INTERNAL_FAQ;
    const PartSpec *spec =
        doc->tmpl ? template_spec(doc->tmpl, str_from(part_kind_name(kind))) : NULL;

    if (spec && spec->title.len > 0)
        return spec->title;
    switch (doc->lang) {
    case LANG_KO:
        return internal ? STR("내부 FAQ") : STR("외부 FAQ");
    case LANG_JA:
        return internal ? STR("社内 FAQ") : STR("顧客向け FAQ");
    case LANG_ZH:
        return internal ? STR("内部 FAQ") : STR("客户 FAQ");
    default:
        return internal ? STR("Internal FAQ") : STR("External FAQ");
    }
}

/* "external-faq", or with a number when there is one already. */
static Str id_of(const Splitter *s, PartKind kind)
{
    const char *name = part_kind_name(kind);
    Str id = {0};
    int last = 0;

    for (size_t i = 0; i < s->doc->block_count; i++) {
        if (!marker_id(s->doc, i, &id) || !str_starts(id, str_from(name)))
            continue;
        Str rest = str_slice(id, str_from(name).len, id.len);
        int number = 1;
        if (rest.len > 1 && !str_to_int(str_slice(rest, 1, rest.len), &number))
            continue;
        last = number > last ? number : last;
    }
    return last == 0 ? str_from(name) : arena_printf(s->arena, "%s-%d", name, last + 1);
}

static void add_heading(Splitter *s, PartKind kind, int level)
{
    part_lines(s);
    strbuf_add_repeat(&s->out, '#', (size_t)level);
    strbuf_addf(&s->out, " %.*s%.*s<!-- prfaq-id: %.*s -->%.*s",
                STR_ARG(title_of(s->doc, kind)), STR_ARG(s->newline),
                STR_ARG(id_of(s, kind)), STR_ARG(s->newline));
    s->last_end = NO_INDEX;
}

/* The highest heading among the questions; 7: there is none. */
static int level_inside(const Splitter *s)
{
    int level = 7;

    for (size_t i = 0; i < s->part->block_count; i++) {
        const Block *b = &s->doc->blocks[s->part->first_block + i];
        if (b->kind == BLOCK_HEADING && b->range.start >= s->part->body.start &&
            b->level < level)
            level = b->level;
    }
    return level;
}

static int level_of_label(const Splitter *s, size_t *block)
{
    *block = s->part->label.end > s->part->label.start
                 ? document_block_at(s->doc, s->part->label.start)
                 : NO_INDEX;
    if (*block == NO_INDEX)
        return 0;
    const Block *b = &s->doc->blocks[*block];
    return b->kind == BLOCK_HEADING ? b->level : 0;
}

/* -- the whole ------------------------------------------------------------ */

/* The bytes up to the first piece, without the id of the undivided FAQ, and with
 * `id` under its label in its place. An empty id: none. */
static void add_opening(Splitter *s, size_t label, Str id)
{
    Str bytes = s->doc->bytes, old;
    size_t at = 0, end = opening_end(s);

    for (size_t i = 0; s->part->found == FOUND_MARKER && i < s->part->block_count;
         i++) {
        Range r = s->doc->blocks[s->part->first_block + i].range;
        if (r.start >= end || !marker_id(s->doc, s->part->first_block + i, &old) ||
            !str_eq(old, s->part->id))
            continue;
        size_t name = (size_t)(old.ptr - bytes.ptr);
        strbuf_add(&s->out, str_slice(bytes, at, id.len > 0 ? name : r.start));
        strbuf_add(&s->out, id);
        at = name + old.len;
        if (id.len == 0) {
            Range line;
            at = r.start;
            line_next(bytes, &at, &line);
        }
        id = (Str){0};
        label = NO_INDEX;
        break;
    }
    if (id.len > 0 && label != NO_INDEX) {
        bool under =
            label + 1 == s->doc->block_count || !block_continues(s->doc, label + 1);
        Insertion made = marker_insertion(
            s->doc, label, under ? MARKER_UNDER : MARKER_ABOVE, id, s->arena);
        strbuf_add(&s->out, str_slice(bytes, at, made.at));
        strbuf_add(&s->out, made.text);
        at = made.at;
    }
    strbuf_add(&s->out, str_slice(bytes, at, end));
    s->last_end = end;
}

static void write_both(Splitter *s)
{
    size_t label = NO_INDEX;
    int level = level_of_label(s, &label), inside = level_inside(s);
    bool under = level > 0 && level < 6 && level + 1 < inside;
    int own = under                         ? level + 1
              : level > 0 && level < inside ? level
              : inside > 2                  ? 2
                                            : 1;

    if (under || label == NO_INDEX) {
        add_opening(s, label, (Str){0});
        add_heading(s, PART_EXTERNAL_FAQ, own);
    } else {
        /* The heading there is becomes that of the external FAQ. */
        add_opening(s, label, id_of(s, PART_EXTERNAL_FAQ));
    }
    add_side(s, false);
    add_heading(s, PART_INTERNAL_FAQ, own);
    add_side(s, true);
}

static void write_one(Splitter *s, bool internal)
{
    size_t label = NO_INDEX;
    PartKind kind = internal ? PART_INTERNAL_FAQ : PART_EXTERNAL_FAQ;

    level_of_label(s, &label);
    if (label == NO_INDEX)
        label = document_block_at(s->doc, s->split->count > 0 ? opening_end(s) : 0);
    if (label != NO_INDEX && s->doc->blocks[label].range.start >= opening_end(s)) {
        Insertion made =
            marker_insertion(s->doc, label, MARKER_ABOVE, id_of(s, kind), s->arena);
        strbuf_add(&s->out, insertions_apply(s->doc->bytes, &made, 1, s->arena));
        s->last_end = s->doc->bytes.len;
        return;
    }
    add_opening(s, label, id_of(s, kind));
    for (size_t i = 0; i < s->count; i++)
        add_range(s, s->pieces[i].range);
}

/* A question and who asks it. */
typedef struct Asked {
    Region audience;
    Str words; /* its line: "## Why?" is not "#### Why?" */
} Asked;

static int compare_asked(const void *a, const void *b)
{
    const Asked *left = a, *right = b;
    int order = str_cmp(left->words, right->words);

    return order ? order : (int)left->audience - (int)right->audience;
}

/* The questions of a document, sorted. */
static Asked *questions_of(const Document *doc, const Split *split, Arena *arena)
{
    Asked *asked = arena_array(arena, doc->question_count + 1, sizeof *asked);

    for (size_t i = 0; i < doc->question_count; i++)
        asked[i] = (Asked){doc->questions[i].audience,
                           str_trim(str_range(doc->bytes, doc->questions[i].question))};
    for (size_t i = 0; split && i < split->count; i++)
        asked[split->items[i].question].audience =
            split->items[i].internal ? REGION_FAQ_INTERNAL : REGION_FAQ_EXTERNAL;
    if (doc->question_count > 1)
        qsort(asked, doc->question_count, sizeof *asked, compare_asked);
    return asked;
}

/* The same questions, each of the audience that was meant. */
static bool is_divided(const Document *before, const Split *split, Str after,
                       const Library *lib)
{
    Arena arena = {0};
    Document doc;

    document_read(after, lib, &arena, &doc);
    bool same = doc.question_count == before->question_count;
    const Asked *meant = questions_of(before, split, &arena);
    const Asked *now = questions_of(&doc, NULL, &arena);
    for (size_t i = 0; same && i < doc.question_count; i++)
        same = compare_asked(&meant[i], &now[i]) == 0;
    arena_deinit(&arena);
    return same;
}

bool split_write(const Document *doc, const Library *lib, const Split *split,
                 Arena *arena, Str *out)
{
    Splitter s = {.doc = doc, .split = split, .arena = arena};
    size_t internal = 0, at = 0;
    Range line;

    *out = doc->bytes;
    if (split->part == NO_INDEX)
        return false;
    s.part = &doc->parts[split->part];
    s.newline = STR("\n");
    if (line_next(doc->bytes, &at, &line) && at > line.end)
        s.newline = str_slice(doc->bytes, line.end, at);
    for (size_t i = 0; i < split->count; i++)
        internal += split->items[i].internal;
    cut(&s);
    if (internal > 0 && internal < split->count)
        write_both(&s);
    else
        write_one(&s, internal > 0);
    if (s.last_end < doc->bytes.len || s.last_end == NO_INDEX) {
        Range rest = {s.part->range.end, doc->bytes.len};
        if (rest.start < rest.end)
            add_range(&s, rest);
    }
    Str made = arena_str(arena, strbuf_view(&s.out));
    strbuf_deinit(&s.out);
    if (!is_divided(doc, split, made, lib))
        return false;
    *out = made;
    return true;
}
