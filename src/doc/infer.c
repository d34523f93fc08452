#include "doc/infer.h"

#include "doc/infer_state.h"
#include "doc/parts.h"

enum {
    EVIDENCE_NEEDED = 2, /* for a file to be read as a release */
    NAME_BYTES = 30,     /* of a title that is only a name */
    OPENING_MAX = 40,    /* blocks in which an opening must begin */
};

/* -- the release ---------------------------------------------------------- */

static bool ends_release(const Part *part)
{
    return region_is_faq(part->region) || part->kind == PART_FIVE_QUESTIONS ||
           part->kind == PART_APPENDIX;
}

static size_t release_end(const Infer *f, size_t from)
{
    for (size_t i = 0; i < f->r->part_count; i++)
        if (ends_release(&f->r->parts[i]) && f->r->parts[i].first_block >= from)
            return f->r->parts[i].first_block;
    return f->r->count;
}

static bool is_container(const Infer *f, size_t i)
{
    const Label *label = infer_label(f, i);
    return label &&
           (label->role == LABEL_PRESS_RELEASE || label->role == LABEL_RELEASE_MARKER);
}

static size_t first_heading(const Infer *f)
{
    for (size_t i = 0; i < f->r->count && i < OPENING_MAX; i++)
        if (infer_block(f, i)->kind == BLOCK_HEADING)
            return i;
    return NO_INDEX;
}

/* "Lantern" is a name and no announcement. */
static bool is_name_only(Str words)
{
    size_t spaces = 0;

    for (size_t at = 0; at < words.len; at++)
        spaces += words.ptr[at] == ' ';
    return spaces < 2 && words.len < NAME_BYTES;
}

/* Where does the release begin? Returns how much speaks for this being one. */
static int find_release(Infer *f)
{
    size_t limit = release_end(f, 0), title = first_heading(f);
    int evidence = limit < f->r->count;

    f->title = title;
    f->level = 7;
    for (size_t i = 0; i < limit; i++) {
        if (!is_container(f, i))
            continue;
        f->start = i + 1;
        f->level =
            infer_block(f, i)->kind == BLOCK_HEADING ? infer_block(f, i)->level : 7;
        f->end = release_end(f, f->start);
        return evidence + 2;
    }
    f->start = 0;
    if (title != NO_INDEX) {
        bool named = infer_signals(f, infer_words(f, title)).of[SIGNAL_TITLE] > 0;
        bool label =
            infer_begins_part(f, title) && infer_part(f, title)->kind != PART_OTHER;
        bool passed = named || (!label && is_name_only(infer_words(f, title)));
        f->start = passed ? title + 1 : title;
        f->level = infer_block(f, title)->level;
        evidence += 2 * named;
    }
    f->end = release_end(f, f->start);
    Str name = metadata_get(&f->r->doc->meta, "title");
    return evidence + 2 * (infer_signals(f, name).of[SIGNAL_TITLE] > 0);
}

/* Labelled parts of a release are evidence too. */
static int labelled_parts(const Infer *f)
{
    int count = 0;

    for (size_t i = 0; i < f->r->part_count; i++)
        count +=
            f->r->parts[i].kind != PART_OTHER && f->r->parts[i].region == REGION_PR;
    return count;
}

/* Without questions: one of the first paragraphs has a dateline, or announces
 * something, and somebody is quoted or some section has a label. */
static bool is_announced(Infer *f)
{
    bool announced = false, quoted = false, dated = false;
    Trait t = {0};

    for (size_t i = f->start; i < f->end && i < f->start + OPENING_MAX; i++) {
        if (infer_block(f, i)->kind != BLOCK_PARAGRAPH)
            continue;
        trait_read(f->r, i, &f->room, &t);
        trait_read_opening(f->r, i, &f->room, &t);
        dated = dated || t.dateline;
        announced = announced || (t.signals.of[SIGNAL_ANNOUNCE] > 0 &&
                                  t.signals.of[SIGNAL_TODAY] > 0);
        quoted =
            quoted || (t.quote && t.speech.of[SIGNAL_SAY] + t.speech.of[SIGNAL_LEADER] +
                                          t.speech.of[SIGNAL_SPEAKER] >
                                      0);
    }
    return dated || (announced && (quoted || labelled_parts(f) > 0));
}

/* Nothing but paragraphs between the title and the questions, the first of which
 * announces something: a release without any label. */
