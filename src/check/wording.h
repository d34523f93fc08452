/* wording.h: which hits of the word lists are worth a finding.
 *
 * A hit counts where its list applies: the part, the note of its row, the sentence
 * around it. Inside quotations a warning becomes info. Where hits of several lists
 * overlap, the first list in the order of LexiconList claims the place, so that one
 * stretch of text gets one finding.
 * Source: docs/rules.md, "Lexicon matching". */
#ifndef CHECK_WORDING_H
#define CHECK_WORDING_H

#include "check/run.h"

typedef struct WordingHit {
    const LexiconHit *hit;
    size_t block, part;
    Level level; /* of its row, lowered in quotations; the rule's own is the cap */
} WordingHit;

/* Fills the wording hits of `run`, which is made ready. A rule that is off claims
 * nothing. */
void wording_read(CheckRun *run);
/* The next hit of a list; *at begins with 0. NULL behind the last. */
const WordingHit *wording_next(const CheckRun *run, LexiconList list, size_t *at);

#endif
