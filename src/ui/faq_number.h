/* faq_number.h: the number in the label of a question and of its answer: "Q3.",
 * "**Q 3:", "3)", "질문 3", "A3.". Pure. */
#ifndef UI_FAQ_NUMBER_H
#define UI_FAQ_NUMBER_H

#include "base/str.h"

/* The number of a pair: of its first line that is no comment; -1: none. */
int faq_number(Str pair);
/* The pair with another number in its labels, appended; as it is with -1. */
void faq_renumber(Str pair, int number, StrBuf *out);

#endif
