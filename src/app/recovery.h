/* recovery.h: words that a session left behind: in a journal without a holder, or put
 * aside by a person. */
#ifndef APP_RECOVERY_H
#define APP_RECOVERY_H

#include "app/keep_place.h"
#include "app/session.h"
#include "store/journal.h"

enum { ASIDE_DAYS = 30 };

typedef enum RecoveredState {
    RECOVERED_CRASH, /* its session ended without closing the document */
    RECOVERED_OPEN,  /* its session goes on */
    RECOVERED_ASIDE, /* put aside */
} RecoveredState;

typedef struct Recovered {
    JournalFile file;
    JournalWords words;
    RecoveredState state;
    Str id; /* the last eight digits of the journal's name */
} Recovered;

/* Whose words are kept, newest first: all that differ from what their file holds.
 *
 *   ref   of this document; NULL: of every document of the workspace, outside of one
 *         of every document
 *   owns  *out lives in `arena` */
void recovery_list(const Session *s, const DocumentRef *ref, Arena *arena,
                   const Recovered **out, size_t *count);
/* Remove what was put aside more than ASIDE_DAYS ago. */
void recovery_sweep(const KeepPlace *place, Moment now);
/* Put a journal aside; it keeps its name. */
bool recovery_put_aside(const KeepPlace *place, const JournalFile *file, Error *err);
/* Its words are safe elsewhere, or not wanted. */
void recovery_drop(const JournalFile *file);

#endif
