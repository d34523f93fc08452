/* review_export.h: the threads of a document for people without prfaq. */
#ifndef APP_REVIEW_EXPORT_H
#define APP_REVIEW_EXPORT_H

#include "app/review_threads.h"

typedef enum ReviewFormat {
    REVIEW_MRSF,         /* a sidecar file of MRSF 1.0, as JSON */
    REVIEW_CRITICMARKUP, /* the document with the words of reviewers in it */
    REVIEW_MARKDOWN,     /* a list to send */
} ReviewFormat;

bool review_format_parse(Str name,
                         ReviewFormat *out); /* "mrsf", "criticmarkup", "md" */

/*   closed  those, too */
void review_export(const ReviewThreads *threads, ReviewFormat format, bool closed,
                   Arena *arena, StrBuf *out);

#endif
