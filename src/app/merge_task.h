/* merge_task.h: one document that two people changed: where the three texts come from,
 * which choices were made, and what becomes of the result. The command and the screen
 * do the same.
 *
 * Choices are kept in .git/prfaq/merge/ until the result is written, known again by
 * the words of each place. Nothing undecided is ever written into the document. */
#ifndef APP_MERGE_TASK_H
#define APP_MERGE_TASK_H

#include "app/service.h"
#include "app/three_texts.h"
#include "repo/merge.h"
#include "ui/msg.h"

typedef struct MergeTask {
    MergeFrom from;
    DocumentRef ref;
    Str who;          /* what theirs is called: the branch, "theirs" */
    MergeSides sides; /* MERGE_FROM_REVISION */
    size_t others;    /* other files that theirs changed: they are not taken */
    Str file;         /* its bytes when this began */
    Str texts[THREE_COUNT];
    ThreeTexts three;
    MergeChoice *choices; /* one for each conflict */
} MergeTask;

/* Read the three texts and the choices that were kept.
 *
 *   rev    empty: what git left in the index, or the marks in the file
 *   fails  ERR_STATE: there is nothing to merge, the file holds words that are in no
 *          revision, or git is in the middle of something; ERR_NOT_FOUND */
bool merge_task_open(Session *s, const DocumentRef *ref, Str rev, Arena *arena,
                     MergeTask *out, Error *err);
size_t merge_task_left(const MergeTask *task); /* places not decided yet */
bool merge_task_keep(Session *s, const MergeTask *task, Error *err);
/* The text that the choices make. */
void merge_task_result(const MergeTask *task, StrBuf *out);

/* The choices that are kept for a document: lines of diff/merge_choices.h. */
bool merge_kept_read(Session *s, const DocumentRef *ref, StrBuf *out); /* false: none */
bool merge_kept_write(Session *s, const DocumentRef *ref, Str choices, Error *err);
bool merge_kept_forget(Session *s, const DocumentRef *ref, Error *err);

typedef struct MergeDone {
    SaveResult save; /* MERGE_FROM_REVISION */
    bool joined;     /* the revision has both for parents */
    bool settled;    /* git knows that the file is merged */
} MergeDone;

/* Everything is decided: write the file and keep a revision, or let git go on.
 *   fails  ERR_STATE: the file has changed meanwhile; as service_save */
bool merge_task_finish(Session *s, const MergeTask *task, Str note, Arena *arena,
                       MergeDone *out, Error *err);

#endif
