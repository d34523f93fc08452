/* leftover.h: finds what nobody meant to keep: sentences of a template and
 * unfilled places. Section-missing and faq-unanswered do not count them as words;
 * template-text-left and placeholder-left report them. */
#ifndef CHECK_LEFTOVER_H
#define CHECK_LEFTOVER_H

#include "check/run.h"

/* Fills the leftovers of `run`, which has its sentences. */
void leftovers_read(CheckRun *run);

#endif
