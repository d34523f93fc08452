/* infer_opening.c: headline, subheading and summary of a release. */
#include <string.h>

#include "doc/infer_state.h"

enum {
    OPENING_MAX = 40,     /* blocks in which an opening must begin */
    LINE_BYTES = 40,      /* a shorter line in bold is no sentence */
    HEADLINE_BYTES = 200, /* of a plain line that may be the headline */
    SUBHEADING_BYTES = 400,
    SUMMARY_BYTES = 80, /* a summary is longer */
};

static bool is_skipped(const Infer *f, size_t i, const Trait *t)
{
    const Block *b = infer_block(f, i);
    const Label *label = NULL;

    if (b->kind == BLOCK_HTML || b->kind == BLOCK_RULE || b->kind == BLOCK_TABLE ||
        b->kind == BLOCK_CODE || b->kind == BLOCK_ITEM || f->r->texts[i].count == 0)
        return true;
    if (t->facts || t->date_only)
        return true;
    label = infer_label(f, i);
    return label && label->role != LABEL_PART;
}

static void read_opening_trait(Infer *f, size_t i, Trait *t)
{
    trait_read(f->r, i, &f->room, t);
    trait_read_opening(f->r, i, &f->room, t);
}

/* The next block of the opening from `at` on, or NO_INDEX. A labelled part ends
 * it. */
static size_t next_opening(Infer *f, size_t at, Trait *t)
{
    size_t end = f->end < f->start + OPENING_MAX ? f->end : f->start + OPENING_MAX;

    for (size_t i = at; i < end; i++) {
        const Part *part = infer_part(f, i);
        if (infer_begins_part(f, i) && part->kind == PART_SUMMARY)
            continue;
        if (part && part->kind != PART_OTHER &&
            (infer_begins_part(f, i) || part->kind > PART_SUMMARY))
            return NO_INDEX;
        read_opening_trait(f, i, t);
        if (!is_skipped(f, i, t))
            return i;
    }
    return NO_INDEX;
}

static bool announces(const Trait *t)
{
    return t->dateline || t->signals.of[SIGNAL_TODAY] > 0 ||
           t->signals.of[SIGNAL_ANNOUNCE] > 0;
}

/* Is a plain line above the summary the headline or the subheading? */
static bool is_plain_line(Infer *f, size_t i, const Trait *t, size_t most)
{
    Trait next = {0};
    size_t after;

    if (t->quote || t->dateline || t->length > most)
        return false;
    after = next_opening(f, i + 1, &next);
    return after != NO_INDEX && !infer_is_heading(f, after) &&
           (next.dateline || (announces(&next) && !announces(t)) ||
            next.length > 3 * t->length);
}

static bool is_headline(Infer *f, size_t i, const Trait *t)
{
    if (infer_is_heading(f, i) || (t->strong && !t->dateline))
        return true;
    return !infer_ends_sentence(infer_words(f, i)) &&
           is_plain_line(f, i, t, HEADLINE_BYTES);
}

static bool is_subheading(Infer *f, size_t i, const Trait *t, size_t headline)
{
    if (infer_is_heading(f, i))
        return !infer_is_heading(f, headline) ||
               infer_block(f, i)->level >= infer_block(f, headline)->level;
    if ((t->strong || t->slanted) && !t->dateline && !t->opens_quoted)
        return true;
    return is_plain_line(f, i, t, SUBHEADING_BYTES) && !announces(t);
}

static size_t read_headline(Infer *f, size_t *at)
{
    Trait t = {0};
    size_t i = next_opening(f, *at, &t);

    if (i == NO_INDEX || !is_headline(f, i, &t))
        return NO_INDEX;
    infer_guess(f, i, PART_HEADLINE,
                infer_is_heading(f, i) ? 0.85
                : t.strong             ? 0.8
                                       : 0.6);
    *at = i + 1;
    return i;
}

static void read_subheading(Infer *f, size_t headline, size_t *at)
{
    Trait t = {0};
    size_t i = next_opening(f, *at, &t);

    if (i == NO_INDEX || !is_subheading(f, i, &t, headline))
        return;
    infer_guess(f, i, PART_SUBHEADING, t.slanted || t.strong ? 0.8 : 0.6);
    *at = i + 1;
}

static void read_summary(Infer *f, size_t *at)
{
    Trait t = {0};
    size_t i = next_opening(f, *at, &t);

    while (i != NO_INDEX && t.strong &&
           (t.length < LINE_BYTES || !infer_ends_sentence(infer_words(f, i))))
        i = next_opening(f, i + 1, &t);
    if (i == NO_INDEX || infer_is_heading(f, i) || (t.quote && !t.dateline))
        return;
    infer_guess(f, i, PART_SUMMARY, t.dateline ? 0.95 : announces(&t) ? 0.85 : 0.65);
    *at = i + 1;
}

/* The labelled parts of the opening stand where they stand; what has no label is
 * looked for behind the last of them. */
static size_t behind_labelled_opening(const Infer *f)
{
    size_t at = f->start;

    for (size_t i = 0; i < f->r->part_count; i++) {
        const Part *part = &f->r->parts[i];
        bool opening = part->kind == PART_HEADLINE || part->kind == PART_SUBHEADING;
        if (opening && part->first_block >= f->start && part->first_block < f->end)
            at = part->first_block + 1 +
                 (part->block_count > 1 && infer_is_heading(f, part->first_block));
    }
    return at;
}

/* A label for the date is no summary yet: "Date: March 2". */
static bool has_written_summary(const Infer *f)
{
    for (size_t i = 0; i < f->r->part_count; i++) {
        const Part *part = &f->r->parts[i];
        size_t length = 0;
        if (part->kind != PART_SUMMARY)
            continue;
        if (part->found == FOUND_MARKER)
            return true;
        for (size_t b = 0; b < part->block_count && length < SUMMARY_BYTES; b++)
            length += infer_words(f, part->first_block + b).len;
        if (length >= SUMMARY_BYTES && part->block_count < 2 + (part->label.end > 0))
            return true;
        if (length >= SUMMARY_BYTES)
            return infer_words(f, part->first_block).len >= SUMMARY_BYTES ||
                   infer_is_heading(f, part->first_block);
    }
    return false;
}

void infer_opening(Infer *f)
{
    size_t at = f->start, behind = behind_labelled_opening(f), headline = NO_INDEX;

    if (!infer_is_labelled(f, PART_HEADLINE))
        headline = read_headline(f, &at);
    at = at > behind ? at : behind;
    if (headline != NO_INDEX && !infer_is_labelled(f, PART_SUBHEADING))
        read_subheading(f, headline, &at);
    if (!has_written_summary(f))
        read_summary(f, &at);
    f->body = at;
}
