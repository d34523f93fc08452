/* trend.h: how a document came along: how many findings it had from revision to
 * revision, and which of its sections are as they were in their first draft.
 *
 * Both are worked out a document at a time, so that a screen can do it between two
 * keys, from the table of revisions: no history is walked. */
#ifndef APP_TREND_H
#define APP_TREND_H

#include "app/revision_facts.h"

enum {
    TREND_MOST = 60,               /* points, however many revisions there are */
    TREND_BYTES_MOST = 128 * 1024, /* a longer document is not checked in passing */
};

typedef struct TrendPoint {
    int number;           /* of the revision; 0: not looked at yet */
    int errors, warnings; /* -1: it cannot be read, or is too long */
    bool too_long;
} TrendPoint;

/* The numbers of the revisions that are looked at, oldest first: the first, the last,
 * and others in equal steps.
 *
 *   room     for so many, at most TREND_MOST
 *   returns  how many they are */
size_t trend_numbers(size_t revisions, size_t room, int *numbers);
/* What the checks of today find in a revision.
 *   most  bytes; what is longer is not checked; 0: any */
TrendPoint trend_point(Session *s, const Chronicle *c, int number, size_t most);

/* A section that nobody touched. */
typedef struct Untouched {
    Str id, title;
    int since; /* number of the revision of its first draft */
} Untouched;

/* Looking for them: untouched_step() until it returns true. */
typedef struct UntouchedSearch UntouchedSearch;

/* Of the last revision. What was written in one sitting is one draft.
 *   c  outlives it */
UntouchedSearch *untouched_new(Session *s, const Chronicle *c);
void untouched_free(UntouchedSearch *u);
/* Read one revision more; true: all is known. */
bool untouched_step(UntouchedSearch *u);
const Untouched *untouched_items(const UntouchedSearch *u, size_t *count);
/* "Problem, Quote": their titles. */
void untouched_titles(const UntouchedSearch *u, StrBuf *out);

#endif
