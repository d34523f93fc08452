/* linear_interview.h: the interview in lines. */
#ifndef UI_LINEAR_INTERVIEW_H
#define UI_LINEAR_INTERVIEW_H

#include "ui/linear.h"

/* Ask for the answers that are kept: then linear_interview() begins. */
Effect linear_interview_open(const Model *m);
Effect linear_interview_line(Linear *l, Model *m, Str line);
void linear_interview_say(Linear *l, StrBuf *out);
/* The input ended in the middle of it. */
void linear_interview_end(Linear *l, Model *m);

#endif
