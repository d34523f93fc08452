/* blank.h: places to fill in, and what a template says about them. */
#ifndef DOC_BLANK_H
#define DOC_BLANK_H

#include <stdbool.h>

#include "doc/library.h"

/* Is a paragraph still to be written: "[City, date]", "TBD", "Describe the problem
 * your product solves."? */
bool blank_paragraph(Str text, const Library *lib, Lang lang);

#endif
