/* interview_box.h: the interview over the writing screen: one question in a box, one
 * line an answer, as in linear mode. Its answers are kept after each of them. */
#ifndef UI_INTERVIEW_BOX_H
#define UI_INTERVIEW_BOX_H

#include "ui/interview.h"

typedef struct InterviewBox InterviewBox;

void interview_box_free(InterviewBox *box);
/* MSG_ANSWERS: what was answered before is known; the first question is asked. */
void interview_box_open(Model *m, const Msg *msg);
/* A key of PROMPT_INTERVIEW, and Esc: it stops, and nothing is lost. */
void interview_box_key(Model *m, const Key *key, Effect *out);
void interview_box_stop(Model *m, Effect *out);
/* The question one is at. */
void interview_box_say(const Model *m, StrBuf *out);

#endif
