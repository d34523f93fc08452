/* keep_place.h: where the journals, leases and notes of a document are. */
#ifndef APP_KEEP_PLACE_H
#define APP_KEEP_PLACE_H

#include "app/session.h"
#include "store/private.h"

enum { JOURNAL_FOLDERS = 3 };

typedef struct KeepPlace {
    Str name;    /* of the document among all of this place */
    Str path;    /* absolute */
    bool inside; /* in a workspace: the first folders are its private ones */
    Str lease_folder, owed_folder, aside_folder; /* may be empty */
    Str journal_folders[JOURNAL_FOLDERS];        /* the first that works is used */
    size_t journal_count;
    Process process; /* ours */
} KeepPlace;

/*   ref   NULL: the folders only, of everything
 *   owns  *out lives in `arena` */
void keep_place(const Session *s, const DocumentRef *ref, Arena *arena, KeepPlace *out);

#endif
