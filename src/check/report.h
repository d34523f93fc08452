/* report.h: findings for people and for programs, in several formats.
 *
 * A report is written in pieces: its beginning, the findings of each file, its end.
 * The piece of a file depends on that file alone, so it may be made anywhere and
 * in any order; report_add() puts the pieces together. */
#ifndef CHECK_REPORT_H
#define CHECK_REPORT_H

#include "base/str.h"
#include "check/check.h"

typedef enum ReportFormat {
    REPORT_TEXT,       /* "file:line:column: level: message [rule]", then counts */
    REPORT_JSON,       /* {"schema":"prfaq/check/1",…}; docs/schema/check-1.json */
    REPORT_JSON_LINES, /* one finding object a line */
    REPORT_SARIF,      /* SARIF 2.1.0 of OASIS: for code hosts and editors */
    REPORT_GITHUB,     /* workflow commands of GitHub Actions */
} ReportFormat;

/* "text", "json", "json-lines", "sarif", "github". */
bool report_format_parse(Str name, ReportFormat *out);

typedef struct ReportFile {
    Str path;            /* as the person named it */
    Str relative;        /* to the top of the work tree; empty: as `path` */
    const Document *doc; /* of a file that is no text: what stands before the first
                            bad byte; NULL: no place is known */
    const Findings *findings;
} ReportFile;

typedef struct ReportOptions {
    ReportFormat format;
    Profile profile; /* whose levels a report of the rules names */
    bool color;      /* ANSI, 16 colours; text */
    bool source;     /* the line and a caret under each finding; text */
    Level fail_on;   /* LEVEL_OFF: never */
    bool partial;    /* some findings were left out: it cannot say "ready" */
    int width;       /* of the terminal; 80 when unknown */
    Str since;       /* revision: only what is new since then is listed; empty: all */
} ReportOptions;

/* What was put together so far. {0} before report_begin(). */
typedef struct ReportTotals {
    size_t files;
    bool any; /* some file had something to show */
    int errors, warnings, infos, silenced;
    int factor;   /* of every file; 0: of some another */
    bool unready; /* some document has an error, reported or left out */
    int gone;     /* with options.since: not there any more */
    int known;    /* … of level error, and there before */
} ReportTotals;

void report_begin(const ReportOptions *options, StrBuf *out);
/* The findings of one file. */
void report_file(const ReportFile *file, const ReportOptions *options, StrBuf *piece);
void report_add(const ReportOptions *options, Str piece, const Findings *findings,
                ReportTotals *totals, StrBuf *out);
void report_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out);
/* All of it at once. */
void report_all(const ReportFile *files, size_t count, const ReportOptions *options,
                StrBuf *out);

/* How many findings decide that the answer is "no". */
int report_failing(const ReportTotals *totals, Level fail_on);

#endif
