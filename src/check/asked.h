/* asked.h: what a question asks, told by its words alone. */
#ifndef CHECK_ASKED_H
#define CHECK_ASKED_H

#include <stdbool.h>

#include "base/lang.h"
#include "base/str.h"

typedef enum AskedShape {
    ASKED_ANY,
    ASKED_NUMBER,
    ASKED_AMOUNT,
    ASKED_DATE
} AskedShape;

typedef enum Asked {
    ASKED_NOT,
    ASKED_MAYBE, /* "Who pays for it": the words of a title could be the same */
    ASKED_SURELY,
} Asked;

/* Do the words ask at all? A title ("Pricing", "How it works") does not. Of languages
 * other than English, Korean, Japanese and Chinese nothing is told: ASKED_NOT.
 *
 *   folded  letters are lower-case; a question mark need not be there */
Asked asked_by_words(Str folded, Lang lang);
/* Does it want "yes" or "no"? English is tried where the language is not known. */
bool asked_yes_no(Str folded, Lang lang);
/* The form of the answer it wants. */
AskedShape asked_shape(Str folded, Lang lang);

#endif
