/* report_format.h: what a format of report.h consists of, and what the formats for
 * programs share. */
#ifndef CHECK_REPORT_FORMAT_H
#define CHECK_REPORT_FORMAT_H

#include "check/report.h"

typedef struct ReportForm {
    const char *name;
    void (*begin)(const ReportOptions *options, StrBuf *out); /* may be NULL */
    void (*file)(const ReportFile *file, const ReportOptions *options, StrBuf *out);
    const char *between; /* pieces that are not empty */
    void (*end)(const ReportOptions *options, const ReportTotals *totals, StrBuf *out);
} ReportForm;

void text_file(const ReportFile *file, const ReportOptions *options, StrBuf *out);
void text_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out);
void json_begin(const ReportOptions *options, StrBuf *out);
void json_file(const ReportFile *file, const ReportOptions *options, StrBuf *out);
void json_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out);
void json_lines_file(const ReportFile *file, const ReportOptions *options, StrBuf *out);
void sarif_begin(const ReportOptions *options, StrBuf *out);
void sarif_file(const ReportFile *file, const ReportOptions *options, StrBuf *out);
void sarif_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out);
void github_file(const ReportFile *file, const ReportOptions *options, StrBuf *out);
void github_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out);

/* The counts and which level decided, in sentences; one a line. */
void report_summary(const ReportOptions *options, const ReportTotals *totals,
                    StrBuf *out);

#endif
