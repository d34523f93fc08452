/* marker.h: id comments, "<!-- prfaq-id: problem -->", as lines of a file.
 *
 * Where one may stand, in the form it has there, and which lines are one. */
#ifndef DOC_MARKER_H
#define DOC_MARKER_H

#include <stdbool.h>

#include "doc/document.h"

/* The ways to write a comment beside a block, best first. Which of them leaves
 * the rest of the text as it is, only reading it again can tell. */
typedef enum MarkerPlace {
    MARKER_UNDER,   /* on the line under the block: it is a label */
    MARKER_ABOVE,   /* on the line above, behind the same marks and indent */
    MARKER_OUTSIDE, /* above, outside the list whose first item the block begins */
    MARKER_PLAIN,   /* above, behind quote marks alone */
    MARKER_PLACES,
} MarkerPlace;

/* Bytes to be put in at an offset. */
typedef struct Insertion {
    size_t at;
    Str text;
} Insertion;

/* The line of a comment with that id.
 *   block  index in the document
 *   owns   the text lives in `arena` */
Insertion marker_insertion(const Document *doc, size_t block, MarkerPlace place, Str id,
                           Arena *arena);
/* The bytes with all insertions, which are in order of their places. */
Str insertions_apply(Str bytes, const Insertion *items, size_t count, Arena *arena);

/* The id of a block that is an id comment and nothing else; false for others. */
bool marker_id(const Document *doc, size_t block, Str *id);
/* Does the first line of a block go on with the paragraph of the block before it?
 * Nothing can be written between them. */
bool block_continues(const Document *doc, size_t block);

/* Do the first `count` of some changes hold together? */
typedef bool Holds(void *ctx, size_t count);

/* Of changes whose first `good` hold together and whose first `count` do not: the
 * index of the first one that spoils it. */
size_t first_bad(Holds *holds, void *ctx, size_t good, size_t count);

/* The kind that an id names: "problem-2" is a second problem. */
PartKind marker_kind(Str id);

#endif
