/* infer_body.c: what stands behind the opening of a release, cut into pieces. */
#include <string.h>

#include "base/utf8.h"
#include "doc/infer_state.h"
#include "doc/line.h"
#include "doc/mark.h"

enum {
    NAMED_BYTES = 120,    /* the first words of a paragraph */
    INVITE_BYTES = 40,    /* a longer line in bold may be a sentence */
    PIECES_MAX = 2000,    /* paragraphs of a release that are placed */
    HEADLINE_BYTES = 200, /* of a plain line that may be the headline */
};

static Spot spot_of(PartKind kind)
{
    switch (kind) {
    case PART_SUMMARY:
    case PART_HEADLINE:
    case PART_SUBHEADING:
        return SPOT_SUMMARY;
    case PART_PROBLEM:
        return SPOT_PROBLEM;
    case PART_SOLUTION:
        return SPOT_SOLUTION;
    case PART_LEADER_QUOTE:
        return SPOT_LEADER;
    case PART_EXPERIENCE:
        return SPOT_EXPERIENCE;
    case PART_CUSTOMER_QUOTE:
        return SPOT_CUSTOMER;
    case PART_GETTING_STARTED:
        return SPOT_START;
    default:
        return SPOT_OTHER;
    }
}

static PartKind kind_of(Spot place)
{
    static const PartKind kinds[] = {
        [SPOT_SUMMARY] = PART_SUMMARY,       [SPOT_PROBLEM] = PART_PROBLEM,
        [SPOT_SOLUTION] = PART_SOLUTION,     [SPOT_LEADER] = PART_LEADER_QUOTE,
        [SPOT_EXPERIENCE] = PART_EXPERIENCE, [SPOT_CUSTOMER] = PART_CUSTOMER_QUOTE,
        [SPOT_START] = PART_GETTING_STARTED, [SPOT_OTHER] = PART_OTHER,
    };

    return kinds[place];
}

/* The body while its pieces are collected. */
typedef struct Body {
    Infer *f;
    Piece *pieces;
    size_t count, cap;
    size_t heading; /* unknown heading without a paragraph yet, or NO_INDEX */
    int section;    /* level of the heading the newest blocks stand under; 0: none */
    bool outside;   /* under a heading that does not belong to the release */
} Body;

static size_t first_paragraph(const Infer *f, const Part *part)
{
    size_t i = part->first_block, end = i + part->block_count;

    while (i < end && (infer_block(f, i)->kind != BLOCK_PARAGRAPH ||
                       infer_block(f, i)->range.end <= part->body.start))
        i++;
    return i;
}

/* May a paragraph be something else than the labelled part it stands in? */
static unsigned allowed_in(const Body *b, const Part *part, size_t block,
                           const Trait *t)
{
    if (b->outside)
        return SPOT_BIT(SPOT_OTHER);
    if (!part || part->found == FOUND_INFERRED)
        return SPOT_ANY;
    Spot home = spot_of(part->kind);
    unsigned quotes =
        t->quote && home != SPOT_LEADER && home != SPOT_CUSTOMER ? SPOT_QUOTES : 0;
    if (part->found == FOUND_MARKER || (part->kind != PART_OTHER && home == SPOT_OTHER))
        return SPOT_BIT(home);
    if (part->kind == PART_OTHER)
        return library_label(b->f->r->lib, part->title)
                   ? SPOT_BIT(SPOT_OTHER) | SPOT_BIT(SPOT_START) | quotes
                   : SPOT_ANY;
    /* A label does not say where its part ends, but it has its first paragraph. */
    if (block == part->first_block || first_paragraph(b->f, part) == block)
        return SPOT_BIT(home) | (home == SPOT_SUMMARY ? 0 : quotes);
    if (home == SPOT_SUMMARY)
        return SPOT_ANY;
    return infer_is_heading(b->f, part->first_block) ? SPOT_BIT(home) | quotes
                                                     : SPOT_ANY;
}

static Piece *newest(Body *b)
{
    return b->count > 0 ? &b->pieces[b->count - 1] : NULL;
}

static void add_piece(Body *b, size_t block, const Trait *t)
{
    Infer *f = b->f;
    const Part *part = infer_part(f, block);
    bool home = part && part->kind != PART_OTHER;

    if (b->heading != NO_INDEX && infer_part(f, b->heading) != part)
        b->heading = NO_INDEX;

    b->pieces =
        arena_grow(f->r->arena, b->pieces, b->count, &b->cap, sizeof *b->pieces);
    Piece *u = &b->pieces[b->count++];
    Str words = infer_words(f, block);
    strbuf_clear(&f->room);
    trait_around(words, &f->room);
    *u = (Piece){.block = block,
                 .heading = b->heading,
                 .allowed = allowed_in(b, part, block, t),
                 .home = home ? spot_of(part->kind) : SPOT_COUNT,
                 .label = home &&
                          (infer_begins_part(f, block) || part->found == FOUND_MARKER),
                 .subject = t->bold_subject || infer_begins_with_name(f, words),
                 .named = infer_names_product(f, utf8_cut(words, NAMED_BYTES)),
                 .absent = !infer_names_product(f, words),
                 .quoted = infer_block(f, block)->quoted,
                 .own = t->quote && infer_names_product(f, strbuf_view(&f->room)),
                 .trait = *t};
    if (b->heading != NO_INDEX)
        u->head = infer_signals(f, infer_words(f, b->heading));
    b->heading = NO_INDEX;
}

