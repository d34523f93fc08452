/* asking.h: questions that stand under no label of an FAQ. For documents from
 * elsewhere. */
#ifndef DOC_ASKING_H
#define DOC_ASKING_H

#include <stdbool.h>

#include "doc/reader.h"

/* Is the block a question by its form: "Q: …", "**Why?**", "### Why?"? */
bool block_asks(const DocumentReader *r, size_t block);
/* Does what stands under the heading begin with questions, two at least? */
bool section_asks(const DocumentReader *r, size_t heading);
/* Is it "FAQ", without any mark, above a question? */
bool is_plain_faq(const DocumentReader *r, size_t block);
/* Does some heading name an FAQ? */
bool faq_is_headed(const DocumentReader *r);
/* Do questions begin with this paragraph? */
bool questions_begin(const DocumentReader *r, size_t block);

#endif
