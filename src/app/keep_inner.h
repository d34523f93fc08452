/* keep_inner.h: the keeper of words as keep.c, what is done at each edit, and
 * keep_rest.c, what is done when the keys rest, both know it. */
#ifndef APP_KEEP_INNER_H
#define APP_KEEP_INNER_H

#include "app/keep.h"
#include "app/keep_place.h"
#include "store/journal.h"
#include "store/lease.h"

enum {
    REST_MS = 500,     /* the keys rest: sync, behind the reading of the text */
    SOON_MS = 800,     /* while they come: with a key, which has woken us anyway, … */
    LATEST_MS = 1000,  /* … at the latest so long after the first unsynced one */
    LOOK_MS = 20000,   /* the rest of it, while keys come without a rest */
    PAUSE_MS = 10000,  /* the file itself is written */
    SECTION_MS = 2000, /* … and not sooner than this after the last time */
    RETRY_MS = 2000,   /* a journal that failed */
};

struct Keep {
    Session *session;
    bool open;
    Arena arena; /* of the open document */
    KeepPlace place;
    DocumentRef ref;
    Owed owed;
    StrBuf decided; /* ids of what was left behind and is dealt with */
    bool took_over;
    Lease *lease;
    bool lost; /* the lease */
    Journal *journal;
    StrBuf person, section; /* as the journal has them */
    bool failed;            /* words are in no journal */
    Error error;            /* why */
    bool unwritten;         /* there are edits that are not in the file */
    bool left_section;
    bool news; /* what the screen shows is not what is so */
    size_t edit_at;
    int64_t edited_ms, unsynced_ms, wrote_ms, tried_ms, settled_ms,
        retry_ms; /* 0: not */
};

/* Who types, for the journal, when that is not what it has. */
bool keep_note_person(Keep *k, Str person, Error *err);
/* Put the journal on the disk; where that fails, all of it in another place. How it
 * went is in `failed`. */
void keep_sync_journal(Keep *k, const Model *m);

#endif
