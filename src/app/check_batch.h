/* check_batch.h: check many files, a few at a time, on several cores.
 *
 * Rules are pure, so files are read and checked in threads of their own while their
 * findings are reported in the order the files were named. What a file needed is
 * freed when it is reported: memory does not grow with the number of files. */
#ifndef APP_CHECK_BATCH_H
#define APP_CHECK_BATCH_H

#include "app/session.h"
#include "check/report.h"

typedef struct CheckBatch CheckBatch;

/* Takes what is to be written; false stops the batch. */
typedef bool CheckWrite(void *ctx, Str bytes, Error *err);
/* Told of a file that could not be checked, when it is not the last such one. */
typedef void CheckFailed(void *ctx, const Error *why);

/* Takes the lines a document would have in the baseline, in order of the files;
 * `document` is its name there.  source: check/baseline.h, baseline_list() */
typedef void CheckAccept(void *ctx, Str document, Str lines);

typedef struct CheckBatchOptions {
    ReportOptions report;
    Profile profile; /* for all files; used when profile_given */
    bool profile_given;
    const Str *rules; /* ids: only their findings; none: all */
    size_t rule_count;
    Date now;            /* year 0: that of the session */
    CheckAccept *accept; /* or NULL */
    /* report.since: only findings that were not in that revision of each document */
    CheckWrite *write;
    CheckFailed *failed;
    void *ctx;
} CheckBatchOptions;

/*   session  outlives the batch; used by it while files are checked */
CheckBatch *check_batch_new(Session *session, const CheckBatchOptions *options);
void check_batch_free(CheckBatch *batch);

/* Check a document that was found with `name`; now, or with some after it.
 *   fails  when the output cannot be written */
bool check_batch_add(CheckBatch *batch, const DocumentRef *ref, Str name, Error *err);
/* The same for a file of a folder that was named: it is passed over when it is no
 * document.  source: app/service.h, service_is_document() */
bool check_batch_add_unnamed(CheckBatch *batch, const DocumentRef *ref, Str name,
                             Error *err);
/* How many of those were documents since the last such question.
 *   fails  as check_batch_flush */
bool check_batch_found(CheckBatch *batch, size_t *found, Error *err);
/* check_batch_add for bytes that are no file, or not what it holds: what is staged.
 *
 *   ref  may be NULL: the bytes have no place */
bool check_batch_add_bytes(CheckBatch *batch, const DocumentRef *ref, Str bytes,
                           Error *err);
/* Check and report what was added: before the session moves to another workspace. */
bool check_batch_flush(CheckBatch *batch, Error *err);
/* Report the rest and the end.
 *   fails  when the output cannot be written, or a file could not be checked: the
 *          report holds all others */
bool check_batch_end(CheckBatch *batch, ReportTotals *totals, Error *err);

#endif
