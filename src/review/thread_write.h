/* thread_write.h: what is written into the file of a thread.
 *
 * A file is changed field by field: what other programs wrote into it stays, in its
 * order. The form is always the same, so that git shows what changed. */
#ifndef REVIEW_THREAD_WRITE_H
#define REVIEW_THREAD_WRITE_H

#include "review/thread.h"

enum { THREAD_ID_LENGTH = 12 };

/* An id nobody else has, of small letters and digits that are not mistaken for each
 * other, from 8 random bytes. */
void thread_id(const unsigned char random[8], char out[THREAD_ID_LENGTH + 1]);

/* Append the file of a new thread; empty fields and replies are left out. */
void thread_write(const Thread *thread, StrBuf *out);

/* Append the file `bytes` with one reply more.
 *   fails  ERR_INVALID when it is none: nothing is appended */
bool thread_write_reply(Str bytes, const Reply *reply, StrBuf *out, Error *err);

/* Append the file `bytes` as closed, or as open again.
 *   by      who did it
 *   reason  may be empty; of an override, why another than the asker closes it
 *   fails   as thread_write_reply */
typedef struct Closing {
    bool resolved;
    Str by;
    Moment time;
    Str reason;
} Closing;
bool thread_write_closing(Str bytes, const Closing *closing, StrBuf *out, Error *err);

/* Append the file `bytes` as being about other words: `words` has those, what stands
 * around them, their lines and their part. Where it was before is kept in "x_moved".
 *   by     who did it
 *   fails  as thread_write_reply */
bool thread_write_place(Str bytes, const Thread *words, Str by, Moment time,
                        StrBuf *out, Error *err);

#endif
