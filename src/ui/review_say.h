/* review_say.h: a review in words: what is read, and each thread of it. */
#ifndef UI_REVIEW_SAY_H
#define UI_REVIEW_SAY_H

#include "review/review.h"

const char *review_kind_word(ThreadKind kind); /* "Question", translated */
/* "open", "closed", with what is to be known: "open, overdue, look again". */
void review_state(const ReviewEntry *e, StrBuf *out);
/* "Q7 Dana, open, 2 replies". */
void review_head(const ReviewEntry *e, StrBuf *out);
/* What it says: ""One owner in three": of how many?", or, of a suggestion,
 * ""more" -> "three times as": because ...". In one line. */
void review_words(const ReviewEntry *e, StrBuf *out);
/* "revision 13", "the words now", "nothing". */
void review_side_name(const ReviewSide *side, StrBuf *out);
/* There is nothing it could be compared with: all of it is new. */
bool review_is_first(const Review *r);
/* Why the reading begins where it does, a sentence: "Since you last read it." */
const char *review_since_words(const Review *r);
/* Of open and closed ones: "5 open, 9 resolved". */
void review_counts(const Review *r, StrBuf *out);
/* A title, or what one calls what stands before the first part. */
Str review_title_of(const RedlinePart *part);

/* What a shallow clone means for a history. */
const char *history_cut_words(void);
/* "Git left 2 places of a merge undecided", and the way out. */
void review_conflict_words(size_t places, Str document, StrBuf *out);

#endif
