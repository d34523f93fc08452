/* ending.h: how Korean sentences end. Source: docs/rules.md, "Korean endings". */
#ifndef CHECK_ENDING_H
#define CHECK_ENDING_H

#include <stdbool.h>

#include "base/str.h"

typedef enum Ending {
    ENDING_NONE,    /* a noun, or nothing to judge by */
    ENDING_HAPNIDA, /* 합니다 */
    ENDING_HAEYO,   /* 해요 */
    ENDING_HANDA,   /* 한다 */
    ENDING_NOUN,    /* 했음, 함 */
    ENDING_COUNT,
} Ending;

/* The class of the last word, "(…)" and closing marks left aside. A sentence that
 * ends in a quotation has none. */
Ending ending_of(Str sentence);
/* -세요 and -까 fit 합니다 and 해요 alike. */
bool ending_is_neutral(Str sentence);
/* "합니다체": what messages call it; empty for ENDING_NONE. */
Str ending_name(Ending ending);
/* "handa", "hapnida", "haeyo" of a template; ENDING_NONE for anything else. */
Ending ending_parse(Str name);

#endif
