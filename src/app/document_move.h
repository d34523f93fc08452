/* document_move.h: a document gets another name, or goes. Each is a revision that has
 * the threads of its review and the findings that were accepted with it, too; the names
 * of revisions follow. */
#ifndef APP_DOCUMENT_MOVE_H
#define APP_DOCUMENT_MOVE_H

#include "app/service.h"

typedef struct DocumentMove {
    DocumentRef from;
    DocumentRef to;        /* empty path: it goes */
    Str bytes;             /* of the document */
    CommitChange *threads; /* and other files of ours that go with it: */
    size_t thread_count,
        thread_cap;             /* … taken out, and put in where it has a new name */
    size_t review_count;        /* how many threads that are */
    Str baseline, baseline_now; /* findings accepted with it: the file then, and now */
    size_t accepted;            /* … how many; 0: the file stays */
    bool tracked;               /* it has revisions */
} DocumentMove;

/* Look at what would be done. name: the new one, in the folder of the document where it
 * names none; empty: the document goes.
 *   fails  ERR_STATE when somebody has it open, or the new name is taken; ERR_USAGE */
bool document_move_plan(Session *s, const OpenDocument *doc, Str name, Arena *arena,
                        DocumentMove *out, Error *err);

typedef struct DocumentMoved {
    bool kept; /* words that were in no revision have one now: */
    Revision before;
    bool has_revision;
    Revision revision;
} DocumentMoved;

/* Do it. Where it fails the files are as they were. */
bool document_move_do(Session *s, const DocumentMove *move, Arena *arena,
                      DocumentMoved *out, Error *err);

#endif
