/* baseline.h: findings that were accepted with a document, so that only new ones
 * are in sight: `.prfaq/baseline.tsv`, columns document, rule, part, hash, reason,
 * date, with a header line.
 *
 * A finding is known again by its document, rule, part and the first 12 hex digits
 * of the SHA-256 of its sentence, folded and with single spaces (of its message
 * where there is none). Findings of level error are never accepted.
 * Source: docs/checking.md, "Baseline". */
#ifndef CHECK_BASELINE_H
#define CHECK_BASELINE_H

#include <stdbool.h>

#include "base/error.h"
#include "check/check.h"
#include "check/run.h"

enum { BASELINE_DIGITS = 12 };

typedef struct BaselineRow {
    Str document; /* its name: "ideas/lantern" */
    Str rule;
    Str part; /* id, else kind; "-" for the document */
    Str hash;
    Str reason;
    Str date; /* "2027-03-02" */
    int line; /* of the file, from 1 */
} BaselineRow;

struct Baseline {
    const BaselineRow *rows; /* in the order of the file */
    size_t count;
};

/* Read the file; a damaged line is left out.
 *
 *   path     for messages
 *   owns     *out in `arena`, borrowing from `bytes`
 *   returns  false when a line is damaged: `err` names the first one */
bool baseline_parse(Str bytes, Str path, Arena *arena, Baseline *out, Error *err);

/* Silence the run's findings that are accepted: options->baseline. */
void baseline_apply(CheckRun *run);
/* Add the lines that the findings of a document would have, less those that are
 * silenced in another way and those that cannot be accepted.
 *
 *   name  of the document; without one there are none */
void baseline_list(const Document *doc, Str name, const Findings *f, StrBuf *out);

/* What was found in some documents. */
typedef struct BaselineScope {
    const Str *documents;
    size_t count;
    Baseline now; /* baseline_list() of them */
} BaselineScope;

/* Which rows of these documents does no finding meet any more? `stale` has a place
 * for each row; it is false for rows of other documents. */
void baseline_mark(const Baseline *baseline, const BaselineScope *scope, bool *stale);

/* The file's bytes with the rows of a document under another name, or without them when
 * `to` is empty; everything else, damaged lines too, byte for byte.
 *
 *   returns  how many rows that are */
size_t baseline_rename(Str bytes, Str from, Str to, StrBuf *out);

#define BASELINE_HEAD "document\trule\tpart\thash\treason\tdate\n"

/* The file's new text: rows of other documents as they are, and a row for each
 * finding of these. A row that was there keeps its reason and date; what nothing
 * meets any more is gone. Sorted, so that merges stay small.
 *
 *   reason    of new rows, put on one line
 *   returns   how many rows are new */
size_t baseline_write(const Baseline *old, const BaselineScope *scope, Str reason,
                      Date date, Arena *arena, StrBuf *out);

#endif
