/* parts.h: the second step of reading a document: its parts.
 *
 * A marker wins over a label; what has neither is left for inference, which
 * comes as a third step over the blocks outside the parts found here. Source:
 * docs/rules.md, "Recognising parts". */
#ifndef DOC_PARTS_H
#define DOC_PARTS_H

#include "doc/reader.h"

/* Fills parts and the `part` of every block; cuts labels off the texts. */
void parts_read(DocumentReader *r);
/* Tile the file: each part ends where the next begins; blocks get their part. Parts
 * have the starts of their range and body. */
void parts_close(DocumentReader *r);

#endif
