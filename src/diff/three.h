/* three.h: three versions of one sequence laid side by side: what both began from,
 * what one made of it, what the other made of it.
 *
 * A tile is a sentence, a line of code or a word; between tiles there is white
 * space, which is no tile and never a conflict. Every byte of a text is either in
 * a tile or between two. */
#ifndef DIFF_THREE_H
#define DIFF_THREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

enum { THREE_BASE, THREE_MINE, THREE_THEIRS, THREE_COUNT };

typedef struct Tile {
    Range range;   /* of bytes, not empty */
    uint32_t same; /* equal for tiles of equal words, whatever their white space */
} Tile;

typedef struct Tiles {
    Str bytes;
    const Tile *items;
    size_t count;
} Tiles;

/* Tiles `base` of what both began from became tiles `side`. */
typedef struct Seg {
    Range base, side;
} Seg;

/* In order, tiling both sequences. One of the two ranges may be empty, never
 * both. */
typedef struct SegList {
    Seg *items;
    size_t count;
    size_t cap;
} SegList;

typedef enum ThreeKind {
    THREE_SAME,        /* no words changed */
    THREE_ONLY_MINE,   /* … changed here */
    THREE_ONLY_THEIRS, /* … changed there */
    THREE_BOTH_ALIKE,  /* both made the same change */
    THREE_CONFLICT,    /* both changed it, differently */
} ThreeKind;

typedef struct ThreeChunk {
    ThreeKind kind;
    Range at[THREE_COUNT]; /* tiles */
    bool moved;            /* one side moved a paragraph here, or away: */
    Str words;             /* … these stand here, as the other side wrote them */
} ThreeChunk;

typedef struct ThreeList {
    ThreeChunk *items;
    size_t count;
    size_t cap;
} ThreeList;

/* Append a pair of ranges; what lies between the last one and this was replaced,
 * and becomes a seg of its own. Two empty ranges only close the list. */
void segs_add(SegList *list, Arena *arena, Range base, Range side);

/* Chunks in order, tiling all three. */
void three_split(const Tiles texts[THREE_COUNT], const SegList *mine,
                 const SegList *theirs, Arena *arena, ThreeList *out);

/* The bytes of a few tiles with the white space between them; empty for none. */
Str tiles_bytes(const Tiles *text, Range tiles);
/* The bytes of a chunk that is no conflict; where only white space differs, of the
 * side that changed it. *has gets the bits of the texts that have these words. */
Str three_bytes(const Tiles texts[THREE_COUNT], const ThreeChunk *c, unsigned *has);

/* Puts a text together from chunks, with the white space of the side that changed
 * it between them. */
typedef struct Joiner {
    const Tiles *texts;
    StrBuf *out;
    size_t left[THREE_COUNT]; /* tiles before the place one is at */
    unsigned has;             /* bits of the texts that hold what was added last */
    bool begun;
} Joiner;

#define THREE_ALL ((1u << THREE_COUNT) - 1)

void joiner_init(Joiner *j, const Tiles texts[THREE_COUNT], StrBuf *out);
/* Add bytes that stand where the chunk stands; none add nothing.
 *
 *   has      bits of the texts whose words at this place these are
 *   returns  where they stand in the result */
Range joiner_add(Joiner *j, const Range at[THREE_COUNT], unsigned has, Str bytes);
void joiner_end(Joiner *j); /* the white space at the end of the text */

#endif
