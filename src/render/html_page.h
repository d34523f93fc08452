/* html_page.h: the frame of the HTML page: head, style sheet, foot. */
#ifndef RENDER_HTML_PAGE_H
#define RENDER_HTML_PAGE_H

#include "base/lang.h"
#include "base/str.h"

/* Append `text` as it may stand between tags and in attributes. */
void html_add_text(StrBuf *out, Str text);
/* The same in one line, with what is not visible shown. */
void html_add_visible(StrBuf *out, Str text);
/* Everything up to the document's own words. */
void html_page_begin(StrBuf *out, Lang lang, Str title);
/* The same with a style sheet of one's own behind that of all pages; it must hold
 * nothing of a document: its hash goes into the policy. */
void html_page_begin_with(StrBuf *out, Lang lang, Str title, Str more);
/*   stamp  printed in the foot; may be empty */
void html_page_end(StrBuf *out, Str stamp);
/* Append standard base64 with padding. */
void html_add_base64(StrBuf *out, Str bytes);

#endif
