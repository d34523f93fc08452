/* linear_review.h: a review in lines: one change after the other, and what is asked. */
#ifndef UI_LINEAR_REVIEW_H
#define UI_LINEAR_REVIEW_H

#include "ui/model.h"

/* What is read, and the change one is at, with the threads under it. */
void say_review(const Model *m, StrBuf *out);
void say_questions(const Model *m, StrBuf *out);
void say_thread(const Model *m, StrBuf *out); /* the selected one in full */
/* A number that is another for another change, list or text of it. */
uint64_t review_told(const Model *m);
/* Select the question of that number as it was told. */
bool review_select_number(Model *m, int number);
/* The box in which something is asked, and an answer to it: "kind comment", "about
 * WORDS", "for NAME", else what is said, which posts it. */
void say_ask(const Model *m, StrBuf *out);
Effect ask_answer(Model *m, Str line);

#endif
