/* text.h: the bytes being edited, with linear undo.
 *
 * The bytes are always valid UTF-8 without NUL when they came in so; the module
 * itself does not care. One contiguous buffer: replacing moves the tail, which
 * costs 2 ms at 20 MB and nothing at 20 KB. Positions are byte offsets.
 *
 * Undo: every text_replace() is recorded. Typing is grouped into sensible
 * steps: an insertion joins the step before it when it continues where that one
 * ended, neither is a line break, and it does not begin a new word; so does one that
 * replaces the last characters typed, as a jamo does that composes; the same for
 * deleting character by character. text_seal() ends a step (the caret was moved,
 * the file was saved); text_group_begin/end make several replacements one step.
 * Undo survives saving. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef struct Text Text;

Text *text_new(Str bytes); /* a copy; nothing to undo */
void text_free(Text *t);
Str text_view(const Text *t); /* valid until the next change */
size_t text_len(const Text *t);
/* Changes with every replacement, undo and redo; equal versions of one Text are
 * equal bytes: undoing everything gives the old version back. */
uint64_t text_version(const Text *t);

/* Put `s` in place of the bytes of `r` (r.end <= length). `s` may not point into
 * the text. */
void text_replace(Text *t, Range r, Str s);
void text_seal(Text *t);
void text_group_begin(Text *t); /* a group in a group is part of it */
void text_group_end(Text *t);
/* Undo or redo one step; *pos is where the caret belongs afterwards. */
bool text_undo(Text *t, size_t *pos);
bool text_redo(Text *t, size_t *pos);
bool text_can_undo(const Text *t);
bool text_can_redo(const Text *t);

/* One replacement that makes the bytes of then those of now. */
typedef struct TextEdit {
    size_t offset;
    size_t removed; /* bytes of then, from `offset` on */
    Str added;      /* in the text; valid until its next change */
} TextEdit;

/* What became of the bytes since text_seen(), or since the text was made: one
 * replacement from the first byte that was touched to the last one. False when there
 * is nothing. O(1): whatever changes the text keeps count. */
bool text_unseen(const Text *t, TextEdit *out);
void text_seen(Text *t);

#endif
