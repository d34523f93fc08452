/* anchor.h: the words of a document that a thread is about, found again after the
 * document has changed.
 *
 * An anchor holds the words, and some before and behind them. They are looked for
 * together: where most of what stood around them stands now, and then which of the
 * words themselves are left there. White space, line breaks and comments do not
 * count. What is in doubt has no place: a thread is never shown at other words.
 * Source: W3C Web Annotation, TextQuoteSelector (the form); own work (the search). */
#ifndef REVIEW_ANCHOR_H
#define REVIEW_ANCHOR_H

#include "base/mem.h"
#include "base/str.h"
#include "doc/document.h"

typedef struct Anchor {
    Str quote;         /* the words: Markdown as it is written */
    Str before, after; /* what stands around them; may be empty */
    Str part;          /* id of their part, else its kind; empty before the first */
} Anchor;

typedef enum AnchorState {
    ANCHOR_HERE,   /* the words, where they were */
    ANCHOR_MOVED,  /* the words, in another part or among other words */
    ANCHOR_EDITED, /* some of the words are left: look again */
    ANCHOR_LOST,   /* without a place */
} AnchorState;

typedef struct AnchorPlace {
    AnchorState state;
    Range range; /* from the first to the last of the words; empty when lost */
} AnchorPlace;

/* A document cut into words, for all anchors in it. */
typedef struct AnchorText AnchorText;

/*   doc   outlives what is returned
 *   owns  the arena has everything */
AnchorText *anchor_text(const Document *doc, Arena *arena);
/* The anchor of the words in a range; an empty quote when it holds none. Borrows from
 * the document. */
Anchor anchor_make(const AnchorText *text, Range range);
/* Where words stand in a range, told by words as above: how often, and the first. */
size_t anchor_search(AnchorText *text, Str words, Range within, Range *first);
AnchorPlace anchor_find(AnchorText *text, const Anchor *anchor);

const char *anchor_state_name(AnchorState state); /* "edited" */

#endif
