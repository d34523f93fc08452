/* merge_read.h: three documents as tiles that can be laid side by side: their
 * sentences, lines of code, of tables, of HTML and of the front matter. */
#ifndef DIFF_MERGE_READ_H
#define DIFF_MERGE_READ_H

#include "diff/side.h"
#include "diff/three.h"
#include "doc/document.h"

/* Above so many bytes of the three texts together the blocks are not cut into
 * sentences: memory and time stay bounded. */
#define MERGE_FINE_MAX ((size_t)24 << 20)

typedef struct MergeText {
    Side side;
    Pieces pieces; /* one for each tile */
    Tiles tiles;
    size_t *first; /* by block: its first tile; one more at the end */
} MergeText;

typedef struct MergeReading {
    Pairer pairer;
    MergeText texts[THREE_COUNT];
    SegList segs[THREE_COUNT]; /* of mine and theirs: what the base became */
} MergeReading;

/* Everything lives in the arena and borrows from the documents' bytes. */
void merge_read(const Document *const docs[THREE_COUNT], bool coarse, Arena *arena,
                MergeReading *out);

#endif
