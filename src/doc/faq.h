/* faq.h: the third step of reading a document: questions and their answers.
 *
 * The notation most questions of a part are written in wins; a question with a
 * prfaq-q comment counts in any. Source: docs/rules.md, "FAQ pairs". */
#ifndef DOC_FAQ_H
#define DOC_FAQ_H

#include "doc/reader.h"

/* Fills questions, their place in the parts, and the `question` of every block;
 * cuts "A." and a question off the text of an answer. */
void faq_read(DocumentReader *r);

#endif
