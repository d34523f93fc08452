/* lease.h: who writes in a document.
 *
 * One file a document, whose kernel lock the writing session holds: it goes away with
 * the process, so a dead holder never stands in the way. What is in the file tells the
 * next one who it is. On a file system that other computers see too, where their locks
 * may not be seen, the time of the last key counts instead. */
#ifndef STORE_LEASE_H
#define STORE_LEASE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/private.h"

typedef struct LeaseHolder {
    Process process;
    Str person; /* empty: not known */
    Moment since;
    Moment beat; /* last key, to the minute */
} LeaseHolder;

/* Read any bytes as a lease; what is missing stays empty.
 *   owns     *out lives in `arena`
 *   returns  false: no lease, or one of a newer version */
bool lease_parse(Str bytes, Arena *arena, LeaseHolder *out);

typedef struct Lease Lease;

typedef enum LeaseResult {
    LEASE_TAKEN,  /* it is ours: *out */
    LEASE_HELD,   /* *holder has it */
    LEASE_FAILED, /* no place to keep one; the error says why */
} LeaseResult;

/* Take the lease of a document.
 *
 *   folder   where leases are; made when it is missing
 *   me       what the next one is told
 *   owns     *holder lives in `arena` */
LeaseResult lease_take(Str folder, Str document, const LeaseHolder *me, Arena *arena,
                       Lease **out, LeaseHolder *holder, Error *err);
/* Take it from whoever has it; they notice by lease_lost(). */
LeaseResult lease_take_over(Str folder, Str document, const LeaseHolder *me,
                            Lease **out, Error *err);
/* Has somebody taken it over, or removed its file? *holder: who has it now, in
 * `arena`; may be empty. */
bool lease_lost(const Lease *lease, Arena *arena, LeaseHolder *holder);
/* A key was typed: told to others at most once a minute. The person may have
 * changed; nothing is written otherwise. */
void lease_beat(Lease *lease, Str person, Moment now);
void lease_end(Lease *lease); /* gives it back */

#endif
