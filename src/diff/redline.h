/* redline.h: what changed between two texts of a document, word by word.
 *
 * Blocks are paired by the words they share, sentences aligned inside paired
 * blocks, then words inside aligned sentences (Latin words with inner hyphen and
 * apostrophe; Han and kana by character merged into runs; Hangul by 어절).
 * Reflowed text is no change. A sentence that changed by more than 60 % is
 * replaced whole; paragraphs that moved are shown as moved, with the words that
 * changed in them. The ids that prfaq hides in comments are no words.
 * Everything lives in the arena and borrows from both documents' bytes. */
#ifndef DIFF_REDLINE_H
#define DIFF_REDLINE_H

#include <stdbool.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/document.h"

typedef enum ChangeKind { CHANGE_SAME, CHANGE_ADDED, CHANGE_REMOVED } ChangeKind;

/* The white space in the source before a change. */
typedef enum Gap {
    GAP_NONE,  /* none: "제품" and "을", a word and its full stop */
    GAP_SPACE, /* spaces or a soft line break */
    GAP_LINE,  /* a line break that counts: first of a block, code, table rows */
} Gap;

typedef struct Change {
    ChangeKind kind;
    Gap gap;
    Str text; /* Markdown source, not empty, no white space at its ends; line
                 breaks inside are soft except in code, tables and HTML */
} Change;

typedef enum BlockChange {
    BLOCK_SAME,
    BLOCK_CHANGED,
    BLOCK_ADDED,
    BLOCK_REMOVED,
    BLOCK_MOVED_HERE, /* from elsewhere; a few words may have changed */
    BLOCK_MOVED_AWAY, /* the words it had: one change that is CHANGE_SAME */
} BlockChange;

typedef struct RedlineBlock {
    BlockChange state;
    BlockKind kind;        /* of the new block, else of the old one */
    const Change *changes; /* in reading order; one for an unchanged block */
    size_t change_count;
    size_t old_block, new_block; /* index in its document, or NO_INDEX; the halves
                                    of a split block have the same old_block */
    size_t old_last;   /* the last of those joined into it; mostly old_block */
    size_t other_part; /* moved: index in Redline.parts of the other end */
} RedlineBlock;

typedef struct RedlinePart {
    Str title; /* of the new text, else of the old one, else what such a part is
                  called; "" before the first part */
    Str id;
    size_t old_part, new_part; /* index in its document, or NO_INDEX */
    size_t first_block, block_count;
    int added, removed; /* words */
    bool changed;
} RedlinePart;

/* A key of the front matter whose value changed; "" where it is missing. */
typedef struct MetaChange {
    Str key;
    Str before, after;
} MetaChange;

typedef struct Redline {
    const RedlinePart *parts;
    size_t part_count;
    const RedlineBlock *blocks;
    size_t block_count;
    Lang lang;          /* of the new text: what a word is */
    int added, removed; /* words, all parts */
    int parts_changed;
    bool front_matter_changed; /* also when only comments or the order differ */
    bool hidden_changed;       /* ids that prfaq hides in comments differ: no words */
    const MetaChange *meta;
    size_t meta_count;
    bool equal; /* the bytes are the same */
} Redline;

void redline_make(const Document *before, const Document *after, Arena *arena,
                  Redline *out);

typedef struct RedlineText {
    bool color;     /* blue added, orange removed; the marks stay */
    bool unchanged; /* print unchanged blocks too; else only their neighbours */
    int width;      /* wrap at this many cells; 0: do not wrap */
    Lang lang;      /* of the words between parts: "moved", "2 of 6 parts" */
    const RedlinePart *only; /* one of the redline's: its changes alone; NULL: all */
} RedlineText;

/* "2 of 6 sections changed, +31 -9 words"; what changed else when no words did. Empty
 * when only the front matter did. */
void redline_total(const Redline *r, Lang lang, StrBuf *out);
/* "{+added+}" "[-removed-]" part by part, visible characters only. */
void redline_text(const Redline *r, const RedlineText *options, StrBuf *out);
/* {"schema":"prfaq/diff/1","parts":[…],"added":…,"removed":…} without the braces'
 * first members "document","from","to", which the caller gives as JSON text. */
void redline_json(const Redline *r, Str members, StrBuf *out);
/* "Problem, FAQ 3: +31 −9 words" in the document's language, for the subject of
 * a revision; FAQ pairs are named by number. At most three names, then "and 2
 * more". Never empty. */
void redline_summary(const Redline *r, const Document *before, const Document *after,
                     StrBuf *out);

#endif
