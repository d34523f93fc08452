/* report_words.h: the words of a block with its changes as HTML: what Markdown marks
 * is bold, slanted, code or a link, and the marks themselves are left out. */
#ifndef RENDER_REPORT_WORDS_H
#define RENDER_REPORT_WORDS_H

#include "diff/redline.h"

typedef enum ReportView { VIEW_MARKED, VIEW_OLD, VIEW_NEW } ReportView;

/* Each change within <ins> or <del>, with every tag closed in it. The target of a link
 * is shown where it changed. Code, tables and HTML are shown as they are written. */
void report_words(const RedlineBlock *block, ReportView view, StrBuf *out);

#endif
