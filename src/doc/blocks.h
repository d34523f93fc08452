/* blocks.h: the first step of reading a document: its blocks.
 *
 * cmark's blocks with two changes: tables are found, and a paragraph is cut where
 * people mean a new block: behind a bold line at its start, before an answer or a
 * question ("A. …"), before a bold label in the middle. */
#ifndef DOC_BLOCKS_H
#define DOC_BLOCKS_H

#include "doc/reader.h"

/* Fills blocks and texts, and doc->simplified. Prose, part and question come
 * later. */
void blocks_read(DocumentReader *r);

#endif
