/* spoken.h: what people call the kinds of things a document is read as, in the
 * language of the interface. */
#ifndef DOC_SPOKEN_H
#define DOC_SPOKEN_H

#include "doc/document.h"
#include "doc/split.h"

const char *found_words(Found found); /* "by its label" */
/* "it has questions but no press release"; empty when it is one. */
const char *not_prfaq_words(NotPrfaq reason);
const char *split_reason_words(SplitReason reason); /* "by its words" */

#endif
