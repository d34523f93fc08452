/* reader.h: a long text is read in the background.
 *
 * One reading at a time, in a thread of its own, of a copy of the bytes: reading and
 * checking are pure. What it borrows besides, the library and the check options, must
 * stay as it is while reader_busy(). A newer request, or one that nobody waits for any
 * more, makes the reading under way end early. */
#ifndef APP_READER_H
#define APP_READER_H

#include "ui/model.h"

typedef struct Reader Reader;

/* Called when a reading has ended, in the thread that read. */
typedef void ReaderDone(void);

Reader *reader_new(ReaderDone *done); /* may be NULL: nobody listens yet */
/* From now on call `done`; at once when a reading that nobody took has ended. */
void reader_tell(Reader *r, ReaderDone *done);
void reader_free(Reader *r); /* ends what is under way */

bool reader_busy(const Reader *r);
/* EFFECT_DERIVE. While an older reading is under way that one is told to end; the
 * MSG_DERIVED of its end is the time to ask again. */
void reader_start(Reader *r, const Effect *effect);
/* End what is under way, and wait for that. */
void reader_stop(Reader *r);
/* A reading has ended, if it has: MSG_DERIVED, else MSG_DONE. What it holds is gone
 * with the next call. */
Msg reader_take(Reader *r);

#endif
