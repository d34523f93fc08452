/* markup.h: a document as a flat list of marks, the one source of every output.
 *
 * CommonMark (read by cmark) with GFM pipe tables. Marks open and close like
 * tags and are balanced. Raw HTML and comments are gone, links that are not
 * safe are only their words, hidden characters are spelled out, text comes in
 * one piece. A mark of a block knows its place in the file. */
#ifndef RENDER_MARKUP_H
#define RENDER_MARKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"
#include "doc/document.h"

typedef enum MarkKind {
    /* blocks; those up to MARK_CELL open and close */
    MARK_PARAGRAPH,
    MARK_HEADING,
    MARK_QUOTE,
    MARK_LIST,
    MARK_ITEM,
    MARK_TABLE,
    MARK_ROW,
    MARK_CELL,
    MARK_CODE_BLOCK,
    MARK_RULE,
    /* inlines */
    MARK_EMPHASIS,
    MARK_STRONG,
    MARK_LINK,
    MARK_IMAGE, /* one mark: text is the alternative text */
    MARK_TEXT,
    MARK_CODE,
    MARK_SOFT_BREAK,
    MARK_HARD_BREAK,
} MarkKind;

typedef enum MarkStep { MARK_OPEN, MARK_CLOSE, MARK_WHOLE } MarkStep;

/* What a block outside lists and quotes is in a PR/FAQ. */
typedef enum MarkRole {
    ROLE_NONE,
    ROLE_HEADLINE,
    ROLE_SUBHEADING,
    ROLE_LEAD,  /* first paragraph of the release: place, date, benefit */
    ROLE_QUOTE, /* paragraph of a part that is a quotation */
    ROLE_LABEL, /* label of a part of the release */
    ROLE_QUESTION,
} MarkRole;

typedef enum CellAlign { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT } CellAlign;

/* Kept small: a hostile file makes a mark of every byte or two. */
typedef struct Mark {
    uint8_t kind;    /* MarkKind */
    uint8_t step;    /* MarkStep */
    uint8_t role;    /* MarkRole */
    uint8_t align;   /* CellAlign */
    bool header;     /* row: the first one */
    bool tight;      /* list: paragraphs without space between */
    int number;      /* heading: level; question: its number, 0 when a list gives
                        one; list: first number, -1 for bullets; table: columns;
                        row: cells it lacks */
    size_t offset;   /* block: in the document's bytes */
    size_t part;     /* block: index or NO_INDEX */
    size_t question; /* block that opens a FAQ pair, or belongs to one: its
                        index, else NO_INDEX */
    Str text;        /* words; code with its line breaks */
    Str target;      /* link, image */
} Mark;

typedef struct Markup {
    const Mark *marks;
    size_t count;
} Markup;

/*   headings  keep the labels of the press release's parts
 *   owns      *out lives in `arena` */
void markup_read(const Document *doc, bool headings, Arena *arena, Markup *out);
/* Index after the mark that closes the one at `open`. */
size_t markup_end(const Markup *m, size_t open);

#endif
