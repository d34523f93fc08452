/* meet_task.h: a meeting about a document in this clone: begun at its last revision,
 * kept in a private file until it is decided, then written down for everybody. */
#ifndef APP_MEET_TASK_H
#define APP_MEET_TASK_H

#include "app/service.h"
#include "review/meet.h"
#include "review/notes_json.h"

typedef struct MeetTask {
    DocumentRef ref;
    Revision revision; /* that is read */
    OpenDocument doc;  /* … as it was then */
    Meet meet;
    bool begun; /* it was kept before */
    bool typed; /* somebody writes in the document: it is left alone */
} MeetTask;

/* The meeting that was begun, else a new one about the last revision.
 *   again  forget the one that was begun
 *   fails  ERR_STATE: the document has no revision, or words that are in none;
 *          as session_document, service_revision */
bool meet_open(Session *s, Str name, bool again, Arena *arena, MeetTask *out,
               Error *err);
/* The same, of a document that is known.
 *   ref  outlives *out */
bool meet_open_ref(Session *s, const DocumentRef *ref, bool again, Arena *arena,
                   MeetTask *out, Error *err);
void meet_close(MeetTask *task);
/* All that was said so far, durable when it returns. */
bool meet_keep(Session *s, const MeetTask *task, Error *err);
/* The same, of what meet_print() gave. */
bool meet_keep_said(Session *s, const DocumentRef *ref, Str said, Error *err);

/* What a file of answers says, beside what was said.
 *   fails  ERR_USAGE: an answer that says nothing */
bool meet_take_answers(MeetTask *task, Str bytes, Error *err);
/* A reader's notes, which stay hidden like those noted here.
 *   fails  as notes_read; ERR_STATE: about another document, or another revision */
bool meet_import(MeetTask *task, Str bytes, Str path, Arena *arena, Error *err);
/* The notes of the one who types, for a meeting elsewhere.
 *   fails  ERR_STATE: others have notes here, or it is somebody else's */
bool meet_export(Session *s, MeetTask *task, Str name, Arena *arena, StrBuf *out,
                 Error *err);

typedef struct MeetDone {
    Str path;       /* of the minutes, in the workspace */
    size_t actions; /* that became threads */
    bool staged;    /* the document says it, too */
    SaveResult save;
} MeetDone;

/* Minutes, threads, the stage of the document, all signed by the note-taker, else by
 * the one who types; then the meeting is over. Doing it again after a failure repeats
 * nothing.
 *   fails  ERR_USAGE: the decision is not complete; as own_file_change, service_save */
bool meet_decide(Session *s, MeetTask *task, Arena *arena, MeetDone *out, Error *err);

#endif
