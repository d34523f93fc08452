/* tutorial.h: a guide of twenty minutes over a document like any other. Pure.
 *
 * Its steps are a table: what to press, and what shows that it was done. The line of
 * the present step stands above the status row, and the next one takes its place when
 * the check notices. */
#ifndef UI_TUTORIAL_H
#define UI_TUTORIAL_H

#include "ui/model.h"

/* Who is told: of keys, or of what is typed in linear mode. */
typedef enum TutorialFace { TUTORIAL_KEYS, TUTORIAL_LINES } TutorialFace;

/* From now on the open document is the tutorial's, which goes on at `step` (from 0). */
void tutorial_start(Model *m, TutorialFace face, size_t step);
/* After each message: was the present step done? */
void tutorial_look(Model *m);
/* The line of the present step, with the present keys; nothing outside of one. */
void tutorial_line(const Model *m, StrBuf *out);
/* prfaq-tutorial(7), in mdoc, from the table. */
void tutorial_manual(StrBuf *out);

#endif
