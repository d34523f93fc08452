/* manuscript.h: the Markdown a document is set from.
 *
 * The file without front matter, without the labels of the press release (unless
 * wanted) and without the working title when the release has a headline. Each FAQ
 * pair stands apart, question and answer in paragraphs of their own, without
 * the writer's "Q." Comments stay: whoever reads the Markdown drops them. Every
 * line knows where it came from. */
#ifndef RENDER_MANUSCRIPT_H
#define RENDER_MANUSCRIPT_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"
#include "doc/document.h"

typedef enum ManuscriptUse {
    MANUSCRIPT_SET,  /* questions and answers lose "Q." and "A." */
    MANUSCRIPT_HAND, /* to hand to others: questions begin with "Q14.", comments
                        are gone, blank lines are single */
} ManuscriptUse;

typedef struct ManuscriptLine {
    size_t offset;   /* in the document's bytes */
    size_t question; /* index of the FAQ pair whose question begins here, or
                        NO_INDEX */
} ManuscriptLine;

typedef struct Manuscript {
    Str text; /* UTF-8, LF line ends, ends with LF unless empty */
    const ManuscriptLine *lines;
    size_t line_count;
} Manuscript;

/*   owns  *out lives in `arena` */
void manuscript_make(const Document *doc, ManuscriptUse use, bool headings,
                     Arena *arena, Manuscript *out);
/* The part that holds the headline and says something, or NULL. */
const Part *manuscript_headline(const Document *doc);
/* A headline found by its place and not by a label is its own label. */
bool manuscript_label_is_headline(const Document *doc, const Part *part);

#endif
