/* mark.h: the signs by which people mark labels, questions and answers in
 * Markdown. Source: docs/rules.md, "Recognising parts" and "FAQ pairs". */
#ifndef DOC_MARK_H
#define DOC_MARK_H

#include <stdbool.h>

#include "base/str.h"

/* Length of "Q.", "Q1:", "P:", "FAQ-01:", "질문:" at the start of `s`, with the
 * white space behind it; 0 when there is none. */
size_t mark_question(Str s);
/* The same of "A.", "A1:", "답.", "R:", in bold or not. */
size_t mark_answer(Str s);
/* The same of "3." or "4.1". */
size_t mark_number(Str s);
bool mark_asks(Str s); /* ends with a question mark, less marks of emphasis */

/* A bold run at the start of a block, over three lines at most. */
typedef struct BoldRun {
    Range inside;     /* without its marks */
    Range outside;    /* with them */
    size_t last_line; /* index of the line it ends on */
} BoldRun;

bool mark_bold(Str bytes, const Range *lines, size_t count, BoldRun *out);

/* "<!-- KEY: ID -->" that is the whole of `line`; false when it is not.
 *   key  "prfaq-id", "prfaq-q" */
bool mark_comment(Str line, Str key, Str *id);

#endif
