/* paragraph.h: the section the caret is in as numbered paragraphs, and edits of whole
 * paragraphs. What is hidden on the screen (marks, front matter) is none of them, and
 * no edit touches it. The text was read anew when any of these is called; it has to be
 * read anew after an edit. */
#ifndef UI_PARAGRAPH_H
#define UI_PARAGRAPH_H

#include "ui/model.h"

typedef struct Paragraph {
    Range range; /* its words in the text; of an answer without the leading "A." */
    BlockKind kind;
    bool question; /* the words of a question */
} Paragraph;

typedef struct Paragraphs {
    const Paragraph *items;
    size_t count;
} Paragraphs;

/* Bytes of the section: from its start to that of the next; `stop` NO_INDEX: what
 * stands before the first. */
Range section_range(const Derived *d, size_t stop);
/*   owns  the list lives in `arena` */
void paragraphs_of(const Model *m, size_t stop, Arena *arena, Paragraphs *out);

/* Each is one step of undo. `text` has LF and may have several paragraphs. */
void paragraph_write(Model *m, Range place, Str text);
/* Behind paragraph `after`; NO_INDEX: at the end of the section. */
void paragraph_add(Model *m, size_t stop, size_t after, Str text);
void paragraph_delete(Model *m, const Paragraph *p);

#endif
