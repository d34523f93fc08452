/* infer.h: the third step of reading a document: parts that carry no label.
 *
 * Only in imported documents. What stands in the press release is placed by its
 * position and its words; parts found by a marker or a label keep their place.
 * Source: docs/reading.md; docs/rules.md, "Recognising parts". */
#ifndef DOC_INFER_H
#define DOC_INFER_H

#include "doc/reader.h"

/* Adds the inferred parts to those that parts_read() found. */
void infer_read(DocumentReader *r);

#endif
