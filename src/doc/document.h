/* document.h: a reading of the bytes of a document. Pure and total: any bytes can be
 * read, also those that are no text (doc/stray.h); nothing is ever written back.
 *
 * Invariants: blocks are in file order and do not overlap; parts are in file
 * order and tile the file from the first part to its end; every range lies
 * inside `bytes` at code point borders, and a stray byte has one on each side.
 * Everything lives in the arena given to document_read() and borrows from `bytes` and
 * the library. */
#ifndef DOC_DOCUMENT_H
#define DOC_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/frontmatter.h"
#include "doc/library.h"
#include "doc/part.h"
#include "doc/prose.h"
#include "doc/template.h"

#define NO_INDEX ((size_t)-1)

typedef enum BlockKind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_ITEM, /* a paragraph inside a list item */
    BLOCK_CODE,
    BLOCK_HTML, /* comments too */
    BLOCK_TABLE,
    BLOCK_RULE,
} BlockKind;

typedef struct Block {
    BlockKind kind;
    Range range;     /* whole lines without the final line break */
    int level;       /* heading 1 to 6; item: depth from 1; else 0 */
    int depth;       /* list items around it */
    bool quoted;     /* inside a block quote */
    bool loose;      /* over the nesting bound: shown as plain text */
    Prose prose;     /* empty for code, HTML, tables and rules */
    size_t part;     /* index, or NO_INDEX before the first part */
    size_t question; /* index of the FAQ pair it belongs to, or NO_INDEX */
} Block;

typedef enum Found { FOUND_MARKER, FOUND_LABEL, FOUND_INFERRED } Found;

/* Bit of a kind in Part.also. */
#define PART_BIT(kind) (1u << (kind))

typedef struct Part {
    PartKind kind;
    Region region;
    Str id;      /* of the marker, else of the template's section, else empty */
    Str title;   /* words of its label; empty when it has none */
    Range range; /* label, marker and body */
    Range label; /* the label's line(s); empty when it has none */
    Range body;  /* after label and marker, to the end of the part */
    Found found;
    double confidence; /* 0 to 1; 1 for a marker */
    /* Further kinds its words tell, as bits: a summary may state the problem too.
     * Id comments on lines that follow each other, or position, say so. */
    unsigned also;
    const PartSpec *spec; /* of the document's template, or NULL */
    size_t first_block, block_count;
    size_t first_question, question_count;
} Part;

typedef struct Question {
    Str id;         /* of the prfaq-q comment, else empty */
    Str text;       /* the question's words */
    Range range;    /* comment, question and answer */
    Range question; /* the line(s) of the question */
    Range answer;   /* what answers it, without a leading "A." */
    Region audience;
    bool answered; /* rule faq-unanswered, first half: it holds a word */
    size_t part;
    size_t first_block, block_count; /* of the answer */
    int number;                      /* from 1, through all FAQ parts */
} Question;

/* Why a document is not read as a PR/FAQ. It can be edited all the same. */
typedef enum NotPrfaq {
    PRFAQ_IS_ONE,
    NOT_PRFAQ_EMPTY,    /* there are no words in it */
    NOT_PRFAQ_TEMPLATE, /* nothing but labels and places to fill in */
    NOT_PRFAQ_MEDIA,    /* a release for newspapers: contact, "about the company" */
    NOT_PRFAQ_DIGEST,   /* a list of points about something */
    NOT_PRFAQ_NOTES,    /* no release and no questions */
    NOT_PRFAQ_FAQ_ONLY, /* questions without a release */
    NOT_PRFAQ_COUNT,
} NotPrfaq;

typedef struct Document {
    Str bytes;
    size_t start; /* first byte after BOM and front matter */
    Metadata meta;
    Error meta_error;     /* code ERR_NONE when the front matter is fine */
    Lang lang;            /* front matter, else guessed */
    const Template *tmpl; /* of `template:`, or NULL: an imported document */
    Str title;            /* front matter, else the first `# ` heading */
    const Block *blocks;
    size_t block_count;
    const size_t *lengths; /* by block: prose_length() of its prose */
    const Part *parts;
    size_t part_count;
    const Question *questions;
    size_t question_count;
    const size_t *lines; /* offsets of line starts */
    size_t line_count;
    bool is_prfaq;
    double certainty; /* of is_prfaq: 0 to 1 */
    NotPrfaq not_prfaq;
    bool simplified; /* some block was over the bounds and is kept as text */
} Document;

const char *found_name(Found found);         /* "inferred" */
const char *not_prfaq_name(NotPrfaq reason); /* "media-release"; "" for none */

/* Can these bytes be edited? Fails with ERR_INVALID on UTF-16 and UTF-32 alone. */
bool document_editable(Str bytes, Error *err);
/* Are they text, too, which can be checked? Fails on NUL or bad UTF-8 as well (the
 * message has the line) and names the way out; *offset is the first bad byte. */
bool document_bytes_ok(Str bytes, size_t *offset, Error *err);

/*   bytes  any; must outlive *out, as must `lib` and `arena` */
void document_read(Str bytes, const Library *lib, Arena *arena, Document *out);

/* Line (from 1) and column in code points (from 1) of an offset. */
void document_place(const Document *doc, size_t offset, int *line, int *column);
/* The same for many places in order: `place` holds the one before ({0} at first) and
 * gets the next, so that a long line is counted once. Going back is allowed. */
typedef struct Place {
    size_t offset;
    int line, column;
} Place;
void document_place_next(const Document *doc, size_t offset, Place *place);
/* The part of that id, else the first of that kind, else one that tells it; NULL. */
const Part *document_part(const Document *doc, Str id_or_kind);
const Part *document_first(const Document *doc, PartKind kind);
/* Is it of that kind, or does it tell that too? */
bool part_tells(const Part *part, PartKind kind);
/* Index of the part that holds the offset, or NO_INDEX. */
size_t document_part_at(const Document *doc, size_t offset);
size_t document_block_at(const Document *doc, size_t offset);
/* The first block that ends behind the offset; block_count: none does. */
size_t document_block_from(const Document *doc, size_t offset);

/* Length of a part in the unit of the document's language: prose of its blocks
 * without headings, tables and code; of a headline that is a heading, its words. */
size_t part_length(const Document *doc, const Part *part);
size_t part_words(const Document *doc, const Part *part);
/* Is there nothing but comments, an empty "A." or white space in it? */
bool part_is_empty(const Document *doc, const Part *part);
size_t document_words(const Document *doc);

#endif
