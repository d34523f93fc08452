/* html.h: a document as one self-contained, safe HTML page.
 *
 * CommonMark with pipe tables. Raw HTML is left out, links are http, https,
 * mailto, relative or #; a content security policy forbids everything else; no
 * script, no request. Set for print on A4 and Letter. The press release is
 * printed without part headings, so that it reads as one, unless asked. The same
 * input gives the same bytes. */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include "base/str.h"
#include "doc/document.h"
#include "review/reading.h"

typedef struct HtmlOptions {
    bool headings; /* keep the labels of the press release's parts */
    Str stamp;     /* "Revision 14, 2 March 2027"; printed in the foot; may be empty */
    /* Bytes of a local image inside the project, to embed; NULL: images are
     * replaced by their alternative text. */
    bool (*image)(void *ctx, Str path, Str *bytes);
    void *image_ctx;
    /* For paper (render/sheets.h): the label of each unit before it, a style sheet
     * behind that of all pages, HTML before and behind the document's words. */
    const ReadingUnits *reading; /* NULL: no labels */
    Str style, before, behind;   /* may be empty */
} HtmlOptions;

void render_html(const Document *doc, const HtmlOptions *options, StrBuf *out);

#endif
