/* confirm.h: the screen on which a person confirms what was found in a document:
 * its sections (VIEW_ADOPT), or who asks each question of an FAQ (VIEW_SPLIT).
 *
 * A list of what was found, one row after the other, and the text it is about. The
 * row behind the last one writes. Nothing changes before that. */
#ifndef UI_CONFIRM_H
#define UI_CONFIRM_H

#include "ui/model.h"

size_t confirm_count(const Model *m);
/* The bytes of the text that a row is about. */
Range confirm_range(const Model *m, size_t row);
/* The kind that a box offered; `choice` from 0. */
void confirm_choose_kind(Model *m, size_t choice);
PartKind confirm_kind(size_t choice); /* PART_OTHER: no more */
/* Say that the sections of the document just read could be confirmed. */
void confirm_offer(Model *m);

#endif
