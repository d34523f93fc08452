/* merge_moved.h: paragraphs that one side moved while the other changed them, or
 * moved them elsewhere. */
#ifndef DIFF_MERGE_MOVED_H
#define DIFF_MERGE_MOVED_H

#include "diff/three.h"

/* What one side moved unchanged and the other changed in its place stands where the
 * one put it, as the other wrote it; what both moved to different places stands
 * where mine put it. Where it cannot be told, the chunks are left alone. */
void merge_moved(const Tiles texts[THREE_COUNT], Arena *arena, ThreeList *chunks);

#endif
