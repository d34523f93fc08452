/* tutorial.h: a guide of twenty minutes over a document like any other. Pure.
 *
 * Its steps are a table: what to press, and what shows that it was done. The line of
 * the present step stands above the status row, and the next one takes its place when
 * the check notices. */
#ifndef UI_TUTORIAL_H
#define UI_TUTORIAL_H

#include "ui/model.h"

/* From now on the open document is the tutorial's. */
void tutorial_start(Model *m);
/* After each message: was the present step done? */
void tutorial_look(Model *m);
/* The line of the present step, with the present keys; nothing outside of one. */
void tutorial_line(const Model *m, StrBuf *out);
/* prfaq-tutorial(7), in mdoc, from the table. */
void tutorial_manual(StrBuf *out);

#endif
