/* sheets.h: paper for a reading, as HTML pages set for printing: a document with
 * numbered paragraphs and a wide margin, and sheets for the five questions.
 *
 * Each page says of which document and revision it is, and its own number of how many.
 * Words of the sheets are in the language of the interface. Self-contained and safe as
 * render/html.h; the same input gives the same bytes. */
#ifndef RENDER_SHEETS_H
#define RENDER_SHEETS_H

#include "render/html.h"

typedef enum Paper { PAPER_A4, PAPER_LETTER } Paper;

bool paper_parse(Str name, Paper *out); /* "a4", "letter" */

/* The document, and a form behind it to hand back to the authors.
 *   options  image and stamp count; the rest is set here */
void sheets_reading(const Document *doc, Paper paper, const HtmlOptions *options,
                    StrBuf *out);
/* Sheets to answer the five questions on, alone.
 *   title  of the document, or of the idea; may be empty */
void sheets_five(const Library *lib, Lang lang, Str title, Paper paper, Str stamp,
                 StrBuf *out);

#endif
