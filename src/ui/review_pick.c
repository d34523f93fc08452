/* Words of the text after are picked by keys, without a caret: a word or a sentence at
 * a time. */
#include "base/unicode.h"
#include "text/motion.h"
#include "text/sentence.h"
#include "text/word.h"
#include "ui/reviewing.h"

/* The block of the new text that one is at; empty when it is of the old one. */
static Range block_range(const Model *m)
{
    const Review *r = m->review.review;
    size_t at = r && m->review.block != NO_INDEX
                    ? r->redline.blocks[m->review.block].new_block
                    : NO_INDEX;

    return at == NO_INDEX ? (Range){0, 0} : r->after.doc.blocks[at].range;
}

Range review_pick_default(const Model *m)
{
    const Review *r = m->review.review;
    Range all = block_range(m), new = {0, 0};

    if (all.start == all.end)
        return all;
    const RedlineBlock *block = &r->redline.blocks[m->review.block];
    for (size_t i = 0; i < block->change_count; i++) {
        const Change *c = &block->changes[i];
        const char *first = r->after.bytes.ptr + all.start;
        if (c->kind != CHANGE_ADDED || c->text.ptr < first ||
            c->text.ptr + c->text.len > r->after.bytes.ptr + all.end)
            continue;
        size_t at = (size_t)(c->text.ptr - r->after.bytes.ptr);
        if (new.start == new.end)
            new = (Range){at, at + c->text.len};
    }
    return new.start < new.end ? new : all;
}

static Range word_of(const Model *m, size_t at, int direction)
{
    Str text = m->review.review->after.bytes;
    Range all = block_range(m), word;
    Lang lang = m->review.review->after.doc.lang;
    Range last = {0, 0};
    size_t from = all.start;

    while (word_next(str_slice(text, 0, all.end), lang, &from, &word)) {
        if (direction > 0 && word.start >= at)
            return word;
        if (direction < 0 && word.end > at)
            return last;
        last = word;
    }
    return direction < 0 ? last : (Range){0, 0};
}

static Range sentence_of(const Model *m, size_t at, int direction)
{
    Str text = m->review.review->after.bytes;
    Range all = block_range(m), sentence, last = {0, 0};
    Lang lang = m->review.review->after.doc.lang;
    size_t from = all.start;

    while (sentence_next(str_slice(text, 0, all.end), lang, &from, &sentence)) {
        if (direction > 0 && sentence.start >= at)
            return sentence;
        if (direction < 0 && sentence.end >= at)
            return last;
        last = sentence;
    }
    return direction < 0 ? last : (Range){0, 0};
}

void review_pick_step(Model *m, int step, bool extend)
{
    ReviewView *v = &m->review;
    bool sentences = step == 2 || step == -2;
    int direction = step > 0 ? 1 : -1;
    Range all = block_range(m), at = v->pick, next;

    if (all.start == all.end)
        return;
    if (at.start == at.end) {
        at = review_pick_default(m);
        at = (Range){at.start, at.start};
        direction = 1;
    }
    /* What is picked grows at its end, and gives back what it took. */
    bool shrink = extend && direction < 0;
    size_t from = shrink || direction > 0 ? at.end : at.start;
    if (shrink) {
        next = sentences ? sentence_of(m, from, -1) : word_of(m, from - 1, -1);
        if (next.end > at.start && next.start < next.end)
            v->pick.end = next.end;
        else
            v->pick = word_of(m, at.start, 1);
    } else {
        next =
            sentences ? sentence_of(m, from, direction) : word_of(m, from, direction);
        if (next.start == next.end)
            return;
        v->pick = extend ? (Range){at.start, next.end} : next;
        if (extend && at.start == at.end)
            v->pick.start = next.start;
    }
    m->page.valid = false;
    m->review.follow = m->prompt.type != PROMPT_NONE;
}

bool review_pick_key(Model *m, const Key *key)
{
    bool extend = key->mods == MOD_SHIFT;

    if (m->view != VIEW_REVIEW || (key->mods & ~(unsigned)MOD_SHIFT))
        return false;
    switch (key->code) {
    case KEYCODE_RIGHT:
        review_pick_step(m, 1, extend);
        return true;
    case KEYCODE_LEFT:
        review_pick_step(m, -1, extend);
        return true;
    case KEYCODE_DOWN:
        if (extend)
            review_pick_step(m, 2, true);
        return extend;
    case KEYCODE_UP:
        if (extend)
            review_pick_step(m, -2, true);
        return extend;
    default:
        return false;
    }
}