static bool is_bare_release(Infer *f)
{
    Trait t = {0};
    size_t first = NO_INDEX;

    if (f->end == f->r->count)
        return is_announced(f);
    if (f->end > f->start + OPENING_MAX)
        return false;
    for (size_t i = f->start; i < f->end; i++) {
        if (infer_block(f, i)->kind == BLOCK_HEADING && i != f->title)
            return false;
        if (first == NO_INDEX && infer_block(f, i)->kind == BLOCK_PARAGRAPH)
            first = i;
    }
    if (first == NO_INDEX)
        return false;
    trait_read(f->r, first, &f->room, &t);
    trait_read_opening(f->r, first, &f->room, &t);
    return t.dateline || t.signals.of[SIGNAL_TODAY] + t.signals.of[SIGNAL_MONTH] > 0 ||
           t.signals.of[SIGNAL_ANNOUNCE] > 1;
}

/* -- the whole ------------------------------------------------------------ */

static Part part_of_guess(const Infer *f, const Guess *g)
{
    const Block *b = infer_block(f, g->block);
    Part part = {.kind = g->kind,
                 .region = g->kind == PART_OTHER ? REGION_NONE : REGION_PR,
                 .found = FOUND_INFERRED,
                 .confidence = g->confidence,
                 .also = g->also,
                 .range = b->range,
                 .label = {b->range.start, b->range.start},
                 .body = b->range};

    if (g->titled && g->kind != PART_HEADLINE && g->kind != PART_SUBHEADING) {
        Prose prose = {0};
        prose_read(f->r->doc->bytes, f->r->texts[g->block].lines,
                   f->r->texts[g->block].count, f->r->arena, &prose);
        part.title = prose.text;
        part.label = b->range;
        part.body.start = b->range.end;
    }
    return part;
}

/* Put the guesses between the parts; one that begins in the head of a part takes its
 * place. */
static void merge(Infer *f)
{
    DocumentReader *r = f->r;
    size_t room = r->part_count + f->count + 1, count = 0, old = 0;
    Part *parts = arena_array(r->arena, room, sizeof *parts);

    for (size_t i = 0; i < f->count; i++) {
        const Guess *g = &f->guesses[i];
        Part part = part_of_guess(f, g);
        while (old < r->part_count && r->parts[old].range.start < part.range.start &&
               r->parts[old].body.start <= part.range.start)
            parts[count++] = r->parts[old++];
        if (old < r->part_count && r->parts[old].range.start <= part.range.start)
            part.range.start = r->parts[old++].range.start;
        parts[count++] = part;
    }
    while (old < r->part_count)
        parts[count++] = r->parts[old++];
    r->parts = parts;
    r->part_count = count;
    r->part_cap = room;
    parts_close(r);
}

/* "Summary" behind the questions is a chapter that says all of it again. */
static void demote_late(DocumentReader *r)
{
    bool told = false, asked = false;

    for (size_t i = 0; i < r->part_count; i++) {
        Part *part = &r->parts[i];
        told = told || (part->kind != PART_OTHER && part->region == REGION_PR);
        asked = asked || (told && region_is_faq(part->region));
        if (!asked || part->found == FOUND_MARKER || part->kind == PART_OTHER ||
            part->kind > PART_SUMMARY || part->range.start < part->label.start)
            continue; /* the last: it stands under a container of its own */
        part->kind = PART_OTHER;
        part->region = REGION_NONE;
    }
}

static void read_release(Infer *f)
{
    if (find_release(f) + labelled_parts(f) < EVIDENCE_NEEDED && !is_bare_release(f))
        return;
    if (f->title != NO_INDEX)
        infer_add_names(f, infer_words(f, f->title), 8);
    infer_opening(f);
    if (f->count > 0 && f->guesses[0].kind == PART_HEADLINE)
        infer_add_names(f, infer_words(f, f->guesses[0].block), 2);
    infer_body(f);
    infer_share(f);
    if (f->count > 0)
        merge(f);
}

void infer_read(DocumentReader *r)
{
    Infer f = {.r = r};

    if (r->doc->tmpl || r->count == 0)
        return;
    demote_late(r);
    read_release(&f);
    /* What was inferred before the questions may make a label behind them late. */
    demote_late(r);
    strbuf_deinit(&f.room);
}
