/* redline_invariants.h: what holds for the redline of any two texts. */
#ifndef TESTS_UNIT_REDLINE_INVARIANTS_H
#define TESTS_UNIT_REDLINE_INVARIANTS_H

#include <stdbool.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "diff/hidden.h"
#include "diff/redline.h"

/* Letters only: white space, marks and the numbers of items are layout. */
static inline void letters_add(StrBuf *out, Str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t cp;
        size_t length = utf8_decode(text, at, &cp);
        if (cp >= 0x80 ? !unicode_is_space(cp)
                       : (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z')
            strbuf_add(out, str_slice(text, at, at + length));
        at += length;
    }
}

/* The letters of one side, put together again from the redline. */
static inline void letters_of_side(const Redline *r, bool before, StrBuf *out)
{
    BlockChange foreign = before ? BLOCK_MOVED_HERE : BLOCK_MOVED_AWAY;
    ChangeKind missing = before ? CHANGE_ADDED : CHANGE_REMOVED;

    for (size_t i = 0; i < r->block_count; i++) {
        const RedlineBlock *block = &r->blocks[i];
        for (size_t c = 0; block->state != foreign && c < block->change_count; c++)
            if (block->changes[c].kind != missing)
                letters_add(out, block->changes[c].text);
    }
}

static inline bool side_is_whole(const Redline *r, bool before, Str source)
{
    StrBuf expected = {0}, actual = {0};

    Arena arena = {0};

    letters_add(&expected, hidden_left_out(source, &arena));
    arena_deinit(&arena);
    letters_of_side(r, before, &actual);
    bool whole = str_eq(strbuf_view(&expected), strbuf_view(&actual));
    strbuf_deinit(&expected);
    strbuf_deinit(&actual);
    return whole;
}

static inline bool block_is_sound(const Redline *r, const RedlineBlock *block)
{
    bool changed = false;

    for (size_t c = 0; c < block->change_count; c++) {
        Str text = block->changes[c].text;
        if (text.len == 0 || str_trim(text).len != str_trim_end(text).len ||
            str_trim_end(text).len != text.len)
            if (block->kind != BLOCK_CODE || text.len == 0)
                return false;
        changed |= block->changes[c].kind != CHANGE_SAME;
    }
    if (block->state == BLOCK_MOVED_AWAY)
        return block->change_count == 1 && !changed &&
               block->other_part < r->part_count;
    if (block->state == BLOCK_MOVED_HERE)
        return block->change_count > 0 && (changed || block->change_count == 1) &&
               block->other_part < r->part_count;
    return block->change_count > 0 && changed == (block->state != BLOCK_SAME) &&
           (block->state != BLOCK_SAME || block->change_count == 1);
}

static inline bool parts_are_sound(const Redline *r)
{
    int added = 0, removed = 0, changed = 0;
    size_t next = 0;

    for (size_t i = 0; i < r->part_count; i++) {
        const RedlinePart *part = &r->parts[i];
        if (part->first_block != next)
            return false;
        next += part->block_count;
        added += part->added;
        removed += part->removed;
        changed += part->changed;
    }
    return next == r->block_count && added == r->added && removed == r->removed &&
           changed == r->parts_changed;
}

/*   before, after  the sources without front matter
 *   returns  what does not hold, or NULL */
static inline const char *redline_broken(const Redline *r, Str before, Str after)
{
    if (!side_is_whole(r, true, before))
        return "what stayed and what went is not the old text";
    if (!side_is_whole(r, false, after))
        return "what stayed and what came is not the new text";
    for (size_t i = 0; i < r->block_count; i++)
        if (!block_is_sound(r, &r->blocks[i]))
            return "a block's changes are empty or do not fit its state";
    if (!parts_are_sound(r))
        return "the parts do not hold the blocks, or do not add up";
    if (str_eq(before, after) && (r->parts_changed || r->added || r->removed))
        return "equal texts differ";
    return NULL;
}

#endif
