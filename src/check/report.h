/* report.h: findings as text for people and as JSON for programs. */
#ifndef CHECK_REPORT_H
#define CHECK_REPORT_H

#include "base/str.h"
#include "check/check.h"

typedef struct ReportFile {
    Str path;            /* as the person named it */
    const Document *doc; /* of a file that is no text: what stands before the first
                            bad byte; NULL: no place is known */
    const Findings *findings;
} ReportFile;

typedef struct ReportOptions {
    bool color;    /* ANSI, 16 colours */
    bool source;   /* the line and a caret under each finding */
    Level fail_on; /* named in the last line; LEVEL_OFF: never */
    int width;     /* of the terminal; 80 when unknown */
} ReportOptions;

/* "file:line:column: level: message [rule]", then counts. Content is shown
 * visibly (unicode_visible). */
void report_text(const ReportFile *files, size_t count, const ReportOptions *options,
                 StrBuf *out);
/* {"schema":"prfaq/check/1","findings":[…],"counts":{…}}; docs/schema/check-1.json */
void report_json(const ReportFile *files, size_t count, StrBuf *out);
/* One finding object a line. */
void report_json_lines(const ReportFile *files, size_t count, StrBuf *out);

#endif
