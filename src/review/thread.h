/* thread.h: one thread of a review: a question, comment or suggestion about a place
 * of a document, and what was answered.
 *
 * A file `.prfaq/reviews/DOCUMENT/ID.json`, an object with the field names of MRSF
 * ("id author timestamp text type resolved selected_text line end_line commit") and
 * our own ("x_kind x_owner x_due x_part x_before x_after x_suggestion x_revision
 * x_reason x_resolved_by x_resolved_at x_replies"). Fields that
 * are not known here are passed over: others may write them.
 * Source: docs/review-files.md; MRSF 1.0. */
#ifndef REVIEW_THREAD_H
#define REVIEW_THREAD_H

#include <stdbool.h>

#include "base/date.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

typedef enum ThreadKind {
    THREAD_COMMENT,
    THREAD_QUESTION,
    THREAD_SUGGESTION,
    THREAD_MUST_FIX,     /* it has to change: MRSF's "issue" */
    THREAD_AGREED,       /* it was agreed to change it */
    THREAD_SAME_MEANING, /* what changed since the review means the same */
    THREAD_KIND_COUNT,
} ThreadKind;

typedef struct Reply {
    Str author;
    Str text;
    Moment time;
} Reply;

typedef struct Thread {
    Str id;
    Str author;
    Str text;
    ThreadKind kind;
    bool resolved;
    Moment time;
    int millis;         /* of its second: what was asked in one keeps its order */
    Str selected_text;  /* the words it is about; may be empty */
    Str before, after;  /* what stood around them (review/anchor.h); may be empty */
    Str suggestion;     /* the words to take instead; may be empty */
    int line, end_line; /* from 1; 0: not said */
    Str commit;         /* that was read; may be empty */
    int revision;       /* the number of what was read; 0: not said */
    Str part;           /* id or kind; empty: the document */
    Str owner;          /* who answers; may be empty */
    Moment due;
    bool has_due;
    Str reason;      /* why it is closed, or means the same; may be empty */
    Str resolved_by; /* may be empty */
    Moment closed;   /* when; 0 seconds: not said */
    const Reply *replies;
    size_t reply_count;
} Thread;

/*   path   of the file, for messages; its name without ".json" is the id where the
 *          file says none
 *   owns   *out lives in `arena`
 *   fails  ERR_INVALID: "PATH:LINE: reason" */
bool thread_read(Str bytes, Str path, Arena *arena, Thread *out, Error *err);

/* Which of two threads comes first: by time, where that is the same by id. */
int thread_cmp(const Thread *a, const Thread *b);

/* "Q7": the kind of each thread of a document, and its place among those by time.
 *   owns  as many as there are threads, in `arena` */
Str *thread_labels(const Thread *threads, size_t count, Arena *arena);

/* Was it closed before this reply, and behind the one before? With the count of them:
 * behind the last. */
bool thread_closed_before(const Thread *t, size_t reply);

const char *thread_kind_name(ThreadKind kind); /* "must-fix" */
bool thread_kind_parse(Str name, ThreadKind *out);

#endif
