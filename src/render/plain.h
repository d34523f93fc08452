/* plain.h: a document as plain text and as Markdown to hand to others. */
#ifndef RENDER_PLAIN_H
#define RENDER_PLAIN_H

#include "base/str.h"
#include "doc/document.h"

/* UTF-8 text, wrapped at `width` cells (0: one line a paragraph). */
void render_plain(const Document *doc, bool headings, int width, StrBuf *out);
/* Markdown without front matter and without our comments; FAQ pairs numbered. */
void render_markdown(const Document *doc, bool headings, StrBuf *out);

#endif
