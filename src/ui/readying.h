/* readying.h: the document goes to its readers, from the writing screen: what stands
 * in the way needs a reason, three questions an answer; then a revision says so. */
#ifndef UI_READYING_H
#define UI_READYING_H

#include "ui/model.h"

typedef struct ReadyBox ReadyBox;

void ready_box_free(ReadyBox *box);
/* The question one is at. */
void ready_box_say(const Model *m, StrBuf *out);
/* A key of PROMPT_READY. */
void ready_box_key(Model *m, const Key *key, Effect *out);
/* Lines for the message of the save under way; empty mostly. */
Str ready_box_trailers(const Model *m);
/* It was saved, or the person went on. */
void ready_box_done(Model *m);

#endif
