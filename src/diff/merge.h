/* merge.h: what two people made of one text, put together sentence by sentence.
 *
 * A sentence that only one of them changed is taken as that one wrote it; where
 * both did, a person decides (ux S11). Nothing that either side wrote is left out
 * unless a choice says so, and bytes that nobody touched stay as they are: line
 * ends, white space, comments, front matter. It does not matter here where the
 * three texts come from: a file that changed outside, recovered words, a branch. */
#ifndef DIFF_MERGE_H
#define DIFF_MERGE_H

#include <stdbool.h>

#include "diff/three.h"
#include "doc/document.h"

typedef enum MergeTake {
    MERGE_OPEN, /* not decided: mine stands until it is */
    MERGE_MINE,
    MERGE_THEIRS,
    MERGE_BOTH,    /* MergeConflict.both */
    MERGE_NEITHER, /* as it was before */
    MERGE_OWN,     /* other words */
} MergeTake;

typedef struct MergeChoice {
    MergeTake take;
    Str own; /* of MERGE_OWN */
} MergeChoice;

/* One place that both changed. Each is "" where nothing stands in that text. */
typedef struct MergeConflict {
    Str base, mine, theirs; /* slices of the texts */
    Str both;               /* both changes in one; "" when their words overlap */
    size_t chunk;
} MergeConflict;

typedef struct Merge {
    Tiles texts[THREE_COUNT];
    ThreeList chunks;
    MergeConflict *conflicts; /* in order */
    size_t conflict_count;
    size_t mine, theirs, alike; /* places that merged by themselves */
    bool coarse;                /* the texts are so long that blocks were compared */
} Merge;

/* Everything lives in the arena and borrows from the documents' bytes. */
void merge_make(const Document *base, const Document *mine, const Document *theirs,
                Arena *arena, Merge *out);

/* The text that the choices make.
 *
 *   choices  one for each conflict; NULL: none is decided
 *   places   where each conflict's words stand in *out; may be NULL */
void merge_result(const Merge *m, const MergeChoice *choices, StrBuf *out,
                  Range *places);

/* Where a place of one of the three texts is in the result of these choices: behind
 * the same words where they still stand, else near them.
 *
 *   of  THREE_MINE … */
size_t merge_follow(const Merge *m, const MergeChoice *choices, int of, size_t offset);

#endif
