#include "doc/infer.h"

#include "doc/infer_state.h"
#include "doc/parts.h"

enum {
    VOICE_BYTES = 80,       /* of a block quote without a speaker */
    EVIDENCE_NEEDED = 2,    /* for a file to be read as a release */
    NAME_BYTES = 30,        /* of a title that is only a name */
    OPENING_MAX = 40,       /* blocks in which an opening must begin */
    OPENING_PARAGRAPHS = 3, /* of these one announces */
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

/* What a release without labels shows. */
typedef struct Shown {
    bool dated;     /* it has a dateline */
    bool announced; /* it announces something, today */
    bool opened;    /* so does its first paragraph */
    int voices;     /* paragraphs in which somebody is quoted */
} Shown;

static void look_at(Infer *f, size_t i, bool first, Shown *out)
{
    Trait t = {0};

    trait_read(f->r, i, &f->room, &t);
    trait_read_opening(f->r, i, &f->room, &t);
    bool today = t.signals.of[SIGNAL_TODAY] > 0;
    bool told = t.speech.of[SIGNAL_SAY] + t.speech.of[SIGNAL_LEADER] +
                    t.speech.of[SIGNAL_SPEAKER] >
                0;
    out->dated = out->dated || t.dateline;
    out->announced = out->announced || (today && t.signals.of[SIGNAL_ANNOUNCE] > 0);
    out->opened = out->opened || (first && (today || t.signals.of[SIGNAL_MONTH] > 0 ||
                                            t.signals.of[SIGNAL_ANNOUNCE] > 1));
    out->voices += t.quote && (told || t.attribution ||
                               (infer_block(f, i)->quoted && t.length > VOICE_BYTES));
}

static Shown look_around(Infer *f)
{
    Shown out = {0};
    size_t paragraphs = 0;

    for (size_t i = f->start; i < f->end && i < f->start + OPENING_MAX; i++)
        if (infer_block(f, i)->kind == BLOCK_PARAGRAPH)
            look_at(f, i, paragraphs++ < OPENING_PARAGRAPHS, &out);
    return out;
}

/* Without any label: a dateline, or an announcement and somebody who is quoted, or
 * two who are; before questions one of these is enough. */
static bool is_bare_release(Infer *f)
{
    Shown shown = look_around(f);

    if (shown.dated || shown.voices > 1)
        return true;
    if (f->end < f->r->count)
        return shown.opened || shown.announced || shown.voices > 0;
    return shown.announced && (shown.voices > 0 || labelled_parts(f) > 0);
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
    infer_opening(f);
    infer_find_names(f);
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
