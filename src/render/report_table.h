/* report_table.h: a table, and a block of code, with its changes as HTML. */
#ifndef RENDER_REPORT_TABLE_H
#define RENDER_REPORT_TABLE_H

#include "render/report_words.h"

/* <table>: a row that came or went has the mark in each of its cells, a cell the words
 * that changed in it. The line of dashes is how the columns stand, not a row.
 *   fails  when a row is not the same one before and after: out is as it was */
bool report_table(const RedlineBlock *block, ReportView view, StrBuf *out);

/* <pre>: the lines without those that fence them, which are shown where they changed.
 */
void report_code(const RedlineBlock *block, ReportView view, StrBuf *out);

#endif