/* "— Mina Park, nurse" below a quotation says who spoke. */
static bool is_speaker_of(const Piece *u, const Trait *t)
{
    return u && (u->trait.quote || u->quoted) && t->attribution && !t->quote;
}

static void add_speaker(Piece *u, const Trait *t)
{
    u->trait.attribution = u->trait.quote = true;
    for (int i = 0; i < SIGNAL_COUNT; i++) {
        int sum = u->trait.speech.of[i] + t->signals.of[i];
        u->trait.speech.of[i] = (uint8_t)(sum < UINT8_MAX ? sum : UINT8_MAX);
    }
}

static void add_item(Body *b, size_t block)
{
    Piece *u = newest(b);
    Trait t = {0};
    Str line = str_range(b->f->r->doc->bytes, infer_block(b->f, block)->range);

    trait_read(b->f->r, block, &b->f->room, &t);
    if (u && u->trait.quote && !t.quote && t.length < 120) {
        add_speaker(u, &t);
        return;
    }
    if (t.quote || infer_begins_part(b->f, block)) {
        add_piece(b, block, &t);
        return;
    }
    if (!u || b->heading != NO_INDEX) {
        add_piece(b, block, &t);
        u = newest(b);
    }
    u->list = true;
    u->steps = u->steps || (line.len > 0 && mark_number(str_trim(line)) > 0);
    /* What the points say counts for the paragraph above them. */
    for (int i = 0; i < SIGNAL_COUNT; i++)
        if (u->trait.signals.of[i] < UINT8_MAX - t.signals.of[i])
            u->trait.signals.of[i] =
                (uint8_t)(u->trait.signals.of[i] + t.signals.of[i]);
}

static bool is_bold_heading(const Infer *f, size_t block, const Trait *t)
{
    bool invites =
        t->link || (t->signals.of[SIGNAL_START] > 0 && t->length > INVITE_BYTES);

    return !invites && !infer_label(f, block) && t->strong && !t->quote &&
           !infer_ends_sentence(infer_words(f, block)) && t->length < HEADLINE_BYTES;
}

static void enter_heading(Body *b, size_t block, int level)
{
    const Part *part = infer_part(b->f, block);
    bool known = infer_begins_part(b->f, block) && part->kind != PART_OTHER;

    b->section = level;
    b->outside = !known && level <= b->f->level && level < 7;
    b->heading = known ? NO_INDEX : block;
    if (known) {
        Trait t = {0};
        trait_read(b->f->r, block, &b->f->room, &t);
        t.quote = false;
        add_piece(b, block, &t);
    }
}

static void add_block(Body *b, size_t block)
{
    Trait t = {0};

    switch (infer_block(b->f, block)->kind) {
    case BLOCK_HEADING:
        enter_heading(b, block, infer_block(b->f, block)->level);
        return;
    case BLOCK_ITEM:
        add_item(b, block);
        return;
    case BLOCK_CODE:
        if (newest(b))
            newest(b)->code = true;
        return;
    case BLOCK_PARAGRAPH:
        break;
    default:
        return;
    }
    trait_read(b->f->r, block, &b->f->room, &t);
    if (is_speaker_of(newest(b), &t))
        add_speaker(newest(b), &t);
    else if (!infer_begins_part(b->f, block) && is_bold_heading(b->f, block, &t))
        b->heading = block;
    else if (b->f->r->texts[block].count > 0 &&
             !str_starts(infer_words(b->f, block), STR("[^")))
        add_piece(b, block, &t);
}

static double confidence_of(const Piece *u)
{
    double sure = 0.55 + 0.02 * u->margin;

    return sure < 0.4 ? 0.4 : sure > 0.9 ? 0.9 : sure;
}

static void add_places(Infer *f, const Body *b)
{
    PartKind now = f->count > 0 ? f->guesses[f->count - 1].kind : PART_KIND_COUNT;
    size_t home = NO_INDEX; /* the labelled part the newest piece stands in */

    for (size_t i = 0; i < b->count; i++) {
        const Piece *u = &b->pieces[i];
        size_t at = u->heading != NO_INDEX ? u->heading : u->block;
        size_t part = infer_block(f, at)->part;
        PartKind kind = kind_of(u->place);
        if (part != home) {
            home = part;
            if (part != NO_INDEX && (f->r->parts[part].first_block >= f->body ||
                                     f->r->parts[part].kind > PART_SUMMARY))
                now = f->r->parts[part].kind;
        }
        if (u->label) {
            now = f->r->parts[part].kind;
            continue;
        }
        bool fresh = kind != now || (u->heading != NO_INDEX && kind != PART_OTHER);
        if (kind == PART_OTHER && now == PART_KIND_COUNT)
            fresh = false;
        if (fresh)
            infer_guess(f, at, kind, confidence_of(u));
        now = kind;
    }
}

void infer_body(Infer *f)
{
    Body b = {.f = f, .heading = NO_INDEX};

    for (size_t i = f->body; i < f->end && b.count < PIECES_MAX; i++)
        add_block(&b, i);
    if (b.count == 0)
        return;
    b.pieces[b.count - 1].last = true;
    path_find(b.pieces, b.count, f->r->arena);
    add_places(f, &b);
}
