/* heading.h: what a heading names when the list of labels does not hold it: an FAQ
 * by its words, a label with a name in it. For documents from elsewhere. */
#ifndef DOC_HEADING_H
#define DOC_HEADING_H

#include <stdbool.h>

#include "doc/label.h"
#include "doc/reader.h"

bool part_is_faq(const Part *part); /* of any kind; false for NULL */
bool heading_asks(Str words);       /* is it a question? */
/* "How Lantern works"; NULL. The label has no text. */
const Label *heading_form(Str text);
/* Words that name an FAQ: "FAQ for operators", "Internal / Technical FAQ"; in an
 * FAQ also "For customers", below one for customers also "Product questions".
 *
 *   last   the part above, or NULL
 *   named  the label list knows it as an FAQ: "FAQ: customers"
 *   returns  a label without a text; NULL for a title and for a question */
const Label *heading_faq(const DocumentReader *r, const Part *last, Str text,
                         bool named);

/* A heading over questions: for whom they are, by its words. Never NULL. */
const Label *heading_group(const DocumentReader *r, Str text);

#endif
