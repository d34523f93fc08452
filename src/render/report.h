/* report.h: what changed between two revisions, and what people ask about it, as one
 * HTML page for reviewers who have nothing but a browser.
 *
 * Self-contained as render/html.h: no script, no request. Two views, the marked text
 * and both texts side by side, are switched by radio buttons; what did not change can
 * be shown. Set for the keyboard, narrow windows and paper. The same input gives the
 * same bytes. Words of the page are in the language of the interface. */
#ifndef RENDER_REPORT_H
#define RENDER_REPORT_H

#include "diff/redline.h"

typedef struct ReportReply {
    Str who, when, text;
} ReportReply;

/* A question or comment, in words for people. */
typedef struct ReportThread {
    Str label; /* "Q7" */
    Str kind;  /* "question" */
    Str who, when, text;
    Str quote;      /* the words it is about; may be empty */
    Str suggestion; /* … and what to take instead; may be empty */
    Str state;      /* "open until 4 March", "closed by Jun" */
    bool open, late;
    const ReportReply *replies;
    size_t reply_count;
    size_t
        block; /* of the redline, that it is shown under; NO_INDEX: it has no place */
} ReportThread;

typedef struct ReportSide {
    Str name;  /* "revision 12: After the call", "the words now" */
    Str brief; /* "revision 12" */
    Str who, when;
} ReportSide;

typedef struct Report {
    const Redline *redline;
    Str title; /* of the document */
    ReportSide from, to;
    const ReportThread *threads;
    size_t thread_count;
    Str stamp; /* in the foot */
    Lang lang; /* of the interface */
} Report;

void report_html(const Report *report, StrBuf *out);

#endif
