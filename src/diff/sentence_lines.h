/* sentence_lines.h: a document with a line for each sentence, for programs that
 * compare lines, git's log among them. */
#ifndef DIFF_SENTENCE_LINES_H
#define DIFF_SENTENCE_LINES_H

#include "doc/document.h"

/* Append the document: its prose a sentence a line, all else line by line as it is,
 * without the ids that prfaq hides. Visible characters only. */
void sentence_lines(const Document *doc, StrBuf *out);

/* Append the source lines of a sentence as one line. Visible characters only. */
void sentence_as_line(Str words, StrBuf *out);

#endif
